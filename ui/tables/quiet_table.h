// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTableView>
#include <QWidget>

class QScrollBar;

namespace halfopen {

class RowWindow;

/// A table of rows of one height with a search field above it, as both the requests and the event log are.
/// The view holds only the rows that are seen, so that ten million of them cost nothing; a scroll bar beside it goes
/// through all. Rows are those of the model, not of the view.
class QuietTable : public QWidget {
    Q_OBJECT
public:
    QuietTable(const QString &name, const QString &searchHint, QWidget *parent);
    QTableView *view() { return view_; }
    QLineEdit *search() { return search_; }
    void setModel(QAbstractItemModel *model);
    /// Widths in px; the column `stretched` takes what is left.
    void setWidths(const QList<int> &widths, int stretched);

    int currentRow() const { return current_; } ///< -1: none
    /// Marks a row without a signal; -1: none.
    void setCurrentRow(int row);
    enum class Place { anywhere, centre };
    void bringIntoSight(int row, Place place = Place::anywhere);
    QRect rectOf(int row) const; ///< in the viewport of the view; empty when it is not in sight

signals:
    void picked(int row);               ///< by click or arrow key
    void hovered(int row);              ///< -1: the pointer has left the rows
    void searched(const QString &text); ///< the person has stopped typing for a moment

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    QTableView *view_;
    QLineEdit *search_;

private:
    void buildView(const QString &name);
    void buildSearch(const QString &name, const QString &hint);
    bool pressKey(int key);
    void pick(int row);
    void makeRoomForNames(); ///< columns are at least as wide as what they are called
    void fit();
    void showMoved();

    QScrollBar *bar_;
    RowWindow *rows_ = nullptr;
    int current_ = -1;
    int wheel_ = 0; ///< eighths of a degree that make no whole step yet
};

} // namespace halfopen
