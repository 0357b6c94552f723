// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/field.h"

namespace halfopen {

/// What few services have: a network delay, further failure kinds, calls to others, outages that come by themselves, a
/// detector, shares of billing, and single keys.
QList<Field> rareServiceFields(const Scenario &scenario, std::size_t service);

} // namespace halfopen
