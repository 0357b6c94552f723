// SPDX-License-Identifier: GPL-3.0-or-later
// Where requests come from: open-loop arrivals, batches and closed-loop clients.
#include <algorithm>
#include <cmath>

#include "engine/sim/state.h"

namespace halfopen {

namespace {

/// The instant at which the summed intensity of a phased Poisson process reaches `target`, in seconds; nothing when
/// it never does. A rate that goes linearly from a to b over a phase integrates to a t + (b - a) t^2 / (2 T).
std::optional<double> time_of_intensity(const std::vector<Phase> &phases, double target) {
    double start = 0.0;
    for (const Phase &phase : phases) {
        const double length = seconds(phase.lasts);
        const double a = phase.from.per_second;
        const double slope = length > 0.0 ? (phase.to.per_second - a) / length : 0.0;
        const double whole = (a + phase.to.per_second) * 0.5 * length;
        if (target <= whole && whole > 0.0) {
            const double root = std::sqrt(std::max(0.0, a * a + 2.0 * slope * target));
            const double denominator = a + root; // the stable form of (root - a) / slope
            return start + (denominator > 0.0 ? 2.0 * target / denominator : length);
        }
        target -= whole;
        start += length;
    }
    return std::nullopt;
}

} // namespace

void Simulation::State::open_workloads() {
    const auto &workloads = plan->scenario.workloads;
    sources_.resize(workloads.size());
    clients_.reserve(plan->clients);
    for (std::uint32_t w = 0; w < workloads.size(); ++w) {
        if (const auto *batch = std::get_if<BatchArrivals>(&workloads[w].arrivals)) {
            sources_[w].remaining = batch->items;
            if (batch->items == 0) continue;
            ++open_sources;
            schedule(kTimeZero + batch->at, Rank::arrival, EventKind::arrival, w);
        } else if (const auto *closed = std::get_if<ClientArrivals>(&workloads[w].arrivals)) {
            for (int c = 0; c < closed->count; ++c) {
                clients_.push_back(Client{w, 0, kTimeZero, kTimeZero});
                schedule_client(static_cast<std::uint32_t>(clients_.size() - 1));
            }
        } else {
            schedule_arrival(w);
        }
    }
}

/// A unit exponential for the gap before the next request; its second lane will choose the instance.
double Simulation::State::unit_gap(std::uint32_t workload) {
    Source &source = sources_[workload];
    DrawKey key;
    key.luck = luck_of_request(plan->workloads[workload].luck, source.index);
    key.purpose = Purpose::arrival;
    const auto u = randomness.uniforms(key);
    source.instance_uniform = u[1];
    return -stable::log(u[0]);
}

void Simulation::State::schedule_arrival(std::uint32_t workload) {
    Source &source = sources_[workload];
    const Arrivals &arrivals = plan->scenario.workloads[workload].arrivals;
    if (const auto *poisson = std::get_if<PoissonArrivals>(&arrivals)) {
        if (poisson->rate.per_second <= 0.0) return;
        const double gap_ns = unit_gap(workload) * (1e9 / poisson->rate.per_second);
        source.at = saturating_add(source.at, duration_from_ns(gap_ns));
    } else if (const auto *every = std::get_if<EveryArrivals>(&arrivals)) {
        unit_gap(workload); // for the instance only
        if (source.index > 0) source.at = saturating_add(source.at, every->gap);
    } else if (const auto *recorded = std::get_if<TraceArrivals>(&arrivals)) {
        unit_gap(workload); // for the instance only
        if (!recorded->at || source.index >= recorded->at->size()) return;
        source.at = kTimeZero + (*recorded->at)[source.index];
    } else {
        source.intensity += unit_gap(workload);
        const auto at = time_of_intensity(std::get<PhasedArrivals>(arrivals).phases, source.intensity);
        if (!at) return;
        source.at = std::max(source.at, kTimeZero + duration_from_ns(*at * 1e9));
    }
    if (source.at < plan->end) schedule(source.at, Rank::arrival, EventKind::arrival, workload);
}

void Simulation::State::on_arrival(std::uint32_t workload) {
    Source &source = sources_[workload];
    if (const auto *batch = std::get_if<BatchArrivals>(&plan->scenario.workloads[workload].arrivals)) {
        const std::int64_t first = std::min<std::int64_t>(batch->concurrency, source.remaining);
        for (std::int64_t i = 0; i < first; ++i) schedule(time, Rank::arrival, EventKind::batch_next, workload);
        source.remaining -= first;
        drain_from = std::max(drain_from, time);
        if (batch->items == 0) --open_sources;
        return;
    }
    const std::uint64_t luck = luck_of_request(plan->workloads[workload].luck, source.index++);
    const double instance_uniform = source.instance_uniform;
    schedule_arrival(workload);
    start_request(workload, luck, kNone, time, instance_uniform);
}

void Simulation::State::on_batch_next(std::uint32_t workload) {
    Source &source = sources_[workload];
    const std::uint64_t luck = luck_of_request(plan->workloads[workload].luck, source.index++);
    const auto &batch = std::get<BatchArrivals>(plan->scenario.workloads[workload].arrivals);
    if (source.index == static_cast<std::uint64_t>(batch.items)) --open_sources; // the last one starts
    start_request(workload, luck, kNone, time, std::nullopt);
}

/// Draws the think time and schedules the client's next request, unless arrivals have stopped by then.
void Simulation::State::schedule_client(std::uint32_t number) {
    Client &client = clients_[number];
    const WorkloadPlan &workload = plan->workloads[client.workload];
    const auto &config = std::get<ClientArrivals>(plan->scenario.workloads[client.workload].arrivals);
    DrawKey key;
    key.luck = luck_of_client_request(workload.luck, number - workload.first_client, client.index);
    key.purpose = Purpose::think;
    const Duration think = workload.think.draw(randomness, key);
    SimTime start = saturating_add(time, think);
    const bool catches_up = config.pacing == Pacing::start && config.latency_from == LatencyFrom::intended;
    if (config.pacing == Pacing::start) {
        client.intended = saturating_add(catches_up ? client.intended : client.start, think);
        start = std::max(time, client.intended);
    } else {
        client.intended = start;
    }
    client.start = start;
    const SimTime arrives = catches_up ? client.intended : start; // what was meant to start in time is made up for
    if (arrives < plan->end) schedule(start, Rank::arrival, EventKind::client_start, number);
}

void Simulation::State::on_client_start(std::uint32_t number) {
    Client &client = clients_[number];
    const WorkloadPlan &workload = plan->workloads[client.workload];
    const auto &config = std::get<ClientArrivals>(plan->scenario.workloads[client.workload].arrivals);
    const std::uint64_t luck =
        luck_of_client_request(workload.luck, number - workload.first_client, client.index++);
    const SimTime from = config.latency_from == LatencyFrom::intended ? client.intended : time;
    start_request(client.workload, luck, number, from, std::nullopt);
}

/// A request has ended: a batch or a client goes on to its next.
void Simulation::State::request_over(const Request &request) {
    if (request.client != kNone) {
        schedule_client(request.client);
        return;
    }
    Source &source = sources_[request.workload];
    if (source.remaining == 0) return;
    --source.remaining;
    drain_from = std::max(drain_from, time);
    schedule(time, Rank::arrival, EventKind::batch_next, request.workload);
}

} // namespace halfopen
