// SPDX-License-Identifier: GPL-3.0-or-later
// Edits while a run goes on: they replace the configuration, keep all state and leave timers that are set as they are.
#include <algorithm>

#include "engine/sim/state.h"

namespace halfopen {

namespace {

bool same_layers(const StackPlan &a, const StackPlan &b) {
    return a.count == b.count && a.gate_at == b.gate_at && a.layers == b.layers && a.plain == b.plain &&
           !a.budget == !b.budget && !a.hedge == !b.hedge && !a.ejection == !b.ejection;
}

} // namespace

void Simulation::State::open_edits() {
    const std::vector<Edit> &edits = plan->scenario.edits;
    for (std::uint32_t e = 0; e < edits.size(); ++e) {
        queue.schedule(kTimeZero + edits[e].at, Rank::change, static_cast<std::uint32_t>(EventKind::edit), e);
    }
}

/// Precondition: the edited scenario has the shape of the first (the reader refuses others).
void Simulation::State::on_edit(std::uint32_t number) {
    const std::shared_ptr<const Scenario> after = original_->scenario.edits[number].after;
    former_plans_.push_back(plan);
    auto edited = std::make_shared<Plan>(*after);
    for (std::size_t s = 0; s < edited->services.size(); ++s) { // a later edit may cut what begins now
        edited->services[s].cancellable = original_->services[s].cancellable;
    }
    plan = std::move(edited);
    emit(RecordKind::edit_applied, 0, number, 0, 0, 0, 0, 0, 0);
    for (std::uint32_t f = 0; f < frames_.size(); ++f) { // those whose layers have changed end under the old ones
        Frame &frame = frames_[f];
        if (!frame.stack || frame.stack->id >= plan->stacks.size()) continue;
        const StackPlan &now = plan->stacks[frame.stack->id];
        if (same_layers(*frame.stack, now)) frame.stack = &now;
    }
    for (std::uint32_t s = 0; s < servers.size(); ++s) update_workers(s);
    for (std::uint32_t g = 0; g < guards.size(); ++g) {
        const PolicyConfig &policy = *plan->guards[g];
        if (policy.budget && !guards[g].budget) guards[g].budget.emplace(*policy.budget);
    }
    const auto &configs = plan->breakers;
    if (parked_.empty() && std::any_of(configs.begin(), configs.end(), [](const auto *b) { return Breaker::parks(*b); })) {
        parked_.resize(breakers.size());
    }
    for (std::uint32_t b = 0; b < breakers.size(); ++b) after_breaker_step(b);
}

} // namespace halfopen
