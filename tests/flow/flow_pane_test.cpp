// SPDX-License-Identifier: GPL-3.0-or-later
// The pane "Pipeline and state machine" in the real window, with clicks, drags and keys.
#include "tests/gui/lab.h"

#include <QAccessible>
#include <QComboBox>
#include <QToolButton>

#include "ui/flow/flow_pane.h"
#include "ui/flow/machine_view.h"
#include "ui/flow/pipeline_view.h"
#include "ui/shell/field_entries.h"

using namespace halfopen;

namespace {

/// Two workloads, the first of several instances under every layer.
const QByteArray kTwoWorkloads = R"(
halfopen: 1
duration: 60s
play: {speed: 4}
services:
  a: {latency: 100ms, failures: {unavailable: 60%}}
  b: {latency: 50ms}
policies:
  p: {retry: {max_attempts: 2}, budget: botocore, breaker: {preset: tutorial, failures: 2}, timeout: 1s}
operations:
  one: {chain: [{service: a, policy: p}, {service: b}]}
  two: {chain: [{service: b}]}
workloads:
  - {operation: one, arrivals: {poisson: 40/s}, instances: 4}
  - {operation: two, arrivals: {poisson: 2/s}}
)";

} // namespace

class FlowPaneTest : public QObject {
    Q_OBJECT

private slots:
    void init() { open(kReceipts); }
    void cleanup() { lab_.reset(); }

    void each_leg_has_a_row_with_the_state_of_its_breaker() {
        lookAt(121);
        const auto &rows = view().pipeline().rows;
        QCOMPARE(rows.size(), std::size_t{3});
        const TraceIndex &index = session().run().index();
        for (std::uint32_t b = 0; b < 2; ++b) {
            const auto &life = index.breaker(b);
            QCOMPARE(rows[b].gauge->state, life[index.breaker_interval_at(b, session().playhead().viewed())].state);
        }
        QVERIFY(!rows[2].gauge);
        QCOMPARE(rows[0].service.state, QString("outage"));
        QVERIFY(view().accessibleDescription().contains("gpt4_vision"));
    }
    void the_numbers_follow_the_hairline() {
        lookAt(30);
        QCOMPARE(view().pipeline().rows[0].gauge->state, BreakerState::closed);
        session().showAt(kTimeZero + std::chrono::seconds(70)); // no refreshNow: the pane follows by itself
        QTRY_COMPARE(view().pipeline().rows[0].gauge->state, BreakerState::open);
        QTRY_COMPARE(pane().machine().machine()->state, BreakerState::open);
    }
    void a_click_on_a_breaker_selects_its_last_change() {
        lookAt(121);
        click(1, 2);
        QCOMPARE(session().selection().breaker(), std::optional(1u));
        const auto place = lastTransition(session().run().index(), 1, session().playhead().viewed());
        QCOMPARE(session().selection().transition(), std::optional(place->record));
        QCOMPARE(pane().machine().machine()->title, QString("claude_vision"));
        QCOMPARE(seconds(session().playhead().viewed()), 121.0);
    }
    void a_breaker_that_never_changed_is_selected_all_the_same() {
        lookAt(10);
        click(1, 2);
        QCOMPARE(session().selection().breaker(), std::optional(1u));
        QVERIFY(!session().selection().transition());
    }
    void a_click_on_a_service_leads_to_its_fields() {
        QSignalSpy asked(&pane(), &FlowPane::fieldAsked);
        click(2, PipelineGeometry::kServicePlace);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QString("services.local_ocr"));
        const auto place = fieldPlaceOf(document().scenario(), "services.local_ocr");
        QVERIFY(place && !place->leg);
        QCOMPARE(place->group, QString("local_ocr"));
    }

    void a_dragged_layer_is_one_undo_step_and_undone_gives_the_same_document() {
        lookAt(10);
        const std::string before = document().text();
        const QPoint from = centre(0, 0), to = centre(0, 2) + QPoint(12, 0); // retry behind the breaker
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        for (int x = from.x(); x <= to.x(); x += 7)
            QTest::mouseMove(&view(), {x, from.y()});
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, to);
        const std::vector<LayerKind> wanted{LayerKind::breaker, LayerKind::retry, LayerKind::bulkhead,
                                            LayerKind::rate_limiter, LayerKind::timeout};
        QCOMPARE(document().scenario().policies[0].order, wanted);
        QCOMPARE(document().undoStack().count(), 1);
        QVERIFY(session().waitUntilSettled(30'000));
        pane().refreshNow();
        QCOMPARE(view().pipeline().rows[0].boxes[0].stage, Stage::breaker);
        QCOMPARE(view().pipeline().rows[0].boxes[1].stage, Stage::retry);
        QVERIFY(!view().pipeline().oneOrder);
        document().undoStack().undo();
        QCOMPARE(document().text(), before);
    }
    void a_drag_that_ends_where_it_began_or_is_given_up_changes_nothing() {
        const QPoint from = centre(0, 0);
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&view(), from + QPoint(40, 0));
        QTest::mouseMove(&view(), from + QPoint(3, 0));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, from + QPoint(3, 0));
        view().setFocus();
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&view(), centre(0, 3));
        QTest::keyClick(&view(), Qt::Key_Escape);
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, centre(0, 3));
        QCOMPARE(document().undoStack().count(), 0);
    }
    void a_plain_call_and_the_budget_cannot_be_dragged() {
        const QPoint from = centre(0, 1); // the budget
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&view(), centre(0, 5));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, centre(0, 5));
        QCOMPARE(document().undoStack().count(), 0);
    }
    void control_and_arrows_move_the_focused_layer_and_the_focus_goes_with_it() {
        view().setFocus();
        view().setCurrent({0, 0});
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(document().scenario().policies[0].order[1], LayerKind::retry);
        QVERIFY(session().waitUntilSettled(30'000));
        pane().refreshNow();
        const auto place = view().current();
        QVERIFY(place);
        QCOMPARE(view().pipeline().rows[0].boxes[place->box].stage, Stage::retry);
        QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(document().scenario().policies[0].order, kDefaultOrder);
        QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier); // it is the first already
        QCOMPARE(document().undoStack().count(), 2);
    }
    void arrow_keys_move_among_the_boxes_and_enter_activates() {
        lookAt(70);
        view().setFocus();
        QTRY_VERIFY(view().hasFocus());
        view().setCurrent({0, 0});
        QTest::keyClick(&view(), Qt::Key_Right);
        QTest::keyClick(&view(), Qt::Key_Right);
        QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(view().current(), std::optional(PipelineGeometry::Place{1, 2}));
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(session().selection().breaker(), std::optional(1u));
        view().setFocus(); // Enter also leads to the settings
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(view().current()->box, PipelineGeometry::kServicePlace);
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(session().playhead().playing());
        session().playhead().pause();
    }
    void enter_and_a_double_click_lead_to_the_settings_of_a_layer() {
        QSignalSpy asked(&pane(), &FlowPane::fieldAsked);
        view().setFocus();
        view().setCurrent({1, 0});
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QString("policies.claude.retry"));
        QTRY_VERIFY(QApplication::focusWidget() && !view().hasFocus());
        QWidget *field = QApplication::focusWidget();
        while (field && !field->objectName().startsWith("policies."))
            field = field->parentWidget();
        QVERIFY(field);
        QVERIFY2(field->objectName().startsWith("policies.claude.retry"), qPrintable(field->objectName()));
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, centre(0, 5));
        QCOMPARE(asked.last()[0].toString(), QString("policies.gpt4.timeout"));
    }
    void boxes_are_buttons_for_assistive_technology() {
        lookAt(121);
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(whole);
        QCOMPARE(whole->childCount(), 3 * 8);
        QAccessibleInterface *box = whole->child(8 + 2);
        QCOMPARE(box->role(), QAccessible::Button);
        QCOMPARE(box->text(QAccessible::Name), QString("breaker of claude_vision"));
        QVERIFY(box->text(QAccessible::Description).contains("OPEN"));
        QCOMPARE(whole->indexOfChild(box), 8 + 2);
        QVERIFY(whole->rect().contains(box->rect()));
        QCOMPARE(whole->child(3)->text(QAccessible::Name), QString("bulkhead of gpt4_vision, off"));
        box->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(session().selection().breaker(), std::optional(1u));
    }

    void dots_travel_while_playing_and_not_with_reduced_motion() {
        lookAt(30);
        session().playhead().setSpeed(1);
        pane().refreshNow();
        QVERIFY(pane().dotsText().endsWith("all shown"));
        session().playhead().play();
        QTRY_VERIFY(!view().dots().empty());
        const auto before = view().dots();
        QTRY_VERIFY(view().dots() != before);
        session().playhead().pause();
        lab_->theme().setReducedMotion(true);
        QVERIFY(view().dots().empty());
        QVERIFY(!pane().dotsText().contains("shown"));
        lab_->theme().setReducedMotion(false);
        QVERIFY(pane().dotsText().contains("shown"));
    }
    void fast_time_samples_the_dots_and_says_so() {
        lookAt(30);
        session().playhead().setSpeed(64);
        pane().refreshNow();
        QVERIFY2(pane().dotsText().startsWith("1 of "), qPrintable(pane().dotsText()));
    }
    void the_pane_can_be_hidden_and_shown() {
        QAction *toggle = pane().toggleAction();
        toggle->trigger();
        QVERIFY(!pane().isVisible());
        session().showAt(kTimeZero + std::chrono::seconds(70));
        toggle->trigger();
        QVERIFY(pane().isVisible());
        QCOMPARE(view().pipeline().rows[0].gauge->state, BreakerState::open);
        toggle->trigger();
        lab_->resetLayout();
        QVERIFY(pane().isVisible());
    }
    void each_workload_has_a_pipeline_of_its_own() {
        const QTemporaryDir folder;
        QVERIFY(!pane().chooser().isVisible());
        QVERIFY(lab_->openFile(writeFile(folder, "two.scenario.yaml", kTwoWorkloads)));
        QVERIFY(session().waitUntilSettled(30'000));
        lookAt(20);
        QVERIFY(pane().chooser().isVisible());
        QCOMPARE(view().pipeline().rows.size(), std::size_t{2});
        QVERIFY(view().pipeline().rows[0].caption.startsWith("instance "));
        pane().chooser().setFocus();
        QTest::keyClick(&pane().chooser(), Qt::Key_Down);
        QCOMPARE(view().pipeline().operation, QString("two"));
        QCOMPARE(view().pipeline().rows.size(), std::size_t{1});
        QVERIFY(!pane().machine().machine());
        QVERIFY(!pane().machine().accessibleDescription().isEmpty());
    }
    void a_narrow_window_offers_the_states_by_a_button() {
        lab_->resize(1000, 700);
        lookAt(70);
        auto *states = child<QToolButton>(*lab_, "showMachine");
        QTRY_VERIFY(states->isVisible());
        QVERIFY(!pane().machine().isVisible());
        QTest::mouseClick(states, Qt::LeftButton);
        QVERIFY(pane().machine().isVisible());
    }
    void the_state_that_holds_stands_out_and_every_node_is_inside() {
        lookAt(121);
        MachineView &machine = pane().machine();
        for (const BreakerState state : {BreakerState::closed, BreakerState::open, BreakerState::half_open})
            QVERIFY(QRectF(machine.rect()).contains(machine.nodeRect(state)));
        QVERIFY(machine.accessibleDescription().contains("OPEN for"));
    }

private:
    void open(const QString &file) {
        lab_ = openLab(file);
        QVERIFY(lab_);
        QVERIFY(pane().isVisible());
        lab_->theme().setReducedMotion(false); // as on most screens; without one Qt has no effects
        pane().refreshNow();
    }
    void lookAt(int s) {
        session().showAt(kTimeZero + std::chrono::seconds(s));
        pane().refreshNow();
    }
    QPoint centre(std::size_t row, std::size_t box) { return view().places().rectOf({row, box}).center().toPoint(); }
    void click(std::size_t row, std::size_t box) { QTest::mouseClick(&view(), Qt::LeftButton, {}, centre(row, box)); }
    Session &session() { return lab_->session(); }
    ScenarioDocument &document() { return session().document(); }
    FlowPane &pane() { return *lab_->findChild<FlowPane *>(); }
    PipelineView &view() { return pane().pipeline(); }

    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(FlowPaneTest)
#include "flow_pane_test.moc"
