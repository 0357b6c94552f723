// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/notes_pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include "engine/insight/explain.h"
#include "ui/session/bookmarks.h"

namespace halfopen {

namespace {

constexpr int kTimeRole = Qt::UserRole, kTimeWidth = 92, kRowHeight = 22;

/// The moment stands before the text and is not edited with it.
class NoteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
    }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const SimTime at{Duration{index.data(kTimeRole).toLongLong()}};
        const QString note = index.data(Qt::EditRole).toString();
        option->text = QString("%1   %2").arg(QString::fromStdString(format_time(at)), 11).arg(note.isEmpty() ? "…" : note);
    }
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override {
        editor->setGeometry(option.rect.adjusted(kTimeWidth, 0, 0, 0));
    }
};

} // namespace

NotesPane::NotesPane(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      session_(session),
      theme_(theme),
      pages_(new QStackedWidget(this)),
      list_(new QListWidget(this)),
      empty_(new QLabel(this)) {
    setObjectName("notes");
    list_->setAccessibleName(tr("Bookmarks"));
    list_->setAccessibleDescription(tr("Enter goes to the moment, F2 writes, Delete removes."));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new NoteDelegate(list_));
    list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    list_->installEventFilter(this);
    empty_->setText(tr("No bookmark yet. B marks the moment at the hairline; write here why it matters."));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    pages_->addWidget(list_);
    pages_->addWidget(empty_);
    add_ = button(tr("Mark this moment"), tr("A bookmark at the hairline (B): to find the moment again and to say why it matters"));
    remove_ = button(tr("Remove"), tr("Removes the selected bookmark (Delete)"));
    undo_ = button(tr("Undo"), tr("Takes the last change of the bookmarks back"));
    auto *side = new QVBoxLayout;
    side->setContentsMargins(4, 6, 8, 6);
    for (QToolButton *each : {add_, remove_, undo_}) side->addWidget(each);
    side->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pages_, 1);
    layout->addLayout(side);
    connect(add_, &QToolButton::clicked, this, &NotesPane::markHere);
    connect(remove_, &QToolButton::clicked, this, &NotesPane::removeCurrent);
    connect(undo_, &QToolButton::clicked, &session.bookmarks().undoStack(), &QUndoStack::undo);
    connect(&session.bookmarks().undoStack(), &QUndoStack::canUndoChanged, undo_, &QWidget::setEnabled);
    connect(list_, &QListWidget::itemChanged, this, &NotesPane::rename);
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        session_.showAt(SimTime{Duration{item->data(kTimeRole).toLongLong()}});
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) { remove_->setEnabled(row >= 0); });
    connect(&session.bookmarks(), &Bookmarks::changed, this, &NotesPane::renew);
    connect(&theme, &Theme::changed, this, &NotesPane::showTheme);
    undo_->setEnabled(false);
    showTheme();
    renew();
}

QToolButton *NotesPane::button(const QString &text, const QString &what) {
    auto *result = new QToolButton(this);
    result->setText(text);
    result->setAccessibleName(text);
    result->setToolTip(what);
    result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return result;
}

void NotesPane::showTheme() {
    QPalette muted = empty_->palette();
    muted.setColor(QPalette::WindowText, theme_.colours().mutedText);
    empty_->setPalette(muted);
    list_->setFont(theme_.font(12));
}

void NotesPane::renew() {
    filling_ = true;
    const int row = list_->currentRow();
    list_->clear();
    for (const Bookmark &bookmark : session_.bookmarks().all()) {
        auto *item = new QListWidgetItem(bookmark.note, list_);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(kTimeRole, qint64(bookmark.at.time_since_epoch().count()));
        item->setToolTip(tr("Click: go there. Double click or F2: write. Delete: remove."));
    }
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    filling_ = false;
    pages_->setCurrentWidget(list_->count() > 0 ? static_cast<QWidget *>(list_) : empty_);
    remove_->setEnabled(list_->currentRow() >= 0);
    emit noteChanged();
}

void NotesPane::markHere() {
    const SimTime at = session_.playhead().viewed();
    if (!session_.bookmarks().add(at)) return;
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(kTimeRole).toLongLong() != at.time_since_epoch().count()) continue;
        list_->setCurrentRow(row);
        list_->editItem(list_->item(row));
    }
}

void NotesPane::rename(QListWidgetItem *item) {
    if (filling_) return;
    const QString note = item->text();
    const int row = list_->row(item);
    // The list is filled anew by the change, and must not be while its editor closes.
    QMetaObject::invokeMethod(this, [this, row, note] { session_.bookmarks().rename(row, note); }, Qt::QueuedConnection);
}

void NotesPane::removeCurrent() {
    if (list_->currentRow() >= 0) session_.bookmarks().remove(list_->currentRow());
}

bool NotesPane::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        QListWidgetItem *item = list_->currentItem();
        if (key->key() == Qt::Key_Delete && item) {
            removeCurrent();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && item) {
            session_.showAt(SimTime{Duration{item->data(kTimeRole).toLongLong()}});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

int NotesPane::count() const { return list_->count(); }

QString NotesPane::note() const { return count() == 1 ? tr("1 bookmark, kept for this file on this machine")
                        : tr("%1 bookmarks, kept for this file on this machine").arg(count()); }

} // namespace halfopen
