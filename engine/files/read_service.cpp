// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

namespace halfopen {

const KeyTable<Availability> &availability_fault_keys() {
    static const KeyTable<Availability> table = {
        duration_key("up", &Availability::up, kMillisecondOrMore, "Mean time between outages.").fallback(""),
        duration_key("down", &Availability::down, kMillisecondOrMore, "Mean length of an outage.").fallback(""),
        custom_key<Availability>("kind", "failure kind", "unavailable", "How calls fail during an outage.",
                                 [](Reading &reading, const DocumentNode &node, Availability &out) {
                                     if (const auto kind = reading.kind(node)) out.kind = *kind;
                                 }),
    };
    return table;
}

namespace {

const KeyTable<Availability> &availability_keys() {
    static const KeyTable<Availability> table = [] {
        KeyTable<Availability> keys = availability_fault_keys();
        keys.push_back(text_key("group", &Availability::group,
                                "Services of one group go down and up together; they have the same up, down and kind.")
                           .fallback("alone"));
        return keys;
    }();
    return table;
}

const KeyTable<RetryAfterHint> &wrong_hint_keys() {
    static const KeyTable<RetryAfterHint> table = {
        number_key("wrong_by", &RetryAfterHint::factor, {0.0, 1000.0, false}, "The hint is the exact time times this."),
    };
    return table;
}

void read_retry_after(Reading &reading, const DocumentNode &node, ServerRateLimit &out) {
    RetryAfterHint &hint = out.retry_after;
    if (node.is_map()) {
        if (read_map(reading, node, wrong_hint_keys(), hint)) hint.kind = RetryAfterHint::Kind::wrong;
    } else if (node.is_scalar() && node.text == "exact") {
        hint.kind = RetryAfterHint::Kind::exact;
    } else if (node.is_scalar() && node.text == "absent") {
        hint.kind = RetryAfterHint::Kind::absent;
    } else if (node.is_scalar() && parse_duration(node.text)) {
        if (const auto fixed = read_duration(reading, node, kAnyDuration)) {
            hint.kind = RetryAfterHint::Kind::fixed;
            hint.fixed = *fixed;
        }
    } else {
        reading.expected(node, "exact, absent, a duration such as 2s or {wrong_by: 0.5}");
    }
}

} // namespace

const KeyTable<ServerRateLimit> &rate_limit_keys() {
    static const KeyTable<ServerRateLimit> table = {
        rate_key("rate", &ServerRateLimit::rate, "Tokens that come back."),
        number_key("burst", &ServerRateLimit::burst, {1.0, 1e9, false}, "Tokens that it holds when full."),
        custom_key<ServerRateLimit>("retry_after", "word, duration or map", "absent",
                                    "What a refusal says about when to come back: exact, absent, a duration, or "
                                    "{wrong_by: FACTOR}.",
                                    read_retry_after, [](KeyDocs &docs) { document_keys(wrong_hint_keys(), docs); }),
    };
    return table;
}

namespace {

const KeyTable<DownstreamCall> &call_keys() {
    static const KeyTable<DownstreamCall> table = {
        text_key("service", &DownstreamCall::service, "The service that is called."),
        text_key("policy", &DownstreamCall::policy, "The policy in between.").fallback("one plain call"),
        integer_key("times", &DownstreamCall::times, {1, kCallTimesMax}, "How often it is called."),
        word_key("mode", &DownstreamCall::mode, {{"sequence", CallMode::sequence}, {"parallel", CallMode::parallel}},
                 "One call after another, or all at once; parallel entries that stand together begin together."),
    };
    return table;
}

void read_calls(Reading &reading, const DocumentNode &node, ServiceConfig &out) {
    out.calls.clear();
    if (!node.is_list()) {
        reading.expected(node, "a list such as [{service: a, policy: p, times: 2}]");
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        DownstreamCall &call = out.calls.emplace_back();
        if (item.is_scalar())
            call.service = item.text;
        else if (read_map(reading, item, call_keys(), call))
            require_keys(reading, item, {"service"});
    }
}

void document_calls(KeyDocs &docs) {
    docs.add({"[]", "service or map", "", "", "One entry.", "service"});
    docs.below("[]", [](KeyDocs &inner) { document_keys(call_keys(), inner); });
}

const KeyTable<Confidence> &confidence_keys() {
    static const KeyTable<Confidence> table = {
        share_key("accept_right", &Confidence::accept_right, "Chance that a right answer is accepted."),
        share_key("accept_wrong", &Confidence::accept_wrong, "Chance that a wrong answer is accepted."),
    };
    return table;
}

Key<ServiceConfig> kind_shares_key(std::string name, KindShares ServiceConfig::*member, bool with_success,
                                   std::string fallback, std::string doc) {
    return custom_key<ServiceConfig>(
        std::move(name), "map", std::move(fallback), std::move(doc),
        [=](Reading &reading, const DocumentNode &node, ServiceConfig &out) {
            read_kind_shares(reading, node, out.*member, with_success);
        },
        [](KeyDocs &docs) {
            docs.add({"*", "share", "0% to 100%", "", "For this failure kind.", {}});
        });
}

const KeyTable<ProfileStep> &profile_keys() {
    static const KeyTable<ProfileStep> table = {
        duration_key("at", &ProfileStep::at, kAnyDuration, "From when on."),
        custom_key<ProfileStep>(
            "failures", "map", "as the service's",
            "Probability per attempt of each failure kind.",
            [](Reading &reading, const DocumentNode &node, ProfileStep &out) {
                read_kind_shares(reading, node, out.failures.emplace(), false);
            },
            [](KeyDocs &docs) {
                docs.add({"*", "share", "0% to 100%", "", "For this failure kind.", {}});
            }),
        custom_key<ProfileStep>(
            "latency", "distribution", "as the service's", "Time that a worker spends on a call.",
            [](Reading &reading, const DocumentNode &node, ProfileStep &out) {
                read_distribution(reading, node, out.latency.emplace());
            },
            document_loaded_distribution),
    };
    return table;
}

void read_profile(Reading &reading, const DocumentNode &node, ServiceConfig &out) {
    read_list(reading, node, "a list such as [{at: 30s, failures: {timeout: 40%}}]", out.profile,
              [&](const DocumentNode &item, ProfileStep &step) { read_map(reading, item, profile_keys(), step); });
}

void document_profile(KeyDocs &docs) {
    docs.add({"[]", "map", "", "", "One step.", {}});
    docs.below("[]", [](KeyDocs &inner) { document_keys(profile_keys(), inner); });
}

} // namespace

const KeyTable<ServiceConfig> &service_keys() {
    static const KeyTable<ServiceConfig> table = {
        distribution_key("network", &ServiceConfig::network, "Delay of the network, one way."),
        distribution_key("latency", &ServiceConfig::latency, "Time that a worker spends on a call.", true),
        integer_key("replicas", &ServiceConfig::replicas, {1, kReplicasMax},
                    "Copies of the service, each with its own workers and queue."),
        word_key(
            "balance", &ServiceConfig::balance,
            {{"round_robin", Balance::round_robin}, {"random", Balance::random}, {"least_busy", Balance::least_busy}},
            "How calls are spread over replicas."),
        limit_key("workers", &ServiceConfig::workers, {1, 1'000'000}, "Calls that each replica serves at once."),
        limit_key("queue", &ServiceConfig::queue, {0, 10'000'000},
                  "How many calls may wait; more are refused as overloaded."),
        word_key("discipline", &ServiceConfig::discipline, {{"fifo", Discipline::fifo}, {"lifo", Discipline::lifo}},
                 "Which waiting call is served next."),
        word_key("contention", &ServiceConfig::contention,
                 {{"none", Contention::none}, {"optimistic_lock", Contention::optimistic_lock}},
                 "optimistic_lock: each call reads, then writes, and fails with conflict when another write came "
                 "between."),
        kind_shares_key("failures", &ServiceConfig::failures, false, "none",
                        "Probability per attempt of each failure kind."),
        custom_key<ServiceConfig>("profile", "list", "none",
                                  "How it behaved over time, as a record shows: each step holds from its instant on.",
                                  read_profile, document_profile),
        map_key("availability", &ServiceConfig::availability, availability_keys,
                "Outages that come and go by themselves.", {"up", "down"}),
        map_key("rate_limit", &ServiceConfig::rate_limit, rate_limit_keys,
                "A token bucket at the server; over it a call fails with rate_limit.", {"rate"}),
        money_key("cost", &ServiceConfig::cost, "Price of a call."),
        kind_shares_key("billing", &ServiceConfig::billing, true, "success and timeout 100%, the rest 0%",
                        "Billed share of the cost by outcome."),
        share_key("accuracy", &ServiceConfig::accuracy, "Chance that a returned answer is right."),
        map_key("confidence", &ServiceConfig::confidence, confidence_keys,
                "A detector of wrong answers; what it rejects fails with low_confidence."),
        flag_key("effect", &ServiceConfig::effect, "A call has a side effect."),
        flag_key("idempotency_key", &ServiceConfig::idempotency_key, "A repeated call does not repeat the effect."),
        flag_key("cancels", &ServiceConfig::cancels, "A call that was given up is cancelled at the server."),
        custom_key<ServiceConfig>("calls", "list", "none",
                                  "Services that it calls after its own service time, while it holds a worker.",
                                  read_calls, document_calls),
    };
    return table;
}

} // namespace halfopen
