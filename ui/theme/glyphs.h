// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QPointF>
#include <QString>

#include "engine/policy/breaker/breaker.h"
#include "engine/policy/kinds.h"
#include "ui/theme/theme.h"

class QPainter;

namespace halfopen {

/// The signs of states and outcomes. Each can be told from every other without its colour.
enum class Glyph {
    closed,    ///< disc
    open,      ///< ring with a gap at the top
    halfOpen,  ///< ring, its left half filled
    forced,    ///< hollow square
    success,   ///< disc
    failure,   ///< cross of two strokes
    timeout,   ///< hourglass
    refused,   ///< ring with a slash
    shed,      ///< hollow triangle, point down
    fallback,  ///< diamond
    healed,    ///< upright cross
    notHealed, ///< upright cross, grey: the remedy did not help
    policyA,   ///< disc in text colour
    policyB,   ///< hollow triangle in text colour, point up
};

Glyph glyphOf(BreakerState state);
/// Success, timeout, refusals of the caller's own guards and all other failures, each under its sign.
Glyph glyphOf(Outcome outcome);
/// The colour of its shape; policies have the text colour.
QColor colourOf(Glyph glyph, const Theme &theme);
/// "success", "HALF_OPEN", ...: the word that stands beside it.
QString wordOf(Glyph glyph);

/// Paints a glyph into the box of z x z px around `centre`. On light ground the pale ones get a dark edge or slash.
void paintGlyph(QPainter &painter, Glyph glyph, QPointF centre, double z, const Theme &theme);
/// The same in one given colour, without edges: on a coloured bar, or where a pane is muted.
void paintGlyphIn(QPainter &painter, Glyph glyph, QPointF centre, double z, const QColor &colour);
/// The same on a disc in panel colour, so that it reads over any fill: for lanes.
void paintGlyphOnDisc(QPainter &painter, Glyph glyph, QPointF centre, double z, const Theme &theme);

/// A glyph as a picture of z x z px for a screen with this many device pixels to one; kept in QPixmapCache.
QPixmap glyphPixmap(Glyph glyph, double z, const Theme &theme, double devicePixelRatio);
/// A glyph as an icon for list and table rows, sharp on any screen.
QIcon glyphIcon(Glyph glyph, const Theme &theme, int z = 14);

} // namespace halfopen
