// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of a service that stand beside what would give them a meaning.
#include <algorithm>
#include <array>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

/// Whether calls may ever wait there: its workers are limited, or a fault limits or stops them.
bool may_queue(const IdleScene &scene, const ServiceConfig &service) {
    if (service.workers) return true;
    const std::vector<Fault> &faults = scene.scenario().faults;
    return std::any_of(faults.begin(), faults.end(), [&](const Fault &fault) {
        const bool holds = std::holds_alternative<WorkersFault>(fault.effect) || std::holds_alternative<PauseFault>(fault.effect);
        return holds && fault.service == service.name;
    });
}

void queue_without_workers(const IdleScene &scene, IdleFound &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        if (may_queue(scene, service)) continue;
        const std::string path = "services." + service.name;
        if (service.queue) {
            found(path + ".queue", phrase("Invalid", "has no effect: with unlimited workers no call waits; set `workers`"));
        }
        if (service.discipline != Discipline::fifo) {
            found(path + ".discipline", phrase("Invalid", "has no effect: with unlimited workers no call waits; set `workers`"));
        }
    }
}

void balance_of_one(const IdleScene &scene, IdleFound &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        if (service.balance == Balance::round_robin || service.replicas > 1) continue;
        found("services." + service.name + ".balance",
              phrase("Invalid", "has no effect: there is one replica to choose from; set `replicas`"));
    }
}

void key_without_effect(const IdleScene &scene, IdleFound &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        if (!service.idempotency_key || service.effect) continue;
        found("services." + service.name + ".idempotency_key",
              phrase("Invalid", "has no effect: the service has no side effect that could happen twice; set `effect: true`"));
    }
}

void billing_without_cost(const IdleScene &scene, IdleFound &found) {
    for (const ServiceConfig &service : scene.scenario().services) {
        if (service.billing.empty() || service.cost.nano_usd != 0) continue;
        found("services." + service.name + ".billing",
              phrase("Invalid", "has no effect: a call costs nothing; set `cost`"));
    }
}

constexpr std::array<IdleRule, 4> kRules{{
    {"queue_without_workers", queue_without_workers},
    {"balance_of_one", balance_of_one},
    {"key_without_effect", key_without_effect},
    {"billing_without_cost", billing_without_cost},
}};

} // namespace

std::span<const IdleRule> idle_service_rules() { return kRules; }

} // namespace halfopen
