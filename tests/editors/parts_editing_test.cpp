// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the document added, renamed, moved and removed with real clicks and keys; settings searched for; junk typed.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

#include "tests/gui/lab.h"
#include "ui/editors/field_form.h"
#include "ui/editors/policy_editor.h"
#include "ui/editors/scenario_editor.h"

using namespace halfopen;

namespace {

const QString kLegs = "operations.extract_receipt.chain";

} // namespace

class PartsEditingTest : public QObject {
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

    void a_setting_is_found_by_a_word_and_gone_to_with_keys_alone() {
        QTest::keyClick(lab_.get(), Qt::Key_F, Qt::ControlModifier);
        auto *find = child<QLineEdit>(*lab_, "findSetting");
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, "accuracy");
        QVERIFY(child<QLabel>(*lab_, "foundSettings")->isVisible());
        QVERIFY(child<QLabel>(*lab_, "foundSettings")->text().toInt() >= 4);
        QVERIFY(child<QWidget>(*lab_, "services.gpt4_vision.accuracy")->isVisible());
        QVERIFY(!child<QWidget>(*lab_, "services.gpt4_vision.cost")->isVisible());
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(*lab_, "services.gpt4_vision.accuracy")));
        QTest::keyClicks(QApplication::focusWidget(), "90");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(document().scenario().services[0].accuracy.value, 0.9);
        // A path of the file and a rare setting behind its fold are found as well.
        QTest::keyClick(lab_.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(find, "rounding_unit");
        QVERIFY(child<QWidget>(*lab_, "policies.gpt4.retry.backoff.rounding_unit")->isVisible());
        QVERIFY(lab_->findChild<ScenarioEditor *>()->findChild<QLabel *>("nothingFound")->isVisible());
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->text().isEmpty());
        QVERIFY(!child<QWidget>(*lab_, "policies.gpt4.retry.backoff.rounding_unit")->isVisible());
        QVERIFY(child<QWidget>(*lab_, "policies.gpt4.retry.max_attempts")->isVisible());
    }

    void a_rare_setting_is_set_and_left_out_again() {
        reveal("policies.gpt4.retry.backoff.floor");
        auto *floor = field(*lab_, "policies.gpt4.retry.backoff.floor");
        QCOMPARE(floor->placeholderText(), QString("0 s"));
        typeInto(floor, "250 ms");
        QCOMPARE(document().scenario().policies[0].retry->backoff.floor, Duration(std::chrono::milliseconds(250)));
        QCOMPARE(document().undoStack().undoText(), QString("backoff.floor 250 ms"));
        typeInto(floor, "-3");
        QVERIFY2(rowLabels("policies.gpt4.retry.backoff.floor").contains("0s"), qPrintable(rowLabels("policies.gpt4.retry.backoff.floor")));
        QCOMPARE(document().scenario().policies[0].retry->backoff.floor, Duration(std::chrono::milliseconds(250)));
        QTest::mouseClick(floor, Qt::LeftButton);
        floor->selectAll();
        QTest::keyClick(floor, Qt::Key_Delete);
        QTest::keyClick(floor, Qt::Key_Return);
        QCOMPARE(document().text(), before_);
    }

    void junk_that_is_pasted_changes_nothing_and_says_so_data() {
        QTest::addColumn<QString>("junk");
        QTest::newRow("lines") << QString("5\nmax_attempts: 9\n- x");
        QTest::newRow("ten megabytes") << QString(10 << 20, 'x');
        QTest::newRow("control characters") << QString::fromUtf8("\x01\x02\x1b[31m7\x07");
        QTest::newRow("nul") << QString(QChar(0)) + "5";
        QTest::newRow("brackets") << QString("{{{[[[");
        QTest::newRow("right to left") << QString(QChar(0x202E)) + "5";
    }
    void junk_that_is_pasted_changes_nothing_and_says_so() {
        QFETCH(QString, junk);
        const QString attempts = "policies.gpt4.retry.max_attempts", rare = "policies.gpt4.retry.backoff.floor", kinds = "policies.gpt4.retry.kinds";
        reveal(rare);
        for (const QString &path : {attempts, rare, kinds}) {
            QLineEdit *edit = field(*lab_, path);
            QApplication::clipboard()->setText(junk);
            QTest::mouseClick(edit, Qt::LeftButton);
            edit->selectAll();
            QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
            QVERIFY(edit->text().size() < 5000);
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(document().text(), before_);
            QVERIFY2(edit->property("invalid").toBool(), qPrintable(path));
            const QString told = rowLabels(path);
            QVERIFY2(!told.isEmpty() && told.size() < 400, qPrintable(told));
            QVERIFY(!QApplication::activeModalWidget());
            QTest::keyClick(edit, Qt::Key_Escape);
            QVERIFY(!edit->property("invalid").toBool());
        }
        QTRY_VERIFY(session().run().finished());
    }

    void a_half_typed_value_is_no_error_until_it_is_taken() {
        QLineEdit *attempts = field(*lab_, "policies.gpt4.retry.max_attempts");
        QTest::mouseClick(attempts, Qt::LeftButton);
        attempts->selectAll();
        const QString labels = rowLabels("policies.gpt4.retry.max_attempts");
        for (const char key : {'9', '9', '9', '9', '9', 'e', '-'}) {
            QTest::keyClick(attempts, key);
            QCOMPARE(rowLabels("policies.gpt4.retry.max_attempts"), labels);
            QVERIFY(!attempts->property("invalid").toBool());
        }
        QCOMPARE(document().text(), before_);
        QTest::keyClick(attempts, Qt::Key_Escape);
        QCOMPARE(attempts->text(), QString("4"));
    }

private:
    Session &session() { return lab_->session(); }
    ScenarioDocument &document() { return session().document(); }
    const std::vector<Phase> &phases() { return std::get<PhasedArrivals>(document().scenario().workloads[0].arrivals).phases; }
    std::vector<double> weights() {
        std::vector<double> all;
        for (const auto &part : std::get<std::shared_ptr<const Mixture>>(document().scenario().services[2].latency.kind)->parts) all.push_back(part.weight);
        return all;
    }
    void reveal(const QString &row) {
        for (auto *form : lab_->findChildren<FieldForm *>()) {
            if (form->reveal(row)) return;
        }
        QFAIL(qPrintable("no row " + row));
    }
    /// Scrolls to a button and clicks it.
    void press(const QString &name) { click(child<QToolButton>(*lab_, name)); }
    void pressIn(const QString &row, const QString &name) {
        auto *group = child<QWidget>(*lab_, row)->parentWidget();
        click(group->findChild<QToolButton *>(name));
    }
    void click(QToolButton *button) {
        QVERIFY(button);
        for (auto *form : lab_->findChildren<FieldForm *>()) {
            if (form->isAncestorOf(button)) form->ensureWidgetVisible(button);
        }
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Opens the menu of a button and clicks an entry.
    void choose(const QString &button, const QString &entry) {
        press(button);
        auto *menu = child<QToolButton>(*lab_, button)->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        for (QAction *action : menu->actions()) {
            if (action->text() != entry) continue;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            QTRY_VERIFY(!lab_->findChild<QToolButton *>(button) || !lab_->findChild<QToolButton *>(button)->findChild<QMenu *>());
            return;
        }
        QFAIL(qPrintable("no entry " + entry));
    }
    void pick(const QString &row, const QString &word) {
        auto *box = child<QWidget>(*lab_, row)->findChild<QComboBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < 12; ++i) {
            box = child<QWidget>(*lab_, row)->findChild<QComboBox *>();
            if (box->currentText() == word) return;
            QTest::keyClick(box, Qt::Key_Down);
        }
        QFAIL(qPrintable("no word " + word));
    }
    QString rowLabels(const QString &row) {
        QStringList texts;
        for (const QLabel *label : child<QWidget>(*lab_, row)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->objectName() != "advice") texts << label->text();
        }
        return texts.mid(2).join('\n'); // behind the dot and the label
    }
    QString saidIn(const QString &key) {
        auto *button = child<QToolButton>(*lab_, "menu/" + key);
        for (QWidget *above = button; above; above = above->parentWidget()) {
            if (auto *told = above->findChild<QLabel *>("told", Qt::FindDirectChildrenOnly); told && told->isVisible()) return told->text();
        }
        return {};
    }

    std::unique_ptr<MainWindow> lab_;
    std::string before_;
};

QTEST_MAIN(PartsEditingTest)
#include "parts_editing_test.moc"
