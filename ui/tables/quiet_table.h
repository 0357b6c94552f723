// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTableView>
#include <QWidget>

namespace halfopen {

/// A table of rows of one height with a search field above it, as both the requests and the event log are.
/// Rows are laid out by arithmetic, so that a million of them cost nothing.
class QuietTable : public QWidget {
    Q_OBJECT
public:
    QuietTable(const QString &name, const QString &searchHint, QWidget *parent);
    QTableView *view() { return view_; }
    QLineEdit *search() { return search_; }
    void setModel(QAbstractItemModel *model);
    /// Widths in px; the column `stretched` takes what is left.
    void setWidths(const QList<int> &widths, int stretched);

signals:
    void picked(int row);               ///< by click or arrow key
    void hovered(int row);              ///< -1: the pointer has left the rows
    void searched(const QString &text); ///< the person has stopped typing for a moment

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    QTableView *view_;
    QLineEdit *search_;
};

} // namespace halfopen
