// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/autosave.h"

#include <utility>

namespace halfopen {

Autosave::Autosave(ScenarioDocument &document, const QString &folder, QObject *parent)
    : QObject(parent), document_(document), file_(folder) {
    pool_.setMaxThreadCount(1);
    timer_.setSingleShot(true);
    timer_.setInterval(kDelayMs);
    connect(&timer_, &QTimer::timeout, this, &Autosave::hand);
    connect(&document, &ScenarioDocument::edited, this, &Autosave::consider);
    connect(&document, &ScenarioDocument::nameChanged, this, &Autosave::consider);
    connect(&document, &ScenarioDocument::draftChanged, this, &Autosave::consider);
    connect(&document, &ScenarioDocument::replaced, this, &Autosave::consider);
}

Autosave::~Autosave() { pool_.waitForDone(); }

/// A running timer is left alone: an edit that is dragged on and on is kept every kDelayMs, not when it ends.
void Autosave::consider() {
    if (!document_.dirty()) return forget();
    if (!timer_.isActive()) timer_.start();
}

void Autosave::hand() {
    if (!document_.dirty()) return;
    UnsavedWork work{document_.source(), document_.name(), document_.draft().value_or(document_.text()), document_.scenario().seed,
                     QDateTime::currentDateTime()};
    pool_.start([this, work = std::move(work)] {
        const QString reason = file_.write(work);
        QMetaObject::invokeMethod(this, [this, reason] {
            if (!reason.isEmpty() && !std::exchange(told_, true)) emit failed(reason);
            if (reason.isEmpty()) told_ = false;
        });
    });
}

void Autosave::writeNow() {
    timer_.stop();
    hand();
    pool_.waitForDone();
}

void Autosave::forget() {
    timer_.stop();
    pool_.start([this] { file_.remove(); });
}

} // namespace halfopen
