// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_jobs.h"

#include <algorithm>

#include <QFileInfo>

namespace halfopen {

namespace {
/// What is done sooner needs no bar.
constexpr int kShowMs = 250;
} // namespace

ExportJobs::ExportJobs(Notices &notices, QObject *parent) : QObject(parent), notices_(notices) {
    pool_.setMaxThreadCount(1);
    timer_.setInterval(kShowMs);
    connect(&timer_, &QTimer::timeout, this, &ExportJobs::show);
}

ExportJobs::~ExportJobs() {
    for (const Job &job : jobs_)
        job.progress->cancelled = true;
    pool_.waitForDone();
}

void ExportJobs::start(const QString &path, Work work) {
    const Job job{QString("export/%1").arg(++count_), path, std::make_shared<ExportProgress>()};
    jobs_ << job;
    timer_.start();
    pool_.start([this, id = job.id, progress = job.progress, work = std::move(work)] {
        const QString reason = progress->cancelled ? QString() : work(*progress);
        QMetaObject::invokeMethod(this, [this, id, reason] { finish(id, reason); });
    });
}

void ExportJobs::show() {
    for (Job &job : jobs_) {
        if (!std::exchange(job.shown, true)) {
            notices_.show({job.id,
                           tr("Writing %1").arg(QFileInfo(job.path).fileName()),
                           {{tr("Cancel"), tr("Stops; no file is written and an older one of that name stays"),
                             [progress = job.progress] { progress->cancelled = true; }}}});
        }
        notices_.setProgress(job.id, job.progress->permille);
    }
}

void ExportJobs::finish(const QString &id, const QString &reason) {
    const auto job = std::ranges::find(jobs_, id, &Job::id);
    const QString path = job->path;
    const bool cancelled = job->progress->cancelled;
    jobs_.erase(job);
    if (jobs_.isEmpty()) timer_.stop();
    notices_.dismiss(id);
    const QString why = cancelled && reason.isEmpty() ? tr("it was cancelled") : reason;
    if (!why.isEmpty()) notices_.show({id, tr("%1 was not written: %2.").arg(QFileInfo(path).fileName(), why)});
    emit ended(path, why);
}

} // namespace halfopen
