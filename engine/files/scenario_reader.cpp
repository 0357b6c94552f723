// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"

#include "engine/files/document_path.h"
#include "engine/files/scenario_tables.h"
#include "engine/files/text_checks.h"
#include "engine/files/text_file.h"
#include "engine/files/value_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <tuple>
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

template <class T, class F>
void read_list(Reading &reading, const DocumentNode &node, std::string_view what, std::vector<T> &out,
               F read) {
    if (node.is_null()) return;
    if (!node.is_list()) {
        reading.expected(node, what);
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Reading::Step step(reading, i, *node.items[i].value);
        read(*node.items[i].value, out.emplace_back());
    }
}

void read_workloads(Reading &reading, const DocumentNode &node, Scenario &out) {
    read_list(reading, node, "a list of workloads", out.workloads,
              [&](const DocumentNode &item, Workload &workload) {
                  if (!read_map(reading, item, workload_keys(), workload)) return;
                  for (const char *needed : {"operation", "arrivals"}) {
                      if (item.find(needed) == nullptr)
                          reading.error(item, std::string("the key ") + needed + " is missing");
                  }
              });
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
    const auto seed = read_integer(reading, node, {0, std::numeric_limits<std::int64_t>::max()});
    if (seed) out.seed = static_cast<std::uint64_t>(*seed);
}

KeyTable<Scenario> header_keys() {
    using S = Scenario;
    KeyTable<S> keys = {
        custom_key<S>("halfopen", "whole number", "", "The version of the format.",
                      [](Reading &, const DocumentNode &, S &) {}), // checked before all else
        text_key("name", &S::name, "What the scenario is called."),
        text_key("about", &S::about, "A paragraph for the person who opens it."),
        custom_key<S>("seed", "whole number", "1", "The luck: equal seeds give equal runs.", read_seed),
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
            [](Reading &reading, const DocumentNode &node, S &out) {
                read_map(reading, node, play_keys(), out);
            },
            [](KeyDocs &docs) { document_keys(play_keys(), docs); }),
    };
    keys[3].doc.range = "0 to 9223372036854775807";
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

/// The whole format. `kinds` stands before all that names failure kinds.
const KeyTable<Scenario> &scenario_table() {
    static const KeyTable<Scenario> table = [] {
        KeyTable<Scenario> keys = header_keys();
        keys.push_back(custom_key<Scenario>("kinds", "map", "the built-in error matrix",
                                            "Failure kinds to refine or to add.", read_kinds,
                                            document_kinds));
        keys.push_back(custom_key<Scenario>("inputs", "map", "none",
                                            "What requests carry across all attempts.", read_inputs,
                                            document_inputs));
        keys.push_back(
            named_key("services", &Scenario::services, service_keys, "What is called.", "One service."));
        keys.push_back(
            named_key("policies", &Scenario::policies, policy_keys, "What stands between.", "One policy."));
        keys.push_back(named_key("operations", &Scenario::operations, operation_keys, "What requests do.",
                                 "One operation."));
        keys.push_back(list_key("workloads", "Who asks, and how often.", read_workloads,
                                [](KeyDocs &docs) { document_keys(workload_keys(), docs); }));
        keys.push_back(list_key("faults", "What goes wrong, and when.", read_faults,
                                [](KeyDocs &docs) { document_keys(fault_keys(), docs); }));
        keys.push_back(later_key<Scenario>("edits", {}, "Changes that a person made while it ran."));
        return keys;
    }();
    return table;
}

Failure failed(Issue issue) { return Failure{Failure::Kind::bad_input, {std::move(issue)}}; }

/// Puts the values of --set into the document.
Result<DocumentNodePtr> with_overrides(DocumentNodePtr root, const std::vector<std::string> &overrides) {
    for (const std::string &text : overrides) {
        const std::size_t equals = text.find('=');
        const auto path = parse_path(std::string_view(text).substr(0, equals));
        if (equals == std::string::npos || !path) {
            return failed(Issue{
                "", "expected PATH=VALUE such as policies.vision.timeout=5s, got " + in_quotes(text), {}});
        }
        Result<Document> value = parse_document(std::string_view(text).substr(equals + 1));
        if (!value || !value.value().issues.empty()) {
            const Issue &issue = value ? value.value().issues.front() : value.failure().issues.front();
            return failed(Issue{to_string(*path), "the value given for it: " + issue.message, {}});
        }
        Result<DocumentNodePtr> changed = with_value(root, *path, without_places(*value.value().root));
        if (!changed) return changed.failure();
        root = std::move(changed).value();
    }
    return root;
}

/// Nothing when the file is of this version; else the one thing to say about it.
std::optional<Issue> check_version(const DocumentNode &root) {
    if (!root.is_map()) {
        const std::string what = root.is_null() ? "the file is empty" : "the file is " + describe_value(root);
        return Issue{"", what + "; expected a scenario, which begins with halfopen: 1",
                     root.is_null() ? Position{} : root.at};
    }
    const DocumentNode::Entry *entry = root.find("halfopen");
    if (entry == nullptr)
        return Issue{"halfopen", "expected halfopen: 1, the version of the format; it is missing", {}};
    const auto version = entry->value->is_scalar() ? parse_integer(entry->value->text) : std::nullopt;
    if (version && *version == kScenarioFormat) return std::nullopt;
    if (version && *version > kScenarioFormat) {
        return Issue{
            "halfopen",
            fmt::format(
                "the file is of format {}, and this program reads format {}; a newer Halfopen is needed",
                *version, kScenarioFormat),
            entry->value->at};
    }
    return Issue{"halfopen",
                 fmt::format("expected {}, the version of the format, got {}", kScenarioFormat,
                             describe_value(*entry->value)),
                 entry->value->at};
}

/// Validates what was read; issues that only follow from faults of the text are left out.
void add_validation(Reading &reading, const Scenario &scenario) {
    for (const char *section : {"kinds", "services", "policies", "operations", "workloads"}) {
        const bool broken = std::any_of(reading.issues().begin(), reading.issues().end(),
                                        [&](const Issue &issue) { return issue.path == section; });
        if (broken) return;
    }
    std::vector<Issue> found = validate(scenario);
    std::erase_if(found, [&](const Issue &issue) {
        return issue.severity != Issue::Severity::error ||
               (!issue.path.empty() && reading.has_issue_near(issue.path));
    });
    for (Issue &issue : found) {
        if (reading.issues().size() >= kIssuesMax) return;
        issue.at = reading.position_of(issue.path);
        reading.issues().push_back(std::move(issue));
    }
}

std::vector<Issue> in_order(std::vector<Issue> issues) {
    std::stable_sort(issues.begin(), issues.end(), [](const Issue &a, const Issue &b) {
        return std::tuple(a.at.line, a.at.column) < std::tuple(b.at.line, b.at.column);
    });
    const auto same = [](const Issue &a, const Issue &b) { return a == b; };
    issues.erase(std::unique(issues.begin(), issues.end(), same), issues.end());
    return issues;
}

} // namespace

Result<Scenario> read_scenario(std::string_view text, const ReadOptions &options) {
    Result<Document> document = parse_document(text);
    if (!document) return document.failure();
    Result<DocumentNodePtr> root = with_overrides(document.value().root, options.overrides);
    if (!root) return root.failure();
    Reading reading(options.directory);
    reading.issues() = document.value().issues;
    if (auto issue = check_version(*root.value())) {
        reading.issues().push_back(std::move(*issue));
        return Failure{Failure::Kind::bad_input, in_order(std::move(reading.issues()))};
    }
    Scenario scenario;
    read_map(reading, *root.value(), scenario_table(), scenario);
    scenario.kinds = reading.kinds;
    add_validation(reading, scenario);
    if (!reading.issues().empty())
        return Failure{Failure::Kind::bad_input, in_order(std::move(reading.issues()))};
    return scenario;
}

Result<Scenario> load_scenario(const std::filesystem::path &path, const std::vector<std::string> &overrides) {
    const Result<std::string> text = read_text_file(path, kDocumentBytesMax);
    if (!text) return text.failure();
    return read_scenario(text.value(), ReadOptions{path.parent_path(), overrides});
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
