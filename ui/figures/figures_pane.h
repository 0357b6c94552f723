// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

#include "ui/figures/figure_card.h"
#include "ui/figures/figure_spec.h"
#include "ui/figures/range_figures.h"
#include "ui/session/session.h"

class QGridLayout;
class QToolButton;

namespace halfopen {

/// The figures of [0, hairline] as cards; while a range is selected, those of its requests against the whole run.
/// They follow the hairline, at most 20 times a second and less often when working them out takes long.
class FiguresPane : public QScrollArea {
    Q_OBJECT
public:
    FiguresPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    QString subtitle() const; ///< "0 – 121.42 s", or the range
    QWidget *rangeEnd() { return rangeEnd_; } ///< for the header: a button that ends the range
    const RangeFigures &rangeFigures() const { return range_; }
    const QList<FigureCard *> &cards() const { return cards_; }
    void refreshNow();

signals:
    void refreshed();

private:
    QString countedTime() const;
    void build();
    void ask();
    FigureCard::Content contentOf(const FigureSpec &spec, const Metrics &metrics) const;
    void judge(FigureCard::Content &content, const FigureSpec &spec, const Metrics &metrics) const;
    void showRange();

    Session &session_;
    const Theme &theme_;
    QGridLayout *grid_;
    QList<FigureSpec> specs_;
    QList<FigureCard *> cards_;
    qsizetype goals_ = 0; ///< so many specs have a goal; they stand first
    RangeFigures range_;
    QToolButton *rangeEnd_;
    QTimer timer_;
    int intervalMs_ = 50;
};

} // namespace halfopen
