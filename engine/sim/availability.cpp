// SPDX-License-Identifier: GPL-3.0-or-later
// Two-state availability: outages correlated in time, shared by the services of one group.
#include <algorithm>

#include "engine/sim/state.h"

namespace halfopen {

/// The process that a service follows now; a fault may put another in its place.
const Availability *Simulation::State::availability_of(std::uint32_t service) const {
    const ServiceState &state = service_states[service];
    if (!state.availability_faults.empty()) {
        const Fault &fault = plan->scenario.faults[state.availability_faults.back()];
        return &std::get<AvailabilityFault>(fault.effect).availability;
    }
    const auto &configured = plan->services[service].availability;
    return configured ? &*configured : nullptr;
}

void Simulation::State::schedule_flip(std::uint32_t service) {
    ServiceState &state = service_states[service];
    const Availability *availability = availability_of(service);
    if (!availability) {
        state.next_flip = kTimeNever;
        return;
    }
    DrawKey key;
    key.luck = state.flips++;
    key.purpose = Purpose::availability;
    key.service = service;
    const double mean_ns = static_cast<double>((state.down ? availability->down : availability->up).count());
    const Duration stays = std::max(Duration{1}, duration_from_ns(-stable::log(randomness.uniform(key)) * mean_ns));
    state.next_flip = saturating_add(time, stays);
    queue.schedule(state.next_flip, Rank::change, static_cast<std::uint32_t>(EventKind::service_flip), service);
}

void Simulation::State::on_service_flip(std::uint32_t service) {
    if (service_states[service].next_flip != time) return; // the process has been changed since
    set_down(service, !service_states[service].down);
    schedule_flip(service);
}

/// Another process is in force: the present stay is drawn anew. Without one the service is up.
void Simulation::State::change_availability(std::uint32_t service) {
    const std::uint32_t owner = plan->services[service].availability_owner;
    if (!availability_of(owner) && service_states[owner].down) set_down(owner, false);
    schedule_flip(owner);
}

/// A service, and all of its group, goes down or comes up.
void Simulation::State::set_down(std::uint32_t owner, bool down) {
    const Availability *availability = availability_of(owner);
    const Outcome kind = availability ? availability->kind : Outcome{kind_unavailable};
    for (std::uint32_t s = 0; s < service_states.size(); ++s) {
        if (s != owner && (plan->services[s].availability_owner != owner || !plan->services[s].availability)) continue;
        ServiceState &state = service_states[s];
        state.down = down;
        state.down_kind = kind;
        emit(down ? RecordKind::service_down : RecordKind::service_up, 0, s, 0, 0, 0, 0, 0, 0);
        const ServicePlan &service = plan->services[s];
        for (std::uint32_t r = 0; down && r < service.replicas; ++r) refuse_waiting(service.first_server + r, kind);
    }
}

} // namespace halfopen
