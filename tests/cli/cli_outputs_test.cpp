// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace halfopen;

/// What halfopen-cli refuses before it runs or writes anything.
class CliOutputsTest : public QObject, private TemporaryFiles {
    Q_OBJECT

private slots:
    void require_slo_without_goals_is_a_mistake_that_is_told() {
        const Said none = cli({"run", small(), "--require-slo"});
        QCOMPARE(none.status, 65);
        QVERIFY(none.out.isEmpty());
        QVERIFY2(none.err.contains("states no goals; give it `slo: {success_rate: 99%}`"), none.err.constData());
    }

    void no_output_takes_the_place_of_an_input_or_of_another_output() {
        const QString scenario = file("io.scenario.yaml", replaced(kSmallScenario, "latency: 100ms", "latency: {samples: lat.csv}"));
        const QString samples = file("lat.csv", "10ms\n");
        const QString link = directory_.filePath("link.yaml"), hard = directory_.filePath("hard.csv");
        QVERIFY(QFile::link(scenario, link));
        QCOMPARE(::link(samples.toUtf8().constData(), hard.toUtf8().constData()), 0);
        const std::string before = file_text(scenario);
        const auto refused = [&](const QStringList &options, const QByteArray &why) {
            const Said said = cli(QStringList{"run", scenario} + options);
            QCOMPARE(said.status, 2);
            QVERIFY(said.out.isEmpty());
            QVERIFY2(said.err.contains(why), said.err.constData());
        };
        refused({"--html", scenario}, "--html: " + scenario.toUtf8() + " is the scenario itself");
        refused({"--events", link}, "is the scenario itself");
        refused({"--events", directory_.path() + "/./io.scenario.yaml"}, "is the scenario itself");
        refused({"--events", samples}, "is a file that the scenario names (lat.csv)");
        refused({"--html", hard}, "is a file that the scenario names (lat.csv)");
        const QString out = directory_.filePath("out");
        refused({"--html", out, "--events", directory_.path() + "/../" + QFileInfo(directory_.path()).fileName() + "/out"},
                "--events and --html name the same file");
        QVERIFY(!QFile::exists(out));
        QCOMPARE(file_text(scenario), before);
        QCOMPARE(file_text(samples), std::string("10ms\n"));
        QCOMPARE(cli({"run", scenario, "--html", out, "--events", out + "2"}).status, 0);
        QVERIFY(QFile::exists(out) && QFile::exists(out + "2"));
        QCOMPARE(cli({"run", scenario, "--html", out, "--events", out + "2"}).status, 0); // what it wrote itself it may replace
        QCOMPARE(cli({"run", scenario, "--html", "/dev/null", "--events", "/dev/null"}).status, 0);
    }
};

QTEST_GUILESS_MAIN(CliOutputsTest)
#include "cli_outputs_test.moc"
