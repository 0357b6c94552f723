// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/shape_words.h"

#include <cmath>

#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ShapeWords)
};

QString serviceOf(const Scenario &scenario, std::uint32_t service) {
    return QString::fromStdString(service_name(scenario, service));
}

QString kindOf(const Scenario &scenario, Outcome outcome) {
    return QString::fromStdString(kind_name(scenario, outcome));
}

QString durationText(Duration d) { return QString::fromStdString(format_duration(d)); }

} // namespace

QString endingOf(const RequestShape &shape, const Scenario &scenario) {
    if (shape.inFlight) return Words::tr("in flight at %1").arg(serviceOf(scenario, shape.lastService));
    switch (shape.ending) {
    case Ending::served: return Words::tr("served by %1").arg(serviceOf(scenario, shape.lastService));
    case Ending::continued: return Words::tr("went on with nothing");
    case Ending::partial: return Words::tr("partial");
    case Ending::deadline: return Words::tr("failed: deadline");
    case Ending::failed: break;
    }
    return Words::tr("failed: %1").arg(kindOf(scenario, shape.outcome));
}

QString headlineOf(const RequestShape &shape, const Scenario &scenario) {
    const QString text = shape.calls == 1
                             ? Words::tr("#%1 %2, %3, 1 call, %4")
                             : Words::tr("#%1 %2, %3, %5 calls, %4").replace("%5", QString::number(shape.calls));
    return text.arg(QString::number(shape.request), endingOf(shape, scenario),
                    durationText(shape.ended - shape.started),
                    QString::fromStdString(format_usd(usd(Money{shape.costNano}))));
}

namespace {

QString attemptWords(const ShapePart &part, const Scenario &scenario, const QString &took) {
    const QString what = part.running     ? Words::tr("try %1 at %2, %3: still running")
                         : part.abandoned ? Words::tr("try %1 at %2, %3: given up, the deadline passed")
                                          : Words::tr("try %1 at %2, %3: %4");
    const QString text = what.arg(part.attempt).arg(serviceOf(scenario, part.service), took);
    if (part.running || part.abandoned) return text;
    return text.arg(QString::fromStdString(how_it_ended(scenario, part.outcome)));
}

QString waitWords(const ShapePart &part, const Scenario &scenario, const QString &took) {
    const bool ranged = part.longest > part.to - part.from;
    const bool told = part.reason == WaitReason::retry_after;
    const QString why = QString::fromStdString(how_it_ended(scenario, part.outcome));
    const QString longest = durationText(part.longest);
    if (ranged && told)
        return Words::tr("wait of %1 before the next try, at most %2, as Retry-After asked: try %3 %4")
            .arg(took, longest)
            .arg(part.attempt)
            .arg(why);
    if (ranged)
        return Words::tr("wait of %1 before the next try, at most %2: try %3 %4")
            .arg(took, longest)
            .arg(part.attempt)
            .arg(why);
    if (told)
        return Words::tr("wait of %1 before the next try, as Retry-After asked: try %2 %3")
            .arg(took)
            .arg(part.attempt)
            .arg(why);
    return Words::tr("wait of %1 before the next try: try %2 %3").arg(took).arg(part.attempt).arg(why);
}

QString healingWords(const ShapePart &part, const Scenario &scenario, const QString &took) {
    const QString kind = kindOf(scenario, part.outcome);
    if (part.kind == ShapePart::Kind::diagnosis) {
        if (part.running) return Words::tr("diagnosis, %1").arg(took);
        return part.helped ? Words::tr("diagnosis, %1: found %2").arg(took, kind)
                           : Words::tr("diagnosis, %1: found nothing").arg(took);
    }
    if (part.running) return Words::tr("remedy for %1, %2").arg(kind, took);
    return (part.helped ? Words::tr("remedy for %1, %2: it helped") : Words::tr("remedy for %1, %2: it did not help"))
        .arg(kind, took);
}

} // namespace

QString wordsOf(const ShapePart &part, const Scenario &scenario) {
    const QString service = serviceOf(scenario, part.service);
    const QString took = durationText(part.to - part.from);
    switch (part.kind) {
    case ShapePart::Kind::attempt: return attemptWords(part, scenario, took);
    case ShapePart::Kind::wait: return waitWords(part, scenario, took);
    case ShapePart::Kind::refused:
        return Words::tr("refused: %1, nothing was sent to %2").arg(kindOf(scenario, part.outcome), service);
    case ShapePart::Kind::fallback: return Words::tr("fell back to %1").arg(service);
    case ShapePart::Kind::diagnosis:
    case ShapePart::Kind::remedy: return healingWords(part, scenario, took);
    }
    return {};
}

const ShapePart *partAt(const RequestShape &shape, const TimeAxis &axis, double x, double glyph) {
    const ShapePart *best = nullptr;
    double distance = 5.0;
    for (const ShapePart &part : shape.parts) {
        const double x0 = axis.x(part.from) - (stepsAside(shape, part) ? glyph : 0);
        const double x1 = axis.x(part.to);
        // Signs are points: being within 4 px of one beats being inside a bar.
        const bool point = part.kind == ShapePart::Kind::refused || part.kind == ShapePart::Kind::fallback;
        double d = point ? std::abs(x - x0) - 1.0 : x < x0 ? x0 - x : x > x1 ? x - x1 : 3.0;
        if (part.kind == ShapePart::Kind::remedy && !part.running) d = std::min(d, std::abs(x - x1) - 1.0);
        if (d < distance) {
            distance = d;
            best = &part;
        }
    }
    return best;
}

QString tipAt(const RequestShape &shape, const Scenario &scenario, const TimeAxis &axis, double x, double glyph) {
    const ShapePart *part = partAt(shape, axis, x, glyph);
    const QString head = headlineOf(shape, scenario);
    return part == nullptr ? head : head + '\n' + wordsOf(*part, scenario);
}

} // namespace halfopen
