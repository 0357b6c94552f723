// SPDX-License-Identifier: GPL-3.0-or-later
// A range of time is selected with the pointer and with keys, and the figures compare it with the whole run.
#include <QToolButton>

#include "engine/insight/range_metrics.h"
#include "tests/gui/lab.h"
#include "ui/figures/figures_pane.h"
#include "ui/timeline/overview_strip.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

double near(SimTime a, double s) { return std::abs(seconds(a) - s); }

} // namespace

class RangeTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = lab_->findChild<TimelineView *>();
        overview_ = lab_->findChild<OverviewStrip *>();
        figures_ = lab_->findChild<FiguresPane *>();
        session().showAt(at(100));
        session().span().set(at(40), at(140));
        tracks_->setFocus();
        QApplication::processEvents();
    }
    void cleanup() { lab_.reset(); }

    void shift_and_a_drag_select_a_range_and_nothing_else() {
        const SimTime from = session().span().from();
        shiftDrag(60, 90);
        QVERIFY(range());
        QVERIFY(near(range()->from, 60) < 0.2 && near(range()->to, 90) < 0.2);
        QCOMPARE(session().span().from(), from);
        QCOMPARE(session().playhead().viewed(), at(100));
        QVERIFY(!session().selection().request());
        shiftDrag(120, 110); // backwards
        QVERIFY(near(range()->from, 110) < 0.2 && near(range()->to, 120) < 0.2);
    }
    void a_range_ends_at_the_edge_of_the_tracks() {
        shiftDrag(60, 90000);
        QVERIFY(near(range()->to, 140) < 0.2);
    }
    void escape_ends_the_range() {
        shiftDrag(60, 90);
        QTest::keyClick(tracks_, Qt::Key_Escape);
        QVERIFY(!range());
    }
    void escape_during_the_drag_gives_the_old_range_back() {
        shiftDrag(60, 90);
        const auto before = range();
        QTest::mousePress(tracks_, Qt::LeftButton, Qt::ShiftModifier, point(100));
        QTest::mouseMove(tracks_, point(130));
        QVERIFY(near(range()->to, 130) < 0.2);
        QTest::keyClick(tracks_, Qt::Key_Escape);
        QCOMPARE(range(), before);
        QTest::mouseMove(tracks_, point(135));
        QTest::mouseRelease(tracks_, Qt::LeftButton, Qt::ShiftModifier, point(135));
        QCOMPARE(range(), before);
        QCOMPARE(session().playhead().viewed(), at(100));
    }
    void escape_during_a_pan_goes_back() {
        QTest::mousePress(tracks_, Qt::LeftButton, {}, point(60));
        QTest::mouseMove(tracks_, point(90));
        QVERIFY(near(session().span().from(), 10) < 0.5);
        QTest::keyClick(tracks_, Qt::Key_Escape);
        QVERIFY(near(session().span().from(), 40) < 0.01);
        QTest::mouseRelease(tracks_, Qt::LeftButton, {}, point(90));
        QCOMPARE(session().playhead().viewed(), at(100));
    }
    void keys_begin_and_end_a_range_at_the_hairline() {
        session().showAt(at(70));
        QTest::keyClick(tracks_, Qt::Key_I);
        QCOMPARE(*range(), (TimeRange{at(70), session().axisEnd()}));
        session().showAt(at(95));
        QTest::keyClick(tracks_, Qt::Key_O);
        QCOMPARE(*range(), (TimeRange{at(70), at(95)}));
        session().showAt(at(80));
        QTest::keyClick(tracks_, Qt::Key_I);
        QCOMPARE(*range(), (TimeRange{at(80), at(95)}));
        session().showAt(at(30)); // an end before the beginning: from the start of the run
        QTest::keyClick(tracks_, Qt::Key_O);
        QCOMPARE(*range(), (TimeRange{at(0), at(30)}));
        overview_->setFocus();
        QTest::keyClick(overview_, Qt::Key_Escape);
        QVERIFY(!range());
        QTest::keyClick(overview_, Qt::Key_O);
        QCOMPARE(*range(), (TimeRange{at(0), at(30)}));
    }
    void the_overview_selects_too_and_keeps_its_window() {
        const SimTime from = session().span().from();
        const int y = overview_->height() / 2;
        QTest::mousePress(overview_, Qt::LeftButton, Qt::ShiftModifier, {300, y});
        QTest::mouseMove(overview_, {420, y});
        QTest::mouseRelease(overview_, Qt::LeftButton, Qt::ShiftModifier, {420, y});
        QVERIFY(range());
        const double perPixel = seconds(session().axisEnd()) / (overview_->width() - 116 - 14);
        QVERIFY(near(range()->from, (300 - 116) * perPixel) < 1 && near(range()->to, (420 - 116) * perPixel) < 1);
        QCOMPARE(session().span().from(), from);
    }
    void focus_shows_the_range_then_what_is_selected_then_all() {
        shiftDrag(60, 90);
        QTest::keyClick(tracks_, Qt::Key_F);
        QVERIFY(near(session().span().from(), 60) < 0.3 && near(session().span().to(), 90) < 0.3);
        session().goTo(Moment::breakerOpens, Direction::forward);
        session().span().set(range()->from, range()->to);
        QTest::keyClick(tracks_, Qt::Key_F);
        QVERIFY(near(session().span().from(), 60) > 1);
        QTest::keyClick(tracks_, Qt::Key_F);
        QVERIFY(session().span().to() >= session().axisEnd());
    }
    void the_figures_show_the_range_against_the_whole() {
        shiftDrag(60, 90);
        settleFigures();
        const Run &run = session().run();
        const auto ranged = metrics_of_range(run.scenario(), run.trace(), range()->from, range()->to);
        const Metrics whole = run.metricsAt(run.computed());
        int compared = 0;
        for (const FigureSpec &spec : figureSpecs(run.scenario())) {
            const auto *card = cardOf(spec.title);
            QVERIFY(card);
            const Figure value = spec.read(*ranged), all = spec.read(whole);
            QVERIFY(card->content().value.startsWith(value ? spec.write(*value).left(3) : QString("n/a")));
            QCOMPARE(card->content().whole, all ? spec.write(*all) : QString("n/a"));
            QVERIFY(card->accessibleDescription().contains("whole run"));
            compared += value != all ? 1 : 0;
        }
        QVERIFY2(compared > 5, "the outage makes a difference");
        QCOMPARE(figures_->subtitle(), QString("60 – 90 s beside the whole"));
        QVERIFY(labelsOf(*lab_).contains("selected 60"));
    }
    void a_button_ends_the_range_and_the_figures_follow_the_hairline_again() {
        auto *button = child<QToolButton>(*lab_, "endRange");
        QVERIFY(!button->isVisible());
        shiftDrag(60, 90);
        settleFigures();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!range());
        QVERIFY(!button->isVisible());
        QTRY_VERIFY(cardOf("success rate")->content().whole.isEmpty());
        QCOMPARE(figures_->subtitle(), "0 – 100.00 s");
    }
    void an_edit_keeps_the_range_and_counts_it_anew() {
        shiftDrag(60, 90);
        settleFigures();
        const QString before = cardOf("cost per 1,000")->content().value;
        QVERIFY(!session().document().set("services.claude_vision.cost", "0.5", {"cost"}));
        QVERIFY(session().waitUntilSettled(30'000));
        QVERIFY(range());
        QTRY_VERIFY(cardOf("cost per 1,000")->content().value != before);
    }
    void another_document_has_no_range() {
        shiftDrag(60, 90);
        QVERIFY(lab_->openFile(kReceipts));
        QVERIFY(!range());
    }

private:
    Session &session() { return lab_->session(); }
    std::optional<TimeRange> range() { return session().selection().range(); }
    QPoint point(double s) const {
        return {static_cast<int>(std::lround(tracks_->axis().x(at(s)))), tracks_->height() / 2};
    }
    void shiftDrag(double from, double to) {
        QTest::mousePress(tracks_, Qt::LeftButton, Qt::ShiftModifier, point(from));
        QTest::mouseMove(tracks_, point((from + to) / 2));
        QTest::mouseMove(tracks_, point(to));
        QTest::mouseRelease(tracks_, Qt::LeftButton, Qt::ShiftModifier, point(to));
    }
    void settleFigures() {
        // While a drag goes on ranges are answered that are no longer asked for: it is the last one that counts.
        QTRY_VERIFY(figures_->rangeFigures().metrics() && !figures_->rangeFigures().working() && range() &&
                    figures_->rangeFigures().range() == *range());
        figures_->refreshNow();
    }
    const FigureCard *cardOf(const QString &title) const {
        for (const FigureCard *card : figures_->cards())
            if (card->content().title == title) return card;
        return nullptr;
    }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
    OverviewStrip *overview_ = nullptr;
    FiguresPane *figures_ = nullptr;
};

QTEST_MAIN(RangeTest)
#include "range_test.moc"
