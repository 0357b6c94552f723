// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/insight/told_story.h"

using namespace halfopen;
using namespace halfopen::testing;

class FindFirstTest : public QObject {
    Q_OBJECT

private slots:
    void the_first_of_each_kind_is_the_first_to_start_not_the_first_to_suffer() {
        const Scenario scenario = small_world();
        TraceBuilder trace;
        for (std::uint32_t n = 1; n <= 5; ++n) trace.start(n);
        trace.at(1s).refuse(5, 60s);
        trace.at(2s).refuse(4, 60s);
        trace.add(RecordKind::leg_entered, 4, 1, 0, kind_breaker_open,
                  static_cast<unsigned>(LegReason::fallback), 0, 1);
        trace.send(3, 1);
        trace.send(3, 2);
        trace.add(RecordKind::remedy_ended, 2, 0, 0, kind_image_quality, 1);
        trace.add(RecordKind::leg_entered, 2, 0, 0, kind_image_quality,
                  static_cast<unsigned>(LegReason::healed));
        trace.at(3s).end(3, Ending::failed, kind_auth, 3s, 2);
        trace.end(2, Ending::served, kSuccess, 3s, 2, 0, Recovery::healing);
        const IndexedTrace t(scenario, trace);
        const auto first = [&](const char *name) {
            return find_first(t.view, t.index, *first_of_named(name)).value_or(0);
        };
        QCOMPARE(first("refused"), 4u);
        QCOMPARE(first("fell_back"), 4u);
        QCOMPARE(first("retried"), 3u);
        QCOMPARE(first("healed"), 2u);
        QCOMPARE(first("failed"), 3u);
        QVERIFY(!first_of_named("lucky"));
        QCOMPARE(first_of_names().size(), std::size_t{7});
        for (const std::string &name : first_of_names()) QVERIFY(first_of_named(name));
    }

    void nothing_is_found_where_nothing_happened() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        const IndexedTrace t(small_world(), trace);
        for (const std::string &name : first_of_names())
            QVERIFY(!find_first(t.view, t.index, *first_of_named(name)));
    }

    void hedged_is_who_got_a_copy_and_deadline_who_was_ended_by_it() {
        TraceBuilder trace;
        trace.start(1);
        trace.start(2);
        trace.start(3);
        trace.send(1, 1);
        trace.at(1s).end(1, Ending::failed, kind_auth, 1s, 1);
        trace.end(3, Ending::deadline, kind_deadline, 1s, 0);
        const auto first = [](const TraceBuilder &built, FirstOf what) {
            const IndexedTrace t(small_world(), built);
            return find_first(t.view, t.index, what);
        };
        QCOMPARE(first(trace, FirstOf::deadline), std::optional<std::uint32_t>(3));
        QVERIFY(!first(trace, FirstOf::hedged));
        TraceBuilder downstream = trace, own = trace;
        downstream.add(RecordKind::hedge_sent, 2, 0, 0, 0, 0, 1, kDownstream); // a service's own
        QVERIFY(!first(downstream, FirstOf::hedged));
        own.add(RecordKind::hedge_sent, 2, 0, 0, 0, 0, 1, 0);
        QCOMPARE(first(own, FirstOf::hedged), std::optional<std::uint32_t>(2));
    }

    /// A try on another leg, or after healing, is not a retry.
    void a_second_attempt_elsewhere_is_no_retry() {
        TraceBuilder trace;
        trace.start(1);
        trace.send(1, 1);
        fall_back(trace, kind_unavailable);
        trace.send(1, 1, 0s, 1);
        const IndexedTrace t(small_world(), trace);
        QVERIFY(!find_first(t.view, t.index, FirstOf::retried));
    }
};

QTEST_APPLESS_MAIN(FindFirstTest)
#include "find_first_test.moc"
