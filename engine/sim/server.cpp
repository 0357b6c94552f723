// SPDX-License-Identifier: GPL-3.0-or-later
// What a call meets at its service: admission, the failure draw, the queue, workers, cancellation.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

/// The failure draw: one uniform per attempt, built-in kinds first, then file order; faults may change the shares.
void Simulation::State::pick_failure(Call &call, const Request &request) {
    const ServicePlan &service = plan->services[call.service];
    const Server &server = servers[call.service];
    DrawKey key = draw_key(request, Purpose::attempt, call.service, call.attempt);
    const bool faulty = !server.faults.empty();
    if (service.failures.empty() && service.latency.is_constant() && !faulty) return;
    const auto u = randomness.uniforms(key);
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
        for (const auto &[kind, share] : service.failures) {
            if (chosen(kind, share)) return;
        }
        return;
    }
    std::size_t listed = 0; // with faults any kind may have a share: walk all kinds in order
    for (int kind = 1; kind < plan->scenario.kinds.size(); ++kind) {
        const auto outcome = static_cast<Outcome>(kind);
        double share = 0.0;
        if (listed < service.failures.size() && service.failures[listed].first == outcome) {
            share = service.failures[listed++].second;
        }
        share = failure_share(server, outcome, share);
        if (share > 0.0 && chosen(outcome, share)) return;
    }
}

/// Outage, availability and rate limit, in this order. True when the call ends here (call.outcome says with what).
bool Simulation::State::refused_on_arrival(Call &call) {
    Server &server = servers[call.service];
    const ServicePlan &service = plan->services[call.service];
    call.met_fault = server.down || !server.faults.empty();
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
            DrawKey key = draw_key(requests_[call.request], Purpose::fault, call.service, call.attempt);
            key.draw = fault & 0xffu;
            if (1.0 - randomness.uniform(key) >= strength) continue;
        }
        return refuse(outage->kind);
    }
    if (server.down) return refuse(service.availability->kind);
    if (service.limited) {
        const SimTime clock = std::max(server.limit_clock, time);
        const Duration ahead = clock - time;
        if (ahead > service.slack) {
            const Duration exact = ahead - service.slack;
            switch (service.retry_after.kind) {
            case RetryAfterHint::Kind::absent: break;
            case RetryAfterHint::Kind::exact: call.retry_after = exact; break;
            case RetryAfterHint::Kind::fixed: call.retry_after = service.retry_after.fixed; break;
            case RetryAfterHint::Kind::wrong:
                call.retry_after = duration_from_ns(static_cast<double>(exact.count()) * service.retry_after.factor);
                break;
            }
            return refuse(kind_rate_limit);
        }
        server.limit_clock = clock + service.interval;
    }
    return false;
}

void Simulation::State::on_call_arrives(std::uint32_t number) {
    Call &call = calls_[number];
    call.arrived = time;
    if (call.cancelled) return free_call(number);
    if (refused_on_arrival(call)) return answer(number);
    const Request &request = requests_[call.request];
    pick_failure(call, request);
    if (call.outcome != kSuccess && call.shows == Shows::refuse) return answer(number);
    if (call.outcome == kSuccess && request.inputs != 0) { // what the request carries fails after the service time
        for (std::size_t i = 0; i < plan->inputs.size(); ++i) {
            if ((request.inputs >> i & 1u) && plan->inputs[i].fails_at[call.service]) {
                call.outcome = plan->inputs[i].kind;
                call.shows = Shows::respond;
                break;
            }
        }
    }
    Server &server = servers[call.service];
    if (server.serving < server.workers) return begin_service(number, false);
    if (server.queued >= plan->services[call.service].queue) {
        call.outcome = kind_overloaded;
        call.shows = Shows::refuse;
        return answer(number);
    }
    call.where = Call::Where::queued;
    call.previous = server.tail;
    call.next = kNone;
    (server.tail == kNone ? server.head : calls_[server.tail].next) = number;
    server.tail = number;
    ++server.queued;
    emit(RecordKind::call_queued, request.number, call.service, server.queued, 0, 0, call.attempt,
         request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
}

void Simulation::State::leave_queue(Call &call, Server &server) {
    (call.previous == kNone ? server.head : calls_[call.previous].next) = call.next;
    (call.next == kNone ? server.tail : calls_[call.next].previous) = call.previous;
    call.next = call.previous = kNone;
    --server.queued;
}

/// Leaves the queue without having been served.
void Simulation::State::abandon_queue(Call &call) {
    leave_queue(call, servers[call.service]);
    const Request &request = requests_[call.request];
    emit(RecordKind::queue_left, request.number, call.service, (time - call.arrived).count(), 0, 0, call.attempt,
         request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
}

void Simulation::State::begin_service(std::uint32_t number, bool waited) {
    Call &call = calls_[number];
    Server &server = servers[call.service];
    const ServicePlan &service = plan->services[call.service];
    const Request &request = requests_[call.request];
    ++server.serving;
    call.where = Call::Where::serving;
    call.began = time;
    call.met_fault = call.met_fault || server.down || !server.faults.empty();
    DrawKey key = draw_key(request, Purpose::attempt, call.service, call.attempt);
    const int in_flight_here = server.serving + server.queued;
    Duration takes = service.latency.is_constant()
                         ? service.latency.draw(randomness, key)
                         : service.latency.draw(call.service_uniform, randomness, key, in_flight_here);
    for (const std::uint32_t fault : server.faults) {
        const auto *latency = std::get_if<LatencyFault>(&plan->scenario.faults[fault].effect);
        if (!latency) continue;
        const double strength = fault_strength(fault);
        const double factor = 1.0 + (latency->factor - 1.0) * strength;
        takes = duration_from_ns(static_cast<double>(takes.count()) * factor +
                                 static_cast<double>(latency->add.count()) * strength);
    }
    emit(RecordKind::service_started, request.number, call.service, (time - call.arrived).count(), 0,
         waited ? 1 : 0, call.attempt, request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
    const SimTime done = saturating_add(time, takes);
    if (service.cancellable) {
        call.done = arm(done, Rank::normal, EventKind::call_done, number);
    } else {
        schedule(done, Rank::normal, EventKind::call_done, number);
    }
}

void Simulation::State::serve_waiting(std::uint32_t service) {
    Server &server = servers[service];
    while (server.queued > 0 && server.serving < server.workers) {
        const std::uint32_t number = plan->services[service].lifo ? server.tail : server.head;
        leave_queue(calls_[number], server);
        begin_service(number, true);
    }
}

void Simulation::State::on_call_done(std::uint32_t number) {
    Call &call = calls_[number];
    call.done = kNoTimer;
    const std::uint32_t service = call.service;
    const Request &request = requests_[call.request];
    --servers[service].serving;
    emit(RecordKind::service_ended, request.number, service, (time - call.began).count(), call.outcome, 0, call.attempt,
         request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
    const bool effect = call.outcome == kSuccess || call.shows == Shows::hang;
    if (effect) happen_effect(call);
    if (call.frame == kNone) {
        emit(RecordKind::late_completion, request.number, service, (time - call.sent).count(), call.outcome,
             effect ? 1 : 0, call.attempt, request.operation_leg, 0);
    }
    if (servers[service].queued > 0) serve_waiting(service);
    answer(number);
}

/// The caller's cancellation reaches the service: the call leaves the queue, or frees its worker.
void Simulation::State::on_call_cancel(std::uint32_t number) {
    Call &call = calls_[number];
    call.cancelling = kNoTimer;
    Server &server = servers[call.service];
    switch (call.where) {
    case Call::Where::travelling: call.cancelled = true; return;
    case Call::Where::answering: return; // too late
    case Call::Where::silent:
    case Call::Where::queued: abandon_queue(call); break;
    case Call::Where::serving:
        stop_serving(call, call.outcome);
        if (server.queued > 0) serve_waiting(call.service);
        break;
    case Call::Where::free: HALFOPEN_CHECK(!"a free call is not cancelled");
    }
    free_call(number);
}

/// Takes a call from its worker before its time.
void Simulation::State::stop_serving(Call &call, Outcome outcome) {
    cancel(call.done);
    call.outcome = outcome;
    --servers[call.service].serving;
    const Request &request = requests_[call.request];
    emit(RecordKind::service_ended, request.number, call.service, (time - call.began).count(), outcome, 1, call.attempt,
         request.operation_leg, static_cast<std::uint8_t>(request.flags & flag::counted));
}

} // namespace halfopen
