// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace halfopen {

/// The one style sheet of the application: what Fusion cannot do with a palette alone (visible borders of
/// unchecked boxes and empty fields, focus rings, quiet scroll bars and tabs).
///
/// Properties that a widget may set: `segment` ("first", "middle", "last") on the tool buttons of a joined group,
/// `quiet` (true) on a button without a frame, `header` (true) on a pane's header, `card` (true) on a card's frame,
/// `invalid` (true) on a field whose value is refused.
QString styleSheetOf(Theme::Mode mode, const Colours &colours);

} // namespace halfopen
