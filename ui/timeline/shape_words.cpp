// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/shape_words.h"

#include <cmath>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

QString serviceOf(const Scenario &scenario, std::uint32_t service) {
    return QString::fromStdString(service_name(scenario, service));
}

QString kindOf(const Scenario &scenario, Outcome outcome) {
    return QString::fromStdString(kind_name(scenario, outcome));
}

QString durationText(Duration d) { return QString::fromStdString(format_duration(d)); }

} // namespace

QString endingOf(const RequestShape &shape, const Scenario &scenario) {
    if (shape.inFlight) return "in flight at " + serviceOf(scenario, shape.lastService);
    switch (shape.ending) {
    case Ending::served: return "served by " + serviceOf(scenario, shape.lastService);
    case Ending::continued: return "went on with nothing";
    case Ending::partial: return "partial";
    case Ending::deadline: return "failed: deadline";
    case Ending::failed: break;
    }
    return "failed: " + kindOf(scenario, shape.outcome);
}

QString headlineOf(const RequestShape &shape, const Scenario &scenario) {
    return QString("#%1 %2, %3, %4, %5")
        .arg(shape.request)
        .arg(endingOf(shape, scenario), durationText(shape.ended - shape.started),
             QString::fromStdString(counted(static_cast<std::uint64_t>(shape.calls), "call", "calls")),
             QString::fromStdString(format_usd(usd(Money{shape.costNano}))));
}

QString wordsOf(const ShapePart &part, const Scenario &scenario) {
    const QString service = serviceOf(scenario, part.service);
    const QString took = durationText(part.to - part.from);
    switch (part.kind) {
    case ShapePart::Kind::attempt: {
        const QString what = QString("try %1 at %2, %3: ").arg(part.attempt).arg(service, took);
        if (part.running) return what + "still running";
        if (part.abandoned) return what + "given up, the deadline passed";
        return what + QString::fromStdString(how_it_ended(scenario, part.outcome));
    }
    case ShapePart::Kind::wait: {
        QString text = QString("wait of %1 before the next try").arg(took);
        if (part.longest > part.to - part.from) text += ", at most " + durationText(part.longest);
        if (part.reason == WaitReason::retry_after) text += ", as Retry-After asked";
        return text + QString(": try %1 %2")
                          .arg(part.attempt)
                          .arg(QString::fromStdString(how_it_ended(scenario, part.outcome)));
    }
    case ShapePart::Kind::refused:
        return "refused: " + kindOf(scenario, part.outcome) + ", nothing was sent to " + service;
    case ShapePart::Kind::fallback: return "fell back to " + service;
    case ShapePart::Kind::diagnosis:
        return "diagnosis, " + took +
               (part.running  ? ""
                : part.helped ? ": found " + kindOf(scenario, part.outcome)
                              : ": found nothing");
    case ShapePart::Kind::remedy:
        return "remedy for " + kindOf(scenario, part.outcome) + ", " + took +
               (part.running  ? ""
                : part.helped ? ": it helped"
                              : ": it did not help");
    }
    return {};
}

QString tipAt(const RequestShape &shape, const Scenario &scenario, const TimeAxis &axis, double x) {
    const ShapePart *best = nullptr;
    double distance = 5.0;
    for (const ShapePart &part : shape.parts) {
        const double x0 = axis.x(part.from);
        const double x1 = axis.x(part.to);
        // Signs are points: being within 4 px of one beats being inside a bar.
        const bool point = part.kind == ShapePart::Kind::refused || part.kind == ShapePart::Kind::fallback;
        const double d = point ? std::abs(x - x0) - 1.0 : x < x0 ? x0 - x : x > x1 ? x - x1 : 3.0;
        if (d < distance) {
            distance = d;
            best = &part;
        }
    }
    const QString head = headlineOf(shape, scenario);
    return best == nullptr ? head : head + '\n' + wordsOf(*best, scenario);
}

} // namespace halfopen
