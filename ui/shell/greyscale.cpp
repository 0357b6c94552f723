// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/greyscale.h"

#include <QGraphicsEffect>
#include <QMainWindow>
#include <QPainter>

namespace halfopen {

namespace {

class GreyEffect final : public QGraphicsEffect {
public:
    explicit GreyEffect(QWidget *widget) : QGraphicsEffect(widget), widget_(*widget) {}

protected:
    void draw(QPainter *painter) override {
        QPoint place;
        const QPixmap coloured = sourcePixmap(Qt::LogicalCoordinates, &place, NoPad);
        // What a widget leaves open shows the window behind it.
        QImage whole(coloured.size(), QImage::Format_RGB32);
        whole.setDevicePixelRatio(coloured.devicePixelRatio());
        whole.fill(widget_.window()->palette().color(QPalette::Window));
        QPainter(&whole).drawPixmap(0, 0, coloured);
        QImage grey = whole.convertToFormat(QImage::Format_Grayscale8);
        grey.setDevicePixelRatio(coloured.devicePixelRatio());
        painter->drawImage(place, grey);
    }

private:
    const QWidget &widget_;
};

} // namespace

void setGreyscale(QMainWindow &window, bool on) {
    // A window itself takes no effect on all platforms; what stands in it does.
    for (QWidget *each : window.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (each->isWindow()) continue;
        each->setGraphicsEffect(on ? new GreyEffect(each) : nullptr);
    }
    window.setProperty("greyscale", on);
}

bool isGreyscale(const QMainWindow &window) { return window.property("greyscale").toBool(); }

} // namespace halfopen
