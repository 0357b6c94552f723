// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/machine.h"

#include <QCoreApplication>

#include "engine/base/check.h"
#include "engine/insight/explain.h"
#include "ui/flow/flow_words.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::StateMachine)
};

using Edge = StateMachine::Edge;

QString tripGuard(const BreakerGauge &gauge) {
    if (gauge.kind == BreakerGauge::Cells::count) return gauge.now;
    if (gauge.state == BreakerState::closed && gauge.gated) return gauge.gate;
    return gauge.near;
}

QString tripRule(const BreakerConfig &config) {
    QString rule = Words::tr("CLOSED to OPEN: %1").arg(QString::fromStdString(describe(config)));
    return rule;
}

QString openTime(const BreakerGauge &gauge, const BreakerConfig &config) {
    if (gauge.state == BreakerState::open && gauge.left) return shortDuration(*gauge.left);
    if (gauge.state == BreakerState::open) return Words::tr("next call");
    if (config.open_backoff || !config.open_steps.empty()) return Words::tr("grows");
    return shortDuration(config.open_for);
}

QString okGuard(const BreakerGauge &gauge, const BreakerConfig &config) {
    if (config.close_after.by_rate) return Words::tr("few fail");
    if (gauge.probesNeeded <= 1 && config.close_after.successes <= 1) return Words::tr("ok");
    return gauge.state == BreakerState::half_open
               ? Words::tr("%1 of %2 ok").arg(gauge.probesGood).arg(config.close_after.successes)
               : Words::tr("%1 ok").arg(config.close_after.successes);
}

QString failGuard(const BreakerConfig &config) {
    if (config.close_after.by_rate) return Words::tr("many fail");
    if (config.close_after.of) return Words::tr("too few ok");
    return config.probe_failure == ProbeFailure::reopens ? Words::tr("fails") : Words::tr("fails count");
}

} // namespace

StateMachine machineOf(const PipelineRow &row, const Breaker &breaker, const BreakerConfig &config, SimTime at) {
    HALFOPEN_CHECK(row.gauge.has_value());
    const BreakerGauge &gauge = *row.gauge;
    StateMachine machine;
    machine.title = row.breakerName.isEmpty() ? row.service.name : row.breakerName;
    if (machine.title != row.service.name) machine.subtitle = Words::tr("before %1").arg(row.service.name);
    if (row.instances > 1 && !row.shared)
        machine.subtitle = Words::tr("instance %1 of %2").arg(row.instance + 1).arg(row.instances);
    if (row.instances > 1 && row.shared) machine.subtitle = Words::tr("shared");
    machine.state = gauge.state;
    machine.halfOpenExists = config.probe_limit != ProbeLimit::none;
    const auto add = [&](BreakerState from, BreakerState to, const QString &guard, const QString &tip) {
        machine.edges.push_back({from, to, guard, tip, from == gauge.state});
    };
    add(BreakerState::closed, BreakerState::open, tripGuard(gauge), tripRule(config));
    if (machine.halfOpenExists) {
        add(BreakerState::open, BreakerState::half_open, openTime(gauge, config),
            Words::tr("OPEN to HALF_OPEN: after its open time, %1")
                .arg(config.retest == Retest::lazy ? Words::tr("at the next call") : Words::tr("by itself")));
        add(BreakerState::half_open, BreakerState::open, failGuard(config),
            Words::tr("HALF_OPEN to OPEN: a probe fails"));
        add(BreakerState::half_open, BreakerState::closed, okGuard(gauge, config),
            Words::tr("HALF_OPEN to CLOSED: enough probes succeed"));
    } else {
        add(BreakerState::open, BreakerState::closed, openTime(gauge, config),
            Words::tr("OPEN to CLOSED: after its open time; it has no probes"));
    }
    const QString state = wordOf(glyphOf(gauge.state));
    const QString since = shortDuration(at - breaker.since());
    const QString numbers = gauge.detail.isEmpty() ? gauge.now : Words::tr("%1, %2").arg(gauge.now, gauge.detail);
    machine.now = Words::tr("%1 for %2: %3").arg(state, since, numbers);
    return machine;
}

} // namespace halfopen
