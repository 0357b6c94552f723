// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to services: the fault timeline and two-state availability.
#include <algorithm>
#include <limits>

#include "engine/sim/state.h"

namespace halfopen {

namespace {

constexpr int kRampSteps = 64; ///< a ramp of workers moves in at most so many steps

constexpr Rank kRank = Rank::change;

} // namespace

void Simulation::State::open_faults() {
    const auto &faults = plan->scenario.faults;
    fault_since_.resize(faults.size());
    for (std::uint32_t f = 0; f < faults.size(); ++f) {
        queue.schedule(kTimeZero + faults[f].at, kRank, static_cast<std::uint32_t>(EventKind::fault_on), f);
    }
    for (std::uint32_t s = 0; s < plan->services.size(); ++s) {
        if (plan->services[s].availability) schedule_flip(s);
    }
}

double Simulation::State::fault_strength(std::uint32_t number) const {
    const Fault &fault = plan->scenario.faults[number];
    const Duration since = time - fault_since_[number];
    if (since >= fault.ramp) return 1.0;
    return static_cast<double>(since.count()) / static_cast<double>(fault.ramp.count());
}

double Simulation::State::failure_share(const Server &server, Outcome kind, double share) const {
    for (const std::uint32_t number : server.faults) {
        const auto *failures = std::get_if<FailuresFault>(&plan->scenario.faults[number].effect);
        if (!failures) continue;
        for (const auto &[named, value] : failures->failures) {
            if (named != kind) continue;
            const double strength = fault_strength(number);
            share = failures->add ? share + value * strength : share + (value - share) * strength;
        }
    }
    return std::clamp(share, 0.0, 1.0);
}

void Simulation::State::on_fault(std::uint32_t number, bool on) {
    const Fault &fault = plan->scenario.faults[number];
    const std::uint32_t service = plan->fault_service[number];
    std::vector<std::uint32_t> &active = servers[service].faults;
    emit(on ? RecordKind::fault_on : RecordKind::fault_off, 0, number, 0, 0, 0, 0, 0, 0);
    if (!on) {
        active.erase(std::find(active.begin(), active.end(), number));
        update_workers(service);
        return;
    }
    active.insert(std::lower_bound(active.begin(), active.end(), number), number); // they compose in file order
    fault_since_[number] = time;
    queue.schedule(saturating_add(time, fault.lasts), kRank, static_cast<std::uint32_t>(EventKind::fault_off), number);
    if (fault.every) {
        queue.schedule(saturating_add(time, *fault.every), kRank, static_cast<std::uint32_t>(EventKind::fault_on),
                       number);
    }
    on_fault_step(number);
}

/// What does not wait for the next call: an outage in full strength clears the queue, workers come and go.
void Simulation::State::on_fault_step(std::uint32_t number) {
    const Fault &fault = plan->scenario.faults[number];
    const std::uint32_t service = plan->fault_service[number];
    const std::vector<std::uint32_t> &active = servers[service].faults;
    if (std::find(active.begin(), active.end(), number) == active.end()) return; // it ended at this very instant
    const double strength = fault_strength(number);
    if (const auto *outage = std::get_if<OutageFault>(&fault.effect)) {
        if (strength >= 1.0) {
            refuse_waiting(service, outage->kind);
            if (outage->drops) drop_served(service, outage->kind);
            return;
        }
        queue.schedule(fault_since_[number] + fault.ramp, kRank, static_cast<std::uint32_t>(EventKind::fault_step), number);
    } else if (std::holds_alternative<WorkersFault>(fault.effect)) {
        update_workers(service);
        if (strength >= 1.0) return;
        const Duration step = std::max(Duration{1}, fault.ramp / kRampSteps);
        const SimTime next = std::min(fault_since_[number] + fault.ramp, time + step);
        queue.schedule(next, kRank, static_cast<std::uint32_t>(EventKind::fault_step), number);
    }
}

void Simulation::State::update_workers(std::uint32_t service) {
    Server &server = servers[service];
    int workers = plan->services[service].workers;
    for (const std::uint32_t number : server.faults) {
        const auto *fault = std::get_if<WorkersFault>(&plan->scenario.faults[number].effect);
        if (!fault) continue;
        const bool unlimited = workers == std::numeric_limits<int>::max();
        const double from = unlimited ? fault->workers : workers; // from unlimited there is no way but at once
        workers = static_cast<int>(from + (fault->workers - from) * fault_strength(number) + 0.5);
    }
    server.workers = workers;
    if (server.queued > 0) serve_waiting(service);
}

/// Refuses all that wait, oldest first; what is being served finishes.
void Simulation::State::refuse_waiting(std::uint32_t service, Outcome kind) {
    const bool hangs = plan->scenario.kinds[kind].shows == Shows::hang;
    while (servers[service].queued > 0) {
        const std::uint32_t number = servers[service].head;
        Call &call = calls_[number];
        abandon_queue(call);
        call.met_fault = true;
        call.outcome = kind;
        call.shows = hangs ? Shows::hang : Shows::refuse;
        answer(number);
    }
}

void Simulation::State::drop_served(std::uint32_t service, Outcome kind) {
    std::vector<std::uint32_t> dropped;
    for (std::uint32_t number = 0; number < calls_.size(); ++number) {
        const Call &call = calls_[number];
        if (call.where == Call::Where::serving && call.service == service) dropped.push_back(number);
    }
    std::sort(dropped.begin(), dropped.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::pair(calls_[a].began, requests_[calls_[a].request].number) <
               std::pair(calls_[b].began, requests_[calls_[b].request].number);
    });
    const bool hangs = plan->scenario.kinds[kind].shows == Shows::hang;
    for (const std::uint32_t number : dropped) {
        Call &call = calls_[number];
        stop_serving(call, kind);
        call.met_fault = true;
        call.shows = hangs ? Shows::hang : Shows::refuse;
        answer(number);
    }
}

void Simulation::State::schedule_flip(std::uint32_t service) {
    Server &server = servers[service];
    const Availability &availability = *plan->services[service].availability;
    DrawKey key;
    key.luck = server.flips++;
    key.purpose = Purpose::availability;
    key.service = service;
    const double mean_ns = static_cast<double>((server.down ? availability.down : availability.up).count());
    const Duration stays = std::max(Duration{1}, duration_from_ns(-stable::log(randomness.uniform(key)) * mean_ns));
    queue.schedule(saturating_add(time, stays), kRank, static_cast<std::uint32_t>(EventKind::service_flip), service);
}

void Simulation::State::on_service_flip(std::uint32_t service) {
    Server &server = servers[service];
    server.down = !server.down;
    emit(server.down ? RecordKind::service_down : RecordKind::service_up, 0, service, 0, 0, 0, 0, 0, 0);
    schedule_flip(service);
    if (server.down) refuse_waiting(service, plan->services[service].availability->kind);
}

} // namespace halfopen
