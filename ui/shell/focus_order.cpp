// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focus_order.h"

#include <algorithm>

#include <QApplication>
#include <QScrollArea>
#include <QWidget>

namespace halfopen {

namespace {

struct Place {
    QWidget *widget;
    qsizetype pane; ///< -1: none
    QPoint at;      ///< of its top left, as if nothing were scrolled
};

/// Where a widget stands in the window when every scroll area is at its start.
QPoint unscrolled(const QWidget *widget, const QWidget &window) {
    QPoint at;
    for (const QWidget *w = widget; w && w != &window; w = w->parentWidget()) {
        const QWidget *viewport = w->parentWidget();
        const auto *area = viewport ? qobject_cast<const QScrollArea *>(viewport->parentWidget()) : nullptr;
        const bool scrolled = area && area->widget() == w;
        if (!scrolled) at += w->pos();
    }
    return at;
}

bool takesTab(const QWidget *widget, const QWidget &window) {
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisibleTo(&window) &&
           widget->window() == &window && !widget->focusProxy();
}

/// Rows from top to bottom, and each from left to right. Things that are half beside each other are one row.
void sortByRows(QList<Place> &places) {
    std::ranges::stable_sort(places, {}, [](const Place &p) { return p.at.y(); });
    for (auto row = places.begin(); row != places.end();) {
        const int bottom = row->at.y() + row->widget->height();
        auto end = row + 1;
        while (end != places.end() && end->at.y() + end->widget->height() / 2 < bottom)
            ++end;
        std::stable_sort(row, end, [](const Place &a, const Place &b) { return a.at.x() < b.at.x(); });
        row = end;
    }
}

} // namespace

QList<QWidget *> focusOrder(QWidget &window, const QList<QWidget *> &panes) {
    QList<QList<Place>> byPane(panes.size() + 1);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!takesTab(widget, window)) continue;
        qsizetype pane = panes.size();
        while (pane > 0 && !panes[pane - 1]->isAncestorOf(widget) && panes[pane - 1] != widget)
            --pane;
        byPane[pane] << Place{widget, pane - 1, unscrolled(widget, window)};
    }
    QList<QWidget *> order;
    for (QList<Place> &places : byPane) {
        sortByRows(places);
        for (const Place &place : places)
            order << place.widget;
    }
    return order;
}

bool moveFocus(QWidget &window, const QList<QWidget *> &panes, bool forward) {
    const QList<QWidget *> order = focusOrder(window, panes);
    if (order.isEmpty()) return false;
    QWidget *now = QApplication::focusWidget();
    while (now && now != &window && !order.contains(now))
        now = now->parentWidget(); // an inner editor of a box
    const qsizetype at = order.indexOf(now);
    const qsizetype next =
        at < 0 ? (forward ? 0 : order.size() - 1) : (at + (forward ? 1 : -1) + order.size()) % order.size();
    QWidget *widget = order[next];
    for (QWidget *above = widget->parentWidget(); above && above != &window; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above)) area->ensureWidgetVisible(widget);
    widget->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace halfopen
