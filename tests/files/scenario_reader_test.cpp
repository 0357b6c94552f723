// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

std::string at(const std::string &from, const std::string &to) { return replaced(kSmallScenario, from, to); }

Scenario read(const std::string &text) {
    const Result<Scenario> scenario = read_scenario(text);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class ScenarioReaderTest : public QObject {
    Q_OBJECT

private slots:
    void an_override_below_a_name_that_is_not_there_is_refused() {
        const Scenario small = read(kSmallScenario);
        const std::string policy = small.policies[0].name;
        ReadOptions options;
        options.overrides = {"policies." + policy + ".retry.max_attempts=2"};
        QCOMPARE(read_scenario(kSmallScenario, options).value().policies[0].retry->max_attempts, 2);
        options.overrides = {"policies." + policy + "x.retry.max_attempts=2"};
        const Result<Scenario> slip = read_scenario(kSmallScenario, options);
        QVERIFY(!slip);
        QVERIFY(messages_of(slip.failure()).contains(QString::fromStdString("did you mean " + policy)));
    }
    void reads_what_a_scenario_says() {
        const Scenario s = read(kSmallScenario);
        QCOMPARE(s.name, std::string("Small"));
        QCOMPARE(s.seed, std::uint64_t{7});
        QCOMPARE(s.duration, Duration(std::chrono::seconds(10)));
        QCOMPARE(s.services.size(), std::size_t{1});
        QVERIFY(s.services[0].latency.kind == Distribution::Kind(Constant{std::chrono::milliseconds(100)}));
        QCOMPARE(s.services[0].failures.size(), std::size_t{1});
        QCOMPARE(s.services[0].failures[0].second, 0.05);
        QCOMPARE(s.services[0].cost, money_from_usd(0.10));
        QCOMPARE(s.policies[0].retry->max_attempts, 3);
        QCOMPARE(int(s.policies[0].retry->jitter.kind), int(JitterKind::full));
        QVERIFY(s.policies[0].breaker == breaker_preset("tutorial"));
        QCOMPARE(s.policies[0].timeout->after, Duration(std::chrono::seconds(1)));
        QCOMPARE(std::get<PoissonArrivals>(s.workloads[0].arrivals).rate.per_second, 5.0);
        QCOMPARE(std::get<OutageFault>(s.faults[0].effect).kind, Outcome(kind_unavailable));
    }

    void short_forms_mean_their_maps_data() {
        QTest::addColumn<std::string>("from");
        QTest::addColumn<std::string>("short_form");
        QTest::addColumn<std::string>("long_form");
        const auto row = [](const char *name, const std::string &from, const std::string &a, const std::string &b) {
            QTest::newRow(name) << from << a << b;
        };
        row("breaker", "breaker: tutorial", "breaker: tutorial_code", "breaker: {preset: tutorial_code}");
        row("timeout", "timeout: 1s", "timeout: 30s", "timeout: {after: 30s}");
        row("latency", "latency: 100ms", "latency: 2s", "latency: {constant: 2s}");
        row("leg", "policy: careful}", "policy: careful}\n      - api", "policy: careful}\n      - {service: api}");
        row("backoff", "backoff: {family: exponential, base: 100ms}", "backoff: none", "backoff: {family: none}");
        row("inputs", "services:", "inputs: {bad_input: 3%}\nservices:", "inputs: {bad_input: {share: 3%}}\nservices:");
        row("open time", "breaker: tutorial", "breaker: {open_for: 60s}", "breaker: tutorial");
    }
    void short_forms_mean_their_maps() {
        QFETCH(std::string, from);
        QFETCH(std::string, short_form);
        QFETCH(std::string, long_form);
        QVERIFY(read(at(from, short_form)) == read(at(from, long_form)));
    }

    void json_is_accepted_too() {
        const Scenario s = read(R"({"halfopen": 1, "services": {"a": {"latency": "5ms", "cost": 0.10}},
            "operations": {"o": {"chain": [{"service": "a"}]}},
            "workloads": [{"operation": "o", "arrivals": {"every": "200ms"}}]})");
        QCOMPARE(std::get<EveryArrivals>(s.workloads[0].arrivals).gap, Duration(std::chrono::milliseconds(200)));
    }

    void every_distribution_is_read_data() {
        QTest::addColumn<QString>("yaml");
        for (const char *yaml : {"{constant: 5ms}", "{uniform: {from: 1ms, to: 9ms}}", "{exponential: {mean: 100ms}}",
                                 "{normal: {mean: 10ms, sd: 2ms}}", "{gamma: {mean: 10ms, cv: 0.5}}",
                                 "{pareto: {min: 1ms, alpha: 1.5, cap: 2s}}", "{pareto: {min: 1ms, alpha: 1.5}}",
                                 "{lognormal: {p50: 2.1s, p99: 9s}}", "{load: {base: 1s, per_in_flight: 10ms}}",
                                 "{mixture: [{weight: 99%, exponential: {mean: 1ms}}, {weight: 1%, constant: 1s}]}"}) {
            QTest::newRow(yaml) << yaml;
        }
    }
    void every_distribution_is_read() {
        QFETCH(QString, yaml);
        const std::string text = at("latency: 100ms", "latency: " + yaml.toStdString());
        const Scenario s = read(text);
        QVERIFY(!(s.services[0].latency == Distribution{}));
    }

    void every_kind_of_arrivals_and_of_fault_is_read_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char *arrivals : {"{every: 200ms}", "{batch: {items: 1000, at: 0s, concurrency: 8}}",
                                     "{clients: {count: 50, think: {exponential: {mean: 1s}}, pacing: start, "
                                     "latency_from: intended}}",
                                     "{phases: [{for: 60s, poisson: 5/s}, {for: 30s, poisson: {from: 5/s, "
                                     "to: 50/s}}, {for: 1s, poisson: 0/s}]}"}) {
            QTest::newRow(arrivals) << "{poisson: 5/s}" << arrivals;
        }
        for (const char *effect :
             {"outage: network, drops: true", "failures: {timeout: 40%, network: 1%}", "add_failures: {timeout: 10%}",
              "latency: {factor: 3}, ramp: 1s", "latency: {add: 1s}", "workers: 5, every: 5min",
              "pause: true, replica: 0", "rate_limit: {rate: 1/s, burst: 5, retry_after: exact}",
              "availability: {up: 1s, down: 1s, kind: network}"}) {
            QTest::newRow(effect) << "outage: unavailable" << effect;
        }
    }
    void every_kind_of_arrivals_and_of_fault_is_read() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QVERIFY(!(read(at(from.toStdString(), to.toStdString())) == read(kSmallScenario)));
    }


    void words_that_mean_the_default_are_accepted() {
        const std::string text =
            at("cost: 0.10", "cost: 0.10\n    replicas: 1\n    balance: round_robin\n    contention: none\n"
                             "    workers: unlimited\n    queue: unlimited\n    calls: []");
        QVERIFY(read(text) == read(kSmallScenario));
        QVERIFY(
            read(at("breaker: tutorial", "breaker: tutorial\n    budget: none\n    hedge: none\n    bulkhead: none\n"
                                         "    rate_limiter: none")) == read(kSmallScenario));
        QVERIFY(read(kSmallScenario + "edits: []\n") == read(kSmallScenario));
    }

    void a_new_kind_takes_the_rules_of_its_class() {
        const Scenario s =
            read(at("services:", "kinds:\n  lost: {class: transient, shows: hang}\n  broken: {class: permanent}\n"
                                 "  bad_input: {fallback: true}\nservices:"));
        const KindRule &lost = s.kinds[*s.kinds.find("lost")];
        QVERIFY(lost.retry && lost.fallback && lost.breaker == BreakerCount::failure && lost.shows == Shows::hang);
        const KindRule &broken = s.kinds[*s.kinds.find("broken")];
        QVERIFY(!broken.retry && broken.fallback && broken.breaker == BreakerCount::ignore);
        QVERIFY(s.kinds[kind_bad_input].fallback);
        QVERIFY(!s.kinds[kind_bad_input].retry);
    }

    void a_breaker_preset_is_refined_field_by_field() {
        const Scenario s =
            read(at("breaker: tutorial", "breaker: {preset: tutorial_code, failures: 3, open_for: {base: 10s, "
                                         "multiplier: 2, cap: 5min, jitter: full}, window: {calls: 20}}"));
        BreakerConfig expected = *breaker_preset("tutorial_code");
        expected.failures = 3;
        expected.trip = TripRule::count_window; // a stated window says which rule is meant
        expected.window_calls = 20;
        expected.open_backoff =
            BackoffConfig{BackoffFamily::exponential, std::chrono::seconds(10), 2.0, 0, std::chrono::minutes(5), false};
        expected.open_jitter.kind = JitterKind::full;
        QVERIFY(*s.policies[0].breaker == expected);
    }

    void the_tutorials_policy_object_is_read_as_it_is_written() {
        const Scenario s = read(at("    timeout: 1s\n    retry:\n      max_attempts: 3\n      backoff: {family: "
                                   "exponential, base: 100ms}\n"
                                   "      jitter: full\n    breaker: tutorial\n",
                                   "    error_recovery: {strategy: fallback, max_retries: 3, retry_backoff: 2.0, "
                                   "fallback_tools: [api], reading: as_implemented}\n"));
        const ErrorRecovery &recovery = *s.policies[0].error_recovery;
        QCOMPARE(int(recovery.strategy), int(RecoveryStrategy::fallback));
        QCOMPARE(recovery.max_retries, 3);
        QCOMPARE(recovery.fallback_tools, std::vector<std::string>{"api"});
        QCOMPARE(int(recovery.reading), int(RecoveryReading::as_implemented));
    }

    void all_faults_of_a_text_are_told_in_one_go_in_order() {
        const std::string text = at("seed: 7", "seeed: 7\nfaults: []");
        const Result<Scenario> scenario =
            read_scenario(replaced(replaced(text, "latency: 100ms", "latency: fast"), "5/s", "5"));
        QCOMPARE(messages_of(scenario.failure()),
                 QString(":3:1: unknown key \"seeed\"; did you mean seed?\n"
                         ":8:14: services.api.latency: expected a duration such as 250ms, got \"fast\"\n"
                         ":24:42: workloads[0].arrivals.poisson: expected a rate such as 5/s, got \"5\" (a "
                         "number needs a unit "
                         "here: /s, /min or /h)\n"
                         ":25:1: duplicate key \"faults\"; it stands in line 4 already"));
    }

    void names_that_are_not_declared_are_told_with_their_place() {
        const Result<Scenario> scenario =
            read_scenario(at("- {service: api, policy: careful}", "- {service: apo, policy: carefull}"));
        const QString text = messages_of(scenario.failure());
        QVERIFY2(text.contains(":21:19: operations.ask.chain[0].service"), qPrintable(text));
        QVERIFY2(text.contains("did you mean \"api\"?"), qPrintable(text));
        QVERIFY2(text.contains(":21:32: operations.ask.chain[0].policy"), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(ScenarioReaderTest)
#include "scenario_reader_test.moc"
