// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/files/scenario_texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;

namespace {

const QString kScenarios = HALFOPEN_SOURCE_DIR "/resources/scenarios/";

struct Said {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Said cli(const QStringList &arguments) {
    QProcess process;
    process.start(HALFOPEN_CLI, arguments);
    if (!process.waitForFinished(100'000)) qFatal("halfopen-cli did not end");
    Said said{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    if (process.exitStatus() != QProcess::NormalExit) said.status = -1;
    return said;
}

} // namespace

class CliInsightTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir directory_;

    QString file(const QString &name, const std::string &text) const {
        QFile out(directory_.filePath(name));
        if (!out.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        out.write(QByteArray::fromStdString(text));
        return out.fileName();
    }
    QString small() const { return file("small.scenario.yaml", kSmallScenario); }

private slots:
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
        QVERIFY(cli({"lint", "--help"}).out.contains("Exit status: 1 when"));
    }
};

QTEST_GUILESS_MAIN(CliInsightTest)
#include "cli_insight_test.moc"
