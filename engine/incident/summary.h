// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/distribution.h"
#include "engine/incident/incident.h"

namespace halfopen {

/// What is known of a service over a stretch of time.
struct SummaryStep {
    Duration at{0}, lasts{0};
    std::optional<double> calls;
    std::vector<std::pair<std::string, double>> failures; ///< kind, share of the calls
    std::vector<Quantiles::Point> latency;                ///< of the successes where they are told apart; empty: not known
};

struct SummarizedService {
    std::string name;
    std::vector<SummaryStep> steps; ///< in order of time; where nothing was said there is none
};

/// Services of which no single calls were recorded, but figures over time.
struct Summary {
    std::vector<SummarizedService> services;
    std::optional<std::int64_t> epoch_ns; ///< of the first step; none where the file counts from its own start
    RecordHealth health;
    std::vector<std::string> assumptions;
};

/// How the numbers of a file grow: each is of its own window, or a counter since some beginning, as Prometheus' are.
enum class Counting : std::uint8_t { windows, counters };

/// Takes what a file says of instants and makes steps of it.
class SummaryBuilder {
public:
    explicit SummaryBuilder(Counting counting) : counting_(counting) {}
    /// Calls with this outcome that took at most `le_s` seconds (infinite: all).
    void bucket(std::int64_t time_ns, std::string_view service, std::string_view outcome, double le_s, double count);
    void quantile(std::int64_t time_ns, std::string_view service, double share, Duration value);
    void calls(std::int64_t time_ns, std::string_view service, std::string_view outcome, double count);
    /// A share of calls that failed, 0 to 1, with that kind.
    void failed(std::int64_t time_ns, std::string_view service, std::string_view kind, double share);
    RecordHealth &health() { return health_; }
    bool empty() const { return services_.empty(); }
    /// One use. `calendar`: the times count from 1970.
    Summary finish(bool calendar);

private:
    using Buckets = std::map<double, double>; ///< le: count up to it
    struct Moment {
        std::map<std::string, Buckets> buckets; ///< by outcome
        std::map<std::string, double> calls;    ///< by outcome
        std::map<double, Duration> quantiles;
        std::map<std::string, double> shares;
    };
    using Moments = std::map<std::int64_t, Moment>;

    Moment &moment(std::int64_t time_ns, std::string_view service) { return services_[std::string(service)][time_ns]; }
    SummaryStep step(const Moment &now, const Moment *before);
    std::vector<SummaryStep> steps(const Moments &moments, std::int64_t origin_ns);
    Buckets since(const Buckets &now, const Buckets *before);

    Counting counting_;
    std::map<std::string, Moments, std::less<>> services_;
    RecordHealth health_;
    bool reset_ = false, beyond_ = false, below_ = false;
};

} // namespace halfopen
