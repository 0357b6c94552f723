// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sim/event_queue.h"

#include <map>
#include <set>
#include <tuple>

#include <QtTest>
#include <rapidcheck.h>

using namespace halfopen;

class EventQueueTest : public QObject {
    Q_OBJECT
private slots:
    void events_of_one_instant_go_by_rank_then_by_creation();
    void a_queue_of_a_copy_goes_on_by_itself();
    void random_operations_equal_a_sorted_set();
};

void EventQueueTest::events_of_one_instant_go_by_rank_then_by_creation() {
    EventQueue queue;
    const SimTime t{Duration{1'000'000'000}};
    queue.schedule(t, Rank::arrival, 1, 0);
    queue.schedule(t, Rank::normal, 2, 0);
    queue.arm(t, Rank::normal, 3, 0);
    queue.arm(t, Rank::timeout, 4, 0);
    queue.schedule(t, Rank::change, 5, 0);
    queue.schedule(t, Rank::normal, 6, 0);
    QList<unsigned> order;
    SimTime time;
    Event event;
    while (queue.pop(kTimeNever, time, event)) order << event.kind;
    QCOMPARE(order, (QList<unsigned>{5, 4, 2, 3, 6, 1}));
}

void EventQueueTest::a_queue_of_a_copy_goes_on_by_itself() {
    EventQueue queue;
    for (std::uint32_t i = 0; i < 50; ++i) queue.arm(SimTime{Duration{i * 7'777'777LL}}, Rank::normal, i, i);
    EventQueue copy = queue;
    SimTime time;
    Event a, b;
    QVERIFY(queue.pop(kTimeNever, time, a));
    for (std::uint32_t i = 0; i < 50; ++i) {
        QVERIFY(copy.pop(kTimeNever, time, b));
        QCOMPARE(b.kind, i);
    }
    QVERIFY(queue.pop(kTimeNever, time, a));
    QCOMPARE(a.kind, 1u);
}

/// Against the plainest form: a sorted set of (time, rank, creation), where cancelling erases.
void EventQueueTest::random_operations_equal_a_sorted_set() {
    const bool ok = rc::check("schedule, arm, cancel, pop", [] {
        EventQueue queue;
        using Key = std::tuple<std::int64_t, int, std::uint32_t>;
        std::set<Key> naive;
        std::map<std::uint32_t, std::pair<TimerId, Key>> timers;
        std::int64_t now = 0;
        std::uint32_t created = 0;
        const auto operations = *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint32_t>>>(
            200, rc::gen::pair(rc::gen::arbitrary<std::uint8_t>(), rc::gen::arbitrary<std::uint32_t>()));
        for (const auto &[what, value] : operations) {
            const int shift = what % 60; // gaps from a nanosecond to decades
            const std::int64_t gap = static_cast<std::int64_t>((std::uint64_t{value} << 31 >> (62 - shift)));
            const Rank rank = static_cast<Rank>(value % 4);
            if (what < 70) {
                const Key key{now + gap, static_cast<int>(rank), created};
                queue.schedule(SimTime{Duration{now + gap}}, rank, created, 0);
                naive.insert(key);
                ++created;
            } else if (what < 150) {
                const Key key{now + gap, static_cast<int>(rank), created};
                timers[created] = {queue.arm(SimTime{Duration{now + gap}}, rank, created, 0), key};
                naive.insert(key);
                ++created;
            } else if (what < 200 && !timers.empty()) {
                const auto victim = std::next(timers.begin(), static_cast<long>(value % timers.size()));
                queue.cancel(victim->second.first);
                naive.erase(victim->second.second);
                timers.erase(victim);
            } else {
                SimTime time;
                Event event;
                const std::int64_t until = what < 220 ? now + gap : kTimeNever.time_since_epoch().count();
                const bool due = !naive.empty() && std::get<0>(*naive.begin()) <= until;
                RC_ASSERT(queue.pop(SimTime{Duration{until}}, time, event) == due);
                if (!due) continue;
                RC_ASSERT(std::get<0>(*naive.begin()) == time.time_since_epoch().count());
                RC_ASSERT(std::get<2>(*naive.begin()) == event.kind);
                now = time.time_since_epoch().count();
                naive.erase(naive.begin());
                timers.erase(event.kind);
            }
        }
    });
    QVERIFY(ok);
}

QTEST_APPLESS_MAIN(EventQueueTest)
#include "event_queue_test.moc"
