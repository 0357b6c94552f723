// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/shared_ground.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace halfopen {

namespace {

template <class T> struct Part {
    std::string_view name;
    bool (*same)(const T &a, const T &b);
};
#define HALFOPEN_PART(type, key, member) Part<type>{key, [](const type &a, const type &b) { return a.member == b.member; }}

/// The calls of a service, under whatever policies.
bool same_calls(const ServiceConfig &a, const ServiceConfig &b) {
    return std::equal(a.calls.begin(), a.calls.end(), b.calls.begin(), b.calls.end(),
                      [](const DownstreamCall &x, const DownstreamCall &y) {
                          return x.service == y.service && x.times == y.times && x.mode == y.mode;
                      });
}

constexpr std::array kServiceParts{
    HALFOPEN_PART(ServiceConfig, "network", network),
    HALFOPEN_PART(ServiceConfig, "latency", latency),
    HALFOPEN_PART(ServiceConfig, "replicas", replicas),
    HALFOPEN_PART(ServiceConfig, "balance", balance),
    HALFOPEN_PART(ServiceConfig, "workers", workers),
    HALFOPEN_PART(ServiceConfig, "queue", queue),
    HALFOPEN_PART(ServiceConfig, "discipline", discipline),
    HALFOPEN_PART(ServiceConfig, "contention", contention),
    HALFOPEN_PART(ServiceConfig, "failures", failures),
    HALFOPEN_PART(ServiceConfig, "availability", availability),
    HALFOPEN_PART(ServiceConfig, "rate_limit", rate_limit),
    HALFOPEN_PART(ServiceConfig, "cost", cost),
    HALFOPEN_PART(ServiceConfig, "billing", billing),
    HALFOPEN_PART(ServiceConfig, "accuracy", accuracy),
    HALFOPEN_PART(ServiceConfig, "confidence", confidence),
    HALFOPEN_PART(ServiceConfig, "effect", effect),
    HALFOPEN_PART(ServiceConfig, "idempotency_key", idempotency_key),
    HALFOPEN_PART(ServiceConfig, "cancels", cancels),
    Part<ServiceConfig>{"calls", same_calls},
};

constexpr std::array kWorkloadParts{
    HALFOPEN_PART(Workload, "operation", operation),
    HALFOPEN_PART(Workload, "arrivals", arrivals),
    HALFOPEN_PART(Workload, "instances", instances),
    HALFOPEN_PART(Workload, "luck", luck),
};

constexpr std::array kScenarioParts{
    HALFOPEN_PART(Scenario, "duration", duration),
    HALFOPEN_PART(Scenario, "drain", drain),
    HALFOPEN_PART(Scenario, "drain_limit", drain_limit),
    HALFOPEN_PART(Scenario, "warmup", warmup),
    HALFOPEN_PART(Scenario, "kinds", kinds),
    HALFOPEN_PART(Scenario, "inputs", inputs),
    HALFOPEN_PART(Scenario, "faults", faults),
    HALFOPEN_PART(Scenario, "edits", edits),
};
#undef HALFOPEN_PART

template <class T, std::size_t N>
void compare(const std::array<Part<T>, N> &parts, const std::string &path, const T &a, const T &b, std::vector<std::string> &out) {
    for (const Part<T> &part : parts) {
        if (!part.same(a, b)) out.push_back(path + std::string(part.name));
    }
}

/// Draws are keyed by a service's number, so that another order is another luck.
void compare_services(const Scenario &a, const Scenario &b, std::vector<std::string> &out) {
    const auto same_name = [](const ServiceConfig &x, const ServiceConfig &y) { return x.name == y.name; };
    if (!std::equal(a.services.begin(), a.services.end(), b.services.begin(), b.services.end(), same_name)) {
        out.emplace_back("services");
        return;
    }
    for (std::size_t i = 0; i < a.services.size(); ++i) {
        compare(kServiceParts, "services." + a.services[i].name + '.', a.services[i], b.services[i], out);
    }
}

bool closed(const Workload &workload) {
    return std::holds_alternative<ClientArrivals>(workload.arrivals) || std::holds_alternative<BatchArrivals>(workload.arrivals);
}

} // namespace

SharedGround shared_ground(const Scenario &a, const Scenario &b) {
    SharedGround out;
    compare(kScenarioParts, "", a, b, out.differences);
    compare_services(a, b, out.differences);
    const bool as_many = a.workloads.size() == b.workloads.size();
    if (!as_many) out.differences.emplace_back("workloads");
    out.same_arrivals = as_many && a.duration == b.duration;
    for (std::size_t i = 0; i < std::min(a.workloads.size(), b.workloads.size()); ++i) {
        const Workload &x = a.workloads[i], &y = b.workloads[i];
        if (as_many) compare(kWorkloadParts, fmt::format("workloads[{}].", i), x, y, out.differences);
        out.arrivals_follow_answers = out.arrivals_follow_answers || closed(x) || closed(y);
        out.same_arrivals = out.same_arrivals && x.arrivals == y.arrivals && x.luck == y.luck && !closed(x);
    }
    return out;
}

} // namespace halfopen
