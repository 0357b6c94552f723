// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "engine/base/distribution.h"

namespace halfopen {

/// P(X > t) in closed form, or from the samples; nothing for times that depend on load. For figures only.
std::optional<double> share_above(const Distribution &distribution, Duration t);

/// The mean in seconds. Beyond `moments` it knows Pareto, with a cap or with alpha > 1; nothing when it is infinite or
/// depends on load.
std::optional<double> mean_s(const Distribution &distribution);

} // namespace halfopen
