// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, driven by clicks and keys: moving through the run, and asking why.
#include "tests/gui/lab.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

#include "engine/insight/explain.h"
#include "ui/figures/figures_pane.h"
#include "ui/tables/event_log_pane.h"
#include "ui/tables/requests_pane.h"
#include "ui/tables/tables_pane.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = child<TimelineView>(*lab_, "timeline");
        QVERIFY(tracks_);
        tracks_->setFocus();
        QTRY_VERIFY(tracks_->hasFocus());
    }
    void cleanup() { lab_.reset(); }

    void space_plays_and_pauses() {
        QTest::keyClick(tracks_, Qt::Key_Space);
        QVERIFY(head().playing());
        QTRY_VERIFY(head().viewed() > kTimeZero);
        QTest::keyClick(tracks_, Qt::Key_Space);
        QVERIFY(!head().playing());
    }
    void the_play_button_plays_and_pauses() {
        auto *play = child<QToolButton>(*lab_, "play");
        QTest::mouseClick(play, Qt::LeftButton);
        QVERIFY(head().playing());
        QTRY_VERIFY(head().viewed() > kTimeZero);
        QTest::mouseClick(play, Qt::LeftButton);
        QVERIFY(!head().playing());
    }
    void playing_at_the_end_of_the_run_starts_again() {
        QTest::keyClick(tracks_, Qt::Key_End);
        QCOMPARE(head().viewed(), head().computed());
        QTest::keyClick(tracks_, Qt::Key_Space);
        QVERIFY(head().viewed() < head().computed());
        QVERIFY(head().playing());
    }
    void steps_go_from_event_to_event_and_back() {
        QTest::keyClick(tracks_, Qt::Key_Period);
        const SimTime first = head().viewed();
        QCOMPARE(first, session().run().trace()[0].time);
        QTest::mouseClick(child<QToolButton>(*lab_, "step-forward"), Qt::LeftButton);
        const SimTime second = head().viewed();
        QVERIFY(second > first);
        QTest::keyClick(tracks_, Qt::Key_Comma);
        QCOMPARE(head().viewed(), first);
    }
    void a_typed_time_is_sought_and_a_wrong_one_is_refused() {
        auto *time = child<QLineEdit>(*lab_, "time");
        typeInto(time, "61.5");
        QCOMPARE(seconds(head().viewed()), 61.5);
        typeInto(time, "2min");
        QCOMPARE(seconds(head().viewed()), 120.0);
        typeInto(time, "soon");
        QCOMPARE(seconds(head().viewed()), 120.0);
        QTest::keyClick(time, Qt::Key_Escape);
        QCOMPARE(time->text(), QString("120.000 s"));
    }
    void letters_typed_into_a_field_do_not_move_the_run() {
        auto *search = lab_->findChild<RequestsPane *>()->search();
        QTest::mouseClick(search, Qt::LeftButton);
        QTest::keyClicks(search, "l. ");
        QCOMPARE(head().viewed(), kTimeZero);
        QVERIFY(!head().live());
        QVERIFY(!head().playing());
    }
    void the_pill_and_the_key_L_go_live() {
        auto *pill = child<QPushButton>(*lab_, "pill");
        QVERIFY(pill->isVisible());
        QTest::mouseClick(pill, Qt::LeftButton);
        QVERIFY(head().live());
        QVERIFY(!pill->isVisible());
        QCOMPARE(head().viewed(), head().computed());
        QTest::keyClick(tracks_, Qt::Key_Home);
        QVERIFY(!head().live());
        QVERIFY(pill->isVisible());
        QTest::keyClick(tracks_, Qt::Key_L);
        QVERIFY(head().live());
    }
    void the_pill_is_calm_while_playing_and_gone_at_the_end_of_a_complete_run() {
        auto *pill = child<QPushButton>(*lab_, "pill");
        const QString orange = lab_->theme().colours().pillFill.name();
        QTest::keyClick(tracks_, Qt::Key_Right);
        QVERIFY(pill->isVisible() && pill->styleSheet().contains(orange));
        QTest::keyClick(tracks_, Qt::Key_Space);
        QVERIFY(head().playing());
        QVERIFY(pill->isVisible() && !pill->styleSheet().contains(orange));
        QTest::keyClick(tracks_, Qt::Key_Space);
        QVERIFY(pill->styleSheet().contains(orange));
        QVERIFY(session().run().finished());
        QTest::keyClick(tracks_, Qt::Key_End);
        QVERIFY(!head().live());
        QVERIFY(!pill->isVisible());
    }
    void run_until_stops_where_a_breaker_opens_and_says_why() {
        QTest::mouseClick(child<QToolButton>(*lab_, "runUntil"), Qt::LeftButton);
        QVERIFY(session().selection().transition());
        QCOMPARE(session().run().trace()[*session().selection().transition()].time, head().viewed());
        QTRY_VERIFY(why()->toPlainText().contains("Opened because"));
    }
    void run_until_with_nothing_more_to_find_says_so() {
        auto *moment = child<QComboBox>(*lab_, "moment");
        moment->setCurrentIndex(moment->findText("next fault"));
        QTest::keyClick(tracks_, Qt::Key_End);
        QSignalSpy told(child<QWidget>(*lab_, "transport"), SIGNAL(told(QString)));
        QTest::keyClick(tracks_, Qt::Key_G);
        QCOMPARE(told.count(), 1);
        QCOMPARE(head().viewed(), head().computed());
    }
    void a_clicked_transition_is_selected_and_explained() {
        const std::size_t record = firstOpening();
        QTRY_VERIFY(!placeOf(record).isNull());
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, placeOf(record));
        QTRY_COMPARE(session().selection().transition(), std::optional(record));
        const TransitionStory story = storyOf(record);
        const QString text = why()->toPlainText();
        QVERIFY(text.contains(QString::fromStdString(story.headline)));
        QVERIFY(text.contains(QString::fromStdString(story.rule)));
        for (const DecidingCall &call : story.calls)
            QVERIFY(text.contains(QString("#%1").arg(call.request)));
    }
    void a_deciding_call_in_why_is_a_link_to_its_request() {
        session().goTo(Moment::breakerOpens, Direction::forward);
        const TransitionStory story = storyOf(*session().selection().transition());
        QVERIFY(!story.calls.empty());
        clickLink(QString("request:%1").arg(story.calls.front().request));
        QTRY_COMPARE(session().selection().request(), std::optional(story.calls.front().request));
        QTRY_VERIFY(why()->toPlainText().contains(QString("#%1").arg(story.calls.front().request)));
    }
    void shift_point_and_the_arrows_of_why_walk_through_the_transitions() {
        QTest::keyClick(tracks_, Qt::Key_Greater, Qt::ShiftModifier);
        const auto first = session().selection().transition();
        QVERIFY(first);
        QTest::mouseClick(child<QToolButton>(*lab_, "nextTransition"), Qt::LeftButton);
        QVERIFY(session().selection().transition() > first);
        QTest::mouseClick(child<QToolButton>(*lab_, "previousTransition"), Qt::LeftButton);
        QCOMPARE(session().selection().transition(), first);
    }
    void a_clicked_row_of_the_requests_tells_its_story() {
        session().showAt(kTimeZero + std::chrono::seconds(70));
        auto *requests = lab_->findChild<RequestsPane *>();
        const QRect row = requests->rectOf(2);
        QTest::mouseClick(requests->view()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(session().selection().request(), std::optional(requests->model()->requestOfRow(2)));
        QTRY_VERIFY(why()->toPlainText().contains(QString("#%1").arg(*session().selection().request())));
    }
    void a_hovered_row_lights_its_request_up_everywhere() {
        session().showAt(kTimeZero + std::chrono::seconds(70));
        auto *requests = lab_->findChild<RequestsPane *>();
        QTest::mouseMove(requests->view()->viewport(), requests->rectOf(1).center());
        QTRY_COMPARE(session().selection().hoveredRequest(), std::optional(requests->model()->requestOfRow(1)));
    }
    void the_event_log_follows_the_hairline_and_a_picked_row_moves_it() {
        auto *tables = lab_->findChild<TablesPane *>();
        QTest::mouseClick(&tables->tabs(), Qt::LeftButton, {}, tables->tabs().tabRect(1).center());
        session().showAt(kTimeZero + std::chrono::seconds(30));
        EventLogPane &log = tables->log();
        log.view()->setFocus();
        const int row = log.model()->rowAt(head().viewed());
        QCOMPARE(log.currentRow(), row);
        QTest::keyClick(log.view(), Qt::Key_Down);
        QCOMPARE(head().viewed(), session().run().trace()[log.model()->recordOfRow(row + 1)].time);
    }
    void figures_follow_the_hairline() {
        auto *figures = lab_->findChild<FiguresPane *>();
        session().showAt(kTimeZero + std::chrono::seconds(100));
        const Metrics &metrics = session().run().metricsAt(head().viewed());
        QTRY_VERIFY(!figures->cards().first()->content().title.isEmpty());
        const auto specs = figureSpecs(session().document().scenario());
        for (const FigureSpec &spec : specs) {
            const Figure value = spec.read(metrics);
            const auto card = std::ranges::find_if(
                figures->cards(), [&spec](const FigureCard *c) { return c->content().title == spec.title; });
            QVERIFY(card != figures->cards().end());
            QTRY_COMPARE((*card)->content().value, value ? spec.write(*value) : QString("n/a"));
        }
    }
    void undefined_figures_say_so() {
        auto *figures = lab_->findChild<FiguresPane *>();
        QTRY_VERIFY(std::ranges::any_of(figures->cards(), [](auto *card) { return card->content().value == "n/a"; }));
    }
    void every_control_has_a_name_for_those_who_cannot_see_it() {
        QStringList nameless;
        for (const QWidget *widget : lab_->findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget) ||
                                 qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                                 qobject_cast<const QAbstractSlider *>(widget) ||
                                 qobject_cast<const QAbstractItemView *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool inside = qobject_cast<const QAbstractSpinBox *>(widget->parent()) ||
                                qobject_cast<const QComboBox *>(widget->parent()) ||
                                widget->objectName().startsWith("qt_") || qobject_cast<const QScrollBar *>(widget) ||
                                qobject_cast<const QHeaderView *>(widget);
            if (control && !inside && widget->isVisible() && widget->accessibleName().isEmpty() &&
                (!button || button->text().isEmpty()))
                nameless << QString("%1 %2 in %3")
                                .arg(widget->metaObject()->className(), widget->objectName(),
                                     widget->parent()->metaObject()->className());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join("; ")));
    }

private:
    Session &session() { return lab_->session(); }
    Playhead &head() { return session().playhead(); }
    QTextBrowser *why() { return child<QTextBrowser>(*lab_, "why"); }
    TransitionStory storyOf(std::size_t record) {
        const Run &run = session().run();
        return story_of_transition(run.scenario(), run.trace(), run.index(), record);
    }
    std::size_t firstOpening() {
        return findMoment(session().run().trace(), Moment::breakerOpens, kTimeZero, Direction::forward).value();
    }
    /// Where the tracks show the sign of a transition: found by asking them what lies there.
    QPoint placeOf(std::size_t record) {
        const SimTime time = session().run().trace()[record].time;
        session().span().set(time - std::chrono::seconds(20), time + std::chrono::seconds(20));
        tracks_->grab(); // prepares what the hit test looks at
        const int x = static_cast<int>(std::lround(tracks_->axis().x(time)));
        const TrackStack::Row &lanes = tracks_->stack().rows()[1];
        QList<QPoint> places;
        for (int y = 0; y < lanes.height; ++y) {
            for (int dx = -12; dx <= 12; ++dx) {
                const auto hit = lanes.track->hitTest(QPointF(x + dx, y));
                if (hit && hit->transition == record)
                    places << QPoint(x + dx, y + static_cast<int>(tracks_->tracksTop() + lanes.top));
            }
        }
        return places.value(places.size() / 2);
    }
    void clickLink(const QString &target) {
        QTextBrowser *browser = why();
        for (int y = 0; y < browser->viewport()->height(); y += 4) {
            for (int x = 0; x < browser->viewport()->width(); x += 4) {
                if (browser->anchorAt({x, y}) == target)
                    return QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, {x, y});
            }
        }
        QFAIL(qPrintable("no link " + target));
    }

    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
