// SPDX-License-Identifier: GPL-3.0-or-later
// Faults are edited in their track, with the pointer, with keys and from a menu.
#include <QContextMenuEvent>
#include <QMenu>
#include <QStatusBar>

#include "tests/gui/lab.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

} // namespace

class FaultEditingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { open(kReceipts); }
    void cleanup() { lab_.reset(); }

    void dragging_the_body_moves_the_fault_in_one_step_of_undo() {
        const Scenario before = document().scenario();
        drag(100, 120, 0);
        QCOMPARE(fault(0).at, Duration(80s));
        QCOMPARE(fault(0).lasts, Duration(90s));
        QCOMPARE(fault(1), before.faults[1]);
        QCOMPARE(document().undoStack().count(), 1);
        QVERIFY(document().undoStack().undoText().contains("gpt4_vision"));
        document().undoStack().undo();
        QVERIFY(document().scenario() == before);
        QVERIFY(!document().dirty());
        document().undoStack().redo();
        QCOMPARE(fault(0).at, Duration(80s));
    }
    void dragging_an_edge_changes_how_long_it_lasts() {
        drag(150, 180, 0);
        QCOMPARE(fault(0).at, Duration(60s));
        QCOMPARE(fault(0).lasts, Duration(120s));
        settle();
        drag(60, 40, 0);
        QCOMPARE(fault(0).at, Duration(40s));
        QCOMPARE(fault(0).lasts, Duration(140s));
        QCOMPARE(document().undoStack().count(), 2);
    }
    void the_file_keeps_its_comments() {
        drag(100, 120, 0);
        QVERIFY(document().text().find("# what a receipt carries, whoever reads it") != std::string::npos);
        QVERIFY(document().text().find("at: 80s, for: 90s, outage: unavailable") != std::string::npos);
    }
    void the_run_follows_while_the_fault_is_dragged() {
        press(100, 0);
        moveTo(140, 0);
        QTRY_COMPARE(lab_->session().run().scenario().faults[0].at, Duration(100s));
        QCOMPARE(document().undoStack().count(), 1);
        moveTo(130, 0);
        release(130, 0);
        QVERIFY(lab_->session().waitUntilSettled(30'000));
        QCOMPARE(lab_->session().run().scenario().faults[0].at, Duration(90s));
        QCOMPARE(document().undoStack().count(), 1);
    }
    void escape_gives_the_fault_back_and_leaves_nothing_to_redo() {
        const std::string before = document().text();
        press(100, 0);
        moveTo(140, 0);
        QVERIFY(document().text() != before);
        QTest::keyClick(tracks_, Qt::Key_Escape);
        QVERIFY(document().text() == before);
        QCOMPARE(document().undoStack().count(), 0);
        moveTo(150, 0);
        release(150, 0);
        QVERIFY(document().text() == before);
        QVERIFY(!document().dirty());
    }
    void a_ramped_fault_keeps_its_ramp_and_takes_no_shorter_time_than_it() {
        QTemporaryDir folder;
        QByteArray text = readFile(kReceipts);
        QVERIFY(text.replace("for: 90s, outage: unavailable", "for: 90s, ramp: 20s, failures: {timeout: 60%}")
                    .contains("ramp: 20s"));
        open(writeFile(folder, "ramp.scenario.yaml", text));
        drag(100, 130, 0); // the body
        QCOMPARE(fault(0).at, Duration(90s));
        QCOMPARE(fault(0).lasts, Duration(90s));
        QCOMPARE(fault(0).ramp, Duration(20s));
        QVERIFY(document().text().find("ramp: 20s") != std::string::npos);
        settle();
        drag(180, 160, 0); // its end
        QCOMPARE(fault(0).lasts, Duration(70s));
        QCOMPARE(fault(0).ramp, Duration(20s));
        QCOMPARE(document().undoStack().count(), 2);
        QVERIFY(lab_->session().waitUntilSettled(30'000));
        QCOMPARE(lab_->session().run().scenario().faults[0].ramp, Duration(20s));
        document().undoStack().undo();
        document().undoStack().undo();
        QCOMPARE(QByteArray::fromStdString(document().text()), text);
    }
    void a_click_selects_and_edits_nothing() {
        const std::string before = document().text();
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, point(100, 0));
        QCOMPARE(lab_->session().selection().fault(), std::optional(0u));
        QVERIFY(document().text() == before);
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, point(30, 0));
        QVERIFY(!lab_->session().selection().fault());
    }
    void a_drag_beside_the_bars_pans() {
        const SimTime from = lab_->session().span().from();
        drag(170, 160, 1);
        QVERIFY(lab_->session().span().from() > from);
        QCOMPARE(document().undoStack().count(), 0);
    }
    void control_makes_the_steps_finer() {
        press(100, 0);
        moveTo(104.37, 0, Qt::ControlModifier);
        release(104.37, 0);
        QVERIFY(fault(0).at % Duration(1s) != Duration{0});
    }
    void what_the_document_refuses_is_said_and_changes_nothing() {
        QTemporaryDir folder;
        QByteArray text = readFile(kReceipts);
        QVERIFY(text.replace("for: 90s, outage", "for: 50s, every: 70s, outage").contains("every: 70s"));
        open(writeFile(folder, "every.scenario.yaml", text));
        drag(110, 150, 0); // longer than its period: it stays at the longest that was possible on the way
        QCOMPARE(fault(0).at, Duration(60s));
        QCOMPARE(fault(0).lasts, Duration(60s));
        QVERIFY2(lab_->statusBar()->currentMessage().contains("not changed"),
                 qPrintable(lab_->statusBar()->currentMessage()));
        settle();
        drag(160, 170, 0); // its second occurrence, 130 to 190 s
        QCOMPARE(fault(0).at, Duration(70s));
        QCOMPARE(*fault(0).every, Duration(70s));
    }
    void keys_select_move_and_resize() {
        QTest::keyClick(tracks_, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(lab_->session().selection().fault(), std::optional(0u));
        QVERIFY(lab_->statusBar()->currentMessage().startsWith("fault 1 of 2: gpt4_vision"));
        QTest::keyClick(tracks_, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(lab_->session().selection().fault(), std::optional(1u));
        QTest::keyPress(tracks_, Qt::Key_Right, Qt::AltModifier);
        QTest::keyPress(tracks_, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(fault(1).at, Duration(84s)); // in steps of 2 s at this zoom
        QTest::keyClick(tracks_, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(fault(1).at, Duration(84s));
        QCOMPARE(fault(1).lasts, Duration(28s));
        QCOMPARE(document().undoStack().count(), 1); // as long as Alt is held
        QTest::keyRelease(tracks_, Qt::Key_Alt);
        QTest::keyClick(tracks_, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(document().undoStack().count(), 2);
        QTest::keyClick(tracks_, Qt::Key_Delete);
        QCOMPARE(document().scenario().faults.size(), 1u);
        QVERIFY(!lab_->session().selection().fault());
    }
    void the_menu_adds_a_fault_where_it_was_asked_for() {
        const Scenario before = document().scenario();
        QMenu *menu = menuAt(20, 0);
        QMenu *add = menu->findChild<QMenu *>("addFault");
        QVERIFY(add && add->title().contains("20 s"));
        QMenu *ocr = add->actions()[2]->menu();
        QCOMPARE(ocr->title(), QString("local_ocr"));
        ocr->actions().first()->trigger();
        QCOMPARE(document().scenario().faults.size(), 3u);
        const Fault &added = fault(2);
        QCOMPARE(added.service, std::string("local_ocr"));
        QCOMPARE(added.at, Duration(20s));
        QVERIFY(added.lasts > 0s && std::holds_alternative<OutageFault>(added.effect));
        document().undoStack().undo();
        QVERIFY(document().scenario() == before);
        menu->close();
    }
    void the_menu_duplicates_and_removes_the_fault_under_the_pointer() {
        const Scenario before = document().scenario();
        QMenu *menu = menuAt(100, 1);
        QAction *again = menu->findChild<QAction *>("duplicateFault");
        QVERIFY(again->isEnabled() && again->text().contains("claude_vision"));
        again->trigger();
        QCOMPARE(document().scenario().faults.size(), 3u);
        QCOMPARE(fault(2).at, Duration(110s));
        QCOMPARE(fault(2).lasts, Duration(30s));
        QVERIFY(fault(2).effect == fault(1).effect);
        menu->close();
        settle();
        menu = menuAt(70, 0);
        menu->findChild<QAction *>("removeFault")->trigger();
        QCOMPARE(document().scenario().faults.size(), 2u);
        QCOMPARE(fault(0).service, std::string("claude_vision"));
        document().undoStack().setIndex(0);
        QVERIFY(document().scenario() == before);
        menu->close();
    }
    void faults_can_all_be_removed_and_one_added_again() {
        for (int i = 0; i < 2; ++i) {
            lab_->session().selection().selectFault(0u);
            QTest::keyClick(tracks_, Qt::Key_Delete);
        }
        QVERIFY(document().scenario().faults.empty());
        settle();
        QMenu *menu = menuAt(50, 0);
        QVERIFY(!menu->findChild<QAction *>("removeFault")->isEnabled());
        menu->findChild<QMenu *>("addFault")->actions()[0]->menu()->actions()[2]->trigger();
        QCOMPARE(document().scenario().faults.size(), 1u);
        QVERIFY(std::holds_alternative<PauseFault>(fault(0).effect));
        menu->close();
    }
    void a_key_opens_the_menu_for_what_is_selected() {
        lab_->session().selection().selectFault(1u);
        lab_->session().showAt(at(34));
        QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(tracks_, &key);
        QMenu *menu = shownMenu();
        QVERIFY(menu->findChild<QAction *>("removeFault")->text().contains("claude_vision"));
        QVERIFY(menu->findChild<QMenu *>("addFault")->title().contains("34 s"));
        menu->close();
    }
    void the_pointer_says_what_it_would_do() {
        hover(100, 0);
        QCOMPARE(tracks_->cursor().shape(), Qt::OpenHandCursor);
        hover(150, 0);
        QCOMPARE(tracks_->cursor().shape(), Qt::SizeHorCursor);
        hover(60, 0);
        QCOMPARE(tracks_->cursor().shape(), Qt::SizeHorCursor);
        hover(20, 0);
        QCOMPARE(tracks_->cursor().shape(), Qt::ArrowCursor);
    }

private:
    ScenarioDocument &document() { return lab_->session().document(); }
    const Fault &fault(std::size_t i) { return document().scenario().faults.at(i); }
    void open(const QString &file) {
        lab_ = openLab(file);
        QVERIFY(lab_);
        tracks_ = lab_->findChild<TimelineView *>();
        lab_->session().span().set(at(0), at(200));
        tracks_->setFocus();
        settle();
    }
    /// The newest edit is on the screen.
    void settle() {
        QVERIFY(lab_->session().waitUntilSettled(30'000));
        QApplication::processEvents();
        tracks_->grab();
    }
    QPoint point(double s, int row) const {
        const TrackStack::Row &faults = tracks_->stack().rows().front();
        const double y = tracks_->tracksTop() + faults.top + 3 + (row + 0.5) * (faults.height - 6) / 2;
        return {static_cast<int>(std::lround(tracks_->axis().x(at(s)))), static_cast<int>(y)};
    }
    void press(double s, int row) { QTest::mousePress(tracks_, Qt::LeftButton, {}, point(s, row)); }
    void moveTo(double s, int row, Qt::KeyboardModifiers modifiers = {}) {
        const QPoint p = point(s, row);
        QMouseEvent move(QEvent::MouseMove, p, tracks_->mapToGlobal(p), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(tracks_, &move);
    }
    void release(double s, int row) { QTest::mouseRelease(tracks_, Qt::LeftButton, {}, point(s, row)); }
    void drag(double from, double to, int row) {
        press(from, row);
        for (int i = 1; i <= 4; ++i)
            moveTo(from + (to - from) * i / 4, row);
        release(to, row);
    }
    void hover(double s, int row) {
        const QPoint p = point(s, row);
        QMouseEvent move(QEvent::MouseMove, p, tracks_->mapToGlobal(p), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(tracks_, &move);
    }
    QMenu *menuAt(double s, int row) {
        const QPoint p = point(s, row);
        QContextMenuEvent ask(QContextMenuEvent::Mouse, p, tracks_->mapToGlobal(p));
        QApplication::sendEvent(tracks_, &ask);
        return shownMenu();
    }
    QMenu *shownMenu() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

QTEST_MAIN(FaultEditingTest)
#include "fault_editing_test.moc"
