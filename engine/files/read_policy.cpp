// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

const KeyTable<TimeoutConfig> &timeout_keys() {
    static const KeyTable<TimeoutConfig> table = {
        duration_key("after", &TimeoutConfig::after, kPositiveDuration, "How long the first attempt may take."),
        number_key("growth", &TimeoutConfig::growth, {0.01, 1000.0, false}, "Factor from one attempt to the next."),
        duration_key("cap", &TimeoutConfig::cap, kPositiveDuration, "The longest timeout."),
    };
    return table;
}

void read_timeout(Reading &reading, const DocumentNode &node, PolicyConfig &out) {
    if (detail::emptied(node, out.timeout)) return;
    TimeoutConfig timeout;
    if (node.is_scalar())
        timeout_keys().front().read(reading, node, timeout);
    else
        read_map(reading, node, timeout_keys(), timeout);
    out.timeout = timeout;
}

const std::vector<Word<LayerKind>> &layer_words() {
    static const std::vector<Word<LayerKind>> words = {
        {"retry", LayerKind::retry},       {"breaker", LayerKind::breaker},
        {"bulkhead", LayerKind::bulkhead}, {"rate_limiter", LayerKind::rate_limiter},
        {"timeout", LayerKind::timeout},
    };
    return words;
}

void read_order(Reading &reading, const DocumentNode &node, PolicyConfig &out) {
    if (!node.is_list()) {
        reading.expected(node, "a list such as [retry, breaker, timeout]");
        return;
    }
    std::vector<LayerKind> order;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        const auto layer = read_word(reading, item, layer_words());
        if (!layer) continue;
        if (std::find(order.begin(), order.end(), *layer) != order.end())
            reading.error(item, item.text + " stands here twice");
        else
            order.push_back(*layer);
    }
    out.order = std::move(order);
}

void read_tools(Reading &reading, const DocumentNode &node, ErrorRecovery &out) {
    if (!node.is_list()) {
        reading.expected(node, "a list of services");
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Reading::Step step(reading, i, *node.items[i].value);
        if (auto name = read_text(reading, *node.items[i].value, "the name of a service")) {
            out.fallback_tools.push_back(std::move(*name));
        }
    }
}

const KeyTable<ErrorRecovery> &recovery_keys() {
    static const KeyTable<ErrorRecovery> table = {
        word_key("strategy", &ErrorRecovery::strategy,
                 {{"raise", RecoveryStrategy::raise},
                  {"continue", RecoveryStrategy::continue_},
                  {"fallback", RecoveryStrategy::fallback},
                  {"partial_success", RecoveryStrategy::partial_success},
                  {"retry", RecoveryStrategy::retry}},
                 "What is done when all tries have failed."),
        integer_key("max_retries", &ErrorRecovery::max_retries, {0, kAttemptsMax - 1}, "Tries after the first."),
        number_key("retry_backoff", &ErrorRecovery::retry_backoff, {0.0, 1000.0, false},
                   "b of the waits b^1, b^2, ... in seconds."),
        custom_key<ErrorRecovery>("fallback_tools", "list of services", "none", "What the fallback strategy asks next.",
                                  read_tools),
        duration_key("timeout_override", &ErrorRecovery::timeout_override, kPositiveDuration,
                     "Timeout of the retries, as documented."),
        word_key(
            "reading", &ErrorRecovery::reading,
            {{"as_documented", RecoveryReading::as_documented}, {"as_implemented", RecoveryReading::as_implemented}},
            "The tutorial's prose, or the published class."),
    };
    return table;
}

void read_recovery(Reading &reading, const DocumentNode &node, PolicyConfig &out) {
    ErrorRecovery recovery;
    read_map(reading, node, recovery_keys(), recovery);
    out.error_recovery = std::move(recovery);
}

} // namespace

const KeyTable<PolicyConfig> &policy_keys() {
    static const KeyTable<PolicyConfig> table = [] {
        KeyTable<PolicyConfig> keys = {
            custom_key<PolicyConfig>("timeout", "map", "none",
                                     "Timeout per attempt; a single duration means {after: ...}.", read_timeout,
                                     [](KeyDocs &docs) { document_keys(timeout_keys(), docs); }),
            map_key("retry", &PolicyConfig::retry, retry_keys, "Tries again after a failure."),
            custom_key<PolicyConfig>(
                "budget", "map", "none", "A budget of retries over all requests of an instance: a preset, or one scheme.",
                [](Reading &reading, const DocumentNode &node, PolicyConfig &out) {
                    read_budget(reading, node, out.budget);
                },
                document_budget),
            custom_key<PolicyConfig>(
                "breaker", "map", "none", "A circuit breaker: a preset, or fields over a preset.",
                [](Reading &reading, const DocumentNode &node, PolicyConfig &out) {
                    if (!detail::emptied(node, out.breaker)) read_breaker(reading, node, out.breaker);
                },
                document_breaker),
            bulkhead_key(),
            rate_limiter_key(),
            hedge_key(),
            custom_key<PolicyConfig>("order", "list", "[retry, breaker, bulkhead, rate_limiter, timeout]",
                                     "The layers, outermost first. The budget stands where retry stands, and hedging inside all of them; "
                                     "neither is listed.", read_order),
            custom_key<PolicyConfig>("error_recovery", "map", "none",
                                     "The tutorial's ErrorRecoveryPolicy, as it is written; in place of retry.",
                                     read_recovery, [](KeyDocs &docs) { document_keys(recovery_keys(), docs); }),
        };
        keys[0].doc.short_form = "after";
        keys[2].doc.short_form = "preset";
        keys[3].doc.short_form = "preset";
        return keys;
    }();
    return table;
}

} // namespace halfopen
