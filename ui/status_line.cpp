// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include <algorithm>

#include <QLabel>

namespace halfopen {

namespace {

constexpr int kIntervalMs = 250, kMessageMs = 6000;

QString shortNumber(double value) {
    if (value >= 1e6) return QString::number(value / 1e6, 'f', 1) + " M";
    if (value >= 1e3) return QString::number(value / 1e3, 'f', 0) + " k";
    return QString::number(value, 'f', 0);
}

} // namespace

QString modelLimits(const Scenario &scenario) {
    const auto any = [&](const auto &test) { return std::ranges::any_of(scenario.services, test); };
    QStringList limits;
    limits << (any([](const ServiceConfig &s) { return s.availability.has_value(); })
                   ? StatusLine::tr("outages correlated in time")
                   : StatusLine::tr("failures independent between calls"));
    limits << (any([](const ServiceConfig &s) { return s.workers.has_value(); }) 
                   ? StatusLine::tr("finite workers")
                   : StatusLine::tr("unlimited workers"));
    int instances = 0;
    for (const Workload &workload : scenario.workloads)
        instances = std::max(instances, workload.instances);
    limits << (instances == 1 ? StatusLine::tr("one instance") : StatusLine::tr("%1 instances").arg(instances));
    return limits.join(" · ");
}

QString stopText(StopReason reason) {
    switch (reason) {
    case StopReason::finished: return {};
    case StopReason::drain_limit: return StatusLine::tr("ended at the drain limit, with requests in flight");
    case StopReason::too_many_requests: return StatusLine::tr("stopped: too many requests");
    case StopReason::too_many_in_flight: return StatusLine::tr("stopped: too many requests in flight");
    case StopReason::time_stands_still: return StatusLine::tr("stopped: time stands still");
    case StopReason::interrupted: return StatusLine::tr("stopped: the trace reached its limit of memory");
    }
    return {};
}

StatusLine::StatusLine(Session &session, QWidget *parent)
    : QStatusBar(parent), session_(session), timer_(this), numbers_(new QLabel(this)), limits_(new QLabel(this)) {
    setSizeGripEnabled(false);
    setFixedHeight(24);
    addWidget(numbers_);
    addPermanentWidget(limits_);
    limits_->setContentsMargins(0, 0, 10, 0);
    numbers_->setContentsMargins(8, 0, 0, 0);
    limits_->setToolTip(tr("What this scenario's model takes into account, and what not."));
    timer_.setInterval(kIntervalMs);
    connect(&timer_, &QTimer::timeout, this, &StatusLine::refresh);
    connect(&session, &Session::runChanged, this, &StatusLine::refresh);
    connect(&session, &Session::runGrew, this, [this] {
        if (session_.run().finished()) refresh();
    });
    timer_.start();
    forgetWhenDone();
    refresh();
}

void StatusLine::tell(const QString &message) {
    toldAt_ = session_.playhead().viewed();
    showMessage(message, kMessageMs);
}

void StatusLine::showRun(bool shown) {
    numbers_->setVisible(shown);
    limits_->setVisible(shown);
}

/// What was said of one thing does not stand beside the next one.
void StatusLine::forgetWhenDone() {
    connect(&session_.document(), &ScenarioDocument::edited, this, &QStatusBar::clearMessage);
    connect(&session_.document(), &ScenarioDocument::replaced, this, &QStatusBar::clearMessage);
    connect(&session_.selection(), &Selection::changed, this, &QStatusBar::clearMessage);
    connect(&session_.playhead(), &Playhead::moved, this, [this] {
        const Playhead &head = session_.playhead();
        if (!head.playing() && head.viewed() != toldAt_) clearMessage(); // while playing its seconds are enough
    });
}

void StatusLine::refresh() {
    const Run &run = session_.run();
    QStringList parts{tr("<b>%1</b> events").arg(shortNumber(static_cast<double>(run.events()))),
                      tr("<b>%1</b> events/s").arg(shortNumber(run.eventsPerSecond())),
                      tr("<b>%1 MB</b> memory").arg(static_cast<double>(run.bytes()) / 1e6, 0, 'f', 1),
                      tr("<b>%1</b> seed").arg(run.scenario().seed)};
    if (!run.finished())
        parts << tr("computing …");
    else if (const QString stop = stopText(run.stopReason()); !stop.isEmpty())
        parts << stop;
    const QString text = parts.join("&nbsp;&nbsp;&nbsp;");
    if (numbers_->text() != text) numbers_->setText(text);
    limits_->setText(tr("Model: %1").arg(modelLimits(run.scenario())));
}

} // namespace halfopen
