// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QSize>
#include <QString>
#include <QStringList>

#include "engine/base/time.h"

namespace halfopen {

class MainWindow;

/// What a picture shows.
struct CaptureWishes {
    std::optional<SimTime> at; ///< nothing: a while after the first breaker opened
    QSize size;
    QStringList commands; ///< ids of commands that are carried out before, in order
};

/// Computes the whole run, looks at a moment, lets every pane catch up and saves what the window shows, dialogs over
/// it included. The last change of a breaker's state before that moment is selected, so that Why has something to
/// say. False when the picture cannot be written.
bool capture(MainWindow &window, const CaptureWishes &wishes, const QString &file);

} // namespace halfopen
