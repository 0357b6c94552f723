// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "engine/base/say.h"
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
        case RecordKind::request_cost: return say(phrase("Event", "cost {} in all"), price(r_.value));
        case RecordKind::leg_entered: return leg();
        case RecordKind::attempt_started:
            return say(phrase("Event", "{}attempt {} sent to {}, {}"), own_call(), r_.attempt, service_,
                               r_.value > 0 ? say(phrase("Event", "timeout {}"), format_duration(Duration{r_.value}))
                                            : said(phrase("Event", "no timeout")));
        case RecordKind::attempt_ended: return attempt_ended();
        case RecordKind::wait_started: return wait();
        case RecordKind::wait_range:
            return say(phrase("Event", "the wait was drawn from up to {}"), format_duration(Duration{r_.value}));
        case RecordKind::gave_up: return gave_up();
        default: return {};
        }
    }

    /// Who sends: nothing for the request itself.
    std::string own_call() const {
        if ((r_.leg & kDownstream) != 0) return said(phrase("Event", "a service's own call: "));
        const int copy = r_.flags & flag::copy_mask;
        return copy > 0 ? say(phrase("Event", "copy {}: "), copy + 1) : std::string();
    }

    std::string layer_text() const {
        switch (r_.kind) {
        case RecordKind::leg_skipped:
            return say(phrase("Event", "skips {}: its breaker is OPEN{}"), service_,
                               r_.value > 0 ? say(phrase("Event", " until {}"), format_time(SimTime{Duration{r_.value}})) : "");
        case RecordKind::hedge_sent:
            return say(phrase("Event", "hedges at {}: {}"), service_,
                               static_cast<HedgeReason>(r_.reason) == HedgeReason::copy_failed
                                   ? said(phrase("Event", "a copy failed"))
                                   : say(phrase("Event", "no answer after {}"), format_duration(Duration{r_.value})));
        case RecordKind::wait_ended:
            return say(phrase("Event", "goes on to {} after {} ({})"), service_, format_duration(Duration{r_.value}), parked_by());
        case RecordKind::budget_spent:
            return say(phrase("Event", "{} pays for a retry after {}, {:g} left"),
                               guard_name(scenario_, layout_, r_.object, kind_budget_empty),
                               kind_name(scenario_, outcome_), static_cast<double>(r_.value) / 1000.0);
        case RecordKind::replica_ejected:
            return say(phrase("Event", "replica {} of {} is taken out of turn until {}: {}"), r_.detail + 1, service_,
                               format_time(SimTime{Duration{r_.value}}), reason());
        case RecordKind::replica_returned: return say(phrase("Event", "replica {} of {} is back in turn"), r_.detail + 1, service_);
        case RecordKind::edit_applied:
            if (r_.object >= scenario_.edits.size()) return say(phrase("Event", "edit {} applied"), r_.object);
            return say(phrase("Event", "edit: {} = {}"), scenario_.edits[r_.object].path, scenario_.edits[r_.object].value);
        default: return {};
        }
    }

    std::string parked_by() const {
        switch (static_cast<WaitReason>(r_.reason)) {
        case WaitReason::bulkhead: return said(phrase("Event", "bulkhead"));
        case WaitReason::rate_limiter: return said(phrase("Event", "rate limiter"));
        case WaitReason::breaker: return said(phrase("Event", "breaker"));
        default: return said(phrase("Event", "unknown reason"));
        }
    }

    std::string started() const {
        std::string carried;
        for (std::size_t i = 0; i < scenario_.inputs.size(); ++i) {
            if ((static_cast<std::uint64_t>(r_.value) >> i & 1u) == 0) continue;
            carried +=
                (carried.empty() ? said(phrase("Event", ", carries ")) : said(phrase("Event", " and "))) + kind_name(scenario_, scenario_.inputs[i].kind);
        }
        const auto &workloads = scenario_.workloads;
        const std::string what = r_.object < workloads.size() ? workloads[r_.object].operation : said(phrase("Event", "a request"));
        return say(phrase("Event", "started {} in instance {}{}"), what, r_.detail + 1, carried);
    }

    std::string ended() const {
        const std::string rest = say(phrase("Event", "after {} in {}"), counted(r_.attempt, phrase("Event", "attempt"), phrase("Event", "attempts")),
                                             format_duration(Duration{r_.value}));
        switch (static_cast<Ending>(r_.reason)) {
        case Ending::served:
            return say(phrase("Event", "served by {} {}{}"), service_, rest,
                               (r_.flags & flag::right) != 0 ? "" : said(phrase("Event", ", the answer is wrong")));
        case Ending::deadline: return say(phrase("Event", "failed at its deadline {}"), rest);
        case Ending::continued:
            return say(phrase("Event", "went on with nothing ({}) {}"), kind_name(scenario_, outcome_), rest);
        case Ending::partial:
            return say(phrase("Event", "ended with a partial result ({}) {}"), kind_name(scenario_, outcome_), rest);
        case Ending::failed: break;
        }
        return say(phrase("Event", "failed with {} {}"), kind_name(scenario_, outcome_), rest);
    }

    std::string leg() const {
        switch (static_cast<LegReason>(r_.reason)) {
        case LegReason::first: return say(phrase("Event", "asks {}"), service_);
        case LegReason::healed: return say(phrase("Event", "asks {} again after healing"), service_);
        case LegReason::fallback: break;
        }
        return say(phrase("Event", "falls back to {} after {}"), service_, kind_name(scenario_, outcome_));
    }

    std::string attempt_ended() const {
        const std::string cost = r_.value == 0 ? "" : say(phrase("Event", ", cost {}"), price(r_.value));
        const std::string fault = (r_.flags & flag::met_fault) != 0 ? said(phrase("Event", ", a fault was on")) : "";
        if ((r_.flags & flag::special) != 0) {
            return say(phrase("Event", "attempt {} at {} was given up by the caller{}{}"), r_.attempt, service_, cost,
                               fault);
        }
        const bool wrong = outcome_ == kSuccess && (r_.flags & flag::right) == 0;
        return say(phrase("Event", "attempt {} at {} {}{}{}{}"), r_.attempt, service_,
                           how_it_ended(scenario_, outcome_), wrong ? said(phrase("Event", " with a wrong answer")) : "", cost,
                           fault);
    }

    std::string wait() const {
        if (r_.reason >= static_cast<std::uint8_t>(WaitReason::bulkhead)) {
            return say(phrase("Event", "is parked before {} ({})"), service_, parked_by());
        }
        constexpr Phrase reasons[] = {phrase("Event", "backoff"), phrase("Event", "the server's Retry-After"),
                                      phrase("Event", "healing schedule"), phrase("Event", "unknown reason")};
        const std::string why = said(reasons[std::min<std::size_t>(r_.reason, 3)]);
        return say(phrase("Event", "waits {} before it asks {} again ({}) after {}"),
                           format_duration(Duration{r_.value}), service_, why,
                           kind_name(scenario_, outcome_));
    }

    std::string gave_up() const {
        const std::string kind = kind_name(scenario_, outcome_);
        switch (static_cast<GiveUp>(r_.reason)) {
        case GiveUp::kind_not_retried:
            return say(phrase("Event", "no further try at {}: {} is not retried"), service_, kind);
        case GiveUp::attempts_used_up:
            return say(phrase("Event", "no further try at {}: attempts used up, the last with {}"), service_, kind);
        case GiveUp::hint_too_long:
            return say(phrase("Event", "no further try at {}: the server asked for too long a wait"), service_);
        case GiveUp::deadline_would_pass: break;
        }
        return say(phrase("Event", "no further try at {}: the next wait would pass the deadline"), service_);
    }

    std::string breaker_text() const {
        const std::string breaker = say(phrase("Event", "breaker of {}"), breaker_name(scenario_, layout_, r_.object));
        switch (r_.kind) {
        case RecordKind::refused: return refused(breaker);
        case RecordKind::breaker_observed: {
            constexpr Phrase verdicts[] = {phrase("Event", "a success"), phrase("Event", "a failure"), phrase("Event", "nothing"),
                                           phrase("Event", "unknown")};
            return say(phrase("Event", "{} counts {} as {} ({} failures now)"), breaker,
                               kind_name(scenario_, outcome_),
                               said(verdicts[std::min<std::size_t>(r_.reason, 3)]), r_.value);
        }
        case RecordKind::breaker_changed: return changed(breaker);
        case RecordKind::breaker_numbers: {
            const BreakerNumbers numbers = unpack_numbers(r_.value);
            return say(phrase("Event", "{}: {} measured against {}"), breaker, numbers.measured, numbers.limit);
        }
        default: return {};
        }
    }

    std::string refused(const std::string &breaker) const {
        if (outcome_ != kind_breaker_open)
            return say(phrase("Event", "refused by {} ({}), nothing was sent"), guard_name(scenario_, layout_, r_.object, outcome_),
                               kind_name(scenario_, outcome_));
        const SimTime until{Duration{r_.value}};
        if (r_.value <= 0 || until == kTimeNever)
            return say(phrase("Event", "refused by the {}, nothing was sent"), breaker);
        return say(phrase("Event", "refused by the {} until {}, nothing was sent"), breaker, format_time(until));
    }

    std::string changed(const std::string &breaker) const {
        const auto from = static_cast<BreakerState>(r_.detail >> 4 & 15u);
        const auto to = static_cast<BreakerState>(r_.detail & 15u);
        std::string text =
            fmt::format("{}: {} -> {}, {}", breaker, state_name(from), state_name(to), reason());
        if (to == BreakerState::open && r_.value > 0)
            text += say(phrase("Event", ", re-tests at {}"), format_time(SimTime{Duration{r_.value}}));
        return text;
    }

    static std::string state_name(BreakerState state) {
        return state > BreakerState::half_open ? said(phrase("Event", "unknown")) : std::string(name_of(state));
    }

    /// Without the numbers, which stand in the next record.
    std::string reason() const {
        switch (static_cast<BreakerReason>(r_.reason)) {
        case BreakerReason::consecutive_failures: return said(phrase("Event", "too many failures in a row"));
        case BreakerReason::cumulative_failures: return said(phrase("Event", "too many failures since the last reset"));
        case BreakerReason::failure_rate: return said(phrase("Event", "failure rate over the limit"));
        case BreakerReason::failure_count: return said(phrase("Event", "too many failures in its window"));
        case BreakerReason::slow_rate: return said(phrase("Event", "too many slow calls"));
        case BreakerReason::probe_rate: return said(phrase("Event", "too many probes failed"));
        case BreakerReason::probe_succeeded: return said(phrase("Event", "its probes succeeded"));
        default: return reason_text(static_cast<BreakerReason>(r_.reason), 0, 0);
        }
    }

    std::string healing_and_server_text() const {
        const std::string issue = kind_name(scenario_, outcome_);
        switch (r_.kind) {
        case RecordKind::diagnosis_started:
            return say(phrase("Event", "diagnosis of {} at {} begins"), issue, service_);
        case RecordKind::diagnosed: return diagnosed(issue);
        case RecordKind::remedy_started: return say(phrase("Event", "remedy against {} begins"), issue);
        case RecordKind::remedy_ended:
            return say(phrase("Event", "remedy against {} {}{}"), issue,
                               r_.reason != 0 ? said(phrase("Event", "removed the cause")) : said(phrase("Event", "did not help")),
                               r_.value == 0 ? "" : say(phrase("Event", ", cost {}"), price(r_.value)));
        case RecordKind::call_queued:
            return say(phrase("Event", "attempt {} waits in the queue of {}"), r_.attempt, service_);
        case RecordKind::service_started:
            return say(phrase("Event", "{} begins to serve attempt {} after {} in the queue"), service_, r_.attempt,
                               format_duration(Duration{r_.value}));
        case RecordKind::service_ended:
            return say(phrase("Event", "{} worked {} on attempt {}: {}{}"), service_,
                               format_duration(Duration{r_.value}), r_.attempt,
                               outcome_ == kSuccess ? said(phrase("Event", "success")) : issue, r_.reason != 0 ? said(phrase("Event", ", cut short")) : "");
        case RecordKind::late_completion:
            return say(phrase("Event", "{} finished attempt {} when nobody waited any more: wasted work{}"), service_,
                               r_.attempt, r_.reason != 0 ? said(phrase("Event", ", its effect happened")) : "");
        case RecordKind::queue_left:
            return say(phrase("Event", "attempt {} leaves the queue of {} unserved after {}"), r_.attempt, service_,
                               format_duration(Duration{r_.value}));
        case RecordKind::effect_duplicated:
            return say(phrase("Event", "its effect happened once more at {}"), service_);
        default: return {};
        }
    }

    std::string diagnosed(const std::string &issue) const {
        const std::string cost = r_.value == 0 ? "" : say(phrase("Event", ", cost {}"), price(r_.value));
        if (outcome_ == 0) return say(phrase("Event", "diagnosis found nothing{}"), cost);
        return say(phrase("Event", "diagnosis: {}, {}{}"), issue, r_.reason != 0 ? said(phrase("Event", "right")) : said(phrase("Event", "wrong")), cost);
    }

    std::string world_text() const {
        switch (r_.kind) {
        case RecordKind::fault_on: return say(phrase("Event", "fault on: {}"), fault());
        case RecordKind::fault_off: return say(phrase("Event", "fault off: {}"), fault());
        case RecordKind::service_down: return say(phrase("Event", "{} goes down (availability)"), service_);
        case RecordKind::service_up: return say(phrase("Event", "{} is up again (availability)"), service_);
        default: break;
        }
        return say(phrase("Event", "run stopped: {}"), stop_reason());
    }

    std::string fault() const {
        if (r_.object >= scenario_.faults.size()) return say(phrase("Event", "fault {}"), r_.object);
        const Fault &fault = scenario_.faults[r_.object];
        return say(phrase("Event", "{} at {}"), describe(fault, scenario_.kinds), fault.service);
    }

    std::string stop_reason() const {
        switch (static_cast<StopReason>(r_.reason)) {
        case StopReason::finished: return said(phrase("Event", "nothing is left to do"));
        case StopReason::drain_limit: return said(phrase("Event", "the drain limit was reached with requests in flight"));
        case StopReason::too_many_requests: return said(phrase("Event", "too many requests were started"));
        case StopReason::too_many_in_flight: return said(phrase("Event", "too many requests were in flight"));
        case StopReason::time_stands_still: return said(phrase("Event", "time stood still"));
        case StopReason::interrupted: return said(phrase("Event", "interrupted"));
        }
        return said(phrase("Event", "unknown reason"));
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
