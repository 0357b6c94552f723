// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/retry.h"

#include <algorithm>

namespace halfopen {

bool retries_kind(const RetryConfig &config, const ErrorMatrix &matrix, Outcome kind) {
    if (!config.kinds) return matrix[kind].retry;
    return std::find(config.kinds->begin(), config.kinds->end(), kind) != config.kinds->end();
}

namespace {

const KindSchedule *schedule_of(const RetryConfig &config, Outcome kind) {
    for (const KindSchedule &schedule : config.per_kind) {
        if (schedule.kind == kind) return &schedule;
    }
    return nullptr;
}

} // namespace

RetryDecision after_failure(const RetryConfig &config, const ErrorMatrix &matrix, RetryState &state, Outcome kind,
                            std::optional<Duration> hint, double u) {
    RetryDecision decision;
    if (!retries_kind(config, matrix, kind)) return decision;
    if (state.tries >= config.max_attempts) {
        decision.verdict = RetryVerdict::give_up_attempts;
        return decision;
    }
    const bool hinted = hint && config.retry_after.honour;
    if (hinted && config.retry_after.limit && *hint > *config.retry_after.limit) {
        decision.verdict = RetryVerdict::give_up_hint;
        decision.wait = *hint;
        return decision;
    }
    const KindSchedule *own = schedule_of(config, kind);
    const BackoffConfig &backoff = own ? own->backoff : config.backoff;
    const JitterConfig &jitter = own ? own->jitter : config.jitter;
    const int k = state.tries;
    decision.verdict = RetryVerdict::again;
    decision.wait = backoff_wait(backoff, jitter, state.backoff, k, u);
    decision.range = backoff_range(backoff, jitter, k);
    if (hinted && *hint > decision.wait) {
        decision.wait = *hint;
        decision.range.longest = std::max(decision.range.longest, *hint);
        decision.hint_decided = true;
    }
    return decision;
}

} // namespace halfopen
