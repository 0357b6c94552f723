// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document.h"
#include "engine/files/document_path.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_text.h"
#include "tests/files/document_paths.h"
#include "tests/files/scenario_texts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace halfopen;

namespace {

QString set(const std::string &text, const std::string &path, const std::string &value) {
    const Result<std::string> changed = set_in_text(text, path, value);
    return changed ? QString::fromStdString(changed.value()) : "FAILED " + messages_of(changed.failure());
}

QString removed(const std::string &text, const std::string &path) {
    const Result<std::string> changed = remove_from_text(text, path);
    return changed ? QString::fromStdString(changed.value()) : "FAILED " + messages_of(changed.failure());
}

qsizetype comments_in(const std::string &text) { return QString::fromStdString(text).count('#'); }

constexpr const char *kLayout = R"(# head
a: 1        # the a
b:          # the b
  c: [x, y] # list
  d: {e: 2s, f: "q, r"}   # map

  # between
  g: |
    several
    lines
list:
  - one
  - two: 2
    three: 3 # three
  - {four: 4}
short: tutorial
empty:
plain words: goes on
  over lines
last: 'it''s' # end
)";

} // namespace

class ScenarioTextTest : public QObject {
    Q_OBJECT

private slots:
    void a_value_is_set_and_nothing_else_changes_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("from"); // the part of the text that changes
        QTest::addColumn<QString>("to");
        const auto row = [](const char *path, const char *value, const char *from, const char *to) {
            QTest::addRow("%s = %s", path, value) << path << value << from << to;
        };
        row("a", "2", "a: 1        # the a", "a: 2        # the a");
        row("a", "a longer value", "a: 1        # the a", "a: a longer value        # the a");
        row("b.c", "[z]", "[x, y] # list", "[z] # list");
        row("b.c[1]", "w", "[x, y]", "[x, w]");
        row("b.c[2]", "z", "[x, y]", "[x, y, z]");
        row("b.d.e", "250ms", "{e: 2s,", "{e: 250ms,");
        row("b.d.f", "plain", "f: \"q, r\"}", "f: plain}");
        row("b.d.f", "with, comma", "f: \"q, r\"}", "f: \"with, comma\"}");
        row("b.d.new", "1", "f: \"q, r\"}", "f: \"q, r\", new: 1}");
        row("b.d.deep.er", "1", "f: \"q, r\"}", "f: \"q, r\", deep: {er: 1}}");
        row("b.g", "short", "g: |\n    several\n    lines\n", "g: short\n");
        row("b.h", "new", "    lines\n", "    lines\n  h: new\n");
        row("b.h.i", "new", "    lines\n", "    lines\n  h: {i: new}\n");
        row("list[0]", "uno", "- one", "- uno");
        row("list[1].three", "drei", "three: 3 # three", "three: drei # three");
        row("list[1].five", "5", "three: 3 # three\n", "three: 3 # three\n    five: 5\n");
        row("list[2].four", "vier", "{four: 4}", "{four: vier}");
        row("list[2].five", "5", "{four: 4}", "{four: 4, five: 5}");
        row("list[3]", "{six: 6}", "  - {four: 4}\n", "  - {four: 4}\n  - {six: 6}\n");
        row("empty", "full", "empty:\n", "empty: full\n");
        row("empty.a.b", "1", "empty:\n", "empty: {a: {b: 1}}\n");
        row("plain words", "one line", "goes on\n  over lines", "one line");
        row("last", "\"double\"", "'it''s' # end", "\"double\" # end");
        row("b", "flat",
            "b:          # the b\n  c: [x, y] # list\n  d: {e: 2s, f: \"q, r\"}   # map\n\n  # between\n  g: "
            "|\n    several\n    lines\n",
            "b: flat          # the b\n");
        row("brand.new", "1", "last: 'it''s' # end\n", "last: 'it''s' # end\nbrand: {new: 1}\n");
        row("list", "[]", "list:\n  - one\n  - two: 2\n    three: 3 # three\n  - {four: 4}\n", "list: []\n");
        row("b.c", "- z", "c: [x, y] # list\n", "c: # list\n    - z\n");
        row("b.d", "x: 1\ny: 2", "d: {e: 2s, f: \"q, r\"}   # map\n", "d:   # map\n    x: 1\n    y: 2\n");
    }
    void a_value_is_set_and_nothing_else_changes() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString expected = QString(kLayout).replace(QString(kLayout).indexOf(from), from.size(), to);
        QCOMPARE(set(kLayout, path.toStdString(), value.toStdString()), expected);
    }

    void a_short_form_is_spelt_out_when_a_field_below_it_is_set() {
        const auto changed = [](const char *path, const char *value) { return set(kSmallScenario, path, value); };
        QVERIFY(changed("policies.careful.breaker.open_for", "10s")
                    .contains("breaker: {preset: tutorial, open_for: 10s}\n"));
        QVERIFY(changed("policies.careful.breaker.preset", "tutorial_code").contains("breaker: tutorial_code\n"));
        QVERIFY(changed("policies.careful.timeout.growth", "2").contains("timeout: {after: 1s, growth: 2}\n"));
        QVERIFY(changed("services.api.failures.network", "1%").contains("failures: {timeout: 5%, network: 1%}\n"));
        QVERIFY(changed("workloads[0].arrivals.poisson", "7/s").contains("{poisson: 7/s}}\n"));
        QVERIFY(changed("faults[0].at", "4s").contains("at: 4s, for: 3s"));
        QVERIFY(changed("policies.careful.bulkhead.concurrency", "5")
                    .contains("breaker: tutorial\n    bulkhead: {concurrency: 5}\noperations:"));
        QCOMPARE(set("chain:\n  - a\n", "chain[0]", "b"), QString("chain:\n  - b\n"));
        QCOMPARE(QString::fromStdString(get_from_text(kSmallScenario, "policies.careful.breaker.preset")),
                 QString("tutorial"));
        QCOMPARE(QString::fromStdString(get_from_text(kSmallScenario, "policies.careful.timeout.after")),
                 QString("1s"));
    }

    void what_cannot_be_edited_alone_is_refused() {
        QVERIFY(set("a: &x 1\nb: *x\n", "a", "2")
                    .startsWith("FAILED a: it cannot be edited without changing something else"));
        QVERIFY(set("a: &x {c: 1}\nb: *x\n", "b.c", "2").startsWith("FAILED b.c: it stands in an alias"));
        QCOMPARE(set("a: &x 1\nb: *x\n", "b", "2"), QString("a: &x 1\nb: 2\n"));
        QVERIFY(set("a: 1\n", "a.b", "2").startsWith("FAILED a.b: a is a single value"));
        QVERIFY(set("a: [1]\n", "a[3]", "2").startsWith("FAILED a[3]: a is a list and has no \"[3]\""));
        QVERIFY(set("a: [1\n", "a", "2").startsWith("FAILED"));
        QVERIFY(set("a: 1\n", "", "2").startsWith("FAILED : not a path") ||
                set("a: 1\n", "", "2").startsWith("FAILED not a path"));
        QVERIFY(set("a: 1\n", "a..b", "2").startsWith("FAILED"));
        QVERIFY(set("a: 1\n", "a", "[2").startsWith("FAILED a: not a value"));
        QVERIFY(set("a: {b: 1}\n", "a.b", "x: 1\ny: 2").startsWith("FAILED"));
    }

    void entries_are_removed_with_their_line_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *path, const char *from, const char *to) {
            QTest::addRow("%s", path) << path << from << to;
        };
        row("a", "a: 1        # the a\n", "");
        row("b.c", "  c: [x, y] # list\n", "");
        row("b.c[0]", "[x, y]", "[y]");
        row("b.c[1]", "[x, y]", "[x]");
        row("b.d.e", "{e: 2s, f: \"q, r\"}", "{f: \"q, r\"}");
        row("b.d.f", "{e: 2s, f: \"q, r\"}", "{e: 2s}");
        row("b.g", "  g: |\n    several\n    lines\n", "");
        row("list[0]", "  - one\n", "");
        row("list[1]", "  - two: 2\n    three: 3 # three\n", "");
        row("list[1].two", "- two: 2\n    three: 3", "- three: 3");
        row("list[1].three", "    three: 3 # three\n", "");
        row("list[2].four", "{four: 4}", "{}");
        row("empty", "empty:\n", "");
        row("plain words", "plain words: goes on\n  over lines\n", "");
        row("last", "last: 'it''s' # end\n", "");
    }
    void entries_are_removed_with_their_line() {
        QFETCH(QString, path);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString expected = QString(kLayout).replace(QString(kLayout).indexOf(from), from.size(), to);
        QCOMPARE(removed(kLayout, path.toStdString()), expected);
    }

    void the_last_entry_leaves_an_empty_map_or_list() {
        QCOMPARE(removed("a:\n  b: 1 # one\nc: 2\n", "a.b"), QString("a:\n  {} # one\nc: 2\n"));
        QCOMPARE(removed("a: [1]\n", "a[0]"), QString("a: []\n"));
        QCOMPARE(removed("a: 1\n", "a"), QString("{}\n"));
        QVERIFY(removed("a: 1\n", "b").startsWith("FAILED b: there is nothing to remove"));
    }

    void windows_line_ends_and_a_byte_order_mark_are_kept() {
        QCOMPARE(set_in_text("\xef\xbb\xbf"
                             "a: 1\r\nb:\r\n  c: 2\r\n",
                             "b.d", "3")
                     .value(),
                 std::string("\xef\xbb\xbf"
                             "a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n"));
        QCOMPARE(set("a: 1\r\nb: 2", "a", "x").toUtf8(), QByteArray("a: x\r\nb: 2"));
        QCOMPARE(removed("a: 1\r\nb: 2\r\n", "a").toUtf8(), QByteArray("b: 2\r\n"));
        QCOMPARE(set("", "a.b", "1"), QString("a: {b: 1}\n"));
        QCOMPARE(set("# only a comment", "a", "1"), QString("# only a comment\na: 1\n"));
        QCOMPARE(set("{\"a\": {\"b\": 1},\n \"c\": [1,2]}\n", "a.b", "2"),
                 QString("{\"a\": {\"b\": 2},\n \"c\": [1,2]}\n"));
        QCOMPARE(set("{\"a\": {\"b\": 1},\n \"c\": [1,2]}\n", "c[2]", "3"),
                 QString("{\"a\": {\"b\": 1},\n \"c\": [1,2, 3]}\n"));
    }

    void every_value_of_every_shipped_scenario_can_be_set_and_removed_data() {
        QTest::addColumn<QString>("file");
        const QDir directory(HALFOPEN_SOURCE_DIR "/resources/scenarios");
        const QStringList files = directory.entryList({"*.scenario.yaml"});
        QVERIFY(files.size() >= 9);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << directory.filePath(file);
        QTest::newRow("layout") << QString();
    }
    void every_value_of_every_shipped_scenario_can_be_set_and_removed() {
        QFETCH(QString, file);
        const std::string text = file.isEmpty() ? std::string(kLayout) : file_text(file);
        for (const auto &[path, node] : paths_of(text)) {
            const std::string written = get_from_text(text, path);
            const bool flow = written.starts_with('{') || written.starts_with('[');
            if ((node->is_scalar() || flow) && written.find('\n') == std::string::npos) {
                QCOMPARE(set(text, path, written),
                         QString::fromStdString(text)); // setting what stands there changes nothing
            }
            const Result<std::string> changed = set_in_text(text, path, "something else");
            QVERIFY2(changed.ok(), changed.ok() ? "" : qPrintable(messages_of(changed.failure())));
            QCOMPARE(get_from_text(changed.value(), path), std::string("something else"));
            if (node->is_scalar()) QCOMPARE(comments_in(changed.value()), comments_in(text));
            if (node->is_scalar() && written.find('\n') == std::string::npos) {
                const Result<std::string> back = set_in_text(changed.value(), path, written);
                QVERIFY(back.ok());
                QCOMPARE(QString::fromStdString(back.value()), QString::fromStdString(text));
            }
            const Result<std::string> without = remove_from_text(text, path);
            QVERIFY2(without.ok(), without.ok() ? "" : qPrintable(messages_of(without.failure())));
            if (path.back() != ']') QCOMPARE(get_from_text(without.value(), path), std::string());
        }
    }

    void an_edit_is_fast_enough_for_a_hand_on_a_dial() {
        std::string text = kSmallScenario;
        while (std::count(text.begin(), text.end(), '\n') < 100)
            text += "# a comment\n";
        QElapsedTimer timer;
        timer.start();
        constexpr int kEdits = 50;
        for (int i = 0; i < kEdits; ++i) {
            const Result<std::string> changed =
                set_in_text(text, "policies.careful.breaker.open_for", std::to_string(10 + i) + "s");
            QVERIFY(changed.ok());
            text = changed.value();
        }
        const qint64 each_us = timer.nsecsElapsed() / 1000 / kEdits;
        qInfo("%lld us an edit", static_cast<long long>(each_us));
        QVERIFY2(each_us < 20'000, qPrintable(QString::number(each_us))); // a slow machine under a sanitizer
    }
};

QTEST_GUILESS_MAIN(ScenarioTextTest)
#include "scenario_text_test.moc"
