// SPDX-License-Identifier: GPL-3.0-or-later
// The document as text beneath the tracks, and that every field of the editors can be set.
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>

#include "tests/gui/lab.h"
#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

using namespace halfopen;

namespace {

QPlainTextEdit *openText(MainWindow &window) {
    for (QTabBar *bar : window.findChildren<QTabBar *>()) {
        if (bar->accessibleName() != "Tables") continue;
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == "Text") bar->setCurrentIndex(i);
        }
    }
    auto *edit = child<QPlainTextEdit>(window, "scenarioText");
    edit->setFocus();
    return edit;
}

/// Puts the cursor behind a word of the text.
void goBehind(QPlainTextEdit &edit, const QString &word) {
    const QTextCursor found = edit.document()->find(word);
    QVERIFY2(!found.isNull(), qPrintable(word));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(found.selectionEnd());
    edit.setTextCursor(cursor);
}

QString message(const QPlainTextEdit &edit) {
    for (const QLabel *label : edit.parentWidget()->findChildren<QLabel *>()) {
        if (label->isVisible()) return label->text();
    }
    return {};
}

} // namespace

class TextPaneTest : public QObject {
    Q_OBJECT
private slots:
    void what_is_typed_is_taken_when_it_can_be_read_as_one_step() {
        auto window = openLab();
        QVERIFY(window);
        ScenarioDocument &document = window->session().document();
        auto *edit = openText(*window);
        QCOMPARE(edit->toPlainText().toStdString(), document.text());
        const std::string before = document.text();
        goBehind(*edit, "max_attempts: 4");
        QTest::keyClick(edit, Qt::Key_Backspace);
        QTest::keyClicks(edit, "7");
        QTRY_COMPARE(document.scenario().policies[0].retry->max_attempts, 7);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QTest::keyClicks(edit, "6");
        QTRY_COMPARE(document.scenario().policies[0].retry->max_attempts, 6);
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QCOMPARE(document.text(), before);
        QTRY_COMPARE(edit->toPlainText().toStdString(), before);
    }

    void half_a_word_changes_nothing_and_says_where_it_stands() {
        auto window = openLab();
        QVERIFY(window);
        ScenarioDocument &document = window->session().document();
        auto *edit = openText(*window);
        const std::string before = document.text();
        goBehind(*edit, "jitter: full");
        QTest::keyClicks(edit, "y");
        QTRY_VERIFY(message(*edit).contains("Line "));
        QVERIFY2(message(*edit).contains("jitter"), qPrintable(message(*edit)));
        QCOMPARE(document.text(), before);
        QVERIFY(document.dirty() && window->isWindowModified()); // it is work, and not saved
        // An edit elsewhere does not take away what is being typed.
        QVERIFY(!document.set("seed", "9", {"seed 9"}));
        QVERIFY(edit->toPlainText().contains("fully"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->toPlainText().toStdString(), document.text());
        QVERIFY(message(*edit).isEmpty());
        QVERIFY(!document.draft());
    }

    void junk_that_is_pasted_is_not_taken_and_escape_gives_the_text_back_data() {
        QTest::addColumn<QString>("junk");
        QTest::newRow("no scenario") << QString("hello: world\n- and\n\tmore");
        QTest::newRow("control characters") << QString::fromUtf8("\x01\x1b[31m");
        QTest::newRow("ten megabytes of lines") << QString("x: 123456789\n").repeated((10 << 20) / 13);
    }
    void junk_that_is_pasted_is_not_taken_and_escape_gives_the_text_back() {
        QFETCH(QString, junk);
        auto window = openLab();
        QVERIFY(window);
        ScenarioDocument &document = window->session().document();
        const std::string before = document.text();
        auto *edit = openText(*window);
        edit->selectAll();
        QApplication::clipboard()->setText(junk);
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(message(*edit).contains("Not taken yet"));
        QVERIFY2(message(*edit).size() < 600, qPrintable(message(*edit)));
        QCOMPARE(document.text(), before);
        QVERIFY(!QApplication::activeModalWidget());
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->toPlainText().toStdString(), before);
    }

    /// What the editors show of a scenario can be written back as it is: a path that the file does not know, or a value that
    /// it does not take, would be refused.
    void every_number_of_the_editors_can_be_set_to_what_it_is() {
        ScenarioDocument document;
        QVERIFY(document.open(kReceipts));
        const std::string policy = "policies." + document.scenario().policies[0].name;
        const std::pair<const char *, const char *> parts[] = {
            {".budget", "finagle"}, {".budget", "envoy"}, {".budget", "grpc"}, {".budget", "google_sre"},
            {".budget", "botocore"}, {".budget", "smithy_2026"}, {".budget", "{failure_rate: {threshold: 10%}}"},
            {".budget", "{per_call_bucket: {capacity: 5}}"}, {".bulkhead", "{concurrency: 5, max_wait: 1s}"},
            {".rate_limiter", "{rate: 5/s}"}, {".hedge", "{after: 100ms}"}, {".hedge", "{after_quantile: 95%}"}};
        int numbers = 0, choices = 0;
        for (const auto &[path, value] : parts) {
            const auto refused = document.set(QString::fromStdString(policy + path), value, {"part"});
            QVERIFY2(!refused, qPrintable(refused.value_or("")));
            QList<FieldGroup> groups = scenarioFields(document.scenario());
            for (const LegTab &leg : legTabs(document.scenario())) groups << policyFields(document.scenario(), leg);
            for (const FieldGroup &group : groups) {
                for (const Field &field : group.fields) {
                    const auto *number = std::get_if<NumberField>(&field);
                    const auto now = number ? number->read(document.scenario()) : std::nullopt;
                    if (now) {
                        const auto no = document.set(number->path, yamlText(number->unit, *now), {"same"});
                        QVERIFY2(!no, qPrintable(number->path + ": " + no.value_or("")));
                        QCOMPARE(number->read(document.scenario()).value_or(-1), *now);
                        ++numbers;
                    }
                    if (const auto *choice = std::get_if<ChoiceField>(&field)) {
                        const int chosen = choice->read(document.scenario());
                        if (chosen < 0 || group.title == "Breaker" || choice->label == "preset") continue;
                        QVERIFY2(!document.apply(choice->options[chosen].changes, {"same"}), qPrintable(choice->label));
                        QCOMPARE(choice->read(document.scenario()), chosen);
                        ++choices;
                    }
                }
            }
        }
        QVERIFY(numbers > 300);
        QVERIFY(choices > 100);
    }

    void every_switch_of_the_editors_does_what_it_says() {
        ScenarioDocument document;
        QVERIFY(document.open(kReceipts));
        QList<FieldGroup> groups = scenarioFields(document.scenario());
        for (const LegTab &leg : legTabs(document.scenario())) groups << policyFields(document.scenario(), leg);
        int switched = 0;
        const auto tryOut = [&](const ToggleField &toggle) {
            const bool was = toggle.read(document.scenario());
            if (document.apply(was ? toggle.off : toggle.on, {"switch"})) return; // such a one cannot be alone
            QVERIFY2(toggle.read(document.scenario()) != was, qPrintable(toggle.label));
            document.undoStack().undo();
            QCOMPARE(toggle.read(document.scenario()), was);
            ++switched;
        };
        for (const FieldGroup &group : groups) {
            if (group.toggle) tryOut(*group.toggle);
            for (const Field &field : group.fields) {
                if (const auto *toggle = std::get_if<ToggleField>(&field)) tryOut(*toggle);
            }
        }
        QVERIFY2(switched > 40, qPrintable(QString::number(switched)));
    }
};

QTEST_MAIN(TextPaneTest)
#include "text_pane_test.moc"
