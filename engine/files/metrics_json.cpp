// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/metrics_json.h"

#include "engine/files/words.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>

namespace halfopen {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const Figure &figure) { return figure ? number(*figure) : Json(nullptr); }

Json latency_json(const LatencyFigures &latency) {
    return Json{{"mean", number(latency.mean)}, {"p50", number(latency.p50)}, {"p90", number(latency.p90)},
                {"p95", number(latency.p95)},   {"p99", number(latency.p99)}, {"max", number(latency.max)},
                {"exact", latency.exact}};
}

template <class Map>
Json counts_json(const Map &counts) {
    Json out = Json::object();
    for (const auto &[name, count] : counts)
        out[name] = count;
    return out;
}

Json slo_json(const Metrics &metrics) {
    Json out = Json::object();
    for (const GoalFigure &goal : metrics.slo) {
        out[goal.metric] = Json{{"goal", number(goal.goal)},
                                {"value", number(goal.value)},
                                {"met", goal.met ? Json(*goal.met) : Json(nullptr)}};
    }
    return out;
}

Json services_json(const Metrics &metrics) {
    Json out = Json::object();
    for (const ServiceFigures &service : metrics.services) {
        out[service.name] = Json{{"calls", service.calls},
                                 {"amplification", number(service.amplification)},
                                 {"served", service.served},
                                 {"share", number(service.share)},
                                 {"cost", number(service.cost_usd)},
                                 {"failures", counts_json(service.failures)},
                                 {"queue_wait_s", Json{{"mean", number(service.queue_wait_mean_s)}}},
                                 {"busy_share", number(service.busy_share)},
                                 {"in_system_mean", number(service.in_system_mean)},
                                 {"ejections", service.ejections}};
    }
    return out;
}

Json breakers_json(const Metrics &metrics) {
    Json out = Json::array();
    for (const BreakerFigures &breaker : metrics.breakers) {
        Json transitions = Json::array();
        for (const BreakerTransitionFigure &t : breaker.transitions) {
            transitions.push_back(Json{{"at_s", number(t.at_s)},
                                       {"from", name_of(t.from)},
                                       {"to", name_of(t.to)},
                                       {"reason", word_of(t.reason)}});
        }
        out.push_back(Json{{"policy", breaker.policy},
                           {"service", breaker.service},
                           {"caller", breaker.caller ? Json(*breaker.caller) : Json(nullptr)},
                           {"workload", breaker.caller ? Json(nullptr) : Json(breaker.workload)},
                           {"instance", breaker.shared ? Json(nullptr) : Json(breaker.instance)},
                           {"trips", breaker.trips},
                           {"false_trips", breaker.false_trips},
                           {"reopenings", breaker.reopenings},
                           {"rejected", breaker.rejected},
                           {"closed_s", number(breaker.closed_s)},
                           {"open_s", number(breaker.open_s)},
                           {"half_open_s", number(breaker.half_open_s)},
                           {"transitions", std::move(transitions)}});
    }
    return out;
}

Json faults_json(const Metrics &metrics) {
    Json out = Json::array();
    for (const FaultFigures &fault : metrics.faults) {
        out.push_back(Json{{"service", fault.service},
                           {"at_s", number(fault.at_s)},
                           {"for_s", number(fault.for_s)},
                           {"time_to_detect_s", number(fault.time_to_detect_s)},
                           {"time_to_recover_s", number(fault.time_to_recover_s)}});
    }
    return out;
}

Json batches_json(const Metrics &metrics) {
    Json out = Json::array();
    for (const BatchFigures &batch : metrics.batches) {
        out.push_back(Json{{"items", batch.items},
                           {"successes", batch.successes},
                           {"failures", batch.failures},
                           {"success_rate", number(batch.success_rate)}});
    }
    return out;
}

Json companions_json(const std::vector<Companion> &companions) {
    Json out = Json::array();
    for (const Companion &companion : companions) {
        Json figures = Json::object();
        for (const CompanionFigure &figure : companion.figures)
            figures[figure.name] = Json{{"expected", number(figure.expected)}, {"measured", number(figure.measured)}};
        out.push_back(Json{{"path", companion.path},
                           {"model", companion.model},
                           {"assumes", companion.assumes},
                           {"holds", companion.holds()},
                           {"why_not", companion.holds() ? Json(nullptr) : Json(companion.why_not)},
                           {"figures", std::move(figures)}});
    }
    return out;
}

/// What was counted over the whole run.
void add_totals(Json &out, const Metrics &m) {
    out["requests"] =
        Json{{"total", m.requests}, {"succeeded", m.succeeded}, {"failed", m.failed}, {"in_flight", m.in_flight}};
    out["success_rate"] = number(m.success_rate);
    out["first_try_rate"] = number(m.first_try_rate);
    out["avg_attempts"] = number(m.avg_attempts);
    out["retry_rate"] = number(m.retry_rate);
    out["recovery"] = Json{{"retry", number(m.recovery_retry)},
                           {"fallback", number(m.recovery_fallback)},
                           {"healing", number(m.recovery_healing)},
                           {"hedging", number(m.recovery_hedging)}};
    out["goodput_per_s"] = number(m.goodput_per_s);
    out["rejected"] = counts_json(m.rejected);
    out["requests_refused"] = counts_json(m.requests_refused);
    out["endings"] = counts_json(m.endings);
    out["hedges"] = m.hedges;
    out["duplicates"] = m.duplicates;
    out["latency_s"] = latency_json(m.latency);
    out["latency_success_s"] = latency_json(m.latency_success);
    out["cost"] = Json{{"total", number(m.cost_total_usd)},
                       {"per_request", number(m.cost_per_request_usd)},
                       {"per_success", number(m.cost_per_success_usd)},
                       {"per_correct", number(m.cost_per_correct_usd)},
                       {"wasted", number(m.cost_wasted_usd)}};
    out["accuracy_served"] = number(m.accuracy_served);
}

} // namespace

std::string metrics_json(const Metrics &m, const std::vector<Companion> &companions) {
    Json out;
    out["scenario"] = m.scenario;
    out["seed"] = m.seed;
    out["simulated_s"] = number(m.simulated_s);
    out["events"] = m.events;
    out["trace_hash"] = m.trace_hash;
    out["stop"] = name_of(m.stop);
    out["slo"] = slo_json(m);
    add_totals(out, m);
    out["services"] = services_json(m);
    out["breakers"] = breakers_json(m);
    out["faults"] = faults_json(m);
    out["series"] = Json{{"step_s", number(m.series.step_s)},
                         {"arrivals", m.series.arrivals},
                         {"successes", m.series.successes},
                         {"failures", m.series.failures},
                         {"attempts", m.series.attempts}};
    out["batches"] = batches_json(m);
    if (!companions.empty()) out["closed_forms"] = companions_json(companions);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace halfopen
