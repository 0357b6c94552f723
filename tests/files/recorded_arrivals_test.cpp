// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;
using std::chrono::milliseconds;

namespace {

std::string recorded(const std::string &workload = "{operation: ask, arrivals: {trace: arrivals.csv}, instances: 4}") {
    return replaced(kKeysScenario, "{operation: ask, arrivals: {poisson: 5/s}}", workload);
}

} // namespace

class RecordedArrivalsTest : public QObject {
    Q_OBJECT

private slots:
    void times_are_durations_or_seconds() {
        const Scenario s = read("at\n0\n250ms\n\n# a comment\n0.5\r\n \"1.5s\" \n1.5\n1min\n", recorded());
        QCOMPARE(s.workloads.size(), std::size_t{1});
        const auto &trace = std::get<TraceArrivals>(s.workloads[0].arrivals);
        QCOMPARE(trace.file, std::string("arrivals.csv"));
        QCOMPARE(*trace.at, (std::vector<Duration>{milliseconds(0), milliseconds(250), milliseconds(500),
                                                   milliseconds(1500), milliseconds(1500), milliseconds(60'000)}));
        QCOMPARE(*expected_arrivals(s.workloads[0].arrivals, s.duration), 5.0); // the last comes after the end
    }

    void a_file_that_names_operations_is_one_workload_for_each() {
        const std::string text =
            recorded("{arrivals: {trace: arrivals.csv}, instances: 4}\n  - {operation: ask, arrivals: {every: 1s}}");
        const Scenario s = read("operation,at\ntell,1s\nask,2s\ntell,3s\n", text);
        QCOMPARE(s.workloads.size(), std::size_t{3});
        QCOMPARE(s.workloads[0].operation, std::string("tell")); // the first keeps its place
        QCOMPARE(*std::get<TraceArrivals>(s.workloads[0].arrivals).at,
                 (std::vector<Duration>{milliseconds(1000), milliseconds(3000)}));
        QVERIFY(std::holds_alternative<EveryArrivals>(s.workloads[1].arrivals));
        QCOMPARE(s.workloads[2].operation, std::string("ask")); // the others stand behind all
        QCOMPARE(s.workloads[2].instances, 4);
        QCOMPARE(*std::get<TraceArrivals>(s.workloads[2].arrivals).at, (std::vector<Duration>{milliseconds(2000)}));
    }

    void a_line_without_an_operation_asks_for_what_the_workload_says() {
        const Scenario s = read("at,operation\n1,\n2,tell\n", recorded());
        QCOMPARE(s.workloads.size(), std::size_t{2});
        QCOMPARE(s.workloads[0].operation, std::string("ask"));
        QCOMPARE(s.workloads[1].operation, std::string("tell"));
        write("at,operation\n1,tell\n2,\n");
        QCOMPARE(messages(recorded("{arrivals: {trace: arrivals.csv}}")),
                 QString(":25:24: workloads[0].arrivals.trace: arrivals.csv:3: names no operation, and the workload "
                         "has none either"));
    }

    void junk_is_told_with_the_line_of_the_file_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *content, const char *message) {
            QTest::addRow("%s", content) << QByteArray(content) << message;
        };
        row("", "arrivals.csv: the file is empty; expected a header with the column at");
        row("\n# nothing\n", "arrivals.csv: the file is empty");
        row("at\n", "arrivals.csv: no arrivals in it");
        row("1s\n2s\n",
            "arrivals.csv:1:1: expected a header with the columns at and, optionally, operation, got \"1s\"");
        row("time\n1s\n", "arrivals.csv:1:1: expected a header");
        row("at,opration\n1s,ask\n", "arrivals.csv:1:4: expected a header with the columns at and, optionally, "
                                     "operation, got \"opration\"");
        row("at,at\n1s,1s\n", "arrivals.csv:1:4: the column at stands here twice");
        row("operation\nask\n", "arrivals.csv:1:1: the column at is missing");
        row("at\n1s\nsoon\n",
            "arrivals.csv:3:1: expected a time such as 1.5s or a number of seconds from 0, got \"soon\"");
        row("1O0ms\n", "arrivals.csv:1:1: expected a header with the columns at and, optionally, operation, got \"1O0ms\"");
        row("at\n1e400\n", "arrivals.csv:2:1: expected a time such as 1.5s or a number of seconds from 0, got \"1e400\"");
        row("at\n-1s\n", "arrivals.csv:2:1: expected a time");
        row("at\n-0.5\n", "arrivals.csv:2:1: expected a time");
        for (const char *number :
             {"nan", "NaN", "inf", "1e400", "0x10", "1_0", "1 s x", "--1", "99999999999", "1e18"}) {
            QTest::addRow("number %s", number) << QByteArray("at\n0\n") + number + "\n"
                                               << "arrivals.csv:3:1: expected a time such as 1.5s";
        }
        row("at\n2s\n1s\n",
            "arrivals.csv:3:1: \"1s\" is earlier than the line before, 2s; a record is in order of time");
        row("at\n1s,ask\n", "arrivals.csv:2:1: expected 1 value as in the header, got \"1s,ask\"");
        row("operation,at\nask, 1s\nask\n", "arrivals.csv:3:1: expected 2 values as in the header, got \"ask\"");
        row("operation,at\nask, soon\n", "arrivals.csv:2:6: expected a time");
        row("at,operation\n1s,asks\n", "arrivals.csv:2:4: there is no operation \"asks\"; did you mean ask?");
        row("at,operation\n1s,ask\n2s,zzz\n3s,zzz\n", "arrivals.csv:3:4: there is no operation \"zzz\"");
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\xff", 10) << "arrivals.csv:1:1: expected a header";
        QTest::newRow("one long line") << QByteArray(100'000, 'a') << "arrivals.csv: line 1 is longer than 65536 bytes";
        QTest::newRow("one long line behind others")
            << "at\n1\n" + QByteArray(100'000, '1') << "arrivals.csv: line 3 is longer than 65536 bytes";
    }
    void junk_is_told_with_the_line_of_the_file() {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        write(content);
        const QString all = messages(recorded());
        QVERIFY2(all.startsWith(":25:40: workloads[0].arrivals.trace: " + message), qPrintable(all));
        QCOMPARE(all.count('\n'), 0);
    }

    void what_is_no_file_is_told_and_never_waited_for() {
        for (const auto &[name, why] : {std::pair{"missing.csv", "No such file"}, std::pair{".", "it is a directory"},
                                        std::pair{"/dev/zero", "it is no regular file"}}) {
            for (const bool samples : {false, true}) {
                const std::string text =
                    samples ? replaced(kKeysScenario, "latency: 100ms", std::string("latency: {samples: ") + name + "}")
                            : recorded(std::string("{operation: ask, arrivals: {trace: ") + name + "}}");
                const QString all = messages(text);
                QVERIFY2(all.contains(QString(name) + ": cannot be read: " + why), qPrintable(all));
            }
        }
    }

    void a_huge_record_is_read_or_refused_in_bounded_time() {
        QFile file(directory_.filePath("arrivals.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("at\n");
        const QByteArray lines = QByteArray("1\n").repeated(100'000);
        for (int i = 0; i < 100; ++i)
            file.write(lines); // 10^7 arrivals
        file.write("1\n");
        file.close();
        QElapsedTimer timer;
        timer.start();
        const QString all = messages(recorded());
        QVERIFY2(all.contains("arrivals.csv:10000002:1: more than 10000000 arrivals"), qPrintable(all));
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }

    void a_file_is_read_once_however_often_it_is_named() {
        write("at\n1\n");
        const std::string text = recorded() + "edits: [{at: 1s, set: policies.p.timeout, to: 2s}]\n";
        const Result<Scenario> s = read_scenario(text, {directory_.path().toStdString(), {}});
        QVERIFY(s.ok());
        QCOMPARE(std::get<TraceArrivals>(s.value().workloads[0].arrivals).at,
                 std::get<TraceArrivals>(s.value().edits[0].after->workloads[0].arrivals).at);
    }

private:
    void write(const QByteArray &content) {
        QFile file(directory_.filePath("arrivals.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    Scenario read(const QByteArray &content, const std::string &text) {
        write(content);
        const Result<Scenario> scenario = read_scenario(text, {directory_.path().toStdString(), {}});
        if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
        return scenario.value();
    }
    QString messages(const std::string &text) {
        const Result<Scenario> scenario = read_scenario(text, {directory_.path().toStdString(), {}});
        return scenario ? QString("accepted") : messages_of(scenario.failure());
    }

    QTemporaryDir directory_;
};

QTEST_GUILESS_MAIN(RecordedArrivalsTest)
#include "recorded_arrivals_test.moc"
