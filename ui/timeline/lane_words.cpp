// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lane_words.h"

#include <optional>

#include <QCoreApplication>

#include "engine/insight/explain.h"
#include "engine/insight/words.h"

namespace halfopen {

namespace {

QString lengthText(Duration d) {
    const double s = seconds(d);
    if (s >= 1000) return QString::fromStdString(format_duration(d));
    return s >= 1 ? QString::number(s, 'f', 1) + " s" : QString::fromStdString(format_duration(d));
}

std::optional<BreakerNumbers> numbersOf(const TraceView &trace, const BreakerInterval &interval) {
    const std::size_t at = interval.record + 1;
    if (at >= trace.size() || trace[at].kind != RecordKind::breaker_numbers) return std::nullopt;
    return unpack_numbers(trace[at].value);
}

QString words(const char *text) { return QCoreApplication::translate("LaneWords", text); }

/// "5 of 5 in a row failed": shorter than a sentence, for a chip.
QString shortReason(const TraceView &trace, const BreakerInterval &interval) {
    const std::optional<BreakerNumbers> n = numbersOf(trace, interval);
    switch (interval.reason) {
    case BreakerReason::consecutive_failures:
        return n ? QString("%1 of %2 in a row failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::cumulative_failures:
        return n ? QString("%1 failures since the reset").arg(n->measured) : QString();
    case BreakerReason::failure_rate: return n ? QString("%1 of %2 failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::failure_count: return n ? QString("%1 failures in the window").arg(n->measured) : QString();
    case BreakerReason::slow_rate: return n ? QString("%1 of %2 were slow").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_failed: return "the probe failed";
    case BreakerReason::probe_rate:
        return n ? QString("%1 of %2 probes failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_timeout: return "no verdict of the probe";
    case BreakerReason::probe_slow: return n ? words("%1 of %2 probes were slow").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_ignored: return words("the probe's failure does not count");
    case BreakerReason::late_success: return words("a late call succeeded");
    case BreakerReason::success_rate:
        return n ? words("success %1 %, limit %2 %").arg(n->measured / 100.0).arg(n->limit / 100.0) : QString();
    case BreakerReason::retry_after: return words("told to wait (Retry-After)");
    case BreakerReason::open_time_over: return words("its time was over");
    case BreakerReason::probe_succeeded:
        return n ? words("%1 of %2 probes succeeded").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::none: return {};
    }
    return {};
}

} // namespace

QString laneName(const Scenario &scenario, const Layout &layout, std::uint32_t breaker) {
    const BreakerPlace &own = layout.breakers[breaker];
    bool otherPolicy = false;
    bool otherWorkload = false;
    for (const BreakerPlace &other : layout.breakers) {
        if (other.service != own.service) continue;
        otherPolicy = otherPolicy || other.policy != own.policy;
        otherWorkload = otherWorkload || other.workload != own.workload;
    }
    if (otherPolicy) return QString::fromStdString(scenario.policies[own.policy].name);
    if (otherWorkload) return QString::fromStdString(scenario.workloads[own.workload].operation);
    return QString::fromStdString(scenario.services[own.service].name);
}

QStringList openTexts(const Scenario &, const TraceView &trace, const BreakerInterval &interval, std::size_t folded) {
    const QString dot = QString::fromUtf8(" · ");
    if (folded > 1) return {QString("%1 changes of state, zoom in").arg(folded), QString::fromUtf8("%1×").arg(folded)};
    QString state;
    if (interval.to != kTimeNever) {
        state = "OPEN " + lengthText(interval.to - interval.from);
    } else {
        const SimTime until{Duration{trace[interval.record].value}};
        state = until > interval.from && until != kTimeNever
                    ? "OPEN until " + QString::number(seconds(until), 'f', 1) + " s"
                    : "OPEN";
    }
    const QString why = shortReason(trace, interval);
    const QString refused = interval.rejected > 0 ? QString("%1 refused").arg(interval.rejected) : QString();
    QStringList texts;
    if (!why.isEmpty() && !refused.isEmpty()) texts.append(state + dot + why + dot + refused);
    if (!refused.isEmpty())
        texts.append(state + dot + refused);
    else if (!why.isEmpty())
        texts.append(state + dot + why);
    texts.append(state);
    texts.append("OPEN");
    return texts;
}

QString partTip(const Scenario &, const TraceView &trace, const BreakerInterval &interval, std::size_t folded,
                const QString &lane) {
    if (folded > 1)
        return QString("%1: %2 changes of state from %3 on\nZoom in to tell them apart.")
            .arg(lane)
            .arg(folded)
            .arg(QString::fromStdString(format_time(interval.from)));
    QString tip = lane + ' ' + QString::fromUtf8(name_of(interval.state).data()) + ", " +
                  QString::fromStdString(format_time(interval.from)) + QString::fromUtf8(" – ") +
                  (interval.to == kTimeNever ? QString("now") : QString::fromStdString(format_time(interval.to)));
    if (interval.reason != BreakerReason::none) {
        const BreakerNumbers n = numbersOf(trace, interval).value_or(BreakerNumbers{});
        tip += "\nbecause " + QString::fromStdString(reason_text(interval.reason, n.measured, n.limit));
    }
    if (interval.state != BreakerState::closed && interval.to != kTimeNever)
        tip += "\nlasted " + lengthText(interval.to - interval.from);
    if (interval.rejected > 0) tip += QString("\n%1 calls refused").arg(interval.rejected);
    return tip;
}

} // namespace halfopen
