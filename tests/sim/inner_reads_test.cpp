// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen reads of a state besides its trace, with values worked by hand.
#include <QTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(Duration d) { return kTimeZero + d; }

Simulation until(const Scenario &scenario, Duration d) {
    Simulation simulation(scenario);
    while (simulation.advance({.until = at(d)}, nullptr)) {
    }
    return simulation;
}

} // namespace

class InnerReadsTest : public QObject {
    Q_OBJECT

private slots:
    void a_service_shows_its_workers_queue_and_faults() {
        ServiceConfig service = worlds::service("svc", {Constant{1s}});
        service.workers = 2;
        service.replicas = 2;
        Scenario scenario = worlds::single(service, worlds::policy(), EveryArrivals{100ms}, 10s);
        scenario.faults = {Fault{"svc", 5s, 2s, {}, {}, PauseFault{}, 1}, Fault{"svc", 8s, 1s, {}, {}, WorkersFault{1}}};
        const ServiceNow early = until(scenario, 150ms).service(0); // two calls, one at each replica
        QCOMPARE(early, (ServiceNow{2, 0, 4, 2, 0, false}));
        const ServiceNow later = until(scenario, 750ms).service(0); // eight have come, four are served
        QCOMPARE(later, (ServiceNow{4, 4, 4, 2, 0, false}));
        QCOMPARE(until(scenario, 5500ms).service(0).paused, 1);
        QCOMPARE(until(scenario, 8500ms).service(0).workers, std::optional(2)); // one at each replica
        service.workers.reset();
        const Scenario unlimited = worlds::single(service, worlds::policy(), EveryArrivals{100ms}, 10s);
        QVERIFY(!until(unlimited, 150ms).service(0).workers);
    }
    void a_limiter_fills_up_between_events() {
        PolicyConfig policy = worlds::policy();
        RateLimiterConfig limiter;
        limiter.rate.per_second = 2;
        limiter.burst = 4;
        policy.rate_limiter = limiter;
        const Scenario scenario = worlds::single(worlds::service("svc", {Constant{1ms}}), policy, EveryArrivals{60s}, 30s);
        const Simulation simulation = until(scenario, 0s); // one call at 0
        QCOMPARE(simulation.guard(0, at(0s)).limiter_tokens, std::optional(3.0));
        QCOMPARE(simulation.guard(0, at(250ms)).limiter_tokens, std::optional(3.5));
        QCOMPARE(simulation.guard(0, at(5s)).limiter_tokens, std::optional(4.0));
    }
    void a_bulkhead_shows_who_is_in_and_who_waits() {
        PolicyConfig policy = worlds::policy();
        BulkheadConfig bulkhead;
        bulkhead.concurrency = 3;
        bulkhead.queue = 10;
        policy.bulkhead = bulkhead;
        const Scenario scenario = worlds::single(worlds::service("svc", {Constant{10s}}), policy, EveryArrivals{100ms}, 5s);
        const GuardNow now = until(scenario, 450ms).guard(0, at(450ms));
        QCOMPARE(now.bulkhead_in_use, 3);
        QCOMPARE(now.bulkhead_waiting, 2);
        QVERIFY(!now.budget && !now.limiter_tokens && !now.hedge_after && !now.replicas_out);
    }
    void a_budget_and_a_hedge_show_what_is_left_and_when_a_copy_is_due() {
        ServiceConfig service = worlds::service("svc", {Constant{1ms}});
        service.failures = {{kind_unavailable, 1.0}};
        PolicyConfig policy = worlds::retries(2, 1ms);
        policy.budget = BudgetConfig{{}, TokenBucketBudget{}, false};
        HedgeConfig hedge;
        hedge.after = 400ms;
        policy.hedge = hedge;
        const Scenario scenario = worlds::single(service, policy, EveryArrivals{1s}, 5s);
        const GuardNow now = until(scenario, 2500ms).guard(0, at(2500ms)); // three retries took 5 each
        QCOMPARE(now.budget, std::optional(485.0));
        QCOMPARE(now.hedge_after, std::optional<Duration>(400ms));
    }
    void the_document_in_force_has_the_edits_that_were_made() {
        Scenario scenario = worlds::single(worlds::service("svc", {Constant{1ms}}), worlds::policy(), EveryArrivals{1s}, 10s);
        auto after = std::make_shared<Scenario>(scenario);
        after->services[0].latency = {Constant{5ms}};
        scenario.edits = {Edit{4s, "services.svc.latency", "5ms", after}};
        QVERIFY(until(scenario, 3s).scenario().services[0] == scenario.services[0]);
        QVERIFY(until(scenario, 4s).scenario().services[0] == after->services[0]);
    }
};

QTEST_APPLESS_MAIN(InnerReadsTest)
#include "inner_reads_test.moc"
