// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Rates at a moment, wherever they are shown, are of what happened in this time before it.
inline constexpr Duration kRecentWindow = std::chrono::seconds(10);

/// What happened from the start of a run up to a moment. A difference of two says what happened between.
struct RunCounts {
    std::uint64_t started = 0;
    std::uint64_t first_try = 0; ///< served by the first attempt of the first leg
    std::uint64_t retried = 0;   ///< saved by a retry
    std::uint64_t healed = 0;
    std::uint64_t fell_back = 0;
    std::uint64_t hedged = 0; ///< saved by a further copy of the first attempt
    std::uint64_t failed = 0;       ///< did not succeed, however it ended
    std::uint64_t attempts = 0;     ///< calls really sent
    std::uint64_t right = 0;        ///< served with the right answer
    std::int64_t cost_nano_usd = 0; ///< of ended requests, what they left behind included

    std::uint64_t served() const { return first_try + retried + healed + fell_back + hedged; }
    std::uint64_t ended() const { return served() + failed; }
    std::uint64_t in_flight() const { return started - ended(); }
    RunCounts &operator-=(const RunCounts &earlier);
    friend RunCounts operator-(RunCounts later, const RunCounts &earlier) { return later -= earlier; }
    friend bool operator==(const RunCounts &, const RunCounts &) = default;
};

/// Nearest-rank percentiles of the requests that ended in one step of time.
struct LatencyStep {
    std::uint32_t count = 0; ///< 0: nothing ended, the percentiles mean nothing
    float p50_s = 0, p95_s = 0, p99_s = 0;
    friend bool operator==(const LatencyStep &, const LatencyStep &) = default;
};

struct LatencySeries {
    Duration step{0};
    std::vector<LatencyStep> steps; ///< steps[i] covers [i * step, (i + 1) * step)
    bool last_is_open = true;       ///< the last step has a count but no percentiles yet
};

/// Which outcomes attempts with one number had, as bits.
namespace sight {
inline constexpr std::uint8_t success = 1, failure = 2, timeout = 4, given_up = 8;
std::uint8_t of(const TraceRecord &attempt_ended);
} // namespace sight
/// By attempt number - 1; the last place holds all higher numbers too.
using AttemptSights = std::array<std::uint8_t, 12>;

/// Series over time of a growing trace, for charts: every request counts, warm-up included. Fed in order, a regular
/// value. Memory follows the number of steps, not of requests: steps double when they become too many, and
/// percentiles are worked out exactly for a ladder of step widths, each when a step is over.
class RunSeries {
public:
    static constexpr std::size_t kStepsMax = 40'000;
    explicit RunSeries(const Scenario &scenario);

    /// Takes up to `most` of the records [records(), view.size()). Returns whether there are more.
    bool extend(const TraceView &view, std::size_t most);
    std::size_t records() const { return records_; }

    Duration step() const { return step_; }
    const RunCounts &latest() const { return now_; }
    /// Counts of [0, t), to the nearest step below t; all there is when t lies beyond the last record.
    RunCounts until(SimTime t) const;
    /// Exact counts of [0, t], both ends included; reads the records of one step. `view` is the trace that it was fed.
    RunCounts through(const TraceView &view, SimTime t) const;
    /// Outcomes seen in each step, in order of time, as far as steps have begun.
    const std::vector<AttemptSights> &sights() const { return sights_; }
    /// The finest series whose step is at least `step` (or the coarsest there is).
    const LatencySeries &latency(Duration step) const;
    std::uint16_t attempt_max() const { return attempt_max_; }

private:
    struct Level {
        LatencySeries series;
        std::vector<std::int64_t> open; ///< latencies of the last step
        void add(SimTime time, std::int64_t latency_ns);
        void close();
    };
    void reach(SimTime time);
    void take(const TraceRecord &record);
    void end_request(const TraceRecord &record);
    void double_step();

    Duration step_;
    std::size_t records_ = 0;
    SimTime reached_{};
    std::uint16_t attempt_max_ = 1;
    RunCounts now_;
    std::vector<RunCounts> before_;     ///< [i]: counts of [0, i * step)
    std::vector<AttemptSights> sights_; ///< as long as before_
    std::vector<Level> levels_;         ///< finest first
};

/// 1, 2 or 5 times a power of ten nanoseconds: the smallest such duration that is at least `least`.
Duration nice_step(Duration least);

} // namespace halfopen
