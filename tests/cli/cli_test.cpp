// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace halfopen;

class CliTest : public QObject, private TemporaryFiles {
    Q_OBJECT

private slots:
    void the_help_names_the_commands_that_work_and_no_others() {
        const Said said = cli({"--help"});
        QCOMPARE(said.status, 0);
        for (const char *command :
             {"run", "compare", "check", "lint", "explain", "kinds", "keys", "bench", "conformance", "landmarks"})
            QVERIFY2(said.out.contains(command), command);
        for (const char *command : {"sweep"})
            QVERIFY2(!said.out.contains(command), command);
        QVERIFY(said.err.isEmpty());
        QVERIFY(cli({"--version"}).out.startsWith("halfopen "));
    }

    void wrong_usage_exits_2_and_says_nothing_on_stdout_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("an unknown command") << QStringList{"fly"};
        QTest::newRow("run without a file") << QStringList{"run"};
        QTest::newRow("an unknown option") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--fast"};
        QTest::newRow("a seed that is no number")
            << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--seed", "lucky"};
        QTest::newRow("a negative seed") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--seed", "-1"};
        QTest::newRow("a seed of 65 bits")
            << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--seed", "18446744073709551616"};
        QTest::newRow("a seed of 65 bits for conformance")
            << QStringList{"conformance", HALFOPEN_SOURCE_DIR "/tests/conformance/backoff.jsonl", "--seed", "18446744073709551616"};
        QTest::newRow("set nothing") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--set", "=3"};
        QTest::newRow("set without a value") << QStringList{"check", kScenarios + "receipts.scenario.yaml", "--set", "seed"};
        QTest::newRow("request 0") << QStringList{"explain", kScenarios + "receipts.scenario.yaml", "--request", "0"};
        QTest::newRow("until what") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--until", "later"};
        QTest::newRow("a step of nothing") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--step", "0s"};
        QTest::newRow("a step too small") << QStringList{"run", kScenarios + "receipts.scenario.yaml", "--step", "1ns"};
        QTest::newRow("explain what") << QStringList{"explain", kScenarios + "receipts.scenario.yaml"};
        QTest::newRow("explain both") << QStringList{
            "explain", kScenarios + "receipts.scenario.yaml", "--request", "1", "--first", "failed"};
        QTest::newRow("explain the first odd one")
            << QStringList{"explain", kScenarios + "receipts.scenario.yaml", "--first", "odd"};
        QTest::newRow("an unknown workload") << QStringList{"bench", "--only", "w2"};
    }
    void wrong_usage_exits_2_and_says_nothing_on_stdout() {
        QFETCH(QStringList, arguments);
        const Said said = cli(arguments);
        QCOMPARE(said.status, 2);
        QVERIFY2(said.out.isEmpty(), said.out.constData());
        QVERIFY(!said.err.isEmpty());
    }

    void what_was_misspelt_is_named_with_what_was_meant() {
        const QString receipts = kScenarios + "receipts.scenario.yaml";
        QVERIFY(cli({"explian", receipts}).err.contains("there is no command \"explian\"; did you mean explain?"));
        QVERIFY(cli({"fly"}).err.contains("there is no command \"fly\"; known: run, compare, check"));
        QVERIFY(cli({"explain", receipts, "--frist", "failed"}).err.contains("explain has no option --frist; did you mean "
                                                                           "--first?"));
        QVERIFY(cli({"run", receipts, "--nonsense"}).err.contains("run has no option --nonsense\n"));
    }

    void a_file_that_a_scenario_names_and_that_is_missing_exits_74_and_a_bad_one_65() {
        const auto with = [](const char *latency) {
            return std::string("halfopen: 1\nduration: 5s\nservices: {a: {latency: ") + latency +
                   "}}\noperations: {o: {chain: [a]}}\nworkloads: [{operation: o, arrivals: {poisson: 1/s}}]\n";
        };
        const Said missing = cli({"check", file("missing.scenario.yaml", with("{samples: nowhere.csv}"))});
        QCOMPARE(missing.status, 74);
        QVERIFY2(missing.err.contains("nowhere.csv: cannot be read"), missing.err.constData());
        file("junk.csv", "latency\n5ms\nsoon\n7ms\nlater\n" + std::string(3 * 20, '\n') + "1,2\n");
        const Said junk = cli({"check", file("junk.scenario.yaml", with("{samples: junk.csv}"))});
        QCOMPARE(junk.status, 65);
        QCOMPARE(junk.err.count("junk.csv:"), 3); // each bad line has a line of its own
        const Said both = cli({"check", file("both.scenario.yaml", with("{samples: nowhere.csv}, queue: -1"))});
        QCOMPARE(both.status, 65); // the file itself is wrong too
    }

    void run_reports_the_same_bytes_twice() {
        for (const QStringList &extra : {QStringList{}, QStringList{"--json"}}) {
            const QStringList arguments = QStringList{"run", kScenarios + "receipts.scenario.yaml"} + extra;
            const Said first = cli(arguments);
            QCOMPARE(first.status, 0);
            QVERIFY2(first.err.isEmpty(), first.err.constData());
            QCOMPARE(cli(arguments).out, first.out);
        }
    }

    void run_json_is_one_object_and_takes_seed_set_until_and_step() {
        const auto json = [](const QStringList &arguments) {
            const Said said = cli(arguments);
            return QJsonDocument::fromJson(said.out).object();
        };
        const QJsonObject base = json({"run", small(), "--json"});
        QCOMPARE(base["seed"].toInt(), 7);
        QCOMPARE(base["series"].toObject()["step_s"].toDouble(), 1.0);
        const QJsonObject other = json({"run", small(), "--json", "--seed", "8"});
        QCOMPARE(other["seed"].toInt(), 8);
        QVERIFY(other["trace_hash"] != base["trace_hash"]);
        const QJsonObject set =
            json({"run", small(), "--json", "--set", "faults=[]", "--set", "services.api.failures={}"});
        QCOMPARE(set["success_rate"].toDouble(), 1.0);
        QCOMPARE(set["requests"].toObject()["total"], base["requests"].toObject()["total"]); // the same luck
        QCOMPARE(json({"run", "--json", "--set", "seed=9", "--set", "duration=5s", small()})["seed"].toInt(), 9);
        const QJsonObject until = json({"run", small(), "--json", "--until", "4s", "--step", "500ms"});
        QCOMPARE(until["simulated_s"].toDouble(), 4.0);
        QCOMPARE(until["series"].toObject()["step_s"].toDouble(), 0.5);
        QVERIFY(until["requests"].toObject()["total"].toInt() < base["requests"].toObject()["total"].toInt());
    }

    void a_seed_of_64_bits_survives() {
        const Said said = cli({"run", small(), "--json", "--seed", "18446744073709551615"});
        QCOMPARE(said.status, 0);
        QVERIFY(said.out.contains("\"seed\": 18446744073709551615"));
    }

    void events_are_written_as_a_file_and_the_run_is_the_same() {
        const QString path = directory_.filePath("events.jsonl");
        const Said said = cli({"run", small(), "--json", "--events", path});
        QCOMPARE(said.status, 0);
        QCOMPARE(said.out, cli({"run", small(), "--json"}).out);
        const QList<QByteArray> lines = QByteArray::fromStdString(file_text(path)).trimmed().split('\n');
        QVERIFY(lines.size() > 100);
        for (const QByteArray &line : lines)
            QVERIFY(QJsonDocument::fromJson(line).isObject());
        const Said bad = cli({"run", small(), "--events", directory_.filePath("no/folder.jsonl")});
        QCOMPARE(bad.status, 74);
        QVERIFY(bad.out.isEmpty());
        QVERIFY(bad.err.contains("cannot be written"));
    }

    void require_slo_exits_1_when_a_goal_is_missed() {
        QCOMPARE(cli({"run", small(), "--require-slo", "--set", "slo.success_rate=1%"}).status, 0);
        const Said missed = cli({"run", small(), "--require-slo", "--set", "slo.success_rate=100%"});
        QCOMPARE(missed.status, 1);
        QVERIFY(missed.err.contains("goal missed: success_rate"));
        QVERIFY(missed.out.contains("MISSED"));
        QCOMPARE(cli({"run", small(), "--set", "slo.success_rate=100%"}).status, 0);
    }

    void a_run_that_cannot_end_well_is_stopped_with_a_reason() {
        // Every call hangs and nothing times out: requests pile up.
        const QString path =
            file("pile.scenario.yaml",
                 "halfopen: 1\nduration: 10000000s\nservices:\n  s: {failures: {timeout: 100%}}\n"
                 "operations:\n  o: {chain: [s]}\nworkloads:\n  - {operation: o, arrivals: {every: 100ms}}\n");
        QElapsedTimer timer;
        timer.start();
        const Said said = cli({"run", path});
        QVERIFY2(said.status == 1, said.err.constData());
        QVERIFY2(said.err.contains("too many requests in flight"), said.err.constData());
        QVERIFY(timer.elapsed() < 30'000);
    }

    void an_endless_run_stops_cleanly_on_interrupt() {
        const QString path =
            file("long.scenario.yaml",
                 "halfopen: 1\nduration: 10000h\nservices:\n  s: {latency: 1ms}\n"
                 "operations:\n  o: {chain: [s]}\nworkloads:\n  - {operation: o, arrivals: {every: 100ms}}\n");
        const QString events = directory_.filePath("interrupted.jsonl");
        QProcess process;
        process.start(HALFOPEN_CLI, {"run", path, "--json", "--events", events});
        QVERIFY(process.waitForStarted());
        const QString pattern = "interrupted.jsonl.*";
        QTRY_VERIFY(!QDir(directory_.path()).entryList({pattern}).isEmpty()); // it is under way
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 75);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        QVERIFY(process.readAllStandardError().contains("interrupted"));
        QVERIFY(!QFile::exists(events));
        QVERIFY(QDir(directory_.path()).entryList({pattern}).isEmpty());
    }

    void check_says_everything_and_exits_65() {
        const QString good = small();
        const QString bad =
            file("bad.scenario.yaml",
                 replaced(replaced(kSmallScenario, "latency: 100ms", "latency: fast"), "seed: 7", "seeed: 7"));
        const Said fine = cli({"check", good});
        QCOMPARE(fine.status, 0);
        QCOMPARE(fine.out, (good + ": ok\n").toUtf8());
        const Said said = cli({"check", good, bad});
        QCOMPARE(said.status, 65);
        QCOMPARE(said.err, (bad + ":3:1: unknown key \"seeed\"; did you mean seed?\n" + bad +
                            ":7:14: services.api.latency: expected a duration such as 250ms, got \"fast\"\n")
                               .toUtf8());
        QCOMPARE(said.out, (good + ": ok\n").toUtf8());
        QCOMPARE(cli({"run", bad}).status, 65);
        QVERIFY(cli({"run", bad}).out.isEmpty());
        QCOMPARE(cli({"check", good, "--set", "seed=-1"}).status, 65);
    }

    void check_prints_advice_and_exits_0() {
        const QString good = small();
        const Said said =
            cli({"check", good, "--set", "policies.careful.breaker={preset: resilience4j, window: {calls: 5}}"});
        QCOMPARE(said.status, 0);
        QVERIFY(said.out.startsWith((good + ": ok\n" + good + ":").toUtf8()));
        QVERIFY(said.out.endsWith(": advice: policies.careful.breaker.minimum_calls: 100 can never be reached: the window "
                                  "holds 5, so that 5 decide\n"));
        QVERIFY(said.err.isEmpty());
    }

    void missing_files_and_directories_exit_74() {
        for (const char *command : {"run", "check", "kinds", "conformance"}) {
            for (const QString &path : {directory_.filePath("missing.yaml"), directory_.path()}) {
                const Said said = cli({command, path});
                QCOMPARE(said.status, 74);
                QVERIFY2(said.err.startsWith(path.toUtf8() + ": cannot be read: "), said.err.constData());
                QVERIFY(said.out.isEmpty());
            }
        }
    }

    void explain_tells_a_story_of_each_kind_data() {
        QTest::addColumn<QString>("what");
        for (const char *what : {"retried", "fell_back", "refused", "healed", "failed"})
            QTest::newRow(what) << what;
    }
    void explain_tells_a_story_of_each_kind() {
        QFETCH(QString, what);
        const Said said = cli({"explain", kScenarios + "receipts.scenario.yaml", "--first", what});
        QCOMPARE(said.status, 0);
        QVERIFY2(said.out.startsWith("#") && said.out.count('\n') > 3, said.out.constData());
        const QByteArray number = said.out.mid(1, said.out.indexOf(' ') - 1);
        QCOMPARE(cli({"explain", kScenarios + "receipts.scenario.yaml", "--request", number}).out, said.out);
    }

    void explain_says_when_there_is_no_such_request() {
        const Said said = cli({"explain", small(), "--request", "999999"});
        QCOMPARE(said.status, 1);
        QVERIFY(said.err.contains("no request 999999"));
        QCOMPARE(cli({"explain", small(), "--first", "healed"}).status, 1);
    }

    void kinds_prints_the_matrix_in_force() {
        const Said plain = cli({"kinds"});
        QCOMPARE(plain.status, 0);
        for (const char *kind : {"timeout", "low_confidence", "breaker_open", "deadline", "conflict"})
            QVERIFY2(plain.out.contains(kind), kind);
        const QString path =
            file("kinds.scenario.yaml",
                 replaced(kSmallScenario, "services:", "kinds:\n  lost: {class: transient, shows: hang}\nservices:"));
        const Said refined = cli({"kinds", path});
        QVERIFY2(refined.out.contains("lost") && refined.out.contains("of the scenario"), refined.out.constData());
    }

    void keys_prints_the_reference_of_the_scenario_file() {
        const Said plain = cli({"keys"});
        QCOMPARE(plain.status, 0);
        for (const char *key : {"services.*.calls[].times", "policies.*.hedge.after_quantile", "edits[].set"})
            QVERIFY2(plain.out.contains(key), key);
        const Said page = cli({"keys", "--markdown"});
        QCOMPARE(page.status, 0);
        QCOMPARE(page.out, QByteArray::fromStdString(file_text(HALFOPEN_SOURCE_DIR "/resources/scenario-format.md")));
    }

    void conformance_prints_a_z_for_every_figure_in_the_same_bytes() {
        const QString vectors = HALFOPEN_SOURCE_DIR "/tests/conformance/closed-breaker-trip.jsonl";
        const QStringList arguments = {"conformance", vectors, "--effort", "0.05", "--seed", "3"};
        const Said text = cli(arguments);
        QCOMPARE(text.status, 0);
        QVERIFY2(text.out.contains("passed 8 of 8") && text.out.contains("not run"), text.out.constData());
        QCOMPARE(cli(arguments).out, text.out);
        const Said json = cli(arguments + QStringList{"--json"});
        QCOMPARE(json.status, 0);
        const QJsonObject file = QJsonDocument::fromJson(json.out)[0].toObject();
        QCOMPARE(file["total"].toInt(), 8);
        QCOMPARE(file["figures"].toArray().size(), 16);
        int measured = 0;
        for (const QJsonValue &value : file["figures"].toArray()) {
            const QJsonObject figure = value.toObject();
            QCOMPARE(figure["z"].isNull(), figure.contains("not_run"));
            measured += figure["z"].isNull() ? 0 : 1;
        }
        QVERIFY(measured >= 14);
        QCOMPARE(cli({"conformance", vectors, "--effort", "0"}).status, 2);
    }

    void conformance_counts_and_exits_by_its_verdict() {
        const QString vectors = HALFOPEN_SOURCE_DIR "/tests/conformance/breaker-seed.jsonl";
        const Said said = cli({"conformance", vectors});
        QCOMPARE(said.status, 0);
        QVERIFY2(said.out.startsWith(vectors.toUtf8() + ": passed "), said.out.constData());
        const std::string line = file_text(vectors).substr(0, file_text(vectors).find('\n') + 1);
        const Said differs =
            cli({"conformance", file("d.jsonl", replaced(line, "\"permitted\":false", "\"permitted\":true"))});
        QCOMPARE(differs.status, 1);
        QVERIFY(differs.out.contains("passed 0 of 1") && differs.out.contains("first difference: "));
        const Said unknown = cli({"conformance", file("u.jsonl", replaced(line, "seed-tutorial", "hystrix"))});
        QCOMPARE(unknown.status, 65);
        QVERIFY(unknown.err.contains("unknown library"));
    }

    void bench_measures_both_modes() {
        const Said said = cli({"bench", "--only", "w1", "--requests", "20000", "--json"});
        QCOMPARE(said.status, 0);
        const QJsonObject w1 = QJsonDocument::fromJson(said.out).object()["w1"].toObject();
        for (const char *mode : {"trace_kept", "metrics_only"}) {
            const QJsonObject figures = w1[QLatin1String(mode)].toObject();
            QVERIFY(figures["requests"].toInt() > 19'000 && figures["requests"].toInt() < 21'000);
            QVERIFY(figures["events"].toInt() >= 2 * figures["requests"].toInt());
            QVERIFY(figures["cpu_s"].toDouble() > 0.0 && figures["events_per_cpu_s"].toDouble() > 0.0);
            QVERIFY(figures["peak_rss_mib"].toDouble() > 0.0);
        }
    }

    void bench_runs_every_workload_of_its_help_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"w1k", "aws", "receipts", "storm"}) QTest::newRow(name) << name;
    }
    void bench_runs_every_workload_of_its_help() {
        QFETCH(QString, name);
        QVERIFY(cli({"bench", "--help"}).out.contains(name.toUtf8()));
        const Said said = cli({"bench", "--only", name, "--requests", "20000", "--json"});
        QCOMPARE(said.status, 0);
        QVERIFY2(said.err.isEmpty(), said.err.constData());
        const QJsonObject figures = QJsonDocument::fromJson(said.out).object()[name].toObject()["metrics_only"].toObject();
        QVERIFY(figures["requests"].toInt() > 1'000 && figures["events"].toInt() > figures["requests"].toInt());
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
