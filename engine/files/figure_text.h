// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/insight/comparison.h"

namespace halfopen {

/// A figure with its unit, for people: "96.50 %", "6.51 s", "$0.077", "n/a" when it is undefined.
std::string figure_text(FigureUnit unit, const Figure &value);

} // namespace halfopen
