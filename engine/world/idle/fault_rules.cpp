// SPDX-License-Identifier: GPL-3.0-or-later
// Faults that change nothing or meet nobody.
#include <array>

#include <fmt/format.h>

#include "engine/world/idle/rules.h"

namespace halfopen {

namespace {

/// Calls `what` with each fault, its path and the number of its service.
template <class F> void each_fault(const IdleScene &scene, F what) {
    const Scenario &scenario = scene.scenario();
    for (std::size_t f = 0; f < scenario.faults.size(); ++f) {
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            if (scenario.services[s].name == scenario.faults[f].service) {
                what(scenario.faults[f], fmt::format("faults[{}]", f), s);
            }
        }
    }
}

/// Whether the fault can be felt: an availability fault is, by the services of its group, where it is not called itself.
bool meets_somebody(const IdleScene &scene, const Fault &fault, std::size_t service) {
    if (scene.service_reached(service)) return true;
    return std::holds_alternative<AvailabilityFault>(fault.effect) && scene.leads_group(service);
}

void of_nobody(const IdleScene &scene, IdleFound &found) {
    each_fault(scene, [&](const Fault &fault, const std::string &path, std::size_t service) {
        if (meets_somebody(scene, fault, service)) return;
        found(path + ".service", phrase("Invalid", "has no effect: no workload reaches {}; let the fault meet a service that is called"),
              fault.service);
    });
}

void changes_nothing(const IdleScene &scene, IdleFound &found) {
    each_fault(scene, [&](const Fault &fault, const std::string &path, std::size_t service) {
        const auto *latency = std::get_if<LatencyFault>(&fault.effect);
        if (latency && latency->factor == 1.0 && latency->add.count() == 0) {
            found(path + ".latency", phrase("Invalid", "has no effect: a factor of 1 with nothing added leaves the latency as it "
                                                       "is; set another factor, or `add`"));
        }
        const auto *workers = std::get_if<WorkersFault>(&fault.effect);
        if (workers && scene.scenario().services[service].workers == workers->workers) {
            found(path + ".workers", phrase("Invalid", "has no effect: {} has {} anyway; set another number"), fault.service,
                  workers->workers);
        }
    });
}

void after_the_arrivals(const IdleScene &scene, IdleFound &found) {
    each_fault(scene, [&](const Fault &fault, const std::string &path, std::size_t service) {
        const Duration end = scene.arrivals_end(service);
        if (!scene.service_reached(service) || fault.at < end) return;
        found(path + ".at", phrase("Invalid", "at {} no request arrives any more (the arrivals end at {}): the fault can only "
                                              "meet those that are still under way; let it begin earlier"),
              short_text(fault.at), short_text(end));
    });
}

constexpr std::array<IdleRule, 3> kRules{{
    {"fault_of_nobody", of_nobody},
    {"fault_changes_nothing", changes_nothing},
    {"fault_after_the_arrivals", after_the_arrivals},
}};

} // namespace

std::span<const IdleRule> idle_fault_rules() { return kRules; }

} // namespace halfopen
