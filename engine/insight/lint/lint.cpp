// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/lint/lint.h"

#include <algorithm>

#include "engine/insight/lint/rules.h"

namespace halfopen {

namespace {

std::vector<CheckedRule> all_rules() {
    std::vector<CheckedRule> out;
    for (const auto rules : {retry_rules(), chain_rules(), breaker_rules(), capacity_rules()}) {
        out.insert(out.end(), rules.begin(), rules.end());
    }
    return out;
}

} // namespace

std::string_view name_of(AdviceKind kind) { return kind == AdviceKind::advice ? "advice" : "contradiction"; }

std::vector<Advice> lint(const Scenario &scenario) {
    const LintScene scene(scenario);
    std::vector<Advice> out;
    for (const CheckedRule &checked : all_rules()) {
        const LintRule &rule = checked.rule;
        checked.check(scene, [&](const std::string &path, const std::string &evidence) {
            const bool told = std::any_of(out.begin(), out.end(),
                                          [&](const Advice &a) { return a.rule == rule.id && a.path == path; });
            if (told) return; // a policy that several legs use
            out.push_back({std::string(rule.id), rule.kind, path, said(rule.why), evidence,
                           said(rule.what_to_do)});
        });
    }
    return out;
}

std::vector<LintRule> lint_rules() {
    std::vector<LintRule> out;
    for (const CheckedRule &checked : all_rules()) out.push_back(checked.rule);
    return out;
}

} // namespace halfopen
