// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "engine/insight/lint/lint.h"

namespace halfopen {

/// What the linter says of the document, contradictions first.
class AdviceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kind, where, here, why, what_to_do, columns };
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(std::vector<Advice> advice);
    QString path(int row) const; ///< "policies.vision.retry"; empty where there is no such row
    int contradictions() const;

private:
    std::vector<Advice> advice_;
};

} // namespace halfopen
