// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;

namespace {

std::string at(const std::string &from, const std::string &to) { return replaced(kSmallScenario, from, to); }

void write(const QString &path, const QByteArray &content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class ScenarioSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void samples_come_from_a_file_beside_the_scenario() {
        QTemporaryDir directory;
        write(directory.filePath("latency.csv"), "latency\n10ms\n\n20ms\r\n# a comment\n1.5s\n");
        const std::string text = at("latency: 100ms", "latency: {samples: latency.csv}");
        const Result<Scenario> scenario = read_scenario(text, {directory.path().toStdString(), {}});
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
        const auto &samples = *std::get<Empirical>(scenario.value().services[0].latency.kind).samples;
        QCOMPARE(samples, (std::vector<Duration>{std::chrono::milliseconds(10), std::chrono::milliseconds(20),
                                                 std::chrono::milliseconds(1500)}));

        for (const char *title : {"latency_ms", "\"p99 of the day in ms\"", "Latenz", "# a comment\nlatency"}) {
            write(directory.filePath("latency.csv"), QByteArray(title) + "\n10ms\n");
            QVERIFY2(read_scenario(text, {directory.path().toStdString(), {}}).ok(), title);
        }
        write(directory.filePath("latency.csv"), "10ms\n20\n");
        const Result<Scenario> bad = read_scenario(text, {directory.path().toStdString(), {}});
        QCOMPARE(messages_of(bad.failure()), QString(":7:24: services.api.latency.samples: latency.csv:2:1: "
                                                     "expected one duration such as 250ms, got \"20\""));
        QFile::remove(directory.filePath("latency.csv"));
        const Result<Scenario> missing = read_scenario(text, {directory.path().toStdString(), {}});
        QVERIFY(messages_of(missing.failure()).contains("latency.csv: cannot be read"));
    }

    void samples_that_are_none_are_told_with_their_line_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &content, const char *message) {
            QTest::newRow(name) << content << message;
        };
        row("empty", "", "latency.csv: no durations in it");
        row("a header alone", "latency\n", "latency.csv: no durations in it");
        row("two headers", "latency\nms\n1ms\n", "latency.csv:2:1: expected one duration such as 250ms, got \"ms\"");
        row("two columns", "1ms,2ms\n", "latency.csv:1:1: expected one duration such as 250ms, got \"1ms,2ms\"");
        row("a negative time", "1ms\n\n  -1ms\n", "latency.csv:3:3: expected one duration such as 250ms, got \"-1ms\"");
        row("not a number", "1ms\nnan\n", "latency.csv:2:1: expected one duration");
        row("a number without a unit", "5\n", "latency.csv:1:1: expected one duration");
        row("too long", "1ms\n2000000000s\n", "latency.csv:2:1: expected one duration");
        row("binary", QByteArray("\0\1\2\n\3\n", 6), "latency.csv:1:1: expected one duration such as 250ms, got \"\\x00\\x01\\x02\"");
        row("a slip", "1O0ms\n1ms\n", "latency.csv:1:1: expected one duration such as 250ms, got \"1O0ms\"");
        row("a slip behind a sign", "-1O0ms\n", "latency.csv:1:1: expected one duration such as 250ms, got \"-1O0ms\"");
        row("a slip in a later word", "about 1O0ms\n", "latency.csv:1:1: expected one duration such as 250ms");
        row("beyond all numbers", "1e400s\n", "latency.csv:1:1: expected one duration such as 250ms, got \"1e400s\"");
        row("no text", "\xff\xfe\n1ms\n", "latency.csv:1:1: expected one duration");
        row("very many", QByteArray("1ms\n").repeated(1'000'001), "latency.csv:1000001: more than 1000000 durations");
        row("very long", QByteArray("#  \n").repeated(9'000'000),
            "latency.csv: the file is longer than 33554432 bytes");
    }
    void samples_that_are_none_are_told_with_their_line() {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        QTemporaryDir directory;
        write(directory.filePath("latency.csv"), content);
        const std::string text = at("latency: 100ms", "latency: {samples: latency.csv}");
        const Result<Scenario> scenario = read_scenario(text, {directory.path().toStdString(), {}});
        QVERIFY(!scenario.ok());
        const QString all = messages_of(scenario.failure());
        QVERIFY2(all.startsWith(":7:24: services.api.latency.samples: " + message), qPrintable(all));
    }

    void overrides_are_applied_before_anything_is_read() {
        const ReadOptions options{".",
                                  {"policies.careful.breaker.open_for=10s", "workloads[0].arrivals.poisson=20/s",
                                   "services.api.failures={network: 1%}", "policies.careful.retry.jitter=none",
                                   "faults[0].for=1s", "slo.success_rate=99%"}};
        const Result<Scenario> scenario = read_scenario(kSmallScenario, options);
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
        const Scenario &s = scenario.value();
        QCOMPARE(s.policies[0].breaker->open_for, Duration(std::chrono::seconds(10)));
        QCOMPARE(s.policies[0].breaker->preset, std::string("tutorial"));
        QCOMPARE(std::get<PoissonArrivals>(s.workloads[0].arrivals).rate.per_second, 20.0);
        QCOMPARE(s.services[0].failures.front().first, Outcome(kind_network));
        QCOMPARE(s.slo.front().value, 0.99);
    }

    void a_bad_override_names_its_path() {
        const auto messages = [](const std::string &override_text) {
            return messages_of(read_scenario(kSmallScenario, {".", {override_text}}).failure());
        };
        QCOMPARE(messages("seed"), QString("expected PATH=VALUE such as policies.vision.timeout=5s, got \"seed\""));
        QCOMPARE(messages("policies.careful.timeout=fast"),
                 QString("policies.careful.timeout: expected a duration such as 250ms, got \"fast\""));
        QCOMPARE(messages("faults[7].at=1s"), QString("faults[7].at: faults is a list and has no \"[7]\""));
        QCOMPARE(messages("policies.careful.tmeout=1s"),
                 QString("policies.careful: unknown key \"tmeout\"; did you mean timeout?"));
    }

    void missing_and_unreadable_files_and_directories_are_no_file() {
        QTemporaryDir directory;
        for (const QString &path : {directory.filePath("missing.yaml"), directory.path(), QString("/proc/self/mem"),
                                    directory.filePath("not/here.yaml")}) {
            const Result<Scenario> scenario = load_scenario(path.toStdString());
            QVERIFY(!scenario.ok());
            QCOMPARE(int(scenario.failure().kind), int(Failure::Kind::no_file));
            QVERIFY2(messages_of(scenario.failure()).startsWith("cannot be read: "),
                     qPrintable(messages_of(scenario.failure())));
        }
    }

    void another_version_of_the_format_is_told_and_nothing_else() {
        const auto messages = [](const std::string &line) {
            return messages_of(read_scenario(line + "\nwhatever: {comes: then}\n").failure());
        };
        QCOMPARE(messages("halfopen: 2"), QString(":1:11: halfopen: the file is of format 2, and this "
                                                  "program reads format 1; a newer Halfopen is needed"));
        QCOMPARE(messages("halfopen: 0"), QString(":1:11: halfopen: expected 1, the version of the format, got \"0\""));
        QCOMPARE(messages("halfopen: one"),
                 QString(":1:11: halfopen: expected 1, the version of the format, got \"one\""));
        QCOMPARE(messages("name: x"),
                 QString("halfopen: expected halfopen: 1, the version of the format; it is missing"));
    }
};

QTEST_GUILESS_MAIN(ScenarioSourcesTest)
#include "scenario_sources_test.moc"
