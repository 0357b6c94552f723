// SPDX-License-Identifier: GPL-3.0-or-later
// What editors say about the document, against the document itself.
#include <QDir>
#include <QTest>

#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

using namespace halfopen;

namespace {

QList<Field> allFields(const Scenario &scenario) {
    QList<Field> fields;
    for (const FieldGroup &group : scenarioFields(scenario))
        fields << group.fields;
    for (const LegTab &tab : legTabs(scenario)) {
        for (const FieldGroup &group : policyFields(scenario, tab)) {
            fields << group.fields;
            if (group.toggle) fields << *group.toggle;
        }
    }
    return fields;
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
                    QVERIFY2(!refused, qPrintable(choice->label + ": " + refused.value_or(QString())));
                    QCOMPARE(choice->read(document.scenario()), option);
                    if (document.undoStack().canUndo()) document.undoStack().undo();
                }
            }
            if (const auto *toggle = std::get_if<ToggleField>(&field)) {
                const bool was = toggle->read(document.scenario());
                const auto refused = document.apply(was ? toggle->off : toggle->on, {toggle->label});
                QVERIFY2(!refused, qPrintable(toggle->label + ": " + refused.value_or(QString())));
                QCOMPARE(toggle->read(document.scenario()), !was);
                QVERIFY(!document.apply(was ? toggle->on : toggle->off, {toggle->label}));
                QCOMPARE(toggle->read(document.scenario()), was);
                while (document.undoStack().canUndo())
                    document.undoStack().undo();
            }
        }
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
    }
};

QTEST_MAIN(FieldsTest)
#include "fields_test.moc"
