// SPDX-License-Identifier: GPL-3.0-or-later
// Settings searched for, rare ones set, and whatever may be typed or pasted into a field.
#include <QClipboard>

#include "tests/editors/editor_hands.h"
#include "ui/editors/scenario_editor.h"

using namespace halfopen;

class FieldFindingTest : public QObject, EditorHands {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        before_ = document().text();
    }
    void cleanup() { lab_.reset(); }

    void a_setting_is_found_by_a_word_and_gone_to_with_keys_alone() {
        QTest::keyClick(lab_.get(), Qt::Key_F, Qt::ControlModifier);
        auto *find = child<QLineEdit>(*lab_, "findSetting");
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, "accuracy");
        QVERIFY(child<QLabel>(*lab_, "foundSettings")->isVisible());
        QVERIFY(child<QLabel>(*lab_, "foundSettings")->text().toInt() >= 4);
        keepPicture(*lab_, "find_a_setting");
        QVERIFY(child<QWidget>(*lab_, "services.gpt4_vision.accuracy")->isVisible());
        QVERIFY(!child<QWidget>(*lab_, "services.gpt4_vision.cost")->isVisible());
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field(*lab_, "services.gpt4_vision.accuracy")));
        QTest::keyClicks(QApplication::focusWidget(), "90");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(document().scenario().services[0].accuracy.value, 0.9);
        // Names come before meanings: what a fault says about cooldowns is in nobody's way.
        QTest::keyClick(lab_.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(find, "cooldown");
        QVERIFY(child<QWidget>(*lab_, "policies.gpt4.breaker.open_for")->isVisible());
        QVERIFY(!child<QWidget>(*lab_, "faults[0].for")->isVisible());
        QTest::keyClick(lab_.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(find, "finds out sooner"); // only in a meaning
        QVERIFY(child<QLabel>(*lab_, "foundSettings")->text().toInt() >= 1);
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

    void a_rare_setting_from_a_moment_on_is_shown_as_it_then_is() {
        reveal("policies.gpt4.retry.backoff.floor");
        const Duration half = std::chrono::minutes(2);
        document().setApplyAt(half);
        typeInto(field(*lab_, "policies.gpt4.retry.backoff.floor"), "250 ms");
        QCOMPARE(document().scenario().edits.size(), std::size_t{1});
        QCOMPARE(document().scenario().policies[0].retry->backoff.floor, Duration{0});
        QTRY_COMPARE(field(*lab_, "policies.gpt4.retry.backoff.floor")->text(), QString("250 ms"));
        QVERIFY(lab_->findChild<QWidget *>("edits[0].set"));
        document().setApplyAt({});
        QTRY_COMPARE(field(*lab_, "policies.gpt4.retry.backoff.floor")->text(), QString());
        document().undoStack().undo();
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
};

QTEST_MAIN(FieldFindingTest)
#include "field_finding_test.moc"
