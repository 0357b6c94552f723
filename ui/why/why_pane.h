// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace halfopen {

/// Why the selected transition or request went as it did, from the stories of the engine. Requests are links.
class WhyPane : public QTextBrowser {
    Q_OBJECT
public:
    WhyPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    QWidget *steps() { return steps_; } ///< "‹ transition 1 of 3 ›", for the pane's header
    QString subtitle() const { return subtitle_; }
    QSize sizeHint() const override { return {336, 240}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

signals:
    void refreshed();

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void makeSteps();
    void showTheme();
    void refresh();
    void showTransition(std::uint32_t breaker, std::size_t record);
    void showRequest(std::uint32_t request);
    void put(const QString &html);
    void follow(const QUrl &link);

    Session &session_;
    const Theme &theme_;
    QWidget *steps_;
    QToolButton *previous_ = nullptr, *next_ = nullptr;
    QLabel *place_ = nullptr;
    QString subtitle_, html_;
};

} // namespace halfopen
