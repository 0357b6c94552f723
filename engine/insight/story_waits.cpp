// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/story.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// The schedule in force for a failure kind.
std::pair<BackoffConfig, JitterConfig> schedule_of(const RetryConfig &retry, Outcome kind) {
    for (const KindSchedule &schedule : retry.per_kind) {
        if (schedule.kind == kind) return {schedule.backoff, schedule.jitter};
    }
    return {retry.backoff, retry.jitter};
}

} // namespace

void Storyteller::wait() {
    if (r_.reason >= static_cast<std::uint8_t>(WaitReason::bulkhead)) return park();
    const Duration wait{r_.value};
    last_outcome_ = outcome_of(r_);
    std::string text = say(phrase("Story", "waits {} before try {}"), format_duration(wait), tries_ + 1);
    if (wait.count() == 0) text = say(phrase("Story", "tries again at once, try {}"), tries_ + 1);
    if (static_cast<WaitReason>(r_.reason) == WaitReason::retry_after) {
        text += said(phrase("Story", ", as the server asked (Retry-After, longer than the backoff)"));
    } else {
        text += drawn_text(wait);
    }
    add_line(say(phrase("Story", "{}, because {}"), text, last_try_text()));
}

/// ", drawn from 0 to 1 s (exponential 1 s × 2, full jitter)". The longest wait stands in the record that
/// follows.
std::string Storyteller::drawn_text(Duration wait) const {
    if (next_ && next_->kind == RecordKind::wait_range && next_->value < 0) return said(phrase("Story", ", as recorded"));
    if (!retry_) return {};
    const auto [backoff, jitter] = schedule_of(*retry_, last_outcome_);
    const std::string schedule =
        fmt::format(" ({}{})", healed_round_ ? said(phrase("Story", "healing schedule: ")) : "", describe(backoff, jitter));
    if (jitter.kind == JitterKind::none || !next_ || next_->kind != RecordKind::wait_range) return schedule;
    const Duration longest{next_->value};
    const Duration shortest = std::min(backoff_range(backoff, jitter, std::max(1, tries_)).shortest, wait);
    if (longest <= shortest) return schedule;
    return say(phrase("Story", ", drawn from {} to {}{}"), shortest.count() == 0 ? "0" : format_duration(shortest),
                       format_duration(longest), schedule);
}

std::string Storyteller::last_try_text() const {
    return say(phrase("Story", "try {} {}"), tries_, how_it_ended(scenario_, last_outcome_));
}

void Storyteller::give_up() {
    last_outcome_ = outcome_of(r_);
    const std::string name = service_name(scenario_, r_.object);
    std::string why;
    switch (static_cast<GiveUp>(r_.reason)) {
    case GiveUp::kind_not_retried: why = not_retried_text(); break;
    case GiveUp::attempts_used_up:
        why = max_tries() > 1 ? say(phrase("Story", "attempts used up ({} of {})"), tries_, max_tries())
                              : say(phrase("Story", "its only attempt {}"), how_it_ended(scenario_, last_outcome_));
        break;
    case GiveUp::hint_too_long: {
        const std::string asked =
            r_.value > 0 ? fmt::format(" {}", format_duration(Duration{r_.value})) : said(phrase("Story", " longer"));
        const std::string limit = retry_ && retry_->retry_after.limit
                                      ? say(phrase("Story", " of {}"), format_duration(*retry_->retry_after.limit))
                                      : std::string();
        why = say(phrase("Story", "the server asked to wait{}, above the limit{}"), asked, limit);
        break;
    }
    case GiveUp::deadline_would_pass: {
        hopeless_ = true;
        const std::string limit = operation_ && operation_->deadline
                                      ? say(phrase("Story", " of {}"), format_duration(*operation_->deadline))
                                      : std::string();
        const std::string wait = r_.value > 0 ? say(phrase("Story", " of {}"), format_duration(Duration{r_.value})) : std::string();
        why = say(phrase("Story", "the next wait{} would pass the deadline{}"), wait, limit);
        break;
    }
    }
    // What refused it says more than that a refusal is not retried.
    if (!is_refusal(last_outcome_) || left_because_.empty()) left_because_ = why;
    const bool both_ways = static_cast<GiveUp>(r_.reason) == GiveUp::attempts_used_up && max_tries() > 1;
    add_line(say(phrase("Story", "tries {} no more: {}{}"), name, why,
                    both_ways ? fmt::format("; {}", describe_attempts(max_tries())) : std::string()));
}

bool Storyteller::healing_is_over() const {
    return healed_round_ && operation_ && operation_->healing &&
           heal_rounds_ >= operation_->healing->max_rounds;
}

/// "bad_input is permanent", "unavailable is not among the kinds that vision retries".
std::string Storyteller::not_retried_text() const {
    const std::string kind = kind_name(scenario_, last_outcome_);
    if (!retry_)
        return say(phrase("Story", "there is no retry on this leg, and its attempt {}"),
                           how_it_ended(scenario_, last_outcome_));
    if (is_refusal(last_outcome_)) return say(phrase("Story", "{} is a refusal and is not retried"), kind);
    const bool listed = retry_->kinds.has_value();
    const FailureClass failure_class = last_outcome_ < scenario_.kinds.size()
                                           ? scenario_.kinds[last_outcome_].failure_class
                                           : FailureClass::transient;
    if (failure_class == FailureClass::permanent) return say(phrase("Story", "{} is permanent"), kind);
    if (failure_class == FailureClass::fixable && healing_is_over()) {
        return say(phrase("Story", "{} is still there, and no healing round is left"), kind);
    }
    if (failure_class == FailureClass::fixable)
        return say(phrase("Story", "{} is fixable: trying again without healing would not help"), kind);
    if (!listed) return say(phrase("Story", "{} is not retried by the error matrix"), kind);
    if (healed_round_ || !policy_) return say(phrase("Story", "{} is not among the kinds that are retried"), kind);
    return say(phrase("Story", "{} is not among the kinds that {} retries"), kind, policy_->name);
}

} // namespace halfopen
