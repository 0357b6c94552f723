// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/shape.h"

#include "engine/base/say.h"
#include "engine/world/layout.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace halfopen {

namespace {

using Difference = std::optional<Issue>;

template <class... Args>
Issue cannot(std::string path, CheckedPhrase<std::type_identity_t<Args>...> text, Args &&...args) {
    return Issue{std::move(path), say(phrase("Edit", "no edit can change {}"), say(text, std::forward<Args>(args)...)), {}, {}};
}

template <class T>
std::vector<std::string> names_of(const std::vector<T> &list) {
    std::vector<std::string> names;
    for (const T &item : list)
        names.push_back(item.name);
    return names;
}

Difference of_names(const Scenario &a, const Scenario &b) {
    if (names_of(a.services) != names_of(b.services)) return cannot("services", phrase("Edit", "which services there are"));
    if (names_of(a.policies) != names_of(b.policies)) return cannot("policies", phrase("Edit", "which policies there are"));
    if (names_of(a.operations) != names_of(b.operations)) return cannot("operations", phrase("Edit", "which operations there are"));
    if (a.kinds.names() != b.kinds.names()) return cannot("kinds", phrase("Edit", "which failure kinds there are"));
    bool same = a.inputs.size() == b.inputs.size();
    for (std::size_t i = 0; same && i < a.inputs.size(); ++i)
        same = a.inputs[i].kind == b.inputs[i].kind;
    if (!same) return cannot("inputs", phrase("Edit", "which inputs there are"));
    return std::nullopt;
}

Difference of(const ServiceConfig &a, const ServiceConfig &b) {
    const std::string path = "services." + a.name;
    if (a.replicas != b.replicas) return cannot(path + ".replicas", phrase("Edit", "the number of replicas, {}"), a.replicas);
    if (a.calls != b.calls) return cannot(path + ".calls", phrase("Edit", "what a service calls"));
    if (a.contention != b.contention) return cannot(path + ".contention", phrase("Edit", "how writes collide"));
    const std::string group = a.availability ? a.availability->group : "";
    if (group != (b.availability ? b.availability->group : "")) {
        return cannot(path + ".availability.group", phrase("Edit", "which services go down together"));
    }
    return std::nullopt;
}

/// A policy written as the tutorial's object adds its fallback tools to the chain.
std::vector<std::string> tools_of(const PolicyConfig &policy) {
    if (!policy.error_recovery || !uses_fallback(*policy.error_recovery)) return {};
    return policy.error_recovery->fallback_tools;
}

/// A layer that both have keeps its place: one for each instance, or one for all.
template <class T>
bool same_sharing(const std::optional<T> &a, const std::optional<T> &b) {
    return !a || !b || a->shared == b->shared;
}

/// Whether policies keep the same kinds of state, so that what they remember has its place after an edit.
bool same_state(const PolicyConfig &a, const PolicyConfig &b) {
    if (a.breaker.has_value() != b.breaker.has_value()) return false;
    if (a.breaker && (a.breaker->stands != b.breaker->stands || a.breaker->shared != b.breaker->shared)) return false;
    return remembers(a) == remembers(b);
}

Difference of(const PolicyConfig &a, const PolicyConfig &b) {
    const std::string path = "policies." + a.name;
    if (!same_state(a, b)) return cannot(path, phrase("Edit", "which breakers and guards there are"));
    if (!same_sharing(a.bulkhead, b.bulkhead) || !same_sharing(a.rate_limiter, b.rate_limiter) ||
        !same_sharing(a.budget, b.budget)) {
        return cannot(path, phrase("Edit", "what instances share"));
    }
    if (tools_of(a) == tools_of(b)) return std::nullopt;
    return cannot(path + ".error_recovery.fallback_tools", phrase("Edit", "the legs of a chain"));
}

Difference of(const Operation &a, const Operation &b) {
    bool same = a.chain.size() == b.chain.size();
    for (std::size_t i = 0; same && i < a.chain.size(); ++i) {
        same = a.chain[i].service == b.chain[i].service && a.chain[i].policy == b.chain[i].policy;
    }
    if (!same) return cannot("operations." + a.name + ".chain", phrase("Edit", "the legs of a chain"));
    return std::nullopt;
}

/// Whether arrivals come one after another by rule, so that one rule can follow another.
bool is_open(const Arrivals &arrivals) {
    return std::holds_alternative<PoissonArrivals>(arrivals) || std::holds_alternative<EveryArrivals>(arrivals) ||
           std::holds_alternative<PhasedArrivals>(arrivals);
}

Difference of(const std::string &path, const Workload &a, const Workload &b) {
    if (a.operation != b.operation) return cannot(path + ".operation", phrase("Edit", "what a workload asks for"));
    if (a.instances != b.instances) return cannot(path + ".instances", phrase("Edit", "the number of instances, {}"), a.instances);
    if (a.luck != b.luck) return cannot(path + ".luck", phrase("Edit", "the luck of a workload"));
    const std::string at = path + ".arrivals";
    if (a.arrivals.index() != b.arrivals.index() && !(is_open(a.arrivals) && is_open(b.arrivals))) {
        return cannot(at, phrase("Edit", "the kind of arrivals, but for poisson, every and phases, which can follow each other"));
    }
    if (std::holds_alternative<BatchArrivals>(a.arrivals) && a.arrivals != b.arrivals) return cannot(at, phrase("Edit", "a batch"));
    if (std::holds_alternative<TraceArrivals>(a.arrivals) && a.arrivals != b.arrivals) return cannot(at, phrase("Edit", "a record"));
    const auto *before = std::get_if<ClientArrivals>(&a.arrivals);
    const auto *after = std::get_if<ClientArrivals>(&b.arrivals);
    if (before && after && before->count != after->count) {
        return cannot(at + ".clients.count", phrase("Edit", "the number of clients, {}"), before->count);
    }
    return std::nullopt;
}

template <class T>
Difference first_in(const std::vector<T> &a, const std::vector<T> &b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (auto difference = of(a[i], b[i])) return difference;
    }
    return std::nullopt;
}

} // namespace

std::optional<Issue> shape_difference(const Scenario &before, const Scenario &after) {
    if (auto difference = of_names(before, after)) return difference;
    if (auto difference = first_in(before.services, after.services)) return difference;
    if (auto difference = first_in(before.policies, after.policies)) return difference;
    if (auto difference = first_in(before.operations, after.operations)) return difference;
    if (before.workloads.size() != after.workloads.size()) {
        return cannot("workloads", phrase("Edit", "the number of workloads, {}"), before.workloads.size());
    }
    for (std::size_t i = 0; i < before.workloads.size(); ++i) {
        if (auto d = of(fmt::format("workloads[{}]", i), before.workloads[i], after.workloads[i])) return d;
    }
    if (before.faults.size() != after.faults.size()) {
        return cannot("faults", phrase("Edit", "the number of faults, {}"), before.faults.size());
    }
    for (std::size_t i = 0; i < before.faults.size(); ++i) {
        const Fault &a = before.faults[i], &b = after.faults[i];
        const std::string path = fmt::format("faults[{}]", i);
        if (a.service != b.service || a.replica != b.replica) return cannot(path, phrase("Edit", "what a fault meets"));
        if (a.effect.index() != b.effect.index()) return cannot(path, phrase("Edit", "the kind of a fault"));
    }
    return std::nullopt;
}

} // namespace halfopen
