// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace halfopen {

/// A few rows of a long model: those from first() on, as many as a view has room for. A QTableView keeps eight bytes
/// for each row of its model and moves them at every insertion; over a window of rows ten million cost nothing.
/// What is inserted or removed before the window moves it, so that its rows stay in sight; at the top it stays there.
class RowWindow : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RowWindow(QAbstractItemModel *source, QObject *parent = nullptr);

    QAbstractItemModel *source() const { return source_; }
    int total() const { return source_->rowCount(); }
    int first() const { return first_; } ///< row of the source that stands on top
    int room() const { return room_; }
    void setRoom(int rows); ///< how many rows are seen whole; one more may be seen in part
    void setFirst(int row); ///< within what there is
    int lastFirst() const;  ///< the farthest that first() goes

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void moved(); ///< other rows of the source are shown, or there are more or fewer

private:
    void take(int first); ///< shows the rows from there on
    void inserted(int from, int to);
    void removed(int from, int to);

    QAbstractItemModel *source_;
    int first_ = 0, room_ = 1, shown_ = 0;
};

} // namespace halfopen
