// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets the credit and the bill: hedged copies, faults behind a service, work that was left behind, warm-up of batches.
#include <map>
#include <set>

#include <QtTest>

#include "engine/insight/explain.h"
#include "engine/insight/request_summary.h"
#include "engine/insight/series.h"
#include "engine/trace/store.h"
#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

namespace {

/// Latency of 10 or 500 ms; a copy goes out after 100 ms.
Scenario hedged() {
    Mixture tail;
    tail.parts = {{0.7, {Constant{10ms}}}, {0.3, {Constant{500ms}}}};
    PolicyConfig policy = worlds::policy();
    policy.hedge = HedgeConfig{100ms, 0.95, 1, true};
    return worlds::single(worlds::service("svc", {std::make_shared<const Mixture>(tail)}), policy, EveryArrivals{1s}, 1000s);
}

/// "front" calls "back", which is out from 20 to 50 s; `guarded` has the breaker.
Scenario outage_behind(const char *guarded) {
    ServiceConfig front = worlds::service("front", {Constant{1ms}});
    front.calls = {{"back", "down", 1, CallMode::sequence}};
    PolicyConfig up = worlds::policy();
    PolicyConfig down = worlds::policy();
    down.name = "down";
    for (PolicyConfig *policy : {&up, &down}) {
        if (policy->name != guarded && std::string(guarded) != "both") continue;
        policy->breaker = breaker_preset("tutorial");
        policy->breaker->open_for = 10s;
    }
    Scenario scenario = worlds::single(front, up, EveryArrivals{1s}, 120s);
    scenario.services.push_back(worlds::service("back", {Constant{1ms}}));
    scenario.policies.push_back(down);
    scenario.faults = {{"back", 19500ms, 30s, 0s, {}, OutageFault{}}};
    return scenario;
}

/// The caller gives "front" up after 50 ms, but front goes on and calls "back", whose call costs $1 after the end.
Scenario left_behind() {
    ServiceConfig front = worlds::service("front", {Constant{100ms}});
    front.cost = money_from_usd(0.25);
    front.calls = {{"back", "", 1, CallMode::sequence}};
    PolicyConfig policy = worlds::policy();
    policy.timeout = TimeoutConfig{50ms, 1.0, {}};
    Scenario scenario = worlds::single(front, policy, EveryArrivals{1s}, 5s);
    ServiceConfig back = worlds::service("back", {Constant{10ms}});
    back.cost = money_from_usd(1.0);
    scenario.services.push_back(back);
    return scenario;
}

struct Kept {
    Scenario scenario;
    TraceView view;
    TraceIndex index;
    explicit Kept(Scenario s) : scenario(std::move(s)), index(scenario) {
        TraceStore store;
        store.take(worlds::run(scenario).records);
        view = store.view();
        index.extend(view);
    }
};

} // namespace

class CreditTest : public QObject {
    Q_OBJECT
private slots:
    void a_hedged_copy_is_no_retry_and_saves_what_it_answers() {
        const auto run = worlds::run(hedged());
        std::uint64_t by_copy = 0, both_sent = 0;
        std::map<std::uint32_t, bool> copied;
        for (const TraceRecord &r : run.records) {
            const bool copy = (r.flags & flag::copy_mask) != 0;
            if (r.kind == RecordKind::hedge_sent) ++both_sent;
            if (r.kind == RecordKind::attempt_ended && outcome_of(r) == kSuccess && copy) copied[r.request] = true;
        }
        by_copy = copied.size();
        const Metrics &m = run.metrics;
        QVERIFY(by_copy > 100 && both_sent > by_copy); // some originals won although a copy was out
        QCOMPARE(*m.retry_rate, 0.0);
        QCOMPARE(*m.first_try_rate, static_cast<double>(m.requests - by_copy) / static_cast<double>(m.requests));
        QCOMPARE(*m.recovery_hedging, 1.0);
        QCOMPARE(*m.recovery_retry, 0.0);
        QVERIFY(*m.avg_attempts > 1.2);
        RunSeries series(hedged());
        Kept kept(hedged());
        series.extend(kept.view, kept.view.size());
        QCOMPARE(series.latest().hedged, by_copy);
        QCOMPARE(series.latest().served(), m.succeeded);
    }

    void a_retry_after_hedged_copies_counts_once() {
        Scenario scenario = hedged();
        scenario.services[0].latency = {Constant{500ms}};
        scenario.services[0].failures = {{kind_network, 0.5}};
        scenario.policies[0].retry = worlds::retries(5).retry;
        const auto run = worlds::run(scenario);
        std::set<std::uint32_t> retried;
        for (const TraceRecord &r : of_kind(run.records, RecordKind::attempt_started)) {
            if (r.attempt > 1) retried.insert(r.request);
        }
        QVERIFY(retried.size() > 100);
        QCOMPARE(*run.metrics.retry_rate, static_cast<double>(retried.size()) / static_cast<double>(run.metrics.requests));
        QVERIFY(*run.metrics.recovery_retry > 0 && *run.metrics.recovery_hedging > 0);
        QVERIFY(*run.metrics.recovery_retry + *run.metrics.recovery_hedging <= 1.0);
    }

    void a_fault_behind_a_service_is_no_false_trip_and_is_detected_data() {
        QTest::addColumn<QString>("guarded");
        for (const char *guarded : {"p", "down", "both"}) QTest::newRow(guarded) << guarded;
    }
    void a_fault_behind_a_service_is_no_false_trip_and_is_detected() {
        QFETCH(QString, guarded);
        const Metrics m = worlds::run(outage_behind(guarded.toUtf8().constData())).metrics;
        for (const BreakerFigures &breaker : m.breakers) {
            QVERIFY(breaker.trips >= 1);
            QCOMPARE(breaker.false_trips, 0u);
        }
        QVERIFY(std::abs(*m.faults[0].time_to_detect_s - 4.5) < 0.01); // the fifth failure, at 24 s
        QVERIFY(m.faults[0].time_to_recover_s.has_value());
    }

    void a_trip_without_any_fault_is_false_below_too() {
        Scenario scenario = outage_behind("p");
        scenario.faults.clear();
        scenario.services[1].failures = {{kind_network, 0.7}};
        scenario.duration = 1h;
        const Metrics m = worlds::run(scenario).metrics;
        QVERIFY(m.breakers[0].trips > 3);
        QCOMPARE(m.breakers[0].false_trips, m.breakers[0].trips);
    }

    void what_is_billed_after_the_end_is_told_and_summed() {
        const Kept kept(left_behind());
        std::map<std::uint32_t, std::int64_t> told, billed;
        for (std::size_t i = 0; i < kept.view.size(); ++i) {
            const TraceRecord r = kept.view[i];
            if (r.kind == RecordKind::request_cost) told[r.request] += r.value;
            if (r.kind == RecordKind::attempt_ended) billed[r.request] += r.value;
        }
        QCOMPARE(told.size(), 5u);
        QVERIFY(told == billed);
        QCOMPARE(told.at(1), money_from_usd(1.25).nano_usd);
        const auto story = story_of(kept.scenario, kept.view, kept.index, 1);
        QVERIFY2(story->headline.find("for $1.25") != std::string::npos, story->headline.c_str());
        bool both = false;
        for (const StoryLine &line : story->lines) both = both || line.text.find("it cost $0.250 by then and $1.25 in all") != std::string::npos;
        QVERIFY(both);
        QCOMPARE(summary_of(kept.scenario, kept.view, kept.index, 1, kept.view[kept.view.size() - 1].time).cost.nano_usd, told.at(1));
        RunSeries series(kept.scenario);
        series.extend(kept.view, kept.view.size());
        QCOMPARE(series.latest().cost_nano_usd, 5 * told.at(1));
    }

    void items_of_a_batch_before_the_warm_up_are_left_out() {
        Scenario scenario = worlds::single(worlds::service("svc", {Constant{1s}}), worlds::policy(),
                                           BatchArrivals{10, 0s, 1}, 20s);
        scenario.warmup = 4500ms;
        const Metrics m = worlds::run(scenario).metrics;
        QCOMPARE(m.requests, 5u);
        QCOMPARE(m.batches[0].items, 5);
        QCOMPARE(m.batches[0].successes, m.succeeded);
        QCOMPARE(*m.batches[0].success_rate, 1.0);
    }
};

QTEST_APPLESS_MAIN(CreditTest)
#include "credit_test.moc"
