// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace halfopen;

class CliInsightTest : public QObject, private TemporaryFiles {
    Q_OBJECT

private slots:
    void a_report_is_written_as_html_that_needs_nothing_else() {
        const QString path = directory_.filePath("report.html");
        const Said said = cli({"run", kScenarios + "receipts.scenario.yaml", "--html", path, "--set", "duration=60s"});
        QCOMPARE(said.status, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray html = file.readAll();
        QString text;
        QXmlStreamReader reader(html);
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::Characters) text += reader.text();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString hash = QString::fromUtf8(said.out).section("trace ", 1).section('\n', 0, 0).trimmed();
        QCOMPARE(hash.size(), 32);
        for (const QString &word : {hash, QString("set for this run: duration=60s"), QString("success rate"),
                                    QString("Checked against theory"), QString("# 3 retries")})
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(!html.contains("src=\"http") && !html.contains("href="));
        QCOMPARE(cli({"run", small(), "--html", "/nowhere/at/all.html"}).status, 74);
    }

    void compare_gives_the_same_bytes_whatever_the_number_of_threads() {
        const QStringList arguments{"compare", small(), small(), "--set-b", "policies.careful.retry.max_attempts=1",
                                    "--seeds", "9"};
        const Said one = cli(arguments + QStringList{"--threads", "1"});
        QCOMPARE(one.status, 0);
        QVERIFY2(one.err.isEmpty(), one.err.constData());
        QVERIFY2(one.out.contains("success_rate"), one.out.constData());
        for (const char *threads : {"2", "7"}) {
            QCOMPARE(cli(arguments + QStringList{"--threads", threads}).out, one.out);
        }
        QCOMPARE(cli(arguments).out, one.out);
        QVERIFY(cli(arguments + QStringList{"--seed", "100"}).out != one.out);
    }

    void compare_json_has_both_the_difference_and_its_interval() {
        const Said said = cli({"compare", small(), small(), "--json", "--set-b",
                               "policies.careful.retry.max_attempts=1", "--set", "faults=[]"});
        QCOMPARE(said.status, 0);
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json["seeds"].toInt(), 30);
        QCOMPARE(json["first_seed"].toInt(), 7);
        const QJsonObject rate = json["metrics"].toObject()["success_rate"].toObject();
        const double difference = rate["b"].toDouble() - rate["a"].toDouble();
        QVERIFY(qAbs(rate["difference"].toDouble() - difference) < 1e-12);
        QVERIFY(rate["ci95"].toArray()[0].toDouble() < difference && difference < rate["ci95"].toArray()[1].toDouble());
        QCOMPARE(rate["verdict"].toString(), "worse");
        QVERIFY(rate["variance_reduction"].toDouble() > 0.0);
        QVERIFY(json["metrics"].toObject()["time_to_detect"].toObject()["a"].isNull()); // there is no fault
        QCOMPARE(json["metrics"].toObject()["time_to_detect"].toObject()["undefined"].toInt(), 30);
    }

    void a_scenario_does_not_differ_from_itself() {
        const Said said = cli({"compare", small(), small(), "--seeds", "3", "--json"});
        const QJsonObject metrics = QJsonDocument::fromJson(said.out).object()["metrics"].toObject();
        QVERIFY(metrics.size() > 25);
        for (const QString &name : metrics.keys()) {
            const QJsonObject row = metrics[name].toObject();
            QVERIFY2(row["undefined"].toInt() > 0 || row["verdict"].toString() == "same", qPrintable(name));
        }
    }

    void compare_refuses_what_is_wrong() {
        QCOMPARE(cli({"compare", small()}).status, 2);
        QCOMPARE(cli({"compare", small(), small(), "--seeds", "1"}).status, 2);
        QCOMPARE(cli({"compare", small(), directory_.filePath("none.yaml")}).status, 74);
        const Said bad = cli({"compare", small(), small(), "--set-b", "seed=-1"});
        QCOMPARE(bad.status, 65);
        QVERIFY(bad.out.isEmpty());
    }

    void compare_says_when_runs_were_stopped_early() {
        const QString path =
            file("pile.scenario.yaml",
                 "halfopen: 1\nduration: 10000000s\nservices:\n  s: {failures: {timeout: 100%}}\n"
                 "operations:\n  o: {chain: [s]}\nworkloads:\n  - {operation: o, arrivals: {every: 100ms}}\n");
        const Said said = cli({"compare", path, small(), "--seeds", "2"});
        QCOMPARE(said.status, 1);
        QVERIFY2(said.err.contains("2 of 2 runs of A were stopped early"), said.err.constData());
    }

    void landmarks_gives_the_same_bytes_whatever_the_number_of_threads_and_misses_what_is_not_so() {
        const QStringList arguments{"landmarks", "--only", "L13", "--only", "l16", "--json"};
        const Said said = cli(arguments + QStringList{"--threads", "1"});
        QVERIFY2(said.status == 0, said.out.constData());
        QCOMPARE(cli(arguments + QStringList{"--threads", "3"}).out, said.out);
        const QJsonArray list = QJsonDocument::fromJson(said.out).array();
        QCOMPARE(list.size(), 2);
        const QJsonObject check = list[1].toObject()["checks"].toArray()[0].toObject();
        QCOMPARE(check["expected"].toDouble(), 9.9);
        QVERIFY(qAbs(check["measured"].toDouble() - 9.902) < 1e-6);
        QCOMPARE(check["verdict"].toString(), "met");
        for (const char *key : {"tolerance", "standard_error", "z", "replications"})
            QVERIFY2(check[QLatin1String(key)].isDouble(), key);

        // The same checks of another service, which recovers after 3 s.
        std::string text = file_text(kScenarios + "landmarks/l16-library-defaults.scenario.yaml");
        file("l16-library-defaults.scenario.yaml", replaced(text, "at: 0s, for: 60s, outage", "at: 0s, for: 3s, outage"));
        const Said missed = cli({"landmarks", "--only", "L16", "--scenarios", directory_.path()});
        QCOMPARE(missed.status, 1);
        QVERIFY2(missed.out.contains("1 of 1 landmarks are missed"), missed.out.constData());
        QCOMPARE(cli({"landmarks", "--only", "L99"}).status, 2);
        QCOMPARE(cli({"landmarks", "--only", "L16", "--scenarios", directory_.filePath("none")}).status, 74);
    }

    void run_shows_the_closed_forms_that_hold() {
        const Said said = cli({"run", kScenarios + "landmarks/l12-queueing.scenario.yaml", "--set", "duration=500s"});
        QVERIFY2(said.out.contains("Theory") && said.out.contains("services.station, M/M/1"), said.out.constData());
        const Said json = cli({"run", small(), "--json"});
        const QJsonArray forms = QJsonDocument::fromJson(json.out).object()["closed_forms"].toArray();
        QVERIFY(forms.size() >= 2);
        QVERIFY(!forms[0].toObject()["holds"].toBool());
        QVERIFY(!forms[0].toObject()["why_not"].toString().isEmpty());
    }

    void lint_exits_1_only_when_settings_contradict_each_other() {
        const Said none = cli({"lint", small(), "--set", "faults=[]"});
        QCOMPARE(none.status, 0);
        QVERIFY2(none.out.contains("no advice"), none.out.constData());
        const Said advice = cli({"lint", small(), "--set", "faults=[]", "--set", "policies.careful.retry.backoff={family: none}"});
        QCOMPARE(advice.status, 0);
        QVERIFY2(advice.out.contains("retries_at_once (advice) at policies.careful.retry"), advice.out.constData());
        const Said contradiction = cli({"lint", small(), "--set", "policies.careful.breaker={failures: 2}", "--json"});
        QCOMPARE(contradiction.status, 1);
        const QJsonArray list = QJsonDocument::fromJson(contradiction.out).object()["advice"].toArray();
        QVERIFY(!list.isEmpty());
        for (const char *key : {"rule", "kind", "path", "why", "evidence", "what_to_do"})
            QVERIFY2(!list.first().toObject()[QLatin1String(key)].toString().isEmpty(), key);
        QCOMPARE(cli({"lint", directory_.filePath("none.yaml")}).status, 74);
        QCOMPARE(cli({"lint", small(), "--set", "seed=-1"}).status, 65);
        QVERIFY(cli({"lint", "--help"}).out.contains("(kind contradiction) are a check that said no"));
    }
};

QTEST_GUILESS_MAIN(CliInsightTest)
#include "cli_insight_test.moc"
