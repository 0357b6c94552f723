// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine/insight/histogram.h"
#include "engine/insight/latency_index.h"

using namespace halfopen;

namespace {

/// Requests that end one after another, every fifth of them failed and every seventh within the warm-up, with other
/// records between.
std::vector<TraceRecord> endings(const std::vector<std::int64_t> &latencies) {
    std::vector<TraceRecord> records;
    for (std::size_t i = 0; i < latencies.size(); ++i) {
        TraceRecord r;
        r.time = SimTime{Duration{static_cast<std::int64_t>(i)}};
        r.kind = i % 3 == 0 ? RecordKind::attempt_ended : RecordKind::request_cost;
        r.value = 77;
        r.flags = flag::counted;
        records.push_back(r);
        r.kind = RecordKind::request_ended;
        r.value = latencies[i];
        r.reason = static_cast<std::uint8_t>(i % 5 == 4 ? Ending::failed : Ending::served);
        r.flags = i % 7 == 6 ? 0 : flag::counted;
        records.push_back(r);
    }
    return records;
}

/// Percentiles by a plain recorder of the first `count` records.
void compareWithPlain(const LatencyIndex &index, const std::vector<TraceRecord> &records, std::size_t count) {
    LatencyRecorder all;
    LatencyRecorder served;
    for (std::size_t i = 0; i < count; ++i) {
        if (records[i].kind != RecordKind::request_ended || (records[i].flags & flag::counted) == 0) continue;
        all.add(Duration{records[i].value});
        if (records[i].reason == static_cast<std::uint8_t>(Ending::served)) served.add(Duration{records[i].value});
    }
    Metrics metrics;
    index.complete(metrics, count, Scenario{});
    for (const auto &[figures, plain] : {std::pair(metrics.latency, all), std::pair(metrics.latency_success, served)}) {
        QCOMPARE(figures.p50, plain.percentile_s(0.50));
        QCOMPARE(figures.p90, plain.percentile_s(0.90));
        QCOMPARE(figures.p95, plain.percentile_s(0.95));
        QCOMPARE(figures.p99, plain.percentile_s(0.99));
    }
}

} // namespace

class LatencyIndexTest : public QObject {
    Q_OBJECT

private slots:
    void every_prefix_has_the_percentiles_of_a_plain_count_data() {
        QTest::addColumn<std::int64_t>("least");
        QTest::addColumn<double>("spread");
        QTest::newRow("nothing but zeros") << std::int64_t{0} << 0.0;
        QTest::newRow("one constant") << std::int64_t{250'000'000} << 0.0;
        QTest::newRow("nanoseconds") << std::int64_t{0} << 300.0;
        QTest::newRow("within one bucket") << std::int64_t{1'000'000'000} << 1'000'000.0;
        QTest::newRow("milliseconds to minutes") << std::int64_t{1'000'000} << 1e11;
        QTest::newRow("years") << std::int64_t{1} << 4e18;
    }
    void every_prefix_has_the_percentiles_of_a_plain_count() {
        QFETCH(std::int64_t, least);
        QFETCH(double, spread);
        std::vector<std::int64_t> latencies;
        for (std::uint32_t i = 0; i < 700; ++i) {
            const double u = static_cast<double>((i * 2654435761u) >> 8) / 16777216.0;
            latencies.push_back(least + static_cast<std::int64_t>(spread * u * u));
        }
        const std::vector<TraceRecord> records = endings(latencies);
        TraceStore store;
        store.take(records);
        LatencyIndex index;
        for (const std::size_t size : {1u, 2u, 90u, 1000u, 1400u}) { // grows as a run does
            index.extend(store.view().prefix(size));
            QCOMPARE(index.records(), size);
            for (std::size_t count = 0; count <= size; count += 1 + size / 60)
                compareWithPlain(index, records, count);
            compareWithPlain(index, records, size);
        }
        index.shrink();
        compareWithPlain(index, records, records.size());
    }
    void goals_are_judged_by_the_percentiles() {
        const std::vector<TraceRecord> records = endings({1'000'000'000, 2'000'000'000, 3'000'000'000});
        TraceStore store;
        store.take(records);
        LatencyIndex index;
        index.extend(store.view());
        Scenario scenario;
        scenario.slo = {Goal{"latency_p50", 1.5}, Goal{"latency_p99", 3.0}};
        Metrics metrics;
        index.complete(metrics, records.size(), scenario);
        QCOMPARE(metrics.slo.size(), 2u);
        QCOMPARE(metrics.slo[0].met, std::optional(false));
        QCOMPARE(metrics.slo[1].met, std::optional(true));
        index.complete(metrics, 1, scenario); // nothing has ended yet
        QCOMPARE(metrics.latency.p50, Figure());
        QCOMPARE(metrics.slo[0].met, std::optional<bool>());
    }
    void a_fold_without_percentiles_has_all_other_figures() {
        const std::vector<TraceRecord> records = endings({4'000'000'000, 2'000'000'000, 3'000'000'000});
        Scenario scenario;
        scenario.services.resize(1);
        MetricsFold with(scenario);
        MetricsFold without(scenario, std::chrono::seconds(1), Percentiles::left_out);
        with.take(records);
        without.take(records);
        QVERIFY(without.bytes() < with.bytes());
        const Metrics full = with.result(SimTime{std::chrono::seconds(1)});
        const Metrics light = without.result(SimTime{std::chrono::seconds(1)});
        QCOMPARE(light.succeeded, full.succeeded);
        QCOMPARE(light.latency.mean, full.latency.mean);
        QCOMPARE(light.latency.max, full.latency.max);
        QCOMPARE(light.latency.p50, Figure());
    }
};

QTEST_APPLESS_MAIN(LatencyIndexTest)
#include "latency_index_test.moc"
