// SPDX-License-Identifier: GPL-3.0-or-later
// What no run may do, over thousands of random worlds. A failure prints the number of its world; RC_PARAMS replays it.
#include <QtTest>

#include <cmath>
#include <rapidcheck.h>
#include <sstream>

#include "tests/property/random_world.h"
#include "tests/property/run_checker.h"
#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

/// At least so many cases, whatever the environment says.
void holds(const std::string &what, int cases, const std::function<void(std::uint64_t)> &property) {
    rc::detail::TestMetadata metadata;
    metadata.id = metadata.description = what;
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = std::max(params.maxSuccess, cases);
    params.disableShrinking = true; // a world has no smaller neighbour that tells more
    const auto result = rc::detail::checkTestable(
        [&property] { property(*rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 62)); }, metadata, params);
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    qInfo("%s: %s (seed %llu)", what.c_str(), text.str().c_str(), static_cast<unsigned long long>(params.seed));
    QVERIFY2(result.is<rc::detail::SuccessResult>(), what.c_str());
}

Scenario scaled(Scenario scenario, int k) {
    const auto grow = [k](Duration &d) { d *= k; };
    const auto grow_all = [&grow](Distribution &d) {
        if (auto *c = std::get_if<Constant>(&d.kind)) grow(c->value);
        if (auto *e = std::get_if<Exponential>(&d.kind)) grow(e->mean);
    };
    grow(scenario.duration);
    grow(scenario.drain_limit);
    for (ServiceConfig &service : scenario.services) {
        grow_all(service.network);
        grow_all(service.latency);
    }
    for (PolicyConfig &policy : scenario.policies) {
        grow(policy.timeout->after);
        grow(policy.retry->backoff.base);
        grow(policy.breaker->open_for);
    }
    grow(*scenario.operations[0].deadline);
    grow(std::get<EveryArrivals>(scenario.workloads[0].arrivals).gap);
    return scenario;
}

} // namespace

class InvariantsTest : public QObject {
    Q_OBJECT
private slots:
    void random_worlds_are_valid();
    void no_run_breaks_an_invariant();
    void slicing_and_copying_change_nothing();
    void all_features_off_equals_no_policy();
    void more_workers_never_raise_rejections();
    void scaling_all_times_scales_all_results();
};

void InvariantsTest::random_worlds_are_valid() {
    for (std::uint64_t n = 0; n < 500; ++n) {
        const auto issues = validate(random_world(n));
        QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(QString("%1: %2 %3").arg(n).arg(QString::fromStdString(issues[0].path), QString::fromStdString(issues[0].message))));
    }
}

void InvariantsTest::no_run_breaks_an_invariant() {
    holds("no run breaks an invariant", 10'000, [](std::uint64_t number) {
        const Scenario scenario = random_world(number);
        Simulation simulation(scenario);
        worlds::Collector collector;
        simulation.advance({}, &collector);
        RunChecker checker(scenario);
        checker.take(collector.records);
        checker.finish(simulation.requests_in_flight());
        MetricsFold fold(scenario);
        fold.take(collector.records);
        const Metrics metrics = fold.result(simulation.reached());
        RC_LOG() << "world " << number << '\n';
        for (const std::string &complaint : checker.complaints()) RC_LOG() << complaint << '\n';
        RC_ASSERT(checker.complaints().empty());
        RC_ASSERT(metrics.requests == metrics.succeeded + metrics.failed + metrics.in_flight);
        RC_ASSERT(std::abs(metrics.cost_total_usd - static_cast<double>(checker.cost_counted_nano) * 1e-9) < 1e-12);
        for (std::size_t s = 0; s < metrics.services.size(); ++s) {
            const double expected = static_cast<double>(checker.cost_of_service_nano[s]) * 1e-9;
            RC_ASSERT(std::abs(metrics.services[s].cost_usd - expected) < 1e-12);
        }
    });
}

void InvariantsTest::slicing_and_copying_change_nothing() {
    holds("slicing and copying change nothing", 10'000, [](std::uint64_t number) {
        const Scenario scenario = random_world(number);
        Simulation whole(scenario), sliced(scenario);
        whole.advance({}, nullptr);
        const std::uint64_t slice = 1 + number % 97;
        while (!sliced.finished()) {
            sliced.advance({kTimeNever, slice * 16}, nullptr);
            Simulation copy(sliced);
            sliced = std::move(copy);
        }
        RC_LOG() << "world " << number << '\n';
        RC_ASSERT(sliced.fingerprint().hex() == whole.fingerprint().hex());
    });
}

void InvariantsTest::all_features_off_equals_no_policy() {
    holds("all features off equals no policy", 10'000, [](std::uint64_t number) {
        Scenario scenario = random_world(number);
        for (PolicyConfig &policy : scenario.policies) {
            PolicyConfig bare;
            bare.name = policy.name;
            policy = bare;
        }
        Scenario bare = scenario;
        for (Leg &leg : bare.operations[0].chain) leg.policy.clear();
        for (ServiceConfig &service : bare.services) {
            for (DownstreamCall &call : service.calls) call.policy.clear();
        }
        Simulation a(scenario), b(bare);
        a.advance({}, nullptr);
        b.advance({}, nullptr);
        RC_LOG() << "world " << number << '\n';
        RC_ASSERT(a.fingerprint().hex() == b.fingerprint().hex());
    });
}

void InvariantsTest::more_workers_never_raise_rejections() {
    holds("more workers never raise rejections", 10'000, [](std::uint64_t number) {
        ServiceConfig service = worlds::service("svc", {Constant{std::chrono::milliseconds(50 + number % 400)}});
        service.workers = 1 + static_cast<int>(number / 512 % 4);
        service.queue = static_cast<int>(number / 4096 % 4);
        Scenario scenario = worlds::single(service, worlds::policy(), PoissonArrivals{{12.0}}, 5s);
        scenario.seed = number;
        const auto rejections = [](const Scenario &s) {
            const auto run = worlds::run(s);
            const auto found = run.metrics.services[0].failures.find("overloaded");
            return found == run.metrics.services[0].failures.end() ? 0 : found->second;
        };
        const std::uint64_t before = rejections(scenario);
        scenario.services[0].workers = *service.workers * 2;
        RC_ASSERT(rejections(scenario) <= before);
    });
}

void InvariantsTest::scaling_all_times_scales_all_results() {
    holds("scaling all times scales all results", 10'000, [](std::uint64_t number) {
        ServiceConfig service = worlds::service("svc", {Constant{std::chrono::milliseconds(10 + number % 300)}});
        service.network = {Constant{std::chrono::milliseconds(number % 20)}};
        service.workers = 1 + static_cast<int>(number % 3);
        service.failures = {{kind_network, 0.3}, {kind_timeout, 0.1}, {kind_unavailable, 0.2}};
        PolicyConfig policy = worlds::retries(3, 50ms);
        policy.timeout = TimeoutConfig{400ms, 1.0, {}};
        policy.breaker = breaker_preset("tutorial");
        policy.breaker->open_for = 700ms;
        Scenario scenario = worlds::single(service, policy, EveryArrivals{100ms}, 5s);
        scenario.operations[0].deadline = 2s;
        scenario.seed = number;
        constexpr int k = 3;
        const auto small = worlds::run(scenario), large = worlds::run(scaled(scenario, k));
        RC_ASSERT(small.records.size() == large.records.size());
        for (std::size_t i = 0; i < small.records.size(); ++i) {
            RC_ASSERT(small.records[i].kind == large.records[i].kind);
            RC_ASSERT(small.records[i].time.time_since_epoch() * k == large.records[i].time.time_since_epoch());
        }
    });
}

QTEST_APPLESS_MAIN(InvariantsTest)
#include "invariants_test.moc"
