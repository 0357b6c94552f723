// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_reference.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

#include <QRegularExpression>
#include <QTest>

using namespace halfopen;

namespace {

QString page() { return QString::fromStdString(file_text(HALFOPEN_SOURCE_DIR "/resources/scenario-format.md")); }

/// The parts of the page that are marked as YAML; those below "In place of" are left to `variants`.
QStringList blocks(bool variants) {
    QStringList found;
    static const QRegularExpression fence("(In place of `[^`]+`:\n\n)?```yaml\n(.*?)```",
                                          QRegularExpression::DotMatchesEverythingOption);
    for (auto i = fence.globalMatch(page()); i.hasNext();) {
        const QRegularExpressionMatch match = i.next();
        if (match.captured(1).isEmpty() == !variants) found << match.captured(0);
    }
    return found;
}

std::string whole_example() {
    QString text;
    for (const QString &block : blocks(false))
        text += block.section("```", 1, 1).section('\n', 1);
    return text.toStdString();
}

} // namespace

/// The page is made from the reader's own tables, and what it shows can be loaded.
class ScenarioReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void the_page_is_what_the_tables_say() {
        const QString made = QString::fromStdString(scenario_reference_markdown());
        QVERIFY2(page() == made, "resources/scenario-format.md is out of date; write it again with\n"
                                 "    build/PRESET/bin/halfopen-cli keys --markdown > resources/scenario-format.md");
    }

    void every_key_stands_on_it_or_below_one_that_refers_to_it() {
        for (const KeyDoc &key : scenario_keys()) {
            const QString last = QString::fromStdString(key.path).section('.', -1);
            if (last.isEmpty() || last == "*" || last.endsWith("[]")) continue;
            QVERIFY2(
                page().contains(QRegularExpression("\\| `([^`]*\\.)?" + QRegularExpression::escape(last) + "` \\|")),
                key.path.c_str());
        }
    }

    void no_cell_breaks_its_table() {
        for (const QString &line : page().split('\n')) {
            if (!line.startsWith('|')) continue;
            QString plain = line;
            plain.remove("\\|");
            const qsizetype bars = plain.count('|');
            QVERIFY2(bars == 6 || bars == 3, qPrintable(line));
        }
    }

    void the_parts_of_the_example_are_one_scenario_that_runs() {
        const Result<Scenario> scenario = read_scenario(whole_example());
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
        QCOMPARE(scenario.value().edits.size(), std::size_t{2});
        QVERIFY(blocks(false).size() >= 9);
    }

    void each_variant_can_stand_in_its_place() {
        int count = 0;
        for (const QString &block : blocks(true)) {
            const std::string path = block.section('`', 1, 1).toStdString();
            for (const QString &line : block.split('\n')) {
                if (!line.startsWith("- ")) continue;
                ++count;
                // The edits of the example fit its own values only.
                const Result<Scenario> scenario =
                    read_scenario(whole_example(), {".", {path + "=" + line.mid(2).toStdString(), "edits=[]"}});
                QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(line + ": " + messages_of(scenario.failure())));
            }
        }
        QVERIFY(count >= 30);
    }
};

QTEST_GUILESS_MAIN(ScenarioReferenceTest)
#include "scenario_reference_test.moc"
