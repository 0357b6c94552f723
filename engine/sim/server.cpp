// SPDX-License-Identifier: GPL-3.0-or-later
// What a call meets at its service: admission, the failure draw, the queue, workers, cancellation.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

/// The failure draw: one uniform per attempt, built-in kinds first, then file order; faults may change the shares.
void Simulation::State::pick_failure(Call &call) {
    const ServicePlan &service = plan->services[call.service];
    const Server &server = servers[call.server];
    const bool faulty = !server.faults.empty();
    const Conduct &conduct = service.conduct_at(time);
    if (conduct.failures.empty() && conduct.latency.is_constant() && service.profile.empty() && !faulty) return;
    const auto u = randomness.uniforms(draw_key(call, Purpose::attempt));
    call.service_uniform = u[1];
    const double pick = 1.0 - u[0];
    double sum = 0.0;
    const auto chosen = [&](Outcome kind, double share) {
        sum += share;
        if (pick >= sum) return false;
        call.outcome = kind;
        call.shows = plan->scenario.kinds[kind].shows;
        return true;
    };
    if (!faulty) {
        for (const auto &[kind, share] : conduct.failures) {
            if (chosen(kind, share)) return;
        }
        return;
    }
    std::size_t listed = 0; // with faults any kind may have a share: walk all kinds in order
    for (int kind = 1; kind < plan->scenario.kinds.size(); ++kind) {
        const auto outcome = static_cast<Outcome>(kind);
        double share = 0.0;
        if (listed < conduct.failures.size() && conduct.failures[listed].first == outcome) {
            share = conduct.failures[listed++].second;
        }
        share = failure_share(server, outcome, share);
        if (share > 0.0 && chosen(outcome, share)) return;
    }
}

/// The server's token bucket. True when the call is over it; it is then told when to come back.
bool Simulation::State::over_limit(Call &call) {
    ServiceState &state = service_states[call.service];
    const std::optional<LimitPlan> &limit = state.limit_faults.empty() ? plan->services[call.service].limit
                                                                       : plan->fault_limits[state.limit_faults.back()];
    if (!limit) return false;
    const SimTime clock = std::max(state.limit_clock, time);
    const Duration ahead = clock - time;
    if (ahead <= limit->slack) {
        state.limit_clock = saturating_add(clock, limit->interval);
        return false;
    }
    const Duration exact = ahead - limit->slack;
    switch (limit->retry_after.kind) {
    case RetryAfterHint::Kind::absent: break;
    case RetryAfterHint::Kind::exact: call.retry_after = exact; break;
    case RetryAfterHint::Kind::fixed: call.retry_after = limit->retry_after.fixed; break;
    case RetryAfterHint::Kind::wrong:
        call.retry_after = duration_from_ns(static_cast<double>(exact.count()) * limit->retry_after.factor);
        break;
    }
    return true;
}

/// A fault that a call meets is met by those that wait for it, too: it is why they fail or take long.
void Simulation::State::meet_fault(Call &call) {
    for (Call *met = &call; !met->met_fault;) {
        met->met_fault = true;
        if (met->frame == kNone || frames_[met->frame].extra == kNone) return;
        const std::uint32_t parent = extras_[frames_[met->frame].extra].parent;
        if (parent == kNone) return;
        met = &calls_[parent];
    }
}

bool Simulation::State::fault_is_on(std::uint32_t service) const {
    const auto first = servers.begin() + plan->services[service].first_server;
    return service_states[service].down ||
           std::any_of(first, first + plan->services[service].replicas, [](const Server &s) { return !s.faults.empty(); });
}

/// Outage, availability and rate limit, in this order. True when the call ends here (call.outcome says with what).
bool Simulation::State::refused_on_arrival(Call &call) {
    const Server &server = servers[call.server];
    const ServiceState &state = service_states[call.service];
    if (state.down || !server.faults.empty()) meet_fault(call);
    const auto refuse = [&call, this](Outcome kind) {
        call.outcome = kind;
        const bool hangs = plan->scenario.kinds[kind].shows == Shows::hang;
        call.shows = hangs ? Shows::hang : Shows::refuse;
        return true;
    };
    for (const std::uint32_t fault : server.faults) {
        const auto *outage = std::get_if<OutageFault>(&plan->scenario.faults[fault].effect);
        if (!outage) continue;
        const double strength = fault_strength(fault);
        if (strength < 1.0) {
            DrawKey key = draw_key(call, Purpose::fault);
            key.draw = fault & 0xffu;
            if (1.0 - randomness.uniform(key) >= strength) continue;
        }
        return refuse(outage->kind);
    }
    if (state.down) return refuse(state.down_kind);
    if (over_limit(call)) return refuse(kind_rate_limit);
    return false;
}

/// What the request carries fails after the service time.
void Simulation::State::meet_inputs(Call &call, const Request &request) {
    for (std::size_t i = 0; i < plan->inputs.size(); ++i) {
        if ((request.inputs >> i & 1u) && plan->inputs[i].fails_at[call.service]) {
            call.outcome = plan->inputs[i].kind;
            call.shows = Shows::respond;
            return;
        }
    }
}

void Simulation::State::on_call_arrives(std::uint32_t number) {
    Call &call = calls_[number];
    call.arrived = time;
    if (call.cancelled) return free_call(number);
    const ServicePlan &service = plan->services[call.service];
    if (service.optimistic_lock && !call.has_read) { // the read: answered at once with the version
        call.has_read = true;
        call.version = service_states[call.service].version;
        return travel(number, EventKind::call_arrives, lane::version_back);
    }
    if (refused_on_arrival(call)) return answer(number);
    const Request &request = requests_[call.request];
    pick_failure(call);
    if (call.outcome != kSuccess && call.shows == Shows::refuse) return answer(number);
    if (call.outcome == kSuccess && request.inputs != 0) meet_inputs(call, request);
    const Server &server = servers[call.server];
    if (server.serving < server.workers && server.pauses == 0) return begin_service(number, false);
    if (server.queued >= service.queue) {
        call.outcome = kind_overloaded;
        call.shows = Shows::refuse;
        return answer(number);
    }
    join_queue(number);
}

void Simulation::State::join_queue(std::uint32_t number) {
    Call &call = calls_[number];
    Server &server = servers[call.server];
    call.where = Call::Where::queued;
    call.previous = server.tail;
    call.next = kNone;
    (server.tail == kNone ? server.head : calls_[server.tail].next) = number;
    server.tail = number;
    ++server.queued;
    const auto replica = static_cast<std::uint16_t>(call.server - plan->services[call.service].first_server);
    tell(call, RecordKind::call_queued, server.queued, replica, 0);
}

void Simulation::State::leave_queue(Call &call, Server &server) {
    (call.previous == kNone ? server.head : calls_[call.previous].next) = call.next;
    (call.next == kNone ? server.tail : calls_[call.next].previous) = call.previous;
    call.next = call.previous = kNone;
    --server.queued;
}

/// Leaves the queue without having been served.
void Simulation::State::abandon_queue(Call &call) {
    leave_queue(call, servers[call.server]);
    tell(call, RecordKind::queue_left, (time - call.arrived).count(), 0, 0);
}

/// How long a worker is busy with it, by itself.
Duration Simulation::State::service_time(const Call &call) const {
    const Sampler &latency = plan->services[call.service].conduct_at(time).latency;
    const Server &server = servers[call.server];
    const DrawKey key = draw_key(call, Purpose::attempt);
    Duration takes = latency.is_constant()
                         ? latency.draw(randomness, key)
                         : latency.draw(call.service_uniform, randomness, key, server.serving + server.queued);
    for (const std::uint32_t fault : server.faults) {
        const auto *slow = std::get_if<LatencyFault>(&plan->scenario.faults[fault].effect);
        if (!slow) continue;
        const double strength = fault_strength(fault);
        const double factor = 1.0 + (slow->factor - 1.0) * strength;
        takes = duration_from_ns(static_cast<double>(takes.count()) * factor +
                                 static_cast<double>(slow->add.count()) * strength);
    }
    return takes;
}

void Simulation::State::begin_service(std::uint32_t number, bool waited) {
    Call &call = calls_[number];
    Server &server = servers[call.server];
    ++server.serving;
    call.where = Call::Where::serving;
    call.began = time;
    if (service_states[call.service].down || !server.faults.empty()) meet_fault(call);
    const Duration takes = service_time(call);
    const auto replica = static_cast<std::uint16_t>(call.server - plan->services[call.service].first_server);
    tell(call, RecordKind::service_started, (time - call.arrived).count(), replica, waited ? 1 : 0);
    const SimTime done = saturating_add(time, takes);
    if (plan->services[call.service].cancellable) {
        call.done_at = done;
        call.done = arm(done, Rank::normal, EventKind::call_done, number);
    } else {
        schedule(done, Rank::normal, EventKind::call_done, number);
    }
}

void Simulation::State::serve_waiting(std::uint32_t number) {
    Server &server = servers[number];
    while (server.queued > 0 && server.serving < server.workers && server.pauses == 0) {
        const std::uint32_t call = plan->services[server.service].lifo ? server.tail : server.head;
        leave_queue(calls_[call], server);
        begin_service(call, true);
    }
}

/// Its own service time is over: what is left are the calls that the service makes for it.
void Simulation::State::on_call_done(std::uint32_t number) {
    Call &call = calls_[number];
    call.done = kNoTimer;
    if (call.outcome == kSuccess && !plan->services[call.service].calls.empty()) return start_calls(number);
    finish_service(number);
}

void Simulation::State::finish_service(std::uint32_t number) {
    Call &call = calls_[number];
    const std::uint32_t server = call.server;
    const ServicePlan &service = plan->services[call.service];
    if (service.optimistic_lock && call.outcome == kSuccess) {
        std::uint32_t &version = service_states[call.service].version;
        if (version == call.version) {
            ++version;
        } else { // another write came between
            call.outcome = kind_conflict;
            call.shows = Shows::respond;
        }
    }
    --servers[server].serving;
    const auto replica = (server - service.first_server) << 8;
    tell(call, RecordKind::service_ended, (time - call.began).count(),
         static_cast<std::uint16_t>(call.outcome | replica), 0);
    const bool effect = call.outcome == kSuccess || call.shows == Shows::hang;
    if (effect) happen_effect(call);
    if (call.frame == kNone) {
        tell(call, RecordKind::late_completion, (time - call.sent).count(), call.outcome, effect ? 1 : 0);
    }
    if (servers[server].queued > 0) serve_waiting(server);
    answer(number);
}

/// The caller's cancellation reaches the service: the call leaves the queue, or frees its worker.
void Simulation::State::on_call_cancel(std::uint32_t number) {
    Call &call = calls_[number];
    call.cancelling = kNoTimer;
    const std::uint32_t server = call.server;
    switch (call.where) {
    case Call::Where::travelling: call.cancelled = true; return;
    case Call::Where::answering: return; // too late
    case Call::Where::silent:
    case Call::Where::queued: abandon_queue(call); break;
    case Call::Where::calling:
    case Call::Where::serving:
        stop_serving(number, call.outcome);
        if (servers[server].queued > 0) serve_waiting(server);
        break;
    case Call::Where::free: HALFOPEN_CHECK(!"a free call is not cancelled");
    }
    free_call(number);
}

/// Takes a call from its worker before its time.
void Simulation::State::stop_serving(std::uint32_t number, Outcome outcome) {
    abandon_children(number);
    Call &call = calls_[number];
    cancel(call.done);
    call.outcome = outcome;
    --servers[call.server].serving;
    const auto replica = (call.server - plan->services[call.service].first_server) << 8;
    tell(call, RecordKind::service_ended, (time - call.began).count(),
         static_cast<std::uint16_t>(outcome | replica), 1);
}

} // namespace halfopen
