// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/series.h"

#include <algorithm>

namespace halfopen {

namespace {

/// How many step widths percentiles are kept for: each about twice as wide as the one before.
constexpr int kLadder = 9;
constexpr std::int64_t kStepsPlanned = 20'000;

float percentile_s(std::vector<std::int64_t> &values, double q) {
    const auto n = static_cast<double>(values.size());
    auto rank = static_cast<std::size_t>(q * n);
    if (static_cast<double>(rank) < q * n) ++rank; // ceil: nearest rank
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(values.begin(), place, values.end());
    return static_cast<float>(static_cast<double>(*place) * 1e-9);
}

} // namespace

std::uint8_t sight::of(const TraceRecord &attempt_ended) {
    if ((attempt_ended.flags & flag::special) != 0) return given_up;
    switch (outcome_of(attempt_ended)) {
    case kSuccess: return success;
    case kind_timeout: return timeout;
    default: return failure;
    }
}

RunCounts &RunCounts::operator-=(const RunCounts &earlier) {
    started -= earlier.started;
    first_try -= earlier.first_try;
    retried -= earlier.retried;
    healed -= earlier.healed;
    fell_back -= earlier.fell_back;
    hedged -= earlier.hedged;
    failed -= earlier.failed;
    attempts -= earlier.attempts;
    right -= earlier.right;
    cost_nano_usd -= earlier.cost_nano_usd;
    return *this;
}

Duration nice_step(Duration least) {
    std::int64_t unit = 1;
    for (;;) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (unit * factor >= least.count()) return Duration{unit * factor};
        }
        unit *= 10;
    }
}

RunSeries::RunSeries(const Scenario &scenario)
    : step_(nice_step(std::max(scenario.duration / kStepsPlanned, Duration{1'000}))), before_(1), sights_(1) {
    Duration width = step_;
    for (int i = 0; i < kLadder; ++i) {
        levels_.push_back(Level{LatencySeries{width, {}, true}, {}});
        width = nice_step(width + Duration{1});
    }
}

bool RunSeries::extend(const TraceView &view, std::size_t most) {
    const std::size_t end = std::min(view.size(), records_ + std::min(most, view.size()));
    while (records_ < end) {
        auto records = view.run_from(records_);
        records = records.first(std::min(records.size(), end - records_));
        for (const TraceRecord &record : records)
            take(record);
        records_ += records.size();
    }
    return records_ < view.size();
}

void RunSeries::reach(SimTime time) {
    reached_ = time;
    for (;;) {
        const auto place = static_cast<std::size_t>(time.time_since_epoch() / step_);
        if (place < before_.size()) return;
        if (place < kStepsMax) {
            before_.resize(place + 1, now_);
            sights_.resize(place + 1);
            return;
        }
        double_step();
    }
}

void RunSeries::double_step() {
    const std::size_t kept = (before_.size() + 1) / 2;
    for (std::size_t i = 0; i < kept; ++i) {
        AttemptSights both = sights_[2 * i];
        if (2 * i + 1 < sights_.size()) {
            for (std::size_t k = 0; k < both.size(); ++k)
                both[k] |= sights_[2 * i + 1][k];
        }
        before_[i] = before_[2 * i];
        sights_[i] = both;
    }
    before_.resize(kept);
    sights_.resize(kept);
    step_ *= 2;
}

namespace {

void count(RunCounts &n, const TraceRecord &record) {
    switch (record.kind) {
    case RecordKind::request_started: ++n.started; break;
    case RecordKind::attempt_started: n.attempts += (record.leg & kDownstream) == 0 ? 1 : 0; break; // else a service's own
    case RecordKind::request_cost: n.cost_nano_usd += record.value; break;
    case RecordKind::request_ended:
        if (outcome_of(record) != kSuccess) {
            ++n.failed;
            break;
        }
        switch (recovery_of(record.detail)) {
        case Recovery::none: ++n.first_try; break;
        case Recovery::retry: ++n.retried; break;
        case Recovery::fallback: ++n.fell_back; break;
        case Recovery::healing: ++n.healed; break;
        case Recovery::hedging: ++n.hedged; break;
        }
        n.right += (record.flags & flag::right) != 0 ? 1 : 0;
        break;
    default: break;
    }
}

} // namespace

void RunSeries::take(const TraceRecord &record) {
    switch (record.kind) {
    case RecordKind::request_started:
    case RecordKind::attempt_started:
    case RecordKind::request_cost:
        reach(record.time);
        count(now_, record);
        break;
    case RecordKind::attempt_ended: {
        reach(record.time);
        attempt_max_ = std::max(attempt_max_, record.attempt);
        AttemptSights &seen = sights_.back();
        const std::size_t row = std::clamp<std::size_t>(record.attempt, 1, seen.size()) - 1;
        seen[row] |= sight::of(record);
        break;
    }
    case RecordKind::request_ended:
        reach(record.time);
        count(now_, record);
        end_request(record);
        break;
    case RecordKind::run_stopped:
        for (Level &level : levels_) {
            level.close();
            level.series.last_is_open = false;
        }
        break;
    default: break;
    }
}

void RunSeries::end_request(const TraceRecord &record) {
    for (Level &level : levels_)
        level.add(record.time, record.value);
    if (levels_.size() > 1 && levels_.front().series.steps.size() > kStepsMax) levels_.erase(levels_.begin());
}

void RunSeries::Level::add(SimTime time, std::int64_t latency_ns) {
    const auto place = static_cast<std::size_t>(time.time_since_epoch() / series.step);
    if (place >= series.steps.size()) {
        close();
        series.steps.resize(place + 1);
    }
    open.push_back(latency_ns);
    ++series.steps.back().count;
}

void RunSeries::Level::close() {
    if (open.empty()) return;
    LatencyStep &step = series.steps.back();
    step.p50_s = percentile_s(open, 0.50);
    step.p95_s = percentile_s(open, 0.95);
    step.p99_s = percentile_s(open, 0.99);
    open.clear();
}

RunCounts RunSeries::until(SimTime t) const {
    if (t > reached_) return now_;
    const auto place = static_cast<std::size_t>(std::max(t, kTimeZero).time_since_epoch() / step_);
    return before_[std::min(place, before_.size() - 1)];
}

RunCounts RunSeries::through(const TraceView &view, SimTime t) const {
    if (t >= reached_) return now_;
    const auto place = static_cast<std::size_t>(std::max(t, kTimeZero).time_since_epoch() / step_);
    RunCounts n = before_[std::min(place, before_.size() - 1)];
    const std::size_t end = std::min(view.upper_bound(t), records_);
    for (std::size_t i = view.lower_bound(kTimeZero + step_ * static_cast<std::int64_t>(place)); i < end; ++i) {
        count(n, view[i]);
    }
    return n;
}

const LatencySeries &RunSeries::latency(Duration step) const {
    for (const Level &level : levels_) {
        if (level.series.step >= step) return level.series;
    }
    return levels_.back().series;
}

} // namespace halfopen
