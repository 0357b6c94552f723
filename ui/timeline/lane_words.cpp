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

class Words {
    Q_DECLARE_TR_FUNCTIONS(LaneWords)
};

/// "5 of 5 in a row failed": shorter than a sentence, for a chip.
QString shortReason(const TraceView &trace, const BreakerInterval &interval) {
    const std::optional<BreakerNumbers> n = numbersOf(trace, interval);
    switch (interval.reason) {
    case BreakerReason::consecutive_failures:
        return n ? Words::tr("%1 of %2 in a row failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::cumulative_failures:
        return n ? Words::tr("%1 failures since the reset").arg(n->measured) : QString();
    case BreakerReason::failure_rate:
        return n ? Words::tr("%1 of %2 failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::failure_count: return n ? Words::tr("%1 failures in the window").arg(n->measured) : QString();
    case BreakerReason::slow_rate:
        return n ? Words::tr("%1 of %2 were slow").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_failed: return Words::tr("the probe failed");
    case BreakerReason::probe_rate:
        return n ? Words::tr("%1 of %2 probes failed").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_timeout: return Words::tr("no verdict of the probe");
    case BreakerReason::probe_slow:
        return n ? Words::tr("%1 of %2 probes were slow").arg(n->measured).arg(n->limit) : QString();
    case BreakerReason::probe_ignored: return Words::tr("the probe's failure does not count");
    case BreakerReason::late_success: return Words::tr("a late call succeeded");
    case BreakerReason::success_rate:
        return n ? Words::tr("success %1 %, limit %2 %").arg(n->measured / 100.0).arg(n->limit / 100.0) : QString();
    case BreakerReason::retry_after: return Words::tr("told to wait (Retry-After)");
    case BreakerReason::open_time_over: return Words::tr("its time was over");
    case BreakerReason::probe_succeeded:
        return n ? Words::tr("%1 of %2 probes succeeded").arg(n->measured).arg(n->limit) : QString();
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

QString breakerTitle(const Scenario &scenario, const Layout &layout, std::uint32_t breaker) {
    const QString whole = QString::fromStdString(breaker_name(scenario, layout, breaker));
    const QString lane = laneName(scenario, layout, breaker);
    const BreakerPlace &place = layout.breakers[breaker];
    if (place.caller || lane == QString::fromStdString(scenario.services[place.service].name)) return whole;
    return Words::tr("%1 (%2)").arg(whole, lane);
}

QStringList openTexts(const Scenario &, const TraceView &trace, const BreakerInterval &interval, std::size_t folded) {
    const QString dot = QString::fromUtf8(" · ");
    if (folded > 1)
        return {Words::tr("%1 changes of state, zoom in").arg(folded), QString::fromUtf8("%1×").arg(folded)};
    QString state;
    if (interval.to != kTimeNever) {
        state = Words::tr("OPEN %1").arg(lengthText(interval.to - interval.from));
    } else {
        const SimTime until{Duration{trace[interval.record].value}};
        state = until > interval.from && until != kTimeNever
                    ? Words::tr("OPEN until %1 s").arg(QString::number(seconds(until), 'f', 1))
                    : QString("OPEN");
    }
    const QString why = shortReason(trace, interval);
    const QString refused = interval.rejected > 0 ? Words::tr("%1 refused").arg(interval.rejected) : QString();
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
        return Words::tr("%1: %2 changes of state from %3 on\nZoom in to tell them apart.")
            .arg(lane)
            .arg(folded)
            .arg(QString::fromStdString(format_time(interval.from)));
    const QString from = QString::fromStdString(format_time(interval.from));
    const QString to = QString::fromStdString(format_time(interval.to));
    const QString state = QString::fromUtf8(name_of(interval.state).data());
    const bool lasts = interval.to == kTimeNever;
    QStringList lines{lasts ? Words::tr("%1 %2, %3 – now").arg(lane, state, from)
                            : Words::tr("%1 %2, %3 – %4").arg(lane, state, from, to)};
    if (interval.reason != BreakerReason::none) {
        const BreakerNumbers n = numbersOf(trace, interval).value_or(BreakerNumbers{});
        lines << Words::tr("because %1").arg(QString::fromStdString(reason_text(interval.reason, n.measured, n.limit)));
    }
    if (interval.state != BreakerState::closed && !lasts)
        lines << Words::tr("lasted %1").arg(lengthText(interval.to - interval.from));
    if (interval.rejected > 0) lines << Words::tr("%1 calls refused").arg(interval.rejected);
    return lines.join('\n');
}

} // namespace halfopen
