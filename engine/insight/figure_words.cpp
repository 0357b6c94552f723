// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/figure_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/base/say.h"

namespace halfopen {

namespace {

struct Named {
    std::string_view name; ///< as in files
    Phrase words;
};

/// Of runs (comparable_figures) and of closed forms (companions).
constexpr Named kFigures[] = {
    {"success_rate", phrase("Figure", "success rate")},
    {"first_try_rate", phrase("Figure", "served on the first try")},
    {"accuracy_served", phrase("Figure", "right answers")},
    {"goodput", phrase("Figure", "goodput")},
    {"avg_attempts", phrase("Figure", "attempts per request")},
    {"retry_rate", phrase("Figure", "requests with a retry")},
    {"recovery_retry", phrase("Figure", "of the rest, saved by retry")},
    {"recovery_fallback", phrase("Figure", "of the rest, saved by fallback")},
    {"recovery_healing", phrase("Figure", "of the rest, saved by healing")},
    {"recovery_hedging", phrase("Figure", "of the rest, saved by a hedged copy")},
    {"blocked_share", phrase("Figure", "requests refused by a breaker")},
    {"refused_by_bulkhead", phrase("Figure", "requests refused by a bulkhead")},
    {"refused_by_rate_limiter", phrase("Figure", "requests refused by a rate limiter")},
    {"refused_by_budget", phrase("Figure", "requests without budget to retry")},
    {"trips", phrase("Figure", "trips")},
    {"false_trips", phrase("Figure", "false trips")},
    {"open_time", phrase("Figure", "time open")},
    {"time_to_detect", phrase("Figure", "time to detect")},
    {"time_to_recover", phrase("Figure", "time to recover")},
    {"latency_mean", phrase("Figure", "mean latency")},
    {"latency_p50", phrase("Figure", "latency p50")},
    {"latency_p90", phrase("Figure", "latency p90")},
    {"latency_p95", phrase("Figure", "latency p95")},
    {"latency_p99", phrase("Figure", "latency p99")},
    {"latency_max", phrase("Figure", "longest latency")},
    {"latency_success_mean", phrase("Figure", "mean latency of successes")},
    {"latency_success_p50", phrase("Figure", "latency p50 of successes")},
    {"latency_success_p90", phrase("Figure", "latency p90 of successes")},
    {"latency_success_p95", phrase("Figure", "latency p95 of successes")},
    {"latency_success_p99", phrase("Figure", "latency p99 of successes")},
    {"latency_success_max", phrase("Figure", "longest latency of successes")},
    {"cost_total", phrase("Figure", "cost in all")},
    {"cost_per_request", phrase("Figure", "cost per request")},
    {"cost_per_success", phrase("Figure", "cost per success")},
    {"cost_per_correct", phrase("Figure", "cost per right answer")},
    {"cost_wasted", phrase("Figure", "cost wasted")},
    {"hedges", phrase("Figure", "hedged copies")},
    {"duplicates", phrase("Figure", "duplicated effects")},
    {"queue_wait_mean", phrase("Figure", "queue wait mean")},
    {"busy_share", phrase("Figure", "busy share")},
    {"in_system_mean", phrase("Figure", "in system mean")},
    {"lost", phrase("Figure", "lost")},
    {"calls_to_trip", phrase("Figure", "calls to trip")}};

} // namespace

std::string figure_in_words(const std::string &name) {
    std::string key = name;
    std::ranges::replace(key, ' ', '_');
    const auto known = std::ranges::find(kFigures, std::string_view(key), &Named::name);
    if (known != std::end(kFigures)) return said(known->words);
    std::string plain = name;
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

} // namespace halfopen
