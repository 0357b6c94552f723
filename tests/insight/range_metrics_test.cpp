// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <QTest>

#include "engine/insight/range_metrics.h"
#include "tests/sim/worlds.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

/// What one looks for in the records, by plain counting.
struct Naive {
    std::uint64_t requests = 0, succeeded = 0, failed = 0, sent = 0, retried = 0, refusedByBreakers = 0;
    std::int64_t cost_nano = 0;
    std::map<std::uint32_t, std::uint64_t> calls; ///< by service
    std::vector<std::int64_t> latencies;

    double percentile(double q) {
        std::sort(latencies.begin(), latencies.end());
        const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(latencies.size()) - 1e-9));
        return static_cast<double>(latencies[std::max<std::size_t>(rank, 1) - 1]) / 1e9;
    }
};

Naive naive(const std::vector<TraceRecord> &records, SimTime from, SimTime to) {
    std::set<std::uint32_t> chosen;
    for (const TraceRecord &r : records)
        if (r.kind == RecordKind::request_started && r.time >= from && r.time < to) chosen.insert(r.request);
    Naive n;
    for (const TraceRecord &r : records) {
        if (!chosen.contains(r.request) || (r.flags & flag::counted) == 0) continue;
        switch (r.kind) {
        case RecordKind::request_started: ++n.requests; break;
        case RecordKind::attempt_started: ++n.calls[r.object]; break;
        case RecordKind::attempt_ended:
        case RecordKind::diagnosed:
        case RecordKind::remedy_ended: n.cost_nano += r.value; break;
        case RecordKind::refused: n.refusedByBreakers += r.detail == kind_breaker_open ? 1 : 0; break;
        case RecordKind::request_ended:
            ++(r.reason == static_cast<std::uint8_t>(Ending::served) ? n.succeeded : n.failed);
            n.sent += r.attempt;
            n.retried += (r.flags & flag::special) != 0 ? 1 : 0;
            n.latencies.push_back(r.value);
            break;
        default: break;
        }
    }
    return n;
}

TraceView viewOf(TraceStore &store, const std::vector<TraceRecord> &records) {
    store.take(records);
    return store.view();
}

} // namespace

class RangeMetricsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        scenario_ = worlds::everything(11);
        run_ = worlds::run(scenario_);
        trace_ = viewOf(store_, run_.records);
    }

    void figures_of_a_range_are_those_of_a_plain_count_data() {
        const double end = seconds(scenario_.duration);
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("a middle") << end * 0.3 << end * 0.45;
        QTest::newRow("from the start") << 0.0 << end * 0.1;
        QTest::newRow("beyond the end") << end * 0.9 << end * 9;
        QTest::newRow("all") << 0.0 << end * 9;
        QTest::newRow("a sliver") << end * 0.5 << end * 0.503;
    }
    void figures_of_a_range_are_those_of_a_plain_count() {
        QFETCH(double, from);
        QFETCH(double, to);
        Naive expected = naive(run_.records, at(from), at(to));
        QVERIFY(expected.requests > 0);
        const auto m = metrics_of_range(scenario_, trace_, at(from), at(to));
        QVERIFY(m);
        QCOMPARE(m->requests, expected.requests);
        QCOMPARE(m->succeeded, expected.succeeded);
        QCOMPARE(m->failed, expected.failed);
        QCOMPARE(m->in_flight, expected.requests - expected.succeeded - expected.failed);
        const double finished = static_cast<double>(expected.succeeded + expected.failed);
        QCOMPARE(*m->success_rate, static_cast<double>(expected.succeeded) / finished);
        QCOMPARE(*m->avg_attempts, static_cast<double>(expected.sent) / finished);
        QCOMPARE(*m->retry_rate, static_cast<double>(expected.retried) / finished);
        QCOMPARE(*m->latency.p50, expected.percentile(0.50));
        QCOMPARE(*m->latency.p99, expected.percentile(0.99));
        QCOMPARE(m->cost_total_usd, static_cast<double>(expected.cost_nano) / 1e9);
        for (std::uint32_t s = 0; s < m->services.size(); ++s)
            QCOMPARE(m->services[s].calls, expected.calls[s]);
        std::uint64_t refused = 0;
        for (const BreakerFigures &breaker : m->breakers)
            refused += breaker.rejected;
        QCOMPARE(refused, expected.refusedByBreakers);
        QCOMPARE(*m->goodput_per_s, static_cast<double>(expected.succeeded) / (to - from));
    }
    void the_whole_range_has_the_figures_of_the_run() {
        const auto m = metrics_of_range(scenario_, trace_, kTimeZero, kTimeNever);
        QCOMPARE(m->requests, run_.metrics.requests);
        QCOMPARE(m->success_rate, run_.metrics.success_rate);
        QCOMPARE(m->latency.p95, run_.metrics.latency.p95);
        QCOMPARE(m->latency_success.p50, run_.metrics.latency_success.p50);
        QCOMPARE(m->accuracy_served, run_.metrics.accuracy_served);
        QCOMPARE(m->cost_per_success_usd, run_.metrics.cost_per_success_usd);
        QCOMPARE(m->first_try_rate, run_.metrics.first_try_rate);
        QCOMPARE(m->rejected, run_.metrics.rejected);
        QCOMPARE(m->duplicates, run_.metrics.duplicates);
    }
    void ranges_side_by_side_add_up() {
        const double end = seconds(scenario_.duration);
        std::uint64_t requests = 0;
        double cost = 0;
        for (int i = 0; i < 5; ++i) {
            const auto m = metrics_of_range(scenario_, trace_, at(end * i / 5), at(end * (i + 1) / 5));
            requests += m->requests;
            cost += m->cost_total_usd;
        }
        QCOMPARE(requests, run_.metrics.requests);
        QVERIFY(std::abs(cost - run_.metrics.cost_total_usd) < 1e-6);
    }
    void an_empty_range_has_no_figures() {
        for (const auto &[from, to] : {std::pair(at(5), at(5)), std::pair(at(9), at(7)), std::pair(at(1e6), at(2e6))}) {
            const auto m = metrics_of_range(scenario_, trace_, from, to);
            QVERIFY(m);
            QCOMPARE(m->requests, 0u);
            QCOMPARE(m->success_rate, Figure());
            QCOMPARE(m->latency.p50, Figure());
        }
    }
    void it_can_be_stopped() {
        int asked = 0;
        QVERIFY(!metrics_of_range(scenario_, trace_, kTimeZero, kTimeNever, [&asked] { return ++asked == 1; }));
        QCOMPARE(asked, 1);
    }

private:
    Scenario scenario_;
    worlds::Finished run_;
    TraceStore store_;
    TraceView trace_;
};

QTEST_APPLESS_MAIN(RangeMetricsTest)
#include "range_metrics_test.moc"
