// SPDX-License-Identifier: GPL-3.0-or-later
// Where there is nothing to show, it says why.
#include "tests/gui/lab.h"

#include <QListWidget>
#include <QTextBrowser>

#include "ui/tables/event_log_pane.h"
#include "ui/tables/requests_pane.h"
#include "ui/tradeoff/tradeoff_chart.h"

using namespace halfopen;

class EmptyPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void a_search_without_a_hit_says_so_in_the_table() {
        const auto lab = openLab();
        QVERIFY(lab);
        lab->session().showAt(kTimeZero + std::chrono::seconds(70));
        auto *table = lab->findChild<RequestsPane *>();
        QCOMPARE(table->emptyText(), QString());
        QTest::keyClicks(table->search(), "deadline");
        QTest::keyClick(table->search(), Qt::Key_Return);
        QTRY_VERIFY2(table->emptyText().contains("deadline"), qPrintable(table->emptyText()));
        table->search()->clear();
        QTRY_COMPARE(table->emptyText(), QString());
    }
    void before_the_first_request_the_table_says_so() {
        const auto lab = openLab(":/scenarios/retry-storm.scenario.yaml");
        QVERIFY(lab);
        auto *table = lab->findChild<RequestsPane *>();
        lab->session().showAt(kTimeZero);
        if (lab->session().run().index().request(1).started > kTimeZero)
            QTRY_VERIFY(table->emptyText().contains("No request"));
        lab->session().showAt(kTimeZero + std::chrono::seconds(20));
        QTRY_COMPARE(table->emptyText(), QString());
    }
    void a_bookmark_without_a_note_says_so() {
        const auto lab = openLab();
        QVERIFY(lab);
        lab->session().bookmarks().add(kTimeZero + std::chrono::seconds(5));
        auto *list = child<QWidget>(*lab, "notes")->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(), QString("5.000 s, no note yet"));
    }
    void before_anything_is_selected_why_tells_what_the_states_mean() {
        const auto lab = openLab();
        QVERIFY(lab);
        auto *why = child<QTextBrowser>(*lab, "why");
        QVERIFY(why->toPlainText().contains("HALF_OPEN: a few calls are let through as probes"));
        // And again where a breaker does so.
        while (lab->session().goToTransition(Direction::forward)) {
            const auto record = *lab->session().selection().transition();
            if (BreakerState(lab->session().run().trace()[record].detail % 16) == BreakerState::half_open) break;
        }
        QTRY_VERIFY(why->toPlainText().contains("Half-open because"));
        QVERIFY(why->toPlainText().contains("a few calls are let through as probes"));
    }
    void where_nothing_costs_anything_the_trade_off_says_so() {
        TradeoffPicture picture;
        picture.legs.push_back({"free", {0.0, 1.0}, {}});
        const Theme theme(Theme::Mode::light);
        TradeoffChart chart(theme);
        chart.setPicture(picture);
        QVERIFY2(chart.accessibleDescription().startsWith("n/a: no call costs"),
                 qPrintable(chart.accessibleDescription()));
        picture.legs.push_back({"dear", {5.0, 1.0}, {}});
        chart.setPicture(picture);
        QVERIFY(!chart.accessibleDescription().contains("n/a: no call"));
    }
    void the_path_widens_the_axes_so_that_it_stays_in_the_picture() {
        TradeoffPicture picture;
        picture.legs.push_back({"one", {1.0, 0.99}, {}});
        const Theme theme(Theme::Mode::light);
        TradeoffChart chart(theme);
        chart.resize(400, 260);
        chart.setPicture(picture);
        picture.path.push_back({kTimeZero, {1.9, 0.8}});
        chart.setPicture(picture);
        QVERIFY(chart.scale().costTo >= 1.9 && chart.scale().accuracyFrom < 0.8);
    }
};

QTEST_MAIN(EmptyPlacesTest)
#include "empty_places_test.moc"
