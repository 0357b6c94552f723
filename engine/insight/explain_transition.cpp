// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "engine/base/say.h"
#include "engine/insight/aftermath.h"
#include "engine/insight/deciding_calls.h"
#include "engine/insight/explain.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Tells one step of one breaker.
class TransitionTeller {
public:
    TransitionTeller(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                     std::size_t record)
        : scenario_(scenario), trace_(trace), index_(index), record_(record), r_(trace[record]),
          life_(index.breaker(r_.object)), place_(index.layout().breakers[r_.object]),
          config_(*breaker_config(scenario, index.layout(), r_.object)),
          service_(service_name(scenario, place_.service)),
          step_(index.breaker_interval_of_record(r_.object, record)),
          reason_(static_cast<BreakerReason>(r_.reason)) {
        if (record + 1 < trace.size() && trace[record + 1].kind == RecordKind::breaker_numbers) {
            numbers_ = unpack_numbers(trace[record + 1].value);
        }
        story_.breaker = r_.object;
        story_.at = r_.time;
        story_.from = static_cast<BreakerState>(r_.detail >> 4 & 15u);
        story_.to = static_cast<BreakerState>(r_.detail & 15u);
        story_.reason = reason_;
        story_.calls = deciding_calls(scenario, trace, index, record);
    }

    TransitionStory tell() {
        story_.headline = headline();
        story_.count = count_text();
        story_.rule = rule_text();
        story_.fault = story_.to == BreakerState::open ? fault_behind() : fault_now();
        story_.then = aftermath_of(scenario_, trace_, index_, r_.object, step_);
        return std::move(story_);
    }

private:
    std::string headline() const {
        switch (reason_) {
        case BreakerReason::none: break;
        case BreakerReason::consecutive_failures:
            return say(phrase("Transition", "Opened because {} calls in a row {}"), of_limit(), what_calls_did());
        case BreakerReason::cumulative_failures:
            return say(phrase("Transition", "Opened because {} {} since the last reset{}"), calls_to_limit(), what_calls_did(),
                               successes_between());
        case BreakerReason::failure_rate:
            return say(phrase("Transition", "Opened because {} of {} calls in its window {}"), numbers_.measured,
                               numbers_.limit, what_calls_did());
        case BreakerReason::failure_count:
            return say(phrase("Transition", "Opened because {} in its window {}{}"), calls_to_limit(), what_calls_did(),
                               successes_between());
        case BreakerReason::slow_rate:
            return say(phrase("Transition", "Opened because {} of {} calls in its window were slow"), numbers_.measured,
                               numbers_.limit);
        case BreakerReason::probe_failed:
            return say(phrase("Transition", "Opened again because {} {}"), probes_name(), what_the_probe_did());
        case BreakerReason::probe_rate:
            return say(phrase("Transition", "{} because {} of {} probes failed"), opened_again_or_closed(),
                               numbers_.measured, numbers_.limit);
        case BreakerReason::probe_timeout:
            return say(phrase("Transition", "{} because the probes gave no verdict in time"), opened_again_or_closed());
        case BreakerReason::open_time_over:
            return say(phrase("Transition", "{} because {} of OPEN were over{}"),
                               story_.to == BreakerState::closed ? said(phrase("Transition", "Closed")) : said(phrase("Transition", "Half-open")),
                               format_duration(time_before()), first_to_ask());
        case BreakerReason::probe_succeeded:
            return story_.calls.size() > 1
                       ? say(phrase("Transition", "Closed because {} probes succeeded"), story_.calls.size())
                       : say(phrase("Transition", "Closed because {} succeeded"), probes_name());
        case BreakerReason::probe_slow:
            return say(phrase("Transition", "Opened again because {} of {} probes were slow"), numbers_.measured, numbers_.limit);
        case BreakerReason::probe_ignored:
            return say(phrase("Transition", "Closed because {} ended with a failure that does not count"), probes_name());
        case BreakerReason::late_success:
            return story_.calls.empty() ? said(phrase("Transition", "Closed because an earlier call succeeded"))
                                        : say(phrase("Transition", "Closed because #{} succeeded, which was admitted earlier"),
                                                      story_.calls.back().request);
        case BreakerReason::success_rate:
        case BreakerReason::retry_after: return say(phrase("Transition", "Taken out because {}"), reason_text(reason_, numbers_.measured, numbers_.limit));
        }
        return fmt::format("{} -> {}", name_of(story_.from), name_of(story_.to));
    }

    /// "5 of 5"; a rule that must be exceeded measures more than its limit: "6 (limit 5)".
    std::string of_limit() const {
        if (numbers_.measured <= numbers_.limit)
            return say(phrase("Transition", "{} of {}"), numbers_.measured, numbers_.limit);
        return say(phrase("Transition", "{} (limit {})"), numbers_.measured, numbers_.limit);
    }

    /// "5 calls"; a rule that must be exceeded measures more than its limit: "6 calls (limit 5)". Not "5 of 5": these
    /// rules count failures among any number of results.
    std::string calls_to_limit() const {
        const std::string calls = counted(static_cast<std::uint64_t>(numbers_.measured), phrase("Transition", "call"), phrase("Transition", "calls"));
        return numbers_.measured <= numbers_.limit ? calls : say(phrase("Transition", "{} (limit {})"), calls, numbers_.limit);
    }

    /// ", with 37 successes between them"; "" when the failures followed each other, or when not all are known.
    std::string successes_between() const {
        const auto known = std::count_if(story_.calls.begin(), story_.calls.end(),
                                         [](const DecidingCall &call) { return call.failure; });
        if (known == 0 || known != numbers_.measured) return {};
        std::uint64_t successes = 0;
        for (std::size_t i = story_.calls.front().record; i < record_; ++i) {
            const TraceRecord &seen = trace_[i];
            if (seen.kind == RecordKind::breaker_observed && seen.object == r_.object)
                successes += static_cast<Verdict>(seen.reason) == Verdict::success ? 1 : 0;
        }
        if (successes == 0) return {};
        return say(phrase("Transition", ", with {} between them"), counted(successes, phrase("Transition", "success"), phrase("Transition", "successes")));
    }

    /// "timed out" when all did, "failed (unavailable)" when all failed alike, else "failed".
    std::string what_calls_did() const {
        std::optional<Outcome> same;
        for (const DecidingCall &call : story_.calls) {
            if (!call.failure) continue;
            if (same && *same != call.outcome) return said(phrase("Transition", "failed"));
            same = call.outcome;
        }
        if (!same) return said(phrase("Transition", "failed"));
        return *same == kind_timeout ? said(phrase("Transition", "timed out")) : say(phrase("Transition", "failed ({})"), kind_name(scenario_, *same));
    }

    /// The same of a single probe: another language may need another word for it.
    std::string what_the_probe_did() const {
        const auto failed = std::find_if(story_.calls.begin(), story_.calls.end(),
                                         [](const DecidingCall &call) { return call.failure; });
        if (failed == story_.calls.end()) return said(phrase("Transition of one", "failed"));
        if (failed->outcome == kind_timeout) return said(phrase("Transition of one", "timed out"));
        return say(phrase("Transition of one", "failed ({})"), kind_name(scenario_, failed->outcome));
    }

    std::string probes_name() const {
        if (story_.calls.empty()) return said(phrase("Transition", "a probe"));
        return say(phrase("Transition", "the probe #{}"), story_.calls.back().request);
    }

    std::string opened_again_or_closed() const {
        return story_.to == BreakerState::open ? said(phrase("Transition", "Opened again")) : said(phrase("Transition", "Closed"));
    }

    std::string first_to_ask() const {
        return r_.request == 0 ? std::string() : say(phrase("Transition", " and #{} asked first"), r_.request);
    }

    Duration time_before() const { return step_ == 0 ? Duration{0} : r_.time - life_[step_ - 1].from; }

    std::string count_text() const {
        const std::string verb = config_.compare == Compare::above ? said(phrase("Transition", "exceeds")) : said(phrase("Transition", "reaches"));
        switch (reason_) {
        case BreakerReason::consecutive_failures:
        case BreakerReason::cumulative_failures:
        case BreakerReason::failure_count:
            return say(phrase("Transition", "{} {} the limit of {}"), numbers_.measured, verb, numbers_.limit);
        case BreakerReason::failure_rate: return rate_text(config_.failure_rate.value_or(1.0), verb);
        case BreakerReason::slow_rate: return rate_text(config_.slow_rate, verb);
        case BreakerReason::probe_rate: {
            const bool opened = story_.to == BreakerState::open;
            const double limit = config_.close_after.rate.value_or(config_.failure_rate.value_or(1.0));
            return rate_text(limit, opened ? verb : said(phrase("Transition", "stays below")));
        }
        case BreakerReason::probe_slow: return rate_text(config_.slow_rate, verb);
        case BreakerReason::probe_succeeded:
            return say(phrase("Transition", "{} of {} needed"), numbers_.measured, numbers_.limit);
        default: return {};
        }
    }

    std::string rate_text(double limit, const std::string &verb) const {
        const double share =
            numbers_.limit > 0 ? static_cast<double>(numbers_.measured) / numbers_.limit : 0.0;
        return say(phrase("Transition", "{:.3g} % {} the limit of {:g} %"), share * 100.0, verb, limit * 100.0);
    }

    std::string rule_text() const {
        const auto preset = breaker_preset(config_.preset);
        std::string name = config_.preset;
        if (preset) {
            BreakerConfig same = *preset;
            same.shared = config_.shared;
            if (!(same == config_)) name += said(phrase("Transition", ", refined"));
        }
        return name.empty() ? describe(config_) : name + ": " + describe(config_);
    }

    /// What was on when the deciding calls were under way.
    std::string fault_behind() const {
        SimTime from = r_.time;
        bool met = false, slow = false;
        for (const DecidingCall &call : story_.calls) {
            from = std::min(from, call.started);
            met = met || call.met_fault;
            slow = slow || (call.failure && call.outcome == kind_timeout);
        }
        const std::vector<ActiveFault> faults =
            faults_behind(scenario_, index_, place_.service, from, r_.time);
        constexpr std::size_t kNamed = 3; // the latest; a repeated fault may have been on often
        std::string text;
        if (faults.size() > kNamed) text = say(phrase("Transition", "{} faults"), faults.size());
        for (std::size_t i = faults.size() - std::min(faults.size(), kNamed); i < faults.size(); ++i) {
            const ActiveFault &fault = faults[i];
            const bool on = fault.to > r_.time;
            text += say(phrase("Transition", "{}{} at {}, {}"), text.empty() ? "" : "; ", fault.what, service_name(scenario_, fault.service),
                on ? say(phrase("Transition", "on for {}"), format_duration(r_.time - fault.from))
                   : say(phrase("Transition", "on from {} to {}"), format_time(fault.from), format_time(fault.to)));
            if (slow && on) text += median_text(fault);
        }
        if (!text.empty()) return text;
        if (met) return say(phrase("Transition", "a fault was on at {}"), service_);
        return story_.calls.empty() ? said(phrase("Transition", "no fault was on"))
                                    : said(phrase("Transition", "no fault was on: a false trip, the failures were ordinary ones"));
    }

    /// ": median 2.7 s against a timeout of 3 s", for a latency fault behind calls that timed out.
    std::string median_text(const ActiveFault &active) const {
        if (!active.fault || active.service != place_.service) return {};
        const auto *latency = std::get_if<LatencyFault>(&active.fault->effect);
        const auto median = quantile_s(scenario_.services[place_.service].latency, 0.5);
        const auto timeout = std::find_if(story_.calls.rbegin(), story_.calls.rend(),
                                          [](const DecidingCall &call) { return call.timeout.has_value(); });
        if (!latency || !median || timeout == story_.calls.rend()) return {};
        if (r_.time - active.from < active.fault->ramp) return {}; // it still rises
        const double now_s = *median * latency->factor + seconds(latency->add);
        return say(phrase("Transition", "; median {} against a timeout of {}"),
                           format_duration(duration_from_ns(now_s * 1e9)),
                           format_duration(*timeout->timeout));
    }

    std::string fault_now() const {
        std::string text;
        for (const ActiveFault &fault : faults_behind(scenario_, index_, place_.service, r_.time, r_.time)) {
            if (fault.to <= r_.time) continue;
            text += say(phrase("Transition", "{}{} at {} is still on, since {}"), text.empty() ? "" : "; ", fault.what,
                                service_name(scenario_, fault.service), format_time(fault.from));
        }
        return text.empty() ? said(phrase("Transition", "no fault is on")) : text;
    }

    const Scenario &scenario_;
    const TraceView &trace_;
    const TraceIndex &index_;
    std::size_t record_;
    TraceRecord r_;
    const std::vector<BreakerInterval> &life_;
    const BreakerPlace &place_;
    const BreakerConfig &config_;
    std::string service_;
    std::size_t step_; ///< the interval that the transition begins
    BreakerReason reason_;
    BreakerNumbers numbers_;
    TransitionStory story_;
};

} // namespace

TransitionStory story_of_transition(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                                    std::size_t record) {
    const TraceRecord &change = trace[record];
    if (change.kind != RecordKind::breaker_changed || change.object >= index.breakers() ||
        !breaker_config(scenario, index.layout(), change.object)) {
        return {};
    }
    return TransitionTeller(scenario, trace, index, record).tell();
}

} // namespace halfopen
