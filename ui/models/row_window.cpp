// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/row_window.h"

#include <algorithm>

namespace halfopen {

RowWindow::RowWindow(QAbstractItemModel *source, QObject *parent) : QAbstractTableModel(parent), source_(source) {
    connect(source, &QAbstractItemModel::modelReset, this, [this] { take(first_); });
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int from, int to) { inserted(from, to); });
    connect(source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int from, int to) { removed(from, to); });
    connect(source, &QAbstractItemModel::dataChanged, this, [this] { take(first_); });
    take(0);
}

int RowWindow::lastFirst() const { return std::max(0, total() - room_); }

void RowWindow::setRoom(int rows) {
    room_ = std::max(1, rows);
    take(first_);
}

void RowWindow::setFirst(int row) {
    if (std::clamp(row, 0, lastFirst()) != first_) take(row);
}

void RowWindow::take(int first) {
    first_ = std::clamp(first, 0, lastFirst());
    const int before = shown_;
    const int now = std::min(room_ + 1, total() - first_);
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        shown_ = now;
        endInsertRows();
    } else if (now < before) {
        beginRemoveRows({}, now, before - 1);
        shown_ = now;
        endRemoveRows();
    }
    const int same = std::min(before, now);
    if (same > 0) emit dataChanged(index(0, 0), index(same - 1, columnCount() - 1));
    emit moved();
}

void RowWindow::inserted(int from, int to) {
    const bool moves = first_ > 0 && from <= first_;
    // What is appended beyond the window changes nothing but the length.
    if (!moves && from > first_ + room_) return emit moved();
    take(moves ? first_ + to - from + 1 : first_);
}

void RowWindow::removed(int from, int to) {
    const int before = std::min(to + 1, first_) - from; // rows that stood before the window
    take(before > 0 ? first_ - before : first_);
}

int RowWindow::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : shown_; }

int RowWindow::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : source_->columnCount(); }

QVariant RowWindow::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || first_ + index.row() >= total()) return {};
    return source_->index(first_ + index.row(), index.column()).data(role);
}

QVariant RowWindow::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::ToolTipRole) role = Qt::DisplayRole; // of a column that is too narrow for its name
    return orientation == Qt::Horizontal ? source_->headerData(section, orientation, role) : QVariant();
}

} // namespace halfopen
