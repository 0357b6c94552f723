// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/gui/made_up_trace.h"
#include "ui/timeline/overview_strip.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;
using namespace halfopen::gui_test;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

double near(SimTime a, SimTime b) { return std::abs(seconds(a) - seconds(b)); }

/// The window of the tests: the tracks of a made-up run, 54 to 134 s in view.
struct Lab {
    explicit Lab(const MadeUpPlan &plan = {})
        : trace(plan), theme(Theme::Mode::dark), view(nullptr, playhead, selection, span, theme) {
        playhead.setComputed(trace.source().computed);
        playhead.seek(at(100));
        span.set(at(54), at(134));
        view.setSource(trace.source());
        view.resize(804, 560);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab(); // prepared, so that there is something to hit
    }
    QPoint point(double s, double y) const {
        return {static_cast<int>(std::lround(view.axis().x(at(s)))), static_cast<int>(y)};
    }
    /// Middle of a row: 0 faults, 1 breakers, 2 attempts, 3 waterfall, ...
    double rowY(std::size_t row, double below = -1) const {
        const TrackStack::Row &r = view.stack().rows()[row];
        return view.tracksTop() + r.top + (below < 0 ? r.height / 2 : below);
    }
    void wheel(QPoint where, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWheelEvent event(where, view.mapToGlobal(where), QPoint(), QPoint(0, 120 * notches), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    /// Straight to the widget: the pointer of the offscreen platform is shared by all windows.
    void move(QPoint where) {
        QMouseEvent event(QEvent::MouseMove, where, view.mapToGlobal(where), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }

    MadeUpTrace trace;
    Playhead playhead;
    Selection selection;
    TimeSpan span;
    Theme theme;
    TimelineView view;
};

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT

private slots:
    void the_wheel_zooms_at_the_cursor() {
        Lab lab;
        const QPoint where = lab.point(100, 200);
        const SimTime under = lab.view.axis().at(where.x());
        lab.wheel(where, 2);
        QVERIFY(lab.span.to() - lab.span.from() < std::chrono::seconds(60));
        QVERIFY(near(lab.view.axis().at(where.x()), under) < 0.01);
        lab.wheel(where, -2);
        QVERIFY(near(lab.span.from(), at(54)) < 0.01);
    }

    void control_makes_the_wheel_finer_and_shift_faster() {
        const auto zoomedTo = [](Qt::KeyboardModifiers modifiers) {
            Lab lab;
            lab.wheel(lab.point(100, 200), 1, modifiers);
            return seconds(lab.span.to() - lab.span.from());
        };
        QVERIFY(zoomedTo(Qt::ControlModifier) > zoomedTo(Qt::NoModifier));
        QVERIFY(zoomedTo(Qt::ShiftModifier) < zoomedTo(Qt::NoModifier));
    }

    void dragging_pans_and_does_not_seek() {
        Lab lab;
        QTest::mousePress(&lab.view, Qt::LeftButton, {}, lab.point(100, 330));
        QTest::mouseMove(&lab.view, lab.point(110, 330));
        QTest::mouseRelease(&lab.view, Qt::LeftButton, {}, lab.point(110, 330));
        QVERIFY(near(lab.span.from(), at(44)) < 0.2);
        QCOMPARE(lab.playhead.viewed(), at(100));
    }

    void dragging_with_the_middle_button_zooms_to_the_range() {
        Lab lab;
        QTest::mousePress(&lab.view, Qt::MiddleButton, {}, lab.point(80, 330));
        QTest::mouseMove(&lab.view, lab.point(90, 330));
        QTest::mouseRelease(&lab.view, Qt::MiddleButton, {}, lab.point(90, 330));
        QVERIFY(near(lab.span.from(), at(80)) < 0.2 && near(lab.span.to(), at(90)) < 0.2);
    }

    void a_click_goes_there() {
        Lab lab;
        QTest::mouseClick(&lab.view, Qt::LeftButton, {}, lab.point(70, lab.rowY(0)));
        QVERIFY(near(lab.playhead.viewed(), at(70)) < 0.1);
    }

    void a_click_on_an_open_stretch_selects_why_it_opened() {
        Lab lab;
        QSignalSpy changed(&lab.selection, &Selection::changed);
        QTest::mouseClick(&lab.view, Qt::LeftButton, {}, lab.point(70, lab.rowY(1, 14)));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(lab.selection.breaker(), 0u);
        QVERIFY(lab.selection.transition());
        QCOMPARE(lab.trace.view()[*lab.selection.transition()].time, at(61.27));
    }

    void a_click_on_the_sign_of_a_transition_goes_exactly_there() {
        Lab lab;
        const QPoint sign = lab.point(61.27, lab.rowY(1, 14)) - QPoint(9, 0);
        QTest::mouseClick(&lab.view, Qt::LeftButton, {}, sign);
        QCOMPARE(lab.playhead.viewed(), at(61.27));
    }

    void a_double_click_on_a_request_zooms_to_it() {
        Lab lab;
        std::optional<QPoint> found;
        const double top = lab.rowY(3, 0);
        for (double y = top + 8; y < top + 90 && !found; y += 9)
            for (double s = 84; s < 92 && !found; s += 0.5) {
                const QPoint p = lab.point(s, y);
                const auto hit = lab.view.stack().hitTest(QPointF(p) - QPointF(0, lab.view.tracksTop()));
                if (hit && hit->request && hit->extent->length() > std::chrono::seconds(5)) found = p;
            }
        QVERIFY(found);
        QTest::mouseClick(&lab.view, Qt::LeftButton, {}, *found);
        const auto request = lab.selection.request();
        QVERIFY(request);
        QTest::mouseDClick(&lab.view, Qt::LeftButton, {}, *found);
        const RequestEntry &entry = lab.trace.index().request(*request);
        QVERIFY(lab.span.from() < entry.started && lab.span.to() > entry.ended);
        QVERIFY(lab.span.to() - lab.span.from() < 2 * (entry.ended - entry.started) + std::chrono::seconds(8));
    }

    void hovering_a_request_lights_it_up_everywhere() {
        Lab lab;
        const double top = lab.rowY(3, 0);
        for (double y = top + 8; y < top + 90 && !lab.selection.hoveredRequest(); y += 9)
            for (double s = 84; s < 92 && !lab.selection.hoveredRequest(); s += 0.5)
                lab.move(lab.point(s, y));
        QVERIFY(lab.selection.hoveredRequest());
        lab.move(QPoint(30, 10));
        QVERIFY(!lab.selection.hoveredRequest());
    }

    void keys_zoom_pan_and_move_the_playhead() {
        Lab lab;
        lab.view.setFocus();
        QTest::keyClick(&lab.view, Qt::Key_W);
        QCOMPARE(lab.span.to() - lab.span.from(), Duration(std::chrono::seconds(64)));
        QTest::keyClick(&lab.view, Qt::Key_S);
        QCOMPARE(lab.span.to() - lab.span.from(), Duration(std::chrono::seconds(80)));
        const SimTime from = lab.span.from();
        QTest::keyClick(&lab.view, Qt::Key_D);
        QVERIFY(near(lab.span.from(), from + std::chrono::seconds(8)) < 0.01);
        QTest::keyClick(&lab.view, Qt::Key_A);
        QVERIFY(near(lab.span.from(), from) < 0.01);
        QTest::keyClick(&lab.view, Qt::Key_Right);
        QVERIFY(lab.playhead.viewed() > at(100));
        QTest::keyClick(&lab.view, Qt::Key_Home);
        QCOMPARE(lab.playhead.viewed(), kTimeZero);
        QCOMPARE(lab.span.from(), kTimeZero);
        QTest::keyClick(&lab.view, Qt::Key_End);
        QCOMPARE(lab.playhead.viewed(), lab.trace.source().computed);
    }

    void f_shows_the_selection_and_then_the_whole_run() {
        Lab lab;
        lab.selection.selectRequest(450);
        const RequestEntry &entry = lab.trace.index().request(450);
        QTest::keyClick(&lab.view, Qt::Key_F);
        QVERIFY(lab.span.from() <= entry.started && lab.span.to() >= entry.ended);
        QVERIFY(lab.span.to() - lab.span.from() < std::chrono::seconds(20));
        QTest::keyClick(&lab.view, Qt::Key_F);
        QCOMPARE(lab.span.from(), kTimeZero);
        QCOMPARE(lab.span.to(), lab.trace.source().whole().to);
    }

    void the_window_in_the_overview_can_be_dragged_and_resized() {
        Lab lab;
        auto *overview = lab.view.findChild<OverviewStrip *>();
        QVERIFY(overview);
        const TimeAxis whole(lab.trace.source().whole(), TrackStack::kGutter, 804 - TrackStack::kGutter - 14);
        const auto x = [&whole](double s) { return QPoint(static_cast<int>(whole.x(at(s))), 20); };
        const auto drag = [overview](QPoint from, QPoint to) {
            QTest::mousePress(overview, Qt::LeftButton, {}, from);
            QTest::mouseMove(overview, to);
            QTest::mouseRelease(overview, Qt::LeftButton, {}, to);
        };
        drag(x(90), x(110));
        QVERIFY(near(lab.span.from(), at(74)) < 1 && near(lab.span.to(), at(154)) < 1);
        drag(x(154), x(120));
        QVERIFY(near(lab.span.from(), at(74)) < 1 && near(lab.span.to(), at(120)) < 2);
        QTest::mouseClick(overview, Qt::LeftButton, {}, x(30));
        QVERIFY(lab.span.from() < at(30) && lab.span.to() > at(30));
        QVERIFY(near(lab.playhead.viewed(), at(30)) < 1); // where one clicks is where one looks
        const double middle = seconds(lab.span.from()) / 2 + seconds(lab.span.to()) / 2;
        drag(x(middle), x(middle + 80));
        QVERIFY(lab.playhead.viewed() > lab.span.from() && lab.playhead.viewed() < lab.span.to());
    }

    void without_a_run_it_says_so_and_takes_no_harm() {
        Lab lab;
        lab.view.setRun(nullptr);
        lab.view.grab();
        lab.wheel(QPoint(400, 200), 3);
        for (const Qt::Key key : {Qt::Key_W, Qt::Key_A, Qt::Key_F, Qt::Key_Home, Qt::Key_End, Qt::Key_Left})
            QTest::keyClick(&lab.view, key);
        QTest::mouseClick(&lab.view, Qt::LeftButton, {}, QPoint(400, 200));
        QTest::mouseDClick(&lab.view, Qt::LeftButton, {}, QPoint(400, 200));
        QVERIFY(lab.view.accessibleDescription().startsWith("Empty"));
    }

    void it_has_a_name_for_those_who_do_not_see_it() {
        Lab lab;
        QCOMPARE(lab.view.accessibleName(), QString("Tracks"));
        QVERIFY(lab.view.accessibleDescription().contains(QString::fromUtf8("Shows 54 – 134 s of 0 – ")));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&lab.view);
        QVERIFY(interface && interface->text(QAccessible::Name) == "Tracks");
    }

    void a_run_that_is_still_computed_and_narrow_windows_are_painted() {
        MadeUpPlan plan;
        plan.computed_s = 100;
        plan.instances = 4;
        Lab lab(plan);
        for (const QSize size : {QSize(420, 240), QSize(804, 300), QSize(1600, 900)}) {
            lab.view.resize(size);
            QCOMPARE(lab.view.grab().size(), lab.view.size());
        }
        lab.theme.setMode(Theme::Mode::light);
        QVERIFY(!lab.view.grab().isNull());
    }
};

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
