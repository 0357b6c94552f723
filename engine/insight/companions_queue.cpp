// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/say.h"
#include "engine/insight/companions.h"

#include <algorithm>

#include "engine/insight/closed_forms.h"
#include "engine/insight/distribution_tail.h"
#include "engine/insight/lint/scene.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Who asks a service, as far as a queueing model must know.
struct Callers {
    double rate = 0.0;
    std::string why_not;
};

std::string policy_why_not(const Use &use) {
    if (use.policy == nullptr) return {};
    const PolicyConfig &p = *use.policy;
    if (use.retries()) return said(phrase("Check", "calls that fail come again (retry)"));
    if (p.timeout) return said(phrase("Check", "callers may leave before they are served (timeout)"));
    if (p.breaker) return said(phrase("Check", "a breaker may keep calls away"));
    if (p.bulkhead || p.rate_limiter) return said(phrase("Check", "a guard changes when calls arrive"));
    if (p.hedge) return said(phrase("Check", "hedged copies come on top"));
    if (p.budget) return said(phrase("Check", "a budget may keep calls away"));
    return {};
}

Callers callers_of(const LintScene &scene, const ServiceConfig &service) {
    Callers out;
    const Scenario &scenario = scene.scenario();
    for (const Use &use : scene.uses()) {
        if (use.service != &service) continue;
        if (!use.operation) return {0.0, said(phrase("Check", "another service calls it"))};
        if (use.leg > 0) return {0.0, said(phrase("Check", "it is a fallback, asked when the legs before it fail"))};
        if (use.operation->healing) return {0.0, said(phrase("Check", "healing may ask it again"))};
        if (use.operation->deadline) return {0.0, said(phrase("Check", "callers may leave before they are served (deadline)"))};
        if (const std::string why = policy_why_not(use); !why.empty()) return {0.0, why};
        for (std::size_t w = 0; w < scenario.workloads.size(); ++w) {
            if (&scenario.operations[scene.layout().operation_of_workload[w]] != use.operation) continue;
            const auto *poisson = std::get_if<PoissonArrivals>(&scenario.workloads[w].arrivals);
            if (!poisson) return {0.0, said(phrase("Check", "its calls do not come as a Poisson process of one rate"))};
            out.rate += poisson->rate.per_second;
        }
    }
    return out;
}

std::string service_why_not(const Scenario &scenario, const ServiceConfig &service) {
    const bool faulty = std::any_of(scenario.faults.begin(), scenario.faults.end(),
                                    [&](const Fault &f) { return f.service == service.name; });
    if (faulty) return said(phrase("Check", "faults change it during the run"));
    if (!scenario.edits.empty()) return said(phrase("Check", "the scenario is edited during the run"));
    if (!service.profile.empty()) return said(phrase("Check", "its behaviour changes over time (profile)"));
    if (service.availability) return said(phrase("Check", "its outages come and go (availability)"));
    if (service.rate_limit) return said(phrase("Check", "it limits its rate"));
    if (!service.calls.empty()) return said(phrase("Check", "its workers wait for the services that it calls"));
    if (service.replicas > 1) return said(phrase("Check", "its replicas have queues of their own"));
    if (service.contention != Contention::none) return said(phrase("Check", "its calls contend for a lock"));
    const auto refuses = [&](const auto &f) { return f.second > 0.0 && scenario.kinds[f.first].shows == Shows::refuse; };
    if (std::any_of(service.failures.begin(), service.failures.end(), refuses)) return said(phrase("Check", "some calls are refused before they queue"));
    return {};
}

Figure loss_of(const ServiceFigures &s) {
    const auto lost = s.failures.find("overloaded");
    if (s.calls == 0) return std::nullopt;
    return lost == s.failures.end() ? 0.0 : static_cast<double>(lost->second) / static_cast<double>(s.calls);
}

void add_station(Companion &out, const theory::Station &station, const ServiceFigures *measured, bool finite) {
    const auto of = [measured](Figure ServiceFigures::*figure) { return measured ? measured->*figure : std::nullopt; };
    if (finite) {
        out.figures.push_back({"queue_wait_mean", FigureUnit::seconds, station.wait_s, of(&ServiceFigures::queue_wait_mean_s)});
        out.figures.push_back({"busy_share", FigureUnit::share, station.busy, of(&ServiceFigures::busy_share)});
    }
    out.figures.push_back({"in_system_mean", FigureUnit::plain, station.in_system, of(&ServiceFigures::in_system_mean)});
}

/// Chooses the model by workers, queue and service time; fills in its figures or why there is none.
void fill(Companion &out, const ServiceConfig &service, double rate, const ServiceFigures *measured) {
    const auto known = moments(service.latency);
    const auto mean = mean_s(service.latency);
    const bool exponential = std::holds_alternative<Exponential>(service.latency.kind);
    if (!mean) {
        out.why_not = said(phrase("Check", "its service time has no mean of its own"));
        return;
    }
    if (!service.workers) {
        out.model = "M/G/infinity";
        add_station(out, {0.0, 0.0, 0.0, *mean, rate * *mean}, measured, false);
        return;
    }
    const int workers = *service.workers;
    if (service.queue && exponential) {
        const int places = workers + *service.queue;
        out.model = fmt::format("M/M/{}/{}", workers, places);
        const theory::LossStation station = theory::mmck(rate, *mean, workers, places);
        out.figures = {{"lost", FigureUnit::share, station.loss, measured ? loss_of(*measured) : std::nullopt},
                       {"in_system_mean", FigureUnit::plain, station.in_system, measured ? measured->in_system_mean : std::nullopt}};
        return;
    }
    std::optional<theory::Station> station;
    if (service.queue) {
        out.why_not = said(phrase("Check", "there is no closed form for a bounded queue with this service time"));
    } else if (exponential) {
        out.model = fmt::format("M/M/{}", workers);
        station = theory::mmc(rate, *mean, workers);
    } else if (workers == 1 && known) {
        out.model = known->variance_s2 == 0.0 ? "M/D/1" : "M/G/1";
        station = theory::mg1(rate, *mean, known->variance_s2);
    } else {
        out.why_not = workers == 1 ? said(phrase("Check", "its service time has no variance of its own"))
                                   : said(phrase("Check", "there is no closed form for several workers with this service time"));
    }
    if (!out.why_not.empty()) return;
    if (station) {
        add_station(out, *station, measured, true);
    } else {
        out.why_not = say(phrase("Check", "there is no steady state: {} calls a second come to workers that serve {}"), figure_text(rate),
                                  figure_text(workers / *mean));
    }
}

} // namespace

std::vector<Companion> queue_companions(const LintScene &scene, const Metrics *metrics) {
    std::vector<Companion> out;
    const Scenario &scenario = scene.scenario();
    for (std::size_t s = 0; s < scenario.services.size(); ++s) {
        const ServiceConfig &service = scenario.services[s];
        const bool asked = std::any_of(scene.uses().begin(), scene.uses().end(), [&](const Use &u) { return u.service == &service; });
        if (!asked) continue;
        Companion companion;
        companion.path = "services." + service.name;
        companion.model = said(phrase("Check", "queue"));
        companion.assumes = said(phrase("Check", "Poisson arrivals, plain calls, one station in its steady state"));
        companion.why_not = service_why_not(scenario, service);
        const Callers callers = callers_of(scene, service);
        if (companion.why_not.empty()) companion.why_not = callers.why_not;
        if (companion.why_not.empty()) {
            fill(companion, service, callers.rate, metrics && s < metrics->services.size() ? &metrics->services[s] : nullptr);
        }
        out.push_back(std::move(companion));
    }
    return out;
}

} // namespace halfopen
