// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QSet>
#include <QTest>

using namespace halfopen;

namespace {

struct Row {
    const char *from;
    const char *to;
    const char *message;
};

/// A part of the small scenario, what stands in its place, and what is said about it.
constexpr Row kRows[] = {
    {"latency: 100ms", "latency: fast", ":7:14: services.api.latency: expected a duration such as 250ms, got \"fast\""},
    {"latency: 100ms", "latency: 100",
     ":7:14: services.api.latency: expected a duration such as 250ms, got \"100\" (a number needs a "
     "unit here: ns, us, ms, s, min or h)"},
    {"latency: 100ms", "latency: -5ms",
     ":7:14: services.api.latency: expected a duration of at least 0s, got \"-5ms\""},
    {"latency: 100ms", "latency: 2000000h",
     ":7:14: services.api.latency: expected a duration of at most 1000000000s, got \"2000000h\""},
    {"latency: 100ms", "latency:",
     ":7:5: services.api.latency: expected a duration such as 250ms or a distribution such as "
     "{exponential: {mean: 100ms}}, got nothing"},
    {"latency: 100ms", "latency: {}",
     ":7:14: services.api.latency: expected a distribution such as {exponential: {mean: 100ms}}"},
    {"latency: 100ms", "latency: {exponental: {mean: 1s}}",
     ":7:15: services.api.latency: unknown key \"exponental\"; did you mean exponential?"},
    {"latency: 100ms", "latency: {exponential: 1s}",
     ":7:28: services.api.latency.exponential: expected a map with keys such as mean, got \"1s\""},
    {"latency: 100ms", "latency: {exponential: {}}",
     ":7:28: services.api.latency.exponential: the key mean is missing"},
    {"latency: 100ms", "latency: {constant: 1s, exponential: {mean: 1s}}",
     ":7:14: services.api.latency: expected one distribution, got both constant and exponential"},
    {"failures: {timeout: 5%}", "failures: {timeout: 105%}",
     ":8:25: services.api.failures.timeout: expected a share from 0% to 100%, got \"105%\""},
    {"failures: {timeout: 5%}", "failures: {timeout: 5 of 10}",
     ":8:25: services.api.failures.timeout: expected a share such as 7.5% or 0.075, got \"5 of 10\""},
    {"failures: {timeout: 5%}", "failures: {timeuot: 5%}",
     ":8:16: services.api.failures.timeuot: unknown failure kind \"timeuot\"; did you mean timeout?"},
    {"failures: {timeout: 5%}", "failures: [timeout]",
     ":8:15: services.api.failures: expected a map from failure kinds to shares such as {timeout: "
     "7.5%}, got a list"},
    {"cost: 0.10", "cost: cheap", ":9:11: services.api.cost: expected an amount in USD such as 0.10, got \"cheap\""},
    {"cost: 0.10", "cost: 10001", ":9:11: services.api.cost: expected an amount from 0 to 10000 USD, got \"10001\""},
    {"cost: 0.10", "effect: yes", ":9:13: services.api.effect: expected true or false, got \"yes\""},
    {"cost: 0.10", "discipline: fifi",
     ":9:17: services.api.discipline: expected one of fifo, lifo, got \"fifi\"; did you mean fifo?"},
    {"cost: 0.10", "workers: many",
     ":9:14: services.api.workers: expected a whole number from 1 to 1000000, got \"many\""},
    {"cost: 0.10", "rate_limit: {rate: 5/s, burst: 1, retry_after: soon}",
     "services.api.rate_limit.retry_after: expected exact, absent, a duration such as 2s or "
     "{wrong_by: 0.5}, got \"soon\""},
    {"max_attempts: 3", "max_attempts: 0",
     ":14:21: policies.careful.retry.max_attempts: expected a whole number from 1 to 1000, got \"0\""},
    {"max_attempts: 3", "max_retries: 3", ":14:7: policies.careful.retry: unknown key \"max_retries\""},
    {"jitter: full", "jitter: {additive: 0.5, symmetric: 0.1}",
     "policies.careful.retry.jitter: expected one jitter, got both additive and symmetric"},
    {"jitter: full", "jitter: {}", "policies.careful.retry.jitter: expected a jitter such as full or {additive: 0.5}"},
    {"breaker: tutorial", "breaker: tutorail",
     ":17:14: policies.careful.breaker: unknown preset \"tutorail\"; did you mean tutorial?"},
    {"breaker: tutorial", "breaker: [5]",
     ":17:14: policies.careful.breaker: expected a preset such as tutorial, or a map of breaker "
     "fields, got a list"},
    {"breaker: tutorial", "breaker: {window: {calls: 1, time: 1s}}",
     "policies.careful.breaker.window: a window is of calls or of time, not both"},
    {"breaker: tutorial", "breaker: {trip: consecutive, window: {calls: 9}}",
     "policies.careful.breaker.window: a window of calls needs trip: count_window"},
    {"breaker: tutorial", "breaker: {close_after: always}",
     "policies.careful.breaker.close_after: expected a number of successes or rate, got \"always\""},
    {"breaker: tutorial", "order: [retry, retry]", "policies.careful.order[1]: retry stands here twice"},
    {"breaker: tutorial", "error_recovery: {max_retries: 2}", "stands beside error_recovery"},
    {"- {service: api, policy: careful}", "- {policy: careful}",
     ":21:9: operations.ask.chain[0]: the key service is missing"},
    {"- {service: api, policy: careful}", "service: api",
     ":21:7: operations.ask.chain: expected a list such as [{service: a, policy: p}, {service: b}], "
     "got a map"},
    {"{poisson: 5/s}", "{}", "workloads[0].arrivals: expected arrivals such as {poisson: 5/s}"},
    {"{poisson: 5/s}", "{phases: [{for: 1s}]}", "workloads[0].arrivals.phases[0]: the key poisson is missing"},
    {"operation: ask, ", "", ":23:5: workloads[0]: the key operation is missing"},
    {", outage: unavailable", "", ":25:5: faults[0]: expected what the fault does, such as outage: unavailable"},
    {"outage: unavailable", "outage: unavailable, workers: 1",
     ":25:5: faults[0]: expected one effect, got both outage and workers"},
    {"outage: unavailable", "workers: 1, drops: true", "faults[0].drops: drops belongs to an outage"},
    {"for: 3s", "four: 3s", "faults[0]: unknown key \"four\"; did you mean for?"},
    {"  ask:", "  a.k:",
     ":19:3: operations.a.k: a name is made of letters, digits, _ and -, at most 64 bytes, got "
     "\"a.k\""},
    {"seed: 7", "seed: 7\nslo: {sucess_rate: 99%}",
     ":4:7: slo: unknown key \"sucess_rate\"; did you mean success_rate?"},
    {"seed: 7", "seed: 7\nslo: {latency_p95: 30}",
     ":4:20: slo.latency_p95: expected a duration such as 250ms, got \"30\""},
    {"seed: 7", "seed: 7\nkinds: {timeout: {class: refusal}}",
     ":4:26: kinds.timeout.class: expected one of transient, permanent, fixable, got \"refusal\""},
    {"seed: 7", "seed: 7\nplay: fast", ":4:7: play: expected a map with keys such as speed, got \"fast\""},
};

} // namespace

class ScenarioMessagesTest : public QObject {
    Q_OBJECT

private slots:
    void each_fault_has_its_own_message_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        for (const Row &row : kRows) {
            QTest::addRow("%s", row.to) << QString::fromUtf8(row.from) << QString::fromUtf8(row.to)
                                        << QString::fromUtf8(row.message);
        }
    }
    void each_fault_has_its_own_message() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const Result<Scenario> scenario = read_scenario(replaced(kSmallScenario, from.toStdString(), to.toStdString()));
        QVERIFY(!scenario.ok());
        const QString text = messages_of(scenario.failure());
        QVERIFY2(text.contains(message), qPrintable(text));
    }

    void the_reference_of_keys_comes_from_the_tables() {
        const auto &keys = scenario_keys();
        QVERIFY(keys.size() > 150);
        QSet<QString> paths;
        for (const KeyDoc &key : keys) {
            const QString path = QString::fromStdString(key.path);
            QVERIFY2(!paths.contains(path), qPrintable(path));
            paths.insert(path);
            QVERIFY2(!key.type.empty() && !key.doc.empty() && key.doc.back() == '.', qPrintable(path));
        }
        for (const char *path :
             {"halfopen", "services.*.latency.lognormal.p50", "services.*.rate_limit.retry_after.wrong_by",
              "policies.*.breaker.open_for.base", "policies.*.retry.backoff.cap_after_jitter",
              "policies.*.error_recovery.fallback_tools", "operations.*.healing.remedies.*.success",
              "operations.*.chain[].policy", "workloads[].arrivals.phases[].poisson.from", "faults[].latency.factor",
              "inputs.*.fails_at", "kinds.*.shows", "edits"}) {
            QVERIFY2(paths.contains(path), path);
        }
    }
};

QTEST_GUILESS_MAIN(ScenarioMessagesTest)
#include "scenario_messages_test.moc"
