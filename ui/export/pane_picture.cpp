// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pane_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QWidget>

namespace halfopen {

QByteArray pngOf(QWidget &widget, double scale) {
    QImage image(widget.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(widget.palette().color(widget.backgroundRole()));
    widget.render(&image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(QWidget &widget, const QString &title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96); // of CSS, so that one unit is one pixel of the screen
    svg.setSize(widget.size());
    svg.setViewBox(widget.rect());
    svg.setTitle(title);
    svg.setDescription("Halfopen");
    QPainter painter(&svg);
    painter.fillRect(widget.rect(), widget.palette().color(widget.backgroundRole()));
    widget.render(&painter);
    painter.end();
    return bytes;
}

} // namespace halfopen
