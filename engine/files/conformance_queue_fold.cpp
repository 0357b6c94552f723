// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_queue_fold.h"

#include <algorithm>
#include <utility>

#include "engine/policy/kinds.h"

namespace halfopen::vectors {

QueueFold::QueueFold(Limits limits)
    : waits_above(limits.wait_above_s.size()),
      sojourns_above(limits.sojourn_above_s.size()),
      limits_(std::move(limits)) {}

double QueueFold::span_s() const { return seconds(limits_.to - limits_.from); }

void QueueFold::take(std::span<const TraceRecord> records) {
    for (const TraceRecord &record : records)
        take_one(record);
}

void QueueFold::take_one(const TraceRecord &record) {
    const bool counted = (record.flags & flag::counted) != 0;
    switch (record.kind) {
    case RecordKind::request_started: arrived += counted ? 1 : 0; break;
    case RecordKind::call_queued:
        pass(record.time);
        ++queued_;
        break;
    case RecordKind::service_started: {
        pass(record.time);
        if (record.reason == 1) --queued_;
        ++serving_;
        if (!counted) break;
        const double wait = static_cast<double>(record.value) * 1e-9;
        ++admitted;
        waited += record.reason;
        wait_s += wait;
        wait_squares += (wait - limits_.wait_mean_s) * (wait - limits_.wait_mean_s);
        for (std::size_t i = 0; i < waits_above.size(); ++i)
            waits_above[i] += wait > limits_.wait_above_s[i] ? 1 : 0;
        break;
    }
    case RecordKind::service_ended:
        pass(record.time);
        --serving_;
        break;
    case RecordKind::request_ended: {
        if (!counted) break;
        if (outcome_of(record) == kind_overloaded) {
            ++blocked;
            break;
        }
        const double sojourn = static_cast<double>(record.value) * 1e-9;
        sojourn_s += sojourn;
        sojourn_squares += (sojourn - limits_.sojourn_mean_s) * (sojourn - limits_.sojourn_mean_s);
        for (std::size_t i = 0; i < sojourns_above.size(); ++i) {
            sojourns_above[i] += sojourn > limits_.sojourn_above_s[i] ? 1 : 0;
        }
        break;
    }
    default: break;
    }
}

void QueueFold::pass(SimTime t) {
    const SimTime from = std::max(last_, limits_.from);
    const SimTime to = std::min(t, limits_.to);
    last_ = t;
    if (to <= from) return;
    const double dt = seconds(to - from);
    const double inside = static_cast<double>(queued_ + serving_);
    in_system_s += inside * dt;
    in_system_squares += (inside - limits_.in_system_mean) * (inside - limits_.in_system_mean) * dt;
    in_queue_s += static_cast<double>(queued_) * dt;
    busy_s += static_cast<double>(serving_) / limits_.workers * dt;
    empty_s += queued_ + serving_ == 0 ? dt : 0.0;
}

} // namespace halfopen::vectors
