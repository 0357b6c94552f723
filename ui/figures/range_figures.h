// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "engine/insight/metrics.h"
#include "ui/session/session.h"

namespace halfopen {

/// The figures of the requests that started in the selected range. Long runs take a moment to be read, so a thread
/// of its own does it; while a range is dragged the newest wins.
class RangeFigures : public QObject {
    Q_OBJECT
public:
    explicit RangeFigures(Session &session, QObject *parent = nullptr);
    ~RangeFigures() override;

    /// Nothing without a range, and before the first answer.
    const std::optional<Metrics> &metrics() const { return metrics_; }
    TimeRange range() const { return answered_; } ///< that metrics() are of
    bool working() const { return watcher_.isRunning() || timer_.isActive(); }

signals:
    void changed();

private:
    void ask();
    void start();
    void take();

    struct Answer {
        TimeRange range;
        std::optional<Metrics> metrics;
    };
    Session &session_;
    QThreadPool pool_;
    QFutureWatcher<Answer> watcher_;
    std::shared_ptr<std::atomic<bool>> stop_;
    QTimer timer_;
    bool again_ = false;
    TimeRange answered_;
    std::optional<Metrics> metrics_;
};

} // namespace halfopen
