// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/lint/lint.h"

#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QDirIterator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace halfopen;

namespace {

/// A scenario on which the linter has nothing to say; each row of the table changes some of its values.
const std::string kCalm = R"(halfopen: 1
duration: 10min
services:
  api: {network: 10ms, latency: 100ms}
  spare: {latency: 100ms}
  deep: {latency: 10ms}
policies:
  p:
    timeout: 1s
    retry: {max_attempts: 4, backoff: {family: exponential, base: 100ms}, jitter: full}
    breaker: {preset: tutorial, open_for: 10s}
  bare: {timeout: 1s}
  eager: {timeout: 1s, retry: {max_attempts: 4, backoff: {family: exponential, base: 100ms}, jitter: full}}
  guarded: {breaker: tutorial}
operations:
  ask: {chain: [{service: api, policy: p}, {service: spare}]}
workloads:
  - {operation: ask, arrivals: {poisson: 10/s}, instances: 2}
)";

using Changes = std::vector<std::string>;

struct Pair {
    const char *rule;
    Changes fires, stays_quiet;
};

const std::string kRetry = "policies.p.retry.", kBreaker = "policies.p.breaker";
const std::string kOutage = "faults=[{service: api, at: 60s, for: 30s, outage: unavailable}]";

/// Each rule with a scenario that fires it and one that only just does not.
const std::vector<Pair> kPairs{
    {"retries_at_once", {kRetry + "backoff={family: none}"}, {kRetry + "backoff={family: exponential, base: 1ms}"}},
    {"retries_at_once", {kRetry + "backoff={family: linear, base: 1s, offset: -1}"}, {kRetry + "backoff={family: linear, base: 1s}"}},
    {"backoff_does_not_grow", {kRetry + "backoff={family: constant, base: 100ms}"},
     {kRetry + "backoff={family: constant, base: 100ms}", kRetry + "max_attempts=2"}},
    {"backoff_does_not_grow", {kRetry + "backoff={family: power, base: 500ms}"}, {kRetry + "backoff={family: power, base: 2s}"}},
    {"too_many_retries", {kRetry + "max_attempts=7", kBreaker + ".failures=9"}, {kRetry + "max_attempts=6", kBreaker + ".failures=9"}},
    {"too_few_retries", {"services.api.failures={network: 5%}", "services.spare.failures={network: 30%}", kRetry + "max_attempts=1"},
     {"services.api.failures={network: 5%}", "services.spare.failures={network: 30%}"}},
    {"too_few_retries", {"services.api.failures={network: 5%}", "operations.ask.chain=[{service: api, policy: bare}]"},
     {"services.api.failures={network: 5%}", "operations.ask.chain=[{service: api, policy: bare}]", "slo={success_rate: 90%}"}},
    {"no_jitter", {kRetry + "jitter=none"}, {kRetry + "jitter=none", "workloads[0].instances=1"}},
    {"no_jitter", {kRetry + "jitter=none", "workloads[0].instances=1", "workloads[0].arrivals={poisson: 90/s}"},
     {kRetry + "jitter={additive: 0.5}"}},
    {"high_retry_rate", {"services.api.failures={network: 11%}"}, {"services.api.failures={network: 10%}"}},
    {"high_retry_rate", {"services.api.latency={exponential: {mean: 600ms}}"}, {"services.api.latency={exponential: {mean: 300ms}}"}},
    {"retries_permanent_error", {kRetry + "kinds=[timeout, auth]"}, {kRetry + "kinds=[timeout, low_confidence]"}},
    {"retries_permanent_error", {"kinds={not_found: {retry: true}}"}, {"kinds={not_found: {fallback: false}}"}},
    {"retry_of_effect_without_key", {"services.api.effect=true"}, {"services.api.effect=true", "services.api.idempotency_key=true"}},
    {"retry_of_effect_without_key", {"services.api.effect=true"}, {"services.spare.effect=true"}},
    {"expensive_retries", {kRetry + "backoff={family: none}", "services.api.cost=0.10"}, {"services.api.cost=0.10"}},
    {"retry_after_ignored",
     {"services.api.rate_limit={rate: 99/s, burst: 9, retry_after: exact}", kRetry + "retry_after={honour: false}"},
     {"services.api.rate_limit={rate: 99/s, burst: 9, retry_after: exact}", kRetry + "retry_after={honour: true}"}},
    {"retry_after_ignored",
     {"services.api.rate_limit={rate: 99/s, burst: 9, retry_after: 3s}", kRetry + "retry_after={honour: false}"},
     {"services.api.rate_limit={rate: 99/s, burst: 9}", kRetry + "retry_after={honour: false}"}},
    {"retry_names_breaker_open", {kRetry + "kinds=[timeout, breaker_open]"}, {kRetry + "kinds=[timeout]"}},
    {"retry_names_breaker_open", {kRetry + "kinds=[timeout, breaker_open]"},
     {kRetry + "kinds=[timeout, breaker_open]", "policies.p.order=[breaker, retry, timeout]"}},
    {"retries_end_before_retest", {kRetry + "kinds=[timeout, breaker_open]"},
     {kRetry + "kinds=[timeout, breaker_open]", kBreaker + ".open_for=700ms"}},
    {"hides_errors", {"operations.ask.exhausted=continue"}, {"operations.ask.exhausted=partial"}},
    {"unseen_failure",
     {"kinds={lost: {class: transient, retry: false, fallback: false, breaker: ignore}}", "services.api.failures={lost: 1%}"},
     {"kinds={lost: {class: transient, retry: false, fallback: false, breaker: failure}}", "services.api.failures={lost: 1%}"}},
    {"no_breaker", {kOutage, "operations.ask.chain[0].policy=bare"}, {kOutage}},
    {"no_breaker", {"services.api.availability={up: 10min, down: 20s}", "operations.ask.chain[0].policy=bare"},
     {"operations.ask.chain[0].policy=bare"}},
    {"no_fallback", {kOutage, "operations.ask.chain=[{service: api, policy: p}]"}, {kOutage}},
    {"no_fallback", {kOutage, "operations.ask.chain=[{service: api, policy: p}]"},
     {kOutage, "operations.ask.chain=[{service: api, policy: p}]", kRetry + "backoff={family: exponential, base: 10s}"}},
    {"attempts_exceed_deadline", {"services.api.failures={timeout: 1%}", "operations.ask.deadline=4300ms"},
     {"services.api.failures={timeout: 1%}", "operations.ask.deadline=4400ms"}},
    {"attempts_exceed_deadline", {"services.api.failures={timeout: 1%}", "operations.ask.deadline=3s"},
     {"operations.ask.deadline=3s"}},
    {"hangs_without_timeout", {"services.spare.failures={timeout: 1%}"}, {"services.api.failures={timeout: 1%}"}},
    {"hangs_without_timeout", {"faults=[{service: spare, at: 1s, for: 1s, outage: timeout}]"},
     {"faults=[{service: spare, at: 1s, for: 1s, outage: network}]"}},
    {"timeout_below_latency", {"services.api.latency={exponential: {mean: 700ms}}"}, {"services.api.latency={exponential: {mean: 500ms}}"}},
    {"timeout_below_latency", {"services.api.latency={gamma: {mean: 900ms, cv: 0.5}}"}, {"services.api.latency={pareto: {min: 200ms, alpha: 1.2}}"}},
    {"fallback_without_capacity", {"services.spare.workers=1", "workloads[0].arrivals={poisson: 11/s}"}, {"services.spare.workers=1"}},
    {"fallback_without_capacity", {"services.spare.rate_limit={rate: 9/s, burst: 5}"}, {"services.spare.rate_limit={rate: 10/s, burst: 5}"}},
    {"one_request_trips_breaker", {kBreaker + ".failures=4"}, {kBreaker + ".failures=5"}},
    {"one_request_trips_breaker", {kBreaker + ".failures=4"}, {kBreaker + ".failures=4", "policies.p.order=[breaker, retry, timeout]"}},
    {"breaker_cannot_trip",
     {"kinds={unavailable: {breaker: ignore}, timeout: {breaker: success}}", "services.api.failures={unavailable: 1%, timeout: 1%}"},
     {"kinds={unavailable: {breaker: ignore}}", "services.api.failures={unavailable: 1%, timeout: 1%}"}},
    {"breaker_cannot_trip", {kBreaker + "={trip: count_window, failure_rate: 100%, compare: above, window: {calls: 10}}"},
     {kBreaker + "={trip: count_window, failure_rate: 100%, window: {calls: 10}}"}},
    {"minimum_above_window", {kBreaker + "={preset: resilience4j, window: {calls: 5}, minimum_calls: 10}"},
     {kBreaker + "={preset: resilience4j, window: {calls: 10}, minimum_calls: 10}"}},
    {"minimum_unreachable", {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 5s}, minimum_calls: 101}"},
     {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 5s}, minimum_calls: 100}"}},
    {"minimum_unreachable", {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 5s}, minimum_calls: 101}"},
     {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 5s}, minimum_calls: 101, shared: true}"}},
    {"minimum_unreachable",
     {kBreaker + "={trip: count_window, failure_rate: 50%, window: {calls: 100}, minimum_calls: 100}", "duration=4s"},
     {kBreaker + "={trip: count_window, failure_rate: 50%, window: {calls: 100}, minimum_calls: 100}"}},
    {"breaker_trips_on_healthy_service", {kBreaker + "={preset: tutorial_code}", "services.api.failures={network: 3%}"},
     {kBreaker + "={preset: tutorial}", "services.api.failures={network: 3%}"}},
    {"breaker_trips_on_healthy_service",
     {kBreaker + "={trip: count_window, failure_rate: 20%, window: {calls: 20}, minimum_calls: 20}", "services.api.failures={network: 9%}"},
     {kBreaker + "={trip: count_window, failure_rate: 60%, window: {calls: 20}, minimum_calls: 20}", "services.api.failures={network: 9%}"}},
    {"cooldown_longer_than_outage", {kOutage, kBreaker + ".open_for=31s"}, {kOutage, kBreaker + ".open_for=30s"}},
    {"cooldown_longer_than_outage", {"services.api.availability={up: 10min, down: 9s}"}, {"services.api.availability={up: 10min, down: 11s}"}},
    {"window_outlives_open_time",
     {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 20s}, minimum_calls: 5, reset_window: never, open_for: 19s}"},
     {kBreaker + "={trip: time_window, failure_rate: 50%, window: {time: 20s}, minimum_calls: 5, reset_window: on_close, open_for: 19s}"}},
    {"half_open_without_timeout", {"services.api.failures={timeout: 1%}", "operations.ask.chain[0].policy=guarded"},
     {"services.api.failures={timeout: 1%}"}},
    {"half_open_without_timeout", {"services.api.failures={timeout: 1%}", "operations.ask.chain[0].policy=guarded"},
     {"services.api.failures={timeout: 1%}", "operations.ask.chain[0].policy=guarded", "policies.guarded.breaker={probe_timeout: 9s}"}},
    {"window_below_timeouts", {kBreaker + "={trip: time_window, failures: 5, window: {time: 1900ms}}"},
     {kBreaker + "={trip: time_window, failures: 5, window: {time: 2s}}"}},
    {"overload", {"services.api.workers=1"}, {"services.api.workers=2"}},
    {"overload", {"services.api.workers=2", "workloads[0].arrivals={phases: [{for: 60s, poisson: 5/s}, {for: 9s, poisson: 20/s}]}"},
     {"services.api.workers=2", "workloads[0].arrivals={clients: {count: 50, think: 1s}}"}},
    {"limiter_below_rate", {"services.api.rate_limit={rate: 9/s, burst: 5}"}, {"services.api.rate_limit={rate: 10/s, burst: 5}"}},
    {"limiter_below_rate", {"policies.p.rate_limiter={rate: 4/s, burst: 9}"}, {"policies.p.rate_limiter={rate: 5/s, burst: 9}"}},
    {"layered_retries_multiply", {"services.api.calls=[{service: deep, policy: eager}]"}, {"services.api.calls=[{service: deep, policy: bare}]"}},
    {"layered_retries_multiply", {"services.spare.calls=[{service: deep, policy: eager}]", "services.deep.calls=[{service: deepest, policy: eager}]",
                                  "services.deepest={latency: 1ms}"},
     {"services.spare.calls=[{service: deep, policy: eager}]"}},
    {"bulkhead_too_small", {"policies.p.bulkhead={concurrency: 2, queue: 0}"}, {"policies.p.bulkhead={concurrency: 5, queue: 0}"}},
    {"bulkhead_too_small", {"policies.p.bulkhead={concurrency: 1, queue: 5, max_wait: 1s}", "workloads[0].arrivals={poisson: 20/s}"},
     {"policies.p.bulkhead={concurrency: 1, queue: 5, max_wait: 1s}"}},
    {"hedge_wastes", {"policies.p.hedge={after: 150ms}", "services.api.cost=0.10"}, {"policies.p.hedge={after: 150ms}"}},
    {"hedge_wastes", {"policies.p.hedge={after: 150ms}", "services.api.workers=9"},
     {"policies.p.hedge={after: 150ms}", "services.api.workers=9", "services.api.cancels=true"}},
    {"ejection_inert", {kBreaker + "=envoy_outlier", "services.api.replicas=9"}, {kBreaker + "=envoy_outlier", "services.api.replicas=10"}},
    {"ejection_inert", {kBreaker + "=envoy_outlier", "services.api.replicas=3"},
     {kBreaker + "={preset: envoy_outlier, ejection: {always_one: true}}", "services.api.replicas=3"}},
    {"minimum_unreachable", {kBreaker + "=polly", "workloads[0].arrivals={poisson: 1/s}"}, {kBreaker + "=polly"}},
    {"retry_storm_possible", {"services.api.workers=2", "operations.ask.chain[0].policy=eager"},
     {"services.api.workers=2", "operations.ask.chain[0].policy=eager", "policies.eager.budget={throttle: {max_tokens: 10, token_ratio: 0.1}}"}},
    {"retry_storm_possible", {"services.api.workers=2", "operations.ask.chain[0].policy=eager"},
     {"services.api.workers=4", "operations.ask.chain[0].policy=eager"}},
    {"retry_storm_possible", {"services.api.workers=2", "operations.ask.chain[0].policy=eager"},
     {"services.api.workers=2", "operations.ask.chain[0].policy=eager", "services.api.cancels=true"}},
};

std::vector<Advice> advice_on(const Changes &changes) {
    const Result<Scenario> scenario = read_scenario(kCalm, {".", changes});
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return lint(scenario.value());
}

bool has(const std::vector<Advice> &advice, const std::string &rule) {
    return std::any_of(advice.begin(), advice.end(), [&](const Advice &a) { return a.rule == rule; });
}

QByteArray text_of(const std::vector<Advice> &advice) {
    QByteArray out;
    for (const Advice &a : advice) out += QByteArray::fromStdString("\n" + a.rule + " at " + a.path + ": " + a.evidence);
    return out;
}

/// The ids that an `about` text announces: "The linter says: no_jitter, overload."
QSet<QString> announced(const std::string &about) {
    const QString text = QString::fromStdString(about);
    const QString begin = "The linter says: ";
    const qsizetype at = text.indexOf(begin);
    if (at < 0) return {};
    const qsizetype from = at + begin.size();
    const QStringList ids = text.mid(from, text.indexOf('.', from) - from).split(", ");
    return {ids.begin(), ids.end()};
}

} // namespace

class LintTest : public QObject {
    Q_OBJECT

private slots:
    void on_a_calm_scenario_there_is_no_advice() {
        const std::vector<Advice> advice = advice_on({});
        QVERIFY2(advice.empty(), text_of(advice));
    }

    void each_rule_fires_on_its_scenario_and_not_on_its_neighbour_data() {
        QTest::addColumn<int>("pair");
        for (std::size_t i = 0; i < kPairs.size(); ++i)
            QTest::addRow("%s %zu", kPairs[i].rule, i) << static_cast<int>(i);
    }
    void each_rule_fires_on_its_scenario_and_not_on_its_neighbour() {
        QFETCH(int, pair);
        const Pair &row = kPairs[static_cast<std::size_t>(pair)];
        const std::vector<Advice> fires = advice_on(row.fires);
        QVERIFY2(has(fires, row.rule), text_of(fires));
        for (const Advice &a : fires) {
            QVERIFY(!a.path.empty() && !a.why.empty() && !a.what_to_do.empty());
            QVERIFY2(a.evidence.size() > 20, text_of(fires));
        }
        const std::vector<Advice> quiet = advice_on(row.stays_quiet);
        QVERIFY2(!has(quiet, row.rule), text_of(quiet));
    }

    void every_rule_has_a_pair_and_an_id_of_its_own() {
        QSet<QString> tested, ids;
        for (const Pair &pair : kPairs) tested.insert(pair.rule);
        for (const LintRule &rule : lint_rules()) {
            const QString id = QString::fromUtf8(rule.id.data(), static_cast<qsizetype>(rule.id.size()));
            QVERIFY2(tested.contains(id), qPrintable(id));
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
        }
        QVERIFY(ids.size() >= 25);
        QCOMPARE(ids, tested);
    }

    void a_goal_that_nobody_stated_is_called_a_common_one() {
        const auto said = [](std::vector<std::string> sets) {
            for (const char *set : {"services.api.failures={network: 5%}", "operations.ask.chain=[{service: api, policy: bare}]"}) sets.emplace_back(set);
            QString all;
            for (const Advice &a : advice_on(sets))
                if (a.rule == "too_few_retries") all += QString::fromStdString(a.evidence);
            return all;
        };
        QVERIFY2(said({"slo={}"}).contains("; a common goal is 99"), qPrintable(said({"slo={}"})));
        QVERIFY(!said({"slo={}"}).contains("the goal is"));
        QVERIFY2(said({"slo.success_rate=99.9%"}).contains("; the goal is 99.9"), qPrintable(said({"slo.success_rate=99.9%"})));
    }

    void a_policy_on_two_legs_is_told_once() {
        const auto advice = advice_on({"operations.ask.chain=[{service: api, policy: eager}, {service: spare, policy: eager}]",
                                       "policies.eager.retry.jitter=none"});
        QCOMPARE(std::count_if(advice.begin(), advice.end(), [](const Advice &a) { return a.rule == "no_jitter"; }), 1);
    }

    void an_operation_that_nobody_asks_for_is_not_looked_at() {
        const auto advice = advice_on({"operations.other={chain: [{service: api, policy: eager}]}", "policies.eager.retry.jitter=none"});
        QVERIFY2(advice.empty(), text_of(advice));
    }

    void the_evidence_has_the_figures_of_the_scenario() {
        const auto advice = advice_on({"services.api.workers=2", "operations.ask.chain[0].policy=eager"});
        const auto found = std::find_if(advice.begin(), advice.end(), [](const Advice &a) { return a.rule == "retry_storm_possible"; });
        QVERIFY(found != advice.end());
        // 2 workers x 1/100 ms = 20/s; 10/s come; 4 tries make 40/s; hidden capacity 20 / 4 = 5/s.
        for (const char *figure : {"serves 20 calls", "gets 10.", "make that 40", "below 5 requests"})
            QVERIFY2(QString::fromStdString(found->evidence).contains(figure), found->evidence.c_str());
        QCOMPARE(found->path, "policies.eager.retry");
    }

    void every_shipped_scenario_gets_the_advice_that_its_text_announces_data() {
        QTest::addColumn<QString>("path");
        const QString folder = HALFOPEN_SOURCE_DIR "/resources/scenarios";
        for (QDirIterator it(folder, {"*.scenario.yaml"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            QTest::newRow(qPrintable(path.mid(folder.size() + 1))) << path;
        }
    }
    void every_shipped_scenario_gets_the_advice_that_its_text_announces() {
        QFETCH(QString, path);
        const Result<Scenario> scenario = load_scenario(path.toStdString());
        if (!scenario) QFAIL(qPrintable(messages_of(scenario.failure())));
        const std::vector<Advice> advice = lint(scenario.value());
        QSet<QString> given;
        for (const Advice &a : advice) given.insert(QString::fromStdString(a.rule));
        const QSet<QString> expected = announced(scenario.value().about);
        for (const QString &id : given) QVERIFY2(expected.contains(id), text_of(advice));
        for (const QString &id : expected) QVERIFY2(given.contains(id), qPrintable("announced, but not given: " + id));
    }
};

QTEST_APPLESS_MAIN(LintTest)
#include "lint_test.moc"
