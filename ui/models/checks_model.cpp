// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/checks_model.h"

#include <cmath>

#include "engine/insight/explain.h"
#include "engine/insight/figure_words.h"

namespace halfopen {

namespace {

/// How far the measured figure lies from the expected one, in percent of it.
QString offBy(const CompanionFigure &figure) {
    if (!figure.measured || figure.expected == 0.0) return ChecksModel::tr("n/a");
    const double percent = 100.0 * (*figure.measured / figure.expected - 1.0);
    return QString("%1%2 %").arg(percent < -0.05 ? "−" : percent > 0.05 ? "+" : "").arg(std::abs(percent), 0, 'f', 1);
}

} // namespace

int ChecksModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

int ChecksModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

void ChecksModel::show(std::vector<Companion> companions) {
    std::vector<Row> rows;
    holding_ = 0;
    for (std::size_t c = 0; c < companions.size(); ++c) {
        if (!companions[c].holds()) continue;
        ++holding_;
        for (std::size_t f = 0; f < companions[c].figures.size(); ++f) rows.push_back({c, static_cast<int>(f)});
    }
    for (std::size_t c = 0; c < companions.size(); ++c) {
        if (!companions[c].holds()) rows.push_back({c, -1});
    }
    if (rows == rows_) { // the same questions: only the answers move, and what is marked stays
        companions_ = std::move(companions);
        if (!rows_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    companions_ = std::move(companions);
    rows_ = std::move(rows);
    endResetModel();
}

QVariant ChecksModel::text(const Row &row, int column) const {
    const Companion &companion = companions_[row.companion];
    if (column == what) return QString::fromStdString(companion.path);
    if (column == form) return QString::fromStdString(companion.model);
    if (row.figure < 0) return column == note ? tr("does not apply: %1").arg(QString::fromStdString(companion.why_not)) : QString();
    const CompanionFigure &one = companion.figures[static_cast<std::size_t>(row.figure)];
    switch (column) {
    case figure: return QString::fromStdString(figure_in_words(one.name));
    case expected: return QString::fromStdString(format_figure(one.unit, one.expected));
    case measured: return QString::fromStdString(format_figure(one.unit, one.measured));
    case off: return offBy(one);
    case note: return QString::fromStdString(companion.assumes);
    default: return {};
    }
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= rows_.size()) return {};
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == note ? text(row, note) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() >= expected && index.column() <= off ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= expected && section <= off ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("of"),       tr("closed form"), tr("figure"), tr("theory says"),
                             tr("measured"), tr("off by"),      tr("it assumes, or why it does not apply")};
    return names[section];
}

} // namespace halfopen
