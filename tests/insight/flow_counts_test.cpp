// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/flow_counts.h"

#include <random>

#include <QTest>

#include "engine/sim/simulation.h"
#include "tests/property/random_world.h"

using namespace halfopen;

namespace {

struct Told {
    TraceStore store;
    TraceView view;
    Layout layout;
    explicit Told(const Scenario &scenario) : layout(layout_of(scenario)) {
        Simulation simulation(scenario);
        while (simulation.advance({}, &store)) {
        }
        view = store.view();
    }
};

TraceRecord record(RecordKind kind, std::uint16_t detail = 0, std::uint8_t leg = 0, std::uint8_t reason = 0) {
    TraceRecord r;
    r.kind = kind;
    r.request = 1;
    r.detail = detail;
    r.leg = leg;
    r.reason = reason;
    return r;
}

Layout oneWorkload(std::size_t legs) {
    Layout layout;
    layout.chains.resize(1);
    layout.chains[0].resize(legs);
    layout.operation_of_workload = {0};
    return layout;
}

} // namespace

class FlowCountsTest : public QObject {
    Q_OBJECT

private slots:
    void a_story_is_counted_where_it_happened() {
        // A request is refused by the breaker of leg 0, waits for the bulkhead of leg 1 and is then refused by it,
        // tries again, and is served by a hedged copy.
        TraceStore store;
        TraceRecord copy = record(RecordKind::attempt_started, 0, 1);
        copy.flags = 1;
        const std::vector<TraceRecord> story = {
            record(RecordKind::request_started),
            record(RecordKind::refused, kind_breaker_open, 0),
            record(RecordKind::leg_entered, kind_breaker_open, 1, static_cast<std::uint8_t>(LegReason::fallback)),
            record(RecordKind::wait_started, 0, 1, static_cast<std::uint8_t>(WaitReason::bulkhead)),
            record(RecordKind::wait_ended, 0, 1, static_cast<std::uint8_t>(WaitReason::bulkhead)),
            record(RecordKind::refused, kind_bulkhead_full, 1),
            record(RecordKind::wait_started, 0, 1, static_cast<std::uint8_t>(WaitReason::backoff)),
            record(RecordKind::attempt_started, 0, 1),
            copy,
            record(RecordKind::attempt_started, 0, 1 | kDownstream), // made by the service: not the request's own
            record(RecordKind::attempt_ended, kSuccess, 1),
        };
        store.take(story);
        FlowCounts counts(oneWorkload(2));
        QVERIFY(!counts.extend(store.view(), 100));
        const auto legs = counts.of_first(store.view(), story.size(), 0);
        QCOMPARE(legs.size(), std::size_t{2});
        const std::vector<LayerKind> &order = kDefaultOrder;
        QCOMPARE(legs[0].entered, 1u);
        QCOMPARE(legs[0].to_layer(LayerKind::retry, order), 1u);
        QCOMPARE(legs[0].to_layer(LayerKind::breaker, order), 1u);
        QCOMPARE(legs[0].to_layer(LayerKind::bulkhead, order), 0u);
        QCOMPARE(legs[0].to_service(), 0u);
        QCOMPARE(legs[1].entered, 1u);
        QCOMPARE(legs[1].fell_back, 1u);
        QCOMPARE(legs[1].to_budget(order), 2u);
        QCOMPARE(legs[1].to_layer(LayerKind::breaker, order), 2u);
        QCOMPARE(legs[1].to_layer(LayerKind::bulkhead, order), 2u); // one waited there, one passed
        QCOMPARE(legs[1].to_layer(LayerKind::rate_limiter, order), 1u);
        QCOMPARE(legs[1].to_service(), 2u);
        QCOMPARE(legs[1].copies, 1u);
        QCOMPARE(legs[1].ended, 1u);
        // With the retries inside, the breaker is met once.
        const std::vector<LayerKind> outside = {LayerKind::breaker, LayerKind::retry, LayerKind::bulkhead,
                                                LayerKind::timeout};
        QCOMPARE(legs[1].to_layer(LayerKind::breaker, outside), 1u);
        QCOMPARE(legs[1].to_layer(LayerKind::retry, outside), 1u);
        QCOMPARE(legs[0].to_layer(LayerKind::retry, outside), 0u);
        // The first records alone.
        QCOMPARE(counts.of_first(store.view(), 2, 0)[0].refused[static_cast<std::size_t>(LayerKind::breaker)], 1u);
        QCOMPARE(counts.of_first(store.view(), 2, 0)[1], LegCounts{});
    }
    void a_first_leg_that_is_skipped_was_not_entered() {
        TraceStore store;
        const std::vector<TraceRecord> story = {
            record(RecordKind::request_started), record(RecordKind::leg_skipped, 0, 0),
            record(RecordKind::leg_entered, kind_breaker_open, 1, static_cast<std::uint8_t>(LegReason::fallback))};
        store.take(story);
        FlowCounts counts(oneWorkload(2));
        counts.extend(store.view(), 100);
        const auto legs = counts.of_first(store.view(), 3, 0);
        QCOMPARE(legs[0].entered, 0u);
        QCOMPARE(legs[0].skipped, 1u);
        QCOMPARE(legs[1].entered, 1u);
    }
    void any_prefix_equals_a_count_from_the_start_and_slices_change_nothing() {
        std::mt19937_64 luck(11);
        std::uint64_t attempts = 0;
        for (int w = 0; w < 60; ++w) {
            const std::uint64_t number = luck();
            const Told told(random_world(number));
            FlowCounts sliced(told.layout), whole(told.layout);
            while (sliced.extend(told.view, 1 + luck() % 50)) {
            }
            whole.extend(told.view, told.view.size());
            for (int i = 0; i < 8; ++i) {
                const std::size_t records = luck() % (told.view.size() + 1);
                FlowCounts fresh(told.layout);
                fresh.extend(told.view, records);
                for (std::uint32_t workload = 0; workload < told.layout.operation_of_workload.size(); ++workload) {
                    const auto expected = fresh.of_first(told.view, records, workload);
                    QVERIFY(sliced.of_first(told.view, records, workload) == expected);
                    QVERIFY(whole.of_first(told.view, records, workload) == expected);
                    for (const LegCounts &leg : expected)
                        attempts += leg.attempts;
                }
            }
        }
        QVERIFY(attempts > 1000);
    }
    void without_retries_what_comes_to_the_outermost_layer_is_what_entered() {
        // Counted from the inside, call by call, against requests: two sums over different records. Only a rate limiter
        // whose token would come after the deadline ends a call without a record.
        std::mt19937_64 luck(5);
        std::uint64_t entered = 0;
        for (int w = 0; w < 400; ++w) {
            const Scenario scenario = random_world(luck());
            const Told told(scenario);
            FlowCounts counts(told.layout);
            counts.extend(told.view, told.view.size());
            for (std::uint32_t workload = 0; workload < told.layout.operation_of_workload.size(); ++workload) {
                const std::uint32_t operation = told.layout.operation_of_workload[workload];
                const auto legs = counts.of_first(told.view, told.view.size(), workload);
                for (std::size_t leg = 0; leg < legs.size(); ++leg) {
                    const auto policy = told.layout.chains[operation][leg].policy;
                    if (!policy || scenario.operations[operation].healing) continue;
                    const PolicyConfig &p = scenario.policies[*policy];
                    if (p.retry || p.error_recovery || p.rate_limiter) continue;
                    std::vector<LayerKind> order = p.order;
                    std::erase(order, LayerKind::retry);
                    QVERIFY(!order.empty());
                    QCOMPARE(legs[leg].to_budget(order), legs[leg].entered);
                    entered += legs[leg].entered;
                }
            }
        }
        QVERIFY2(entered > 500, qPrintable(QString::number(entered)));
    }
    void reading_scans_one_block_at_most() {
        Layout layout = oneWorkload(3);
        QCOMPARE(FlowCounts(layout).block(), FlowCounts::kBlock);
        layout.operation_of_workload.assign(40, 0);
        QCOMPARE(FlowCounts(layout).block(), FlowCounts::kBlock * (120 / 16));
    }
};

QTEST_MAIN(FlowCountsTest)
#include "flow_counts_test.moc"
