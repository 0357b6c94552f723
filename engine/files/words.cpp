// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/words.h"

#include <array>
#include <cstddef>

namespace halfopen {

namespace {

template <class E, std::size_t N>
std::string_view pick(const std::array<std::string_view, N> &words, E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? words[index] : std::string_view("unknown");
}

} // namespace

std::string_view word_of(BreakerReason reason) {
    static constexpr std::array<std::string_view, 11> words = {
        "none",         "consecutive_failures", "cumulative_failures", "failure_rate",   "failure_count",  "slow_rate",
        "probe_failed", "probe_rate",           "probe_timeout",       "open_time_over", "probe_succeeded"};
    return pick(words, reason);
}

std::string_view word_of(Verdict verdict) {
    static constexpr std::array<std::string_view, 3> words = {"success", "failure", "ignored"};
    return pick(words, verdict);
}

std::string_view word_of(LegReason reason) {
    static constexpr std::array<std::string_view, 3> words = {"first", "fallback", "healed"};
    return pick(words, reason);
}

std::string_view word_of(WaitReason reason) {
    static constexpr std::array<std::string_view, 6> words = {"backoff",  "retry_after",  "healing",
                                                              "bulkhead", "rate_limiter", "breaker"};
    return pick(words, reason);
}

std::string_view word_of(GiveUp reason) {
    static constexpr std::array<std::string_view, 4> words = {"kind_not_retried", "attempts_used_up", "hint_too_long",
                                                              "deadline_would_pass"};
    return pick(words, reason);
}

std::string_view word_of(HedgeReason reason) {
    static constexpr std::array<std::string_view, 2> words = {"delay_over", "copy_failed"};
    return pick(words, reason);
}

std::string_view word_of(Recovery recovery) {
    static constexpr std::array<std::string_view, 5> words = {"none", "retry", "fallback", "healing", "hedging"};
    return pick(words, recovery);
}

} // namespace halfopen
