// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/glyphs.h"

namespace halfopen {

/// Signs with their words in one line. Entries that do not fit are left out from the front: what is rare stays.
class Legend : public QWidget {
    Q_OBJECT
public:
    Legend(const QList<Glyph> &glyphs, const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double widthOf(Glyph glyph) const;
    QList<Glyph> glyphs_;
    const Theme &theme_;
};

} // namespace halfopen
