// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <string>
#include <utility>

namespace halfopen {

namespace {

constexpr NumberRange kTokens{0.0, 1e9, false};
constexpr NumberRange kTokensAboveZero{0.0, 1e9, true};
constexpr double kRetryShareMax = 10.0;

/// A share of requests that may be retries: up to ten retries a request.
template <class T>
Key<T> retry_share_key(std::string doc) {
    return {{"percent", "share", "0% to 1000%", format_share_yaml(T{}.percent), std::move(doc), {}},
            [](Reading &reading, const DocumentNode &node, T &out) {
                if (const auto value = read_share(reading, node, kRetryShareMax)) out.percent = *value;
            },
            {}};
}

const KeyTable<TokenBucketBudget> &token_bucket_keys() {
    using T = TokenBucketBudget;
    static const KeyTable<T> table = {
        number_key("capacity", &T::capacity, kTokensAboveZero, "Tokens at the start, and at most."),
        number_key("retry_cost", &T::retry_cost, kTokens, "Tokens that a retry takes."),
        number_key("timeout_cost", &T::timeout_cost, kTokens, "Tokens that a retry after a timeout takes."),
        number_key("throttling_cost", &T::throttling_cost, kTokens, "Tokens that a retry after rate_limit takes.")
            .fallback("retry_cost"),
        number_key("success_refund", &T::success_refund, kTokens,
                   "Tokens that a success without retry gives; one with retries gives its last cost back."),
        flag_key("refills_past_capacity", &T::refills_past_capacity,
                 "Any success fills the bucket and lets it grow beyond its capacity (smithy 4.0.7)."),
    };
    return table;
}

const KeyTable<PerCallBucketBudget> &per_call_keys() {
    using T = PerCallBucketBudget;
    static const KeyTable<T> table = {
        number_key("capacity", &T::capacity, kTokensAboveZero, "Tokens at the start, and at most."),
        number_key("deposit_per_call", &T::deposit_per_call, kTokens, "Tokens that each request gives at its start."),
        number_key("retry_cost", &T::retry_cost, kTokens, "Tokens that a retry takes; it needs more than these."),
    };
    return table;
}

const KeyTable<SuccessBucketBudget> &success_keys() {
    using T = SuccessBucketBudget;
    static const KeyTable<T> table = {
        number_key("capacity", &T::capacity, kTokensAboveZero, "Tokens at the start, and at most."),
        number_key("deposit_per_success", &T::deposit_per_success, kTokens, "Tokens that each success gives."),
        number_key("retry_cost", &T::retry_cost, kTokens, "Tokens that a retry needs and takes."),
    };
    return table;
}

const KeyTable<RatioBudget> &ratio_keys() {
    using T = RatioBudget;
    static const KeyTable<T> table = {
        retry_share_key<T>("Retries, as a share of the requests in the window."),
        number_key("min_per_second", &T::min_per_second, {0.0, 1e6, false}, "Retries that are always allowed."),
        duration_key("window", &T::window, kMillisecondOrMore, "The window, in ten slices."),
    };
    return table;
}

const KeyTable<ActiveShareBudget> &active_share_keys() {
    using T = ActiveShareBudget;
    static const KeyTable<T> table = {
        retry_share_key<T>("Retries under way, as a share of the tries under way."),
        integer_key("min_concurrency", &T::min_concurrency, {0, 1'000'000},
                    "Retries under way that are always allowed."),
    };
    return table;
}

const KeyTable<ThrottleBudget> &throttle_keys() {
    using T = ThrottleBudget;
    static const KeyTable<T> table = {
        number_key("max_tokens", &T::max_tokens, kTokensAboveZero, "Tokens at the start, and at most."),
        number_key("token_ratio", &T::token_ratio, kTokens, "Tokens that a success gives; three decimals count."),
    };
    return table;
}

const KeyTable<AdaptiveThrottleBudget> &adaptive_keys() {
    using T = AdaptiveThrottleBudget;
    static const KeyTable<T> table = {
        number_key("k", &T::k, {0.0, 1000.0, true}, "Tries per accepted one before the first is refused."),
        duration_key("window", &T::window, kMillisecondOrMore, "How far back tries and successes count."),
    };
    return table;
}

const KeyTable<FailureRateBudget> &failure_rate_keys() {
    using T = FailureRateBudget;
    static const KeyTable<T> table = {
        share_key("threshold", &T::threshold, "Retries are allowed up to this share of failed attempts."),
        duration_key("window", &T::window, kMillisecondOrMore, "How far back attempts count.")
            .fallback("the whole run"),
        word_key("per", &T::per, {{"requests", FailureRatePer::requests}, {"attempts", FailureRatePer::attempts}},
                 "What failed attempts are divided by: requests started, or attempts finished."),
    };
    return table;
}

/// One scheme; its fields refine those of a preset of the same scheme.
template <class T>
Key<BudgetConfig> scheme_key(std::string name, const KeyTable<T> &(*table)(), std::string doc) {
    return custom_key<BudgetConfig>(
        std::move(name), "map", "", std::move(doc),
        [table](Reading &reading, const DocumentNode &node, BudgetConfig &out) {
            const T *before = std::get_if<T>(&out.scheme);
            T scheme = before != nullptr && !out.preset.empty() ? *before : T{};
            if (read_map(reading, node, table(), scheme)) out.scheme = scheme;
        },
        [table](KeyDocs &docs) { document_keys(table(), docs); });
}

const KeyTable<BudgetConfig> &scheme_keys() {
    static const KeyTable<BudgetConfig> table = {
        scheme_key("token_bucket", token_bucket_keys, "A retry takes tokens, a success gives back (AWS)."),
        scheme_key("per_call_bucket", per_call_keys, "Each request gives tokens at its start, a retry takes them."),
        scheme_key("success_bucket", success_keys, "Each success gives tokens, a retry takes them."),
        scheme_key("ratio", ratio_keys, "Retries up to a share of the requests in a window, and a reserve (Finagle)."),
        scheme_key("active_share", active_share_keys, "Retries under way up to a share of what is under way (Envoy)."),
        scheme_key("throttle", throttle_keys, "Retries while more than half of the tokens is left (gRPC)."),
        scheme_key("adaptive_throttle", adaptive_keys,
                   "Refuses any try with a probability that grows with the refusals met (Google SRE)."),
        scheme_key("failure_rate", failure_rate_keys, "Retries while few enough attempts fail."),
    };
    return table;
}

void read_budget_preset(Reading &reading, const DocumentNode &node, BudgetConfig &out) {
    if (!node.is_scalar()) {
        reading.expected(node, "a preset such as botocore, or a map with one scheme");
        return;
    }
    if (auto preset = budget_preset(node.text)) {
        preset->shared = out.shared;
        out = *preset;
    } else {
        reading.unknown(node.at, "preset", node.text, budget_preset_names());
    }
}

const KeyTable<BudgetConfig> &budget_keys() {
    static const KeyTable<BudgetConfig> table = [] {
        std::string presets;
        for (const std::string &name : budget_preset_names())
            presets += (presets.empty() ? "one of " : ", ") + name;
        KeyTable<BudgetConfig> keys = {
            custom_key<BudgetConfig>("preset", "word", "none", "The budget of a library; a scheme refines its fields.",
                                     read_budget_preset)
                .range(presets),
            flag_key("shared", &BudgetConfig::shared, "One budget for all instances of the caller."),
        };
        for (const Key<BudgetConfig> &key : scheme_keys())
            keys.push_back(key);
        return keys;
    }();
    return table;
}

} // namespace

void read_budget(Reading &reading, const DocumentNode &node, std::optional<BudgetConfig> &out) {
    BudgetConfig budget;
    const std::size_t issues = reading.issues().size();
    if (!node.is_map()) {
        if (node.is_scalar() && node.text == "none") {
            out.reset();
            return;
        }
        read_budget_preset(reading, node, budget);
    } else {
        const bool preset = node.find("preset") != nullptr;
        const Key<BudgetConfig> *scheme = chosen_key(reading, node, scheme_keys(), "scheme");
        read_map(reading, node, budget_keys(), budget);
        if (reading.issues().size() == issues && scheme == nullptr && !preset) {
            reading.error(node, "expected a scheme such as token_bucket, or a preset");
        }
        const auto known = budget_preset(budget.preset);
        if (known && scheme != nullptr && known->scheme.index() != budget.scheme.index()) {
            reading.error(node, "the preset " + budget.preset + " is of another scheme than " + scheme->name());
        }
    }
    if (reading.issues().size() == issues) out = std::move(budget);
}

void document_budget(KeyDocs &docs) { document_keys(budget_keys(), docs); }

} // namespace halfopen
