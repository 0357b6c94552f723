// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "ui/theme/theme.h"

class QStackedWidget;
class QToolButton;

namespace halfopen {

/// One way to work: a page in the middle, and where the panes around it stand.
struct Workspace {
    QString id;      ///< "lab"
    QString name;    ///< "Lab"
    QString what;    ///< a sentence for the tooltip
    QString promise; ///< said on its page while it is not built; empty: it is
};
QList<Workspace> workspaces();
/// The start page stands behind them as one more page, without a button.
inline constexpr int kStartPage = 4;

/// The segmented control in the corner of the menu bar that chooses the workspace, and the pages of the middle.
class WorkspaceSwitch : public QWidget {
    Q_OBJECT
public:
    WorkspaceSwitch(QStackedWidget &pages, const Theme &theme, QWidget *parent = nullptr);
    int current() const { return current_; }
    void choose(int workspace); ///< asks through chosen(); nothing when it is the current one

signals:
    void leaving(int workspace); ///< before the pages change
    void chosen(int workspace);

private:
    QStackedWidget &pages_;
    QList<QToolButton *> buttons_;
    int current_ = 0;
};

} // namespace halfopen
