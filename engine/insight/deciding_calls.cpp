// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/deciding_calls.h"

#include <algorithm>

#include "engine/insight/words.h"

namespace halfopen {

namespace {

/// Walks back from one transition over the results that its breaker saw.
class LookBack {
public:
    LookBack(const Scenario &scenario, const TraceView &trace, const TraceIndex &index, std::size_t record)
        : trace_(trace), index_(index), change_(trace[record]), breaker_(change_.object), record_(record),
          service_(index.layout().breakers[breaker_].service),
          config_(*breaker_config(scenario, index.layout(), breaker_)) {
        if (record + 1 < trace.size() && trace[record + 1].kind == RecordKind::breaker_numbers) {
            numbers_ = unpack_numbers(trace[record + 1].value);
        }
        from_ = after_trigger();
        interval_ = index.breaker_interval_of_record(breaker_, record);
    }

    std::vector<DecidingCall> calls() const {
        switch (static_cast<BreakerReason>(change_.reason)) {
        case BreakerReason::none:
        case BreakerReason::open_time_over:
        case BreakerReason::probe_timeout:
        case BreakerReason::success_rate: // told of a replica, not of a breaker
        case BreakerReason::retry_after: return {};
        case BreakerReason::consecutive_failures:
        case BreakerReason::cumulative_failures: return counted_failures();
        case BreakerReason::failure_rate:
        case BreakerReason::slow_rate:
            return window(static_cast<std::size_t>(std::max(1, numbers_.limit)), 0);
        case BreakerReason::failure_count:
            return window(SIZE_MAX, static_cast<std::size_t>(std::max(1, numbers_.measured)));
        case BreakerReason::probe_failed:
        case BreakerReason::probe_rate:
        case BreakerReason::probe_slow:
        case BreakerReason::probe_ignored:
        case BreakerReason::probe_succeeded: return probes();
        case BreakerReason::late_success: return last_result();
        }
        return {};
    }

private:
    bool observed(std::size_t i) const {
        return trace_[i].kind == RecordKind::breaker_observed && trace_[i].object == breaker_;
    }
    Verdict verdict(std::size_t i) const { return static_cast<Verdict>(trace_[i].reason); }

    /// The place behind the result that made it step: that result stands beside the step, at the same
    /// instant.
    std::size_t after_trigger() const {
        for (std::size_t i = record_; i-- > 0 && trace_[i].time == change_.time;) {
            if (observed(i)) return i + 1;
        }
        for (std::size_t i = record_; i < trace_.size() && trace_[i].time == change_.time; ++i) {
            if (observed(i)) return i + 1;
        }
        return record_;
    }

    /// The record at which the breaker's memory begins, for walks that nothing else ends.
    std::size_t memory_begin() const {
        const auto &life = index_.breaker(breaker_);
        if (config_.reset_window == ResetWindow::never) return 0;
        const auto forgets =
            config_.reset_window == ResetWindow::on_open ? BreakerState::open : BreakerState::closed;
        for (std::size_t i = interval_; i-- > 1;) {
            if (life[i].state == forgets) return life[i].record;
        }
        return 0;
    }

    /// Every counted failure left the count one higher, so the last record with each number is the one that
    /// counted first; a later one with the same number came too late and was dropped.
    std::vector<DecidingCall> counted_failures() const {
        std::vector<DecidingCall> calls;
        std::int64_t expected = numbers_.measured;
        for (std::size_t i = from_; i-- > 0;) {
            if (!observed(i) || verdict(i) != Verdict::failure) continue;
            const std::int64_t count = trace_[i].value;
            if (calls.empty() || count == expected) {
                if (calls.size() < kDecidingCallsMax) calls.push_back(call_at(i));
                --expected;
            } else if (count == expected + 1 && calls.size() > 1 && calls.size() < kDecidingCallsMax) {
                calls.back() = call_at(i);
            }
            if (expected <= 0) break;
        }
        std::reverse(calls.begin(), calls.end());
        return calls;
    }

    /// The last results, at most so many in all (0 failures: any number of them) or until so many failures.
    std::vector<DecidingCall> window(std::size_t results, std::size_t failures) const {
        std::vector<DecidingCall> first, rest;
        const std::size_t begin = memory_begin();
        std::size_t seen = 0, failed = 0;
        const bool by_slowness = static_cast<BreakerReason>(change_.reason) == BreakerReason::slow_rate;
        for (std::size_t i = from_; i-- > begin && seen < results && (failures == 0 || failed < failures);) {
            if (!observed(i) || verdict(i) == Verdict::ignored) continue;
            ++seen;
            const bool failure = verdict(i) == Verdict::failure;
            failed += failure ? 1 : 0;
            if (first.size() >= kDecidingCallsMax ||
                (!by_slowness && !failure && rest.size() >= kDecidingCallsMax)) {
                continue;
            }
            const DecidingCall call = call_at(i);
            const bool decides = by_slowness ? call.ended - call.started > *config_.slow_over : failure;
            (decides ? first : rest).push_back(call);
        }
        std::reverse(first.begin(), first.end());
        std::reverse(rest.begin(), rest.end());
        const std::size_t room = kDecidingCallsMax - std::min(first.size(), kDecidingCallsMax);
        if (rest.size() > room) rest.erase(rest.begin(), rest.end() - static_cast<std::ptrdiff_t>(room));
        first.insert(first.end(), rest.begin(), rest.end());
        return first;
    }

    /// The results since the half-open period began; of a change without a rate only those that point its
    /// way.
    std::vector<DecidingCall> probes() const {
        std::vector<DecidingCall> calls;
        if (interval_ == 0) return calls;
        const BreakerInterval &period = index_.breaker(breaker_)[interval_ - 1];
        const auto reason = static_cast<BreakerReason>(change_.reason);
        for (std::size_t i = from_; i-- > period.record && calls.size() < kDecidingCallsMax;) {
            if (!observed(i)) continue;
            if ((verdict(i) == Verdict::ignored) != (reason == BreakerReason::probe_ignored)) continue;
            const bool failure = verdict(i) == Verdict::failure;
            if (reason == BreakerReason::probe_failed && !failure) continue;
            if (reason == BreakerReason::probe_succeeded && failure) continue;
            const DecidingCall call = call_at(i);
            const bool stale = call.started < period.from;
            if (stale && config_.stale_results != StaleResults::count) continue;
            calls.push_back(call);
        }
        std::reverse(calls.begin(), calls.end());
        return calls;
    }

    /// The one result at which it moved.
    std::vector<DecidingCall> last_result() const {
        for (std::size_t i = from_; i-- > 0 && trace_[i].time == change_.time;) {
            if (observed(i)) return {call_at(i)};
        }
        return {};
    }

    DecidingCall call_at(std::size_t i) const {
        const TraceRecord &seen = trace_[i];
        DecidingCall call;
        call.request = seen.request;
        call.attempt = seen.attempt;
        call.ended = call.started = seen.time;
        call.outcome = outcome_of(seen);
        call.record = i;
        call.failure = static_cast<Verdict>(seen.reason) == Verdict::failure;
        call.met_fault = (seen.flags & flag::met_fault) != 0;
        for (const std::size_t at : index_.records_of(seen.request)) {
            const TraceRecord &record = trace_[at];
            if (record.object != service_ || record.attempt != seen.attempt) continue;
            if ((record.flags & flag::copy_mask) != 0 || record.leg != seen.leg) continue; // the first copy began it
            if (record.kind == RecordKind::attempt_started) {
                call.started = record.time;
                if (record.value > 0) call.timeout = Duration{record.value};
            } else if (record.kind == RecordKind::late_completion && outcome_of(record) == kSuccess) {
                call.due = record.time - call.started;
            }
        }
        return call;
    }

    const TraceView &trace_;
    const TraceIndex &index_;
    TraceRecord change_;
    std::uint32_t breaker_;
    std::size_t record_;
    std::uint32_t service_;
    const BreakerConfig &config_;
    BreakerNumbers numbers_;
    std::size_t from_ = 0;     ///< the walk begins before this record
    std::size_t interval_ = 0; ///< the interval that the change begins
};

} // namespace

std::vector<DecidingCall> deciding_calls(const Scenario &scenario, const TraceView &trace,
                                         const TraceIndex &index, std::size_t record) {
    const TraceRecord &change = trace[record];
    if (change.kind != RecordKind::breaker_changed || change.object >= index.breakers()) return {};
    return LookBack(scenario, trace, index, record).calls();
}

} // namespace halfopen
