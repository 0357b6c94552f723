// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace halfopen {

/// Names of a record as names of a scenario, in the same order: letters, digits, _ and -, at most 64 of them; two that
/// would be equal get a number.
std::vector<std::string> plain_names(const std::vector<std::string> &names);

} // namespace halfopen
