// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDoubleSpinBox>
#include <QTest>

#include "tests/gui/made_up_trace.h"
#include "ui/tradeoff/clipped.h"
#include "ui/tradeoff/tradeoff_chart.h"
#include "ui/tradeoff/tradeoff_view.h"

using namespace halfopen;
using namespace halfopen::gui_test;

namespace {

Metrics figures(std::uint64_t succeeded, std::uint64_t failed, double cost, double accuracy) {
    Metrics metrics;
    metrics.requests = succeeded + failed;
    metrics.succeeded = succeeded;
    metrics.failed = failed;
    metrics.cost_total_usd = cost;
    metrics.cost_per_request_usd = cost / static_cast<double>(succeeded + failed);
    metrics.accuracy_served = accuracy;
    return metrics;
}

} // namespace

class TradeoffTest : public QObject {
    Q_OBJECT

private slots:
    void lines_are_cut_to_their_area_data() {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<QLineF>("part"); // null: nothing
        QTest::newRow("inside") << QLineF(1, 1, 9, 9) << QLineF(1, 1, 9, 9);
        QTest::newRow("through") << QLineF(-5, 5, 15, 5) << QLineF(0, 5, 10, 5);
        QTest::newRow("corner") << QLineF(-5, -5, 15, 15) << QLineF(0, 0, 10, 10);
        QTest::newRow("one end") << QLineF(5, 5, 5, 25) << QLineF(5, 5, 5, 10);
        QTest::newRow("beside") << QLineF(-5, 12, 15, 12) << QLineF();
        QTest::newRow("past a corner") << QLineF(-5, 1, 1, -5) << QLineF();
        QTest::newRow("upwards") << QLineF(5, 25, 5, -5) << QLineF(5, 10, 5, 0);
    }
    void lines_are_cut_to_their_area() {
        QFETCH(QLineF, line);
        QFETCH(QLineF, part);
        const auto found = clipped(line, QRectF(0, 0, 10, 10));
        QCOMPARE(found.has_value(), !part.isNull());
        if (found) QVERIFY2(QLineF(found->p1(), part.p1()).length() + QLineF(found->p2(), part.p2()).length() < 1e-9, "");
    }
    void legs_stand_where_their_price_and_accuracy_say() {
        const Scenario scenario = madeUpScenario({});
        Metrics metrics;
        ServiceFigures claude;
        claude.name = "claude";
        claude.share = 0.25;
        metrics.services = {claude};
        const auto legs = tradeoffLegs(scenario, layout_of(scenario), metrics);
        QCOMPARE(legs.size(), std::size_t{3});
        QCOMPARE(legs[0].alone, (TradeoffPoint{100.0, 0.99}));
        QCOMPARE(legs[2].alone, (TradeoffPoint{10.0, 0.85}));
        QCOMPARE(legs[1].share, Figure(0.25));
        QVERIFY(!legs[0].share);
    }

    void what_was_achieved_is_undefined_until_something_was_served() {
        QVERIFY(!achievedBy(Metrics{}));
        QCOMPARE(achievedBy(figures(50, 50, 5.0, 0.9)), (TradeoffPoint{50.0, 0.9}));
    }

    void the_path_is_the_mix_between_two_moments() {
        const auto mix = mixBetween(figures(100, 0, 10.0, 0.99), figures(200, 0, 11.0, 0.92));
        QVERIFY(mix);
        QVERIFY(std::abs(mix->cost - 10.0) < 1e-9);
        QVERIFY(std::abs(mix->accuracy - 0.85) < 1e-9);
        QVERIFY(!mixBetween(figures(100, 0, 10.0, 0.99), figures(101, 0, 10.1, 0.99)));
    }

    void points_on_a_dotted_line_have_the_same_net_value() {
        const double value = netValue({50, 0.95}, 0.5);
        QCOMPARE(value, 425.0);
        QVERIFY(std::abs(accuracyOfEqualValue(value, 50, 0.5) - 0.95) < 1e-12);
        QVERIFY(std::abs(netValue({80, accuracyOfEqualValue(value, 80, 0.5)}, 0.5) - value) < 1e-9);
    }

    void the_scale_holds_every_leg() {
        const Theme theme(Theme::Mode::light);
        TradeoffChart chart(theme);
        const Scenario scenario = madeUpScenario({});
        TradeoffPicture picture;
        picture.legs = tradeoffLegs(scenario, layout_of(scenario), Metrics{});
        picture.achieved = TradeoffPoint{65.92, 0.94};
        chart.setPicture(picture);
        const TradeoffChart::Scale scale = chart.scale();
        QVERIFY(scale.costTo >= 100 && scale.costTo <= 150);
        QVERIFY(scale.accuracyFrom < 0.85 && scale.accuracyFrom > 0.7);
        QCOMPARE(scale.accuracyTo, 1.0);
        QVERIFY2(chart.accessibleDescription().contains("gpt4_vision alone: $100.00"),
                 qPrintable(chart.accessibleDescription()));
        QVERIFY(chart.accessibleDescription().contains("served n/a"));
        for (const QSize size : {QSize(336, 240), QSize(900, 500), QSize(200, 150)}) {
            chart.resize(size);
            QVERIFY(!chart.grab().isNull());
        }
    }

    void without_a_run_it_says_so() {
        Playhead playhead;
        const Theme theme(Theme::Mode::dark);
        TradeoffView view(nullptr, playhead, theme);
        view.resize(336, 260);
        QVERIFY(view.chart().picture().legs.empty());
        QVERIFY(!view.grab().isNull());
        auto *worth = view.findChild<QDoubleSpinBox *>();
        QVERIFY(worth && !worth->accessibleName().isEmpty());
        worth->setValue(0.75);
        QCOMPARE(view.worth(), 0.75);
    }
};

QTEST_MAIN(TradeoffTest)
#include "tradeoff_test.moc"
