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
        if (plan->services[s].availability && plan->services[s].availability_owner == s) schedule_flip(s);
    }
}

template <class F> void Simulation::State::each_server_of(std::uint32_t number, F what) {
    const ServicePlan &service = plan->services[plan->fault_service[number]];
    const auto &replica = plan->scenario.faults[number].replica;
    const std::uint32_t from = replica ? static_cast<std::uint32_t>(*replica) : 0;
    const std::uint32_t to = replica ? from + 1 : service.replicas;
    for (std::uint32_t i = from; i < to; ++i) what(service.first_server + i);
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

namespace {

/// Puts a fault among those that are on, in file order: so they compose; or takes it away.
void set_active(std::vector<std::uint32_t> &active, std::uint32_t number, bool on) {
    const auto at = std::lower_bound(active.begin(), active.end(), number);
    if (on) {
        active.insert(at, number);
    } else {
        active.erase(at);
    }
}

} // namespace

void Simulation::State::on_fault(std::uint32_t number, bool on) {
    const Fault &fault = plan->scenario.faults[number];
    const std::uint32_t service = plan->fault_service[number];
    emit(on ? RecordKind::fault_on : RecordKind::fault_off, 0, number, 0, 0, 0, 0, 0, 0);
    each_server_of(number, [&](std::uint32_t server) { set_active(servers[server].faults, number, on); });
    const bool holds = std::holds_alternative<PauseFault>(fault.effect) || std::holds_alternative<WorkersFault>(fault.effect);
    if (holds) on ? ++pending : --pending; // its end may move what it holds up
    if (std::holds_alternative<RateLimitFault>(fault.effect)) {
        set_active(service_states[service].limit_faults, number, on);
    }
    if (std::holds_alternative<AvailabilityFault>(fault.effect)) {
        set_active(service_states[service].availability_faults, number, on);
        change_availability(service);
    }
    if (std::holds_alternative<PauseFault>(fault.effect)) {
        each_server_of(number, [&](std::uint32_t server) { pause(server, on); });
    }
    if (!on) {
        each_server_of(number, [&](std::uint32_t server) { update_workers(server); });
        return;
    }
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
    bool active = false;
    each_server_of(number, [&](std::uint32_t server) {
        const std::vector<std::uint32_t> &on = servers[server].faults;
        active = active || std::find(on.begin(), on.end(), number) != on.end();
    });
    if (!active) return; // it ended at this very instant
    const double strength = fault_strength(number);
    if (const auto *outage = std::get_if<OutageFault>(&fault.effect)) {
        if (strength >= 1.0) {
            return each_server_of(number, [&](std::uint32_t server) {
                refuse_waiting(server, outage->kind);
                if (outage->drops) drop_served(server, outage->kind);
            });
        }
        queue.schedule(fault_since_[number] + fault.ramp, kRank, static_cast<std::uint32_t>(EventKind::fault_step), number);
    } else if (std::holds_alternative<WorkersFault>(fault.effect)) {
        each_server_of(number, [&](std::uint32_t server) { update_workers(server); });
        if (strength >= 1.0) return;
        const Duration step = std::max(Duration{1}, fault.ramp / kRampSteps);
        const SimTime next = std::min(fault_since_[number] + fault.ramp, time + step);
        queue.schedule(next, kRank, static_cast<std::uint32_t>(EventKind::fault_step), number);
    }
}

/// Nothing is served: what is in service stands still, what arrives waits.
void Simulation::State::pause(std::uint32_t number, bool on) {
    Server &server = servers[number];
    server.pauses += on ? 1 : -1;
    if (server.pauses != (on ? 1 : 0)) return; // another one goes on
    for (std::uint32_t c = 0; c < calls_.size(); ++c) {
        Call &call = calls_[c];
        if (call.where != Call::Where::serving || call.server != number) continue;
        if (on) {
            call.done_at = SimTime{call.done == kNoTimer ? Duration{0} : call.done_at - time};
            cancel(call.done);
        } else {
            call.done_at = saturating_add(time, call.done_at.time_since_epoch());
            call.done = arm(call.done_at, Rank::normal, EventKind::call_done, c);
        }
    }
    if (!on && server.queued > 0) serve_waiting(number);
}

void Simulation::State::update_workers(std::uint32_t which) {
    Server &server = servers[which];
    int workers = plan->services[server.service].workers;
    for (const std::uint32_t number : server.faults) {
        const auto *fault = std::get_if<WorkersFault>(&plan->scenario.faults[number].effect);
        if (!fault) continue;
        const bool unlimited = workers == std::numeric_limits<int>::max();
        const double from = unlimited ? fault->workers : workers; // from unlimited there is no way but at once
        workers = static_cast<int>(from + (fault->workers - from) * fault_strength(number) + 0.5);
    }
    server.workers = workers;
    if (server.queued > 0) serve_waiting(which);
}

/// Refuses all that wait, oldest first; what is being served finishes.
void Simulation::State::refuse_waiting(std::uint32_t server, Outcome kind) {
    const bool hangs = plan->scenario.kinds[kind].shows == Shows::hang;
    while (servers[server].queued > 0) {
        const std::uint32_t number = servers[server].head;
        Call &call = calls_[number];
        abandon_queue(call);
        meet_fault(call);
        call.outcome = kind;
        call.shows = hangs ? Shows::hang : Shows::refuse;
        answer(number);
    }
}

void Simulation::State::drop_served(std::uint32_t server, Outcome kind) {
    std::vector<std::uint32_t> dropped;
    for (std::uint32_t number = 0; number < calls_.size(); ++number) {
        const Call &call = calls_[number];
        const bool served = call.where == Call::Where::serving || call.where == Call::Where::calling;
        if (served && call.server == server) dropped.push_back(number);
    }
    std::sort(dropped.begin(), dropped.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::pair(calls_[a].began, requests_[calls_[a].request].number) <
               std::pair(calls_[b].began, requests_[calls_[b].request].number);
    });
    const bool hangs = plan->scenario.kinds[kind].shows == Shows::hang;
    for (const std::uint32_t number : dropped) {
        stop_serving(number, kind);
        Call &call = calls_[number];
        meet_fault(call);
        call.shows = hangs ? Shows::hang : Shows::refuse;
        answer(number);
    }
}

} // namespace halfopen
