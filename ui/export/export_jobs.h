// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "ui/shell/notices.h"

namespace halfopen {

/// What an export tells while it works, and learns. Touched by its thread and by the window.
struct ExportProgress {
    std::atomic<int> permille{0};
    std::atomic<bool> cancelled{false};
    void reach(std::size_t done, std::size_t all) {
        permille = all == 0 ? 0 : static_cast<int>(1000.0 * static_cast<double>(done) / static_cast<double>(all));
    }
};

/// Exports on their way, in threads of their own. One that takes a while shows a bar with its progress and a button
/// that cancels it; what fails says why.
class ExportJobs : public QObject {
    Q_OBJECT
public:
    /// Returns the reason when the file was not written. It should look at `cancelled` often.
    using Work = std::function<QString(ExportProgress &)>;
    explicit ExportJobs(Notices &notices, QObject *parent = nullptr);
    ~ExportJobs() override; ///< cancels and waits

    void start(const QString &path, Work work);
    int running() const { return static_cast<int>(jobs_.size()); }

signals:
    void ended(const QString &path, const QString &reason); ///< an empty reason: written

private:
    struct Job {
        QString id, path;
        std::shared_ptr<ExportProgress> progress;
        bool shown = false;
    };
    void finish(const QString &id, const QString &reason);
    void show();
    Notices &notices_;
    QThreadPool pool_;
    QTimer timer_;
    QList<Job> jobs_;
    int count_ = 0;
};

} // namespace halfopen
