// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/lint/scene.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/base/say.h"
#include "engine/insight/closed_forms.h"
#include "engine/insight/distribution_tail.h"
#include "engine/insight/explain.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// What asks a service, in all.
struct Load {
    bool reached = false, closed = false;
    std::optional<double> rate = 0.0, healthy = 0.0;
};

/// The services in an order in which each stands before those that it calls.
std::vector<std::uint32_t> callers_first(const Layout &layout) {
    std::vector<std::uint32_t> order;
    std::vector<bool> seen(layout.downstream.size());
    const std::function<void(std::uint32_t)> visit = [&](std::uint32_t service) {
        if (seen[service]) return;
        seen[service] = true;
        for (const auto &call : layout.downstream[service]) visit(call.place.service);
        order.push_back(service);
    };
    for (std::uint32_t s = 0; s < layout.downstream.size(); ++s) visit(s);
    std::reverse(order.begin(), order.end());
    return order;
}

bool is_closed(const Workload &workload) {
    return std::holds_alternative<BatchArrivals>(workload.arrivals) ||
           std::holds_alternative<ClientArrivals>(workload.arrivals);
}

/// The highest rate of an open workload, or what a closed one could issue at most; nothing when unknown.
std::optional<double> peak_rate(const LintScene &scene, const Workload &workload, const ServiceConfig *first) {
    const Duration duration = scene.scenario().duration;
    const double answer = (first ? scene.answer_s(*first) : std::nullopt).value_or(0.0); // 0: unknown, or at once
    if (const auto *phased = std::get_if<PhasedArrivals>(&workload.arrivals)) {
        double peak = 0.0;
        for (const Phase &phase : phased->phases) peak = std::max({peak, phase.from.per_second, phase.to.per_second});
        return peak;
    }
    if (const auto *batch = std::get_if<BatchArrivals>(&workload.arrivals)) {
        return answer > 0.0 ? std::optional(batch->concurrency / answer) : std::nullopt;
    }
    if (const auto *clients = std::get_if<ClientArrivals>(&workload.arrivals)) {
        const auto think = mean_s(clients->think);
        if (!think || !first) return std::nullopt;
        const double cycle = clients->pacing == Pacing::start ? std::max(*think, answer) : *think + answer;
        return cycle > 0.0 ? std::optional(clients->count / cycle) : std::nullopt;
    }
    const auto arrivals = expected_arrivals(workload.arrivals, duration);
    if (!arrivals || duration.count() == 0) return std::nullopt;
    return *arrivals / seconds(duration);
}

std::optional<double> plus(std::optional<double> a, std::optional<double> b) {
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

} // namespace

bool Use::breaker_inside_retry() const {
    if (!breaker() || !policy->retry) return false;
    const auto place = [this](LayerKind kind) { return std::find(policy->order.begin(), policy->order.end(), kind); };
    return place(LayerKind::retry) < place(LayerKind::breaker);
}

LintScene::LintScene(const Scenario &scenario) : scenario_(scenario), layout_(layout_of(scenario)) {
    add_chains();
    add_downstream();
}

Use LintScene::use_of(std::uint32_t service, std::optional<std::uint32_t> policy) const {
    Use use;
    use.service = &scenario_.services[service];
    use.policy = policy ? &scenario_.policies[*policy] : nullptr;
    use.failures = failures_of(*use.service, use.policy);
    return use;
}

void LintScene::add_chains() {
    for (std::size_t o = 0; o < scenario_.operations.size(); ++o) {
        const Operation &operation = scenario_.operations[o];
        std::optional<double> rate = 0.0;
        int instances = 0;
        bool closed = false;
        const ServiceConfig *first = &scenario_.services[layout_.chains[o].front().service];
        for (std::size_t w = 0; w < scenario_.workloads.size(); ++w) {
            if (layout_.operation_of_workload[w] != o) continue;
            instances = std::max(instances, scenario_.workloads[w].instances);
            closed = closed || is_closed(scenario_.workloads[w]);
            rate = plus(rate, peak_rate(*this, scenario_.workloads[w], first));
        }
        if (instances == 0) continue; // nobody asks for it
        operations_.push_back(&operation);
        std::optional<double> healthy = rate;
        for (std::size_t leg = 0; leg < layout_.chains[o].size(); ++leg) {
            Use use = use_of(layout_.chains[o][leg].service, layout_.chains[o][leg].policy);
            use.path = fmt::format("operations.{}.chain[{}]", operation.name, leg);
            use.operation = &operation;
            use.leg = leg;
            use.callers = instances;
            use.closed = closed;
            use.rate = rate;
            use.healthy_rate = healthy;
            if (healthy) healthy = *healthy * (1.0 - leg_success(use, use.tries()));
            uses_.push_back(std::move(use));
        }
    }
}

void LintScene::add_downstream() {
    // Callers stand before those that they call: the order in which all calls of a service are known.
    std::vector<Load> loads(scenario_.services.size());
    for (const Use &use : uses_) {
        Load &load = loads[index_of(*use.service)];
        load.reached = true;
        load.closed = load.closed || use.closed;
        load.rate = plus(load.rate, use.rate);
        load.healthy = plus(load.healthy, use.healthy_rate);
    }
    for (const std::uint32_t caller : callers_first(layout_)) {
        if (!loads[caller].reached) continue;
        const ServiceConfig &service = scenario_.services[caller];
        for (std::size_t c = 0; c < layout_.downstream[caller].size(); ++c) {
            const LegPlace &place = layout_.downstream[caller][c].place;
            const double times = service.calls[c].times;
            Use use = use_of(place.service, place.policy);
            use.path = fmt::format("services.{}.calls[{}]", service.name, c);
            use.callers = service.replicas;
            use.closed = loads[caller].closed;
            if (loads[caller].rate) use.rate = *loads[caller].rate * times;
            if (loads[caller].healthy) use.healthy_rate = *loads[caller].healthy * times;
            Load &load = loads[place.service];
            load.reached = true;
            load.closed = load.closed || use.closed;
            load.rate = plus(load.rate, use.rate);
            load.healthy = plus(load.healthy, use.healthy_rate);
            uses_.push_back(std::move(use));
        }
    }
}

std::size_t LintScene::index_of(const ServiceConfig &service) const {
    return static_cast<std::size_t>(&service - scenario_.services.data());
}

std::vector<FailureShare> LintScene::failures_of(const ServiceConfig &service, const PolicyConfig *policy) const {
    std::vector<FailureShare> out;
    double rest = 1.0;
    for (const auto &[kind, share] : service.failures) {
        if (share <= 0.0) continue;
        out.push_back({kind, share});
        rest -= share;
    }
    if (policy && policy->timeout && rest > 0.0) {
        const double network = mean_s(service.network).value_or(0.0);
        const Duration left = policy->timeout->after - duration_from_ns(2e9 * network);
        const double late = left.count() <= 0 ? 1.0 : share_above(service.latency, left).value_or(0.0);
        if (late > 0.0) out.push_back({kind_timeout, rest * late});
    }
    return out;
}

std::vector<const Use *> LintScene::chain(const Operation &operation) const {
    std::vector<const Use *> out;
    for (const Use &use : uses_) {
        if (use.operation == &operation) out.push_back(&use);
    }
    return out;
}

std::optional<double> LintScene::rate_of(const Operation &operation) const {
    const auto legs = chain(operation);
    return legs.empty() ? std::nullopt : legs.front()->rate;
}

double LintScene::retried_share(const Use &use) const {
    if (!use.retries()) return 0.0;
    double sum = 0.0;
    for (const FailureShare &f : use.failures) {
        sum += retries_kind(*use.policy->retry, scenario_.kinds, f.kind) ? f.share : 0.0;
    }
    return std::min(1.0, sum);
}

double LintScene::failed_share(const Use &use) const {
    double sum = 0.0;
    for (const FailureShare &f : use.failures) sum += f.share;
    return std::min(1.0, sum);
}

double LintScene::counted_share(const Use &use) const {
    double sum = 0.0;
    for (const FailureShare &f : use.failures) {
        sum += scenario_.kinds[f.kind].breaker == BreakerCount::failure ? f.share : 0.0;
    }
    for (const InputKind &input : scenario_.inputs) {
        const auto &at = input.fails_at;
        const bool here = at.empty() || std::find(at.begin(), at.end(), use.service->name) != at.end();
        if (here && scenario_.kinds[input.kind].breaker == BreakerCount::failure) sum += input.share.value;
    }
    return std::min(1.0, sum);
}

double LintScene::leg_success(const Use &use, int tries) const {
    const double failed = failed_share(use);
    // Kinds that the matrix retries, when the leg has no retry of its own and `tries` asks what one would do.
    double retried = retried_share(use);
    if (!use.retries()) {
        for (const FailureShare &f : use.failures) retried += scenario_.kinds[f.kind].retry ? f.share : 0.0;
    }
    retried = std::min(retried, failed);
    if (retried >= 1.0) return 0.0;
    return (1.0 - failed) * (1.0 - std::pow(retried, tries)) / (1.0 - retried);
}

double LintScene::operation_success(const Operation &operation, std::optional<std::size_t> leg, int tries) const {
    double lost = 1.0;
    for (const Use *use : chain(operation)) {
        lost *= 1.0 - leg_success(*use, leg && *leg == use->leg ? tries : use->tries());
    }
    return 1.0 - lost;
}

std::optional<double> LintScene::rate_per_state(const Use &use, bool shared) const {
    return use.rate ? std::optional(shared ? *use.rate : *use.rate / use.callers) : std::nullopt;
}

std::optional<double> LintScene::capacity(const ServiceConfig &service) const {
    const auto mean = mean_s(service.latency);
    if (!service.workers || !mean || *mean <= 0.0) return std::nullopt;
    return *service.workers * service.replicas / *mean;
}

bool LintScene::may_hang(const ServiceConfig &service) const {
    const auto hangs = [this](Outcome kind) { return scenario_.kinds[kind].shows == Shows::hang; };
    for (const auto &[kind, share] : service.failures) {
        if (share > 0.0 && hangs(kind)) return true;
    }
    if (service.availability && hangs(service.availability->kind)) return true;
    return std::any_of(scenario_.faults.begin(), scenario_.faults.end(), [&](const Fault &fault) {
        if (fault.service != service.name) return false;
        if (const auto *outage = std::get_if<OutageFault>(&fault.effect)) return hangs(outage->kind);
        if (const auto *failures = std::get_if<FailuresFault>(&fault.effect)) {
            return std::any_of(failures->failures.begin(), failures->failures.end(),
                               [&](const auto &f) { return f.second > 0.0 && hangs(f.first); });
        }
        const auto *availability = std::get_if<AvailabilityFault>(&fault.effect);
        return availability && hangs(availability->availability.kind);
    });
}

std::optional<double> LintScene::answer_s(const ServiceConfig &service) const {
    const auto work = mean_s(service.latency);
    if (!work) return std::nullopt;
    return *work + 2.0 * mean_s(service.network).value_or(0.0);
}

Duration waits_in_all(const RetryConfig &retry, int retries) {
    Duration sum{0};
    for (int k = 1; k <= retries; ++k) {
        sum = std::min(kDurationMax, sum + backoff_base(retry.backoff, k));
    }
    return sum;
}

std::string figure_text(double value) {
    const double size = std::fabs(value);
    if (size == 0.0) return "0";
    if (size >= 1e15) return fmt::format("{:.2e}", value);
    const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
    if (before >= 3) {
        const double unit = std::pow(10.0, before - 3);
        return fmt::format("{:.0f}", std::round(value / unit) * unit);
    }
    std::string text = fmt::format("{:.{}f}", value, std::min(12, 3 - before));
    while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
        const bool point = text.back() == '.';
        text.pop_back();
        if (point) break;
    }
    return text;
}

std::string share_text(double share) { return figure_text(100.0 * share) + " %"; }
std::string seconds_text(double s) { return format_duration(duration_from_ns(s * 1e9)); }

} // namespace halfopen
