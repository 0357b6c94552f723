// SPDX-License-Identifier: GPL-3.0-or-later
// Requests as dots: where they are at an instant, and how many are drawn.
#include <QTest>

#include "tests/gui/made_up_trace.h"
#include "tests/sim/worlds.h"
#include "ui/flow/flow_dots.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

struct Told {
    TraceStore store;
    TraceView view;
    TraceIndex index;
    explicit Told(const Scenario &scenario) : index(scenario) {
        Simulation simulation(scenario);
        while (simulation.advance({}, &store)) {
        }
        view = store.view();
        index.extend(view);
    }
    FlowDots dots(double s, double speed = 1.0, double perSecond = 1.0, std::uint64_t inFlight = 1) const {
        return dotsAt(view, index, 0, at(s), speed, perSecond, inFlight);
    }
};

/// A request each 10 s whose only call takes `latency`.
Scenario everyTenSeconds(Duration latency) {
    return worlds::single(worlds::service("svc", {Constant{latency}}), worlds::policy(), EveryArrivals{10s}, 60s);
}

} // namespace

class FlowDotsTest : public QObject {
    Q_OBJECT

private slots:
    void a_short_call_travels_half_a_second_and_then_shows_its_outcome() {
        const Told told(everyTenSeconds(20ms)); // requests at 0, 10, 20, ...
        QVERIFY(told.dots(9.9).dots.empty());
        const FlowDots early = told.dots(10.1);
        QCOMPARE(early.oneOf, std::uint64_t{1});
        QCOMPARE(early.dots.size(), std::size_t{1});
        QCOMPARE(early.dots[0].request, 2u);
        QCOMPARE(early.dots[0].along, 0.2);
        QVERIFY(!early.dots[0].over); // the call is over, but its dot has not arrived
        const FlowDots late = told.dots(10.75);
        QCOMPARE(late.dots.size(), std::size_t{1});
        QVERIFY(late.dots[0].over);
        QCOMPARE(late.dots[0].glyph, Glyph::success);
        QCOMPARE(late.dots[0].fade, 0.5);
        QVERIFY(told.dots(11.1).dots.empty());
    }
    void a_long_call_waits_at_its_service() {
        const Told told(everyTenSeconds(4s));
        const FlowDots dots = told.dots(12.5);
        QCOMPARE(dots.dots.size(), std::size_t{1});
        QCOMPARE(dots.dots[0].along, 1.0);
        QCOMPARE(dots.dots[0].age, 4.0); // 2 s after its arrival, in journeys of half a second
        QVERIFY(!dots.dots[0].over);
    }
    void dots_move_at_human_speed_whatever_the_speed_of_time() {
        const Told told(everyTenSeconds(20ms));
        QCOMPARE(told.dots(10.4, 4.0).dots.back().along, 0.2); // 0.4 s at 4 times are 0.1 s of wall time
        QCOMPARE(told.dots(10.01, 0.1).dots.back().along, 0.2);
    }
    void a_further_try_starts_inside_the_retry_layer() {
        ServiceConfig service = worlds::service("svc", {Constant{20ms}});
        service.failures = {{kind_unavailable, 1.0}};
        const Told told(worlds::single(service, worlds::retries(2, 2s), EveryArrivals{60s}, 60s));
        const FlowDots first = told.dots(0.1);
        QCOMPARE(first.dots.size(), std::size_t{1});
        QVERIFY(!first.dots[0].inside);
        const FlowDots again = told.dots(2.2);
        QCOMPARE(again.dots.size(), std::size_t{1});
        QVERIFY(again.dots[0].inside);
        QCOMPARE(told.dots(2.8).dots[0].glyph, Glyph::failure);
    }
    void refused_calls_stop_at_their_layer_and_fallbacks_take_the_next_row() {
        const gui_test::MadeUpTrace trace;
        std::size_t refused = 0, onLaterRows = 0;
        for (int s = 62; s < 118; s += 2) {
            const FlowDots dots = dotsAt(trace.view(), trace.index(), 0, at(s), 1.0, 5.0, 3);
            for (const FlowDot &dot : dots.dots) {
                refused += dot.refused && dot.stage == Stage::breaker ? 1 : 0;
                onLaterRows += dot.row > 0 ? 1 : 0;
                if (dot.refused && dot.over) QCOMPARE(dot.glyph, Glyph::refused);
            }
        }
        QVERIFY(refused > 10);
        QVERIFY(onLaterRows > 10);
    }
    void of_many_requests_a_share_is_shown_the_same_ones_from_frame_to_frame() {
        gui_test::MadeUpPlan plan;
        plan.duration_s = plan.computed_s = 60;
        plan.rate = 500;
        const gui_test::MadeUpTrace trace(plan);
        const auto dotsOf = [&](double s) { return dotsAt(trace.view(), trace.index(), 0, at(s), 4.0, 500.0, 300); };
        const FlowDots now = dotsOf(10.0), next = dotsOf(10.016);
        QCOMPARE(now.oneOf, std::uint64_t{50}); // 2,000 a second of wall time against 60
        QVERIFY(!now.dots.empty() && now.dots.size() <= kDotsMax);
        std::size_t same = 0;
        for (const FlowDot &dot : now.dots) {
            QCOMPARE(dot.request % 50, 0u);
            same += std::ranges::any_of(next.dots, [&](const FlowDot &d) { return d.request == dot.request; }) ? 1 : 0;
        }
        QVERIFY(same * 10 >= now.dots.size() * 9);
    }
    void a_heap_of_calls_in_flight_is_sampled_too() {
        const Told told(everyTenSeconds(20ms));
        QCOMPARE(told.dots(10.1, 1.0, 1.0, 100'000).oneOf, std::uint64_t{2'000});
    }
    void samples_are_round_numbers() {
        QCOMPARE(niceSample(0.3), std::uint64_t{1});
        QCOMPARE(niceSample(1.0), std::uint64_t{1});
        QCOMPARE(niceSample(1.1), std::uint64_t{2});
        QCOMPARE(niceSample(20.0), std::uint64_t{20});
        QCOMPARE(niceSample(21.0), std::uint64_t{50});
        QCOMPARE(niceSample(4'267.0), std::uint64_t{5'000});
    }
};

QTEST_MAIN(FlowDotsTest)
#include "flow_dots_test.moc"
