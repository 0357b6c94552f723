// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QPainter>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>

#include "ui/theme/palette.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tabular_font.h"

namespace halfopen {

namespace {

QString familyOfThisSystem() {
    const QString inter = "Inter";
    const QString family = QFontDatabase::families().contains(inter)
                               ? inter
                               : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return tabularFamily(family, {QFont::Normal, QFont::DemiBold});
}

/// Draws an SVG at whatever size is asked for, in one colour, paler when disabled.
class DrawingIcon final : public QIconEngine {
public:
    DrawingIcon(QByteArray svg, QColor colour, QColor disabled) : svg_(svg), colour_(colour), disabled_(disabled) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = svg_;
        svg.replace("#000", (mode == QIcon::Disabled ? disabled_ : colour_).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new DrawingIcon(*this); }

private:
    QByteArray svg_;
    QColor colour_, disabled_;
};

} // namespace

Theme::Theme(Mode mode, QObject *parent)
    : QObject(parent),
      mode_(mode),
      colours_(coloursOf(mode)),
      family_(familyOfThisSystem()),
      reducedMotion_(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0) {}

void Theme::setMode(Mode mode) {
    if (mode == mode_) return;
    mode_ = mode;
    colours_ = coloursOf(mode);
    apply();
    emit changed();
}

void Theme::setZoom(double zoom) {
    if (zoom == zoom_) return;
    zoom_ = zoom;
    apply();
    emit changed();
}

void Theme::setReducedMotion(bool reduced) {
    if (reduced == reducedMotion_) return;
    reducedMotion_ = reduced;
    emit changed();
}

void Theme::apply() {
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setPalette(paletteOf(colours_));
    QApplication::setFont(font(12));
    qApp->setStyleSheet(styleSheetOf(mode_, colours_));
}

QFont Theme::font(int px, bool semibold) const {
    QFont font(family_);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qRound(px * zoom_));
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QIcon Theme::icon(const QString &name) const {
    QFile file(":/icons/" + name + ".svg");
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new DrawingIcon(file.readAll(), colours_.text, colours_.ghost));
}

} // namespace halfopen
