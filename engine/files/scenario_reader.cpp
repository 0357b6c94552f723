// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"

#include "engine/files/document_path.h"
#include "engine/files/quantities.h"
#include "engine/files/read_edits.h"
#include "engine/files/scenario_tables.h"
#include "engine/files/text_checks.h"
#include "engine/files/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace halfopen {

namespace {

Failure failed(Issue issue) { return Failure{Failure::Kind::bad_input, {std::move(issue)}}; }

/// Puts the values of --set into the document.
Result<DocumentNodePtr> with_overrides(DocumentNodePtr root, const std::vector<std::string> &overrides) {
    for (const std::string &text : overrides) {
        const std::size_t equals = text.find('=');
        const auto path = parse_path(std::string_view(text).substr(0, equals));
        if (equals == std::string::npos || !path) {
            return failed(
                Issue{"", "expected PATH=VALUE such as policies.vision.timeout=5s, got " + in_quotes(text), {}});
        }
        if (auto slip = check_named(*root, *path)) return failed(std::move(*slip));
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
            fmt::format("the file is of format {}, and this program reads format {}; a newer Halfopen is needed",
                        *version, kScenarioFormat),
            entry->value->at};
    }
    return Issue{
        "halfopen",
        fmt::format("expected {}, the version of the format, got {}", kScenarioFormat, describe_value(*entry->value)),
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
        return !issue.path.empty() && reading.has_issue_near(issue.path);
    });
    for (Issue &issue : found) {
        if (reading.issues().size() >= kIssuesMax) return;
        issue.at = reading.position_of(issue.path);
        reading.issues().push_back(std::move(issue));
    }
}

/// Reads a document and validates it, but for the edits, which are made afterwards.
Scenario read_root(Reading &reading, const DocumentNode &root) {
    Scenario scenario;
    read_map(reading, root, scenario_table(), scenario);
    scenario.kinds = reading.kinds;
    std::vector<Edit> edits = std::exchange(scenario.edits, {});
    add_validation(reading, scenario);
    scenario.edits = std::move(edits);
    return scenario;
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
    Scenario scenario = read_root(reading, *root.value());
    if (reading.issues().empty()) make_edits(reading, root.value(), scenario, read_root);
    if (!reading.issues().empty()) {
        const auto kind = reading.only_files_are_missing() ? Failure::Kind::no_file : Failure::Kind::bad_input;
        return Failure{kind, in_order(std::move(reading.issues()))};
    }
    if (options.advice != nullptr) {
        *options.advice = advice(scenario);
        for (Issue &issue : *options.advice) issue.at = reading.position_of(issue.path);
    }
    return scenario;
}

Result<Scenario> load_scenario(const std::filesystem::path &path, const std::vector<std::string> &overrides,
                               std::vector<Issue> *advice) {
    const Result<std::string> text = read_text_file(path, kDocumentBytesMax);
    if (!text) return text.failure();
    return read_scenario(text.value(), ReadOptions{path.parent_path(), overrides, advice});
}

} // namespace halfopen
