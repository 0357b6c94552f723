// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/timeline/time_axis.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

Stretch stretch(double from, double to) { return {at(from), at(to)}; }

QStringList labels(const TimeAxis &axis) {
    QStringList all;
    for (const TimeTick &tick : axis.ticks())
        all.append(tick.label);
    return all;
}

} // namespace

class TimeAxisTest : public QObject {
    Q_OBJECT

private slots:
    void a_pixel_and_its_time_agree() {
        const TimeAxis axis(stretch(54, 134), 116, 640);
        QCOMPARE(axis.x(at(54)), 116.0);
        QCOMPARE(axis.x(at(134)), 756.0);
        QCOMPARE(axis.at(axis.x(at(121.42))), at(121.42));
        QCOMPARE(axis.duration(8), Duration(std::chrono::seconds(1)));
    }

    void what_lies_far_outside_stays_within_what_painters_can_draw() {
        const TimeAxis axis(stretch(54, 54.000001), 116, 640);
        QVERIFY(axis.x(kTimeNever) <= 116 + 640 + TimeAxis::kBeyondPx);
        QVERIFY(axis.x(kTimeZero) >= 116 - TimeAxis::kBeyondPx);
    }

    void ticks_are_round_and_the_last_one_names_the_unit() {
        QCOMPARE(labels(TimeAxis(stretch(54, 134), 116, 640)),
                 QStringList({"60", "70", "80", "90", "100", "110", "120", "130 s"}));
        QCOMPARE(labels(TimeAxis(stretch(61.1, 61.4), 0, 640)),
                 QStringList({"61.10", "61.15", "61.20", "61.25", "61.30", "61.35", "61.40 s"}));
        QCOMPARE(labels(TimeAxis(stretch(0, 3600), 0, 640)),
                 QStringList({"0", "10", "20", "30", "40", "50", "60 min"}));
    }

    void ticks_keep_their_distance_however_long_their_labels_are() {
        for (const double length : {1e-6, 1e-3, 0.02, 1.0, 77.0, 5e3, 1e6, 3e7}) {
            const TimeAxis axis(stretch(100, 100 + length), 0, 700);
            const std::vector<TimeTick> ticks = axis.ticks();
            QVERIFY2(!ticks.empty() && ticks.size() <= 12, qPrintable(QString::number(length)));
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                const double gap = axis.x(ticks[i].at) - axis.x(ticks[i - 1].at);
                QVERIFY(gap >= 63.9);
                QVERIFY(gap >= 6.5 * static_cast<double>(ticks[i - 1].label.size()) + 10);
                QVERIFY(ticks[i].label != ticks[i - 1].label);
            }
        }
    }

    void zooming_keeps_what_is_under_the_cursor() {
        const Stretch whole = stretch(0, 240);
        const Stretch before = stretch(54, 134);
        const Stretch after = zoomed(before, at(100), 0.5, whole);
        QCOMPARE(after.length(), Duration(std::chrono::seconds(40)));
        const TimeAxis a(before, 0, 640);
        const TimeAxis b(after, 0, 640);
        QVERIFY(std::abs(a.x(at(100)) - b.x(at(100))) < 0.001);
    }

    void zooming_and_panning_stay_within_the_run() {
        const Stretch whole = stretch(0, 240);
        QVERIFY(zoomed(stretch(54, 134), at(100), 1000, whole) == whole);
        QCOMPARE(zoomed(stretch(54, 134), at(100), 1e-30, whole).length(), kStretchMin);
        QVERIFY(panned(stretch(54, 134), std::chrono::hours(5), whole) == stretch(160, 240));
        QVERIFY(panned(stretch(54, 134), -std::chrono::hours(5), whole) == stretch(0, 80));
        QVERIFY(around(at(1), std::chrono::seconds(10), whole) == stretch(0, 10));
    }

    void words_have_the_decimals_that_a_pixel_deserves() {
        QCOMPARE(timeText(at(121.42), std::chrono::milliseconds(125)), QString("121.42 s"));
        QCOMPARE(timeText(at(61.273456), std::chrono::microseconds(30)), QString("61.27346 s"));
        QCOMPARE(stretchText(stretch(54, 134)), QString::fromUtf8("54 – 134 s"));
        QCOMPARE(exactStretchText(stretch(80, 110.5)), QString::fromUtf8("80 – 110.5 s"));
    }

    void a_place_has_a_round_time_near_it() {
        const TimeAxis axis({SimTime{std::chrono::seconds(54)}, SimTime{std::chrono::seconds(134)}}, 100, 700);
        for (double x = 100; x < 800; x += 7.3) {
            const SimTime round = axis.roundAt(x);
            QVERIFY(std::abs(axis.x(round) - x) <= 1.0); // 0.114 s a pixel: steps of 0.2 s
            QCOMPARE(round.time_since_epoch() % std::chrono::milliseconds(200), Duration{0});
            QCOMPARE(axis.roundAt(x, 20).time_since_epoch() % std::chrono::seconds(5), Duration{0});
        }
        QCOMPARE(axis.roundAt(-1e6), kTimeZero);
    }
};

QTEST_APPLESS_MAIN(TimeAxisTest)
#include "time_axis_test.moc"
