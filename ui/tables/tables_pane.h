// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QLabel;
class QStackedWidget;
class QTabBar;

namespace halfopen {

class AdvicePane;
class ChecksPane;
class EventLogPane;
class NotesPane;
class RequestDetail;
class TextPane;
class RequestsPane;

/// The tabs beneath the tracks: requests, event log, request detail, checks, advice, notes, and the document as text; with what each has to say and its search field.
class TablesPane : public QWidget {
    Q_OBJECT
public:
    TablesPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    RequestsPane &requests() { return *requests_; }
    EventLogPane &log() { return *log_; }
    RequestDetail &detail() { return *detail_; }
    QTabBar &tabs() { return *tabs_; }

signals:
    void fieldAsked(const QString &path); ///< advice on this path of the document was picked

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTab(const QString &name, QWidget *content, QWidget *search);
    void showTab(int tab);
    void showNote();
    void showCounts();
    void showTheme();

    Session &session_;
    const Theme &theme_;
    QTabBar *tabs_;
    QStackedWidget *contents_, *searches_;
    QLabel *note_;
    RequestsPane *requests_;
    EventLogPane *log_;
    RequestDetail *detail_;
    ChecksPane *checks_;
    AdvicePane *advice_;
    NotesPane *notes_;
    TextPane *text_;
};

} // namespace halfopen
