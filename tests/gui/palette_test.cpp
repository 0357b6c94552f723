// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette, by keys alone.
#include "tests/gui/lab.h"

#include <QListView>

#include "ui/shell/command_palette.h"
#include "ui/shell/commands.h"
#include "ui/shell/fuzzy.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

class PaletteTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = child<TimelineView>(*lab_, "timeline");
        tracks_->setFocus();
        QTRY_VERIFY(tracks_->hasFocus());
        QTest::keyClick(tracks_, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        palette_ = lab_->findChild<CommandPalette *>();
        QVERIFY(palette_ && palette_->isVisible());
        typed_ = child<QLineEdit>(*lab_, "paletteText");
        QTRY_VERIFY(typed_->hasFocus());
    }
    void cleanup() { lab_.reset(); }

    void nothing_typed_shows_the_commands_in_their_order() {
        QCOMPARE(palette_->shown().first().title, lab_->commands().all().front().name());
        QVERIFY(palette_->shown().size() > 20);
    }
    void what_was_done_last_stands_first() {
        QTest::keyClicks(typed_, "live");
        QTest::keyClick(typed_, Qt::Key_Return);
        QTest::keyClick(tracks_, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(palette_->shown().first().title, QString("Live"));
        QCOMPARE(palette_->shown()[1].title, lab_->commands().all().front().name());
    }
    void a_few_letters_find_a_command_and_enter_does_it() {
        QTest::keyClicks(typed_, "dark");
        QCOMPARE(palette_->shown().first().title, QString("Dark"));
        QTest::keyClick(typed_, Qt::Key_Return);
        QVERIFY(!palette_->isVisible());
        QCOMPARE(lab_->theme().mode(), Theme::Mode::dark);
        QTRY_VERIFY(tracks_->hasFocus());
    }
    void escape_closes_and_gives_the_focus_back() {
        QTest::keyClicks(typed_, "live");
        QTest::keyClick(typed_, Qt::Key_Escape);
        QVERIFY(!palette_->isVisible());
        QTRY_VERIFY(tracks_->hasFocus());
        QVERIFY(!session().playhead().live());
    }
    void arrows_choose_and_stay_in_the_list() {
        auto *list = child<QListView>(*lab_, "paletteList");
        QTest::keyClick(typed_, Qt::Key_Down);
        QTest::keyClick(typed_, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 2);
        QTest::keyClick(typed_, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(typed_, Qt::Key_PageUp);
        QCOMPARE(list->currentIndex().row(), 0);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(typed_, Qt::Key_PageDown);
        QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
    }
    void a_clicked_line_is_carried_out() {
        auto *list = child<QListView>(*lab_, "paletteList");
        QTest::keyClicks(typed_, "live");
        QCOMPARE(palette_->shown().first().title, QString("Live"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(session().playhead().live());
        QVERIFY(!palette_->isVisible());
    }
    void what_cannot_be_done_says_why_and_stays() {
        QTest::keyClicks(typed_, "undo");
        QCOMPARE(palette_->shown().first().title, QString("Undo"));
        QCOMPARE(palette_->shown().first().whyNot, QString("nothing was edited yet"));
        QTest::keyClick(typed_, Qt::Key_Return);
        QVERIFY(palette_->isVisible());
        QVERIFY(labelsOf(*palette_).contains("nothing was edited yet"));
    }
    void a_time_is_gone_to_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("at");
        QTest::newRow("seconds") << "31.2 s" << 31.2;
        QTest::newRow("bare") << "31.2" << 31.2;
        QTest::newRow("in words") << "go to time 31.2 s" << 31.2;
        QTest::newRow("minutes") << "t = 2min" << 120.0;
    }
    void a_time_is_gone_to() {
        QFETCH(QString, typed);
        QFETCH(double, at);
        QTest::keyClicks(typed_, typed);
        QTest::keyClick(typed_, Qt::Key_Return);
        QCOMPARE(seconds(session().playhead().viewed()), at);
    }
    void a_time_beyond_the_run_says_how_far_it_is_computed() {
        QTest::keyClicks(typed_, "2h");
        QVERIFY(palette_->shown().first().whyNot.startsWith("computed up to"));
        QTest::keyClick(typed_, Qt::Key_Return);
        QCOMPARE(session().playhead().viewed(), kTimeZero);
    }
    void a_request_is_gone_to_by_its_number() {
        QTest::keyClicks(typed_, "#316");
        QTest::keyClick(typed_, Qt::Key_Return);
        QCOMPARE(session().selection().request(), std::optional<std::uint32_t>(316));
        QVERIFY(session().playhead().viewed() > kTimeZero);
    }
    void a_request_that_does_not_exist_says_which_do() {
        QTest::keyClicks(typed_, "request 999999");
        QVERIFY(palette_->shown().first().whyNot.startsWith("requests are #1 to #"));
        QTest::keyClick(typed_, Qt::Key_Return);
        QVERIFY(!session().selection().request());
    }
    void a_field_is_found_by_leg_and_name_and_gets_the_focus_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("row");
        QTest::newRow("of the policy") << "claude cooldown"
                                       << "policies.claude.breaker.open_for";
        QTest::newRow("of another leg's policy") << "local_ocr attempts"
                                                 << "policies.ocr.retry.max_attempts";
        QTest::newRow("of the scenario") << "deadline"
                                         << "operations.extract_receipt.deadline";
    }
    void a_field_is_found_by_leg_and_name_and_gets_the_focus() {
        QFETCH(QString, typed);
        QFETCH(QString, row);
        QTest::keyClicks(typed_, typed);
        QVERIFY2(palette_->shown().size() > 0, qPrintable(typed));
        QTest::keyClick(typed_, Qt::Key_Return);
        auto *edit = field(*lab_, row);
        QVERIFY(edit);
        QTRY_VERIFY(edit->hasFocus());
        QVERIFY(!edit->visibleRegion().isEmpty());
    }
    void a_shipped_scenario_is_opened() {
        QTest::keyClicks(typed_, "retry storm");
        QTest::keyClick(typed_, Qt::Key_Return);
        QCOMPARE(session().document().name(), QString("retry-storm.scenario.yaml"));
    }
    void nonsense_finds_nothing_and_says_so() {
        QTest::keyClicks(typed_, "qqqq");
        QVERIFY(palette_->shown().isEmpty());
        QVERIFY(labelsOf(*palette_).contains("Nothing is called that"));
        QTest::keyClick(typed_, Qt::Key_Return);
        QVERIFY(palette_->isVisible());
    }
    void it_fits_the_smallest_window() {
        lab_->resize(MainWindow::kSizeMin);
        QTRY_COMPARE(lab_->size(), MainWindow::kSizeMin);
        QVERIFY(lab_->rect().contains(palette_->geometry()));
    }

    void word_starts_win_over_insides_and_scattered_letters() {
        const auto score = [](const QString &typed, const QString &text) {
            const auto match = fuzzyMatch(typed, text);
            return match ? match->score : -1;
        };
        QVERIFY(score("op", "Open …") > score("op", "Help stop"));
        QVERIFY(score("tr", "One track") > score("tr", "Entry"));
        QVERIFY(score("til", "Run until") > score("rul", "Run until"));
        QVERIFY(score("rul", "Run until") > 0);
        QCOMPARE(score("xyz", "Run until"), -1);
        QCOMPARE(fuzzyMatch("run un", "Run until")->marks, (QList<qsizetype>{0, 1, 2, 4, 5}));
        QVERIFY(fuzzyMatch("", "anything"));
    }

private:
    Session &session() { return lab_->session(); }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
    CommandPalette *palette_ = nullptr;
    QLineEdit *typed_ = nullptr;
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
