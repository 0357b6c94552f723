// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/base/random.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

std::vector<std::string> goal_names() {
    return {"success_rate",     "first_try_rate",   "accuracy_served", "goodput",         "latency_mean",
            "latency_p50",      "latency_p90",      "latency_p95",     "latency_p99",     "latency_max",
            "cost_per_request", "cost_per_success", "cost_per_correct", "cost_total",     "avg_attempts",
            "retry_rate",       "duplicates"};
}

namespace {

/// Collects issues with their paths.
class Checker {
public:
    explicit Checker(const Scenario &scenario) : scenario_(scenario) {}
    std::vector<Issue> run();

private:
    template <class... Args> void fail(std::string path, fmt::format_string<Args...> text, Args &&...args) {
        issues_.push_back(Issue{std::move(path), fmt::format(text, std::forward<Args>(args)...), {}, {}});
    }
    template <class T> void within(const std::string &path, T value, T low, T high) {
        if (!(value >= low && value <= high)) fail(path, "expected {} to {}, got {}", low, high, value);
    }
    void duration(const std::string &path, Duration d, Duration low = Duration{0}) {
        if (d < low || d > kDurationMax) {
            fail(path, "expected a duration from {:g} s to {:g} s, got {:g} s", seconds(low), seconds(kDurationMax),
                 seconds(d));
        }
    }
    void share(const std::string &path, double value) {
        if (!(value >= 0.0 && value <= 1.0)) fail(path, "expected a share from 0% to 100%, got {:g}%", value * 100.0);
    }
    void cost(const std::string &path, Money m) {
        if (m.nano_usd < 0 || usd(m) > kCostMaxUsd) fail(path, "expected USD 0 to {:g}, got {:g}", kCostMaxUsd, usd(m));
    }
    template <class T> void unique_names(const std::string &path, const std::vector<T> &list) {
        std::set<std::string> seen;
        for (const T &item : list) {
            if (!seen.insert(item.name).second) fail(path + "." + item.name, "is declared twice");
        }
    }
    template <class T> bool known(const std::string &path, const std::string &name, const std::vector<T> &list,
                                  const char *what) {
        std::vector<std::string> names;
        for (const T &item : list) names.push_back(item.name);
        if (std::find(names.begin(), names.end(), name) != names.end()) return true;
        const std::string nearest = nearest_name(name, names);
        fail(path, "there is no {} \"{}\"{}", what, name, nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?");
        return false;
    }
    void distribution(const std::string &path, const Distribution &d);
    void backoff(const std::string &path, const BackoffConfig &config, const JitterConfig &jitter);
    void retry(const std::string &path, const RetryConfig &config);
    void shares(const std::string &path, const std::vector<std::pair<Outcome, double>> &list);
    void general();
    void service(const ServiceConfig &config);
    void policy(const PolicyConfig &config);
    void breaker(const std::string &path, const BreakerConfig &config);
    void operation(const Operation &config);
    void healing(const std::string &path, const HealingConfig &config);
    void workload(std::size_t index, const Workload &config);
    void arrivals(const std::string &path, const Arrivals &a);
    void fault(std::size_t index, const Fault &config);
    void sizes();

    const Scenario &scenario_;
    std::vector<Issue> issues_;
};

void Checker::distribution(const std::string &path, const Distribution &d) {
    if (const auto *c = std::get_if<Constant>(&d.kind)) duration(path, c->value);
    if (const auto *u = std::get_if<Uniform>(&d.kind)) {
        duration(path + ".uniform.from", u->from);
        duration(path + ".uniform.to", u->to);
        if (u->to < u->from) fail(path + ".uniform", "`to` must not be below `from`");
    }
    if (const auto *e = std::get_if<Exponential>(&d.kind)) duration(path + ".exponential.mean", e->mean);
    if (const auto *n = std::get_if<FoldedNormal>(&d.kind)) {
        duration(path + ".normal.mean", n->mean);
        duration(path + ".normal.sd", n->sd);
    }
    if (const auto *l = std::get_if<Lognormal>(&d.kind)) {
        duration(path + ".lognormal.p50", l->p50, Duration{1});
        duration(path + ".lognormal.p99", l->p99, Duration{1});
        if (l->p99 < l->p50) fail(path + ".lognormal", "p99 must not be below p50");
    }
    if (const auto *g = std::get_if<Gamma>(&d.kind)) {
        duration(path + ".gamma.mean", g->mean);
        within(path + ".gamma.cv", g->cv, 0.01, 100.0);
    }
    if (const auto *p = std::get_if<Pareto>(&d.kind)) {
        duration(path + ".pareto.min", p->min);
        within(path + ".pareto.alpha", p->alpha, 0.05, 1000.0);
        duration(path + ".pareto.cap", p->cap);
        if (p->cap.count() > 0 && p->cap < p->min) fail(path + ".pareto", "`cap` must not be below `min`");
    }
    if (const auto *e = std::get_if<Empirical>(&d.kind); e && (!e->samples || e->samples->empty())) {
        fail(path, "there are no samples in \"{}\"", e->file);
    }
    if (const auto *l = std::get_if<LoadDependent>(&d.kind)) {
        duration(path + ".load.base", l->base);
        duration(path + ".load.per_in_flight", l->per_in_flight);
    }
    if (const auto *m = std::get_if<std::shared_ptr<const Mixture>>(&d.kind)) {
        double sum = 0.0;
        if (!*m || (*m)->parts.empty()) return fail(path + ".mixture", "needs at least one part");
        for (std::size_t i = 0; i < (*m)->parts.size(); ++i) {
            const std::string part = fmt::format("{}.mixture[{}]", path, i);
            share(part + ".weight", (*m)->parts[i].weight);
            distribution(part, (*m)->parts[i].distribution);
            sum += (*m)->parts[i].weight;
        }
        if (!(sum > 0.999999 && sum < 1.000001)) fail(path + ".mixture", "the weights must sum to 100%, got {:g}%", sum * 100);
    }
}

void Checker::backoff(const std::string &path, const BackoffConfig &config, const JitterConfig &jitter) {
    duration(path + ".base", config.base);
    within(path + ".multiplier", config.multiplier, 0.0, 1000.0);
    within(path + ".offset", config.offset, -1, 100);
    if (jitter.kind == JitterKind::polly_v2 && config.multiplier < 1.0) {
        fail(path + ".multiplier", "polly_v2 jitter needs at least 1, got {:g}", config.multiplier);
    }
    if (config.cap) duration(path + ".cap", *config.cap);
    within(path + " jitter factor", jitter.factor, 0.0, jitter.kind == JitterKind::symmetric ? 1.0 : 100.0);
}

void Checker::retry(const std::string &path, const RetryConfig &config) {
    within(path + ".max_attempts", config.max_attempts, 1, kAttemptsMax);
    backoff(path + ".backoff", config.backoff, config.jitter);
    if (config.retry_after.limit) duration(path + ".retry_after.limit", *config.retry_after.limit);
}

void Checker::shares(const std::string &path, const std::vector<std::pair<Outcome, double>> &list) {
    for (const auto &[kind, value] : list) share(path + "." + scenario_.kinds[kind].name, value);
}

void Checker::general() {
    duration("duration", scenario_.duration, std::chrono::milliseconds(1));
    duration("drain_limit", scenario_.drain_limit);
    duration("warmup", scenario_.warmup);
    if (scenario_.warmup > scenario_.duration) fail("warmup", "must not be longer than the duration");
    within("play.speed", scenario_.play_speed, 1.0 / 64, 4096.0);
    for (const Goal &goal : scenario_.slo) {
        const std::vector<std::string> names = goal_names();
        if (std::find(names.begin(), names.end(), goal.metric) == names.end()) {
            const std::string nearest = nearest_name(goal.metric, names);
            fail("slo." + goal.metric, "there is no such figure{}",
                 nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?");
        }
    }
    for (const InputKind &input : scenario_.inputs) {
        const std::string path = "inputs." + scenario_.kinds[input.kind].name;
        share(path, input.share.value);
        for (const std::string &name : input.fails_at) known(path + ".fails_at", name, scenario_.services, "service");
    }
    if (scenario_.inputs.size() > kInputsMax) fail("inputs", "at most {} kinds", kInputsMax);
}

void Checker::service(const ServiceConfig &config) {
    const std::string path = "services." + config.name;
    distribution(path + ".network", config.network);
    if (std::holds_alternative<LoadDependent>(config.network.kind)) {
        fail(path + ".network", "a network delay cannot depend on the service's load");
    }
    distribution(path + ".latency", config.latency);
    if (config.workers) within(path + ".workers", *config.workers, 1, 1'000'000);
    if (config.queue) within(path + ".queue", *config.queue, 0, 10'000'000);
    shares(path + ".failures", config.failures);
    double sum = 0.0;
    for (const auto &entry : config.failures) sum += entry.second;
    if (sum > 1.000001) fail(path + ".failures", "the shares sum to {:g}%, more than 100%", sum * 100.0);
    shares(path + ".billing", config.billing);
    if (config.availability) {
        duration(path + ".availability.up", config.availability->up, std::chrono::milliseconds(1));
        duration(path + ".availability.down", config.availability->down, std::chrono::milliseconds(1));
    }
    if (config.rate_limit) {
        within(path + ".rate_limit.rate", config.rate_limit->rate.per_second, 1e-6, 1e9);
        within(path + ".rate_limit.burst", config.rate_limit->burst, 1.0, 1e9);
        duration(path + ".rate_limit.retry_after", config.rate_limit->retry_after.fixed);
        within(path + ".rate_limit.retry_after.wrong_by", config.rate_limit->retry_after.factor, 0.0, 1000.0);
    }
    cost(path + ".cost", config.cost);
    share(path + ".accuracy", config.accuracy.value);
    if (config.confidence) {
        share(path + ".confidence.accept_right", config.confidence->accept_right.value);
        share(path + ".confidence.accept_wrong", config.confidence->accept_wrong.value);
    }
}

void Checker::breaker(const std::string &path, const BreakerConfig &config) {
    within(path + ".failures", config.failures, 1, 1'000'000);
    if (config.failure_rate) within(path + ".failure_rate", *config.failure_rate, 0.0, 1.0);
    within(path + ".window.calls", config.window_calls, 1, 100'000);
    duration(path + ".window.time", config.window_time, std::chrono::milliseconds(1));
    within(path + ".window.buckets", config.window_buckets, 1, 10'000);
    within(path + ".minimum_calls", config.minimum_calls, 1, 1'000'000);
    if (config.slow_over) duration(path + ".slow_call.over", *config.slow_over);
    within(path + ".slow_call.rate", config.slow_rate, 0.0, 1.0);
    duration(path + ".open_for", config.open_for);
    if (config.open_backoff) backoff(path + ".open_for", *config.open_backoff, config.open_jitter);
    within(path + ".probes", config.probes, 1, 100'000);
    within(path + ".close_after", config.close_after.successes, 1, 100'000);
    const bool total = config.probe_limit == ProbeLimit::total;
    if (total && !config.close_after.by_rate && config.close_after.successes > config.probes) {
        fail(path + ".close_after", "{} successes can never be reached: only {} probe{} let through",
             config.close_after.successes, config.probes, config.probes == 1 ? " is" : "s are");
    }
    if (config.probe_timeout) duration(path + ".probe_timeout", *config.probe_timeout, Duration{1});
    const bool windowed = config.trip == TripRule::count_window || config.trip == TripRule::time_window;
    if (config.failure_rate && !windowed) {
        fail(path + ".failure_rate", "needs `trip: count_window` or `trip: time_window`");
    }
}

void Checker::policy(const PolicyConfig &config) {
    const std::string path = "policies." + config.name;
    if (config.timeout) {
        duration(path + ".timeout.after", config.timeout->after, Duration{1});
        within(path + ".timeout.growth", config.timeout->growth, 0.01, 1000.0);
        if (config.timeout->cap) duration(path + ".timeout.cap", *config.timeout->cap, Duration{1});
    }
    if (config.retry) retry(path + ".retry", *config.retry);
    if (config.breaker) breaker(path + ".breaker", *config.breaker);
    if (const auto &recovery = config.error_recovery) {
        const std::string at = path + ".error_recovery";
        within(at + ".max_retries", recovery->max_retries, 0, kAttemptsMax - 1);
        within(at + ".retry_backoff", recovery->retry_backoff, 0.0, 1000.0);
        if (recovery->timeout_override) duration(at + ".timeout_override", *recovery->timeout_override, Duration{1});
        for (const std::string &tool : recovery->fallback_tools) {
            known(at + ".fallback_tools", tool, scenario_.services, "service");
        }
        if (config.retry) fail(path + ".retry", "stands beside error_recovery, which has its own retries");
    }
    for (std::size_t i = 0; i < config.order.size(); ++i) {
        if (std::find(config.order.begin(), config.order.begin() + static_cast<std::ptrdiff_t>(i), config.order[i]) !=
            config.order.begin() + static_cast<std::ptrdiff_t>(i)) {
            fail(path + ".order", "{} stands twice", name_of(config.order[i]));
        }
    }
    for (const auto &[present, kind] : {std::pair{config.timeout.has_value(), LayerKind::timeout},
                                        std::pair{config.breaker.has_value(), LayerKind::breaker},
                                        std::pair{config.retry.has_value(), LayerKind::retry}}) {
        if (present && std::find(config.order.begin(), config.order.end(), kind) == config.order.end()) {
            fail(path + ".order", "leaves out {}, which this policy has", name_of(kind));
        }
    }
}

void Checker::healing(const std::string &path, const HealingConfig &config) {
    distribution(path + ".diagnosis.duration", config.diagnosis.duration);
    cost(path + ".diagnosis.cost", config.diagnosis.cost);
    share(path + ".diagnosis.accuracy", config.diagnosis.accuracy.value);
    std::set<Outcome> issues;
    for (const Remedy &remedy : config.remedies) {
        const std::string at = path + ".remedies." + scenario_.kinds[remedy.issue].name;
        distribution(at + ".duration", remedy.duration);
        cost(at + ".cost", remedy.cost);
        share(at + ".success", remedy.success.value);
        if (!issues.insert(remedy.issue).second) fail(at, "is declared twice");
    }
    retry(path + ".retry", config.retry);
    within(path + ".max_rounds", config.max_rounds, 0, 100);
}

void Checker::operation(const Operation &config) {
    const std::string path = "operations." + config.name;
    if (config.chain.empty()) fail(path + ".chain", "needs at least one leg");
    std::size_t legs = config.chain.size();
    for (std::size_t i = 0; i < config.chain.size(); ++i) {
        const std::string at = fmt::format("{}.chain[{}]", path, i);
        known(at + ".service", config.chain[i].service, scenario_.services, "service");
        const std::string &policy_name = config.chain[i].policy;
        if (policy_name.empty() || !known(at + ".policy", policy_name, scenario_.policies, "policy")) continue;
        for (const PolicyConfig &p : scenario_.policies) {
            if (p.name == policy_name && p.error_recovery) legs += p.error_recovery->fallback_tools.size();
        }
    }
    if (legs > kLegsMax) fail(path + ".chain", "has {} legs, more than {}", legs, kLegsMax);
    if (config.deadline) duration(path + ".deadline", *config.deadline, Duration{1});
    if (config.healing) healing(path + ".healing", *config.healing);
}

void Checker::arrivals(const std::string &path, const Arrivals &a) {
    if (const auto *p = std::get_if<PoissonArrivals>(&a)) within(path + ".poisson", p->rate.per_second, 0.0, 1e9);
    if (const auto *e = std::get_if<EveryArrivals>(&a)) duration(path + ".every", e->gap, Duration{1});
    if (const auto *p = std::get_if<PhasedArrivals>(&a)) {
        if (p->phases.empty()) fail(path + ".phases", "needs at least one phase");
        for (std::size_t i = 0; i < p->phases.size(); ++i) {
            const std::string at = fmt::format("{}.phases[{}]", path, i);
            duration(at + ".for", p->phases[i].lasts, Duration{1});
            within(at + ".poisson", p->phases[i].from.per_second, 0.0, 1e9);
            within(at + ".poisson", p->phases[i].to.per_second, 0.0, 1e9);
        }
    }
    if (const auto *b = std::get_if<BatchArrivals>(&a)) {
        within<std::int64_t>(path + ".batch.items", b->items, 0, static_cast<std::int64_t>(kRequestsMax));
        duration(path + ".batch.at", b->at);
        within(path + ".batch.concurrency", b->concurrency, 1, 1'000'000);
    }
    if (const auto *c = std::get_if<ClientArrivals>(&a)) {
        within(path + ".clients.count", c->count, 1, static_cast<int>(kClientsMax));
        distribution(path + ".clients.think", c->think);
    }
}

void Checker::workload(std::size_t index, const Workload &config) {
    const std::string path = fmt::format("workloads[{}]", index);
    known(path + ".operation", config.operation, scenario_.operations, "operation");
    arrivals(path + ".arrivals", config.arrivals);
    within(path + ".instances", config.instances, 1, 65'535);
    const auto expected = expected_arrivals(config.arrivals, scenario_.duration);
    if (expected && *expected > kRequestsMax) {
        fail(path + ".arrivals", "would start about {:.3g} requests; a run takes at most {:g}", *expected, kRequestsMax);
    }
}

void Checker::fault(std::size_t index, const Fault &config) {
    const std::string path = fmt::format("faults[{}]", index);
    known(path + ".service", config.service, scenario_.services, "service");
    duration(path + ".at", config.at);
    duration(path + ".for", config.lasts, Duration{1});
    duration(path + ".ramp", config.ramp);
    if (config.ramp > config.lasts) fail(path + ".ramp", "must not be longer than the fault itself");
    if (config.every) {
        duration(path + ".every", *config.every, std::chrono::milliseconds(1));
        if (*config.every <= config.lasts) fail(path + ".every", "must be longer than `for`: the fault repeats after it");
    }
    if (const auto *f = std::get_if<FailuresFault>(&config.effect)) {
        shares(path + (f->add ? ".add_failures" : ".failures"), f->failures);
    }
    if (const auto *l = std::get_if<LatencyFault>(&config.effect)) {
        within(path + ".latency.factor", l->factor, 0.0, 1e6);
        duration(path + ".latency.add", l->add);
    }
    if (const auto *w = std::get_if<WorkersFault>(&config.effect)) within(path + ".workers", w->workers, 0, 1'000'000);
}

void Checker::sizes() {
    if (scenario_.services.size() > kServicesMax) fail("services", "at most {}", kServicesMax);
    if (scenario_.workloads.size() > kWorkloadsMax) fail("workloads", "at most {}", kWorkloadsMax);
    if (scenario_.workloads.empty()) fail("workloads", "nothing calls anything: name at least one workload");
    std::size_t breakers = 0;
    std::int64_t clients = 0;
    for (const Workload &workload : scenario_.workloads) {
        breakers += static_cast<std::size_t>(std::max(0, workload.instances)) * kLegsMax;
        if (const auto *c = std::get_if<ClientArrivals>(&workload.arrivals)) clients += c->count;
    }
    if (breakers > kBreakersMax * kLegsMax) fail("workloads", "too many instances in all");
    if (clients > static_cast<std::int64_t>(kClientsMax)) fail("workloads", "more than {} clients in all", kClientsMax);
}

std::vector<Issue> Checker::run() {
    general();
    unique_names("services", scenario_.services);
    unique_names("policies", scenario_.policies);
    unique_names("operations", scenario_.operations);
    for (const ServiceConfig &s : scenario_.services) service(s);
    for (const PolicyConfig &p : scenario_.policies) policy(p);
    for (const Operation &o : scenario_.operations) operation(o);
    for (std::size_t i = 0; i < scenario_.workloads.size(); ++i) workload(i, scenario_.workloads[i]);
    for (std::size_t i = 0; i < scenario_.faults.size(); ++i) fault(i, scenario_.faults[i]);
    sizes();
    return std::move(issues_);
}

} // namespace

std::vector<Issue> validate(const Scenario &scenario) { return Checker(scenario).run(); }

} // namespace halfopen
