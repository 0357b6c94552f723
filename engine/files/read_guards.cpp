// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <utility>

namespace halfopen {

namespace {

const KeyTable<BulkheadConfig> &bulkhead_keys() {
    static const KeyTable<BulkheadConfig> table = {
        integer_key("concurrency", &BulkheadConfig::concurrency, {1, 1'000'000}, "Calls at once."),
        limit_key("queue", &BulkheadConfig::queue, {0, 10'000'000}, "How many more may wait; the rest is refused.")
            .fallback("0; unlimited beside a max_wait above 0s"),
        duration_key("max_wait", &BulkheadConfig::max_wait, kAnyDuration, "Who has waited so long is refused.")
            .fallback("as long as it takes"),
        flag_key("shared", &BulkheadConfig::shared, "One bulkhead for all instances of the caller."),
    };
    return table;
}

void read_bulkhead(Reading &reading, const DocumentNode &node, PolicyConfig &out) {
    if (detail::emptied(node, out.bulkhead)) return;
    BulkheadConfig bulkhead;
    if (!read_map(reading, node, bulkhead_keys(), bulkhead)) return;
    const bool waits = bulkhead.max_wait && bulkhead.max_wait->count() > 0;
    if (waits && node.find("queue") == nullptr) bulkhead.queue = std::nullopt;
    out.bulkhead = bulkhead;
}

const KeyTable<RateLimiterConfig> &rate_limiter_keys() {
    static const KeyTable<RateLimiterConfig> table = {
        rate_key("rate", &RateLimiterConfig::rate, "Tokens that come back; a call takes one."),
        number_key("burst", &RateLimiterConfig::burst, {1.0, 1e9, false}, "Tokens that it holds when full."),
        word_key("when_empty", &RateLimiterConfig::when_empty,
                 {{"wait", WhenEmpty::wait}, {"refuse", WhenEmpty::refuse}},
                 "Whether a call waits for its token or is refused."),
        duration_key("max_wait", &RateLimiterConfig::max_wait, kAnyDuration,
                     "A call that would wait longer is refused.")
            .fallback("as long as it takes"),
        flag_key("shared", &RateLimiterConfig::shared, "One limiter for all instances of the caller."),
    };
    return table;
}

void read_after_quantile(Reading &reading, const DocumentNode &node, HedgeConfig &out) {
    const auto quantile = read_share(reading, node);
    if (!quantile) return;
    if (*quantile > 0.0 && *quantile < 1.0)
        out.after_quantile = *quantile;
    else
        reading.expected(node, "a share above 0% and below 100%");
}

const KeyTable<HedgeConfig> &hedge_keys() {
    static const KeyTable<HedgeConfig> table = {
        duration_key("after", &HedgeConfig::after, kAnyDuration, "How long a call may take before a copy is sent; one that fails earlier is followed at once."),
        custom_key<HedgeConfig>("after_quantile", "share", "none",
                                "In place of `after`: this quantile of the instance's last 1,000 successes; no copy "
                                "is sent while there are fewer than 100.",
                                read_after_quantile)
            .range("above 0%, below 100%"),
        integer_key("copies", &HedgeConfig::copies, {1, kHedgeCopiesMax}, "Further copies at most."),
        flag_key("cancel_losers", &HedgeConfig::cancel_losers,
                 "Cancels the other copies when one has succeeded, where the service takes cancellations."),
    };
    return table;
}

void read_hedge(Reading &reading, const DocumentNode &node, PolicyConfig &out) {
    if (detail::emptied(node, out.hedge)) return;
    HedgeConfig hedge;
    if (!read_map(reading, node, hedge_keys(), hedge)) return;
    if (node.find("after_quantile") != nullptr) {
        if (node.find("after") != nullptr) reading.error(node, "expected after or after_quantile, got both");
        hedge.after.reset();
    } else if (!hedge.after) {
        reading.error(node, "a hedge without `after` needs after_quantile");
    }
    out.hedge = hedge;
}

} // namespace

Key<PolicyConfig> bulkhead_key() {
    return custom_key<PolicyConfig>("bulkhead", "map", "none", "A limit of calls at once.", read_bulkhead,
                                    [](KeyDocs &docs) { document_keys(bulkhead_keys(), docs); });
}

Key<PolicyConfig> rate_limiter_key() {
    return map_key("rate_limiter", &PolicyConfig::rate_limiter, rate_limiter_keys,
                   "A limit of calls per time, at the caller.", {"rate"});
}

Key<PolicyConfig> hedge_key() {
    return custom_key<PolicyConfig>("hedge", "map", "none", "Further copies of a slow call; the first success wins. When one fails while more may be sent, the "
                                    "next is sent at once, without waiting for `after`. Innermost, in place of the plain "
                                    "call: a call and its copies are one to the bulkhead, the rate limiter, the breaker and "
                                    "the timeout, and each copy is an attempt and is billed.",
                                    read_hedge, [](KeyDocs &docs) { document_keys(hedge_keys(), docs); });
}

} // namespace halfopen
