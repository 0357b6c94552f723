// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/request_summary.h"
#include "engine/base/say.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace halfopen {

namespace {

RequestStep step_of(const TraceRecord &attempt) {
    if ((attempt.flags & flag::special) != 0) return RequestStep::given_up;
    switch (outcome_of(attempt)) {
    case kSuccess: return RequestStep::success;
    case kind_timeout: return RequestStep::timeout;
    default: return RequestStep::failure;
    }
}

std::string times(int n) {
    if (n == 1) return said(phrase("Request", "once"));
    if (n == 2) return said(phrase("Request", "twice"));
    return say(phrase("Request", "{} times"), n);
}

/// What the end alone does not tell: refusals, remedies and retries on the way.
std::string on_the_way(const RequestSummary &summary, int remedies, bool fell_back, int copies) {
    if (summary.refusals > 0) return say(phrase("Request", "refused {}; "), times(summary.refusals));
    if (remedies > 0) return said(phrase("Request", "healed; "));
    if (fell_back) return said(phrase("Request", "fell back; "));
    if (summary.calls - copies > 1) return say(phrase("Request", "retried {}; "), times(summary.calls - copies - 1));
    if (copies > 0) return said(phrase("Request", "hedged; "));
    return {};
}

std::string ending_text(const Scenario &scenario, const TraceRecord &end) {
    const std::string &service = scenario.services[end.object].name;
    switch (static_cast<Ending>(end.reason)) {
    case Ending::served: return say(phrase("Request", "served by {}"), service);
    case Ending::continued: return say(phrase("Request", "went on with nothing: {}"), scenario.kinds[outcome_of(end)].name);
    case Ending::partial: return say(phrase("Request", "partial: {}"), scenario.kinds[outcome_of(end)].name);
    case Ending::deadline: return say(phrase("Request", "failed: deadline passed at {}"), service);
    case Ending::failed: break;
    }
    return say(phrase("Request", "failed: {} at {}"), scenario.kinds[outcome_of(end)].name, service);
}

/// Folds the records of one request into its summary.
class Summing {
public:
    Summing(const Scenario &scenario, RequestSummary &summary) : scenario_(scenario), summary_(summary) {}

    void take(const TraceRecord &r) {
        if ((r.leg & kDownstream) != 0) { // a service's own call: only its cost is the request's
            if (r.kind == RecordKind::attempt_ended) summary_.cost += Money{r.value};
            return;
        }
        if (goes_on(r.kind)) end_wait(r.time);
        switch (r.kind) {
        case RecordKind::leg_entered: enter_leg(r); break;
        case RecordKind::attempt_started:
            ++summary_.calls;
            service_ = r.object;
            copies_ += (r.flags & flag::copy_mask) != 0 ? 1 : 0;
            break;
        case RecordKind::leg_skipped: service_ = r.object; break;
        case RecordKind::attempt_ended:
            summary_.steps.push_back(step_of(r));
            summary_.cost += Money{r.value};
            break;
        case RecordKind::refused:
            summary_.steps.push_back(RequestStep::refused);
            ++summary_.refusals;
            break;
        case RecordKind::wait_started: wait_ = r; break;
        case RecordKind::diagnosis_started:
        case RecordKind::remedy_started: healing_ = true; break;
        case RecordKind::diagnosed: summary_.cost += Money{r.value}; break;
        case RecordKind::remedy_ended:
            summary_.steps.push_back(r.reason != 0 ? RequestStep::healed : RequestStep::not_healed);
            summary_.cost += Money{r.value};
            remedies_ += r.reason != 0 ? 1 : 0;
            break;
        case RecordKind::request_ended: end(r); break;
        default: break;
        }
    }

    /// What is known of a request that is still under way at `at`.
    void leave(SimTime at) {
        if (!summary_.in_flight) return;
        summary_.latency = at - summary_.started;
        summary_.outcome = under_way_text();
        end_wait(at);
    }

private:
    /// Whether the record shows that a wait before it is over. The answer to a call that was given up may come during
    /// the wait.
    static bool goes_on(RecordKind kind) {
        switch (kind) {
        case RecordKind::leg_entered:
        case RecordKind::leg_skipped:
        case RecordKind::attempt_started:
        case RecordKind::wait_started:
        case RecordKind::wait_ended:
        case RecordKind::gave_up:
        case RecordKind::refused:
        case RecordKind::diagnosis_started:
        case RecordKind::request_ended: return true;
        default: return false;
        }
    }

    /// Takes what has been waited so far; of waits in a layer only the trace tells.
    void end_wait(SimTime now) {
        if (wait_ && wait_->reason <= static_cast<std::uint8_t>(WaitReason::healing))
            summary_.waited += std::min(Duration{wait_->value}, now - wait_->time);
        wait_.reset();
        healing_ = false;
    }

    std::string under_way_text() const {
        const std::string &service = scenario_.services[wait_ ? wait_->object : service_].name;
        if (healing_) return say(phrase("Request", "being healed after {}"), service);
        if (!wait_) return say(phrase("Request", "in flight at {}"), service);
        switch (static_cast<WaitReason>(wait_->reason)) {
        case WaitReason::bulkhead: return say(phrase("Request", "waiting in the bulkhead before {}"), service);
        case WaitReason::rate_limiter: return say(phrase("Request", "waiting in the rate limiter before {}"), service);
        case WaitReason::breaker: return say(phrase("Request", "waiting before the breaker of {}"), service);
        default: return say(phrase("Request", "waiting to ask {} again"), service);
        }
    }

    void enter_leg(const TraceRecord &r) {
        service_ = r.object;
        if (static_cast<LegReason>(r.reason) != LegReason::fallback) return;
        summary_.steps.push_back(RequestStep::fallback);
        fell_back_ = true;
    }
    void end(const TraceRecord &r) {
        summary_.in_flight = false;
        summary_.latency = Duration{r.value};
        summary_.succeeded = static_cast<Ending>(r.reason) == Ending::served;
        summary_.outcome = on_the_way(summary_, remedies_, fell_back_, copies_) + ending_text(scenario_, r);
    }

    const Scenario &scenario_;
    RequestSummary &summary_;
    std::uint32_t service_ = 0;
    std::optional<TraceRecord> wait_; ///< the wait under way
    bool healing_ = false;
    int remedies_ = 0;
    int copies_ = 0; ///< hedged, among the calls
    bool fell_back_ = false;
};

} // namespace

RequestSummary summary_of(const Scenario &scenario, std::span<const TraceRecord> records) {
    RequestSummary summary;
    summary.request = records.front().request;
    summary.started = records.front().time;
    Summing summing(scenario, summary);
    for (const TraceRecord &record : records) summing.take(record);
    summing.leave(records.back().time);
    return summary;
}

RequestSummary summary_of(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                          std::uint32_t request, SimTime at) {
    const RequestEntry &entry = index.request(request);
    RequestSummary summary;
    summary.request = request;
    summary.started = entry.started;
    Summing summing(scenario, summary);
    for (std::optional<std::size_t> i = entry.first_record; i && trace[*i].time <= at; i = index.next_of_request(*i)) {
        summing.take(trace[*i]);
    }
    summing.leave(at);
    return summary;
}

} // namespace halfopen
