// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance.h"
#include "tests/files/scenario_texts.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace halfopen;

namespace {

const QString kVectors = HALFOPEN_SOURCE_DIR "/tests/conformance/";

Result<ConformanceResult> result_of(const std::string &text, const ConformanceOptions &options = {}) {
    QTemporaryDir directory;
    QFile file(directory.filePath("vectors.jsonl"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("no temporary file");
    file.write(QByteArray::fromStdString(text));
    file.close();
    return run_conformance(file.fileName().toStdString(), options);
}

/// The line of a file whose id this is.
std::string vector_named(const QString &file, const std::string &id) {
    const std::string text = file_text(kVectors + file);
    const std::size_t at = text.find("\"id\":\"" + id + "\"");
    if (at == std::string::npos) qFatal("there is no such vector");
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) + 1 - begin);
}

/// The first match of a pattern put in place of what it captures.
std::string changed(const std::string &text, const QString &pattern, const QString &with) {
    const QRegularExpressionMatch match = QRegularExpression(pattern).match(QString::fromStdString(text));
    if (!match.hasMatch()) qFatal("the pattern is not in the vector");
    QString out = QString::fromStdString(text);
    return out.replace(match.capturedStart(1), match.capturedLength(1), with).toStdString();
}

ConformanceOptions effort(double effort, std::uint64_t seed = 1) {
    ConformanceOptions options;
    options.effort = effort;
    options.seed = seed;
    return options;
}

} // namespace

class ConformanceFamiliesTest : public QObject {
    Q_OBJECT

private slots:
    void the_engine_agrees_with_what_was_recorded_data();
    void the_engine_agrees_with_what_was_recorded();
    void what_was_recorded_otherwise_is_a_difference_data();
    void what_was_recorded_otherwise_is_a_difference();
    void what_is_not_known_is_reported_and_never_skipped_data();
    void what_is_not_known_is_reported_and_never_skipped();
    void the_seed_changes_the_luck_and_nothing_else_does();
    void more_effort_makes_the_standard_error_smaller();
    void a_mean_that_would_take_too_long_is_not_run();
    void all_retry_libraries_of_the_vectors_have_their_defaults();
};

void ConformanceFamiliesTest::the_engine_agrees_with_what_was_recorded_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("vectors");
    QTest::addColumn<double>("effort");
    QTest::newRow("waits") << "backoff.jsonl" << 30 << 0.3;
    QTest::newRow("AWS quotas") << "budget-aws.jsonl" << 23 << 1.0;
    QTest::newRow("gRPC throttling") << "budget-grpc.jsonl" << 14 << 1.0;
    QTest::newRow("the SRE book's throttle") << "budget-sre.jsonl" << 7 << 1.0;
    QTest::newRow("queues") << "closed-queue.jsonl" << 17 << 0.2;
    QTest::newRow("chains") << "closed-chain.jsonl" << 30 << 0.2;
    QTest::newRow("trips of breakers") << "closed-breaker-trip.jsonl" << 8 << 0.1;
    QTest::newRow("the AWS simulator") << "aws-simulator.jsonl" << 10 << 0.2;
}

void ConformanceFamiliesTest::the_engine_agrees_with_what_was_recorded() {
    QFETCH(QString, file);
    QFETCH(int, vectors);
    QFETCH(double, effort);
    const Result<ConformanceResult> result = run_conformance((kVectors + file).toStdString(), ::effort(effort));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(messages_of(result.failure())));
    QCOMPARE(result.value().total, vectors);
    QVERIFY2(result.value().first_difference.empty(), result.value().first_difference.c_str());
    QCOMPARE(result.value().passed, vectors);
}

void ConformanceFamiliesTest::what_was_recorded_otherwise_is_a_difference_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *file, const char *id, const char *pattern, const char *with,
                        const char *message) { QTest::newRow(name) << file << id << pattern << with << message; };
    row("a wait", "backoff.jsonl", "r4j-backoff-010", R"x("delays":\[50,(100),)x", "101",
        "trace 1: wait 2: expected 101 ms, got 100 ms");
    row("a wait without chance", "backoff.jsonl", "py-backoff-008", R"x("delays":\[2,4,(8))x", "9",
        "delays: wait 3: expected 9000 ms, got 8000 ms");
    row("the number of waits", "backoff.jsonl", "py-backoff-036", R"x("delays":(\[0.1,0.2\]))x", "[0.1,0.2,0.4]",
        "delays: expected 3 waits, got 2");
    row("a mean", "backoff.jsonl", "py-backoff-018", R"x("attempt":2,"mean":(17.51))x", "17.81",
        "mean of wait 2: expected 17.81");
    row("a quantile", "backoff.jsonl", "py-backoff-018", R"x("attempt":1.*?"q95":(14.5))x", "14.6",
        "share below q95 of wait 1");
    row("a largest value", "backoff.jsonl", "npm-backoff-014", R"x("attempt":1,[^}]*"max":(49.0))x", "51.0",
        "longest of wait 1");
    row("a correlation", "backoff.jsonl", "py-backoff-018", R"x("corr_successive":\[(0.494))x", "0.0",
        "correlation of waits 1 and 2");
    row("an action", "budget-aws.jsonl", "aws-quota-0002", R"x("action":"(done)")x", "retry",
        "step 2: action: expected retry, got done");
    row("a capacity", "budget-aws.jsonl", "aws-quota-0002", R"x("capacity":(485))x", "486",
        "step 1: capacity: expected 486, got 485");
    row("tokens", "budget-grpc.jsonl", "grpc-throttle-0000", R"x("milli_tokens":(8000))x", "8001",
        "step 1: milli_tokens: expected 8001, got 8000");
    row("a retry", "budget-grpc.jsonl", "grpc-throttle-0000", R"x("retry_allowed":(false))x", "true",
        "step 4: retry_allowed: expected true, got false");
    row("a probability", "budget-sre.jsonl", "sre-throttle-0003", R"x("p_reject":(0.75))x", "0.76",
        "step 3: p_reject: expected 0.76");
    row("a refusal", "budget-sre.jsonl", "sre-throttle-0003", R"x("sent":(false))x", "true",
        "step 1: sent: expected true, got false");
    row("a queue", "closed-queue.jsonl", "queue-0030", R"x("Wq":(0.75))x", "0.85", "Wq: expected 0.85");
    row("a chain's cost", "closed-chain.jsonl", "chain-0022", R"x("expected_cost":(0.070))x", "0.072",
        "expected_cost: expected 0.072");
    row("a stage", "closed-chain.jsonl", "chain-0022", R"x("p_served_here":(0.84))x", "0.86", "stage 1: p_served_here");
    row("a worst case", "closed-chain.jsonl", "chain-0141", R"x("worst_case_no_jitter":(183.5))x", "183.6",
        "worst_case_no_jitter");
    row("a trip", "closed-breaker-trip.jsonl", "trip-0033", R"x("consecutive_mean_calls_to_trip":(6.9))x", "7.4",
        "consecutive_mean_calls_to_trip: expected 7.4");
    row("calls of the simulator", "aws-simulator.jsonl", "aws-sim-020-None", R"x("calls_mean":(152.))x", "172.",
        "calls_mean: expected 172.64");
    row("time of the simulator", "aws-simulator.jsonl", "aws-sim-020-None", R"x("time_mean":(6)01)x", "7",
        "time_mean: expected 701");
}

void ConformanceFamiliesTest::what_was_recorded_otherwise_is_a_difference() {
    QFETCH(QString, file);
    QFETCH(QString, id);
    QFETCH(QString, pattern);
    QFETCH(QString, with);
    QFETCH(QString, message);
    const std::string text = changed(vector_named(file, id.toStdString()), pattern, with);
    const Result<ConformanceResult> result = result_of(text, effort(0.5));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(messages_of(result.failure())));
    QCOMPARE(result.value().passed, 0);
    const QString told = QString::fromStdString(result.value().first_difference);
    QVERIFY2(told.startsWith("line 1: " + id + ": ") && told.contains(message), qPrintable(told));
}

void ConformanceFamiliesTest::what_is_not_known_is_reported_and_never_skipped_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *file, const char *id, const char *pattern, const char *with, const char *message) {
        QTest::newRow(message) << file << id << pattern << with << message;
    };
    const char *backoff = "backoff.jsonl";
    row(backoff, "py-backoff-008", R"x("library":"(tenacity)")x", "backon", "unknown library \"backon\"");
    row(backoff, "py-backoff-008", R"x("kind":"(wait_exponential)")x", "wait_chain",
        "unknown kind \"wait_chain\" of library \"tenacity\"");
    row(backoff, "py-backoff-008", R"x("(min)":)x", "least", "unknown parameter \"least\"");
    row(backoff, "py-backoff-008", R"x("max":(30))x", "-1", "parameter max must be a number from 0 to 1e+300");
    row(backoff, "py-backoff-008", R"x("unit":"(s)")x", "min", "unknown unit \"min\"");
    row(backoff, "npm-backoff-005", R"x(ExponentialBackoff/(half))x", "double", "of library \"cockatiel\"");
    row(backoff, "npm-backoff-047", R"x("errorType":"(THROTTLING)")x", "ODD", "unknown errorType \"ODD\"");
    row(backoff, "npm-backoff-110", R"x("initialBackoff":"(1s)")x", "1",
        "parameter initialBackoff must be a duration such as 0.5s");
    row("budget-aws.jsonl", "aws-quota-0002", R"x("library":"(botocore))x", "boto",
        "unknown library \"boto standard retry quota");
    row("budget-aws.jsonl", "aws-quota-0002", R"x("scripts":\[\["(fail_timeout)")x", "fail_odd",
        "unknown outcome \"fail_odd\"");
    row("budget-aws.jsonl", "aws-quota-0002", R"x("(max_attempts)")x", "tries", "parameter max_attempts is missing");
    row("budget-grpc.jsonl", "grpc-throttle-0000", R"x("steps":\["(failure)")x", "odd", "unknown step \"odd\"");
    row("budget-sre.jsonl", "sre-throttle-0003", R"x("backend":"(reject)")x", "odd", "unknown backend \"odd\"");
    row("closed-queue.jsonl", "queue-0030", R"x("model":"(M/G/1)")x", "G/G/1", "unknown model \"G/G/1\"");
    row("closed-queue.jsonl", "queue-0030", R"x("service":"(Erlang-2)")x", "Weibull",
        "unknown service time \"Weibull\"");
    row("closed-queue.jsonl", "queue-0030", R"x("(Lq)")x", "Lqq", "unknown figure \"Lqq\"");
    row("closed-queue.jsonl", "queue-0030", R"x("lam":(0.5))x", "1.5",
        "the load is too high for a queue without limit");
    row("closed-chain.jsonl", "chain-0022", R"x("cost_mode":"(per_attempt|on_success)")x", "odd",
        "unknown cost_mode \"odd\"");
    row("closed-chain.jsonl", "chain-0022", R"x("(expected_cost)")x", "price", "unknown figure \"price\"");
    row("closed-breaker-trip.jsonl", "trip-0002", R"x("p_fail":(0.05))x", "0", "p_fail is out of range");
    row("aws-simulator.jsonl", "aws-sim-020-None", R"x("algorithm":"(None)")x", "Odd", "unknown algorithm \"Odd\"");
    row("aws-simulator.jsonl", "aws-sim-020-None", R"x("(net_sd_ms)")x", "sd", "parameter net_sd_ms is missing");
}

void ConformanceFamiliesTest::what_is_not_known_is_reported_and_never_skipped() {
    QFETCH(QString, file);
    QFETCH(QString, id);
    QFETCH(QString, pattern);
    QFETCH(QString, with);
    QFETCH(QString, message);
    const std::string good = vector_named(file, id.toStdString());
    const Result<ConformanceResult> result = result_of(good + changed(good, pattern, with), effort(0.05));
    QVERIFY(!result.ok());
    const QString told = messages_of(result.failure());
    QVERIFY2(told.contains(":2:1: ") && told.contains(message), qPrintable(told));
}

void ConformanceFamiliesTest::the_seed_changes_the_luck_and_nothing_else_does() {
    const std::string text = vector_named("closed-queue.jsonl", "queue-0030");
    const auto figures = [&](const ConformanceOptions &options) { return result_of(text, options).value().figures; };
    const auto first = figures(effort(0.1)), again = figures(effort(0.1)), other = figures(effort(0.1, 2));
    QCOMPARE(first.size(), std::size_t(5));
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].figure.measured, again[i].figure.measured);
        QVERIFY(first[i].figure.measured != other[i].figure.measured);
        QVERIFY(std::isfinite(first[i].figure.z));
    }
}

void ConformanceFamiliesTest::more_effort_makes_the_standard_error_smaller() {
    const std::string text = vector_named("closed-chain.jsonl", "chain-0022");
    const double little = result_of(text, effort(0.1)).value().figures.front().figure.standard_error;
    const double more = result_of(text, effort(1.6)).value().figures.front().figure.standard_error;
    QVERIFY2(more < little / 2.5 && more > little / 7.0, qPrintable(QString("%1 %2").arg(little).arg(more)));
}

void ConformanceFamiliesTest::a_mean_that_would_take_too_long_is_not_run() {
    const auto result = result_of(vector_named("closed-breaker-trip.jsonl", "trip-0009"), effort(0.05));
    QCOMPARE(result.value().passed, 1);
    QVERIFY(!result.value().figures[0].figure.not_run.empty());
    QVERIFY(result.value().figures[1].figure.not_run.empty());
}

void ConformanceFamiliesTest::all_retry_libraries_of_the_vectors_have_their_defaults() {
    // async-retry randomizes unless told otherwise, retry does not; both sort. cockatiel's default is decorrelated.
    const auto passes = [](const char *library, const char *kind, const char *params, const char *expected) {
        const std::string line = std::string(R"x({"family":"backoff","id":"x","library":")x") + library +
                                 R"x(","kind":")x" + kind + R"x(","params":)x" + params + R"x(,"unit":"ms",)x" +
                                 expected + "}";
        const Result<ConformanceResult> result = result_of(line);
        if (!result.ok()) return messages_of(result.failure());
        return QString::fromStdString(result.value().first_difference);
    };
    const char *random = R"x("deterministic":false,"traces":[{"u":[0.5,0.5],"delays":[1500,3000]}])x";
    const char *plain = R"x("deterministic":true,"delays":[1000,2000])x";
    QCOMPARE(passes("async-retry", "defaults", R"x({"retries":2})x", random), QString());
    QCOMPARE(passes("retry", "timeouts", R"x({"retries":2})x", plain), QString());
    QCOMPARE(passes("retry", "timeouts", R"x({"retries":3,"factor":0.5})x",
                    R"x("deterministic":true,"delays":[250,500,1000])x"),
             QString());
    QCOMPARE(
        passes("p-retry", "randomize=false", R"x({"factor":0.5})x", R"x("deterministic":true,"delays":[1000,500])x"),
        QString());
    QCOMPARE(passes("cockatiel", "ExponentialBackoff", R"x({"initialDelay":1000})x",
                    R"x("deterministic":false,"traces":[{"u":[0.5,0.5],"delays":[897.404935579,1093.003547382]}])x"),
             QString());
    QVERIFY(passes("resilience4j", "IntervalFunction.ofExponentialBackoff",
                   R"x({"initialIntervalMillis":500,"multiplier":1.5})x",
                   R"x("deterministic":true,"delays":[500,750,1125,1687,2530,3795,5692])x")
                .isEmpty());
}

QTEST_GUILESS_MAIN(ConformanceFamiliesTest)
#include "conformance_families_test.moc"
