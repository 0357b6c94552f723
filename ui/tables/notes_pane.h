// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;
class QToolButton;

namespace halfopen {

/// The tab "Notes": the bookmarks of the run with their text. A row leads to its moment; F2 or a double click writes,
/// Delete removes.
class NotesPane : public QWidget {
    Q_OBJECT
public:
    NotesPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    QString note() const;
    int count() const;

signals:
    void noteChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void renew();
    void showTheme();
    void markHere();
    void rename(QListWidgetItem *item);
    void removeCurrent();
    QToolButton *button(const QString &text, const QString &what);

    Session &session_;
    const Theme &theme_;
    QStackedWidget *pages_;
    QListWidget *list_;
    QLabel *empty_;
    QToolButton *add_, *remove_, *undo_;
    bool filling_ = false;
};

} // namespace halfopen
