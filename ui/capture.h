// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QSize>
#include <QString>

#include "engine/base/time.h"

namespace halfopen {

class MainWindow;

/// Computes the whole run, looks at `at` (nothing: a while after the first breaker opened), lets every pane catch up
/// and saves what the window shows. The last change of a breaker's state before that moment is selected, so that Why
/// has something to say. False when the picture cannot be written.
bool capture(MainWindow &window, std::optional<SimTime> at, const QSize &size, const QString &file);

} // namespace halfopen
