// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/insight/companions.h"

namespace halfopen {

/// A section of the report: the closed forms that hold, expected beside measured; "" when none does.
std::string companions_text(const std::vector<Companion> &companions);

} // namespace halfopen
