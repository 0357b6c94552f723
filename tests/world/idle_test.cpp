// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/world/idle/rules.h"
#include "tests/files/scenario_texts.h"

#include <QDirIterator>
#include <QTest>

using namespace halfopen;

namespace {

/// All of it is of use.
const std::string kBusy = R"(halfopen: 1
name: Nothing idle
duration: 60s
inputs: {encoding: 5%}
services:
  a: {latency: 100ms, network: 10ms, workers: 4, queue: 5, failures: {timeout: 5%}, cost: 0.1, calls: [{service: c}]}
  b: {latency: 20ms}
  c: {latency: {exponential: {mean: 10ms}}}
policies:
  p:
    timeout: {after: 5s, growth: 2, cap: 8s}
    retry: {max_attempts: 3, backoff: {base: 1s, cap: 4s}, kinds: [timeout]}
    budget: finagle
    breaker: tutorial
operations:
  o:
    chain: [{service: a, policy: p}, b]
    deadline: 20s
    fallback_kinds: [timeout]
    healing:
      kinds: [encoding]
      diagnosis: {duration: 1ms}
      remedies: {encoding: {duration: 1ms}}
      retry: {max_attempts: 3}
workloads: [{operation: o, arrivals: {poisson: 5/s}}]
faults: [{service: a, at: 20s, for: 10s, outage: unavailable}]
)";

std::vector<Issue> said_of(const std::string &text, const std::vector<std::string> &sets) {
    std::vector<Issue> advice;
    const Result<Scenario> scenario = read_scenario(text, ReadOptions{".", sets, &advice});
    if (!scenario) return scenario.failure().issues;
    return advice;
}

/// The paths of what is said with these changes and not without, "refused: ..." when they are no scenario.
QString new_paths(const QStringList &sets) {
    std::vector<std::string> all;
    for (const QString &set : sets) all.push_back(set.toStdString());
    QStringList paths;
    for (const Issue &issue : said_of(kBusy, all)) {
        if (issue.severity == Issue::Severity::error) return "refused: " + messages_of(Failure{Failure::Kind::bad_input, {issue}});
        paths << QString::fromStdString(issue.path);
    }
    return paths.join(' ');
}

} // namespace

/// `check` says which settings have no effect, each rule where it holds and not beside it.
class IdleTest : public QObject {
    Q_OBJECT

private slots:
    void of_what_all_is_used_nothing_is_said() { QCOMPARE(new_paths({}), QString()); }

    void each_rule_fires_where_it_holds_and_not_beside_it_data() {
        QTest::addColumn<QStringList>("idle");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("useful");
        const auto row = [](const QStringList &idle, const char *path, const QStringList &useful) {
            QTest::addRow("%s", qPrintable(idle.join(' '))) << idle << path << useful;
        };
        reach_rows(row);
        fault_rows(row);
        service_rows(row);
        retry_rows(row);
        time_rows(row);
        guard_and_operation_rows(row);
    }
    void each_rule_fires_where_it_holds_and_not_beside_it() {
        QFETCH(QStringList, idle);
        QFETCH(QString, path);
        QFETCH(QStringList, useful);
        QCOMPARE(new_paths(idle), path);
        QCOMPARE(new_paths(useful), QString());
    }

    void a_service_that_leads_a_group_is_of_use_though_nobody_calls_it() {
        const QString lead = "services.z={availability: {up: 10s, down: 1s, group: zone}}";
        const QString other = "services.c.availability={up: 10s, down: 1s, group: ";
        // A service that is added stands last: c leads, and z is idle.
        QCOMPARE(new_paths({lead, other + "zone}"}), QString("services.z"));
        const std::string first = replaced(kBusy, "services:\n", "services:\n  z: {availability: {up: 10s, down: 1s, group: zone}}\n");
        QCOMPARE(said_of(first, {(other + "zone}").toStdString()}).size(), std::size_t{0});
        const std::vector<Issue> alone = said_of(first, {(other + "elsewhere}").toStdString()});
        QCOMPARE(alone.size(), std::size_t{1});
        QCOMPARE(alone.front().path, std::string("services.z"));
    }

    void what_an_edit_gives_a_meaning_is_not_idle() {
        const QString one_try = "policies.p.retry={max_attempts: 1, backoff: {base: 1s}}";
        const QString growth = "policies.p.timeout=5s", budget = "policies.p.budget=google_sre";
        QCOMPARE(new_paths({one_try, growth, budget}), QString("policies.p.retry.backoff"));
        const auto edit = [](const char *at) { return QString("edits=[{at: %1, set: policies.p.retry.max_attempts, to: 3}]").arg(at); };
        QCOMPARE(new_paths({one_try, growth, budget, edit("10s")}), QString());
        QCOMPARE(new_paths({one_try, growth, budget, edit("61s")}), QString("edits[0].at"));
        QCOMPARE(new_paths({one_try, growth, budget, edit("30min")}), QString("policies.p.retry.backoff edits[0].at"));
    }

    void the_reason_and_what_to_do_stand_in_the_message() {
        const std::vector<Issue> said = said_of(kBusy, {"operations.o.deadline=100ms", "operations.o.chain=[{service: a, policy: p}]",
                                                        "operations.o.fallback_kinds=[]", "services.b.latency=1ms"});
        QString all = messages_of(Failure{Failure::Kind::bad_input, said});
        QVERIFY2(all.contains("advice: operations.o.deadline: no request is ever served within 100ms: the fastest answer takes "
                              "120ms; give it more time"), qPrintable(all));
        for (const Issue &issue : said) QVERIFY(issue.message.find("; ") != std::string::npos || issue.message.find(": ") != std::string::npos);
    }

    void the_fastest_answer_counts_calls_and_the_kindest_fault() {
        const auto least = [](const std::vector<std::string> &sets) {
            const Scenario scenario = read_scenario(kBusy, ReadOptions{".", sets, nullptr}).value();
            return short_text(IdleScene(scenario).least_answer(0));
        };
        QCOMPARE(least({}), std::string("120ms"));
        QCOMPARE(least({"services.c.latency={uniform: {from: 5ms, to: 9ms}}", "services.a.calls[0].times=2"}), std::string("130ms"));
        QCOMPARE(least({"services.a.calls=[{service: c, mode: parallel}, {service: b, mode: parallel}, {service: b}]"}), std::string("160ms"));
        QCOMPARE(least({"faults[0]={service: a, at: 1s, for: 1s, latency: {factor: 0.5}}"}), std::string("70ms"));
        QCOMPARE(least({"services.a.latency={pareto: {min: 30ms, alpha: 2}}"}), std::string("50ms"));
        QCOMPARE(least({"services.a.latency={mixture: [{weight: 50%, constant: 40ms}, {weight: 50%, constant: 1s}]}"}), std::string("60ms"));
    }

    void shipped_scenarios_have_nothing_idle() {
        int seen = 0;
        QDirIterator files(HALFOPEN_SOURCE_DIR "/resources/scenarios", {"*.scenario.yaml"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            std::vector<Issue> advice;
            const QString file = files.next();
            QVERIFY(load_scenario(file.toStdString(), {}, &advice));
            QVERIFY2(advice.empty(), qPrintable(file + '\n' + messages_of(Failure{Failure::Kind::bad_input, advice})));
            ++seen;
        }
        QVERIFY(seen > 20);
    }

private:
    template <class Row> static void reach_rows(Row row) {
        row({"operations.x={chain: [a]}"}, "operations.x", {});
        row({"services.z={latency: 1ms}"}, "services.z", {"services.z={latency: 1ms}", "services.b.calls=[{service: z}]"});
        row({"policies.q={timeout: 1s}"}, "policies.q", {"policies.q={timeout: 1s}", "services.a.calls=[{service: c, policy: q}]"});
        row({"services.z={latency: 1ms}", "inputs.bad_input={share: 1%, fails_at: [z]}"}, "services.z inputs.bad_input",
            {"inputs.bad_input={share: 1%, fails_at: [c]}"});
        row({"services.z={latency: 1ms}", "policies.q={error_recovery: {strategy: raise, fallback_tools: [z]}}",
             "services.a.calls=[{service: c, policy: q}]"}, "services.z policies.q.error_recovery.fallback_tools",
            {"services.z={latency: 1ms}", "policies.q={error_recovery: {strategy: fallback, fallback_tools: [z]}}",
             "operations.o.chain=[{service: a, policy: p}, {service: b, policy: q}]"});
    }
    template <class Row> static void fault_rows(Row row) {
        const auto fault = [](const char *what) { return QString("faults[0]={service: a, for: 10s, %1}").arg(what); };
        row({"services.z={latency: 1ms}", "faults[0].service=z"}, "services.z faults[0].service", {"faults[0].service=c"});
        row({fault("at: 1s, latency: {factor: 1}")}, "faults[0].latency", {fault("at: 1s, latency: {factor: 1, add: 1ms}")});
        row({fault("at: 1s, workers: 4")}, "faults[0].workers", {fault("at: 1s, workers: 3")});
        row({fault("at: 60s, pause: true")}, "faults[0].at", {fault("at: 59s, pause: true")});
        row({fault("at: 31s, pause: true"), "workloads[0].arrivals={phases: [{for: 30s, poisson: 1/s}, {for: 30s, poisson: 0/s}]}"}, "faults[0].at",
            {fault("at: 29s, pause: true"), "workloads[0].arrivals={phases: [{for: 30s, poisson: 1/s}, {for: 30s, poisson: 0/s}]}"});
        row({fault("at: 55s, pause: true"), "workloads[0].arrivals={every: 25s}"}, "faults[0].at",
            {fault("at: 50s, pause: true"), "workloads[0].arrivals={every: 25s}"});
        // Items of a batch start as places become free, after the duration too.
        row({fault("at: 61s, pause: true")}, "faults[0].at",
            {fault("at: 61s, pause: true"), "workloads[0].arrivals={batch: {items: 900, concurrency: 1}}"});
    }
    template <class Row> static void service_rows(Row row) {
        row({"services.b.queue=3"}, "services.b.queue", {"services.b.queue=3", "services.b.workers=1"});
        row({"services.b.discipline=lifo"}, "services.b.discipline", {"services.b.discipline=lifo", "faults[0]={service: b, at: 1s, for: 1s, pause: true}"});
        row({"services.b.balance=random"}, "services.b.balance", {"services.b.balance=random", "services.b.replicas=2"});
        row({"services.b.idempotency_key=true"}, "services.b.idempotency_key", {"services.b.idempotency_key=true", "services.b.effect=true"});
        row({"services.b.billing={success: 50%}"}, "services.b.billing", {"services.b.billing={success: 50%}", "services.b.cost=0.1"});
    }
    template <class Row> static void retry_rows(Row row) {
        const QString alone = "operations.o.healing.retry={max_attempts: 1}"; // no tries after a remedy either
        const auto retry = [](const char *rest) { return QString("policies.p.retry={%1}").arg(rest); };
        for (const char *key : {"backoff: {base: 1s}", "jitter: full", "retry_after: {limit: 1s}", "kinds: [timeout]", "per_kind: {timeout: {backoff: {base: 3s}}}"}) {
            const QByteArray path = "policies.p.retry." + QByteArray(key).split(':').front();
            row({retry(qPrintable(QString("max_attempts: 1, ") + key))}, path, {retry(qPrintable(QString("max_attempts: 2, ") + key))});
        }
        row({retry("max_attempts: 1"), alone, "policies.p.timeout=5s"}, "policies.p.budget", {retry("max_attempts: 1"), alone, "policies.p.timeout=5s", "policies.p.budget=google_sre"});
        row({"policies.p.retry.backoff.floor=5s"}, "policies.p.retry.backoff.floor", {"policies.p.retry.backoff.floor=4s"});
        row({"policies.p.retry.per_kind={timeout: {backoff: {floor: 2s, cap: 1s}}}"}, "policies.p.retry.per_kind.timeout.backoff.floor", {"policies.p.retry.per_kind={timeout: {backoff: {floor: 1s, cap: 2s}}}"});
    }
    template <class Row> static void time_rows(Row row) {
        row({"policies.p.timeout={after: 5s, growth: 2, cap: 1s}"}, "policies.p.timeout.after", {"policies.p.timeout={after: 5s, growth: 0.1, cap: 1s}"});
        row({"policies.p.timeout={after: 5s, cap: 9s}"}, "policies.p.timeout.cap", {"policies.p.timeout={after: 5s}"});
        row({"policies.q={timeout: {after: 1s, growth: 2}}", "services.a.calls=[{service: c, policy: q}]"}, "policies.q.timeout.growth",
            {"policies.q={timeout: {after: 1s, growth: 2}, retry: {max_attempts: 2}}", "services.a.calls=[{service: c, policy: q}]"});
        row({"policies.p.timeout=120ms"}, "policies.p.timeout", {"policies.p.timeout=121ms"});
        row({"policies.p.timeout={after: 20ms, growth: 2}"}, "policies.p.timeout", {"policies.p.timeout={after: 40ms, growth: 2}"});
        row({"operations.o.deadline=20ms"}, "operations.o.deadline", {"operations.o.deadline=21ms"});
        row({"warmup=60s"}, "warmup", {"warmup=59s"});
        row({"policies.p.breaker={preset: hystrix, warm_up: 660s}"}, "policies.p.breaker.warm_up", {"policies.p.breaker={preset: hystrix, warm_up: 659s}"});
        row({"policies.p.breaker={preset: hystrix, warm_up: 60s}", "drain=false"}, "policies.p.breaker.warm_up", {"policies.p.breaker={preset: hystrix, warm_up: 59s}", "drain=false"});
        row({"edits=[{at: 660s, set: services.b.latency, to: 1ms}]"}, "edits[0].at", {"edits=[{at: 59s, set: services.b.latency, to: 1ms}]"});
        row({"edits=[{at: 1s, set: services.b.latency, to: 20ms}]"}, "edits[0].to", {"edits=[{at: 1s, set: services.b.latency, to: 21ms}]"});
        row({"edits=[{at: 1s, set: services.b.latency, to: 1ms}, {at: 2s, set: services.b.latency, to: 1ms}]"}, "edits[1].to",
            {"edits=[{at: 1s, set: services.b.latency, to: 1ms}, {at: 2s, set: services.b.latency, to: 20ms}]"});
    }
    template <class Row> static void guard_and_operation_rows(Row row) {
        row({"policies.p.breaker={open_for: 0s}"}, "policies.p.breaker.open_for", {"policies.p.breaker={open_for: 1ms}"});
        row({"policies.p.rate_limiter={rate: 1/s, when_empty: refuse, max_wait: 1s}"}, "policies.p.rate_limiter.max_wait", {"policies.p.rate_limiter={rate: 1/s, when_empty: wait, max_wait: 1s}"});
        row({"policies.p.bulkhead={concurrency: 2, queue: 0, max_wait: 1s}"}, "policies.p.bulkhead.max_wait", {"policies.p.bulkhead={concurrency: 2, queue: 1, max_wait: 1s}"});
        row({"policies.p.bulkhead={concurrency: 2, queue: 1, max_wait: 0s}"}, "policies.p.bulkhead.queue", {"policies.p.bulkhead={concurrency: 2, queue: 0, max_wait: 0s}"});
        row({"operations.o.chain=[{service: a, policy: p}]", "services.a.calls=[{service: c}, {service: b}]"}, "operations.o.fallback_kinds", {"services.a.calls=[{service: c}, {service: b}]"});
        row({"operations.o.healing.kinds=[encoding, image_quality]"}, "operations.o.healing.kinds", {"operations.o.healing.kinds=[encoding, image_quality]", "operations.o.healing.retry_undiagnosed=true"});
        row({"operations.o.healing.max_rounds=0"}, "operations.o.healing.max_rounds", {"operations.o.healing.max_rounds=2"});
        row({"policies.q={error_recovery: {strategy: fallback}}", "operations.o.chain=[{service: a, policy: p}, {service: b, policy: q}]"}, "policies.q.error_recovery.strategy",
            {"policies.q={error_recovery: {strategy: fallback, fallback_tools: [c]}}", "operations.o.chain=[{service: a, policy: p}, {service: b, policy: q}]"});
    }
};

QTEST_GUILESS_MAIN(IdleTest)
#include "idle_test.moc"
