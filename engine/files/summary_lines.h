// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/files/incident_mapping.h"
#include "engine/files/record_lines.h"
#include "engine/files/summary_columns.h"
#include "engine/files/summary_samples.h"
#include "engine/incident/summary.h"

// Lines of files with figures over time. Internal to summary_file.cpp and its parts.
namespace halfopen::summary {

/// One line understood: what it says of an instant.
struct Said {
    enum class What : std::uint8_t { bucket, quantile, calls, failed } what = What::bucket;
    std::int64_t time_ns = 0;
    std::string service, outcome;
    double of = 0.0;    ///< upper bound in seconds, or share
    double value = 0.0; ///< count, seconds or share
};

/// Collects what lines say; whether they are counters is known only at the end.
class Collecting {
public:
    /// A time of the same sort as those before; false when it is none.
    bool time(std::string_view text, const IncidentMapping &mapping, std::int64_t &ns);
    void say(Said said) { said_.push_back(std::move(said)); }
    void good() { ++health_.rows; }
    void refuse(std::size_t line, std::string what);
    void calendar(bool is) { calendar_ = is; }
    bool empty() const { return said_.empty(); }
    std::string first_note() const;

    /// `counting` where the format says so itself.
    Summary summary(std::optional<Counting> counting);

private:
    /// Whether every series of counts grows, over at least three instants and not all of them equal.
    bool never_fall() const;

    std::vector<Said> said_;
    std::optional<bool> calendar_;
    RecordHealth health_;
};

/// Comma-separated values, with a header.
class CsvReading {
public:
    CsvReading(Collecting &into, const IncidentMapping &mapping, std::string service)
        : into_(into), mapping_(mapping), service_(std::move(service)), cells_(',') {}
    void take(std::size_t line, std::string_view text);
    std::string header_fault() const; ///< "" when the header will do

private:
    void header(std::string_view text);
    std::string_view cell(std::size_t place) const { return place < cells_.cells().size() ? cells_.cells()[place] : std::string_view(); }
    std::string row(Said &said); ///< what is wrong with it, or ""
    std::string buckets(Said said);
    std::string percentiles(Said said);
    std::string counts(Said said);

    Collecting &into_;
    const IncidentMapping &mapping_;
    std::string service_;
    CellSplitter cells_;
    std::vector<std::string> names_;
    SummaryColumns columns_;
};

/// Prometheus' text exposition.
class ExpositionReading {
public:
    ExpositionReading(Collecting &into, const IncidentMapping &mapping, std::string service) : into_(into), mapping_(mapping), service_(std::move(service)) {}
    void take(std::size_t line, std::string_view text);

private:
    /// Service and outcome by the names of the labels, as for columns.
    void names(const ExposedSample &sample, Said &said);

    Collecting &into_;
    const IncidentMapping &mapping_;
    std::string service_, family_;
};

} // namespace halfopen::summary
