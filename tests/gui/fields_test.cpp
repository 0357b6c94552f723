// SPDX-License-Identifier: GPL-3.0-or-later
// What editors say about the document, against the document itself.
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "engine/files/scenario_reference.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/key_row.h"
#include "ui/editors/key_text.h"
#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

using namespace halfopen;

namespace {

QList<FieldGroup> allGroups(const Scenario &scenario) {
    QList<FieldGroup> groups = scenarioFields(scenario);
    for (const LegTab &tab : legTabs(scenario)) groups << policyFields(scenario, tab);
    return groups;
}

QList<Field> allFields(const Scenario &scenario) {
    QList<Field> fields;
    for (const FieldGroup &group : allGroups(scenario)) {
        fields << group.fields << group.more;
        if (group.toggle) fields << *group.toggle;
    }
    return fields;
}

QList<FieldAction> allActions(const Scenario &scenario) {
    QList<FieldAction> actions;
    for (const FieldGroup &group : allGroups(scenario)) {
        actions << group.add << group.actions;
        for (const Field &field : group.fields + group.more) {
            if (const auto *row = std::get_if<ActionField>(&field)) actions << row->actions;
        }
    }
    return actions;
}

/// Everything at once: the example of the reference.
QString wholeExample(const QTemporaryDir &folder) {
    std::string text;
    for (const ReferenceSection &section : reference_sections()) text += section.example;
    QFile file(folder.filePath("whole.scenario.yaml"));
    if (file.open(QIODevice::WriteOnly)) file.write(QByteArray::fromStdString(text));
    return file.fileName();
}

QStringList commentsOf(const std::string &text) {
    QStringList comments;
    for (const QString &line : QString::fromStdString(text).split('\n')) {
        if (const auto at = line.indexOf('#'); at >= 0) comments << line.mid(at);
    }
    comments.sort();
    return comments;
}

} // namespace

class FieldsTest : public QObject {
    Q_OBJECT

private slots:
    void every_number_writes_back_what_it_shows_data() { files(); }
    void every_number_writes_back_what_it_shows() {
        QFETCH(QString, file);
        ScenarioDocument document;
        QVERIFY(document.open(file));
        const Scenario before = document.scenario();
        int numbers = 0;
        for (const Field &field : allFields(before)) {
            const auto *number = std::get_if<NumberField>(&field);
            const auto value = number ? number->read(document.scenario()) : std::nullopt;
            if (!value) continue;
            ++numbers;
            const QString shown = shownText(number->unit, *value);
            const auto typed = typedValue(number->unit, shown, *value);
            QVERIFY2(typed && qFuzzyCompare(*typed + 1, *value + 1), qPrintable(number->path + " shows " + shown));
            const auto refused = document.set(number->path, yamlText(number->unit, *value), {number->label});
            QVERIFY2(!refused, qPrintable(number->path + ": " + refused.value_or(QString())));
            QCOMPARE(number->read(document.scenario()), value);
            // A failure kind that the file leaves out is shown as 0 and written as 0.
            QVERIFY2(*value == 0.0 || document.scenario() == before, qPrintable(number->path));
            while (document.undoStack().canUndo())
                document.undoStack().undo();
        }
        QVERIFY(numbers > 8);
    }
    void every_choice_and_switch_is_accepted_and_then_shown_data() { files(); }
    void every_choice_and_switch_is_accepted_and_then_shown() {
        QFETCH(QString, file);
        ScenarioDocument document;
        QVERIFY(document.open(file));
        for (const Field &field : allFields(document.scenario())) {
            if (const auto *choice = std::get_if<ChoiceField>(&field)) {
                for (int option = 0; option < choice->options.size(); ++option) {
                    const auto refused = document.apply(choice->options[option].changes, {choice->label});
                    // Where everything hangs together, something may stand in the way: a timed edit, a circle of calls.
                    if (refused && file.contains("whole") && !refused->isEmpty()) continue;
                    QVERIFY2(!refused, qPrintable(choice->label + ": " + refused.value_or(QString())));
                    const bool adds = choice->path.endsWith('+'); // one more of something: then it is a choice no longer
                    QVERIFY(!adds || document.undoStack().count() == 1);
                    QCOMPARE(choice->read(document.scenario()), adds ? -1 : option);
                    if (document.undoStack().canUndo()) document.undoStack().undo();
                }
            }
            if (const auto *toggle = std::get_if<ToggleField>(&field)) {
                const bool was = toggle->read(document.scenario());
                const auto refused = document.apply(was ? toggle->off : toggle->on, {toggle->label});
                if (refused && file.contains("whole") && !refused->isEmpty()) continue;
                QVERIFY2(!refused, qPrintable(toggle->label + ": " + refused.value_or(QString())));
                QCOMPARE(toggle->read(document.scenario()), !was);
                QVERIFY(!document.apply(was ? toggle->on : toggle->off, {toggle->label}));
                QCOMPARE(toggle->read(document.scenario()), was);
                while (document.undoStack().canUndo())
                    document.undoStack().undo();
            }
        }
    }
    void every_action_is_one_step_that_undo_takes_back_byte_for_byte_data() { files(); }
    void every_action_is_one_step_that_undo_takes_back_byte_for_byte() {
        QFETCH(QString, file);
        ScenarioDocument document;
        QVERIFY(document.open(file));
        const std::string before = document.text();
        const QStringList comments = commentsOf(before);
        int done = 0, refused = 0;
        for (const FieldAction &action : allActions(document.scenario())) {
            const auto why = perform(action, document);
            QCOMPARE(document.undoStack().count(), why ? 0 : 1);
            if (why) {
                QVERIFY2(!why->isEmpty(), qPrintable(action.step));
                ++refused;
                continue;
            }
            ++done;
            QVERIFY2(!action.step.isEmpty() && document.undoStack().undoText() == action.step, qPrintable(action.text));
            // What is taken out goes with the comments in it; everything else keeps them.
            const bool takesOut = action.step.startsWith("remove");
            const QStringList now = commentsOf(document.text());
            for (const QString &comment : comments) QVERIFY2(takesOut || now.contains(comment), qPrintable(action.step + ": " + comment));
            document.undoStack().undo();
            QCOMPARE(document.text(), before);
            document.undoStack().clear();
        }
        QVERIFY2(done > 20 && refused > 1, qPrintable(QString("%1 done, %2 refused").arg(done).arg(refused)));
    }
    void every_row_of_an_editor_has_a_name_of_its_own_data() { files(); }
    void every_row_of_an_editor_has_a_name_of_its_own() {
        QFETCH(QString, file);
        ScenarioDocument document;
        QVERIFY(document.open(file));
        const auto check = [](const QList<FieldGroup> &groups) {
            QSet<QString> names;
            for (const FieldGroup &group : groups) {
                for (const Field &field : group.fields + group.more) {
                    const QString name = rowName(field);
                    if (!name.isEmpty() && names.contains(name)) return name;
                    names << name;
                }
            }
            return QString();
        };
        QCOMPARE(check(scenarioFields(document.scenario())), QString());
        for (const LegTab &tab : legTabs(document.scenario())) QCOMPARE(check(policyFields(document.scenario(), tab)), QString());
    }
    void every_key_writes_back_what_it_shows_data() { files(); }
    void every_key_writes_back_what_it_shows() {
        QFETCH(QString, file);
        ScenarioDocument document;
        QVERIFY(document.open(file));
        const Scenario before = document.scenario();
        int keys = 0;
        for (const Field &field : allFields(before)) {
            const auto *key = std::get_if<KeyField>(&field);
            const auto written = key ? document.written(key->path) : std::nullopt;
            if (!written) continue;
            ++keys;
            const KeyDoc *doc = keyAt(key->path);
            QVERIFY2(doc, qPrintable(key->path));
            const KeyText text = keyText(doc, shownKeyText(*doc, *written));
            QVERIFY2(text.trouble.isEmpty(), qPrintable(key->path + ": " + text.trouble));
            const auto refused = key->write ? document.apply(key->write(text.yaml), {key->path}) : document.set(key->path, text.yaml, {key->path});
            QVERIFY2(!refused, qPrintable(key->path + ": " + refused.value_or(QString())));
            QVERIFY2(document.scenario() == before, qPrintable(key->path + " = " + text.yaml));
            while (document.undoStack().canUndo()) document.undoStack().undo();
        }
        QVERIFY(keys >= 2);
    }
    void a_wrong_unit_is_told_by_its_name_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        const auto row = [](Unit unit, const char *typed, const char *told) { QTest::addRow("%d %s", int(unit), typed) << int(unit) << QString(typed) << QString(told); };
        row(Unit::seconds, "50%", "This is a share.");
        row(Unit::seconds, "5/s", "This is a rate.");
        row(Unit::share, "5 s", "This is a duration.");
        row(Unit::whole, "2 min", "This is a duration.");
        row(Unit::whole, "2.5", "This is no whole number.");
        row(Unit::seconds, "1,500 ms", "A comma before three digits");
        row(Unit::usd, "1,000", "A comma before three digits");
        row(Unit::seconds, "soon", "Expected a duration");
    }
    void a_wrong_unit_is_told_by_its_name() {
        QFETCH(int, unit);
        QFETCH(QString, typed);
        QFETCH(QString, told);
        QVERIFY(!typedValue(static_cast<Unit>(unit), typed, 1.0));
        const QString trouble = typingTrouble(static_cast<Unit>(unit), typed);
        QVERIFY2(trouble.startsWith(told), qPrintable(trouble));
        QVERIFY(trouble.contains("Expected "));
    }
    void quantities_are_read_as_people_type_them_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("like");
        QTest::addColumn<std::optional<double>>("value");
        const auto row = [](Unit unit, const char *typed, double like, std::optional<double> value) {
            QTest::newRow(typed) << int(unit) << QString(typed) << like << value;
        };
        row(Unit::seconds, "250 ms", 1.0, 0.25);
        row(Unit::seconds, "250ms", 60.0, 0.25);
        row(Unit::seconds, "2 min", 60.0, 120.0);
        row(Unit::seconds, "3", 60.0, 3.0);
        row(Unit::seconds, "300", 0.1, 0.3);   // shown in ms
        row(Unit::seconds, "2", 600.0, 120.0); // shown in min
        row(Unit::seconds, "1,5 s", 1.0, 1.5);
        row(Unit::seconds, "5 µs", 1.0, 5e-6);
        row(Unit::seconds, "soon", 1.0, std::nullopt);
        row(Unit::seconds, "5 sec", 1.0, 5.0);
        row(Unit::seconds, "5 seconds", 60.0, 5.0);
        row(Unit::seconds, "0,5 s", 1.0, 0.5);
        row(Unit::seconds, "0,125 s", 1.0, 0.125);
        row(Unit::seconds, "3 m", 1.0, 180.0);
        row(Unit::seconds, "1,500 s", 1.0, std::nullopt);
        row(Unit::seconds, "250 msec", 1.0, 0.25);
        row(Unit::share, "50 percent", 1.0, 0.5);
        row(Unit::share, "50%", 1.0, 0.5);
        row(Unit::seconds, "", 1.0, std::nullopt);
        row(Unit::share, "7.5 %", 0.1, 0.075);
        row(Unit::share, "7.5", 0.1, 0.075);
        row(Unit::perSecond, "300/min", 1.0, 5.0);
        row(Unit::perSecond, "5 /s", 1.0, 5.0);
        row(Unit::usd, "$0.10", 1.0, 0.1);
        row(Unit::factor, "2 ×", 1.0, 2.0);
        row(Unit::whole, "5  = 4 retries", 1.0, 5.0);
        row(Unit::whole, "5.5", 1.0, std::nullopt);
        row(Unit::number, "nan", 1.0, std::nullopt);
        row(Unit::number, "1e999", 1.0, std::nullopt);
    }
    void quantities_are_read_as_people_type_them() {
        QFETCH(int, unit);
        QFETCH(QString, typed);
        QFETCH(double, like);
        QFETCH(std::optional<double>, value);
        const auto got = typedValue(static_cast<Unit>(unit), typed, like);
        QCOMPARE(got.has_value(), value.has_value());
        if (value) QVERIFY(qFuzzyCompare(*got, *value));
    }

private:
    static void files() {
        QTest::addColumn<QString>("file");
        for (const QString &name : QDir(":/scenarios").entryList())
            QTest::newRow(qPrintable(name)) << ":/scenarios/" + name;
        static const QTemporaryDir folder;
        QTest::newRow("everything") << wholeExample(folder);
    }
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
