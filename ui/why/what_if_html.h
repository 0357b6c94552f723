// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "engine/insight/counterfactual.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// "One setting that would have changed it" as a table; values that can be set in the document are links "apply:ROW".
QString whatIfHtml(const Counterfactuals &found, std::uint64_t seed, const Theme &theme);
/// While it is being worked out.
QString whatIfRunningHtml(const Theme &theme);
/// When it would take long: a link "ask:" that begins.
QString whatIfPostponedHtml(double seconds, const Theme &theme);

} // namespace halfopen
