// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/trace_index.h"

#include <QTest>

#include <random>

#include "tests/insight/small_world.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

constexpr std::uint64_t kSeed = 20260;

/// Requests that start every 10 ms and last up to two seconds; a few never end. Some records belong to none.
TraceBuilder random_trace(std::size_t requests) {
    std::mt19937_64 random(kSeed);
    struct Due {
        std::int64_t at_ms;
        std::uint32_t request;
        bool end;
        auto operator<=>(const Due &) const = default;
    };
    std::vector<Due> due;
    for (std::uint32_t n = 1; n <= requests; ++n) {
        const std::int64_t from = 10 * static_cast<std::int64_t>(n);
        std::int64_t length = static_cast<std::int64_t>(random() % 2000);
        if (n % 100 == 0) length = 60'000;
        due.push_back({from, n, false});
        due.push_back({from + length / 2, n, false});
        if (n % 997 != 0) due.push_back({from + length, n, true});
    }
    std::stable_sort(due.begin(), due.end(), [](const Due &a, const Due &b) { return a.at_ms < b.at_ms; });
    TraceBuilder trace;
    std::vector<bool> started(requests + 1);
    for (const Due &d : due) {
        trace.at(std::chrono::milliseconds(d.at_ms));
        if (d.end) {
            trace.end(d.request, Ending::served, kSuccess, 1ms, 1);
        } else if (started[d.request]) {
            trace.send(d.request, 1);
        } else {
            trace.start(d.request);
            started[d.request] = true;
        }
        if (random() % 5 == 0) trace.add(RecordKind::service_up, 0, 0);
    }
    return trace;
}

} // namespace

class TraceIndexTest : public QObject {
    Q_OBJECT

private slots:
    void an_empty_trace_has_closed_breakers_and_no_requests() {
        const TraceIndex index(small_world());
        QCOMPARE(index.records(), std::size_t{0});
        QCOMPARE(index.requests(), std::size_t{0});
        QCOMPARE(index.breakers(), std::size_t{1});
        QCOMPARE(index.breaker(0).size(), std::size_t{1});
        QVERIFY(index.breaker(0)[0].state == BreakerState::closed);
        QVERIFY(index.requests_in(kTimeZero, kTimeNever, 10).empty());
        QVERIFY(index.records_of(1).empty());
        QVERIFY(index.records_of(0).empty());
    }

    void records_of_a_request_are_linked_in_their_order() {
        TraceBuilder trace;
        const auto a = trace.start(1);
        const auto b = trace.start(2);
        const auto c = trace.send(1, 1);
        trace.add(RecordKind::service_down, 0, 0);
        const auto d = trace.at(1s).finish(1, 1, kSuccess);
        const auto e = trace.end(1, Ending::served, kSuccess, 1s, 1);
        const auto late = trace.at(2s).add(RecordKind::late_completion, 1, 0);
        const IndexedTrace t(small_world(), trace);
        QCOMPARE(t.index.records_of(1), (std::vector<std::size_t>{a, c, d, e, late}));
        QCOMPARE(t.index.records_of(2), (std::vector<std::size_t>{b}));
        QCOMPARE(t.index.request(1).first_record, static_cast<std::uint32_t>(a));
        QCOMPARE(t.index.request(1).end_record, static_cast<std::uint32_t>(e));
        QVERIFY(t.index.request(1).ended == SimTime{1s});
        QVERIFY(t.index.request(2).ended == kTimeNever);
        QVERIFY(!t.index.next_of_request(late));
    }

    void slices_of_any_size_give_the_same_index_data() {
        QTest::addColumn<int>("slice");
        for (const int slice : {1, 7, 1000, 32768, 40000}) QTest::addRow("%d", slice) << slice;
    }
    void slices_of_any_size_give_the_same_index() {
        QFETCH(int, slice);
        const TraceBuilder trace = random_trace(20'000); // more than one chunk
        QVERIFY(trace.records().size() > TraceView::kChunk);
        const IndexedTrace whole(small_world(), trace);
        TraceIndex sliced(small_world());
        TraceStore store;
        const auto &all = trace.records();
        for (std::size_t from = 0; from < all.size(); from += static_cast<std::size_t>(slice)) {
            const std::size_t n = std::min(all.size() - from, static_cast<std::size_t>(slice));
            store.take({all.data() + from, n});
            if (slice > 1 || from % 97 == 0) sliced.extend(store.view());
        }
        sliced.extend(store.view());
        sliced.extend(store.view()); // nothing new
        QCOMPARE(sliced.records(), whole.index.records());
        QCOMPARE(sliced.requests(), whole.index.requests());
        for (std::uint32_t n = 1; n <= whole.index.requests(); n += 13) {
            QCOMPARE(sliced.records_of(n), whole.index.records_of(n));
        }
        QCOMPARE(sliced.requests_in(SimTime{50s}, SimTime{60s}, 5000),
                 whole.index.requests_in(SimTime{50s}, SimTime{60s}, 5000));
    }

    void steps_too_long_for_their_bytes_are_found_too_data() {
        QTest::addColumn<std::uint32_t>("far");
        for (const std::uint32_t far : {1u, 2u, 40u, 255u, 256u, 100'000u})
            QTest::addRow("%u", far) << far;
    }
    void steps_too_long_for_their_bytes_are_found_too() {
        QFETCH(std::uint32_t, far);
        const IndexedTrace whole(small_world(), random_trace(3000));
        TraceIndex index(small_world(), far);
        index.extend(whole.view);
        QCOMPARE(index.records(), whole.view.size());
        std::vector<std::vector<std::size_t>> slowly(whole.index.requests() + 1);
        for (std::size_t i = 0; i < whole.view.size(); ++i)
            slowly[whole.view[i].request].push_back(i);
        std::size_t farthest = 0;
        for (std::uint32_t n = 1; n <= whole.index.requests(); ++n) {
            QCOMPARE(index.records_of(n), slowly[n]);
            for (std::size_t i = 1; i < slowly[n].size(); ++i)
                farthest = std::max(farthest, slowly[n][i] - slowly[n][i - 1]);
        }
        QVERIFY(farthest > 500); // several units of what is kept
    }

    void requests_in_a_stretch_are_those_that_a_slow_search_finds() {
        const IndexedTrace t(small_world(), random_trace(5'000));
        std::mt19937_64 random(kSeed);
        for (int i = 0; i < 200; ++i) {
            const SimTime from{std::chrono::milliseconds(random() % 70'000)};
            const SimTime to = from + std::chrono::milliseconds(random() % 3'000);
            std::vector<std::uint32_t> expected;
            for (std::uint32_t n = 1; n <= t.index.requests(); ++n) {
                const RequestEntry &entry = t.index.request(n);
                if (entry.started < to && entry.ended >= from) expected.push_back(n);
            }
            QCOMPARE(t.index.requests_in(from, to, 100'000), expected);
            expected.resize(std::min<std::size_t>(expected.size(), 5));
            QCOMPARE(t.index.requests_in(from, to, 5), expected);
        }
    }

    void a_breaker_life_is_cut_at_its_transitions_and_counts_its_refusals() {
        using enum BreakerState;
        TraceBuilder trace;
        trace.start(1);
        const auto opened =
            trace.at(5s).change(1, closed, open, BreakerReason::consecutive_failures, 5, 5, 65s);
        trace.at(6s).refuse(1, 65s);
        trace.at(7s).refuse(1, 65s);
        trace.add(RecordKind::refused, 1, 0, 0, kind_bulkhead_full); // not the breaker's
        const auto tested = trace.at(65s).change(1, open, half_open, BreakerReason::open_time_over);
        trace.refuse(1, 0s, true);
        const auto shut = trace.at(67s).change(1, half_open, closed, BreakerReason::probe_succeeded, 1, 1);
        const IndexedTrace t(small_world(), trace);
        const auto &life = t.index.breaker(0);
        QCOMPARE(life.size(), std::size_t{4});
        QVERIFY(life[0].from == kTimeZero && life[0].to == SimTime{5s} && life[0].state == closed);
        QVERIFY(life[1].to == SimTime{65s} && life[1].state == open && life[1].record == opened);
        QVERIFY(life[1].reason == BreakerReason::consecutive_failures);
        QCOMPARE(life[1].rejected, 2u);
        QCOMPARE(life[2].rejected, 1u);
        QVERIFY(life[3].to == kTimeNever && life[3].state == closed && life[3].record == shut);
        QCOMPARE(t.index.breaker_interval_at(0, SimTime{0s}), std::size_t{0});
        QCOMPARE(t.index.breaker_interval_at(0, SimTime{5s}), std::size_t{1});
        QCOMPARE(t.index.breaker_interval_at(0, SimTime{64s}), std::size_t{1});
        QCOMPARE(t.index.breaker_interval_at(0, SimTime{1h}), std::size_t{3});
        QCOMPARE(t.index.breaker_interval_of_record(0, opened - 1), std::size_t{0});
        QCOMPARE(t.index.breaker_interval_of_record(0, opened), std::size_t{1});
        QCOMPARE(t.index.breaker_interval_of_record(0, tested + 1), std::size_t{2});
    }

    void a_repeated_fault_is_a_stretch_each_time_and_an_open_one_lasts() {
        Scenario scenario = small_world();
        scenario.faults.resize(2);
        TraceBuilder trace;
        trace.at(1s).add(RecordKind::fault_on, 0, 0);
        trace.at(2s).add(RecordKind::fault_on, 0, 1);
        trace.at(3s).add(RecordKind::fault_off, 0, 0);
        trace.at(11s).add(RecordKind::fault_on, 0, 0);
        trace.at(12s).add(RecordKind::service_down, 0, 1);
        trace.at(13s).add(RecordKind::service_up, 0, 1);
        const IndexedTrace t(scenario, trace);
        QCOMPARE(t.index.faults().size(), std::size_t{3});
        QVERIFY(t.index.faults()[0].from == SimTime{1s} && t.index.faults()[0].to == SimTime{3s});
        QVERIFY(t.index.faults()[1].fault == 1 && t.index.faults()[1].to == kTimeNever);
        QVERIFY(t.index.faults()[2].from == SimTime{11s} && t.index.faults()[2].to == kTimeNever);
        QCOMPARE(t.index.outages().size(), std::size_t{1});
        QVERIFY(t.index.outages()[0].service == 1 && t.index.outages()[0].to == SimTime{13s});
    }

    void a_copy_of_the_index_goes_on_by_itself() {
        TraceBuilder trace;
        trace.start(1);
        TraceStore store;
        store.take(trace.records());
        TraceIndex first(small_world());
        first.extend(store.view());
        TraceIndex second = first;
        TraceBuilder more;
        more.at(1s).end(1, Ending::failed, kind_auth, 1s, 1);
        store.take(more.records());
        second.extend(store.view());
        QVERIFY(first.request(1).ended == kTimeNever);
        QVERIFY(second.request(1).ended == SimTime{1s});
    }
};

QTEST_APPLESS_MAIN(TraceIndexTest)
#include "trace_index_test.moc"
