// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

QString messages(const std::vector<std::string> &overrides, const std::string &text = kKeysScenario) {
    const Result<Scenario> scenario = read_scenario(text, {".", overrides});
    return scenario ? QString("accepted") : messages_of(scenario.failure());
}

/// The scenario as it is read, for what only a program can get wrong.
Scenario sound() { return read_scenario(kKeysScenario).value(); }

QString issues_of(const Scenario &scenario) {
    return messages_of(Failure{Failure::Kind::bad_input, validate(scenario)});
}

} // namespace

/// What cannot be simulated is an error with the path of what is wrong. Advice is the linter's.
class ImpossibleTest : public QObject {
    Q_OBJECT

private slots:
    void a_combination_that_cannot_be_is_refused_data() {
        QTest::addColumn<QStringList>("sets");
        QTest::addColumn<QString>("message");
        const auto row = [](const QStringList &sets, const char *message) {
            QTest::addRow("%s", qPrintable(sets.join(" "))) << sets << message;
        };
        row({"services.api.contention=optimistic_lock", "services.api.replicas=2"},
            "services.api.contention: optimistic_lock is about one row with one version: it needs replicas: 1");
        row({"policies.p.breaker={window: {calls: 5}, failure_rate: 50%, minimum_calls: 10}"},
            "policies.p.breaker.minimum_calls: 10 can never be reached: the window holds 5");
        row({"policies.p.breaker={preset: cockatiel_count, window: {calls: 20}, minimum_calls: 21}"},
            "policies.p.breaker.minimum_calls: 21 can never be reached: the window holds 20");
        row({"policies.p.breaker={slow_call: {over: 1s}, minimum_calls: 101}"},
            "policies.p.breaker.minimum_calls: 101 can never be reached: the window holds 100");
        row({"services.api.network={load: {base: 1s, per_in_flight: 1ms}}"},
            "services.api.network: a network delay cannot depend on the service's load");
        row({"services.api.network={mixture: [{weight: 100%, load: {base: 1s, per_in_flight: 1ms}}]}"},
            "services.api.network: a network delay cannot depend on the service's load");
        row({"workloads[0].arrivals={clients: {think: {load: {base: 1s, per_in_flight: 1ms}}}}"},
            "workloads[0].arrivals.clients.think: the pause of a user cannot depend on the service's load");
        row({"services.api.latency={mixture: [{weight: 60%, constant: 1s}, {weight: 30%, constant: 2s}]}"},
            "services.api.latency.mixture: the weights must sum to 100%, got 90%");
        row({"services.api.failures={timeout: 60%, network: 50%}"},
            "services.api.failures: the shares sum to 110%, more than 100%");
        row({"services.api.failures={breaker_open: 5%}"},
            "services.api.failures: breaker_open is a refusal by the caller itself: no service fails with it");
        row({"faults[0]={service: api, at: 1s, for: 1s, outage: deadline}"}, "faults[0].outage: deadline is a refusal");
        row({"faults[0]={service: api, at: 1s, for: 1s, add_failures: {budget_empty: 1%}}"},
            "faults[0].add_failures: budget_empty is a refusal");
        row({"services.api.availability={up: 1s, down: 1s, kind: bulkhead_full}"},
            "services.api.availability.kind: bulkhead_full is a refusal");
        row({"inputs={breaker_open: 5%}"}, "inputs.breaker_open: breaker_open is a refusal");
        row({"services.api.availability={up: 9s, down: 1s, group: g}",
             "services.other.availability={up: 8s, down: 1s, group: g}"},
            "services.other.availability: its group g goes down and up together: up, down and kind must be those of "
            "api");
        row({"services.api.replicas=3", "faults[0].replica=3"},
            "faults[0].replica: api has 3 replicas, numbered from 0; there is no 3");
        row({"faults[0].replica=1"}, "faults[0].replica: api has 1 replica, numbered from 0; there is no 1");
        row({"policies.p.order=[retry, breaker, timeout]", "policies.p.bulkhead={concurrency: 2}"},
            "policies.p.order: leaves out bulkhead, which this policy has");
        row({"policies.p.order=[retry, breaker, timeout]", "policies.p.rate_limiter={rate: 2/s}"},
            "policies.p.order: leaves out rate_limiter, which this policy has");
        row({"operations.tell.chain[0].skip_when_open=true"},
            "operations.tell.chain[0].skip_when_open: the policy q has no breaker that could be open");
        row({"operations.tell.chain=[{service: api, skip_when_open: true}]"},
            "operations.tell.chain[0].skip_when_open: needs a policy with a breaker that can be open");
        row({"policies.p.hedge={after: 1s, after_quantile: 90%}"},
            "policies.p.hedge: expected after or after_quantile, got both");
        for (const char *quantile : {"0%", "100%"}) {
            row({QString("policies.p.hedge={after_quantile: %1}").arg(quantile)},
                "policies.p.hedge.after_quantile: expected a share above 0% and below 100%");
        }
        row({"policies.p.hedge={copies: 16}"},
            "policies.p.hedge.copies: expected a whole number from 1 to 15, got \"16\"");
        row({"policies.p.rate_limiter={burst: 2}"}, "policies.p.rate_limiter: the key rate is missing");
        row({"policies.p.bulkhead={concurrency: 0}"},
            "policies.p.bulkhead.concurrency: expected a whole number from 1");
        row({"services.api.replicas=257"}, "services.api.replicas: expected a whole number from 1 to 256, got \"257\"");
        row({"services.api.workers=0"}, "services.api.workers: expected a whole number from 1");
        row({"faults[0]={service: api, at: 1s, for: 1s, pause: false}"},
            "faults[0].pause: expected true, got \"false\"");
        row({"faults[0]={service: api, at: 1s, for: 1s, rate_limit: {burst: 3}}"},
            "faults[0].rate_limit: the key rate is missing");
        row({"faults[0]={service: api, at: 1s, for: 1s, availability: {up: 3s}}"},
            "faults[0].availability: the key down is missing");
        row({"faults[0]={service: api, at: 1s, for: 1s, availability: {up: 3s, down: 1s, group: g}}"},
            "faults[0].availability: unknown key \"group\"");
    }
    void a_combination_that_cannot_be_is_refused() {
        QFETCH(QStringList, sets);
        QFETCH(QString, message);
        std::vector<std::string> overrides;
        for (const QString &set : sets)
            overrides.push_back(set.toStdString());
        const QString all = messages(overrides);
        QVERIFY2(all.contains(message), qPrintable(all));
    }

    void calls_that_go_round_in_a_circle_are_named_data() {
        QTest::addColumn<QStringList>("calls");
        QTest::addColumn<QString>("message");
        const auto row = [](const QStringList &calls, const char *message) {
            QTest::addRow("%s", qPrintable(calls.join(" "))) << calls << message;
        };
        row({"api: [api]"}, "services.api.calls[0].service: the calls go round in a circle: api calls api");
        row({"api: [other, ledger]", "ledger: [other, api]"},
            "services.ledger.calls[1].service: the calls go round in a circle: api calls ledger calls api");
        row({"api: [other]", "other: [ledger]", "ledger: [other]"},
            "services.ledger.calls[0].service: the calls go round in a circle: other calls ledger calls other");
        row({"api: [nobody]"}, "services.api.calls[0].service: there is no service \"nobody\"");
        row({"api: [{service: ledger, policy: pp}]"},
            "services.api.calls[0].policy: there is no policy \"pp\"; did you");
        row({"api: [{service: ledger, times: 0}]"}, "calls[0].times: expected a whole number from 1 to 10000");
        row({"api: [{service: ledger, times: 10001}]"}, "calls[0].times: expected a whole number from 1 to 10000");
        row({"api: [{policy: p}]"}, "services.api.calls[0]: the key service is missing");
    }
    void calls_that_go_round_in_a_circle_are_named() {
        QFETCH(QStringList, calls);
        QFETCH(QString, message);
        std::vector<std::string> overrides;
        for (const QString &call : calls) {
            overrides.push_back("services." + call.section(": ", 0, 0).toStdString() +
                                ".calls=" + call.section(": ", 1).toStdString());
        }
        const QString all = messages(overrides);
        QVERIFY2(all.contains(message), qPrintable(all));
        QVERIFY2(all.count("circle") <= 1, qPrintable(all));
    }

    void two_ways_to_one_service_are_no_circle() {
        QCOMPARE(messages({"services.api.calls=[other, ledger]", "services.other.calls=[ledger]"}),
                 QString("accepted"));
    }

    void the_tree_of_calls_is_bounded() {
        const std::vector<std::string> just = {"services.api.calls=[{service: other, times: 255}]",
                                               "services.other.calls=[{service: ledger, times: 256}]"};
        QCOMPARE(messages(just), QString("accepted")); // 255 + 255 * 256 = 65,535
        std::vector<std::string> more = just;
        more.push_back("services.other.calls=[{service: ledger, times: 257}]");
        QVERIFY2(
            messages(more).contains("operations.ask.chain: one attempt at each leg would cause 65790 calls below it, "
                                    "more than 65535"),
            qPrintable(messages(more)));
        QVERIFY(messages({"services.api.calls=[{service: other, times: 10000}]",
                          "services.other.calls=[{service: ledger, times: 10000}]"})
                    .contains("1e+08 calls"));
    }

    void a_downstream_call_has_no_chain_of_its_own() {
        const char *why = "services.api.calls[0].policy: a call between services has no chain to fall back along";
        for (const char *strategy : {"fallback", "continue", "partial_success"}) {
            const std::string recovery = std::string("policies.q.error_recovery={strategy: ") + strategy + "}";
            QVERIFY(messages({"services.api.calls=[{service: ledger, policy: q}]", recovery}).contains(why));
        }
        QCOMPARE(messages({"services.api.calls=[{service: ledger, policy: q}]",
                           "policies.q.error_recovery={strategy: retry, max_retries: 2}"}),
                 QString("accepted"));
    }

    void a_minimum_that_its_library_caps_is_advice() {
        const auto advice_on = [](const char *breaker) {
            std::vector<Issue> advice;
            const ReadOptions options{".", {std::string("policies.p.breaker=") + breaker}, &advice};
            if (!read_scenario(kKeysScenario, options)) return QString("refused");
            std::erase_if(advice, [](const Issue &issue) { return !issue.path.starts_with("policies.p"); });
            return messages_of(Failure{Failure::Kind::bad_input, advice});
        };
        QCOMPARE(advice_on("{preset: resilience4j, window: {calls: 5}, minimum_calls: 10}").trimmed(),
                 QString("advice: policies.p.breaker.minimum_calls: 10 can never be reached: the window holds 5, so "
                         "that 5 decide"));
        QCOMPARE(advice_on("{preset: resilience4j, window: {calls: 10}, minimum_calls: 10}"), QString());
        QCOMPARE(advice_on("{preset: resilience4j, window: {time: 5s}, minimum_calls: 10}"), QString());
    }

    void settings_without_an_effect_are_advice() {
        const auto advice_on = [](const std::string &set) {
            std::vector<Issue> advice;
            const bool read = read_scenario(kKeysScenario, ReadOptions{".", {set}, &advice}).ok();
            QStringList paths{read ? "" : "refused"};
            std::vector<Issue> anyway; // parts of this scenario are there to be named
            read_scenario(kKeysScenario, ReadOptions{".", {}, &anyway});
            for (const Issue &issue : advice)
                if (std::find(anyway.begin(), anyway.end(), issue) == anyway.end()) paths << QString::fromStdString(issue.path);
            return paths.join(' ').trimmed();
        };
        const auto breaker = [&](const char *text) { return advice_on(std::string("policies.p.breaker=") + text); };
        QCOMPARE(breaker("{failures: 3, minimum_calls: 10}"), "policies.p.breaker.minimum_calls");
        QCOMPARE(breaker("{trip: cumulative, minimum_calls: 10}"), "policies.p.breaker.minimum_calls");
        QCOMPARE(breaker("{failures: 3}"), "");
        QCOMPARE(breaker("{failures: 3, minimum_calls: 10, slow_call: {over: 1s}}"), ""); // slow calls have a window
        QCOMPARE(breaker("{window: {time: 10s}, failure_rate: 50%, minimum_calls: 10}"), "");
        for (const std::string &preset : breaker_preset_names())
            QCOMPARE(breaker(preset.c_str()), "");
        const auto fault = [&](const char *at) {
            return advice_on(std::string("faults=[{service: api, at: ") + at + ", for: 5s, outage: unavailable}]");
        };
        QCOMPARE(fault("1h"), "faults[0].at");
        QCOMPARE(fault("0s"), "");
    }

    void a_minimum_that_is_the_whole_window_follows_it_unless_it_is_stated() {
        const auto minimum = [](const char *breaker) {
            const Result<Scenario> s =
                read_scenario(kKeysScenario, {".", {std::string("policies.p.breaker=") + breaker}});
            return s.value().policies[0].breaker->minimum_calls;
        };
        QCOMPARE(minimum("{preset: cockatiel_count, window: {calls: 20}}"), 20);
        QCOMPARE(minimum("{preset: cockatiel_count, window: {calls: 200}}"), 200);
        QCOMPARE(minimum("{preset: cockatiel_count, window: {calls: 20}, minimum_calls: 4}"), 4);
        QCOMPARE(minimum("{preset: resilience4j, window: {calls: 200}}"), 100);
    }

    void a_bulkhead_with_a_wait_and_no_queue_lets_everybody_wait() {
        const auto bulkhead = [](const char *value) {
            const Result<Scenario> s =
                read_scenario(kKeysScenario, {".", {std::string("policies.p.bulkhead=") + value}});
            return *s.value().policies[0].bulkhead;
        };
        QCOMPARE(bulkhead("{concurrency: 4}").queue, std::optional<int>(0));
        QCOMPARE(bulkhead("{concurrency: 4, max_wait: 0s}").queue, std::optional<int>(0));
        QCOMPARE(bulkhead("{concurrency: 4, max_wait: 1s}").queue, std::optional<int>());
        QCOMPARE(bulkhead("{concurrency: 4, max_wait: 1s, queue: 2}").queue, std::optional<int>(2));
        QCOMPARE(bulkhead("{concurrency: 4, queue: unlimited}").queue, std::optional<int>());
    }

    void replicas_are_bounded_in_all() {
        std::string many;
        for (int i = 0; i < 257; ++i)
            many += "  s" + std::to_string(i) + ": {replicas: 256}\n";
        QVERIFY(messages({}, replaced(kKeysScenario, "services:\n", "services:\n" + many))
                    .contains("services: more than 65536 replicas in all"));
    }

    void what_a_program_puts_together_is_checked_too() {
        Scenario s = sound();
        QVERIFY(validate(s).empty());
        s.services[0].replicas = 0;
        s.services[0].calls = {{"ledger", "", 20'000, CallMode::sequence}};
        s.policies[0].hedge = HedgeConfig{std::nullopt, 1.0, 99, true};
        s.policies[0].bulkhead = BulkheadConfig{0, -1, Duration{-1}, false};
        s.policies[0].rate_limiter = RateLimiterConfig{Rate{0.0}, 0.5, WhenEmpty::wait, Duration{-1}, false};
        s.workloads[0].arrivals = TraceArrivals{"a.csv", nullptr};
        const QString all = issues_of(s);
        for (const char *path :
             {"services.api.replicas", "services.api.calls[0].times", "policies.p.hedge.after_quantile",
              "policies.p.hedge.copies", "policies.p.bulkhead.concurrency", "policies.p.bulkhead.queue",
              "policies.p.bulkhead.max_wait", "policies.p.rate_limiter.rate", "policies.p.rate_limiter.burst",
              "policies.p.rate_limiter.max_wait", "workloads[0].arrivals.trace"}) {
            QVERIFY2(all.contains(QString(path) + ": "), path);
        }
        const auto times = [](std::vector<Duration> at) {
            return std::make_shared<const std::vector<Duration>>(std::move(at));
        };
        s = sound();
        s.workloads[0].arrivals = TraceArrivals{"a.csv", times({Duration{5}, Duration{4}})};
        QVERIFY(issues_of(s).contains("workloads[0].arrivals.trace: \"a.csv\" is not in order of time"));
        s.workloads[0].arrivals = TraceArrivals{"a.csv", times({Duration{-5}, Duration{4}})};
        QVERIFY(issues_of(s).contains("lie before time 0"));
    }

    void edits_that_a_program_puts_together_are_checked_too() {
        Scenario s = sound();
        Scenario after = s;
        after.services[0].workers = 0;
        after.services[0].replicas = 2;
        s.edits = {{Duration{5}, "a", "1", std::make_shared<Scenario>(after)}, {Duration{4}, "a", "1", nullptr}};
        const QString all = issues_of(s);
        QVERIFY2(all.contains("edits[0].to: services.api.replicas: no edit can change"), qPrintable(all));
        QVERIFY2(all.contains("edits[0].to: services.api.workers: expected 1 to 1000000, got 0"), qPrintable(all));
        QVERIFY2(all.contains("edits[1].at: edits must be in order of time"), qPrintable(all));
        QVERIFY2(all.contains("edits[1]: the scenario that then holds is missing"), qPrintable(all));
    }
};

QTEST_GUILESS_MAIN(ImpossibleTest)
#include "impossible_test.moc"
