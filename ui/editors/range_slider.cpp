// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/range_slider.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "ui/session/scenario_document.h"

namespace halfopen {

namespace {
constexpr int kPositions = 1000;
constexpr double kHandleWidth = 6.0, kHandleHeight = 13.0;
} // namespace

RangeSlider::RangeSlider(Unit unit, SliderScale scale, const Theme &theme, QWidget *parent)
    : QAbstractSlider(parent), unit_(unit), scale_(scale), theme_(theme) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const bool whole = unit == Unit::whole && !scale.logarithmic;
    setRange(0, whole ? static_cast<int>(scale.most - scale.least) : kPositions);
    setSingleStep(whole ? 1 : kPositions / 50);
    setPageStep(whole ? 2 : kPositions / 10);
    beginGesture();
    connect(this, &QAbstractSlider::actionTriggered, this, [this] {
        number_ = roundedForSlider(unit_, numberAt(sliderPosition()));
        emit moved(*number_);
    });
}

QSize RangeSlider::sizeHint() const { return {76, 22}; }

void RangeSlider::beginGesture() {
    gesture_ = ScenarioDocument::newGesture();
}

double RangeSlider::numberAt(int position) const {
    const double share = static_cast<double>(position) / maximum();
    if (scale_.logarithmic) return scale_.least * std::pow(scale_.most / scale_.least, share);
    return scale_.least + share * (scale_.most - scale_.least);
}

int RangeSlider::positionOf(double number) const {
    const double within = std::clamp(number, scale_.least, scale_.most);
    const double share = scale_.logarithmic ? std::log(within / scale_.least) / std::log(scale_.most / scale_.least)
                                            : (within - scale_.least) / (scale_.most - scale_.least);
    return static_cast<int>(std::lround(share * maximum()));
}

double RangeSlider::xOf(int position) const {
    return kHandleWidth / 2 + (width() - kHandleWidth) * position / maximum();
}

void RangeSlider::setNumber(std::optional<double> number) {
    if (number == number_) return;
    number_ = number;
    const QSignalBlocker quiet(this);
    if (number) setValue(positionOf(*number));
    update();
}

void RangeSlider::setReference(std::optional<double> reference) {
    if (reference == reference_) return;
    reference_ = reference;
    update();
}

void RangeSlider::dragTo(double x) {
    const double share = (x - kHandleWidth / 2) / std::max(1.0, width() - kHandleWidth);
    const int position = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * maximum()));
    const double number = roundedForSlider(unit_, numberAt(position));
    if (number_ && *number_ == number) return;
    number_ = number;
    {
        const QSignalBlocker quiet(this);
        setValue(position);
    }
    update();
    emit moved(number);
}

void RangeSlider::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    beginGesture();
    setSliderDown(true);
    dragTo(event->position().x());
}

void RangeSlider::mouseMoveEvent(QMouseEvent *event) {
    if (isSliderDown()) dragTo(event->position().x());
}

void RangeSlider::mouseReleaseEvent(QMouseEvent *) {
    setSliderDown(false);
    beginGesture();
}

void RangeSlider::focusInEvent(QFocusEvent *event) {
    beginGesture();
    QAbstractSlider::focusInEvent(event);
    update();
}

void RangeSlider::focusOutEvent(QFocusEvent *event) {
    beginGesture();
    QAbstractSlider::focusOutEvent(event);
    update();
}

void RangeSlider::wheelEvent(QWheelEvent *event) {
    event->ignore(); // the pane scrolls; a dial is not changed by passing over it
}

void RangeSlider::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = theme_.colours();
    const double middle = height() / 2.0;
    const QColor track = hasFocus() ? c.accent : c.controlBorder;
    painter.fillRect(QRectF(0, middle - 1, width(), 2), track);
    if (reference_) {
        const double x = std::round(xOf(positionOf(*reference_)));
        painter.fillRect(QRectF(x - 1, middle + 4, 2, 5), c.accent);
    }
    if (!number_) return;
    const QRectF handle(xOf(positionOf(*number_)) - kHandleWidth / 2, middle - kHandleHeight / 2, kHandleWidth,
                        kHandleHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hasFocus() ? c.accent : c.text);
    painter.drawRoundedRect(handle, 2, 2);
}

} // namespace halfopen
