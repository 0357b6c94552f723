// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QBrush>
#include <QPixmap>

#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"
#include "ui/timeline/request_shape.h"
#include "ui/timeline/time_axis.h"

class QPainter;

namespace halfopen {

/// How large a request is drawn.
struct ShapeStyle {
    double bar = 7.0;    ///< height of a bar
    double glyph = 8.0;  ///< box of a sign
    bool framed = false; ///< pale bars with a frame and names in them, for the detail pane
};

/// Paints requests along lines: bars of attempts that end in the timeout's mark, waits hatched inside their envelope,
/// refusals, fallbacks, healing, deadlines. Made once for many requests; what they share is looked up once.
class ShapePainter {
public:
    ShapePainter(QPainter &painter, const TimeAxis &axis, const ShapeStyle &style, const Theme &theme,
                 const Scenario &scenario);

    /// Paints a request along the line y. Shapes narrower than a pixel at one place are drawn once.
    /// Returns how many shapes were drawn.
    int paint(const RequestShape &shape, double y);

private:
    template <class Draw>
    void layer(ShapePart::Kind kind, Draw draw);
    QRectF rect(double x0, double x1, double height) const;
    void wait(const ShapePart &part);
    void healing(const ShapePart &part);
    void attempt(const ShapePart &part);
    void plainBar(const ShapePart &part, const QRectF &bar, const QColor &colour);
    void framedBar(const ShapePart &part, const QRectF &bar, const QColor &colour);
    void sign(Glyph glyph, double x);
    void refusals();
    void deadline();

    QPainter &p_;
    const TimeAxis &axis_;
    ShapeStyle style_;
    const Theme &theme_;
    const Scenario &scenario_;
    QBrush hatching_, failed_;
    QColor waitTint_;
    std::vector<QPixmap> signs_; ///< by glyph, made when first asked for
    const RequestShape *shape_ = nullptr;
    double y_ = 0;
    int drawn_ = 0;
};

} // namespace halfopen
