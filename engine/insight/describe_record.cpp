// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

/// What one record says, without its time and request. Knows nothing of other records.
class RecordText {
public:
    RecordText(const TraceRecord &record, const Scenario &scenario, const Layout &layout)
        : r_(record), scenario_(scenario), layout_(layout), service_(service_name(scenario, record.object)),
          outcome_(outcome_of(record)) {}

    std::string text() const {
        if (r_.kind == RecordKind::queue_left) return healing_and_server_text();
        if (r_.kind > RecordKind::queue_left) return layer_text();
        if (r_.kind >= RecordKind::fault_on) return world_text();
        if (r_.kind >= RecordKind::diagnosis_started) return healing_and_server_text();
        if (r_.kind >= RecordKind::refused) return breaker_text();
        return request_text();
    }

private:
    std::string request_text() const {
        switch (r_.kind) {
        case RecordKind::request_started: return started();
        case RecordKind::request_ended: return ended();
        case RecordKind::request_cost: return "cost " + price(r_.value) + " in all";
        case RecordKind::leg_entered: return leg();
        case RecordKind::attempt_started:
            return fmt::format("{}attempt {} sent to {}, {}", own_call(), r_.attempt, service_,
                               r_.value > 0 ? "timeout " + format_duration(Duration{r_.value})
                                            : "no timeout");
        case RecordKind::attempt_ended: return attempt_ended();
        case RecordKind::wait_started: return wait();
        case RecordKind::wait_range:
            return fmt::format("the wait was drawn from up to {}", format_duration(Duration{r_.value}));
        case RecordKind::gave_up: return gave_up();
        default: return {};
        }
    }

    /// Who sends: nothing for the request itself.
    std::string own_call() const {
        if ((r_.leg & kDownstream) != 0) return "a service's own call: ";
        const int copy = r_.flags & flag::copy_mask;
        return copy > 0 ? fmt::format("copy {}: ", copy + 1) : std::string();
    }

    std::string layer_text() const {
        switch (r_.kind) {
        case RecordKind::leg_skipped:
            return fmt::format("skips {}: its breaker is OPEN{}", service_,
                               r_.value > 0 ? " until " + format_time(SimTime{Duration{r_.value}}) : "");
        case RecordKind::hedge_sent:
            return fmt::format("hedges at {}: {}", service_,
                               static_cast<HedgeReason>(r_.reason) == HedgeReason::copy_failed
                                   ? std::string("a copy failed")
                                   : "no answer after " + format_duration(Duration{r_.value}));
        case RecordKind::wait_ended:
            return fmt::format("goes on to {} after {} ({})", service_, format_duration(Duration{r_.value}), parked_by());
        case RecordKind::budget_spent:
            return fmt::format("{} pays for a retry after {}, {:g} left",
                               guard_name(scenario_, layout_, r_.object, kind_budget_empty),
                               kind_name(scenario_, outcome_), static_cast<double>(r_.value) / 1000.0);
        case RecordKind::replica_ejected:
            return fmt::format("replica {} of {} is taken out of turn until {}: {}", r_.detail + 1, service_,
                               format_time(SimTime{Duration{r_.value}}), reason());
        case RecordKind::replica_returned: return fmt::format("replica {} of {} is back in turn", r_.detail + 1, service_);
        case RecordKind::edit_applied:
            if (r_.object >= scenario_.edits.size()) return fmt::format("edit {} applied", r_.object);
            return fmt::format("edit: {} = {}", scenario_.edits[r_.object].path, scenario_.edits[r_.object].value);
        default: return {};
        }
    }

    std::string_view parked_by() const {
        switch (static_cast<WaitReason>(r_.reason)) {
        case WaitReason::bulkhead: return "bulkhead";
        case WaitReason::rate_limiter: return "rate limiter";
        case WaitReason::breaker: return "breaker";
        default: return "unknown reason";
        }
    }

    std::string started() const {
        std::string carried;
        for (std::size_t i = 0; i < scenario_.inputs.size(); ++i) {
            if ((static_cast<std::uint64_t>(r_.value) >> i & 1u) == 0) continue;
            carried +=
                (carried.empty() ? ", carries " : " and ") + kind_name(scenario_, scenario_.inputs[i].kind);
        }
        const auto &workloads = scenario_.workloads;
        const std::string what = r_.object < workloads.size() ? workloads[r_.object].operation : "a request";
        return fmt::format("started {} in instance {}{}", what, r_.detail + 1, carried);
    }

    std::string ended() const {
        const std::string rest = fmt::format("after {} in {}", counted(r_.attempt, "attempt", "attempts"),
                                             format_duration(Duration{r_.value}));
        switch (static_cast<Ending>(r_.reason)) {
        case Ending::served:
            return fmt::format("served by {} {}{}", service_, rest,
                               (r_.flags & flag::right) != 0 ? "" : ", the answer is wrong");
        case Ending::deadline: return fmt::format("failed at its deadline {}", rest);
        case Ending::continued:
            return fmt::format("went on with nothing ({}) {}", kind_name(scenario_, outcome_), rest);
        case Ending::partial:
            return fmt::format("ended with a partial result ({}) {}", kind_name(scenario_, outcome_), rest);
        case Ending::failed: break;
        }
        return fmt::format("failed with {} {}", kind_name(scenario_, outcome_), rest);
    }

    std::string leg() const {
        switch (static_cast<LegReason>(r_.reason)) {
        case LegReason::first: return "asks " + service_;
        case LegReason::healed: return "asks " + service_ + " again after healing";
        case LegReason::fallback: break;
        }
        return fmt::format("falls back to {} after {}", service_, kind_name(scenario_, outcome_));
    }

    std::string attempt_ended() const {
        const std::string cost = r_.value == 0 ? "" : ", cost " + price(r_.value);
        const std::string fault = (r_.flags & flag::met_fault) != 0 ? ", a fault was on" : "";
        if ((r_.flags & flag::special) != 0) {
            return fmt::format("attempt {} at {} was given up by the caller{}{}", r_.attempt, service_, cost,
                               fault);
        }
        const bool wrong = outcome_ == kSuccess && (r_.flags & flag::right) == 0;
        return fmt::format("attempt {} at {} {}{}{}{}", r_.attempt, service_,
                           how_it_ended(scenario_, outcome_), wrong ? " with a wrong answer" : "", cost,
                           fault);
    }

    std::string wait() const {
        if (r_.reason >= static_cast<std::uint8_t>(WaitReason::bulkhead)) {
            return fmt::format("is parked before {} ({})", service_, parked_by());
        }
        constexpr std::string_view reasons[] = {"backoff", "the server's Retry-After", "healing schedule"};
        const std::string_view why = r_.reason < 3 ? reasons[r_.reason] : "unknown reason";
        return fmt::format("waits {} before it asks {} again ({}) after {}",
                           format_duration(Duration{r_.value}), service_, why,
                           kind_name(scenario_, outcome_));
    }

    std::string gave_up() const {
        const std::string kind = kind_name(scenario_, outcome_);
        switch (static_cast<GiveUp>(r_.reason)) {
        case GiveUp::kind_not_retried:
            return fmt::format("no further try at {}: {} is not retried", service_, kind);
        case GiveUp::attempts_used_up:
            return fmt::format("no further try at {}: attempts used up, the last with {}", service_, kind);
        case GiveUp::hint_too_long:
            return fmt::format("no further try at {}: the server asked for too long a wait", service_);
        case GiveUp::deadline_would_pass: break;
        }
        return fmt::format("no further try at {}: the next wait would pass the deadline", service_);
    }

    std::string breaker_text() const {
        const std::string breaker = "breaker of " + breaker_name(scenario_, layout_, r_.object);
        switch (r_.kind) {
        case RecordKind::refused: return refused(breaker);
        case RecordKind::breaker_observed: {
            constexpr std::string_view verdicts[] = {"a success", "a failure", "nothing"};
            return fmt::format("{} counts {} as {} ({} failures now)", breaker,
                               kind_name(scenario_, outcome_),
                               r_.reason < 3 ? verdicts[r_.reason] : "unknown", r_.value);
        }
        case RecordKind::breaker_changed: return changed(breaker);
        case RecordKind::breaker_numbers: {
            const BreakerNumbers numbers = unpack_numbers(r_.value);
            return fmt::format("{}: {} measured against {}", breaker, numbers.measured, numbers.limit);
        }
        default: return {};
        }
    }

    std::string refused(const std::string &breaker) const {
        if (outcome_ != kind_breaker_open)
            return fmt::format("refused by {} ({}), nothing was sent", guard_name(scenario_, layout_, r_.object, outcome_),
                               kind_name(scenario_, outcome_));
        const SimTime until{Duration{r_.value}};
        if (r_.value <= 0 || until == kTimeNever)
            return fmt::format("refused by the {}, nothing was sent", breaker);
        return fmt::format("refused by the {} until {}, nothing was sent", breaker, format_time(until));
    }

    std::string changed(const std::string &breaker) const {
        const auto from = static_cast<BreakerState>(r_.detail >> 4 & 15u);
        const auto to = static_cast<BreakerState>(r_.detail & 15u);
        std::string text =
            fmt::format("{}: {} -> {}, {}", breaker, state_name(from), state_name(to), reason());
        if (to == BreakerState::open && r_.value > 0)
            text += ", re-tests at " + format_time(SimTime{Duration{r_.value}});
        return text;
    }

    static std::string_view state_name(BreakerState state) {
        return state > BreakerState::half_open ? "unknown" : name_of(state);
    }

    /// Without the numbers, which stand in the next record.
    std::string reason() const {
        switch (static_cast<BreakerReason>(r_.reason)) {
        case BreakerReason::consecutive_failures: return "too many failures in a row";
        case BreakerReason::cumulative_failures: return "too many failures since the last reset";
        case BreakerReason::failure_rate: return "failure rate over the limit";
        case BreakerReason::failure_count: return "too many failures in its window";
        case BreakerReason::slow_rate: return "too many slow calls";
        case BreakerReason::probe_rate: return "too many probes failed";
        case BreakerReason::probe_succeeded: return "its probes succeeded";
        default: return reason_text(static_cast<BreakerReason>(r_.reason), 0, 0);
        }
    }

    std::string healing_and_server_text() const {
        const std::string issue = kind_name(scenario_, outcome_);
        switch (r_.kind) {
        case RecordKind::diagnosis_started:
            return fmt::format("diagnosis of {} at {} begins", issue, service_);
        case RecordKind::diagnosed: return diagnosed(issue);
        case RecordKind::remedy_started: return "remedy against " + issue + " begins";
        case RecordKind::remedy_ended:
            return fmt::format("remedy against {} {}{}", issue,
                               r_.reason != 0 ? "removed the cause" : "did not help",
                               r_.value == 0 ? "" : ", cost " + price(r_.value));
        case RecordKind::call_queued:
            return fmt::format("attempt {} waits in the queue of {}", r_.attempt, service_);
        case RecordKind::service_started:
            return fmt::format("{} begins to serve attempt {} after {} in the queue", service_, r_.attempt,
                               format_duration(Duration{r_.value}));
        case RecordKind::service_ended:
            return fmt::format("{} worked {} on attempt {}: {}{}", service_,
                               format_duration(Duration{r_.value}), r_.attempt,
                               outcome_ == kSuccess ? "success" : issue, r_.reason != 0 ? ", cut short" : "");
        case RecordKind::late_completion:
            return fmt::format("{} finished attempt {} when nobody waited any more: wasted work{}", service_,
                               r_.attempt, r_.reason != 0 ? ", its effect happened" : "");
        case RecordKind::queue_left:
            return fmt::format("attempt {} leaves the queue of {} unserved after {}", r_.attempt, service_,
                               format_duration(Duration{r_.value}));
        case RecordKind::effect_duplicated:
            return fmt::format("its effect happened once more at {}", service_);
        default: return {};
        }
    }

    std::string diagnosed(const std::string &issue) const {
        const std::string cost = r_.value == 0 ? "" : ", cost " + price(r_.value);
        if (outcome_ == 0) return "diagnosis found nothing" + cost;
        return fmt::format("diagnosis: {}, {}{}", issue, r_.reason != 0 ? "right" : "wrong", cost);
    }

    std::string world_text() const {
        switch (r_.kind) {
        case RecordKind::fault_on: return "fault on: " + fault();
        case RecordKind::fault_off: return "fault off: " + fault();
        case RecordKind::service_down: return service_ + " goes down (availability)";
        case RecordKind::service_up: return service_ + " is up again (availability)";
        default: break;
        }
        return "run stopped: " + stop_reason();
    }

    std::string fault() const {
        if (r_.object >= scenario_.faults.size()) return fmt::format("fault {}", r_.object);
        const Fault &fault = scenario_.faults[r_.object];
        return describe(fault, scenario_.kinds) + " at " + fault.service;
    }

    std::string stop_reason() const {
        switch (static_cast<StopReason>(r_.reason)) {
        case StopReason::finished: return "nothing is left to do";
        case StopReason::drain_limit: return "the drain limit was reached with requests in flight";
        case StopReason::too_many_requests: return "too many requests were started";
        case StopReason::too_many_in_flight: return "too many requests were in flight";
        case StopReason::time_stands_still: return "time stood still";
        case StopReason::interrupted: return "interrupted";
        }
        return "unknown reason";
    }

    const TraceRecord &r_;
    const Scenario &scenario_;
    const Layout &layout_;
    std::string service_;
    Outcome outcome_;
};

} // namespace

std::string describe(const TraceRecord &record, const Scenario &scenario, const Layout &layout) {
    const std::string text = RecordText(record, scenario, layout).text();
    if (record.request == 0) return fmt::format("{}  {}", format_time(record.time), text);
    return fmt::format("{}  #{}  {}", format_time(record.time), record.request, text);
}

} // namespace halfopen
