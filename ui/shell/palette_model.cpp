// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include <QPainter>

namespace halfopen {

namespace {

constexpr int kPadding = 12, kGap = 14;

/// Draws a text at the right end of a place, and takes its room away.
void drawRight(QPainter &painter, QRect &place, const QString &text, const QFont &font, const QColor &colour) {
    if (text.isEmpty()) return;
    const int most = place.width() / 2;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, most);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, shown);
    place.setRight(place.right() - metrics.horizontalAdvance(shown) - kGap);
}

/// The title, run by run of matched and other characters.
void drawTitle(QPainter &painter, QRect place, const PaletteEntry &entry, const Theme &theme, const QColor &colour) {
    const QFont plain = theme.font(12), matched = theme.font(12, true);
    painter.setPen(colour);
    const QString text = QFontMetrics(matched).elidedText(entry.title, Qt::ElideRight, place.width());
    qsizetype at = 0, mark = 0;
    while (at < text.size()) {
        const bool bold = mark < entry.marks.size() && entry.marks[mark] == at;
        const qsizetype from = at;
        while (at < text.size() && (mark < entry.marks.size() && entry.marks[mark] == at) == bold) {
            if (bold) ++mark;
            ++at;
        }
        painter.setFont(bold ? matched : plain);
        const QString run = text.mid(from, at - from);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, run);
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(run));
    }
}

} // namespace

void PaletteModel::show(QList<PaletteEntry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= entries_.size()) return {};
    const PaletteEntry &entry = entries_[index.row()];
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QStringList parts{entry.title, entry.detail, entry.keys, entry.whyNot};
        parts.removeAll(QString());
        return parts.join(", ");
    }
    default: return {};
    }
}

PaletteDelegate::PaletteDelegate(const PaletteModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), model_(model), theme_(theme) {}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {200, kRowHeight}; }

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PaletteEntry &entry = model_.entries()[index.row()];
    const Colours &c = theme_.colours();
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, c.selection);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), c.accent);
    }
    QRect place = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const bool possible = entry.whyNot.isEmpty();
    drawRight(*painter, place, possible ? entry.detail : entry.whyNot, theme_.font(11), c.mutedText);
    drawRight(*painter, place, entry.keys, theme_.font(11, true), possible ? c.text : c.mutedText);
    drawTitle(*painter, place, entry, theme_, possible ? c.text : c.mutedText);
    painter->restore();
}

} // namespace halfopen
