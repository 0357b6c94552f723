// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline in sentences: tips of its boxes, and the pane for those who cannot see it.
#include <QCoreApplication>

#include "ui/flow/flow_words.h"
#include "ui/flow/pipeline.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Pipeline)
};

QString breakerNow(const PipelineRow &row) {
    if (row.replicasOut)
        return Words::tr("It stands at the balancer: %1 of %2 replicas are taken out.").arg(*row.replicasOut).arg(row.replicas);
    if (!row.gauge) return {};
    const BreakerGauge &gauge = *row.gauge;
    QStringList words{wordOf(glyphOf(gauge.state)), gauge.now};
    if (!gauge.limit.isEmpty() && gauge.kind != BreakerGauge::Cells::count) words << gauge.limit;
    if (gauge.needed > 0) words << gauge.gate;
    if (!gauge.detail.isEmpty()) words << gauge.detail;
    words << Words::tr("%1 refused a second").arg(flowRate(row.refusedPerSecond));
    const QString now = words.join(", ") + '.';
    return row.caption.isEmpty() ? now : Words::tr("%1: %2").arg(row.caption, now);
}

} // namespace

QString describe(const PipelineRow &row, const StageBox &box) {
    QStringList lines{purposeOf(box.stage)};
    if (!box.on) lines << Words::tr("Off: everything passes.");
    if (!box.tip.isEmpty()) lines << box.tip;
    if (box.on && box.stage == Stage::breaker) lines << breakerNow(row);
    lines << Words::tr("%1 calls a second come to it.").arg(flowRate(box.perSecond));
    for (const QString &one : box.advice)
        lines << Words::tr("Advice: %1").arg(one);
    return lines.join('\n');
}

QString describe(const PipelineRow &row) {
    QStringList parts;
    for (const StageBox &box : row.boxes) {
        if (!box.on) continue;
        const QString what = box.stage == Stage::breaker ? breakerNow(row) : (box.first + ' ' + box.second).trimmed();
        parts << Words::tr("%1 %2").arg(titleOf(box.stage), what);
    }
    if (parts.isEmpty()) parts << Words::tr("plain call");
    return Words::tr("%1 (%2): %3").arg(row.service.name, row.service.state, parts.join("; "));
}

QString describe(const Pipeline &pipeline) {
    QStringList lines{Words::tr("%1: %2 requests a second.").arg(pipeline.operation, flowRate(pipeline.perSecond))};
    for (const PipelineRow &row : pipeline.rows)
        lines << describe(row);
    return lines.join('\n');
}

} // namespace halfopen
