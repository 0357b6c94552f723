// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a run at any instant equals that of a run which was simulated until then.
#include <random>

#include <QSignalSpy>
#include <QTest>

#include "tests/property/random_world.h"
#include "tests/sim/worlds.h"
#include "ui/session/checkpoints.h"
#include "ui/session/run.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

/// Everything that the screen may ask of two states.
bool sameState(const Simulation &a, const Simulation &b, const Layout &layout, SimTime at) {
    bool same = a.events() == b.events() && a.reached() == b.reached() && a.fingerprint() == b.fingerprint() &&
                a.requests_in_flight() == b.requests_in_flight() && a.scenario() == b.scenario();
    for (std::uint32_t i = 0; i < layout.breakers.size(); ++i)
        same = same && a.breaker(i) == b.breaker(i);
    for (std::uint32_t i = 0; i < layout.guards.size(); ++i)
        same = same && a.guard(i, at) == b.guard(i, at);
    for (std::uint32_t i = 0; i < a.scenario().services.size(); ++i)
        same = same && a.service(i) == b.service(i);
    return same;
}

Simulation freshAt(const Scenario &scenario, SimTime at) {
    Simulation simulation(scenario);
    while (simulation.advance({.until = at}, nullptr)) {
    }
    return simulation;
}

/// The worker's way: slices of so many events, a checkpoint considered before each.
SimTime runThrough(const Scenario &scenario, Checkpoints &checkpoints, std::uint64_t slice) {
    Simulation simulation(scenario);
    while (!simulation.finished()) {
        checkpoints.consider(simulation);
        simulation.advance({.events = slice}, nullptr);
    }
    return simulation.reached();
}

} // namespace

class InnerStateTest : public QObject {
    Q_OBJECT

private slots:
    void state_at_random_instants_of_random_worlds_equals_that_of_a_fresh_run() {
        constexpr int worlds = 120, instants = 12;
        std::mt19937_64 luck(2024);
        std::size_t checkpointsUsed = 0;
        for (int w = 0; w < worlds; ++w) {
            const std::uint64_t number = luck();
            const auto scenario = std::make_shared<const Scenario>(random_world(number));
            const Layout layout = layout_of(*scenario);
            Checkpoints checkpoints(Checkpoints::kBytesMax, 1 + luck() % 60);
            const SimTime end = runThrough(*scenario, checkpoints, 1 + luck() % 20);
            checkpointsUsed += checkpoints.count();
            InnerState cursor(scenario);
            for (int i = 0; i < instants; ++i) {
                const auto ns =
                    static_cast<std::int64_t>(luck() % static_cast<std::uint64_t>((end - kTimeZero).count() + 2));
                const SimTime at = kTimeZero + Duration{ns};
                const Simulation expected = freshAt(*scenario, at);
                QVERIFY2(sameState(cursor.at(at, checkpoints), expected, layout, at),
                         qPrintable(QString("world %1, at %2 ns").arg(number).arg(ns)));
            }
        }
        QVERIFY(checkpointsUsed > worlds * 3);
    }
    void several_events_of_one_instant_are_all_in_it() {
        Scenario scenario =
            worlds::single(worlds::service("svc", {Constant{1s}}), worlds::policy(), EveryArrivals{1s}, 10s);
        const auto shared = std::make_shared<const Scenario>(scenario);
        Checkpoints checkpoints(Checkpoints::kBytesMax, 1);
        runThrough(scenario, checkpoints, 1); // a checkpoint after each event: in the middle of instants too
        InnerState cursor(shared);
        const Layout layout = layout_of(scenario);
        for (int s = 10; s >= 0; --s) {
            const SimTime at = kTimeZero + std::chrono::seconds(s);
            QVERIFY(sameState(cursor.at(at, checkpoints), freshAt(scenario, at), layout, at));
        }
    }
    void looking_on_replays_only_what_lies_between_and_looking_back_a_short_way() {
        const auto scenario = std::make_shared<const Scenario>(worlds::everything(7));
        constexpr std::uint64_t apart = 100;
        Checkpoints checkpoints(Checkpoints::kBytesMax, apart);
        const SimTime end = runThrough(*scenario, checkpoints, 10);
        InnerState cursor(scenario);
        const SimTime middle = kTimeZero + (end - kTimeZero) / 2;
        cursor.at(middle, checkpoints);
        QVERIFY(cursor.replayed() <= apart + 10);
        const std::uint64_t there = cursor.at(middle, checkpoints).events();
        QCOMPARE(cursor.replayed(), std::uint64_t{0});
        const std::uint64_t on = cursor.at(middle + 1ms, checkpoints).events();
        QCOMPARE(cursor.replayed(), on - there);
        cursor.at(kTimeZero + (end - kTimeZero) / 4, checkpoints);
        QVERIFY(cursor.replayed() <= apart + 10);
    }
    void checkpoints_keep_within_their_bytes_and_their_start() {
        const Scenario scenario = worlds::everything(3);
        const std::size_t one = Simulation(scenario).bytes();
        const std::size_t budget = one * 12;
        Checkpoints checkpoints(budget, 10);
        const SimTime end = runThrough(scenario, checkpoints, 10);
        QVERIFY(checkpoints.bytes() <= budget);
        QVERIFY(checkpoints.count() >= 2);
        QCOMPARE(checkpoints.nearest(kTimeZero)->events(), std::uint64_t{0});
        QVERIFY(checkpoints.nearest(end)->reached() > kTimeZero);
    }
    void a_run_gives_its_state_while_and_after_it_is_computed() {
        const Scenario scenario = worlds::everything(5);
        Run run(scenario);
        QVERIFY(run.stateAt(kTimeZero).events() <= 1);
        QVERIFY(run.waitUntilFinished(30'000));
        const Layout layout = layout_of(scenario);
        for (const double share : {1.0, 0.3, 0.31, 0.9, 0.0}) {
            const SimTime at =
                kTimeZero + duration_from_ns(share * static_cast<double>((run.computed() - kTimeZero).count()));
            QVERIFY(sameState(run.stateAt(at), freshAt(scenario, at), layout, at));
        }
        QVERIFY(run.stateAt(run.computed() + 1h).finished());
    }
    void a_far_state_is_prepared_in_the_background_and_is_the_same() {
        Scenario scenario = worlds::everything(5);
        scenario.duration *= 40; // long enough that its middle is far from its ends
        Run run(scenario);
        QVERIFY(run.waitUntilFinished(60'000));
        QVERIFY2(run.events() > 60'000, qPrintable(QString::number(run.events())));
        const Layout layout = layout_of(scenario);
        QSignalSpy prepared(&run, &Run::statePrepared);
        int inBackground = 0;
        for (const double share : {0.5, 0.1, 0.9, 0.33, 0.62, 0.05}) {
            const SimTime at =
                kTimeZero + duration_from_ns(share * static_cast<double>((run.computed() - kTimeZero).count()));
            if (!run.hasState(at)) {
                ++inBackground;
                QVERIFY(!run.hasState(at)); // it is under way
                QVERIFY(prepared.wait(30'000));
                QCOMPARE(prepared.last()[0].value<SimTime>(), at);
                QVERIFY(run.hasState(at));
            }
            QVERIFY(sameState(run.stateAt(at), freshAt(scenario, at), layout, at));
        }
        QVERIFY(inBackground >= 3);
        QCOMPARE(prepared.count(), inBackground);
    }
    void a_state_may_be_asked_for_at_once_while_another_is_prepared() {
        Scenario scenario = worlds::everything(5);
        scenario.duration *= 40;
        Run run(scenario);
        QVERIFY(run.waitUntilFinished(60'000));
        const Layout layout = layout_of(scenario);
        const SimTime middle = kTimeZero + (run.computed() - kTimeZero) / 2,
                      early = kTimeZero + (run.computed() - kTimeZero) / 7;
        QSignalSpy prepared(&run, &Run::statePrepared);
        QVERIFY(!run.hasState(middle));
        QVERIFY(sameState(run.stateAt(early), freshAt(scenario, early), layout, early));
        QVERIFY(prepared.wait(30'000));
        QVERIFY(sameState(run.stateAt(middle), freshAt(scenario, middle), layout, middle));
    }
};

QTEST_MAIN(InnerStateTest)
#include "inner_state_test.moc"
