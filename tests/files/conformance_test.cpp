// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance.h"
#include "tests/files/scenario_texts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;

namespace {

const QString kVectors = HALFOPEN_SOURCE_DIR "/tests/conformance/";

std::string first_line() {
    const std::string text = file_text(kVectors + "breaker-seed.jsonl");
    return text.substr(0, text.find('\n') + 1);
}

class Written {
public:
    explicit Written(const std::string &text) {
        QFile file(directory_.filePath("vectors.jsonl"));
        if (!file.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        file.write(QByteArray::fromStdString(text));
    }
    Result<ConformanceResult> result() const {
        return run_conformance(directory_.filePath("vectors.jsonl").toStdString());
    }

private:
    QTemporaryDir directory_;
};

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT

private slots:
    void the_presets_behave_as_the_recorded_libraries_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("least");
        QTest::newRow("the published class") << "breaker-seed.jsonl" << 13;
        QTest::newRow("its other reading") << "breaker-seed-consecutive.jsonl" << 13;
        QTest::newRow("resilience4j, calls") << "breaker-resilience4j-count.jsonl" << 5;
        QTest::newRow("resilience4j, seconds") << "breaker-resilience4j-time.jsonl" << 4;
        QTest::newRow("resilience4j, timers") << "breaker-resilience4j-auto.jsonl" << 4;
        QTest::newRow("cockatiel, in a row") << "breaker-cockatiel-consecutive.jsonl" << 5;
        QTest::newRow("cockatiel, calls") << "breaker-cockatiel-count.jsonl" << 3;
        QTest::newRow("cockatiel, seconds") << "breaker-cockatiel-sampling.jsonl" << 5;
        QTest::newRow("opossum") << "breaker-opossum.jsonl" << 7;
        QTest::newRow("opossum's semaphore") << "breaker-opossum-capacity.jsonl" << 6;
        QTest::newRow("cockatiel, bursts") << "breaker-cockatiel-bursts.jsonl" << 6;
        QTest::newRow("pybreaker") << "breaker-pybreaker.jsonl" << 5;
        QTest::newRow("circuitbreaker") << "breaker-circuitbreaker-py.jsonl" << 5;
    }
    void the_presets_behave_as_the_recorded_libraries() {
        QFETCH(QString, file);
        QFETCH(int, least);
        const Result<ConformanceResult> result = run_conformance((kVectors + file).toStdString());
        QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(messages_of(result.failure())));
        QVERIFY(result.value().total >= least);
        QVERIFY2(result.value().first_difference.empty(), result.value().first_difference.c_str());
        QCOMPARE(result.value().passed, result.value().total);
    }

    void the_two_readings_are_told_apart() {
        std::string text = file_text(kVectors + "breaker-seed.jsonl");
        for (std::size_t at = 0; (at = text.find("\"seed-tutorial\"", at)) != std::string::npos; ++at) {
            text.replace(at, 15, "\"seed-tutorial-consecutive\"");
        }
        const Result<ConformanceResult> result = Written(text).result();
        QVERIFY(result.ok());
        QVERIFY(result.value().passed < result.value().total);
        QVERIFY2(!result.value().first_difference.empty(), "a check that cannot fail");
    }

    void a_difference_is_told_with_its_line_call_and_values() {
        const std::string text = replaced(first_line(), "\"permitted\":false", "\"permitted\":true");
        const Result<ConformanceResult> result = Written(text).result();
        QVERIFY(result.ok());
        QCOMPARE(result.value().passed, 0);
        QCOMPARE(QString::fromStdString(result.value().first_difference),
                 QString("line 1: seed-0000: call 5: permitted: expected true, got false"));
    }

    void a_shifted_transition_is_a_difference() {
        const std::string line = first_line();
        const std::size_t at = line.find("\"transitions\":[{\"at_ms\":400");
        QVERIFY(at != std::string::npos);
        const Result<ConformanceResult> result =
            Written(replaced(line, "\"transitions\":[{\"at_ms\":400", "\"transitions\":[{\"at_ms\":401")).result();
        QVERIFY2(result.value().first_difference.find(
                     "transition 1: expected CLOSED to OPEN at 401 ms, got CLOSED to OPEN at 400 ms") !=
                     std::string::npos,
                 result.value().first_difference.c_str());
    }

    void what_is_not_known_is_reported_and_never_skipped_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *from, const char *to, const char *message) {
            QTest::newRow(message) << from << to << message;
        };
        row("\"seed-tutorial\"", "\"akka\"", ":1:1: unknown library \"akka\"");
        row("\"failure_threshold\"", "\"threshold\"", ":1:1: unknown parameter \"threshold\"");
        row("\"family\":\"breaker\"", "\"family\":\"weather\"", ":1:1: unknown family \"weather\"");
        row("\"outcome\":\"failure\"", "\"outcome\":\"maybe\"", ":1:1: unknown outcome \"maybe\"");
        row("\"action\":\"call\"", "\"action\":\"reset\"", ":1:1: unknown action \"reset\"");
        row("\"failure_threshold\":5", "\"failure_threshold\":0",
            ":1:1: parameter failure_threshold must be a whole number from 1 to 1000000");
        row("\"timeout\":60", "\"timeout\":1e300", ":1:1: timeout is out of range");
        row("\"at_ms\":0", "\"at_ms\":-1", ":1:1: at_ms is out of range");
        row("\"steps\"", "\"stops\"", ":1:1: the key steps is missing");
        row("{\"set\"", "[{\"set\"", ":1:1: not a JSON object");
    }
    void what_is_not_known_is_reported_and_never_skipped() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const Result<ConformanceResult> result =
            Written(replaced(first_line(), from.toStdString(), to.toStdString())).result();
        QVERIFY(!result.ok());
        QCOMPARE(messages_of(result.failure()), message);
    }

    void an_empty_file_proves_nothing() { QVERIFY(!Written("\n").result().ok()); }
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"
