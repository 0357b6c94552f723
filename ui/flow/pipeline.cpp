// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pipeline.h"

#include <algorithm>

#include <QCoreApplication>

#include "engine/base/check.h"
#include "engine/insight/explain.h"
#include "engine/insight/words.h"
#include "ui/flow/flow_words.h"
#include "ui/timeline/lane_words.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Pipeline)
};

const PolicyConfig kPlainCall;

/// One leg while it is worked out.
class RowMaker {
public:
    RowMaker(const PipelineInput &input, std::size_t leg)
        : input_(input),
          state_(*input.state),
          scenario_(state_.scenario()),
          layout_(input.index->layout()),
          leg_(leg),
          place_(layout_.chains[layout_.operation_of_workload[input.workload]][leg]),
          policy_(place_.policy ? scenario_.policies[*place_.policy] : kPlainCall) {}

    PipelineRow row() {
        row_.leg = leg_;
        row_.policy = place_.policy;
        row_.instances = static_cast<std::uint32_t>(scenario_.workloads[input_.workload].instances);
        pickInstance();
        takeGuard();
        takeCounts();
        takeBoxes();
        takeService();
        return std::move(row_);
    }

private:
    double perSecond(std::uint32_t count) const {
        return input_.window.count() > 0 ? count / seconds(input_.window) : 0.0;
    }
    void pickInstance();
    void takeGuard();
    void takeCounts();
    void takeBoxes();
    void takeService();
    QStringList adviceOn(const std::string &path, bool below = true) const;
    StageLines linesOf(Stage stage) const;
    bool isOn(Stage stage) const;
    QString serviceState(QString &tip) const;

    const PipelineInput &input_;
    const Simulation &state_;
    const Scenario &scenario_;
    const Layout &layout_;
    const std::size_t leg_;
    const LegPlace &place_;
    const PolicyConfig &policy_;
    GuardNow guard_;
    PipelineRow row_;
};

/// The breaker that is selected, else the worst of all instances.
void RowMaker::pickInstance() {
    const auto base = layout_.breaker_base[input_.workload][leg_];
    if (!base || !policy_.breaker) return;
    row_.shared = policy_.breaker->shared;
    const std::uint32_t breakers = row_.shared ? 1 : row_.instances;
    std::uint32_t worst = *base;
    for (std::uint32_t b = *base; b < *base + breakers; ++b) {
        row_.openInstances += state_.breaker(b).state() == BreakerState::open ? 1 : 0;
        if (b != worst && worseThan(state_.breaker(b), state_.breaker(worst))) worst = b;
    }
    const auto selected = input_.selectedBreaker;
    const std::uint32_t shown = selected && *selected >= *base && *selected < *base + breakers ? *selected : worst;
    row_.breaker = shown;
    row_.breakerName = laneName(scenario_, layout_, shown);
    row_.instance = shown - *base;
    row_.gauge = gaugeOf(state_.breaker(shown), *policy_.breaker, input_.at);
    if (row_.instances == 1) return;
    row_.caption = row_.shared ? Words::tr("shared by %1 instances").arg(row_.instances)
                               : Words::tr("instance %1 of %2, %3 open")
                                     .arg(row_.instance + 1)
                                     .arg(row_.instances)
                                     .arg(row_.openInstances);
}

void RowMaker::takeGuard() {
    const auto base = layout_.guard_base[input_.workload][leg_];
    if (!base) return;
    // What is shared stands at the place of instance 0, each layer for itself.
    guard_ = state_.guard(*base + row_.instance, input_.at);
    const GuardNow first = state_.guard(*base, input_.at);
    if (policy_.budget && policy_.budget->shared) guard_.budget = first.budget;
    if (policy_.rate_limiter && policy_.rate_limiter->shared) guard_.limiter_tokens = first.limiter_tokens;
    if (policy_.breaker && policy_.breaker->shared) guard_.replicas_out = first.replicas_out;
    if (policy_.bulkhead && policy_.bulkhead->shared) {
        guard_.bulkhead_in_use = first.bulkhead_in_use;
        guard_.bulkhead_waiting = first.bulkhead_waiting;
    }
    row_.replicasOut = guard_.replicas_out;
    if (row_.instances > 1 && row_.caption.isEmpty())
        row_.caption = Words::tr("instance %1 of %2").arg(row_.instance + 1).arg(row_.instances);
}

void RowMaker::takeCounts() {
    if (leg_ >= input_.recent.size()) return;
    const LegCounts &counts = input_.recent[leg_];
    row_.entered = perSecond(counts.entered);
    row_.fellBack = perSecond(counts.fell_back);
    row_.skipped = perSecond(counts.skipped);
    row_.service.perSecond = perSecond(counts.to_service());
    row_.refusedPerSecond =
        perSecond(counts.refused[static_cast<std::size_t>(LayerKind::breaker)] + counts.refused_by_balancer);
}

bool RowMaker::isOn(Stage stage) const {
    switch (stage) {
    case Stage::retry: return policy_.retry || policy_.error_recovery;
    case Stage::budget: return policy_.budget.has_value();
    case Stage::breaker: return policy_.breaker.has_value();
    case Stage::bulkhead: return policy_.bulkhead.has_value();
    case Stage::rateLimiter: return policy_.rate_limiter.has_value();
    case Stage::timeout: return policy_.timeout.has_value();
    case Stage::hedge: return policy_.hedge.has_value();
    }
    return false;
}

StageLines RowMaker::linesOf(Stage stage) const {
    switch (stage) {
    case Stage::retry: return policy_.retry ? retryLines(*policy_.retry) : recoveryLines(*policy_.error_recovery);
    case Stage::budget: return budgetLines(*policy_.budget, guard_.budget);
    case Stage::breaker: return {{}, {}, QString::fromStdString(describe(*policy_.breaker))};
    case Stage::bulkhead: return bulkheadLines(*policy_.bulkhead, guard_);
    case Stage::rateLimiter: return limiterLines(*policy_.rate_limiter, guard_);
    case Stage::timeout: return timeoutLines(*policy_.timeout);
    case Stage::hedge: return hedgeLines(*policy_.hedge, guard_);
    }
    return {};
}

void RowMaker::takeBoxes() {
    const std::vector<LayerKind> order = wholeOrder(policy_.order);
    const LegCounts counts = leg_ < input_.recent.size() ? input_.recent[leg_] : LegCounts{};
    for (const Stage stage : stagesOf(order)) {
        StageBox box;
        box.stage = stage;
        box.on = isOn(stage);
        if (box.on && place_.policy)
            box.advice = adviceOn("policies." + policy_.name + '.' + std::string(keyOf(stage)));
        const auto layer = layerOf(stage);
        const std::uint32_t calls = layer                    ? counts.to_layer(*layer, order)
                                    : stage == Stage::budget ? counts.to_budget(order)
                                                             : counts.to_service() - counts.copies;
        box.perSecond = perSecond(calls);
        if (box.on) {
            StageLines lines = linesOf(stage);
            box.first = std::move(lines.first);
            box.second = std::move(lines.second);
            box.tip = std::move(lines.tip);
        }
        row_.boxes.push_back(std::move(box));
    }
}

/// What the linter says of this place of the document, and of what lies below it.
QStringList RowMaker::adviceOn(const std::string &path, bool below) const {
    QStringList said;
    if (!input_.advice) return said;
    for (const Advice &one : *input_.advice) {
        const bool inside = below && one.path.size() > path.size() && one.path.starts_with(path) &&
                            (one.path[path.size()] == '.' || one.path[path.size()] == '[');
        if (one.path != path && !inside) continue;
        said << Words::tr("%1 %2")
                    .arg(QString::fromStdString(one.evidence), QString::fromStdString(one.what_to_do))
                    .trimmed();
    }
    return said;
}

QString RowMaker::serviceState(QString &tip) const {
    const ServiceNow now = state_.service(place_.service);
    const QString load = now.workers ? Words::tr("%1 of %2 busy").arg(now.serving).arg(*now.workers)
                                     : Words::tr("%1 in service").arg(now.serving);
    const QString queue = now.queued > 0 ? Words::tr("%1 wait").arg(now.queued) : QString();
    tip = queue.isEmpty() ? Words::tr("%1, none wait").arg(load) : Words::tr("%1, %2").arg(load, queue);
    if (now.replicas > 1) tip += '\n' + Words::tr("%1 replicas").arg(now.replicas);
    if (row_.replicasOut)
        tip += '\n' + Words::tr("%1 of %2 replicas are taken out").arg(*row_.replicasOut).arg(now.replicas);
    if (now.paused > 0) return Words::tr("paused");
    if (now.down) return Words::tr("down");
    return queue.isEmpty() ? load : now.workers ? Words::tr("busy, %1").arg(queue) : queue;
}

/// The word of the newest fault that is on, or how busy the service is.
void RowMaker::takeService() {
    const ServiceConfig &config = scenario_.services[place_.service];
    ServiceBox &box = row_.service;
    box.service = place_.service;
    box.name = QString::fromStdString(config.name);
    row_.replicas = config.replicas;
    const Operation &operation = scenario_.operations[layout_.operation_of_workload[input_.workload]];
    box.advice = adviceOn("services." + config.name) +
                 adviceOn("operations." + operation.name + ".chain[" + std::to_string(leg_) + ']');
    if (place_.policy) box.advice += adviceOn("policies." + policy_.name, false);
    box.state = serviceState(box.tip);
    QStringList on;
    QString newest;
    for (const ActiveFault &fault : faults_between(scenario_, *input_.index, place_.service, input_.at, input_.at)) {
        if (fault.to <= input_.at) continue;
        newest = fault.fault ? QString::fromStdString(fault.what).section(':', 0, 0) : Words::tr("down");
        const QString what = QString::fromStdString(fault.what);
        on << Words::tr("%1 since %2").arg(what, QString::fromStdString(format_time(fault.from)));
    }
    box.trouble = !on.isEmpty();
    if (box.trouble) box.state = newest;
    box.tip = box.name + '\n' + (on.isEmpty() ? Words::tr("healthy: no fault is on") : on.join('\n')) + '\n' + box.tip;
}

} // namespace

const StageBox &PipelineRow::box(Stage stage) const {
    const auto found = std::ranges::find(boxes, stage, &StageBox::stage);
    HALFOPEN_CHECK(found != boxes.end());
    return *found;
}

Pipeline pipelineOf(const PipelineInput &input) {
    const Layout &layout = input.index->layout();
    Pipeline pipeline;
    pipeline.workload = input.workload;
    const std::uint32_t operation = layout.operation_of_workload[input.workload];
    pipeline.operation = QString::fromStdString(input.state->scenario().operations[operation].name);
    for (std::size_t leg = 0; leg < layout.chains[operation].size(); ++leg)
        pipeline.rows.push_back(RowMaker(input, leg).row());
    for (const LegCounts &counts : input.counts)
        pipeline.callsInFlight += counts.attempts - counts.ended;
    for (const PipelineRow &row : pipeline.rows) {
        pipeline.oneOrder = pipeline.oneOrder && std::ranges::equal(row.boxes, pipeline.rows[0].boxes, {},
                                                                    &StageBox::stage, &StageBox::stage);
    }
    for (const PipelineRow &row : pipeline.rows)
        pipeline.triesPerSecond += std::max(row.box(Stage::budget).perSecond, row.box(Stage::breaker).perSecond);
    if (!input.recent.empty() && input.window.count() > 0)
        pipeline.perSecond = (input.recent[0].entered + input.recent[0].skipped) / seconds(input.window);
    return pipeline;
}

} // namespace halfopen
