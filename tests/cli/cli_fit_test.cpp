// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/cli/program.h"

using namespace halfopen;

class CliFitTest : public QObject, TemporaryFiles {
    Q_OBJECT

private slots:
    void a_run_is_written_as_calls_and_fitted_again() {
        const QString calls = directory_.filePath("calls.csv"), out = directory_.filePath("again.scenario.yaml");
        const Said run = cli({"run", small(), "--calls", calls, "--json"});
        QCOMPARE(run.status, 0);
        const Said fit = cli({"fit", calls, "-o", out});
        QVERIFY2(fit.status == 0, fit.err);
        QVERIFY2(fit.out.contains("Services") && fit.out.contains("  api") && fit.out.contains("Assumed"), fit.out);
        QVERIFY2(fit.out.contains("in brackets: 95 % intervals"), fit.out);
        QVERIFY(QFile::exists(directory_.filePath("again.arrivals.csv")));
        QCOMPARE(cli({"check", out}).status, 0);
        const Said again = cli({"run", out});
        QVERIFY2(again.status == 0, again.err);
        QCOMPARE(cli({"fit", calls, "-o", out}).out, fit.out); // equal runs print equal bytes
    }

    void the_calls_hold_what_the_events_say() {
        const QString calls = directory_.filePath("calls.csv");
        QCOMPARE(cli({"run", small(), "--calls", calls}).status, 0);
        QFile file(calls);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.first(), QByteArray("time,service,request,attempt,outcome,latency_ns,caller,cost"));
        QVERIFY(lines.size() > 40);
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) { return line.contains(",unavailable,"); }));
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) { return line.contains(",breaker_open,"); }));
    }

    void a_record_is_shown_literally() {
        const QString calls = directory_.filePath("calls.csv");
        const Said run = cli({"run", small(), "--calls", calls, "--json"});
        const Said literal = cli({"replay", calls, small(), "--json"});
        QVERIFY2(literal.status == 0, literal.err);
        const QJsonObject of_run = QJsonDocument::fromJson(run.out).object(), of_record = QJsonDocument::fromJson(literal.out).object();
        QCOMPARE(of_record["mode"].toString(), QString("literal"));
        QVERIFY(!of_record.contains("seed") && !of_record.contains("trace_hash")); // nothing was drawn
        for (const char *key : {"requests", "success_rate", "retry_rate", "rejected", "cost", "latency_s"}) QCOMPARE(of_record[key], of_run[key]);
        QCOMPARE(of_record["breakers"][0]["transitions"], of_run["breakers"][0]["transitions"]);
        QVERIFY(of_record["breakers"][0]["false_trips"].isNull()); // a record knows of no fault
        QVERIFY(of_record["services"]["api"]["in_system_mean"].isNull());
        QCOMPARE(of_record["services"]["api"]["calls"], of_run["services"]["api"]["calls"]);
        QCOMPARE(of_record["agreement"].toArray().first()["would_have_refused"].toInt(-1), 0);
        const Said text = cli({"replay", calls, small()});
        QVERIFY2(text.out.startsWith("Literal: ") && text.out.contains("would have refused 0 of the calls") && text.out.contains("Assumed"), text.out);
        const QString events = directory_.filePath("events.jsonl");
        QCOMPARE(cli({"replay", calls, small(), "--events", events}).status, 0);
        QVERIFY(QFileInfo(events).size() > 1'000);
        QCOMPARE(cli({"replay", calls, small(), "--set", "policies.careful.breaker.failures=2"}).status, 0);
    }

    void a_record_that_does_not_belong_to_the_scenario_is_refused() {
        const QString record = file("other.csv", "time,service\n1,elsewhere\n2,elsewhere\n");
        const Said said = cli({"replay", record, small()});
        QCOMPARE(said.status, 65);
        QVERIFY2(said.err.contains("the scenario has no service elsewhere"), said.err);
    }

    void columns_words_units_and_zones_can_be_given() {
        const QString record = file("odd.csv", "when;what;how;long\n24.5;db;meh;7\n25.5;db;fine;9\n26.5;db;fine;9\n");
        const QString out = directory_.filePath("odd.scenario.yaml");
        const Said fit = cli({"fit", record, "-o", out, "--column", "time=when", "--column", "service=what", "--column", "outcome=how", "--column", "latency=long",
                              "--outcome", "meh=rate_limit", "--outcome", "fine=success", "--latency-unit", "us", "--time-unit", "s", "--zone", "+01:00", "--window", "1s"});
        QVERIFY2(fit.status == 0, fit.err);
        QVERIFY2(fit.out.contains("db failed: rate_limit 33.33 %"), fit.out);
        QCOMPARE(cli({"check", out}).status, 0);
    }

    void figures_over_time_are_fitted_too() {
        const QString record = file("pay.csv", "time,p50_ms,p99_ms,calls,errors\n0,100,900,50,5\n10,100,900,50,5\nsoon,1,2,3,0\n");
        const QString out = directory_.filePath("pay.scenario.yaml");
        const Said fit = cli({"fit", record, "-o", out});
        QVERIFY2(fit.status == 0, fit.err);
        QVERIFY2(fit.out.contains("  pay") && fit.out.contains("10.00 %") && fit.out.contains("line 4: expected a time"), fit.out);
        QCOMPARE(cli({"run", out}).status, 0);
        QCOMPARE(cli({"fit", file("bare.csv", "time,p50\n"), "-o", out}).status, 65);
    }

    void lines_that_cannot_be_read_are_listed() {
        const QString record = file("bad.csv", "time,service\n1,a\nsoon,a\n2,a\n");
        const Said fit = cli({"fit", record, "-o", directory_.filePath("bad.scenario.yaml")});
        QCOMPARE(fit.status, 0);
        QVERIFY2(fit.out.contains("Record: 3 rows, 1 left out as unreadable"), fit.out);
        QVERIFY2(fit.out.contains("line 3: expected a time"), fit.out);
    }

    void faults_of_usage_and_of_files_have_their_status_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        const QString good = file("good.csv", "time,service\n1,a\n2,a\n"), out = directory_.filePath("x.scenario.yaml");
        const auto row = [](const char *name, const QStringList &arguments, int status, const char *message) { QTest::newRow(name) << arguments << status << QByteArray(message); };
        row("no output", {"fit", good}, 2, "--out");
        row("another ending", {"fit", good, "-o", directory_.filePath("x.yaml")}, 2, "expected a name such as outage.scenario.yaml");
        row("a window that is none", {"fit", good, "-o", out, "--window", "wide"}, 2, "--window: expected a duration");
        row("a field that is none", {"fit", good, "-o", out, "--column", "colour=time"}, 2, "--column: expected time, service");
        row("no value", {"fit", good, "-o", out, "--outcome", "x"}, 2, "--outcome: expected NAME=VALUE");
        row("a zone that is none", {"fit", good, "-o", out, "--zone", "CET"}, 2, "--zone: expected a zone");
        row("a unit that is none", {"fit", good, "-o", out, "--time-unit", "h"}, 2, "expected auto, s, ms, us or ns");
        row("no such column", {"fit", good, "-o", out, "--column", "latency=took"}, 65, "there is no column took");
        row("no file", {"fit", directory_.filePath("none.csv"), "-o", out}, 74, "cannot be read");
        row("an empty file", {"fit", file("empty.csv", ""), "-o", out}, 65, "the file is empty");
        row("refusals alone", {"fit", file("refused.csv", "time,service,outcome\n1,a,breaker_open\n"), "-o", out}, 65, "no call was sent");
        row("no folder to write to", {"fit", good, "-o", directory_.filePath("none/x.scenario.yaml")}, 74, "");
    }
    void faults_of_usage_and_of_files_have_their_status() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        const Said said = cli(arguments);
        QCOMPARE(said.status, status);
        QVERIFY2(said.err.contains(message), said.err);
        QCOMPARE(said.out, QByteArray());
    }
};

QTEST_APPLESS_MAIN(CliFitTest)
#include "cli_fit_test.moc"
