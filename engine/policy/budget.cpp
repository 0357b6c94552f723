// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/budget.h"

namespace halfopen {

Budget::Budget(const BudgetConfig &) {}
void Budget::begin(const BudgetConfig &, SimTime, BudgetLoop &) {}
bool Budget::admit(const BudgetConfig &, SimTime, BudgetLoop &, double) { return true; }
void Budget::ended(const BudgetConfig &, SimTime, BudgetLoop &, TryResult) {}
bool Budget::retry(const BudgetConfig &, SimTime, BudgetLoop &, TryResult) { return true; }
void Budget::finish(const BudgetConfig &, SimTime, BudgetLoop &) {}
double Budget::level(const BudgetConfig &, SimTime) const { return 0.0; }
bool gates_first_tries(const BudgetConfig &config) {
    return std::holds_alternative<AdaptiveThrottleBudget>(config.scheme);
}
std::optional<BudgetConfig> budget_preset(std::string_view) { return std::nullopt; }
std::vector<std::string> budget_preset_names() { return {}; }
std::string budget_preset_about(std::string_view) { return {}; }

} // namespace halfopen
