// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "engine/insight/companions.h"

namespace halfopen {

/// What theory says of a scenario beside what its run measured, a figure a row; where a closed form does not hold, one
/// row says why not.
class ChecksModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { what, form, figure, expected, measured, off, note, columns };
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(std::vector<Companion> companions);
    int holding() const { return holding_; } ///< closed forms that hold
    int others() const { return static_cast<int>(companions_.size()) - holding_; }

private:
    struct Row {
        std::size_t companion = 0;
        int figure = -1; ///< -1: it does not hold
        bool operator==(const Row &) const = default;
    };
    QVariant text(const Row &row, int column) const;
    std::vector<Companion> companions_;
    std::vector<Row> rows_;
    int holding_ = 0;
};


} // namespace halfopen
