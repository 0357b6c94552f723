// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/quiet_table.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include "ui/models/row_window.h"

namespace halfopen {

namespace {
constexpr int kRowHeight = 22, kSearchPauseMs = 150, kRowsPerNotch = 3, kNotch = 120;
} // namespace

QuietTable::QuietTable(const QString &name, const QString &searchHint, QWidget *parent)
    : QWidget(parent),
      view_(new QTableView(this)),
      search_(new QLineEdit(this)),
      bar_(new QScrollBar(Qt::Vertical, this)) {
    buildView(name);
    buildSearch(name, searchHint);
    bar_->setAccessibleName(tr("%1, up and down").arg(name));
    bar_->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(view_, 1);
    layout->addWidget(bar_);
}

void QuietTable::buildView(const QString &name) {
    view_->setAccessibleName(name);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setAutoScroll(false);
    view_->setTabKeyNavigation(false);
    view_->setMouseTracking(true);
    view_->installEventFilter(this);
    view_->viewport()->installEventFilter(this);
    connect(view_, &QTableView::entered, this,
            [this](const QModelIndex &index) { emit hovered(rows_->first() + index.row()); });
    connect(view_, &QTableView::clicked, this,
            [this](const QModelIndex &index) { pick(rows_->first() + index.row()); });
    // The last row may be seen in part; the view never scrolls by itself to show it whole.
    connect(view_->verticalScrollBar(), &QScrollBar::valueChanged, view_->verticalScrollBar(),
            [bar = view_->verticalScrollBar()] { bar->setValue(0); });
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->verticalHeader()->setMinimumSectionSize(kRowHeight);
    view_->verticalHeader()->setDefaultSectionSize(kRowHeight);
    view_->horizontalHeader()->setHighlightSections(false);
    view_->horizontalHeader()->setFixedHeight(kRowHeight);
}

void QuietTable::buildSearch(const QString &name, const QString &hint) {
    search_->setAccessibleName(tr("Search in: %1").arg(name));
    search_->setPlaceholderText(hint);
    search_->setToolTip(tr("Shows the rows that hold these words: %1").arg(hint));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(220);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kSearchPauseMs);
    connect(search_, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(search_, &QLineEdit::textChanged, this, [this, pause](const QString &text) {
        if (text.isEmpty()) pause->start(0);
    });
    connect(search_, &QLineEdit::returnPressed, pause, [pause] { pause->start(0); });
    connect(pause, &QTimer::timeout, this, [this] { emit searched(search_->text()); });
}

void QuietTable::setModel(QAbstractItemModel *model) {
    rows_ = new RowWindow(model, this);
    view_->setModel(rows_);
    connect(rows_, &RowWindow::moved, this, &QuietTable::showMoved);
    connect(bar_, &QScrollBar::valueChanged, rows_, &RowWindow::setFirst);
    fit();
}

void QuietTable::setWidths(const QList<int> &widths, int stretched) {
    QHeaderView *header = view_->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column) {
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
        header->resizeSection(column, widths[column]);
    }
    makeRoomForNames();
}

void QuietTable::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) // presenters have larger type; the header has it after this
        QTimer::singleShot(0, this, &QuietTable::makeRoomForNames);
}

void QuietTable::makeRoomForNames() {
    QHeaderView *header = view_->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        if (header->sectionResizeMode(column) == QHeaderView::Interactive && !header->isSectionHidden(column))
            header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}

void QuietTable::fit() {
    if (rows_ != nullptr) rows_->setRoom(view_->viewport()->height() / kRowHeight);
}

void QuietTable::showMoved() {
    const QSignalBlocker quiet(bar_);
    bar_->setRange(0, rows_->lastFirst());
    bar_->setPageStep(rows_->room());
    bar_->setValue(rows_->first());
    bar_->setVisible(rows_->lastFirst() > 0);
    const int row = current_ - rows_->first();
    QItemSelectionModel *marks = view_->selectionModel();
    if (current_ < 0 || row < 0 || row >= rows_->rowCount()) {
        if (marks->hasSelection()) marks->clear();
    } else if (view_->currentIndex().row() != row || !marks->isRowSelected(row)) {
        marks->setCurrentIndex(rows_->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

void QuietTable::setCurrentRow(int row) {
    if (row == current_) return;
    current_ = row;
    showMoved();
}

void QuietTable::bringIntoSight(int row, Place place) {
    if (row < 0) return;
    const int first = rows_->first(), room = rows_->room();
    if (place == Place::centre)
        rows_->setFirst(row - room / 2);
    else if (row < first)
        rows_->setFirst(row);
    else if (row >= first + room)
        rows_->setFirst(row - room + 1);
}

QRect QuietTable::rectOf(int row) const { return view_->visualRect(rows_->index(row - rows_->first(), 0)); }

void QuietTable::pick(int row) {
    if (row < 0 || row >= rows_->total()) return;
    setCurrentRow(row);
    bringIntoSight(row);
    emit picked(row);
}

bool QuietTable::pressKey(int key) {
    const int last = rows_->total() - 1, row = current_;
    const int page = std::max(1, rows_->room() - 1);
    switch (key) {
    case Qt::Key_Up: pick(row < 0 ? rows_->first() : std::max(0, row - 1)); return true;
    case Qt::Key_Down: pick(row < 0 ? rows_->first() : std::min(last, row + 1)); return true;
    case Qt::Key_PageUp: pick(std::max(0, row - page)); return true;
    case Qt::Key_PageDown: pick(std::min(last, row + page)); return true;
    case Qt::Key_Home: pick(0); return true;
    case Qt::Key_End: pick(last); return true;
    default: return false;
    }
}

bool QuietTable::eventFilter(QObject *watched, QEvent *event) {
    if (watched == view_->viewport() && event->type() == QEvent::Leave) emit hovered(-1);
    if (watched == view_->viewport() && event->type() == QEvent::Resize) fit();
    if (rows_ != nullptr && event->type() == QEvent::KeyPress && watched == view_) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && pressKey(key->key())) return true;
    }
    if (event->type() == QEvent::Wheel && watched == view_->viewport()) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        wheel_ += wheel->angleDelta().y() * kRowsPerNotch;
        bar_->setValue(bar_->value() - wheel_ / kNotch);
        wheel_ %= kNotch;
        if (wheel->angleDelta().y() != 0) return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace halfopen
