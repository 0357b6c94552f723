// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/story.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

void Storyteller::start() {
    workload_ = r_.object;
    carried_ = static_cast<std::uint64_t>(r_.value);
    const Layout &layout = index_.layout();
    if (workload_ < layout.operation_of_workload.size()) {
        operation_ = &scenario_.operations[layout.operation_of_workload[workload_]];
    }
    std::string text = said(phrase("Story", "starts"));
    if (operation_) text += " " + operation_->name;
    if (workload_ < scenario_.workloads.size() && scenario_.workloads[workload_].instances > 1) {
        text += say(phrase("Story", " in instance {} of {}"), r_.detail + 1, scenario_.workloads[workload_].instances);
    }
    text += carried_text();
    if (operation_ && operation_->deadline) {
        // A client's deadline may count from the intended start; the latency in the end tells.
        const RequestEntry &entry = index_.request(story_.request);
        SimTime from = r_.time;
        if (entry.ended != kTimeNever) from = entry.ended - Duration{trace_[entry.end_record].value};
        text += say(phrase("Story", "; its deadline of {} ends at {}"), format_duration(*operation_->deadline),
                            format_time(saturating_add(from, *operation_->deadline)));
    }
    add_line(std::move(text));
    ask_first();
}

std::string Storyteller::carried_text() const {
    std::string text;
    for (std::size_t i = 0; i < scenario_.inputs.size(); ++i) {
        if ((carried_ >> i & 1u) != 0) text += (text.empty() ? said(phrase("Story", ", carries ")) : said(phrase("Story", ", and "))) + carry_text(i);
    }
    return text;
}

/// "image_quality: fails until healed", "bad_input: fails at tesseract_ocr, whatever is tried".
std::string Storyteller::carry_text(std::size_t input) const {
    const InputKind &kind = scenario_.inputs[input];
    std::string where;
    for (const std::string &service : kind.fails_at) where += (where.empty() ? said(phrase("Story", " at ")) : said(phrase("Story", " and "))) + service;
    bool healable = false;
    if (operation_ && operation_->healing) {
        const HealingConfig &healing = *operation_->healing;
        healable = std::count(healing.kinds.begin(), healing.kinds.end(), kind.kind) > 0 &&
                   std::any_of(healing.remedies.begin(), healing.remedies.end(),
                               [&](const Remedy &remedy) { return remedy.issue == kind.kind; });
    }
    return say(phrase("Story", "{}: fails{} {}"), kind_name(scenario_, kind.kind), where,
                       healable ? said(phrase("Story", "until healed")) : said(phrase("Story", "however often it is tried")));
}

bool Storyteller::carries(Outcome kind) const {
    for (std::size_t i = 0; i < scenario_.inputs.size(); ++i) {
        if (scenario_.inputs[i].kind == kind && (carried_ >> i & 1u) != 0) return true;
    }
    return false;
}

/// A run does not record that the first leg is entered: it always is.
void Storyteller::ask_first() {
    if (!operation_ || chain().empty()) return;
    if (next_ && next_->kind == RecordKind::leg_skipped) return; // it never was asked
    service_ = chain()[0].service;
    begin_leg(0, false);
    add_line(say(phrase("Story", "asks {} first: {}"), service_name(scenario_, service_), describe_attempts(max_tries())));
    story_.lines.back().kind = RecordKind::leg_entered;
}

void Storyteller::begin_leg(std::size_t leg, bool healed) {
    tries_ = attempts_on_leg_ = 0;
    healed_round_ = healed;
    if (!healed) heal_rounds_ = 0;
    policy_ = nullptr;
    retry_.reset();
    if (operation_ && leg < chain().size() && chain()[leg].policy)
        policy_ = &scenario_.policies[*chain()[leg].policy];
    if (policy_)
        retry_ =
            policy_->error_recovery ? retry_of(*policy_->error_recovery, scenario_.kinds) : policy_->retry;
    if (healed && operation_ && operation_->healing) retry_ = operation_->healing->retry;
}

void Storyteller::enter_leg() {
    const auto reason = static_cast<LegReason>(r_.reason);
    if (reason == LegReason::first) return; // told with the start
    const std::string before = service_name(scenario_, service_);
    const std::string name = service_name(scenario_, r_.object);
    service_ = r_.object;
    begin_leg(r_.leg, reason == LegReason::healed);
    const std::string tries = describe_attempts(max_tries());
    if (reason == LegReason::healed) {
        add_line(say(phrase("Story", "asks {} again on the healing schedule: {}"), name, tries));
    } else {
        ++fallbacks_;
        if (left_because_.empty()) left_because_ = before + " " + how_it_ended(scenario_, outcome_of(r_));
        add_line(say(phrase("Story", "falls back to {} ({}): {}"), name, tries, left_because_));
    }
    left_because_.clear();
}

const std::vector<LegPlace> &Storyteller::chain() const {
    return index_.layout().chains[index_.layout().operation_of_workload[workload_]];
}

void Storyteller::end() {
    end_ = r_;
    add_line(ending_text());
}

std::string Storyteller::ending_text() const {
    const std::string took = format_duration(Duration{end_->value});
    const std::string cost = cost_text();
    const std::string kind = kind_name(scenario_, outcome_of(*end_));
    switch (static_cast<Ending>(end_->reason)) {
    case Ending::served:
        return say(phrase("Story", "is served by {} after {}; it cost {} and the answer is {}"),
                           service_name(scenario_, end_->object), took, cost,
                           (end_->flags & flag::right) != 0 ? said(phrase("Story", "right")) : said(phrase("Story", "wrong")));
    case Ending::deadline: {
        const std::string limit = operation_ && operation_->deadline
                                      ? say(phrase("Story", " of {}"), format_duration(*operation_->deadline))
                                      : std::string();
        return say(phrase("Story", "fails after {}: the deadline{} {}, and no fallback follows; it cost {}"),
                           took, limit, hopeless_ ? said(phrase("Story", "could not be met")) : said(phrase("Story", "has come")), cost);
    }
    case Ending::continued:
        return say(phrase("Story", "goes on with nothing after {} (counted as failed with {}): {}; it cost {}"),
                           took, kind, failed_because(), cost);
    case Ending::partial:
        return say(phrase("Story", "ends with what there is after {} (partial, counted as failed with {}): {}; it cost {}"),
            took, kind, failed_because(), cost);
    case Ending::failed: break;
    }
    return say(phrase("Story", "fails with {} after {}: {}; it cost {}"), kind, took, failed_because(), cost);
}

/// "$0.05 in all", or what calls cost that were left behind and are billed later.
std::string Storyteller::cost_text() const {
    std::int64_t later = 0;
    for (const std::size_t record : index_.records_of(story_.request)) {
        if (record > at_ && trace_[record].kind == RecordKind::attempt_ended) later += trace_[record].value;
    }
    if (later == 0) return say(phrase("Story", "{} in all"), price(cost_nano_));
    return say(phrase("Story", "{} by then and {} in all"), price(cost_nano_), price(cost_nano_ + later));
}

/// Why nothing more was tried: the chain is over, or the kind does not fall back.
std::string Storyteller::failed_because() const {
    if (!operation_) return said(phrase("Story", "nothing is left to try"));
    const std::size_t leg = end_->leg;
    if (leg + 1 < chain().size() && !falls_back(outcome_of(*end_))) {
        return say(phrase("Story", "{} does not fall back"), kind_name(scenario_, outcome_of(*end_)));
    }
    if (chain().size() == 1) return said(phrase("Story", "there is nothing to fall back to"));
    return say(phrase("Story", "no leg is left ({} of {} asked)"), fallbacks_ + 1, chain().size());
}

bool Storyteller::falls_back(Outcome kind) const {
    if (operation_->fallback_kinds) {
        return std::count(operation_->fallback_kinds->begin(), operation_->fallback_kinds->end(), kind) > 0;
    }
    return kind < scenario_.kinds.size() && scenario_.kinds[kind].fallback;
}

std::string Storyteller::headline() const {
    const std::string calls = attempts_ == 0
                                  ? said(phrase("Story", "no attempt"))
                                  : counted(static_cast<std::uint64_t>(attempts_), phrase("Story", "attempt"), phrase("Story", "attempts"));
    const std::string cost = price(cost_nano_);
    if (!end_) {
        return say(phrase("Story", "#{} is in flight at {} after {}{}"), story_.request,
                           service_name(scenario_, service_), calls, summary());
    }
    const std::string rest = say(phrase("Story", "after {} in {} for {}{}"), calls,
                                         format_duration(Duration{end_->value}), cost, summary());
    const std::string kind = kind_name(scenario_, outcome_of(*end_));
    switch (static_cast<Ending>(end_->reason)) {
    case Ending::served:
        return say(phrase("Story", "#{} was served by {} {}{}"), story_.request, service_name(scenario_, end_->object),
                           rest, (end_->flags & flag::right) != 0 ? "" : said(phrase("Story", "; the answer is wrong")));
    case Ending::deadline: return say(phrase("Story", "#{} failed at its deadline {}"), story_.request, rest);
    case Ending::continued:
        return say(phrase("Story", "#{} went on with nothing ({}) {}"), story_.request, kind, rest);
    case Ending::partial:
        return say(phrase("Story", "#{} ended with a partial result ({}) {}"), story_.request, kind, rest);
    case Ending::failed: break;
    }
    return say(phrase("Story", "#{} failed with {} {}"), story_.request, kind, rest);
}

/// ": 2 retries, 1 refusal, 1 fallback, healed", or nothing when it went straight.
std::string Storyteller::summary() const {
    std::string text;
    const auto add = [&text](int n, const Phrase &one, const Phrase &many) {
        if (n > 0) text += (text.empty() ? ": " : ", ") + counted(static_cast<std::uint64_t>(n), one, many);
    };
    add(retries_, phrase("Story", "retry"), phrase("Story", "retries"));
    add(refusals_, phrase("Story", "refusal"), phrase("Story", "refusals"));
    add(copies_, phrase("Story", "hedged copy"), phrase("Story", "hedged copies"));
    add(fallbacks_, phrase("Story", "fallback"), phrase("Story", "fallbacks"));
    add(remedies_, phrase("Story", "remedy"), phrase("Story", "remedies"));
    return text;
}

} // namespace halfopen
