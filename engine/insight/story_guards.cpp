// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/say.h"
#include "engine/insight/story.h"
#include "engine/insight/words.h"

#include <algorithm>

#include <fmt/format.h>

namespace halfopen {

namespace {

/// A refusal uses up a try when the guard stands inside the retry loop.
bool inside_retry(const PolicyConfig &policy, LayerKind layer) {
    const auto &order = policy.order;
    return std::find(order.begin(), order.end(), LayerKind::retry) <
           std::find(order.begin(), order.end(), layer);
}

LayerKind layer_of(Outcome refusal) {
    switch (refusal) {
    case kind_bulkhead_full: return LayerKind::bulkhead;
    case kind_rate_limited_locally: return LayerKind::rate_limiter;
    default: return LayerKind::breaker;
    }
}

} // namespace

void Storyteller::refuse() {
    ++refusals_;
    last_outcome_ = outcome_of(r_);
    if (!policy_ || inside_retry(*policy_, layer_of(last_outcome_))) ++tries_;
    if (last_outcome_ != kind_breaker_open) {
        left_because_ = kind_name(scenario_, last_outcome_);
        const std::string who = guard_name(scenario_, index_.layout(), r_.object, last_outcome_);
        const std::string until =
            r_.value > 0 ? say(phrase("Story", ", which has room again at {}"), format_time(SimTime{Duration{r_.value}})) : std::string();
        add_line(say(phrase("Story", "is refused by {} ({}){}: nothing was sent"), who, left_because_, until));
        return;
    }
    const std::string name = breaker_name(scenario_, index_.layout(), r_.object);
    const SimTime until{Duration{r_.value}};
    std::string state = "OPEN";
    if (r_.reason != 0) { // the probes are taken
        const BreakerConfig *config = breaker_config(scenario_, index_.layout(), r_.object);
        state = config && config->probes > 1
                    ? say(phrase("Story", "HALF_OPEN and its {} probes are taken"), config->probes)
                    : said(phrase("Story", "HALF_OPEN and its one probe is under way"));
    } else if (r_.value > 0 && until != kTimeNever) {
        state += say(phrase("Story", " until {}"), format_time(until));
    }
    left_because_ = say(phrase("Story", "the breaker of {} is {}"), name, state);
    add_line(say(phrase("Story", "is refused by the breaker of {}: {}; nothing was sent"), name, state));
}

void Storyteller::observe() {
    const auto verdict = static_cast<Verdict>(r_.reason);
    const Outcome outcome = outcome_of(r_);
    const BreakerConfig *config = breaker_config(scenario_, index_.layout(), r_.object);
    if (!config) return;
    const std::string name = say(phrase("Story", "the breaker of {}"), breaker_name(scenario_, index_.layout(), r_.object));
    const auto state = static_cast<BreakerState>(r_.detail >> 8 & 15u);
    if (verdict == Verdict::ignored) {
        if (outcome != kSuccess)
            add_note(say(phrase("Story", "{} does not count {}"), name, kind_name(scenario_, outcome)));
        return;
    }
    if (state == BreakerState::half_open) {
        add_note(say(phrase("Story", "{} counts it as a {} probe"), name,
                             verdict == Verdict::failure ? said(phrase("Story", "failed")) : said(phrase("Story", "successful"))));
    } else if (verdict == Verdict::success) {
        return;
    } else if (state == BreakerState::open) {
        add_note(say(phrase("Story", "{} is OPEN already"), name));
    } else if (config->trip == TripRule::consecutive || config->trip == TripRule::cumulative) {
        const std::string rule = config->trip == TripRule::consecutive ? said(phrase("Story", "in a row")) : said(phrase("Story", "since the last reset"));
        if (r_.value > 0)
            add_note(say(phrase("Story", "{} counts failure {} of {} {}"), name, r_.value, config->failures, rule));
    } else {
        add_note(say(phrase("Story", "{} counts the failure in its window"), name));
    }
}

void Storyteller::change_breaker() {
    const std::string name = breaker_name(scenario_, index_.layout(), r_.object);
    const auto reason = static_cast<BreakerReason>(r_.reason);
    BreakerNumbers numbers;
    if (next_ && next_->kind == RecordKind::breaker_numbers) numbers = unpack_numbers(next_->value);
    switch (static_cast<BreakerState>(r_.detail & 15u)) {
    case BreakerState::open: {
        std::string until;
        if (r_.value > 0) until = say(phrase("Story", " until {}"), format_time(SimTime{Duration{r_.value}}));
        add_line(say(phrase("Story", "this opens the breaker of {}{}: {}"), name, until,
                        reason_text(reason, numbers.measured, numbers.limit)));
        return;
    }
    case BreakerState::half_open:
        add_line(say(phrase("Story", "the breaker of {} is HALF_OPEN, {}: this request is a probe"), name,
                        reason_text(reason, numbers.measured, numbers.limit)));
        return;
    case BreakerState::closed: break;
    }
    add_line(say(phrase("Story", "this closes the breaker of {}: {}"), name,
                    reason_text(reason, numbers.measured, numbers.limit)));
}

std::string Storyteller::remedy_name(Outcome issue) const {
    if (operation_ && operation_->healing) {
        for (const Remedy &remedy : operation_->healing->remedies) {
            if (remedy.issue == issue) return remedy.name;
        }
    }
    return say(phrase("Story", "the remedy against {}"), kind_name(scenario_, issue));
}

void Storyteller::start_diagnosis() {
    step_began_ = r_.time;
    ++heal_rounds_;
    observed_ = outcome_of(r_);
    add_line(say(phrase("Story", "healing begins: a diagnosis asks why {} reported {}"), service_name(scenario_, r_.object),
                    kind_name(scenario_, observed_)));
}

void Storyteller::finish_diagnosis() {
    cost_nano_ += r_.value;
    const Outcome issue = outcome_of(r_);
    const std::string effort =
        say(phrase("Story", "after {} for {}"), format_duration(r_.time - step_began_), price(r_.value));
    if (issue == kSuccess) {
        left_because_ = said(phrase("Story", "the diagnosis found nothing"));
        add_line(say(phrase("Story", "the diagnosis finds nothing {}: no remedy is tried"), effort));
    } else if (r_.reason != 0) {
        add_line(say(phrase("Story", "the diagnosis names {} {}: it is right"), kind_name(scenario_, issue), effort));
    } else {
        add_line(say(phrase("Story", "the diagnosis names {} {}: it is wrong"), kind_name(scenario_, issue), effort));
    }
}

void Storyteller::start_remedy() {
    step_began_ = r_.time;
    ++remedies_;
    const Outcome issue = outcome_of(r_);
    add_line(say(phrase("Story", "{} is applied against {}"), remedy_name(issue), kind_name(scenario_, issue)));
}

void Storyteller::finish_remedy() {
    cost_nano_ += r_.value;
    const Outcome issue = outcome_of(r_);
    std::string result = said(phrase("Story", "it removed the cause"));
    if (r_.reason != 0) {
        for (std::size_t i = 0; i < scenario_.inputs.size(); ++i) {
            if (scenario_.inputs[i].kind == issue) carried_ &= ~(std::uint64_t{1} << i);
        }
    } else {
        result = carries(issue) ? said(phrase("Story", "it did not work")) : said(phrase("Story", "nothing changes, the request does not carry that"));
    }
    add_line(say(phrase("Story", "{} ends after {} for {}: {}"), remedy_name(issue), format_duration(r_.time - step_began_),
                    price(r_.value), result));
}

} // namespace halfopen
