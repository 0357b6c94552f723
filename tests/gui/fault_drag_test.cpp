// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of dragged faults, without a window.
#include <QTest>

#include "ui/timeline/fault_drag.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

Fault fault() {
    Fault result;
    result.at = 60s;
    result.lasts = 90s;
    return result;
}

FaultHit hit(FaultGrip grip, double from = 60) { return {0, grip, {at(from), at(from + 90)}, false}; }

} // namespace

class FaultDragTest : public QObject {
    Q_OBJECT

private slots:
    void the_body_moves_and_its_beginning_snaps() {
        FaultDrag drag(fault(), hit(FaultGrip::body), at(100.3));
        drag.follow(at(107.6), 1s); // 7.3 s further
        QCOMPARE(drag.at(), Duration(67s));
        QCOMPARE(drag.lasts(), Duration(90s));
        QVERIFY((drag.stretch() == Stretch{at(67), at(157)}));
        drag.follow(at(100.3), 1s);
        QVERIFY(!drag.moved());
    }
    void it_never_begins_before_the_run() {
        FaultDrag drag(fault(), hit(FaultGrip::body), at(100));
        drag.follow(at(1), 1s);
        QCOMPARE(drag.at(), Duration(0s));
        QCOMPARE(drag.lasts(), Duration(90s));
        FaultDrag begin(fault(), hit(FaultGrip::begin), at(60));
        begin.follow(at(0), 1s);
        QCOMPARE(begin.at(), Duration(0s));
        QCOMPARE(begin.lasts(), Duration(150s));
    }
    void an_edge_moves_alone() {
        FaultDrag end(fault(), hit(FaultGrip::end), at(150));
        end.follow(at(172.2), 1s);
        QCOMPARE(end.at(), Duration(60s));
        QCOMPARE(end.lasts(), Duration(112s));
        FaultDrag begin(fault(), hit(FaultGrip::begin), at(60));
        begin.follow(at(71.4), 1s);
        QCOMPARE(begin.at(), Duration(71s));
        QCOMPARE(begin.lasts(), Duration(79s));
    }
    void edges_do_not_cross() {
        FaultDrag end(fault(), hit(FaultGrip::end), at(150));
        end.follow(at(10), 1s);
        QCOMPARE(end.lasts(), FaultDrag::kShortest);
        FaultDrag begin(fault(), hit(FaultGrip::begin), at(60));
        begin.follow(at(500), 1s);
        QCOMPARE(begin.lasts(), FaultDrag::kShortest);
        QCOMPARE(begin.at() + begin.lasts(), Duration(150s));
    }
    void any_occurrence_of_a_repeated_fault_moves_all() {
        Fault repeated = fault();
        repeated.every = 200s;
        FaultDrag drag(repeated, hit(FaultGrip::body, 460), at(470)); // the third
        drag.follow(at(480), 1s);
        QCOMPARE(drag.at(), Duration(70s));
        QVERIFY((drag.stretch() == Stretch{at(470), at(560)}));
        drag.follow(at(0), 1s);
        QCOMPARE(drag.at(), Duration(0s));
        FaultDrag end(repeated, hit(FaultGrip::end, 460), at(550));
        end.follow(at(500), 1s);
        QCOMPARE(end.at(), Duration(60s));
        QCOMPARE(end.lasts(), Duration(40s));
    }
    void steps_go_from_round_time_to_round_time() {
        Fault odd = fault();
        odd.at = 60'300ms;
        FaultDrag drag(odd, {0, FaultGrip::body, {at(60.3), at(150.3)}, false}, at(60.3));
        drag.step(1, 1s);
        QCOMPARE(drag.at(), Duration(61s));
        drag.step(1, 1s);
        QCOMPARE(drag.at(), Duration(62s));
        drag.step(-3, 1s);
        QCOMPARE(drag.at(), Duration(59s));
        FaultDrag end(odd, {0, FaultGrip::end, {at(60.3), at(150.3)}, false}, at(150.3));
        end.step(-1, 1s);
        QCOMPARE(end.at() + end.lasts(), Duration(149s));
    }
};

QTEST_APPLESS_MAIN(FaultDragTest)
#include "fault_drag_test.moc"
