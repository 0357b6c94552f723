// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace halfopen;

namespace {

Said window(const QStringList &arguments) {
    QProcess process;
    process.start(HALFOPEN_WINDOW, arguments);
    if (!process.waitForFinished(100'000)) qFatal("halfopen did not end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// What the window's program says on a terminal.
class WindowWordsTest : public QObject, private TemporaryFiles {
    Q_OBJECT

private slots:
    void a_moment_beyond_the_run_is_told() {
        const QString picture = directory_.filePath("picture.png");
        const Said beyond = window({small(), "--capture", picture, "--at", "99h", "--size", "1100x700"});
        QCOMPARE(beyond.status, 0);
        QVERIFY2(beyond.err.contains("halfopen: --at: the run is over at 1") && beyond.err.contains("s, and the picture shows that instant\n"),
                 beyond.err.constData());
        QVERIFY(QFile::exists(picture));
        const Said within = window({small(), "--capture", picture, "--at", "3s", "--size", "1100x700"});
        QCOMPARE(within.status, 0);
        QVERIFY2(!within.err.contains("--at"), within.err.constData());
    }

    void a_picture_never_takes_the_place_of_the_scenario() {
        const QString scenario = small();
        const Said said = window({scenario, "--capture", scenario});
        QCOMPARE(said.status, 2);
        QVERIFY2(said.err.contains("--capture: " + scenario.toUtf8() + " is the scenario itself; name another file"), said.err.constData());
        QCOMPARE(file_text(scenario), kSmallScenario);
    }

    void the_help_says_what_is_not_built() {
        const Said said = window({"--help"});
        QCOMPARE(said.status, 0);
        QVERIFY2(said.out.simplified().contains("Learn, Tune and Replay are not built yet"), said.out.constData());
    }
};

QTEST_GUILESS_MAIN(WindowWordsTest)
#include "window_words_test.moc"
