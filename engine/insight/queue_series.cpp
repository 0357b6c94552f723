// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/queue_series.h"

#include <algorithm>

#include "engine/insight/series.h"

namespace halfopen {

namespace {

constexpr std::int64_t kStepsPlanned = 10'000;

QueueState most_of(const QueueState &a, const QueueState &b) {
    return {std::max(a.waiting, b.waiting), std::max(a.serving, b.serving)};
}

} // namespace

QueueSeries::QueueSeries(const Scenario &scenario)
    : place_of_(scenario.services.size()),
      step_(nice_step(std::max(scenario.duration / kStepsPlanned, Duration{1'000}))) {
    for (std::uint32_t s = 0; s < scenario.services.size(); ++s) {
        if (!scenario.services[s].workers) continue;
        place_of_[s] = static_cast<std::uint32_t>(services_.size());
        services_.push_back(s);
    }
    now_.resize(services_.size());
    steps_.assign(services_.size(), std::vector<Step>(1));
}

bool QueueSeries::extend(const TraceView &view, std::size_t most) {
    if (services_.empty()) {
        records_ = view.size();
        return false;
    }
    const std::size_t end = std::min(view.size(), records_ + std::min(most, view.size()));
    while (records_ < end) {
        auto records = view.run_from(records_);
        records = records.first(std::min(records.size(), end - records_));
        for (const TraceRecord &record : records) take(record);
        records_ += records.size();
    }
    return records_ < view.size();
}

void QueueSeries::take(const TraceRecord &record) {
    switch (record.kind) {
    case RecordKind::call_queued:
    case RecordKind::queue_left:
    case RecordKind::service_started:
    case RecordKind::service_ended: break;
    default: return;
    }
    if (record.object >= place_of_.size() || !place_of_[record.object]) return;
    reach(record.time);
    const std::uint32_t place = *place_of_[record.object];
    QueueState &now = now_[place];
    switch (record.kind) {
    case RecordKind::call_queued: ++now.waiting; break;
    case RecordKind::queue_left: --now.waiting; break;
    case RecordKind::service_started:
        if (record.reason == 1) --now.waiting; // it had queued
        ++now.serving;
        break;
    default: --now.serving; break;
    }
    QueueState &most = steps_[place].back().most;
    most = most_of(most, now);
}

void QueueSeries::reach(SimTime time) {
    reached_ = time;
    auto place = static_cast<std::size_t>(time.time_since_epoch() / step_);
    while (place >= kStepsMax) {
        double_steps();
        place = static_cast<std::size_t>(time.time_since_epoch() / step_);
    }
    for (std::size_t p = 0; p < steps_.size(); ++p) {
        if (place >= steps_[p].size()) steps_[p].resize(place + 1, Step{now_[p], now_[p]});
    }
}

void QueueSeries::double_steps() {
    for (std::vector<Step> &steps : steps_) {
        const std::size_t kept = (steps.size() + 1) / 2;
        for (std::size_t i = 0; i < kept; ++i) {
            Step both = steps[2 * i];
            if (2 * i + 1 < steps.size()) both.most = most_of(both.most, steps[2 * i + 1].most);
            steps[i] = both;
        }
        steps.resize(kept);
    }
    step_ *= 2;
}

QueueState QueueSeries::at(std::size_t place, SimTime t) const {
    if (t > reached_) return now_[place];
    const auto step = static_cast<std::size_t>(std::max(t, kTimeZero).time_since_epoch() / step_);
    return steps_[place][std::min(step, steps_[place].size() - 1)].begin;
}

QueueState QueueSeries::most(std::size_t place, SimTime from, SimTime to) const {
    const std::vector<Step> &steps = steps_[place];
    const auto first = static_cast<std::size_t>(std::max(from, kTimeZero).time_since_epoch() / step_);
    if (first >= steps.size()) return now_[place];
    const auto last = static_cast<std::size_t>(std::max(to - Duration{1}, from).time_since_epoch() / step_);
    QueueState result = steps[first].begin;
    for (std::size_t i = first; i <= last && i < steps.size(); ++i) result = most_of(result, steps[i].most);
    return result;
}

} // namespace halfopen
