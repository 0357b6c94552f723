// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/random_world.h"

#include <algorithm>
#include <random>

namespace halfopen {

namespace {

using namespace std::chrono_literals;

class Maker {
public:
    explicit Maker(std::uint64_t number) : random_(number) {}

    Scenario make() {
        Scenario s;
        s.name = "random";
        s.seed = random_();
        s.duration = 20s;
        s.warmup = chance(0.3) ? 3s : 0s;
        s.drain = !chance(0.1);
        s.drain_limit = 60s;
        const int services = pick(1, 4);
        for (int i = 0; i < services; ++i) s.services.push_back(service(i, services));
        const int policies = pick(1, 3);
        for (int i = 0; i < policies; ++i) s.policies.push_back(policy(i));
        for (ServiceConfig &service : s.services) {
            for (DownstreamCall &call : service.calls) call.policy = chance(0.3) ? "" : any_policy(policies);
        }
        s.operations = {operation(services, policies)};
        for (Leg &leg : s.operations[0].chain) {
            const PolicyConfig *policy = leg.policy.empty() ? nullptr : &s.policies[static_cast<std::size_t>(leg.policy[1] - '0')];
            leg.skip_when_open = leg.skip_when_open && policy && policy->breaker && policy->breaker->stands == Stands::caller;
        }
        if (chance(0.5)) s.inputs = {{kind_image_quality, {0.2}, {}}, {kind_bad_input, {0.1}, {"s0"}}};
        s.workloads = {{"op", arrivals(), pick(1, 3)}};
        if (chance(0.3)) s.workloads.push_back({"op", arrivals(), 1});
        for (int i = pick(0, 3); i > 0; --i) s.faults.push_back(fault(s.services));
        return s;
    }

private:
    bool chance(double p) { return std::uniform_real_distribution<>(0.0, 1.0)(random_) < p; }
    int pick(int low, int high) { return std::uniform_int_distribution<>(low, high)(random_); }
    double share(double most) { return std::uniform_real_distribution<>(0.0, most)(random_); }
    Duration time(int low_ms, int high_ms) { return std::chrono::milliseconds(pick(low_ms, high_ms)); }
    std::string any_policy(int policies) { return "p" + std::to_string(pick(0, policies - 1)); }
    std::string any_service(int services) { return "s" + std::to_string(pick(0, services - 1)); }

    Distribution distribution(int most_ms) {
        switch (pick(0, 4)) {
        case 0: return {Constant{time(0, most_ms)}};
        case 1: return {Exponential{time(1, most_ms)}};
        case 2: return {Uniform{Duration{0}, time(1, most_ms)}};
        case 3: return {Lognormal{time(1, most_ms), std::chrono::milliseconds(3 * most_ms)}};
        default: return {LoadDependent{time(0, most_ms), time(0, 50)}};
        }
    }

    ServiceConfig service(int number, int services) {
        ServiceConfig s;
        s.name = "s" + std::to_string(number);
        if (chance(0.5)) s.network = {Constant{time(0, 30)}};
        s.latency = distribution(800);
        s.replicas = chance(0.5) ? 1 : pick(2, 4);
        s.balance = static_cast<Balance>(pick(0, 2));
        if (chance(0.6)) s.workers = pick(1, 4);
        if (chance(0.5)) s.queue = pick(0, 5);
        if (chance(0.3)) s.discipline = Discipline::lifo;
        for (const Outcome kind : {kind_timeout, kind_network, kind_rate_limit, kind_unavailable, kind_auth}) {
            if (chance(0.3)) s.failures.emplace_back(kind, share(0.19));
        }
        if (chance(0.2)) s.availability = Availability{time(1000, 9000), time(100, 3000), kind_unavailable, {}};
        if (chance(0.2)) s.rate_limit = ServerRateLimit{{share(5.0) + 0.5}, 3.0, {RetryAfterHint::Kind::exact, {}, 1.0}};
        s.cost = Money{pick(0, 1000)};
        if (chance(0.3)) s.billing = {{kind_network, 0.5}};
        s.accuracy = {chance(0.3) ? 0.9 : 1.0};
        if (chance(0.2)) s.confidence = Confidence{{0.9}, {0.3}};
        s.effect = chance(0.3);
        s.idempotency_key = chance(0.3);
        s.cancels = chance(0.5);
        if (number + 1 < services && chance(0.4)) {
            for (int i = pick(1, 2); i > 0; --i) {
                s.calls.push_back({"s" + std::to_string(pick(number + 1, services - 1)), "", pick(1, 3),
                                   chance(0.5) ? CallMode::parallel : CallMode::sequence});
            }
        } else if (s.replicas == 1 && chance(0.15)) {
            s.contention = Contention::optimistic_lock;
        }
        return s;
    }

    BudgetConfig budget() {
        BudgetConfig config;
        switch (pick(0, 7)) {
        case 0: config.scheme = TokenBucketBudget{30, 5, 10, {}, 1, false}; break;
        case 1: config.scheme = PerCallBucketBudget{}; break;
        case 2: config.scheme = SuccessBucketBudget{}; break;
        case 3: config.scheme = RatioBudget{0.2, 0.1, 10s}; break;
        case 4: config.scheme = ActiveShareBudget{0.2, 1}; break;
        case 5: config.scheme = ThrottleBudget{4, 0.1}; break;
        case 6: config.scheme = AdaptiveThrottleBudget{1.1, 10s}; break;
        default: config.scheme = FailureRateBudget{0.3, 5s, FailureRatePer::attempts}; break;
        }
        config.shared = chance(0.3);
        return config;
    }

    PolicyConfig policy(int number) {
        PolicyConfig p;
        p.name = "p" + std::to_string(number);
        if (chance(0.7)) p.timeout = TimeoutConfig{time(50, 2000), chance(0.3) ? 2.0 : 1.0, {}};
        if (chance(0.7)) {
            p.retry.emplace();
            p.retry->max_attempts = pick(1, 5);
            p.retry->backoff.base = time(0, 500);
            p.retry->backoff.cap = 2s;
            p.retry->jitter.kind = static_cast<JitterKind>(pick(0, 5));
            if (chance(0.2)) p.retry->kinds = {{kind_timeout, kind_network, kind_breaker_open, kind_budget_empty}};
        }
        if (chance(0.4)) p.budget = budget();
        if (chance(0.6)) {
            const auto names = breaker_preset_names();
            p.breaker = breaker_preset(names[static_cast<std::size_t>(pick(0, static_cast<int>(names.size()) - 1))]);
            if (!p.breaker->open_backoff) p.breaker->open_for = time(100, 3000);
            p.breaker->shared = chance(0.3);
        }
        if (chance(0.3)) p.bulkhead = BulkheadConfig{pick(1, 3), pick(0, 3), {}, chance(0.3)};
        if (p.bulkhead && chance(0.5)) p.bulkhead->max_wait = time(0, 1000);
        if (chance(0.3)) p.rate_limiter = RateLimiterConfig{{share(8.0) + 0.5}, 2.0, static_cast<WhenEmpty>(pick(0, 1)), {}, false};
        if (chance(0.3)) p.hedge = HedgeConfig{time(1, 500), 0.95, pick(1, 3), chance(0.5)};
        std::shuffle(p.order.begin(), p.order.end(), random_);
        return p;
    }

    Operation operation(int services, int policies) {
        Operation op;
        op.name = "op";
        for (int i = pick(1, 3); i > 0; --i) {
            op.chain.push_back({any_service(services), chance(0.2) ? "" : any_policy(policies), chance(0.3)});
        }
        if (chance(0.6)) op.deadline = time(200, 8000);
        op.exhausted = static_cast<Exhausted>(pick(0, 2));
        if (chance(0.4)) {
            op.healing.emplace();
            op.healing->kinds = {kind_image_quality, kind_network};
            op.healing->diagnosis = {{Constant{time(0, 300)}}, Money{7}, {0.8}};
            op.healing->remedies = {{kind_image_quality, "cure", {Constant{time(0, 300)}}, Money{3}, {0.9}}};
            op.healing->retry.max_attempts = pick(1, 3);
            op.healing->retry_undiagnosed = chance(0.5);
            op.healing->max_rounds = pick(1, 2);
        }
        return op;
    }

    Arrivals arrivals() {
        switch (pick(0, 4)) {
        case 0: return PoissonArrivals{{share(3.0) + 0.2}};
        case 1: return EveryArrivals{time(300, 3000)};
        case 2: return BatchArrivals{pick(0, 30), time(0, 5000), pick(1, 8)};
        case 3: return PhasedArrivals{{{5s, {1.0}, {6.0}}, {5s, {1.0}, {1.0}}}};
        default: return ClientArrivals{pick(1, 3), {Exponential{time(100, 2000)}}, Pacing::end, LatencyFrom::send};
        }
    }

    Fault fault(const std::vector<ServiceConfig> &services) {
        const ServiceConfig &service = services[static_cast<std::size_t>(pick(0, static_cast<int>(services.size()) - 1))];
        Fault f;
        f.service = service.name;
        f.at = time(0, 15'000);
        f.lasts = time(100, 6000);
        if (chance(0.3)) f.ramp = f.lasts / 2;
        if (chance(0.2)) f.every = f.lasts + 4s;
        if (service.replicas > 1 && chance(0.3)) f.replica = pick(0, service.replicas - 1);
        switch (pick(0, 6)) {
        case 0: f.effect = OutageFault{kind_unavailable, chance(0.5)}; break;
        case 1: f.effect = FailuresFault{{{kind_network, 0.5}}, chance(0.5)}; break;
        case 2: f.effect = LatencyFault{share(5.0), time(0, 500)}; break;
        case 3: f.effect = WorkersFault{pick(0, 2)}; break;
        case 4: f.effect = PauseFault{}; break;
        case 5: f.effect = RateLimitFault{ServerRateLimit{{1.0}, 1.0, {}}}; break;
        default: f.effect = AvailabilityFault{Availability{time(100, 1000), time(100, 1000), kind_network, {}}}; break;
        }
        if (std::holds_alternative<RateLimitFault>(f.effect) || std::holds_alternative<AvailabilityFault>(f.effect)) {
            f.replica.reset();
        }
        return f;
    }

    std::mt19937_64 random_;
};

} // namespace

Scenario random_world(std::uint64_t number) { return Maker(number).make(); }

} // namespace halfopen
