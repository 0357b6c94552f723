// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the document added, renamed, moved and removed with real clicks and keys.
#include <QTabBar>

#include "tests/editors/editor_hands.h"
#include "ui/editors/policy_editor.h"

using namespace halfopen;

namespace {

const QString kLegs = "operations.extract_receipt.chain";

} // namespace

class PartsEditingTest : public QObject, EditorHands {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        before_ = document().text();
    }
    void cleanup() { lab_.reset(); }

    void a_new_service_is_used_as_a_leg_and_the_run_shows_it_until_undo() {
        press("add/Services");
        QCOMPARE(document().scenario().services.size(), std::size_t{4});
        QCOMPARE(document().undoStack().undoText(), QString("add service service"));
        // The name has the focus: it is typed over at once.
        QTRY_VERIFY(field(*lab_, "name/services.service") && field(*lab_, "name/services.service")->hasFocus());
        auto *name = field(*lab_, "name/services.service");
        QTest::keyClicks(name, "ocr_3");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(document().scenario().services[3].name, std::string("ocr_3"));
        press("add/operations.extract_receipt");
        QCOMPARE(document().scenario().operations[0].chain.size(), std::size_t{4});
        QCOMPARE(document().scenario().operations[0].chain[3].service, std::string("ocr_3"));
        QTRY_COMPARE(session().run().scenario().operations[0].chain.back().service, std::string("ocr_3"));
        QCOMPARE(session().run().scenario().services.back().name, std::string("ocr_3"));
        QTRY_VERIFY(session().run().finished());
        QCOMPARE(document().undoStack().count(), 3);
        for (int i = 0; i < 3; ++i) QTest::keyClick(lab_.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().text(), before_);
        for (int i = 0; i < 3; ++i) QTest::keyClick(lab_.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(document().scenario().operations[0].chain[3].service, std::string("ocr_3"));
    }

    void a_renamed_service_keeps_its_legs_and_faults() {
        reveal("name/services.gpt4_vision");
        typeInto(field(*lab_, "name/services.gpt4_vision"), "gpt5");
        QCOMPARE(document().undoStack().undoText(), QString("rename gpt4_vision to gpt5"));
        QCOMPARE(document().scenario().operations[0].chain[0].service, std::string("gpt5"));
        QCOMPARE(document().scenario().faults[0].service, std::string("gpt5"));
        QVERIFY(document().text().find("gpt4_vision") == std::string::npos);
        QTRY_COMPARE(session().run().scenario().services[0].name, std::string("gpt5"));
        QTest::keyClick(lab_.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().text(), before_);
    }

    void a_name_that_is_taken_or_none_is_refused_at_its_field() {
        reveal("name/services.gpt4_vision");
        for (const auto &[typed, told] : {std::pair("local_ocr", "taken"), std::pair("two words", "letters")}) {
            typeInto(field(*lab_, "name/services.gpt4_vision"), typed);
            QVERIFY2(rowLabels("name/services.gpt4_vision").contains(told), qPrintable(rowLabels("name/services.gpt4_vision")));
            QCOMPARE(document().text(), before_);
            QTest::keyClick(field(*lab_, "name/services.gpt4_vision"), Qt::Key_Escape);
            QVERIFY(!rowLabels("name/services.gpt4_vision").contains(told));
        }
    }

    void what_is_still_used_is_not_removed_and_says_by_whom() {
        choose("menu/services.local_ocr", "Remove");
        QCOMPARE(document().text(), before_);
        const QString told = saidIn("services.local_ocr");
        keepPicture(*lab_, "still_used");
        QVERIFY2(told.contains("local_ocr is still used") && told.contains("leg 3 of extract_receipt"), qPrintable(told));
        // Without the leg it goes.
        choose("menu/" + kLegs + "[2]", "Remove");
        QCOMPARE(document().scenario().operations[0].chain.size(), std::size_t{2});
        choose("menu/services.local_ocr", "Remove");
        QCOMPARE(document().scenario().services.size(), std::size_t{2});
        QVERIFY(document().text().find("local_ocr:") == std::string::npos);
        document().undoStack().undo();
        document().undoStack().undo();
        QCOMPARE(document().text(), before_);
    }

    void legs_change_places_and_policies_stay_with_them() {
        choose("menu/" + kLegs + "[1]", "Move up");
        QCOMPARE(document().scenario().operations[0].chain[0].service, std::string("claude_vision"));
        QCOMPARE(document().scenario().operations[0].chain[0].policy, std::string("claude"));
        QCOMPARE(document().undoStack().undoText(), QString("move up leg claude_vision"));
        auto *tabs = lab_->findChild<PolicyEditor *>()->findChild<QTabBar *>();
        QCOMPARE(tabs->tabText(0), QString("claude_vision"));
        choose("menu/" + kLegs + "[0]", "Move down");
        QCOMPARE(document().text(), before_);
    }

    void the_last_leg_and_the_last_workload_stay() {
        for (int i = 0; i < 2; ++i) choose("menu/" + kLegs + "[0]", "Remove");
        const std::string one = document().text();
        choose("menu/" + kLegs + "[0]", "Remove");
        QVERIFY2(saidIn(kLegs + "[0]").contains("at least one leg"), qPrintable(saidIn(kLegs + "[0]")));
        choose("menu/workloads[0]", "Remove");
        QVERIFY2(saidIn("workloads[0]").contains("at least one workload"), qPrintable(saidIn("workloads[0]")));
        QCOMPARE(document().text(), one);
    }

    void a_policy_is_copied_for_one_leg_and_edited_alone() {
        choose("menu/policy", "Copy for this leg alone");
        QCOMPARE(document().scenario().policies.size(), std::size_t{4});
        QCOMPARE(document().scenario().operations[0].chain[0].policy, std::string("gpt4-2"));
        QVERIFY(*document().scenario().policies[3].retry == *document().scenario().policies[0].retry);
        typeInto(field(*lab_, "policies.gpt4-2.retry.max_attempts"), "2");
        QCOMPARE(document().scenario().policies[0].retry->max_attempts, 4);
        // The first one is used by nobody now: it has a tab, and can go.
        auto *tabs = lab_->findChild<PolicyEditor *>()->findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 4);
        QCOMPARE(tabs->tabText(3), QString("gpt4"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(3).center());
        choose("menu/policy", "Remove");
        QCOMPARE(document().scenario().policies.size(), std::size_t{3});
        while (document().undoStack().canUndo()) document().undoStack().undo();
        QCOMPARE(document().text(), before_);
    }

    void fields_show_the_right_part_when_others_before_it_have_gone() {
        choose("menu/policy", "Copy for this leg alone"); // gpt4 itself is unused now
        auto *tabs = lab_->findChild<PolicyEditor *>()->findChild<QTabBar *>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QVERIFY(!document().set("policies.ocr.retry.max_attempts", "7", {"7"}));
        QTRY_VERIFY(field(*lab_, "policies.ocr.retry.max_attempts")->text().startsWith("7"));
        // Taken out elsewhere, as the text pane might: the places of all others change, their names do not.
        QVERIFY(!document().apply({{"policies.gpt4", std::nullopt}}, {"remove"}));
        QTRY_VERIFY(field(*lab_, "policies.ocr.retry.max_attempts")->text().startsWith("7"));
        typeInto(field(*lab_, "policies.ocr.retry.max_attempts"), "3");
        QCOMPARE(document().scenario().policies[1].name, std::string("ocr"));
        QCOMPARE(document().scenario().policies[1].retry->max_attempts, 3);
    }

    void what_did_not_change_is_not_built_anew() {
        const QString counts = "choice/kinds.timeout.breaker";
        const auto *row = child<QWidget>(*lab_, counts);
        press("add/Services");
        QCOMPARE(child<QWidget>(*lab_, counts), row);
        QVERIFY(lab_->findChild<QWidget *>("name/services.service"));
        document().undoStack().undo();
        QCOMPARE(child<QWidget>(*lab_, counts), row);
        QTRY_VERIFY(!lab_->findChild<QWidget *>("name/services.service"));
    }

    void workloads_operations_faults_and_inputs_are_added_too() {
        press("add/workloads[0]");
        QCOMPARE(document().scenario().workloads.size(), std::size_t{2});
        choose("menu/operations.extract_receipt", "Add an operation");
        QCOMPARE(document().scenario().operations.size(), std::size_t{2});
        choose("add/Faults", "Pause");
        QCOMPARE(document().scenario().faults.size(), std::size_t{3});
        QVERIFY(std::holds_alternative<PauseFault>(document().scenario().faults[2].effect));
        choose("menu/faults[2]", "Remove");
        QCOMPARE(document().scenario().faults.size(), std::size_t{2});
        choose("add/Inputs", "not_found");
        QCOMPARE(document().scenario().inputs.size(), std::size_t{4});
        press("add/Timed edits");
        QCOMPARE(document().scenario().edits.size(), std::size_t{1});
        while (document().undoStack().canUndo()) document().undoStack().undo();
        QCOMPARE(document().text(), before_);
    }

    void phases_are_edited_as_rows() {
        pick("choice/workloads[0].arrivals", "in phases");
        QCOMPARE(phases().size(), std::size_t{2});
        QCOMPARE(phases()[0].from, Rate{5.0});
        QVERIFY(phases()[1].to != phases()[1].from);
        typeInto(field(*lab_, "workloads[0].arrivals.phases[0].for"), "30");
        QCOMPARE(phases()[0].lasts, Duration(std::chrono::seconds(30)));
        press("action/Add a phase");
        QCOMPARE(phases().size(), std::size_t{3});
        pick("choice/workloads[0].arrivals.phases[0].poisson", "a ramp");
        typeInto(field(*lab_, "workloads[0].arrivals.phases[0].poisson.to"), "40/s");
        QCOMPARE(phases()[0].to, Rate{40.0});
        while (document().undoStack().canUndo()) document().undoStack().undo();
        QCOMPARE(document().text(), before_);
    }

    void a_mixture_keeps_its_weights_at_a_hundred_percent() {
        reveal("choice/services.local_ocr.latency");
        pick("choice/services.local_ocr.latency", "mixture");
        const QString list = "services.local_ocr.latency.mixture";
        typeInto(field(*lab_, list + "[0].weight"), "40");
        QCOMPARE(weights(), (std::vector<double>{0.4, 0.6}));
        pressIn(list + "[0].weight", "action/Add a part");
        QCOMPARE(weights(), (std::vector<double>{0.3, 0.6, 0.1}));
        typeInto(field(*lab_, list + "[2].weight"), "50 %");
        QCOMPARE(weights().size(), std::size_t{3});
        QVERIFY(qFuzzyCompare(weights()[0] + weights()[1] + weights()[2], 1.0));
        QCOMPARE(weights()[2], 0.5);
        pick("choice/" + list + "[1]", "lognormal");
        QVERIFY(field(*lab_, list + "[1].lognormal.p99"));
        while (document().undoStack().canUndo()) document().undoStack().undo();
        QCOMPARE(document().text(), before_);
    }
};

QTEST_MAIN(PartsEditingTest)
#include "parts_editing_test.moc"
