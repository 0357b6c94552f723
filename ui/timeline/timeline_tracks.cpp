// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks are shown, in which order, and what remains of the run before an edit; the menu of the tracks.
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include "ui/timeline/edit_marks.h"
#include "ui/timeline/overview_strip.h"

namespace halfopen {

namespace {
const QString kKey = "tracks/arrangement";
constexpr double kEditWords = 20, kEditPx = 5;
} // namespace

/// The run that is replaced stays as a ghost until the next edit. Edits that merge into one step, as those of a drag
/// do, keep the ghost from before it; undo takes it away.
void TimelineView::keepGhost() {
    if (!edits_ || !run_ || !series_ || series_->records() == 0) return;
    const int step = edits_->document().undoStack().index();
    if (step == ghostStep_) return;
    if (std::exchange(ghostStep_, step) > step) return ghost_.reset(); // undone: what was before is what is
    ghost_ = std::move(series_);
}

void TimelineView::arrangeTracks(const QStringList &arrangement) {
    stack_.arrange(arrangement);
    placeChildren();
}

void TimelineView::arranged() {
    if (keepsArrangement_) QSettings().setValue(kKey, stack_.arrangement());
    placeChildren();
}

void TimelineView::keepArrangement() {
    keepsArrangement_ = true;
    arrangeTracks(QSettings().value(kKey).toStringList());
}

/// What is said of the gutter, and of timed edits where their words stand.
QString TimelineView::sideTextAt(QPointF at) const {
    if (!source_) return {};
    const TimeAxis time = axis();
    if (at.x() >= time.left() - 4) {
        const double bottom = height() - overview_->height();
        const bool atWords = at.y() > bottom - kEditWords && at.y() < bottom;
        if (at.y() > tracksTop() && !atWords) return {};
        for (const EditMark &mark : editMarks(*source_->scenario, time))
            if (std::abs(at.x() - mark.x) <= kEditPx) return editTip(*source_->scenario, mark);
        return {};
    }
    const double y = at.y() - tracksTop() + scroll_->value();
    const auto row = stack_.rowAt(y);
    if (!row || at.y() < tracksTop()) return {};
    const TrackStack::Row &place = stack_.rows()[*row];
    return place.track->gutterText(y - place.top);
}

void TimelineView::addTracksMenu(QMenu &menu) {
    QMenu *tracks = menu.addMenu(tr("&Tracks"));
    tracks->setObjectName("tracksMenu");
    tracks->setToolTipsVisible(true);
    const auto &rows = stack_.rows();
    const auto shown = std::ranges::count_if(rows, &TrackStack::Row::shown);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QAction *action = tracks->addAction(rows[i].track->title());
        action->setCheckable(true);
        action->setChecked(rows[i].shown);
        action->setEnabled(!rows[i].shown || shown > 1); // one stays
        action->setToolTip(rows[i].track->meaning());
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            stack_.setShown(i, on);
            arranged();
        });
    }
    tracks->addSeparator();
    tracks->addAction(tr("&All, in their first order"), this, [this] {
        stack_.arrange(firstArrangement_);
        arranged();
    });
}

void TimelineView::showMenu(const std::optional<FaultHit> &hit, SimTime at, std::optional<std::size_t> row,
                            QPoint global) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Tracks"));
    if (edits_ && !row) addFaultMenu(*menu, hit, at);
    if (row) {
        const QString title = stack_.rows()[*row].track->title();
        const auto move = [this, row](int by) {
            stack_.move(*row, by);
            arranged();
        };
        QAction *up = menu->addAction(tr("Move \"%1\" &up").arg(title), this, [move] { move(-1); });
        QAction *down = menu->addAction(tr("Move \"%1\" &down").arg(title), this, [move] { move(1); });
        QAction *hide = menu->addAction(tr("&Hide \"%1\"").arg(title), this, [this, row] {
            stack_.setShown(*row, false);
            arranged();
        });
        up->setEnabled(*row > 0);
        down->setEnabled(*row + 1 < stack_.rows().size());
        hide->setEnabled(std::ranges::count_if(stack_.rows(), &TrackStack::Row::shown) > 1);
    }
    menu->addSeparator();
    addTracksMenu(*menu);
    menu->popup(global);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event) {
    if (!source_) return QWidget::contextMenuEvent(event);
    if (event->reason() == QContextMenuEvent::Mouse) {
        const bool gutter = event->pos().x() < axis().left() - 4;
        const double y = event->pos().y() - tracksTop() + scroll_->value();
        if (gutter) return showMenu({}, {}, stack_.rowAt(y), event->globalPos());
        const std::optional<TrackHit> hit = hitAt(event->pos());
        return showMenu(hit ? hit->fault : std::nullopt, axis().at(event->pos().x()), {}, event->globalPos());
    }
    // By key: for what is selected, at the hairline.
    std::optional<FaultHit> selected;
    if (selection_.fault()) selected = FaultHit{*selection_.fault(), FaultGrip::body, {}, false};
    const int x = static_cast<int>(std::clamp(axis().x(playhead_.viewed()), axis().left(), axis().right()));
    showMenu(selected, playhead_.viewed(), {}, mapToGlobal(QPoint(x, static_cast<int>(tracksTop()) + 12)));
}

} // namespace halfopen
