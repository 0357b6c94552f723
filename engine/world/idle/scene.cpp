// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/idle/scene.h"

#include <algorithm>

#include <fmt/format.h>

namespace halfopen {

namespace {

/// The instant from which on nothing arrives any more.
Duration end_of(const Arrivals &arrivals, Duration duration) {
    if (std::holds_alternative<BatchArrivals>(arrivals)) return kDurationMax; // items start as places become free
    if (const auto *every = std::get_if<EveryArrivals>(&arrivals); every && every->gap.count() > 0) {
        return (duration - Duration{1}) / every->gap * every->gap + Duration{1};
    }
    if (const auto *phased = std::get_if<PhasedArrivals>(&arrivals)) {
        Duration end{0}, last{0};
        for (const Phase &phase : phased->phases) {
            end = std::min(kDurationMax, end + phase.lasts);
            if (phase.from.per_second > 0.0 || phase.to.per_second > 0.0) last = end;
        }
        return std::min(last, duration);
    }
    if (const auto *trace = std::get_if<TraceArrivals>(&arrivals); trace && trace->at && !trace->at->empty()) {
        return std::min(trace->at->back() + Duration{1}, duration);
    }
    return duration;
}

} // namespace

Duration smallest(const Distribution &d) {
    if (const auto *c = std::get_if<Constant>(&d.kind)) return c->value;
    if (const auto *u = std::get_if<Uniform>(&d.kind)) return u->from;
    if (const auto *n = std::get_if<FoldedNormal>(&d.kind)) return n->sd.count() == 0 ? n->mean : Duration{0};
    if (const auto *p = std::get_if<Pareto>(&d.kind)) return p->min;
    if (const auto *l = std::get_if<LoadDependent>(&d.kind)) return l->base + l->per_in_flight;
    if (const auto *e = std::get_if<Empirical>(&d.kind); e && e->samples && !e->samples->empty()) {
        return *std::min_element(e->samples->begin(), e->samples->end());
    }
    if (const auto *m = std::get_if<std::shared_ptr<const Mixture>>(&d.kind); m && *m) {
        Duration least = kDurationMax;
        for (const Mixture::Part &part : (*m)->parts) {
            if (part.weight > 0.0) least = std::min(least, smallest(part.distribution));
        }
        return least;
    }
    return Duration{0};
}

std::string short_text(Duration d) {
    const auto n = static_cast<double>(d.count());
    if (n >= 1e9) return fmt::format("{:g}s", n / 1e9);
    if (n >= 1e6) return fmt::format("{:g}ms", n / 1e6);
    if (n >= 1e3) return fmt::format("{:g}us", n / 1e3);
    return fmt::format("{:g}ns", n);
}

IdleScene::IdleScene(const Scenario &scenario)
    : scenario_(scenario), layout_(layout_of(scenario)), operations_(scenario.operations.size()),
      services_(scenario.services.size()), arrivals_end_(scenario.services.size(), Duration{0}) {
    find_arrivals();
    find_passages();
    find_least_answers();
}

/// The service and all that it calls.
void IdleScene::reach(std::size_t service, std::vector<bool> &seen) const {
    if (seen[service]) return;
    seen[service] = true;
    for (const Layout::Downstream &call : layout_.downstream[service]) reach(call.place.service, seen);
}

void IdleScene::find_arrivals() {
    for (std::size_t w = 0; w < scenario_.workloads.size(); ++w) {
        const std::uint32_t operation = layout_.operation_of_workload[w];
        operations_[operation] = true;
        std::vector<bool> seen(services_.size());
        for (const LegPlace &leg : layout_.chains[operation]) reach(leg.service, seen);
        const Duration end = end_of(scenario_.workloads[w].arrivals, scenario_.duration);
        for (std::size_t s = 0; s < seen.size(); ++s) {
            if (!seen[s]) continue;
            services_[s] = true;
            arrivals_end_[s] = std::max(arrivals_end_[s], end);
        }
    }
}

void IdleScene::find_passages() {
    const auto passage = [this](const LegPlace &place, const HealingConfig *healing) {
        Passage p{place.service, place.policy ? &scenario_.policies[*place.policy] : nullptr, 1};
        if (p.policy && p.policy->retry) p.tries_max = p.policy->retry->max_attempts;
        if (healing && healing->max_rounds > 0) p.tries_max = std::max(p.tries_max, healing->retry.max_attempts);
        passages_.push_back(p);
    };
    for (std::size_t o = 0; o < operations_.size(); ++o) {
        const auto &healing = scenario_.operations[o].healing;
        if (!operations_[o]) continue;
        for (const LegPlace &leg : layout_.chains[o]) passage(leg, healing ? &*healing : nullptr);
    }
    for (std::size_t s = 0; s < services_.size(); ++s) {
        if (!services_[s]) continue;
        for (const Layout::Downstream &call : layout_.downstream[s]) passage(call.place, nullptr);
    }
}

bool IdleScene::policy_reached(const PolicyConfig &policy) const {
    return std::any_of(passages_.begin(), passages_.end(), [&](const Passage &p) { return p.policy == &policy; });
}

int IdleScene::tries_max(const PolicyConfig &policy) const {
    int most = policy.retry ? policy.retry->max_attempts : 1;
    for (const Passage &p : passages_) {
        if (p.policy == &policy) most = std::max(most, p.tries_max);
    }
    return most;
}

bool IdleScene::leads_group(std::size_t service) const {
    const auto group = [this](std::size_t s) {
        const auto &availability = scenario_.services[s].availability;
        return availability ? availability->group : std::string();
    };
    if (group(service).empty()) return false;
    for (std::size_t s = 0; s < service; ++s) {
        if (group(s) == group(service)) return false;
    }
    for (std::size_t s = service + 1; s < services_.size(); ++s) {
        if (services_[s] && group(s) == group(service)) return true;
    }
    return false;
}

void IdleScene::find_least_answers() {
    least_.assign(services_.size(), Duration{0});
    least_known_.assign(services_.size(), false);
    for (std::size_t s = 0; s < services_.size(); ++s) least_answer_of(s);
}

/// Way there, service time under the kindest faults, the calls that it makes, way back. A service succeeds only when
/// all its calls did; what runs in parallel takes as long as the longest.
Duration IdleScene::least_answer_of(std::size_t service) {
    if (least_known_[service]) return least_[service];
    const ServiceConfig &config = scenario_.services[service];
    double factor = 1.0;
    for (const Fault &fault : scenario_.faults) {
        const auto *latency = std::get_if<LatencyFault>(&fault.effect);
        if (latency && fault.service == config.name) factor *= std::min(1.0, latency->factor);
    }
    double ns = static_cast<double>(smallest(config.latency).count()) * factor;
    double together = 0.0; // of neighbouring parallel entries
    for (std::size_t c = 0; c < config.calls.size(); ++c) {
        const auto one = static_cast<double>(least_answer_of(layout_.downstream[service][c].place.service).count());
        if (config.calls[c].mode == CallMode::parallel) {
            together = std::max(together, one);
            continue;
        }
        ns += together + one * config.calls[c].times;
        together = 0.0;
    }
    ns += together + 2.0 * static_cast<double>(smallest(config.network).count());
    least_known_[service] = true;
    return least_[service] = duration_from_ns(ns);
}

Duration IdleScene::run_end() const {
    return scenario_.drain ? std::min(kDurationMax, scenario_.duration + scenario_.drain_limit) : scenario_.duration;
}

} // namespace halfopen
