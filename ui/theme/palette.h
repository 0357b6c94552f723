// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

#include "ui/theme/theme.h"

namespace halfopen {

/// The colours of a mode. Every text colour reaches 4.5 : 1 and every control border 3 : 1 on every ground.
Colours coloursOf(Theme::Mode mode);

/// The same colours in the roles that Qt's own controls ask for.
QPalette paletteOf(const Colours &colours);

} // namespace halfopen
