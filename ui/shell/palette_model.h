// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "ui/shell/palette_entries.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// The lines that the palette shows.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void show(QList<PaletteEntry> entries);
    const QList<PaletteEntry> &entries() const { return entries_; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteEntry> entries_;
};

/// Draws a line: title with what was matched in semibold, and on the right its keys and where it belongs; muted and
/// with the reason when it cannot be done.
class PaletteDelegate : public QStyledItemDelegate {
public:
    static constexpr int kRowHeight = 28;
    PaletteDelegate(const PaletteModel &model, const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PaletteModel &model_;
    const Theme &theme_;
};

} // namespace halfopen
