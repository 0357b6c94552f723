// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <utility>

namespace halfopen {

namespace {

const KeyTable<LatencyFault> &latency_keys() {
    static const KeyTable<LatencyFault> table = {
        number_key("factor", &LatencyFault::factor, {0.0, 1e6, false}, "Service times are multiplied by this."),
        duration_key("add", &LatencyFault::add, kAnyDuration, "Added to service times."),
    };
    return table;
}

Key<Fault> failures_effect(std::string name, bool add, std::string doc) {
    return custom_key<Fault>(
        std::move(name), "map", "", std::move(doc),
        [add](Reading &reading, const DocumentNode &node, Fault &out) {
            FailuresFault effect;
            effect.add = add;
            read_kind_shares(reading, node, effect.failures, false);
            out.effect = std::move(effect);
        },
        [](KeyDocs &docs) {
            docs.add({"*", "share", "0% to 100%", "", "For this failure kind.", {}});
        });
}

/// A pause is there or not; `false` would be a fault that does nothing.
void read_pause(Reading &reading, const DocumentNode &node, Fault &out) {
    if (node.is_scalar() && node.text == "true")
        out.effect = PauseFault{};
    else
        reading.expected(node, "true");
}

/// An effect that is one configuration of a service.
template <class F, class M>
Key<Fault> map_effect(std::string name, M F::*member, const KeyTable<M> &(*table)(), std::string doc,
                      std::vector<std::string> needed) {
    return custom_key<Fault>(
        std::move(name), "map", "", std::move(doc),
        [=](Reading &reading, const DocumentNode &node, Fault &out) {
            F effect;
            if (read_map(reading, node, table(), effect.*member)) require_keys(reading, node, needed);
            out.effect = std::move(effect);
        },
        [table](KeyDocs &docs) { document_keys(table(), docs); });
}

/// What a fault does; exactly one of these.
const KeyTable<Fault> &effect_keys() {
    static const KeyTable<Fault> table = {
        custom_key<Fault>("outage", "failure kind", "", "Refuses what arrives and what waits, with this failure.",
                          [](Reading &reading, const DocumentNode &node, Fault &out) {
                              OutageFault effect;
                              if (const auto kind = reading.kind(node)) effect.kind = *kind;
                              out.effect = effect;
                          }),
        failures_effect("failures", false, "Sets failure probabilities."),
        failures_effect("add_failures", true, "Adds to failure probabilities."),
        custom_key<Fault>(
            "latency", "map", "", "Slows the service down.",
            [](Reading &reading, const DocumentNode &node, Fault &out) {
                LatencyFault effect;
                read_map(reading, node, latency_keys(), effect);
                out.effect = effect;
            },
            [](KeyDocs &docs) { document_keys(latency_keys(), docs); }),
        custom_key<Fault>("workers", "whole number", "", "Changes the number of workers.",
                          [](Reading &reading, const DocumentNode &node, Fault &out) {
                              const auto workers = read_integer(reading, node, {0, 1'000'000});
                              if (workers) out.effect = WorkersFault{static_cast<int>(*workers)};
                          }),
        custom_key<Fault>("pause", "true", "", "Nothing is served: what is in service stands still, and queues grow.",
                          read_pause),
        map_effect("rate_limit", &RateLimitFault::limit, rate_limit_keys, "Another rate limit at the server.",
                   {"rate"}),
        map_effect("availability", &AvailabilityFault::availability, availability_fault_keys,
                   "Another two-state process of outages.", {"up", "down"}),
    };
    return table;
}

/// Applies to an outage only, so it is read after the effect.
const KeyTable<Fault> &drops_keys() {
    static const KeyTable<Fault> table = {
        {{"drops", "true or false", "", "false", "With outage: what is being served fails too.", {}},
         [](Reading &reading, const DocumentNode &node, Fault &out) {
             const auto drops = read_flag(reading, node);
             if (auto *outage = std::get_if<OutageFault>(&out.effect))
                 outage->drops = drops.value_or(false);
             else
                 reading.error(node, "drops belongs to an outage");
         },
         {}},
    };
    return table;
}

const KeyTable<Fault> &placing_keys() {
    static const KeyTable<Fault> table = {
        text_key("service", &Fault::service, "The service that it meets."),
        duration_key("at", &Fault::at, kAnyDuration, "When it begins."),
        duration_key("for", &Fault::lasts, kPositiveDuration, "How long it lasts.").fallback(""),
        duration_key("ramp", &Fault::ramp, kAnyDuration, "Linear rise at its start."),
        duration_key("every", &Fault::every, kMillisecondOrMore, "Repeats with this period."),
        integer_key("replica", &Fault::replica, {0, kReplicasMax - 1}, "The one replica that it meets, from 0.")
            .fallback("all of them"),
    };
    return table;
}

} // namespace

const KeyTable<Fault> &fault_keys() {
    static const KeyTable<Fault> table = [] {
        KeyTable<Fault> keys = placing_keys();
        keys.insert(keys.end(), effect_keys().begin(), effect_keys().end());
        keys.insert(keys.end(), drops_keys().begin(), drops_keys().end());
        return keys;
    }();
    return table;
}

void read_fault(Reading &reading, const DocumentNode &node, Fault &out) {
    if (!read_map(reading, node, fault_keys(), out)) return;
    require_keys(reading, node, {"service", "at", "for"});
    const std::size_t before = reading.issues().size();
    if (chosen_key(reading, node, effect_keys(), "effect") == nullptr && reading.issues().size() == before) {
        reading.error(node, "expected what the fault does, such as outage: unavailable");
    }
}

} // namespace halfopen
