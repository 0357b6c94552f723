// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "ui/shell/palette_model.h"

namespace halfopen {

namespace {
constexpr int kWidth = 620, kTop = 76, kRowsShown = 12;
constexpr qsizetype kRowsMost = 60;
} // namespace

CommandPalette::CommandPalette(const Theme &theme, QWidget *window)
    : QFrame(window),
      theme_(theme),
      typed_(new QLineEdit(this)),
      list_(new QListView(this)),
      hint_(new QLabel(this)),
      model_(new PaletteModel(this)) {
    setObjectName("palette");
    setAccessibleName(tr("Command palette"));
    setAttribute(Qt::WA_StyledBackground);
    typed_->setObjectName("paletteText");
    typed_->setAccessibleName(tr("Find a command, a file, a field, a time or a request"));
    typed_->setToolTip(tr("Type a few letters of what you want. Arrows choose, Enter does it, Esc goes back."));
    typed_->setPlaceholderText(tr("A command, a file, a field; 31.2 s or #316 to go there"));
    typed_->setFixedHeight(32);
    list_->setObjectName("paletteList");
    list_->setAccessibleName(tr("What was found"));
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(*model_, theme, this));
    list_->setUniformItemSizes(true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hint_->setContentsMargins(12, 4, 12, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(typed_);
    layout->addWidget(list_);
    layout->addWidget(hint_);
    typed_->installEventFilter(this);
    window->installEventFilter(this);
    connect(typed_, &QLineEdit::textEdited, this, &CommandPalette::search);
    connect(list_, &QListView::clicked, this, &CommandPalette::carryOut);
    connect(&theme, &Theme::changed, this, &CommandPalette::showTheme);
    showTheme();
    hide();
}

const QList<PaletteEntry> &CommandPalette::shown() const { return model_->entries(); }

void CommandPalette::showTheme() {
    const Colours &c = theme_.colours();
    setStyleSheet(QString("#palette { background: %1; border: 1px solid %2; border-radius: 6px; }"
                          "#palette QListView { background: %1; }")
                      .arg(c.raised.name(), c.controlBorder.name()));
    typed_->setFont(theme_.font(13));
    hint_->setFont(theme_.font(11));
    QPalette muted = hint_->palette();
    muted.setColor(QPalette::WindowText, c.mutedText);
    hint_->setPalette(muted);
}

void CommandPalette::open() {
    if (!isVisible()) cameFrom_ = QApplication::focusWidget();
    all_.clear();
    for (const Source &source : sources_)
        all_ << source();
    // What was done last stands first, for once more.
    std::ranges::stable_sort(all_, {}, [this](const PaletteEntry &entry) {
        const qsizetype done = done_.indexOf(entry.title);
        return done < 0 ? done_.size() : done;
    });
    typed_->clear();
    search();
    show();
    raise();
    typed_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    if (!isVisible()) return;
    hide();
    if (cameFrom_) cameFrom_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search() {
    QList<PaletteEntry> found = reader_ ? reader_(typed_->text()) : QList<PaletteEntry>();
    found << bestEntries(typed_->text(), all_, kRowsMost);
    model_->show(std::move(found));
    const bool any = model_->rowCount() > 0;
    if (any) list_->setCurrentIndex(model_->index(0, 0));
    list_->scrollToTop();
    describe();
    place();
}

void CommandPalette::describe() {
    const QModelIndex current = list_->currentIndex();
    if (!current.isValid()) {
        hint_->setText(tr("Nothing is called that. Try fewer letters."));
    } else {
        hint_->setText(tr("↑ ↓ choose · Enter does it · Esc goes back"));
        typed_->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
    }
}

void CommandPalette::place() {
    const QSize room = parentWidget()->size();
    const int rows = std::clamp(model_->rowCount(), 1, kRowsShown);
    list_->setVisible(model_->rowCount() > 0);
    list_->setFixedHeight(rows * PaletteDelegate::kRowHeight);
    const int width = std::min(kWidth, room.width() - 40);
    setFixedWidth(width);
    layout()->activate();
    setGeometry((room.width() - width) / 2, kTop, width, sizeHint().height());
}

void CommandPalette::choose(int rows) {
    const int count = model_->rowCount();
    if (count == 0) return;
    const int row = std::clamp(list_->currentIndex().row() + rows, 0, count - 1);
    list_->setCurrentIndex(model_->index(row, 0));
    describe();
}

void CommandPalette::carryOut() {
    const QModelIndex current = list_->currentIndex();
    if (!current.isValid()) return;
    const PaletteEntry entry = model_->entries()[current.row()];
    if (!entry.whyNot.isEmpty()) {
        hint_->setText(tr("%1: %2").arg(entry.title, entry.whyNot));
        return;
    }
    done_.removeAll(entry.title);
    done_.prepend(entry.title);
    dismiss(); // first, so that the command meets the focus that it would have met without the palette
    entry.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) place();
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        // Another window or a menu may take the focus for a while; only a click elsewhere or Tab closes.
        if (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: carryOut(); return true;
    case Qt::Key_Up: choose(-1); return true;
    case Qt::Key_Down: choose(1); return true;
    case Qt::Key_PageUp: choose(-kRowsShown); return true;
    case Qt::Key_PageDown: choose(kRowsShown); return true;
    default: return false;
    }
}

} // namespace halfopen
