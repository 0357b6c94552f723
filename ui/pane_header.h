// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/theme/theme.h"

class QDockWidget;
class QHBoxLayout;
class QMainWindow;

namespace halfopen {

/// The strip above a pane, 28 px high: title, muted subtitle, and on the right what else belongs there. As the title
/// bar of a dock it moves the dock.
class PaneHeader : public QWidget {
    Q_OBJECT
public:
    PaneHeader(const QString &title, const Theme &theme, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &text); ///< cut off at its end when there is no room
    void addOnRight(QWidget *widget);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void elide();
    const Theme &theme_;
    QString wholeSubtitle_;
    QLabel *title_, *subtitle_;
    QHBoxLayout *right_;
};

/// A pane that can be moved, floated and closed; its name is where the layout remembers it.
struct Pane {
    QDockWidget *dock = nullptr;
    PaneHeader *header = nullptr;
};
Pane makePane(const QString &name, const QString &title, QWidget *content, const Theme &theme, QMainWindow &window);

} // namespace halfopen
