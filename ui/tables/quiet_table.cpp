// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/quiet_table.h"

#include <QHeaderView>
#include <QTimer>
#include <QVBoxLayout>

namespace halfopen {

namespace {
constexpr int kRowHeight = 22, kSearchPauseMs = 150;
} // namespace

QuietTable::QuietTable(const QString &name, const QString &searchHint, QWidget *parent)
    : QWidget(parent), view_(new QTableView(this)), search_(new QLineEdit(this)) {
    view_->setAccessibleName(name);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view_->setTabKeyNavigation(false);
    view_->setMouseTracking(true);
    view_->viewport()->installEventFilter(this);
    connect(view_, &QTableView::entered, this, [this](const QModelIndex &index) { emit hovered(index.row()); });
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->verticalHeader()->setMinimumSectionSize(kRowHeight);
    view_->verticalHeader()->setDefaultSectionSize(kRowHeight);
    view_->horizontalHeader()->setHighlightSections(false);
    view_->horizontalHeader()->setFixedHeight(kRowHeight);
    search_->setAccessibleName("Search " + name.toLower());
    search_->setPlaceholderText(searchHint);
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(220);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(view_);
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

bool QuietTable::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Leave) emit hovered(-1);
    return QWidget::eventFilter(watched, event);
}

void QuietTable::setModel(QAbstractItemModel *model) {
    view_->setModel(model);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && (view_->hasFocus() || view_->viewport()->underMouse())) emit picked(current.row());
    });
    connect(view_, &QTableView::clicked, this, [this](const QModelIndex &index) { emit picked(index.row()); });
}

void QuietTable::setWidths(const QList<int> &widths, int stretched) {
    QHeaderView *header = view_->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column) {
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
        header->resizeSection(column, widths[column]);
    }
}

} // namespace halfopen
