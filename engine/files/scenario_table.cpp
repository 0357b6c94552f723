// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace halfopen {

namespace {

/// What a goal's number is measured in follows from the metric's name.
void read_goal(Reading &reading, const DocumentNode::Entry &entry, Goal &out) {
    const DocumentNode &node = *entry.value;
    const std::string &metric = entry.key;
    std::optional<double> value;
    if (metric.starts_with("latency")) {
        const auto duration = read_duration(reading, node, kAnyDuration);
        if (duration) value = seconds(*duration);
    } else if (metric.starts_with("cost")) {
        const auto money = read_money(reading, node);
        if (money) value = usd(*money);
    } else if (metric.starts_with("goodput")) {
        const auto rate = read_rate(reading, node);
        if (rate) value = rate->per_second;
    } else if (metric == "avg_attempts" || metric == "amplification" || metric == "duplicates") {
        value = read_number(reading, node, {0.0, 1e9, false});
    } else {
        value = read_share(reading, node);
    }
    out = Goal{metric, value.value_or(0.0)};
}

void read_slo(Reading &reading, const DocumentNode &node, Scenario &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map such as {success_rate: 99%, latency_p95: 30s}");
        return;
    }
    check_unknown_keys(reading, node, goal_names());
    const std::vector<std::string> known = goal_names();
    for (const DocumentNode::Entry &entry : node.entries) {
        if (std::find(known.begin(), known.end(), entry.key) == known.end()) continue;
        const Reading::Step step(reading, entry);
        read_goal(reading, entry, out.slo.emplace_back());
    }
}

void read_faults(Reading &reading, const DocumentNode &node, Scenario &out) {
    read_list(reading, node, "a list of faults", out.faults,
              [&](const DocumentNode &item, Fault &fault) { read_fault(reading, item, fault); });
}

const KeyTable<Scenario> &play_keys() {
    static const KeyTable<Scenario> table = {
        number_key("speed", &Scenario::play_speed, {0.0, 1e6, true}, "Simulated seconds a second, at first."),
    };
    return table;
}

void read_seed(Reading &reading, const DocumentNode &node, Scenario &out) {
    const auto seed = node.is_scalar() ? parse_seed(node.text) : std::nullopt;
    if (seed)
        out.seed = *seed;
    else
        reading.expected(node, "a whole number from " + std::string(kSeedRange));
}

KeyTable<Scenario> header_keys() {
    using S = Scenario;
    KeyTable<S> keys = {
        custom_key<S>("halfopen", "whole number", "", "The version of the format.",
                      [](Reading &, const DocumentNode &, S &) {}), // checked before all else
        text_key("name", &S::name, "What the scenario is called."),
        text_key("about", &S::about, "A paragraph for the person who opens it."),
        custom_key<S>("seed", "whole number", "1", "Seed of all random draws (the luck): equal seeds give equal runs.", read_seed),
        duration_key("duration", &S::duration, kMillisecondOrMore, "Arrivals stop here."),
        flag_key("drain", &S::drain, "Lets what is in flight finish."),
        duration_key("drain_limit", &S::drain_limit, kAnyDuration, "At most for so long."),
        duration_key("warmup", &S::warmup, kAnyDuration,
                     "Requests that start before this are left out of the metrics."),
        custom_key<S>("slo", "map", "none", "Goals that the run is held against.", read_slo,
                      [](KeyDocs &docs) {
                          for (const std::string &name : goal_names())
                              docs.add({name, "goal", "", "", "A goal for this metric.", {}});
                      }),
        custom_key<S>(
            "play", "map", "{speed: 1}", "How the window plays it at first.",
            [](Reading &reading, const DocumentNode &node, S &out) { read_map(reading, node, play_keys(), out); },
            [](KeyDocs &docs) { document_keys(play_keys(), docs); }),
    };
    keys[3].doc.range = kSeedRange;
    return keys;
}

template <class T>
Key<Scenario> named_key(std::string name, std::vector<T> Scenario::*member, const KeyTable<T> &(*table)(),
                        std::string doc, std::string one) {
    return custom_key<Scenario>(
        std::move(name), "map", "none", std::move(doc),
        [=](Reading &reading, const DocumentNode &node, Scenario &out) {
            read_named(reading, node, table(), out.*member);
        },
        [=](KeyDocs &docs) {
            docs.add({"*", "map", "", "", one, {}});
            docs.below("*", [=](KeyDocs &inner) { document_keys(table(), inner); });
        });
}

template <class F>
Key<Scenario> list_key(std::string name, std::string doc, F read, std::function<void(KeyDocs &)> inner) {
    return custom_key<Scenario>(std::move(name), "list", "none", std::move(doc), read, [=](KeyDocs &docs) {
        docs.add({"[]", "map", "", "", "One of them.", {}});
        docs.below("[]", inner);
    });
}

} // namespace

const KeyTable<Scenario> &scenario_table() {
    static const KeyTable<Scenario> table = [] {
        KeyTable<Scenario> keys = header_keys();
        keys.push_back(custom_key<Scenario>("kinds", "map", "the built-in error matrix",
                                            "Failure kinds to refine or to add.", read_kinds, document_kinds));
        keys.push_back(custom_key<Scenario>("inputs", "map", "none", "What requests carry across all attempts.",
                                            read_inputs, document_inputs));
        keys.push_back(named_key("services", &Scenario::services, service_keys, "What is called.", "One service."));
        keys.push_back(named_key("policies", &Scenario::policies, policy_keys, "What stands between.", "One policy."));
        keys.push_back(
            named_key("operations", &Scenario::operations, operation_keys, "What requests do.", "One operation."));
        keys.push_back(list_key("workloads", "Who asks, and how often.", read_workloads,
                                [](KeyDocs &docs) { document_keys(workload_keys(), docs); }));
        keys.push_back(list_key("faults", "What goes wrong, and when.", read_faults,
                                [](KeyDocs &docs) { document_keys(fault_keys(), docs); }));
        keys.push_back(list_key("edits", "What a person changed while it ran, replayed at that simulated time.",
                                read_edits, [](KeyDocs &docs) { document_keys(edit_keys(), docs); }));
        return keys;
    }();
    return table;
}

const std::vector<KeyDoc> &scenario_keys() {
    static const std::vector<KeyDoc> docs = [] {
        KeyDocs collected;
        document_keys(scenario_table(), collected);
        return collected.take();
    }();
    return docs;
}

const std::vector<ShortForm> &scenario_short_forms() {
    static const std::vector<ShortForm> forms = [] {
        std::vector<ShortForm> out;
        for (const KeyDoc &doc : scenario_keys()) {
            if (doc.short_form.empty()) continue;
            std::vector<std::string> steps;
            std::string step;
            for (const char c : doc.path + '.') {
                if ((c == '.' || c == '[') && !step.empty()) steps.push_back(std::exchange(step, {}));
                if (c != '.') step += c;
            }
            out.push_back({std::move(steps), doc.short_form});
        }
        return out;
    }();
    return forms;
}

} // namespace halfopen
