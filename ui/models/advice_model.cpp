// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/advice_model.h"

#include <algorithm>

namespace halfopen {

int AdviceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(advice_.size()); }

int AdviceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

void AdviceModel::show(std::vector<Advice> advice) {
    std::ranges::stable_sort(advice, [](const Advice &a, const Advice &b) { return a.kind > b.kind; });
    if (advice == advice_) return;
    beginResetModel();
    advice_ = std::move(advice);
    endResetModel();
}

QString AdviceModel::path(int row) const {
    const bool known = row >= 0 && static_cast<std::size_t>(row) < advice_.size();
    return known ? QString::fromStdString(advice_[static_cast<std::size_t>(row)].path) : QString();
}

int AdviceModel::contradictions() const {
    return static_cast<int>(std::ranges::count(advice_, AdviceKind::contradiction, &Advice::kind));
}

QVariant AdviceModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= advice_.size()) return {};
    const Advice &one = advice_[static_cast<std::size_t>(index.row())];
    const auto text = [](const std::string &s) { return QString::fromStdString(s); };
    if (role == Qt::ToolTipRole) {
        const QString lines = text(one.evidence).toHtmlEscaped() + "</p><p>" + text(one.why).toHtmlEscaped() + "</p><p>" +
                              text(one.what_to_do).toHtmlEscaped();
        return "<p style='white-space:normal'>" + lines + "</p>";
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case kind: return one.kind == AdviceKind::contradiction ? tr("contradiction") : tr("advice");
    case where: return text(one.path);
    case here: return text(one.evidence);
    case why: return text(one.why);
    case what_to_do: return text(one.what_to_do);
    default: return {};
    }
}

QVariant AdviceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("kind"), tr("where"), tr("in this scenario"), tr("why it matters"), tr("what to do")};
    return names[section];
}

} // namespace halfopen
