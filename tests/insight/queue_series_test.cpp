// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QTest>

#include "engine/insight/queue_series.h"
#include "tests/sim/worlds.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

/// Two stations of few workers under more than they can serve, and a service without bound.
Scenario busy(double seconds_long) {
    ServiceConfig first = worlds::service("svc", Distribution{Exponential{std::chrono::milliseconds(300)}});
    first.workers = 2;
    Scenario scenario =
        worlds::single(first, worlds::policy(), PoissonArrivals{Rate{8.0}}, duration_from_ns(seconds_long * 1e9));
    scenario.services.push_back(worlds::service("free", Distribution{Exponential{std::chrono::milliseconds(300)}}));
    return scenario;
}

/// How many wait and are served after each record, by plain counting.
std::map<SimTime, QueueState> naive(const std::vector<TraceRecord> &records, std::uint32_t service) {
    std::map<SimTime, QueueState> result{{SimTime{Duration{-1}}, {}}};
    std::int64_t waiting = 0, serving = 0;
    for (const TraceRecord &r : records) {
        if (r.object != service) continue;
        if (r.kind == RecordKind::call_queued) ++waiting;
        if (r.kind == RecordKind::queue_left || (r.kind == RecordKind::service_started && r.reason == 1)) --waiting;
        if (r.kind == RecordKind::service_started) ++serving;
        if (r.kind == RecordKind::service_ended) --serving;
        result[r.time] = {static_cast<std::uint32_t>(waiting), static_cast<std::uint32_t>(serving)};
    }
    return result;
}

} // namespace

class QueueSeriesTest : public QObject {
    Q_OBJECT

private slots:
    void states_and_peaks_are_those_of_a_plain_count_data() {
        QTest::addColumn<double>("length");
        QTest::newRow("short") << 20.0;
        QTest::newRow("steps double") << 0.02; // what drains is a thousand times longer
    }
    void states_and_peaks_are_those_of_a_plain_count() {
        QFETCH(double, length);
        Scenario scenario = busy(length);
        if (length < 1) scenario.workloads[0].arrivals = BatchArrivals{100, Duration{0}, 100};
        const worlds::Finished run = worlds::run(scenario);
        TraceStore store;
        store.take(run.records);
        QueueSeries series(scenario);
        while (series.extend(store.view(), 97)) {
        }
        QCOMPARE(series.services(), std::vector<std::uint32_t>{0});
        const auto truth = naive(run.records, 0);
        std::uint32_t longest = 0;
        const SimTime end = run.records.back().time;
        const Duration step = series.step();
        for (SimTime t{}; t < end; t += std::max(step, (end - kTimeZero) / 300 / step * step)) {
            // The state when the step begins: after all that happened before it.
            auto before = truth.lower_bound(t);
            if (before != truth.begin()) --before;
            QVERIFY2(series.at(0, t) == before->second, qPrintable(QString("t %1 step %2 got %3/%4 want %5/%6").arg(seconds(t)).arg(seconds(step)).arg(series.at(0, t).waiting).arg(series.at(0, t).serving).arg(before->second.waiting).arg(before->second.serving)));
            QueueState most = before->second;
            for (auto it = truth.lower_bound(t); it != truth.end() && it->first < t + 5 * step; ++it) {
                most.waiting = std::max(most.waiting, it->second.waiting);
                most.serving = std::max(most.serving, it->second.serving);
            }
            const QueueState found = series.most(0, t, t + 5 * step);
            QVERIFY(found.waiting >= most.waiting && found.serving >= most.serving);
            QVERIFY(found.waiting <= most.waiting + 1); // two facts of one instant may show a state between them
            longest = std::max(longest, found.waiting);
        }
        QVERIFY(longest > 3);
        QVERIFY((series.at(0, end + std::chrono::hours(1)) == QueueState{}));
    }
    void who_has_workers_without_end_has_no_queue() {
        Scenario scenario = busy(1);
        scenario.services[0].workers.reset();
        const worlds::Finished run = worlds::run(scenario);
        TraceStore store;
        store.take(run.records);
        QueueSeries series(scenario);
        QVERIFY(!series.extend(store.view(), 10));
        QVERIFY(series.services().empty());
        QCOMPARE(series.records(), run.records.size());
    }
    void nothing_is_there_before_the_first_record() {
        QueueSeries series(busy(10));
        QVERIFY((series.at(0, at(5)) == QueueState{}));
        QVERIFY((series.most(0, at(0), at(9)) == QueueState{}));
    }
};

QTEST_APPLESS_MAIN(QueueSeriesTest)
#include "queue_series_test.moc"
