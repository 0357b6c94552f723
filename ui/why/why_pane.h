// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/why/what_if.h"

class QLabel;
class QToolButton;

namespace halfopen {

/// Why the selected transition or request went as it did, from the stories of the engine, and which single setting would
/// have changed it. While nothing is selected, playing tells of the newest transition. Requests are links, and so are settings, which they put into the document.
class WhyPane : public QTextBrowser {
    Q_OBJECT
public:
    WhyPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    QWidget *steps() { return steps_; } ///< "‹ transition 1 of 3 ›", for the pane's header
    QString subtitle() const { return subtitle_; }
    void finishNow() { whatIf_->wait(); } ///< nothing is left to be worked out, for a picture
    QSize sizeHint() const override { return {336, 240}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

signals:
    void refreshed();
    void told(const QString &text); ///< why a setting was not taken

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void makeSteps();
    void showTheme();
    void refresh();
    void narrate(); ///< the newest transition while playing
    void showTransition(std::uint32_t breaker, std::size_t record);
    void showRequest(std::uint32_t request);
    void put(const QString &html);
    void showWhatIf(const std::optional<Asked> &asked, const QString &story);
    void askByHand();
    void applySetting(int row);
    void follow(const QUrl &link);

    Session &session_;
    const Theme &theme_;
    QWidget *steps_;
    QToolButton *previous_ = nullptr, *next_ = nullptr;
    QLabel *place_ = nullptr;
    QString subtitle_, html_, shown_;
    WhatIf *whatIf_;
    std::optional<Asked> asked_;
    std::optional<std::pair<std::uint32_t, std::size_t>> told_; ///< breaker and record of what is narrated
};

} // namespace halfopen
