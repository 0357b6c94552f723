// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include <QTest>

#include "engine/insight/series.h"
#include "engine/sim/simulation.h"
#include "tests/sim/worlds.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

Scenario plan(double seconds_long) {
    Scenario scenario;
    scenario.duration = duration_from_ns(seconds_long * 1e9);
    return scenario;
}

TraceRecord record(RecordKind kind, double s, std::uint32_t request) {
    TraceRecord r;
    r.kind = kind;
    r.time = at(s);
    r.request = request;
    return r;
}

TraceRecord ended(double s, std::uint32_t request, double latency_s, Outcome outcome = kSuccess,
                  Recovery how = Recovery::none) {
    TraceRecord r = record(RecordKind::request_ended, s, request);
    r.value = duration_from_ns(latency_s * 1e9).count();
    r.detail = ending_detail(outcome, how, how == Recovery::none && outcome == kSuccess);
    return r;
}

RunSeries series_of(const Scenario &scenario, const std::vector<TraceRecord> &records) {
    TraceStore store;
    store.take(records);
    RunSeries series(scenario);
    series.extend(store.view(), records.size());
    return series;
}

} // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private slots:
    void round_steps_are_1_2_5() {
        QCOMPARE(nice_step(Duration{1}), Duration{1});
        QCOMPARE(nice_step(Duration{3}), Duration{5});
        QCOMPARE(nice_step(Duration{6}), Duration{10});
        QCOMPARE(nice_step(Duration{1'200'000}), Duration{2'000'000});
    }

    void counts_say_how_requests_were_served() {
        const std::vector<TraceRecord> records = {record(RecordKind::request_started, 0.5, 1),
                                                  record(RecordKind::attempt_started, 0.5, 1),
                                                  record(RecordKind::request_started, 1.5, 2),
                                                  record(RecordKind::attempt_started, 1.5, 2),
                                                  ended(2.0, 1, 1.5),
                                                  record(RecordKind::attempt_started, 2.5, 2),
                                                  ended(3.0, 2, 1.5, kSuccess, Recovery::fallback),
                                                  record(RecordKind::request_started, 4.0, 3),
                                                  ended(5.0, 3, 1.0, kind_auth)};
        const RunSeries series = series_of(plan(200), records);
        QCOMPARE(series.until(at(1.9)).started, 2u);
        QCOMPARE(series.until(at(1.9)).in_flight(), 2u);
        const RunCounts between = series.until(at(4.5)) - series.until(at(1.9));
        QCOMPARE(between.first_try, 1u);
        QCOMPARE(between.fell_back, 1u);
        QCOMPARE(between.attempts, 1u);
        QCOMPARE(series.latest().failed, 1u);
        QCOMPARE(series.latest().in_flight(), 0u);
        QVERIFY(series.until(at(1000)) == series.latest());
    }

    void counts_through_a_moment_are_exact_whatever_the_steps() {
        Scenario scenario = worlds::everything(3);
        const auto run = worlds::run(scenario);
        TraceStore store;
        store.take(run.records);
        const TraceView view = store.view();
        RunSeries series(scenario);
        series.extend(view, view.size());
        std::uint64_t started = 0, ended = 0;
        double cost = 0;
        for (std::size_t i = 0; i < view.size(); ++i) {
            const TraceRecord r = view[i];
            started += r.kind == RecordKind::request_started ? 1 : 0;
            ended += r.kind == RecordKind::request_ended ? 1 : 0;
            cost += r.kind == RecordKind::request_cost ? static_cast<double>(r.value) : 0;
            if (i + 1 < view.size() && view[i + 1].time == r.time) continue;
            if (i % 7 != 0) continue;
            const RunCounts n = series.through(view, r.time);
            QCOMPARE(n.started, started);
            QCOMPARE(n.ended(), ended);
            QCOMPARE(static_cast<double>(n.cost_nano_usd), cost);
        }
        QVERIFY(series.through(view, kTimeZero + std::chrono::hours(9)) == series.latest());
    }

    void percentiles_are_nearest_rank_of_the_requests_that_ended_in_the_step() {
        std::vector<TraceRecord> records;
        for (std::uint32_t i = 1; i <= 100; ++i)
            records.push_back(ended(0.001 * i, i, i));
        records.push_back(ended(150, 101, 7));
        records.push_back(record(RecordKind::run_stopped, 150, 0));
        const RunSeries series = series_of(plan(200), records);
        const LatencySeries &seconds_wide = series.latency(std::chrono::seconds(1));
        QCOMPARE(seconds_wide.step, Duration(std::chrono::seconds(1)));
        QCOMPARE(seconds_wide.steps[0].count, 100u);
        QCOMPARE(seconds_wide.steps[0].p50_s, 50.0f);
        QCOMPARE(seconds_wide.steps[0].p95_s, 95.0f);
        QCOMPARE(seconds_wide.steps[0].p99_s, 99.0f);
        QCOMPARE(seconds_wide.steps[1].count, 0u);
        QCOMPARE(seconds_wide.steps[150].p99_s, 7.0f);
        QVERIFY(!seconds_wide.last_is_open);
    }

    void steps_double_rather_than_grow_without_end() {
        std::vector<TraceRecord> records;
        for (std::uint32_t i = 0; i < 3000; ++i) { // a plan of one second that runs for 3,000
            records.push_back(record(RecordKind::request_started, i, i + 1));
            records.push_back(ended(i + 0.5, i + 1, 0.5));
        }
        const RunSeries series = series_of(plan(1), records);
        QVERIFY(series.sights().size() <= RunSeries::kStepsMax);
        QCOMPARE(series.latest().ended(), 3000u);
        const RunCounts half = series.until(at(1500));
        QVERIFY(half.ended() >= 1498 && half.ended() <= 1500);
    }

    void feeding_in_slices_changes_nothing() {
        TraceStore store;
        Simulation simulation(worlds::everything(7));
        simulation.advance({.until = at(30)}, &store);
        const TraceView view = store.view();
        RunSeries whole(worlds::everything(7));
        QVERIFY(!whole.extend(view, view.size()));
        RunSeries sliced(worlds::everything(7));
        while (sliced.extend(view, 7)) {
        }
        QVERIFY(whole.latest() == sliced.latest());
        for (double t = 0; t < 30; t += 0.37)
            QVERIFY(whole.until(at(t)) == sliced.until(at(t)));
        QVERIFY(whole.latency(Duration{1}).steps == sliced.latency(Duration{1}).steps);
    }
};

QTEST_APPLESS_MAIN(SeriesTest)
#include "series_test.moc"
