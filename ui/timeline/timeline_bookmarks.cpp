// SPDX-License-Identifier: GPL-3.0-or-later
// Bookmarks in the timeline: flags in the axis, keys, and a small editor for their notes.
#include "ui/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLineEdit>

#include "ui/timeline/bookmark_flags.h"
#include "ui/timeline/overview_strip.h"

namespace halfopen {

namespace {

constexpr int kEditorWidth = 240;

/// Gives what was typed back on Esc, as fields do.
class NoteEditor final : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override {
        if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
        setProperty("given up", true);
        parentWidget()->setFocus();
    }
    /// A field says that it is finished only when something was typed; this one closes in any case.
    void focusOutEvent(QFocusEvent *event) override {
        QLineEdit::focusOutEvent(event);
        if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) emit editingFinished();
    }
};

} // namespace

void TimelineView::setBookmarks(Bookmarks &bookmarks) {
    bookmarks_ = &bookmarks;
    connect(&bookmarks, &Bookmarks::changed, this, qOverload<>(&QWidget::update));
    overview_->setBookmarks(bookmarks);
}

std::optional<qsizetype> TimelineView::bookmarkAt(QPointF at) const {
    if (!bookmarks_ || !source_ || at.y() > tracksTop()) return std::nullopt;
    return bookmarks_->near(axis().at(at.x()), axis().duration(kFlagWidth / 2 + 1));
}

std::optional<qsizetype> TimelineView::bookmarkHere() const {
    return bookmarks_->near(playhead_.viewed(), axis().duration(1.0));
}

void TimelineView::toggleBookmark() {
    if (const auto place = bookmarkHere()) {
        const QString text = flagText(bookmarks_->all()[*place]);
        bookmarks_->remove(*place);
        return emit told(tr("bookmark taken away: %1").arg(text));
    }
    if (!bookmarks_->add(playhead_.viewed()))
        emit told(tr("no bookmark was set: there are %1 already").arg(bookmarks_->all().size()));
}

void TimelineView::goToBookmark(Direction direction) {
    const auto next = bookmarks_->next(playhead_.viewed(), direction);
    if (!next)
        return emit told(direction == Direction::forward ? tr("no bookmark after this moment")
                                                         : tr("no bookmark before this moment"));
    playhead_.pause();
    playhead_.seek(next->at);
    if (next->at < span_.from() || next->at > span_.to())
        showStretch(around(next->at, view().length(), source_->whole()));
    emit told(flagText(*next));
}

bool TimelineView::pressBookmarkKey(const QKeyEvent &event) {
    if (!bookmarks_) return false;
    if (event.key() == Qt::Key_F2 && event.modifiers() == Qt::NoModifier) {
        if (const auto place = bookmarkHere()) editNote(*place);
        return true;
    }
    if (event.key() != Qt::Key_B) return false;
    if (event.modifiers() == Qt::NoModifier)
        toggleBookmark();
    else if (event.modifiers() == Qt::ControlModifier)
        goToBookmark(Direction::forward);
    else if (event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        goToBookmark(Direction::backward);
    else
        return false;
    return true;
}

void TimelineView::editNote(qsizetype place) {
    delete note_;
    const Bookmark bookmark = bookmarks_->all()[place];
    note_ = new NoteEditor(bookmark.note, this);
    note_->setObjectName("bookmarkNote");
    note_->setMaxLength(Bookmarks::kNoteMost);
    note_->setPlaceholderText(tr("what is to be seen here"));
    note_->setAccessibleName(
        tr("Note of the bookmark at %1").arg(timeText(bookmark.at, std::chrono::milliseconds(10))));
    note_->setToolTip(tr("Enter keeps the note, Esc leaves it as it was."));
    const int x = static_cast<int>(std::clamp(axis().x(bookmark.at), axis().left(), axis().right() - kEditorWidth));
    note_->setGeometry(x, static_cast<int>(tracksTop()) + 2, kEditorWidth, 24);
    note_->selectAll();
    note_->show();
    note_->setFocus();
    connect(note_, &QLineEdit::returnPressed, this, [this] { setFocus(); });
    connect(note_, &QLineEdit::editingFinished, this, [this, at = bookmark.at] {
        if (!note_) return;
        const auto now = bookmarks_->near(at, Duration{0});
        const QString text = note_->text();
        const bool givenUp = note_->property("given up").toBool();
        note_->hide();
        note_->deleteLater();
        note_.clear();
        if (now && !givenUp) bookmarks_->rename(*now, text);
    });
}

} // namespace halfopen
