// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace halfopen {

/// What people call a figure of results: "cost_per_success" is the "cost per success". One that has no words of its own
/// keeps its name, without the underscores.
std::string figure_in_words(const std::string &name);

} // namespace halfopen
