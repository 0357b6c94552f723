// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trace/store.h"

#include <thread>

#include <QtTest>

#include "engine/trace/fingerprint.h"

using namespace halfopen;

class StoreTest : public QObject {
    Q_OBJECT
private slots:
    void a_view_holds_what_was_published_and_never_changes();
    void bounds_find_times();
    void a_reader_in_another_thread_sees_whole_records_in_order();
    void every_field_moves_the_fingerprint();
};

namespace {

TraceRecord record_at(std::int64_t ns) {
    TraceRecord record;
    record.time = kTimeZero + Duration{ns};
    record.value = ns;
    return record;
}

std::vector<TraceRecord> records(std::int64_t from, std::int64_t to) {
    std::vector<TraceRecord> out;
    for (std::int64_t i = from; i < to; ++i) out.push_back(record_at(i));
    return out;
}

} // namespace

void StoreTest::a_view_holds_what_was_published_and_never_changes() {
    TraceStore store;
    QVERIFY(store.view().empty());
    store.take(records(0, 40'000)); // more than a chunk
    const TraceView view = store.view();
    store.take(records(40'000, 100'000));
    QCOMPARE(view.size(), 40'000u);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < view.size();) {
        const auto run = view.run_from(i);
        for (const TraceRecord &record : run) QCOMPARE(record.value, static_cast<std::int64_t>(seen++));
        i += run.size();
    }
    QCOMPARE(seen, 40'000u);
    QCOMPARE(store.view()[99'999].value, 99'999);
    QVERIFY(store.view().run_from(100'000).empty());
}

void StoreTest::bounds_find_times() {
    TraceStore store;
    for (const std::int64_t ns : {10, 20, 20, 20, 30}) store.take(std::vector{record_at(ns)});
    const TraceView view = store.view();
    const auto at = [](std::int64_t ns) { return kTimeZero + Duration{ns}; };
    QCOMPARE(view.lower_bound(at(20)), 1u);
    QCOMPARE(view.upper_bound(at(20)), 4u);
    QCOMPARE(view.lower_bound(at(5)), 0u);
    QCOMPARE(view.lower_bound(at(31)), 5u);
}

void StoreTest::a_reader_in_another_thread_sees_whole_records_in_order() {
    TraceStore store;
    constexpr std::int64_t n = 300'000;
    std::jthread writer([&store] {
        for (std::int64_t i = 0; i < n; i += 500) store.take(records(i, i + 500));
    });
    std::size_t seen = 0;
    while (seen < static_cast<std::size_t>(n)) {
        const TraceView view = store.view();
        QVERIFY(view.size() >= seen);
        for (; seen < view.size(); ++seen) QCOMPARE(view[seen].value, static_cast<std::int64_t>(seen));
    }
}

void StoreTest::every_field_moves_the_fingerprint() {
    const auto hash = [](const TraceRecord &record) {
        Fingerprint fingerprint;
        fingerprint.add(record);
        return fingerprint.hex();
    };
    const TraceRecord base;
    QStringList seen{QString::fromStdString(hash(base))};
    const auto differs = [&](TraceRecord record) {
        const QString hex = QString::fromStdString(hash(record));
        const bool fresh = !seen.contains(hex);
        seen << hex;
        return fresh && hex.size() == 32;
    };
    TraceRecord r = base;
    QVERIFY((r.time += Duration{1}, differs(r)));
    QVERIFY((r = base, r.value = 1, differs(r)));
    QVERIFY((r = base, r.request = 1, differs(r)));
    QVERIFY((r = base, r.object = 1, differs(r)));
    QVERIFY((r = base, r.attempt = 1, differs(r)));
    QVERIFY((r = base, r.detail = 1, differs(r)));
    QVERIFY((r = base, r.kind = RecordKind::fault_on, differs(r)));
    QVERIFY((r = base, r.reason = 1, differs(r)));
    QVERIFY((r = base, r.leg = 1, differs(r)));
    QVERIFY((r = base, r.flags = 1, differs(r)));
    Fingerprint ab, ba;
    ab.add(record_at(1)), ab.add(record_at(2));
    ba.add(record_at(2)), ba.add(record_at(1));
    QVERIFY(ab.hex() != ba.hex());
}

QTEST_APPLESS_MAIN(StoreTest)
#include "store_test.moc"
