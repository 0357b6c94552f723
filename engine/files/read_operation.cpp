// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <utility>

namespace halfopen {

namespace {

const KeyTable<Leg> &leg_keys() {
    static const KeyTable<Leg> table = {
        text_key("service", &Leg::service, "The service that is called."),
        text_key("policy", &Leg::policy, "The policy in between.").fallback("one plain call"),
        flag_key("skip_when_open", &Leg::skip_when_open, "The leg is passed over while its breaker is open."),
    };
    return table;
}

void read_chain(Reading &reading, const DocumentNode &node, Operation &out) {
    if (!node.is_list()) {
        reading.expected(node, "a list such as [{service: a, policy: p}, {service: b}]");
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        Leg &leg = out.chain.emplace_back();
        if (item.is_scalar())
            leg.service = item.text;
        else if (read_map(reading, item, leg_keys(), leg))
            require_keys(reading, item, {"service"});
    }
}

const KeyTable<Diagnosis> &diagnosis_keys() {
    static const KeyTable<Diagnosis> table = {
        distribution_key("duration", &Diagnosis::duration, "How long it takes."),
        money_key("cost", &Diagnosis::cost, "Its price."),
        share_key("accuracy", &Diagnosis::accuracy, "Chance that it names the true cause."),
    };
    return table;
}

const KeyTable<Remedy> &remedy_keys() {
    static const KeyTable<Remedy> table = {
        text_key("name", &Remedy::name, "What it is called.").fallback("the name of the issue"),
        distribution_key("duration", &Remedy::duration, "How long it takes."),
        money_key("cost", &Remedy::cost, "Its price."),
        share_key("success", &Remedy::success, "Chance that it removes the cause."),
    };
    return table;
}

void read_remedies(Reading &reading, const DocumentNode &node, HealingConfig &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map from failure kinds to remedies");
        return;
    }
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        const auto kind = reading.kind_named(entry.key, entry.key_at);
        Remedy remedy;
        remedy.name = entry.key;
        if (kind) remedy.issue = *kind;
        if (read_map(reading, *entry.value, remedy_keys(), remedy) && kind) out.remedies.push_back(std::move(remedy));
    }
}

Key<HealingConfig> healing_kinds_key() {
    return custom_key<HealingConfig>("kinds", "list of failure kinds", "none", "Failures that are treated.",
                                     [](Reading &reading, const DocumentNode &node, HealingConfig &out) {
                                         read_kind_list(reading, node, out.kinds);
                                     });
}

const KeyTable<HealingConfig> &healing_keys() {
    static const KeyTable<HealingConfig> table = {
        healing_kinds_key(),
        flag_key("retry_undiagnosed", &HealingConfig::retry_undiagnosed,
                 "Tries again even when the diagnosis has no remedy, as the tutorial's code does."),
        map_key("diagnosis", &HealingConfig::diagnosis, diagnosis_keys, "Finding the cause."),
        custom_key<HealingConfig>("remedies", "map", "none", "What is done about each cause.", read_remedies,
                                  [](KeyDocs &docs) {
                                      docs.add({"*", "map", "", "", "The remedy of this failure kind.", {}});
                                      docs.below("*", [](KeyDocs &inner) { document_keys(remedy_keys(), inner); });
                                  }),
        map_key("retry", &HealingConfig::retry, retry_keys, "The tries after a remedy, in place of the leg's own."),
        integer_key("max_rounds", &HealingConfig::max_rounds, {0, 100}, "Diagnoses of one leg at most."),
    };
    return table;
}

} // namespace

const KeyTable<Operation> &operation_keys() {
    static const KeyTable<Operation> table = [] {
        KeyTable<Operation> keys = {
            custom_key<Operation>("chain", "list", "", "The services that are asked, in order.", read_chain,
                                  [](KeyDocs &docs) {
                                      docs.add({"[]", "service or map", "", "", "One leg.", "service"});
                                      docs.below("[]", [](KeyDocs &inner) { document_keys(leg_keys(), inner); });
                                  }),
            duration_key("deadline", &Operation::deadline, kPositiveDuration, "The time that the whole request has."),
            custom_key<Operation>("fallback_kinds", "list of failure kinds", "the error matrix",
                                  "Failures after which the next leg is asked.",
                                  [](Reading &reading, const DocumentNode &node, Operation &out) {
                                      out.fallback_kinds.emplace();
                                      read_kind_list(reading, node, *out.fallback_kinds);
                                  }),
            word_key("exhausted", &Operation::exhausted,
                     {{"raise", Exhausted::raise}, {"continue", Exhausted::continue_}, {"partial", Exhausted::partial}},
                     "What happens when every leg has failed."),
            map_key("healing", &Operation::healing, healing_keys, "Diagnoses and treats failures before falling back."),
        };
        return keys;
    }();
    return table;
}

} // namespace halfopen
