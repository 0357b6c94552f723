// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/figure_words.h"

#include <algorithm>
#include <iterator>

#include "engine/base/say.h"

namespace halfopen {

namespace {

/// Of runs (comparable_figures) and of closed forms (companions).
constexpr Phrase kFigures[] = {
    phrase("Figure", "success rate"),
    phrase("Figure", "first try rate"),
    phrase("Figure", "accuracy served"),
    phrase("Figure", "goodput"),
    phrase("Figure", "avg attempts"),
    phrase("Figure", "retry rate"),
    phrase("Figure", "recovery retry"),
    phrase("Figure", "recovery fallback"),
    phrase("Figure", "recovery healing"),
    phrase("Figure", "recovery hedging"),
    phrase("Figure", "blocked share"),
    phrase("Figure", "refused by bulkhead"),
    phrase("Figure", "refused by rate limiter"),
    phrase("Figure", "refused by budget"),
    phrase("Figure", "trips"),
    phrase("Figure", "false trips"),
    phrase("Figure", "open time"),
    phrase("Figure", "time to detect"),
    phrase("Figure", "time to recover"),
    phrase("Figure", "latency mean"),
    phrase("Figure", "latency p50"),
    phrase("Figure", "latency p90"),
    phrase("Figure", "latency p95"),
    phrase("Figure", "latency p99"),
    phrase("Figure", "latency max"),
    phrase("Figure", "latency success mean"),
    phrase("Figure", "latency success p50"),
    phrase("Figure", "latency success p90"),
    phrase("Figure", "latency success p95"),
    phrase("Figure", "latency success p99"),
    phrase("Figure", "latency success max"),
    phrase("Figure", "cost total"),
    phrase("Figure", "cost per request"),
    phrase("Figure", "cost per success"),
    phrase("Figure", "cost per correct"),
    phrase("Figure", "cost wasted"),
    phrase("Figure", "hedges"),
    phrase("Figure", "duplicates"),
    phrase("Figure", "queue wait mean"),
    phrase("Figure", "busy share"),
    phrase("Figure", "in system mean"),
    phrase("Figure", "lost"),
    phrase("Figure", "calls to trip")};

} // namespace

std::string figure_in_words(const std::string &name) {
    std::string plain = name;
    std::ranges::replace(plain, '_', ' ');
    const auto known = std::ranges::find_if(kFigures, [&plain](const Phrase &figure) { return plain == figure.english; });
    return known == std::end(kFigures) ? plain : said(*known);
}

} // namespace halfopen
