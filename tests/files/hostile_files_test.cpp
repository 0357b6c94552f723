// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document.h"
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QElapsedTimer>
#include <QTest>

using namespace halfopen;

namespace {

std::string times(const std::string &text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

std::string alias_bomb() {
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 1; k < 10; ++k)
            text += ", " + before;
        text += "]\n";
    }
    return text;
}

/// Each alias is one level deeper than the one before, though the text is flat.
std::string alias_ladder() {
    std::string text = "a0: &a0 [x]\n";
    for (int i = 1; i < 5000; ++i) {
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
    }
    return text;
}

std::string many_keys(int count, bool same) {
    std::string text = "halfopen: 1\n";
    for (int i = 0; i < count; ++i)
        text += (same ? std::string("seed") : "k" + std::to_string(i)) + ": 1\n";
    return text;
}

template <class Row>
void add_rows_of_odd_texts(const Row &row) {
    row("two documents", "halfopen: 1\n---\nhalfopen: 1\n", "3:1: a second YAML document begins here");
    row("a tag", "halfopen: !!python/object 1\n", "1:11: a tag such as");
    row("a list as a key", "[a, b]: 1\nhalfopen: 1\n", "1:1: a key must be a plain word");
    row("a map as a key", "? {a: 1}\n: 2\nhalfopen: 1\n", "a key must be a plain word");
    row("a NUL", std::string("a: 1\0b", 6), "1:5: not a text file: control character 0x00");
    row("an escape character", "a: \x1b[31m", "1:4: not a text file: control character 0x1b");
    row("binary junk", "\x89PNG\r\n\x1a\n", "1:1: not a text file: byte 0x89 is not valid UTF-8");
    row("UTF-16",
        std::string("\xff\xfe"
                    "a\0:\0",
                    6),
        "1:1: not a text file: byte 0xff is not valid UTF-8");
    row("invalid UTF-8", "halfopen: 1\nname: caf\xe9\n", "2:10: not a text file: byte 0xe9 is not valid UTF-8");
    row("overlong UTF-8", "a: \xc0\xaf", "1:4: not a text file: byte 0xc0");
    row("a surrogate", "a: \xed\xa0\x80", "1:4: not a text file: byte 0xed");
    row("a lone carriage return", "a: 1\rb: 2", "1:5: a carriage return without a line feed");
    row("an open quote", "halfopen: 1\nname: \"never closed\nseed: 1\n",
        "2:7: the quotes that open here are never closed");
    row("an open single quote", "halfopen: 1\nname: &a 'it''s open\n",
        "2:7: the quotes that open here are never closed");
    row("an open bracket", "halfopen: 1\nname: [a, b\n", "not valid YAML");
    row("a tabulator as indentation", "a:\n\tb: 1\n", "2:");
    row("a colon in a text", "halfopen: 1\nname: Lesson: retries\n",
        "2:13: a colon and a space stand where no key may begin");
    row("bad indentation", "halfopen: 1\nservices:\n    a:\n  b:\n c:\n",
        "4:3: this line does not fit its surroundings");
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class HostileFilesTest : public QObject {
    Q_OBJECT

private slots:
    void is_answered_with_one_clear_message_in_time_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("message"); // the first issue contains this
        const auto row = [](const char *name, const std::string &text, const char *message) {
            QTest::newRow(name) << text << QString::fromUtf8(message);
        };
        row("empty", "", "the file is empty; expected a scenario, which begins with halfopen: 1");
        row("comments only", "# nothing\n\n", "the file is empty");
        row("a list", "- a\n- b\n", "1:1: the file is a list; expected a scenario");
        row("a word", "hello", "1:1: the file is \"hello\"; expected a scenario");
        row("flow brackets", times("[", 60'000), "nested deeper than 64 levels");
        row("flow brackets on many lines", times("[\n", 100'000), "nested deeper than 64 levels");
        row("flow maps", times("{a: ", 60'000 / 4), "nested deeper than 64 levels");
        row("closed flow brackets", times("[", 3000) + times("]", 3000), "nested deeper than 64 levels");
        row("dashes", times("- ", 30'000), "nested deeper than 64 levels");
        row("question marks", times("? ", 30'000), "nested deeper than 64 levels");
        std::string deep;
        for (int i = 0; i < 300; ++i)
            deep += times(" ", i) + "a:\n";
        row("indentation", deep, "nested deeper than 64 levels");
        row("an alias bomb", alias_bomb(), "more than 100000 values in one file");
        row("an alias ladder", alias_ladder(), "nested deeper than 64 levels");
        row("an alias in itself", "a: &a [1, *a]\n", "an alias may not stand inside what it refers to");
        row("an unknown alias", "a: *nobody\n", "1:4: not valid YAML");
        row("very many keys", many_keys(150'000, false), "more than 100000 values in one file");
        row("very many equal keys", many_keys(40'000, true),
            "3:1: duplicate key \"seed\"; it stands in line 2 already");
        row("very many items on one line", "halfopen: 1\na: [" + times("1,", 30'000) + "1]", "unknown key \"a\"");
        row("very many items on many lines", "a: [" + times("1,\n", 1'000'000) + "1]",
            "more than 100000 values in one file");
        row("a long line", "a: " + times("x", 70'000), "a line may be 65536 bytes long at most");
        row("too large", times("# a comment that says little\n", 150'000),
            "the file is 4350000 bytes long; a scenario may be 4194304 at most");
        row("large but harmless", "halfopen: 1\n" + times("# a comment that says little\n", 140'000), "workload");
        add_rows_of_odd_texts(row);
    }
    void is_answered_with_one_clear_message_in_time() {
        QFETCH(std::string, text);
        QFETCH(QString, message);
        QElapsedTimer timer;
        timer.start();
        const Result<Scenario> scenario = read_scenario(text);
        const qint64 elapsed_ms = timer.elapsed();
        QVERIFY(!scenario.ok());
        QCOMPARE(int(scenario.failure().kind), int(Failure::Kind::bad_input));
        const QString first = QString::fromStdString(describe(scenario.failure().issues.front(), ""));
        QVERIFY2(first.contains(message), qPrintable(first));
        QVERIFY(scenario.failure().issues.size() <= 101);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
        QVERIFY2(elapsed_ms < 8000, qPrintable(QString::number(elapsed_ms)));
#else
        QVERIFY2(elapsed_ms < 1000, qPrintable(QString::number(elapsed_ms)));
#endif
    }

    void hostile_numbers_are_refused_where_they_stand_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char *number : {"nan", ".nan", "inf", "-inf", ".inf", "1e308", "-1", "18446744073709551616", "1e999",
                                   "99999999999999999999999999999999999999999", "0x7fffffff", "1_000", "12abc"}) {
            QTest::addRow("attempts %s", number) << "max_attempts: 3" << QString("max_attempts: ") + number;
            QTest::addRow("cost %s", number) << "cost: 0.10" << QString("cost: ") + number;
            QTest::addRow("share %s", number) << "timeout: 5%" << QString("timeout: ") + number;
            QTest::addRow("duration %s", number) << "latency: 100ms" << QString("latency: ") + number + "s";
            QTest::addRow("length %s", number) << "duration: 10s" << QString("duration: ") + number + "s";
            QTest::addRow("rate %s", number) << "poisson: 5/s" << QString("poisson: ") + number + "/s";
            QTest::addRow("seed %s", number) << "seed: 7" << QString("seed: ") + number;
        }
        QTest::newRow("attempts of 64 bits") << "max_attempts: 3" << "max_attempts: 9223372036854775808";
    }
    void hostile_numbers_are_refused_where_they_stand() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::string text = replaced(kSmallScenario, from.toStdString(), to.toStdString());
        const Result<Scenario> scenario = read_scenario(text);
        QVERIFY(!scenario.ok());
        QCOMPARE(scenario.failure().issues.size(), std::size_t{1});
        const Issue &issue = scenario.failure().issues.front();
        QVERIFY(issue.at.line > 0);
        QVERIFY2(issue.message.starts_with("expected "), issue.message.c_str());
    }

    void a_scenario_that_cannot_be_simulated_in_any_time_is_refused() {
        const std::string text =
            replaced(replaced(kSmallScenario, "duration: 10s", "duration: 1000000000s"), "5/s", "1000000000/s");
        const Result<Scenario> scenario = read_scenario(text);
        QVERIFY(!scenario.ok());
        QVERIFY2(messages_of(scenario.failure()).contains("requests"), qPrintable(messages_of(scenario.failure())));
    }

    void a_byte_order_mark_and_windows_line_ends_are_welcome() {
        std::string text = "\xef\xbb\xbf" + kSmallScenario;
        std::string windows;
        for (const char c : text)
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const Result<Scenario> scenario = read_scenario(windows);
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
        QCOMPARE(scenario.value(), read_scenario(kSmallScenario).value());
        const Result<Scenario> bad = read_scenario(replaced(windows, "halfopen: 1", "halfopen: one"));
        QCOMPARE(bad.failure().issues.front().at, (Position{1, 11}));
    }
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "hostile_files_test.moc"
