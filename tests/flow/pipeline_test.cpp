// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline as a value: rows, boxes, words and counts; then where everything stands.
#include <QImage>
#include <QPainter>
#include <QTest>

#include "engine/files/scenario_reader.h"
#include "ui/flow/pipeline_geometry.h"
#include "ui/flow/pipeline_painter.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

/// A request each 100 ms; the service "first" refuses all from 5 s on, so that its breaker opens at 5.2 s.
const char *const kTwoLegs = R"(
halfopen: 1
duration: 30s
services:
  first: {latency: 10ms, workers: 4}
  second: {latency: 20ms}
policies:
  guarded: {breaker: {preset: tutorial, failures: 3, open_for: 10s}, timeout: 1s}
operations:
  op: {chain: [{service: first, policy: guarded}, {service: second}]}
workloads:
  - {operation: op, arrivals: {every: 100ms}}
faults:
  - {service: first, at: 5s, for: 12s, outage: unavailable}
)";

/// A run until an instant, and its pipeline.
struct Told {
    Scenario scenario;
    TraceStore store;
    Simulation simulation;
    TraceIndex index;
    FlowCounts counts;
    PipelineInput input;

    explicit Told(const std::string &text, double s, std::uint32_t workload = 0)
        : scenario(read_scenario(text, {}).value()), simulation(scenario), index(scenario), counts(index.layout()) {
        while (simulation.advance({.until = at(s)}, &store)) {
        }
        const TraceView view = store.view();
        index.extend(view);
        counts.extend(view, view.size());
        input.state = &simulation;
        input.index = &index;
        input.at = at(s);
        input.workload = workload;
        input.window = std::min<Duration>(kFlowWindow, at(s) - kTimeZero);
        input.counts = counts.of_first(view, view.size(), workload);
        input.recent = input.counts;
        const auto earlier = counts.of_first(view, view.upper_bound(at(s) - kFlowWindow), workload);
        if (input.window == kFlowWindow)
            for (std::size_t leg = 0; leg < earlier.size(); ++leg)
                input.recent[leg] -= earlier[leg];
    }
    Pipeline pipeline() const { return pipelineOf(input); }
};

/// A chain of many legs with many instances and every layer.
std::string manyLegs(int legs, int instances) {
    std::string services, chain;
    for (int i = 0; i < legs; ++i) {
        services += "  s" + std::to_string(i) + ": {latency: 10ms}\n";
        chain += (i > 0 ? ", " : "") + std::string("{service: s") + std::to_string(i) + ", policy: all}";
    }
    return "halfopen: 1\nduration: 5s\nservices:\n" + services +
           "policies:\n  all: {retry: {max_attempts: 2}, budget: botocore, breaker: {preset: resilience4j}, bulkhead: "
           "{concurrency: 3},"
           " rate_limiter: {rate: 100/s}, timeout: 1s, hedge: {after: 1s}}\noperations:\n  op: {chain: [" +
           chain +
           "]}\nworkloads:\n  - {operation: op, arrivals: {poisson: 50/s}, instances: " + std::to_string(instances) +
           "}\n";
}

double widthOf(const QString &text, bool semibold) { return static_cast<double>(text.size()) * (semibold ? 6.5 : 6.0); }

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT

private slots:
    void layers_stand_in_the_order_of_the_policy() {
        const auto usual = stagesOf(kDefaultOrder);
        QCOMPARE(usual, (std::array{Stage::retry, Stage::budget, Stage::breaker, Stage::bulkhead, Stage::rateLimiter,
                                    Stage::timeout, Stage::hedge}));
        // What the order leaves out comes last; the budget stays with the retries, hedging innermost.
        const auto other = stagesOf({LayerKind::breaker, LayerKind::retry, LayerKind::timeout});
        QCOMPARE(other, (std::array{Stage::breaker, Stage::retry, Stage::budget, Stage::timeout, Stage::bulkhead,
                                    Stage::rateLimiter, Stage::hedge}));
    }
    void a_layer_moves_before_another() {
        using enum LayerKind;
        const auto moved = [](LayerKind layer, std::size_t before) { return movedLayer(kDefaultOrder, layer, before); };
        QCOMPARE(moved(timeout, 0), (std::vector{timeout, retry, breaker, bulkhead, rate_limiter}));
        QCOMPARE(moved(retry, 2), (std::vector{breaker, retry, bulkhead, rate_limiter, timeout}));
        QCOMPARE(moved(retry, 5), (std::vector{breaker, bulkhead, rate_limiter, timeout, retry}));
        QCOMPARE(moved(breaker, 1), kDefaultOrder);
        QCOMPARE(moved(breaker, 2), kDefaultOrder);
    }

    void counts_before_the_fault_are_those_of_the_arrivals() {
        const Pipeline pipeline = Told(kTwoLegs, 4.95).pipeline(); // 50 requests in 4.95 s, 0 to 4.9 s
        QCOMPARE(pipeline.operation, QString("op"));
        QCOMPARE(pipeline.rows.size(), std::size_t{2});
        QCOMPARE(pipeline.perSecond, 50 / 4.95);
        const PipelineRow &first = pipeline.rows[0];
        QCOMPARE(first.box(Stage::breaker).perSecond, 50 / 4.95);
        QCOMPARE(first.service.perSecond, 50 / 4.95);
        QCOMPARE(first.service.state, QString("0 of 4 busy"));
        QVERIFY(!first.service.trouble);
        QCOMPARE(first.gauge->near, QString("0 of 3 in a row"));
        QVERIFY(first.box(Stage::timeout).on && first.box(Stage::breaker).on);
        QVERIFY(!first.box(Stage::retry).on && !first.box(Stage::hedge).on);
        QCOMPARE(first.box(Stage::timeout).first, QString("1.0 s"));
        QCOMPARE(pipeline.rows[1].fellBack, 0.0);
        QVERIFY(!pipeline.rows[1].gauge);
        QVERIFY(pipeline.oneOrder); // a plain call has no order of its own: it counts as the usual one
    }
    void counts_while_open_are_refusals_and_fallbacks() {
        // Over (2 s, 12 s]: 100 requests. Those of 2.1 to 4.9 s are served, those of 5.0, 5.1 and 5.2 s fail, the other
        // 68 are refused; all but the 29 served fall back.
        const Pipeline pipeline = Told(kTwoLegs, 12.05).pipeline();
        const PipelineRow &first = pipeline.rows[0];
        QCOMPARE(pipeline.perSecond, 10.0);
        QCOMPARE(first.box(Stage::breaker).perSecond, 10.0);
        QCOMPARE(first.service.perSecond, 3.2);
        QCOMPARE(first.refusedPerSecond, 6.8);
        QCOMPARE(first.box(Stage::timeout).perSecond, 3.2);
        QCOMPARE(pipeline.rows[1].fellBack, 7.1);
        QCOMPARE(pipeline.rows[1].service.perSecond, 7.1);
        QCOMPARE(first.gauge->state, BreakerState::open);
        QCOMPARE(first.gauge->detail, QString("3.1 s to probe")); // 5.2 s + 10 s - 12.05 s
        QVERIFY(first.service.trouble);
        QCOMPARE(first.service.state, QString("outage"));
        QVERIFY(first.service.tip.contains("outage: unavailable since 5.000 s"));
        QCOMPARE(pipeline.callsInFlight, std::uint64_t{0});
        QCOMPARE(Told(kTwoLegs, 12.01).pipeline().callsInFlight, std::uint64_t{1});
    }
    void before_the_first_arrival_nothing_has_happened() {
        QCOMPARE(Told(kTwoLegs, 0).pipeline().perSecond, 0.0); // over a window without length
    }
    void the_worst_instance_is_shown_unless_one_is_selected() {
        std::string text = kTwoLegs;
        text.replace(text.find("every: 100ms}"), 13, "every: 100ms}, instances: 4");
        Told told(text, 5.75); // some have met three failures, some not
        const Pipeline worst = told.pipeline();
        const PipelineRow &row = worst.rows[0];
        QCOMPARE(row.instances, 4u);
        std::uint32_t open = 0;
        for (std::uint32_t b = 0; b < 4; ++b)
            open += told.simulation.breaker(b).state() == BreakerState::open ? 1 : 0;
        QCOMPARE(row.openInstances, open);
        QVERIFY(open > 0);
        QCOMPARE(row.gauge->state, BreakerState::open);
        QCOMPARE(row.caption, QString("instance %1 of 4, %2 open").arg(row.instance + 1).arg(open));
        told.input.selectedBreaker = 3;
        QCOMPARE(told.pipeline().rows[0].instance, 3u);
        QCOMPARE(told.pipeline().rows[0].breaker, std::optional(3u));
    }
    void the_words_tell_what_the_picture_shows() {
        const Pipeline pipeline = Told(kTwoLegs, 12.05).pipeline();
        const QString text = describe(pipeline);
        for (const char *part : {"op: 10 requests a second", "first (outage)", "OPEN", "3.1 s to probe",
                                 "6.8 refused a second", "second", "plain call"})
            QVERIFY2(text.contains(part), qPrintable(text));
        const QString off = describe(pipeline.rows[0], pipeline.rows[0].box(Stage::bulkhead));
        QVERIFY(off.contains("Off") && off.contains("Bulkhead"));
    }
    void advice_of_the_linter_stands_at_its_box() {
        const std::vector<Advice> advice = {
            {"a", AdviceKind::advice, "policies.guarded.breaker.open_for", "", "Ten seconds are short.", "Take 30 s."},
            {"b", AdviceKind::advice, "services.second", "", "It is slow.", ""},
            {"c", AdviceKind::advice, "operations.op.chain[0]", "", "No way out.", ""},
            {"d", AdviceKind::advice, "policies.guarded_too.breaker", "", "Elsewhere.", ""}};
        Told told(kTwoLegs, 3);
        told.input.advice = &advice;
        const Pipeline pipeline = told.pipeline();
        QCOMPARE(pipeline.rows[0].box(Stage::breaker).advice, QStringList("Ten seconds are short. Take 30 s."));
        QVERIFY(pipeline.rows[0].box(Stage::timeout).advice.isEmpty());
        QCOMPARE(pipeline.rows[0].service.advice, QStringList("No way out."));
        QCOMPARE(pipeline.rows[1].service.advice, QStringList("It is slow."));
        QVERIFY(describe(pipeline.rows[0], pipeline.rows[0].box(Stage::breaker)).contains("Advice: Ten seconds"));
    }
    void a_breaker_at_the_balancer_counts_replicas() {
        std::string text = kTwoLegs;
        text.replace(text.find("{preset: tutorial, failures: 3, open_for: 10s}"), 46,
                     "{preset: envoy_outlier, failures: 3, ejection: {max_share: 100%}}");
        text.replace(text.find("workers: 4}"), 11, "workers: 4, replicas: 3}");
        const Pipeline pipeline = Told(text, 7).pipeline();
        QVERIFY(!pipeline.rows[0].gauge);
        QVERIFY(pipeline.rows[0].replicasOut.value_or(0) > 0);
        QCOMPARE(pipeline.rows[0].replicas, 3);
    }

    void boxes_stand_side_by_side_inside_the_picture_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSizeF>("room");
        for (const auto &[name, room] :
             {std::pair{"design", QSizeF(662, 152)}, {"wide", QSizeF(1400, 300)}, {"narrow", QSizeF(400, 96)}}) {
            QTest::addRow("two legs, %s", name) << QString(kTwoLegs) << room;
            QTest::addRow("six legs, %s", name) << QString::fromStdString(manyLegs(6, 1)) << room;
            QTest::addRow("sixteen legs of eight instances, %s", name)
                << QString::fromStdString(manyLegs(16, 8)) << room;
        }
    }
    void boxes_stand_side_by_side_inside_the_picture() {
        QFETCH(QString, text);
        QFETCH(QSizeF, room);
        const Pipeline pipeline = Told(text.toStdString(), 3).pipeline();
        const PipelineGeometry geometry = geometryOf(pipeline, room, widthOf);
        const QRectF whole(QPointF(0, 0), geometry.size);
        double lastBottom = 0;
        for (std::size_t r = 0; r < geometry.rows.size(); ++r) {
            const PipelineGeometry::Row &row = geometry.rows[r];
            double right = geometry.callers.right();
            for (const QRectF &box : row.boxes) {
                QVERIFY(box.left() >= right);
                QVERIFY(whole.contains(box));
                right = box.right();
            }
            QVERIFY(row.service.left() > right && whole.contains(row.service));
            QVERIFY(row.service.top() >= lastBottom);
            QVERIFY(row.caption.isEmpty() || row.caption.top() >= lastBottom - 0.5);
            lastBottom = row.service.bottom();
            const FlowArrow &last = row.arrows.back();
            QVERIFY(last.x1 - last.x0 >= widthOf(last.number, false));
        }
        if (geometry.size.width() <= room.width()) QVERIFY(geometry.least <= room.width());
    }
    void words_have_the_room_that_they_take() {
        const Pipeline pipeline = Told(manyLegs(3, 1), 3).pipeline();
        const PipelineGeometry geometry = geometryOf(pipeline, {662, 152}, widthOf);
        for (std::size_t r = 0; r < pipeline.rows.size(); ++r)
            for (std::size_t k = 0; k < kStages; ++k) {
                const StageBox &box = pipeline.rows[r].boxes[k];
                QVERIFY(geometry.rows[r].boxes[k].width() >=
                        std::max(widthOf(box.first, false), widthOf(box.second, false)) + 6);
            }
    }
    void layers_that_are_off_have_a_word_in_a_narrow_window_too() {
        const Pipeline pipeline = Told(kTwoLegs, 3).pipeline();
        const double least = geometryOf(pipeline, {10, 152}, widthOf).least;
        const PipelineGeometry geometry = geometryOf(pipeline, {least, 152}, widthOf);
        QVERIFY(geometry.compact);
        const auto named = [&](const QRectF &box) {
            return std::ranges::any_of(geometry.titles, [&](const PipelineGeometry::Title &title) {
                const bool over = title.rect.left() <= box.center().x() && box.center().x() <= title.rect.right();
                // One word may stand over the middle of several that are off side by side.
                return over || (!title.on && std::abs(title.rect.center().x() - box.center().x()) < 30);
            });
        };
        for (const QRectF &box : geometry.rows[0].boxes)
            QVERIFY(named(box));
        for (std::size_t i = 0; i < geometry.titles.size(); ++i)
            for (std::size_t k = i + 1; k < geometry.titles.size(); ++k)
                QVERIFY2(!geometry.titles[i].rect.adjusted(4, 0, -4, 0).intersects(
                             geometry.titles[k].rect.adjusted(4, 0, -4, 0)),
                         qPrintable(geometry.titles[i].text + " / " + geometry.titles[k].text));
    }
    void little_height_gives_one_line_and_more_legs_than_fit_make_it_taller() {
        const Pipeline three = Told(manyLegs(3, 1), 3).pipeline();
        QVERIFY(!geometryOf(three, {662, 152}, widthOf).low);
        const PipelineGeometry low = geometryOf(three, {662, 112}, widthOf);
        QVERIFY(low.low);
        QCOMPARE(low.size.height(), 112.0);
        const PipelineGeometry many = geometryOf(Told(manyLegs(12, 1), 3).pipeline(), {662, 152}, widthOf);
        QVERIFY(many.size.height() > 152);
    }
    void a_point_finds_its_box() {
        const Pipeline pipeline = Told(kTwoLegs, 3).pipeline();
        const PipelineGeometry geometry = geometryOf(pipeline, {662, 152}, widthOf);
        const QPointF breaker = geometry.rows[0].boxes[2].center();
        QCOMPARE(geometry.placeAt(breaker), std::optional(PipelineGeometry::Place{0, 2}));
        QCOMPARE(geometry.placeAt(geometry.rows[1].service.center()),
                 std::optional(PipelineGeometry::Place{1, PipelineGeometry::kServicePlace}));
        QVERIFY(!geometry.placeAt({1, 1}));
    }
    void a_dropped_layer_comes_to_stand_where_the_mark_is() {
        const Pipeline pipeline = Told(kTwoLegs, 3).pipeline();
        const PipelineGeometry geometry = geometryOf(pipeline, {662, 152}, widthOf);
        const PipelineRow &row = pipeline.rows[0];
        const auto centre = [&](std::size_t box) { return geometry.rows[0].boxes[box].center().x(); };
        QCOMPARE(geometry.dropBefore(row, 0, centre(0) - 5), std::size_t{0});
        QCOMPARE(geometry.dropBefore(row, 0, centre(0) + 5), std::size_t{1});
        QCOMPARE(geometry.dropBefore(row, 0, centre(1) + 1), std::size_t{1}); // the budget is no layer of the order
        QCOMPARE(geometry.dropBefore(row, 0, centre(2) + 1), std::size_t{2});
        QCOMPARE(geometry.dropBefore(row, 0, 5000), std::size_t{5});
        QVERIFY(geometry.dropX(row, 0, 0) < geometry.rows[0].boxes[0].left());
        QVERIFY(geometry.dropX(row, 0, 5) < geometry.rows[0].boxes[6].left());
        QVERIFY(geometry.dropX(row, 0, 5) > geometry.rows[0].boxes[5].right() - 5);
    }
    void what_is_painted_is_bounded_by_legs_not_by_instances() {
        const Theme theme(Theme::Mode::light);
        const auto drawn = [&](int legs, int instances) {
            const Pipeline pipeline = Told(manyLegs(legs, instances), 3).pipeline();
            const PipelineGeometry geometry = geometryOf(pipeline, {662, 152}, widthOf);
            QImage image(1000, 800, QImage::Format_ARGB32_Premultiplied);
            QPainter painter(&image);
            PipelinePainter picture(painter, pipeline, geometry, theme);
            picture.paint({});
            return picture.primitives();
        };
        const std::size_t one = drawn(1, 1);
        QVERIFY(one > 20 && one < 150);
        QVERIFY(drawn(1, 1000) <= one + 2);
        QVERIFY(drawn(16, 8) <= 16 * (one + 4));
    }
};

QTEST_MAIN(PipelineTest)
#include "pipeline_test.moc"
