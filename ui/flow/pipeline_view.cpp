// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pipeline_view.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/flow/flow_words.h"
#include "ui/flow/pipeline_accessible.h"
#include "ui/flow/pipeline_painter.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

constexpr double kDotRadius = 3.2, kGlyph = 10;
constexpr qsizetype kWidthsKept = 2'000;

} // namespace

PipelineView::PipelineView(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme) {
    setObjectName("pipeline");
    setProperty("keepsArrows", true); // they move among the boxes, not the hairline
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Pipeline"));
    installPipelineAccessibility();
    connect(&theme, &Theme::changed, this, &PipelineView::layOut);
}

void PipelineView::setPipeline(Pipeline pipeline) {
    // The focus stays with its layer, wherever that stands now.
    std::optional<Stage> focused;
    if (current_ && current_->row < pipeline_.rows.size() && current_->box < kStages)
        focused = pipeline_.rows[current_->row].boxes[current_->box].stage;
    pipeline_ = std::move(pipeline);
    if (current_ && current_->row >= pipeline_.rows.size()) current_.reset();
    if (current_ && focused) {
        const auto &boxes = pipeline_.rows[current_->row].boxes;
        current_->box = static_cast<std::size_t>(std::ranges::find(boxes, *focused, &StageBox::stage) - boxes.begin());
    }
    setAccessibleDescription(describe(pipeline_));
    layOut();
}

void PipelineView::setDots(std::vector<FlowDot> dots) {
    if (dots == dots_) return;
    dots_ = std::move(dots);
    update();
}

void PipelineView::setSelectedBreaker(std::optional<std::uint32_t> breaker) {
    if (breaker == selectedBreaker_) return;
    selectedBreaker_ = breaker;
    markStale();
}

void PipelineView::setRoom(QSize room) {
    if (room == room_) return;
    room_ = room;
    layOut();
}

double PipelineView::widthOf(const QString &text, bool semibold) {
    QHash<QString, double> &known = widths_[semibold ? 1 : 0];
    const auto found = known.constFind(text);
    if (found != known.constEnd()) return *found;
    if (known.size() > kWidthsKept) known.clear();
    return known[text] = QFontMetricsF(planFont(theme_, 11, semibold)).horizontalAdvance(text);
}

void PipelineView::layOut() {
    geometry_ = geometryOf(pipeline_, QSizeF(room_) / theme_.zoom(), [this](const QString &text, bool semibold) { return widthOf(text, semibold); });
    resize(sizeHint());
    markStale();
}

QSize PipelineView::sizeHint() const {
    const QSizeF size = geometry_.size * theme_.zoom();
    return {static_cast<int>(size.width()), static_cast<int>(size.height())};
}

QRectF PipelineView::rectOf(const Place &place) const {
    const QRectF rect = geometry_.rectOf(place);
    return {rect.topLeft() * theme_.zoom(), rect.size() * theme_.zoom()};
}

std::optional<PipelineView::Place> PipelineView::placeAt(QPointF at) const { return geometry_.placeAt(toPlan(at)); }

void PipelineView::markStale() {
    stale_ = true;
    update();
}

void PipelineView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    for (auto &known : widths_)
        known.clear();
    layOut();
}

void PipelineView::renew() {
    const double ratio = devicePixelRatioF();
    if (layer_.size() != size() * ratio || layer_.devicePixelRatio() != ratio) {
        layer_ = QPixmap(size() * ratio);
        layer_.setDevicePixelRatio(ratio);
    }
    layer_.fill(theme_.colours().panel);
    QPainter painter(&layer_);
    painter.scale(theme_.zoom(), theme_.zoom());
    PipelinePainter picture(painter, pipeline_, geometry_, theme_);
    picture.paint(selectedBreaker_);
    primitives_ = picture.primitives();
    stale_ = false;
}

void PipelineView::paintEvent(QPaintEvent *) {
    if (stale_ || layer_.isNull() || layer_.size() != size() * devicePixelRatioF()) renew();
    QPainter painter(this);
    painter.drawPixmap(0, 0, layer_);
    painter.scale(theme_.zoom(), theme_.zoom());
    painter.setRenderHint(QPainter::Antialiasing);
    paintDots(painter);
    if (hasFocus() && current_) paintFocus(painter);
    if (drag_ && drag_->moving) paintDrag(painter);
}

/// Where a dot is; nothing while it passes beneath a box.
std::optional<QPointF> PipelineView::pointOf(const FlowDot &dot) const {
    if (dot.row >= geometry_.rows.size()) return std::nullopt;
    const PipelineGeometry::Row &places = geometry_.rows[dot.row];
    const PipelineRow &row = pipeline_.rows[dot.row];
    const auto boxOf = [&](Stage stage) {
        const auto found = std::ranges::find(row.boxes, stage, &StageBox::stage);
        return places.boxes[static_cast<std::size_t>(found - row.boxes.begin())];
    };
    double from = dot.row == 0 ? geometry_.callers.right() : places.fallback.left() + 9;
    if (dot.inside && row.box(Stage::retry).on) from = boxOf(Stage::retry).right();
    const FlowArrow &last = places.arrows.back();
    double to = last.x0 + 0.3 * (last.x1 - last.x0);
    if (dot.refused)
        to = boxOf(dot.stage).left() - 7;
    else if (dot.over)
        to = last.x1 - 8;
    else if (dot.along >= 1.0) // the longer it takes, the nearer it stands to the service
        to += dot.age / (dot.age + 2.0) * (last.x1 - 8 - to);
    const QPointF at(from + dot.along * (to - from), places.middle + 0.5);
    const bool covered = std::ranges::any_of(places.boxes, [&](const QRectF &rect) { return rect.contains(at); });
    return covered ? std::nullopt : std::optional(at);
}

void PipelineView::paintDots(QPainter &painter) const {
    const Colours &colours = theme_.colours();
    for (const FlowDot &dot : dots_) {
        const auto at = pointOf(dot);
        if (!at) continue;
        if (dot.over && dot.along >= 1.0) {
            painter.setOpacity(std::clamp(dot.fade, 0.0, 1.0));
            painter.drawPixmap(*at - QPointF(kGlyph / 2, kGlyph / 2),
                               glyphPixmap(dot.glyph, kGlyph, theme_, devicePixelRatioF() * theme_.zoom()));
            painter.setOpacity(1.0);
            continue;
        }
        painter.setPen(QPen(colours.panel, 1));
        painter.setBrush(colours.text);
        painter.drawEllipse(*at, kDotRadius, kDotRadius);
    }
}

void PipelineView::paintFocus(QPainter &painter) const {
    const QRectF rect = geometry_.rectOf(*current_);
    painter.setPen(QPen(theme_.colours().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5);
}

/// The dragged box, and where it would come to stand.
void PipelineView::paintDrag(QPainter &painter) const {
    const Colours &colours = theme_.colours();
    const PipelineRow &row = pipeline_.rows[drag_->place.row];
    const QRectF box = geometry_.rectOf(drag_->place).translated(drag_->at.x() - drag_->from.x(), 0);
    painter.setOpacity(0.85);
    painter.setPen(QPen(colours.accent, 2));
    painter.setBrush(colours.selection);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    painter.setFont(planFont(theme_, 11, true));
    painter.setPen(colours.text);
    painter.drawText(box.adjusted(-30, 0, 30, 0), Qt::AlignCenter, titleOf(row.boxes[drag_->place.box].stage));
    painter.setOpacity(1.0);
    const std::size_t before = geometry_.dropBefore(row, drag_->place.row, drag_->at.x());
    const double x = geometry_.dropX(row, drag_->place.row, before);
    const QRectF service = geometry_.rows[drag_->place.row].service;
    painter.fillRect(QRectF(x - 1.5, service.top() - 3, 3, service.height() + 6), colours.accent);
}

QString PipelineView::nameOf(const Place &place) const {
    if (place.row >= pipeline_.rows.size()) return {};
    const PipelineRow &row = pipeline_.rows[place.row];
    if (place.box >= row.boxes.size()) return tr("service %1").arg(row.service.name);
    const StageBox &box = row.boxes[place.box];
    return (box.on ? tr("%1 of %2") : tr("%1 of %2, off")).arg(titleOf(box.stage), row.service.name);
}

QString PipelineView::tipOf(const Place &place) const {
    if (place.row >= pipeline_.rows.size()) return {};
    const PipelineRow &row = pipeline_.rows[place.row];
    if (place.box >= row.boxes.size()) {
        QStringList lines{row.service.tip};
        for (const QString &one : row.service.advice)
            lines << tr("Advice: %1").arg(one);
        return lines.join('\n');
    }
    QString tip = describe(row, row.boxes[place.box]);
    if (row.policy) tip += '\n' + tr("Enter or a double click leads to its settings.");
    if (isMovable(place)) tip += '\n' + tr("Drag it, or press Ctrl+Left or Ctrl+Right, to change the order of the layers.");
    return tip;
}

} // namespace halfopen
