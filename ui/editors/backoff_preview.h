// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "engine/policy/backoff.h"
#include "ui/editors/policy_fields.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// The first waits of a leg's schedule as bars inside their jitter envelope, with their lengths printed beside them;
/// where a request is selected, what it really drew.
class BackoffPreview : public QWidget {
    Q_OBJECT
public:
    BackoffPreview(Session &session, const Theme &theme, QWidget *parent = nullptr);
    void setLeg(const std::optional<LegTab> &leg);
    QString subtitle() const { return subtitle_; } ///< "full jitter, drawn for #316"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    struct Wait {
        WaitRange range;
        std::optional<Duration> drawn; ///< by the selected request
        QString text;                  ///< "0.73 of 1 s", "0 – 1 s"
    };
    const std::vector<Wait> &waits() const { return waits_; } ///< for tests

signals:
    void subtitleChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    const RetryConfig *retry() const;
    std::vector<Wait> drawnWaits() const;
    void paintWait(QPainter &painter, const Wait &wait, int number, double y, double pitch) const;
    void paintAxis(QPainter &painter, double y) const;
    double longest_s() const;

    Session &session_;
    const Theme &theme_;
    std::optional<LegTab> leg_;
    std::vector<Wait> waits_;
    QString subtitle_, empty_;
};

} // namespace halfopen
