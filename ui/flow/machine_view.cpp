// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/machine_view.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/flow/pipeline_painter.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

constexpr double kTop = 4, kTitle = 16, kSubtitle = 13, kBottom = 8;
constexpr double kNodeMin = 16, kNodeMax = 24, kGuard = 16, kLeft = 32, kRight = 12, kHead = 4;
constexpr double kUpLeast = 28, kUpMost = 48, kBesideArrow = 4;

} // namespace

MachineView::MachineView(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme) {
    setObjectName("stateMachine");
    setAccessibleName(tr("State machine"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MachineView::setMachine(std::optional<StateMachine> machine, const QString &instead) {
    machine_ = std::move(machine);
    instead_ = instead;
    setAccessibleDescription(machine_ ? tr("%1: %2").arg(machine_->title, machine_->now) : instead_);
    update();
}

/// Where there is little room, the words between the states need it more; the tooltip has them all.
bool MachineView::showsSubtitle() const {
    return machine_ && !machine_->subtitle.isEmpty() && plan().height() >= kLeastHeight + kSubtitle;
}

QRectF MachineView::nodeRect(BreakerState state) const {
    const double head = kTop + kTitle + (showsSubtitle() ? kSubtitle : 0) + 3;
    const double room = plan().height() - head - kBottom;
    const double node = std::clamp(std::floor((room - 2 * kGuard) / 3.0), kNodeMin, kNodeMax);
    const double pitch = std::clamp((room - node) / 2.0, node + 6, 58.0);
    const int row = state == BreakerState::closed ? 0 : state == BreakerState::open ? 1 : 2;
    return {kLeft, std::round(head + row * pitch), plan().width() - kLeft - kRight, node};
}

bool MachineView::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    if (!machine_) return true;
    QStringList lines{tr("%1: %2").arg(machine_->title, machine_->now)};
    if (!machine_->subtitle.isEmpty()) lines << machine_->subtitle;
    for (const StateMachine::Edge &edge : machine_->edges)
        lines << edge.tip;
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), lines.join('\n'), this);
    return true;
}

void MachineView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Colours &colours = theme_.colours();
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(QRectF(0, 0, 1, height()), colours.border);
    painter.scale(theme_.zoom(), theme_.zoom());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.mutedText);
    if (!machine_) {
        painter.setFont(planFont(theme_, 11));
        painter.drawText(QRectF(12, 8, plan().width() - 20, plan().height() - 16),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, instead_);
        return;
    }
    const QFont strong = planFont(theme_, 12, true);
    painter.setFont(strong);
    painter.setPen(colours.text);
    const QRectF title(12, kTop, plan().width() - 20, kTitle);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(strong).elidedText(machine_->title, Qt::ElideRight, title.width()));
    if (showsSubtitle()) {
        const QFont small = planFont(theme_, 11);
        painter.setFont(small);
        painter.setPen(colours.mutedText);
        painter.drawText(QRectF(12, kTop + kTitle - 1, plan().width() - 20, kSubtitle + 2),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(small).elidedText(machine_->subtitle, Qt::ElideRight, plan().width() - 20));
    }
    for (const StateMachine::Edge &edge : machine_->edges)
        edge.to == BreakerState::closed ? paintReturn(painter, edge) : paintEdge(painter, edge);
    for (const BreakerState state : {BreakerState::closed, BreakerState::open, BreakerState::half_open})
        if (state != BreakerState::half_open || machine_->halfOpenExists) paintNode(painter, state);
}

void MachineView::paintNode(QPainter &painter, BreakerState state) const {
    const Colours &colours = theme_.colours();
    const QRectF rect = nodeRect(state);
    const bool holds = machine_->state == state;
    const Glyph glyph = glyphOf(state);
    painter.setPen(QPen(holds ? colourOf(glyph, theme_) : colours.controlBorder, holds ? 2 : 1));
    painter.setBrush(holds ? colours.selection : colours.raised);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2);
    paintGlyph(painter, glyph, QPointF(rect.left() + 14, rect.center().y()), 12, theme_);
    painter.setFont(planFont(theme_, 11, holds));
    painter.setPen(colours.text);
    painter.drawText(rect.adjusted(26, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, wordOf(glyph));
}

void MachineView::paintGuard(QPainter &painter, const QRectF &rect, int flags, const StateMachine::Edge &edge) const {
    const QFont font = planFont(theme_, 11, edge.live);
    painter.setFont(font);
    painter.setPen(edge.live ? theme_.colours().text : theme_.colours().mutedText);
    painter.drawText(rect, flags, QFontMetricsF(font).elidedText(edge.guard, Qt::ElideRight, rect.width()));
}

/// Far enough from the right edge for the words beside it.
double MachineView::upX(const QRectF &node) const {
    double words = 0;
    for (const StateMachine::Edge &edge : machine_->edges)
        if (edge.from == BreakerState::half_open && edge.to == BreakerState::open)
            words = QFontMetricsF(planFont(theme_, 11, edge.live)).horizontalAdvance(edge.guard);
    const double room = plan().width() - 4 - node.right();
    return node.right() - std::clamp(std::ceil(words) + kBesideArrow + 1 - room, kUpLeast, kUpMost);
}

/// Down from CLOSED to OPEN and from OPEN to HALF_OPEN at the left, up again at the right.
void MachineView::paintEdge(QPainter &painter, const StateMachine::Edge &edge) const {
    const Colours &colours = theme_.colours();
    const QRectF from = nodeRect(edge.from), to = nodeRect(edge.to);
    const bool down = to.top() > from.top();
    const bool shared = edge.from != BreakerState::closed; // between OPEN and HALF_OPEN there are two
    const double x = shared && !down ? upX(from) : from.left() + 9;
    const double y0 = down ? from.bottom() : from.top(), y1 = down ? to.top() : to.bottom();
    const QColor ink = edge.live ? colours.text : colours.mutedText;
    painter.setPen(QPen(ink, edge.live ? 1.5 : 1));
    painter.drawLine(QPointF(x, y0), QPointF(x, y1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double back = down ? -kHead - 1 : kHead + 1;
    painter.drawPolygon(QPolygonF{QPointF(x, y1), QPointF(x - kHead, y1 + back), QPointF(x + kHead, y1 + back)});
    const double right = shared && down ? upX(from) - 4 : plan().width() - 2;
    paintGuard(painter, QRectF(x + kBesideArrow, std::min(y0, y1), right - x - kBesideArrow, std::abs(y1 - y0)),
               Qt::AlignLeft | Qt::AlignVCenter, edge);
}

/// Around the left side to CLOSED.
void MachineView::paintReturn(QPainter &painter, const StateMachine::Edge &edge) const {
    const Colours &colours = theme_.colours();
    const QRectF from = nodeRect(edge.from), to = nodeRect(edge.to);
    const double x = from.left() - 10;
    const QColor ink = edge.live ? colours.text : colours.mutedText;
    painter.setPen(QPen(ink, edge.live ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{QPointF(from.left(), from.center().y()), QPointF(x, from.center().y()),
                                   QPointF(x, to.center().y()), QPointF(to.left() - 1, to.center().y())});
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{QPointF(to.left(), to.center().y()),
                                  QPointF(to.left() - kHead - 1, to.center().y() - kHead),
                                  QPointF(to.left() - kHead - 1, to.center().y() + kHead)});
    const double middle = (from.center().y() + to.center().y()) / 2;
    painter.save();
    painter.translate(x - 9, middle);
    painter.rotate(-90);
    paintGuard(painter, QRectF(-40, -8, 80, 15), Qt::AlignCenter, edge);
    painter.restore();
}

} // namespace halfopen
