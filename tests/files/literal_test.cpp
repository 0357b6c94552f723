// SPDX-License-Identifier: GPL-3.0-or-later
// A run, its calls as a record, and that record shown literally: the same transitions and the same figures.
#include <QtTest>

#include <cmath>

#include "engine/files/fitted_scenario.h"
#include "engine/files/scenario_text.h"
#include "engine/incident/literal.h"
#include "engine/insight/explain.h"
#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "tests/files/recorded_run.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

struct Shown {
    LiteralReplay replay;
    Metrics metrics;
    TraceStore store;
};

std::unique_ptr<Shown> shown(const Incident &incident, const Scenario &scenario) {
    auto out = std::make_unique<Shown>();
    const auto replay = literal_replay(incident, scenario, out->store);
    if (!replay) qFatal("%s", replay.failure().issues.front().message.c_str());
    out->replay = replay.value();
    MetricsFold fold(scenario, Duration(1s));
    const TraceView view = out->store.view();
    for (std::size_t i = 0; i < view.size(); i += view.run_from(i).size()) fold.take(view.run_from(i));
    out->metrics = fold.result(view[view.size() - 1].time);
    return out;
}

QString transitions(const Metrics &metrics) {
    QStringList out;
    for (const BreakerFigures &breaker : metrics.breakers)
        for (const BreakerTransitionFigure &t : breaker.transitions)
            out << QString("%1/%2 %3 %4>%5 %6").arg(breaker.workload).arg(breaker.instance).arg(t.at_s, 0, 'f', 9)
                       .arg(QString::fromUtf8(name_of(t.from).data()), QString::fromUtf8(name_of(t.to).data())).arg(static_cast<int>(t.reason));
    return out.join('\n');
}

/// What the columns of a record carry.
QString carried(const Metrics &m) {
    QStringList out;
    const auto figure = [&](const char *name, const Figure &value) { out << QString("%1 %2").arg(name).arg(value ? QString::number(*value, 'g', 12) : "n/a"); };
    out << QString("requests %1 succeeded %2 failed %3").arg(m.requests).arg(m.succeeded).arg(m.failed);
    figure("success_rate", m.success_rate);
    figure("first_try_rate", m.first_try_rate);
    figure("avg_attempts", m.avg_attempts);
    figure("retry_rate", m.retry_rate);
    figure("by retry", m.recovery_retry);
    figure("by fallback", m.recovery_fallback);
    for (const auto &[guard, count] : m.rejected) out << QString("%1 %2").arg(QString::fromStdString(guard)).arg(count);
    for (const auto *l : {&m.latency, &m.latency_success}) {
        figure("mean", l->mean);
        figure("p50", l->p50);
        figure("p99", l->p99);
        figure("max", l->max);
    }
    figure("cost", m.cost_total_usd);
    figure("wasted", m.cost_wasted_usd);
    for (const ServiceFigures &s : m.services) {
        out << QString("%1 calls %2 served %3").arg(QString::fromStdString(s.name)).arg(s.calls).arg(s.served);
        figure("  amplification", s.amplification);
        figure("  cost", s.cost_usd);
        for (const auto &[kind, count] : s.failures) out << QString("  %1 %2").arg(QString::fromStdString(kind)).arg(count);
    }
    for (const BreakerFigures &b : m.breakers) {
        out << QString("breaker %1/%2 trips %3 rejected %4").arg(b.workload).arg(b.instance).arg(b.trips).arg(b.rejected);
        figure("  open", b.open_s);
    }
    for (const auto *series : {&m.series.arrivals, &m.series.attempts, &m.series.successes, &m.series.failures}) {
        QString line;
        for (const std::uint64_t count : *series) line += ' ' + QString::number(count);
        out << line;
    }
    return out.join('\n');
}

/// The first line that differs; "" when none does.
QString difference(const QString &actual, const QString &expected) {
    const QStringList a = actual.split('\n'), b = expected.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        if (a.value(i) != b.value(i)) return QString("line %1: \"%2\" in place of \"%3\"").arg(i + 1).arg(a.value(i), b.value(i));
    return {};
}

const std::string kBreaker = R"(halfopen: 1
name: Guarded
seed: 5
duration: 300s
services:
  api:
    latency: {lognormal: {p50: 80ms, p99: 700ms}}
    failures: {unavailable: 4%, network: 2%}
    cost: 0.02
    billing: {success: 100%, network: 50%}
  spare: {latency: {exponential: {mean: 200ms}}, failures: {network: 3%}}
policies:
  p:
    timeout: 600ms
    retry: {max_attempts: 3, backoff: {family: exponential, base: 200ms}, jitter: full}
    breaker: {failures: 3, open_for: 4s}
  q: {retry: {max_attempts: 2}, breaker: resilience4j}
operations:
  ask: {chain: [{service: api, policy: p}, {service: spare, policy: q}]}
workloads:
  - {operation: ask, arrivals: {poisson: 30/s}, instances: 3}
faults:
  - {service: api, at: 60s, for: 40s, failures: {unavailable: 70%}}
  - {service: api, at: 200s, for: 30s, latency: {factor: 9}}
)";

} // namespace

class LiteralTest : public QObject {
    Q_OBJECT

private slots:
    void a_record_shows_the_same_transitions_and_figures_as_its_run_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("parks");
        const auto row = [](const char *name, const std::string &text, bool parks = false) { QTest::newRow(name) << QString::fromStdString(text) << parks; };
        row("consecutive", kBreaker);
        row("no jitter, everything at even times", replaced(replaced(kBreaker, "jitter: full", "jitter: none"), "poisson: 30/s", "every: 37ms"));
        row("shared", replaced(kBreaker, "open_for: 4s}", "open_for: 4s, shared: true}"));
        row("count window", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{preset: resilience4j, window: {calls: 20}, minimum_calls: 10, open_for: 3s}"));
        row("time window", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{preset: polly, open_for: 2s}"));
        row("ticks", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{window: {time: 5s}, failure_rate: 30%, minimum_calls: 5, evaluate: {tick: 500ms}, open_for: 3s}"));
        row("counts starts", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{preset: opossum, open_for: 2s}"));
        row("re-test by a timer", replaced(kBreaker, "open_for: 4s}", "open_for: 4s, retest: scheduled, probes: 3, close_after: 2, probe_timeout: 1s}"));
        row("cockatiel", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{preset: cockatiel_consecutive, failures: 3, open_for: 2s}"), true);
        row("pybreaker's count", replaced(kBreaker, "{failures: 3, open_for: 4s}", "{preset: gobreaker, open_for: 2s}"));
        row("outside the retries", replaced(kBreaker, "open_for: 4s}\n", "open_for: 4s}\n    order: [breaker, retry, timeout]\n"));
        row("two workloads of one operation", replaced(kBreaker, "faults:", "  - {operation: ask, arrivals: {every: 50ms}, instances: 2}\nfaults:"));
    }
    void a_record_shows_the_same_transitions_and_figures_as_its_run() {
        QFETCH(QString, text);
        QFETCH(bool, parks);
        const Recorded run = recorded(text.toStdString());
        const Incident incident = imported(run.calls);
        const auto literal = shown(incident, run.scenario);
        QVERIFY(run.metrics.breakers.front().trips > 1);
        QCOMPARE(difference(transitions(literal->metrics), transitions(run.metrics)), QString());
        // What waits before a breaker ahead of its first call has begun earlier than any column says.
        if (!parks) QCOMPARE(difference(carried(literal->metrics), carried(run.metrics)), QString());
        if (parks) return; // and two calls that were let in together may meet the derived breaker in another order
        for (const BreakerAgreement &agreement : literal->replay.breakers) {
            QCOMPARE(agreement.would_have_refused, std::uint64_t{0});
            QCOMPARE(agreement.would_have_let_pass, std::uint64_t{0});
        }
        QCOMPARE(literal->replay.refusals_left_out, std::size_t{0});
    }

    /// Every shipped scenario without what no record carries: healing, deadlines and the like may part request from calls.
    void shipped_scenarios_have_the_same_transitions_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"circuit-breaker", "model-unavailable", "rate-limit", "receipts", "retry-storm", "timeout"}) QTest::newRow(name) << QString(name);
    }
    void shipped_scenarios_have_the_same_transitions() {
        QFETCH(QString, name);
        const Result<Scenario> scenario = load_scenario((HALFOPEN_SOURCE_DIR "/resources/scenarios/" + name + ".scenario.yaml").toStdString());
        QVERIFY(scenario);
        const Recorded run = recorded(scenario.value());
        const auto literal = shown(imported(run.calls), run.scenario);
        QCOMPARE(difference(transitions(literal->metrics), transitions(run.metrics)), QString());
        QCOMPARE(literal->metrics.requests, run.metrics.requests);
        QCOMPARE(literal->metrics.rejected, run.metrics.rejected);
        for (std::size_t s = 0; s < run.metrics.services.size(); ++s) {
            QCOMPARE(literal->metrics.services[s].calls, run.metrics.services[s].calls);
            QCOMPARE(literal->metrics.services[s].failures, run.metrics.services[s].failures);
        }
        for (const BreakerAgreement &agreement : literal->replay.breakers) QCOMPARE(agreement.would_have_refused + agreement.would_have_let_pass, std::uint64_t{0});
    }

    void a_fitted_scenario_shows_its_record_too() {
        const Recorded run = recorded(kBreaker);
        const Incident incident = imported(run.calls);
        const FittedFiles files = fitted_scenario(incident, fit(incident), "run.csv", "run.arrivals.csv");
        QTemporaryDir directory;
        QFile arrivals(directory.filePath("run.arrivals.csv"));
        QVERIFY(arrivals.open(QIODevice::WriteOnly));
        arrivals.write(QByteArray::fromStdString(files.arrivals));
        arrivals.close();
        ReadOptions reading;
        reading.directory = directory.path().toStdString();
        const auto with = set_in_text(files.scenario, "policies.api.breaker", "{failures: 3, open_for: 4s}");
        const Result<Scenario> scenario = read_scenario(with.value(), reading);
        QVERIFY2(scenario, scenario ? "" : qPrintable(messages_of(scenario.failure())));
        const auto literal = shown(incident, scenario.value());
        QCOMPARE(literal->metrics.requests, run.metrics.requests);
        QCOMPARE(literal->metrics.services[0].calls, run.metrics.services[0].calls);
        QVERIFY(literal->metrics.breakers.size() == 3);
        // The breakers of `api` are those of the run.
        Metrics of_api = run.metrics;
        std::erase_if(of_api.breakers, [](const BreakerFigures &b) { return b.service != "api"; });
        QCOMPARE(transitions(literal->metrics), transitions(of_api));
        QCOMPARE(literal->replay.refusals_left_out, static_cast<std::size_t>(run.metrics.rejected.at("breaker") - literal->metrics.rejected.at("breaker")));
    }

    void another_policy_says_where_it_would_have_been_another_world() {
        const Recorded run = recorded(kBreaker);
        Scenario other = run.scenario;
        other.policies[0].breaker->failures = 2;
        const auto stricter = shown(imported(run.calls), other);
        QVERIFY(stricter->metrics.breakers[0].trips > run.metrics.breakers[0].trips);
        QVERIFY(stricter->replay.breakers[0].would_have_refused > 0);
        QCOMPARE(stricter->metrics.services[0].calls, run.metrics.services[0].calls); // the facts stand
        QCOMPARE(stricter->metrics.succeeded, run.metrics.succeeded);
        other.policies[0].breaker->failures = 1'000;
        const auto laxer = shown(imported(run.calls), other);
        QCOMPARE(laxer->metrics.breakers[0].trips, std::uint64_t{0});
        QVERIFY(laxer->replay.breakers[0].would_have_let_pass > 0);
        QCOMPARE(laxer->replay.breakers[0].would_have_refused, std::uint64_t{0});
        QCOMPARE(laxer->replay.breakers[0].refused_in_record, laxer->replay.breakers[0].would_have_let_pass);
    }

    void a_scenario_without_a_breaker_leaves_out_refusals_and_says_so() {
        const Recorded run = recorded(kBreaker);
        Scenario other = run.scenario;
        for (PolicyConfig &policy : other.policies) policy.breaker.reset();
        const auto literal = shown(imported(run.calls), other);
        QVERIFY(run.metrics.rejected.at("breaker") > 0);
        QCOMPARE(literal->replay.refusals_left_out, static_cast<std::size_t>(run.metrics.rejected.at("breaker")));
        QCOMPARE(literal->metrics.requests, run.metrics.requests);
    }

    void records_are_in_order_and_every_request_ends() {
        const Recorded run = recorded(kBreaker);
        const auto literal = shown(imported(run.calls), run.scenario);
        const TraceView view = literal->store.view();
        std::uint64_t started = 0, ended = 0, begun = 0, over = 0;
        for (std::size_t i = 0; i < view.size(); ++i) {
            QVERIFY(i == 0 || view[i - 1].time <= view[i].time);
            started += view[i].kind == RecordKind::request_started;
            ended += view[i].kind == RecordKind::request_ended;
            begun += view[i].kind == RecordKind::attempt_started;
            over += view[i].kind == RecordKind::attempt_ended;
        }
        QCOMPARE(started, std::uint64_t{literal->replay.requests});
        QCOMPARE(ended, started);
        QCOMPARE(begun, static_cast<std::uint64_t>(literal->replay.calls));
        QCOMPARE(over, begun);
        QVERIFY(view[view.size() - 1].kind == RecordKind::run_stopped);
    }

    void what_the_scenario_does_not_know_is_told_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("service") << ",api," << ",elsewhere," << "the scenario has no service elsewhere";
        QTest::newRow("kind") << ",network," << ",out_of_cheese," << "the scenario has no failure kind out_of_cheese";
        QTest::newRow("caller") << ",ask/1," << ",tell," << "the scenario has no workload in which tell asks api";
    }
    void what_the_scenario_does_not_know_is_told() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const Recorded run = recorded(kBreaker);
        const Incident incident = imported(QString::fromStdString(run.calls).replace(from, to).toStdString());
        TraceStore store;
        const auto replay = literal_replay(incident, run.scenario, store);
        QVERIFY(!replay);
        QCOMPARE(QString::fromStdString(replay.failure().issues.front().message), message);
        QCOMPARE(store.size(), std::size_t{0});
    }

    void stories_are_told_of_what_was_recorded() {
        const Recorded run = recorded(kBreaker);
        const auto literal = shown(imported(run.calls), run.scenario);
        const TraceView view = literal->store.view();
        TraceIndex index(run.scenario);
        index.extend(view);
        const auto retried = find_first(view, index, FirstOf::retried);
        QVERIFY(retried);
        const auto story = story_of(run.scenario, view, index, *retried);
        QVERIFY(story);
        QString text;
        for (const StoryLine &line : story->lines) text += QString::fromStdString(line.text) + '\n';
        QVERIFY2(text.contains(", as recorded"), qPrintable(text));
        QVERIFY2(!text.contains("drawn from"), qPrintable(text));
        const Layout layout = layout_of(run.scenario);
        for (std::size_t i = 0; i < view.size(); ++i) QVERIFY(!describe(view[i], run.scenario, layout).empty());
        std::size_t transition = 0;
        while (view[transition].kind != RecordKind::breaker_changed) ++transition;
        const TransitionStory why = story_of_transition(run.scenario, view, index, transition);
        QVERIFY2(why.headline.starts_with("Opened because 3"), why.headline.c_str());
        QCOMPARE(why.calls.size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(LiteralTest)
#include "literal_test.moc"
