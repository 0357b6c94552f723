// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QPixmap>
#include <QTest>

#include "tests/gui/made_up_trace.h"
#include "ui/charts/latency_track.h"
#include "ui/charts/load_track.h"
#include "ui/timeline/attempts_track.h"
#include "ui/timeline/breakers_track.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/faults_track.h"
#include "ui/timeline/longest_requests.h"
#include "ui/timeline/round_numbers.h"
#include "ui/timeline/row_packing.h"
#include "ui/timeline/track_stack.h"
#include "ui/timeline/waterfall_track.h"

using namespace halfopen;
using namespace halfopen::gui_test;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

/// A made-up trace with all that a track is prepared from.
struct Bench {
    explicit Bench(const MadeUpPlan &plan)
        : trace(plan), source(trace.source()), series(trace.scenario()), theme(Theme::Mode::dark) {
        series.extend(trace.view(), trace.view().size());
    }
    TrackContext context(const TimeAxis &axis) const { return {source, series, axis, theme, {}, {}, {}, {}}; }

    MadeUpTrace trace;
    TraceSource source;
    RunSeries series;
    Theme theme;
};

TimeAxis axis(double from, double to, double width = 640) { return TimeAxis({at(from), at(to)}, 116, width); }

BreakerInterval interval(double from, double to, BreakerState state) {
    BreakerInterval i;
    i.from = at(from);
    i.to = to < 0 ? kTimeNever : at(to);
    i.state = state;
    return i;
}

} // namespace

class TracksTest : public QObject {
    Q_OBJECT

private slots:
    void a_lane_follows_the_transitions() {
        const std::vector<BreakerInterval> life = {
            interval(0, 60, BreakerState::closed), interval(60, 120, BreakerState::open),
            interval(120, 121, BreakerState::half_open), interval(121, -1, BreakerState::open)};
        const auto parts = laneParts(life, axis(0, 240), at(180));
        QCOMPARE(parts.size(), std::size_t{4});
        QCOMPARE(parts[0].state, BreakerState::closed);
        QCOMPARE(parts[1].x0, axis(0, 240).x(at(60)));
        QCOMPARE(parts[3].x1, axis(0, 240).x(at(180))); // what lasts ends where the run has got to
    }

    void a_probe_is_kept_however_short_it_is() {
        const std::vector<BreakerInterval> life = {
            interval(0, 60, BreakerState::closed), interval(60, 120, BreakerState::open),
            interval(120, 120.001, BreakerState::half_open), interval(120.001, -1, BreakerState::open)};
        for (const double to : {240.0, 3600.0}) {
            const auto parts = laneParts(life, axis(0, to), at(to));
            QVERIFY(std::any_of(parts.begin(), parts.end(), [](const LanePart &part) {
                return part.state == BreakerState::half_open && part.folded == 1;
            }));
        }
        std::vector<BreakerInterval> instant = life;
        instant[2].to = instant[3].from = at(120); // opened again at the same instant
        const auto parts = laneParts(instant, axis(0, 240), at(240));
        QVERIFY(std::any_of(parts.begin(), parts.end(),
                            [](const LanePart &part) { return part.state == BreakerState::half_open; }));
    }

    void a_flapping_lane_is_folded_to_a_few_parts_a_pixel() {
        std::vector<BreakerInterval> life = {interval(0, 0.001, BreakerState::closed)};
        for (int i = 1; i <= 200'000; ++i)
            life.push_back(
                interval(i * 0.001, (i + 1) * 0.001, i % 2 == 0 ? BreakerState::closed : BreakerState::open));
        life.back().to = kTimeNever;
        const auto parts = laneParts(life, axis(0, 200), at(200));
        QVERIFY(parts.size() <= 640 * 4);
        std::size_t told = 0;
        for (const LanePart &part : parts)
            told += part.folded;
        QVERIFY(told + 1 >= life.size()); // the last one may be shorter than a pixel
        QVERIFY(std::abs(parts.back().x1 - axis(0, 200).x(at(200))) < 0.5);
    }

    void zoomed_in_on_one_interval_there_is_one_part() {
        const std::vector<BreakerInterval> life = {interval(0, 60, BreakerState::closed),
                                                   interval(60, -1, BreakerState::open)};
        const auto parts = laneParts(life, axis(100, 100.001), at(240));
        QCOMPARE(parts.size(), std::size_t{1});
        QCOMPARE(parts[0].state, BreakerState::open);
    }

    void rows_take_what_does_not_overlap() {
        RowPacking packing(2, 100);
        QCOMPARE(packing.place(0, 50), 0);
        QCOMPARE(packing.place(40, 90), 1);
        QCOMPARE(packing.place(60, 70), 0);
        QCOMPARE(packing.place(45, 55), std::nullopt);
        QCOMPARE(packing.place(80, 90, 0), 0);
        QCOMPARE(packing.place(200, 300), std::nullopt);
        QCOMPARE(packing.placed(), 4);
    }

    void faults_that_are_on_together_stand_in_rows_of_their_own() {
        const auto fault = [](int from, int length) {
            return Fault{"s", std::chrono::seconds(from), std::chrono::seconds(length), Duration{0}, {}, OutageFault{}};
        };
        QCOMPARE(faultRows({fault(0, 10), fault(5, 10), fault(12, 3), fault(20, 1)}), (std::vector<int>{0, 1, 0, 0}));
    }

    void a_fault_that_repeats_all_the_time_is_folded() {
        Bench bench({});
        Scenario scenario = bench.trace.scenario();
        scenario.faults = {Fault{"claude", Duration{0}, std::chrono::milliseconds(1), Duration{0},
                                 std::chrono::milliseconds(2), OutageFault{}}};
        bench.source.scenario = &scenario;
        const TimeAxis time = axis(0, 240);
        FaultsTrack track;
        track.prepare(bench.context(time), 36);
        QVERIFY(track.primitives() <= 640);
        QVERIFY(track.primitives() >= 1);
    }

    void the_longest_requests_come_first() {
        const Bench bench({});
        const Stretch view{at(54), at(134)};
        const auto longest = longestRequests(bench.source, view, 50);
        QCOMPARE(longest.size(), std::size_t{50});
        for (std::size_t i = 1; i < longest.size(); ++i)
            QVERIFY(ageOf(bench.source, longest[i - 1]) >= ageOf(bench.source, longest[i]));
        QCOMPARE(requestsInView(bench.source, view),
                 bench.source.index->requests_in(view.from, view.to, 100'000).size());
    }

    void a_request_is_shaped_by_its_own_records() {
        const Bench bench({});
        bool retried = false;
        for (std::uint32_t n = 1; n <= bench.source.index->requests(); ++n) {
            const RequestShape shape = shapeOf(bench.source, n);
            QVERIFY(!shape.inFlight);
            int attempts = 0;
            for (const ShapePart &part : shape.parts) {
                QVERIFY(part.from <= part.to && part.from >= shape.started && part.to <= shape.ended);
                attempts += part.kind == ShapePart::Kind::attempt ? 1 : 0;
                if (part.kind == ShapePart::Kind::wait) {
                    retried = true;
                    QVERIFY(part.longest >= part.to - part.from);
                }
            }
            QCOMPARE(attempts, shape.calls);
        }
        QVERIFY(retried);
    }

    void work_is_bounded_by_pixels_data() {
        QTest::addColumn<double>("rate");
        QTest::newRow("1,200 requests") << 5.0;
        QTest::newRow("72,000 requests") << 300.0;
    }

    void work_is_bounded_by_pixels() {
        QFETCH(double, rate);
        MadeUpPlan plan;
        plan.rate = rate;
        plan.flaps = static_cast<int>(rate * 20);
        Bench bench(plan);
        TrackStack stack;
        stack.add(std::make_unique<FaultsTrack>());
        stack.add(std::make_unique<BreakersTrack>());
        stack.add(std::make_unique<AttemptsTrack>());
        stack.add(std::make_unique<WaterfallTrack>());
        stack.add(std::make_unique<EndedTrack>());
        stack.add(std::make_unique<LatencyTrack>());
        stack.add(std::make_unique<LoadTrack>());
        stack.add(std::make_unique<InFlightTrack>());
        for (const TimeAxis &time : {axis(0, 240), axis(54, 134), axis(61, 61.5), axis(89.7, 89.7001)}) {
            stack.prepare(bench.context(time), 560);
            for (const TrackStack::Row &row : stack.rows())
                QVERIFY2(row.track->primitives() <= 8'000, qPrintable(row.track->title()));
            QPixmap picture(800, 560);
            QPainter painter(&picture);
            stack.paint(painter, bench.context(time));
        }
    }

    void a_chart_takes_its_points_at_once_and_never_too_many() {
        MadeUpPlan plan;
        plan.rate = 100;
        const Bench bench(plan);
        LatencyTrack latency;
        LoadTrack load;
        for (const double width : {640.0, 3800.0}) {
            const TimeAxis time = axis(0, 240, width);
            latency.prepare(bench.context(time), 48);
            load.prepare(bench.context(time), 44);
            QVERIFY(latency.primitives() <= 3 * LineChart::kPointsMax);
            QVERIFY(load.primitives() <= 2 * LineChart::kPointsMax);
        }
        QCOMPARE(latency.chart().replacements(), 3 * 2); // one for each line and prepare()
        QCOMPARE(load.chart().replacements(), 2 * 2);
    }

    void rates_add_up_to_what_ended() {
        const Bench bench({});
        const TimeAxis time = axis(0, 240);
        EndedTrack track;
        track.prepare(bench.context(time), 52);
        const QString reading = track.reading(bench.context(time), at(30));
        QVERIFY2(reading.contains("first try") && reading.endsWith("/s in 10 s"), qPrintable(reading));
        QVERIFY(track.reading(bench.context(time), at(125)).contains("fallback"));
    }

    void ends_of_scales_are_round() {
        QCOMPARE(niceCeiling(10.4), 12.0);
        QCOMPARE(niceCeiling(0.09), 0.1);
        QCOMPARE(niceCeiling(0), 1.0);
        QCOMPARE(niceGridStep(0.11), 0.2);
        QCOMPARE(rateText(5), QString("5.0"));
        QCOMPARE(rateText(0.25), QString("0.25"));
    }
};

QTEST_MAIN(TracksTest)
#include "tracks_test.moc"
