// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/say.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// `contradiction`: settings that defeat each other here. `advice`: what is known to serve better.
enum class AdviceKind : std::uint8_t { advice, contradiction };
std::string_view name_of(AdviceKind kind);

/// One thing that the linter says of a scenario.
struct Advice {
    std::string rule; ///< a stable id: "no_jitter"
    AdviceKind kind = AdviceKind::advice;
    std::string path; ///< where: "policies.vision.retry"
    std::string why;  ///< what is wrong with it in general
    std::string evidence; ///< figures of this very scenario
    std::string what_to_do;
    friend bool operator==(const Advice &, const Advice &) = default;
};

/// All advice on a valid scenario: rules in the order of `lint_rules`, each at most once a path. Everything is worked
/// out from the document, nothing is run. Edits are not looked into.
std::vector<Advice> lint(const Scenario &scenario);

/// A rule as it is listed.
struct LintRule {
    std::string_view id;
    AdviceKind kind;
    Phrase why;
    Phrase what_to_do;
};
std::vector<LintRule> lint_rules();

} // namespace halfopen
