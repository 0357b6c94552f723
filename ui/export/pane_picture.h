// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace halfopen {

/// What a widget shows, as the bytes of a PNG; `scale` pixels to one of the screen.
QByteArray pngOf(QWidget &widget, double scale = 2.0);

/// The same as an SVG: text and shapes as such, and what a pane keeps as a picture, as that picture.
QByteArray svgOf(QWidget &widget, const QString &title);

} // namespace halfopen
