// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/flow_counts.h"

#include <algorithm>

#include "engine/base/check.h"

namespace halfopen {

namespace {

/// Legs of all workloads that one block of kBlock records pays for; more of them get larger blocks.
constexpr std::size_t kLegsPerBlock = 16;

std::uint32_t &at(std::array<std::uint32_t, 5> &counts, LayerKind layer) {
    return counts[static_cast<std::size_t>(layer)];
}

void take_refusal(LegCounts &leg, const TraceRecord &record) {
    switch (outcome_of(record)) {
    case kind_breaker_open:
        ++(record.reason == kRefusedByBalancer ? leg.refused_by_balancer : at(leg.refused, LayerKind::breaker));
        break;
    case kind_bulkhead_full: ++at(leg.refused, LayerKind::bulkhead); break;
    case kind_rate_limited_locally: ++at(leg.refused, LayerKind::rate_limiter); break;
    case kind_budget_empty: ++leg.refused_by_budget; break;
    default: break;
    }
}

void take_wait(std::array<std::uint32_t, 5> &counts, std::uint8_t reason) {
    switch (static_cast<WaitReason>(reason)) {
    case WaitReason::bulkhead: ++at(counts, LayerKind::bulkhead); break;
    case WaitReason::rate_limiter: ++at(counts, LayerKind::rate_limiter); break;
    case WaitReason::breaker: ++at(counts, LayerKind::breaker); break;
    default: break;
    }
}

void subtract(std::array<std::uint32_t, 5> &counts, const std::array<std::uint32_t, 5> &earlier) {
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] -= earlier[i];
}

} // namespace

LegCounts &LegCounts::operator-=(const LegCounts &earlier) {
    entered -= earlier.entered;
    fell_back -= earlier.fell_back;
    skipped -= earlier.skipped;
    attempts -= earlier.attempts;
    copies -= earlier.copies;
    ended -= earlier.ended;
    succeeded -= earlier.succeeded;
    refused_by_budget -= earlier.refused_by_budget;
    refused_by_balancer -= earlier.refused_by_balancer;
    subtract(refused, earlier.refused);
    subtract(waits_begun, earlier.waits_begun);
    subtract(waits_over, earlier.waits_over);
    return *this;
}

std::uint32_t LegCounts::to_layer(LayerKind layer, const std::vector<LayerKind> &order) const {
    const auto place = std::find(order.begin(), order.end(), layer);
    const auto retry = std::find(order.begin(), order.end(), LayerKind::retry);
    const auto index = [](LayerKind kind) { return static_cast<std::size_t>(kind); };
    if (place <= retry && retry != order.end()) { // from outside, as far as one call is one
        std::uint32_t calls = entered;
        for (auto outer = order.begin(); outer != place; ++outer)
            calls += waits_over[index(*outer)] - waits_begun[index(*outer)] - refused[index(*outer)];
        return calls;
    }
    std::uint32_t calls = to_service() - copies;
    for (auto inner = place; inner != order.end(); ++inner)
        calls += refused[index(*inner)] + waits_begun[index(*inner)] - waits_over[index(*inner)];
    return calls;
}

std::uint32_t LegCounts::to_budget(const std::vector<LayerKind> &order) const {
    const auto retry = std::find(order.begin(), order.end(), LayerKind::retry);
    const auto inner = retry == order.end() ? order.begin() : retry + 1;
    const std::uint32_t passed = inner == order.end() ? to_service() - copies : to_layer(*inner, {inner, order.end()});
    return passed + refused_by_budget;
}

FlowCounts::FlowCounts(const Layout &layout) {
    std::size_t legs = 0;
    for (const std::uint32_t operation : layout.operation_of_workload) {
        first_leg_.push_back(legs);
        legs += layout.chains[operation].size();
    }
    first_leg_.push_back(legs);
    block_ = kBlock * std::max<std::size_t>(1, legs / kLegsPerBlock);
    now_.resize(legs);
}

/// Nothing when the record tells of no leg of a known workload.
LegCounts *FlowCounts::leg_of(Legs &legs, const TraceRecord &record) const {
    if (record.request == 0 || record.leg >= kDownstream) return nullptr;
    std::uint32_t workload = 0;
    if (first_leg_.size() > 2) {
        if (record.request > workload_.size()) return nullptr;
        workload = workload_[record.request - 1];
    }
    if (workload + 1 >= first_leg_.size()) return nullptr;
    const std::size_t leg = first_leg_[workload] + record.leg;
    return leg < first_leg_[workload + 1] ? &legs[leg] : nullptr;
}

void FlowCounts::note(const TraceRecord &record) {
    if (record.kind != RecordKind::request_started || first_leg_.size() <= 2) return;
    if (record.request > workload_.size()) workload_.resize(record.request, 0);
    workload_[record.request - 1] = record.object;
}

void FlowCounts::take(Legs &legs, const TraceRecord &record) const {
    LegCounts *leg = leg_of(legs, record);
    if (!leg) return;
    switch (record.kind) {
    case RecordKind::request_started: ++leg->entered; break;
    case RecordKind::leg_entered:
        ++leg->entered;
        leg->fell_back += record.reason == static_cast<std::uint8_t>(LegReason::fallback) ? 1 : 0;
        break;
    case RecordKind::leg_skipped:
        ++leg->skipped;
        if (record.leg == 0) --leg->entered; // the start of the request had counted it
        break;
    case RecordKind::attempt_started:
        ++leg->attempts;
        leg->copies += (record.flags & flag::copy_mask) != 0 ? 1 : 0;
        break;
    case RecordKind::attempt_ended:
        ++leg->ended;
        leg->succeeded += outcome_of(record) == kSuccess ? 1 : 0;
        break;
    case RecordKind::refused: take_refusal(*leg, record); break;
    case RecordKind::wait_started: take_wait(leg->waits_begun, record.reason); break;
    case RecordKind::wait_ended: take_wait(leg->waits_over, record.reason); break;
    default: break;
    }
}

bool FlowCounts::extend(const TraceView &view, std::size_t most) {
    const std::size_t end = std::min(view.size(), records_ + std::min(most, view.size()));
    while (records_ < end) {
        const auto run = view.run_from(records_);
        for (const TraceRecord &record : run.first(std::min(run.size(), end - records_))) {
            if (records_ % block_ == 0) before_.push_back(now_);
            ++records_;
            note(record);
            take(now_, record);
        }
    }
    return records_ < view.size();
}

std::vector<LegCounts> FlowCounts::of_first(const TraceView &view, std::size_t records, std::uint32_t workload) const {
    HALFOPEN_CHECK(records <= records_);
    if (workload + 1 >= first_leg_.size()) return {};
    Legs legs = now_;
    if (records < records_) {
        std::size_t i = records / block_;
        legs = before_[i];
        for (i *= block_; i < records; ++i)
            take(legs, view[i]);
    }
    const auto begin = legs.begin() + static_cast<std::ptrdiff_t>(first_leg_[workload]);
    const auto end = legs.begin() + static_cast<std::ptrdiff_t>(first_leg_[workload + 1]);
    return {begin, end};
}

std::size_t FlowCounts::bytes() const {
    return before_.size() * now_.size() * sizeof(LegCounts) + workload_.size() * sizeof(std::uint32_t);
}

} // namespace halfopen
