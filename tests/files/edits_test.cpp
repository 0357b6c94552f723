// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/sim/simulation.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

/// The scenario with this list of edits; the list begins in line 29.
std::string edited(const std::string &edits, const std::string &text = kKeysScenario) {
    return text + "edits:\n" + edits;
}

Scenario read(const std::string &text, const std::vector<std::string> &overrides = {}) {
    const Result<Scenario> scenario = read_scenario(text, {".", overrides});
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

QString messages(const std::string &text) {
    const Result<Scenario> scenario = read_scenario(text);
    return scenario ? QString("accepted") : messages_of(scenario.failure());
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT

private slots:
    void each_edit_holds_the_scenario_with_all_edits_up_to_it() {
        const Scenario s = read(edited("  - {at: 5s, set: policies.p.timeout, to: 3s}\n"
                                       "  - {at: 2s, set: services.api.failures, to: {network: 2%}}\n"
                                       "  - {at: 5s, set: policies.p.timeout.growth, to: 2}\n"));
        QCOMPARE(s.edits.size(), std::size_t{3});
        QCOMPARE(s.edits[0].path, std::string("services.api.failures")); // in order of time
        QCOMPARE(s.edits[0].value, std::string("{network: 2%}"));
        QCOMPARE(s.edits[1].path, std::string("policies.p.timeout")); // equal times in the order of the file
        QCOMPARE(s.edits[2].path, std::string("policies.p.timeout.growth"));
        const auto failure = [](const Scenario &x) { return x.services[0].failures.front().first; };
        const auto timeout = [](const Scenario &x) { return *x.policies[0].timeout; };
        QCOMPARE(failure(s), Outcome(kind_timeout));
        QCOMPARE(failure(*s.edits[0].after), Outcome(kind_network));
        QVERIFY(timeout(*s.edits[0].after) == timeout(s));
        QCOMPARE(timeout(*s.edits[1].after).after, Duration(std::chrono::seconds(3)));
        QCOMPARE(timeout(*s.edits[2].after).after, Duration(std::chrono::seconds(3)));
        QCOMPARE(timeout(*s.edits[2].after).growth, 2.0);
        QCOMPARE(failure(*s.edits[2].after), Outcome(kind_network));
        for (const Edit &edit : s.edits)
            QVERIFY(edit.after->edits.empty());
        QVERIFY(validate(s).empty());
    }

    void a_path_enters_what_a_preset_says_by_name() {
        const Scenario s = read(edited("  - {at: 1s, set: policies.p.breaker.open_for, to: 10s}\n"));
        BreakerConfig expected = *breaker_preset("tutorial");
        QVERIFY(*s.policies[0].breaker == expected);
        expected.open_for = std::chrono::seconds(10);
        QVERIFY(*s.edits[0].after->policies[0].breaker == expected);
        const Scenario set = read(kKeysScenario, {"policies.p.breaker.open_for=10s"});
        QVERIFY(*set.policies[0].breaker == expected);
        const Scenario leg = read(edited("  - {at: 1s, set: \"operations.ask.chain[0].skip_when_open\", to: true}\n"));
        QVERIFY(leg.edits[0].after->operations[0].chain[0].skip_when_open);
    }

    void a_path_enters_the_budget_of_a_library_too() {
        const Scenario s = read(edited("  - {at: 1s, set: policies.p.budget.token_bucket.capacity, to: 9}\n"),
                                {"policies.p.budget=botocore"});
        TokenBucketBudget expected = std::get<TokenBucketBudget>(budget_preset("botocore")->scheme);
        QVERIFY(std::get<TokenBucketBudget>(s.policies[0].budget->scheme) == expected);
        expected.capacity = 9;
        QVERIFY(std::get<TokenBucketBudget>(s.edits[0].after->policies[0].budget->scheme) == expected);
    }

    void an_edit_can_take_a_layer_away_and_put_one_in() {
        const Scenario s = read(edited("  - {at: 1s, set: policies.p.retry, to: none}\n"
                                       "  - {at: 2s, set: policies.p.bulkhead.concurrency, to: 4}\n"),
                                {"policies.p.hedge={after: 1s}"});
        QVERIFY(s.policies[0].retry && !s.edits[0].after->policies[0].retry);
        QVERIFY(!s.policies[0].bulkhead);
        QCOMPARE(s.edits[1].after->policies[0].bulkhead->concurrency, 4);
    }

    void overrides_come_first_and_reach_edits_too() {
        const Scenario s = read(edited("  - {at: 1s, set: policies.p.timeout.growth, to: 2}\n"),
                                {"policies.p.timeout=7s", "edits[0].at=3s"});
        QCOMPARE(s.edits[0].at, Duration(std::chrono::seconds(3)));
        QCOMPARE(s.edits[0].after->policies[0].timeout->after, Duration(std::chrono::seconds(7)));
    }

    void a_fault_of_an_edit_is_told_at_its_own_place_data() {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *edit, const char *message) { QTest::addRow("%s", edit) << edit << message; };
        row("{at: 1s, set: policies.p.timeout, to: fast}",
            ":29:43: edits[0].to: policies.p.timeout: expected a duration such as 250ms, got \"fast\"");
        row("{at: 1s, set: policies.p.tmeout, to: 1s}",
            ":29:42: edits[0].to: policies.p: unknown key \"tmeout\"; did you mean timeout?");
        row("{at: 1s, set: policies.pp.timeout, to: 1s}",
            ":29:19: edits[0].set: policies.pp: the file has nothing of this name; did you mean p?");
        row("{at: 1s, set: services.api.workers, to: 0}",
            "edits[0].to: services.api.workers: expected a whole number from 1 to 1000000, got \"0\"");
        row("{at: 1s, set: \"faults[0].ramp\", to: 9s}",
            "edits[0].to: faults[0].ramp: must not be longer than the fault itself");
        row("{at: 1s, set: \"faults[7].ramp\", to: 9s}",
            "edits[0].to: faults[7].ramp: faults is a list and has no \"[7]\"");
        row("{at: 1s, set: \"\", to: 9s}", "edits[0].set: expected a path such as policies.vision.breaker.open_for");
        row("{at: 1s, set: policy.p.timeout, to: 9s}", "edits[0].set: unknown section \"policy\"");
        row("{at: 1s, set: \"edits[0].at\", to: 9s}", "edits[0].set: unknown section \"edits\"");
        row("{at: 1s, set: seed, to: 9}", "edits[0].set: seed holds for the whole run; no edit can change it");
        row("{at: 1s, set: duration, to: 9s}", "edits[0].set: duration holds for the whole run");
        row("{at: soon, set: seed, to: 9}", "edits[0].at: expected a duration such as 250ms, got \"soon\"");
        row("{set: seed, to: 9}", "edits[0]: the key at is missing");
        row("{at: 1s, to: 9}", "edits[0]: the key set is missing");
        row("{at: 1s, set: policies.p.timeout}", "edits[0]: the key to is missing");
        row("soon", "edits[0]: expected a map with keys such as at, got \"soon\"");
    }
    void a_fault_of_an_edit_is_told_at_its_own_place() {
        QFETCH(QString, edit);
        QFETCH(QString, message);
        const QString all = messages(edited("  - " + edit.toStdString() + "\n"));
        QVERIFY2(all.contains(message), qPrintable(all));
        QVERIFY2(all.startsWith(":29:") && all.count('\n') == 0, qPrintable(all));
    }

    void all_edits_that_are_wrong_are_told_in_one_go() {
        const QString all = messages(edited("  - {at: 3s, set: policies.p.timeout, to: fast}\n"
                                            "  - {at: 2s, set: policies.p.timeout, to: 2s}\n"
                                            "  - {at: 1s, set: seed, to: 4}\n"));
        QCOMPARE(all.count('\n'), 1);
        QVERIFY(all.contains("edits[0].to: policies.p.timeout") && all.contains("edits[2].set: seed"));
    }

    void what_the_state_of_a_run_hangs_on_cannot_be_edited_data() {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *set, const char *to, const char *message) {
            QTest::addRow("%s = %s", set, to) << set << to << message;
        };
        row("services", "{api: {latency: 1s}, ledger: {}, other: {}}", "services: no edit can change which services");
        row("services.fresh", "{latency: 1s}", "services: no edit can change which services there are");
        row("policies.fresh", "{timeout: 1s}", "policies: no edit can change which policies there are");
        row("operations.fresh", "{chain: [api]}", "operations: no edit can change which operations there are");
        row("kinds.fresh", "{class: transient}", "kinds: no edit can change which failure kinds there are");
        row("inputs.encoding", "1%", "inputs: no edit can change which inputs there are");
        row("services.api.replicas", "2", "services.api.replicas: no edit can change the number of replicas, 1");
        row("services.api.calls", "[ledger]", "services.api.calls: no edit can change what a service calls");
        row("services.api.contention", "optimistic_lock", "no edit can change how writes collide");
        row("services.api.availability", "{up: 1s, down: 1s, group: g}", "no edit can change which services go down");
        row("operations.ask.chain[1]", "other", "operations.ask.chain: no edit can change the legs of a chain");
        row("operations.ask.chain[0].service", "ledger", "operations.ask.chain: no edit can change the legs");
        row("policies.q.error_recovery", "{strategy: fallback, fallback_tools: [api]}", "the legs of a chain");
        for (const char *breaker : {"none", "envoy_outlier", "{shared: true}"})
            row("policies.p.breaker", breaker, "policies.p: no edit can change which breakers and guards there are");
        for (const char *guard : {"policies.p.bulkhead", "policies.p.hedge"})
            row(guard, "{}", "policies.p: no edit can change which breakers and guards there are");
        row("workloads[1]", "{operation: ask, arrivals: {every: 1s}}", "the number of workloads, 1");
        row("workloads[0].operation", "tell", "what a workload asks for");
        row("workloads[0].instances", "2", "the number of instances, 1");
        row("workloads[0].arrivals", "{batch: {items: 3}}", "the kind of arrivals");
        row("workloads[0].arrivals", "{clients: {count: 3}}", "the kind of arrivals");
        row("faults[1]", "{service: api, at: 1s, for: 1s, pause: true}", "the number of faults, 1");
        row("faults[0]", "{service: api, at: 4s, for: 1s, pause: true}",
            "faults[0]: no edit can change the kind of a fault");
        row("faults[0].service", "ledger", "faults[0]: no edit can change what a fault meets");
        row("faults[0].replica", "0", "faults[0]: no edit can change what a fault meets");
    }
    void what_the_state_of_a_run_hangs_on_cannot_be_edited() {
        QFETCH(QString, set);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const QString all =
            messages(edited("  - {at: 1s, set: \"" + set.toStdString() + "\", to: " + to.toStdString() + "}\n"));
        QVERIFY2(all.contains(message) && all.startsWith(":29:") && all.contains("edits[0].to: "), qPrintable(all));
    }

    void what_instances_share_cannot_be_edited() {
        for (const char *layer : {"bulkhead={concurrency: 3", "rate_limiter={rate: 3/s", "budget={preset: finagle"}) {
            const std::string name = std::string(layer).substr(0, std::string(layer).find('='));
            const Result<Scenario> s =
                read_scenario(edited("  - {at: 1s, set: policies.p." + name + ".shared, to: true}\n"),
                              {".", {"policies.p." + std::string(layer) + "}"}});
            QVERIFY(!s.ok());
            const QString all = messages_of(s.failure());
            QVERIFY2(all.contains("edits[0].to: policies.p: no edit can change what instances share"), qPrintable(all));
        }
    }

    void what_keeps_the_shape_can_be_edited_while_calls_are_under_way_data() {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *set, const char *to) { QTest::addRow("%s = %s", set, to) << set << to; };
        row("workloads[0].arrivals", "{every: 1s}");
        row("workloads[0].arrivals", "{phases: [{for: 5s, poisson: 9/s}]}");
        row("workloads[0].arrivals.poisson", "50/s");
        row("kinds.timeout.retry", "false");
        row("services.api.latency", "{lognormal: {p50: 1s, p99: 3s}}");
        row("services.api.workers", "3");
        row("services.api.workers", "unlimited");
        row("services.api.queue", "1");
        row("services.api.discipline", "lifo");
        row("services.api.cancels", "true");
        row("services.api.balance", "random");
        row("services.api.rate_limit", "{rate: 3/s}");
        row("services.api.availability", "{up: 1s, down: 1s}");
        row("policies.p.order", "[bulkhead, timeout, retry, rate_limiter, breaker]");
        row("operations.ask.deadline", "4s");
        row("operations.ask.fallback_kinds", "[timeout]");
        row("operations.ask.healing", "{kinds: [timeout]}");
        row("operations.ask.chain[0].skip_when_open", "true");
        row("faults[0].for", "1s");
        row("faults[0]", "{service: api, at: 4s, for: 1s, outage: network, drops: true}");
        for (const char *layer : {"timeout", "retry", "bulkhead", "rate_limiter", "hedge", "budget"})
            row(qPrintable(QString("policies.p.") + layer), "none");
        row("policies.p.timeout", "{after: 100ms, growth: 2}");
        row("policies.p.retry", "{max_attempts: 9, backoff: none}");
        row("policies.p.breaker", "gobreaker");
        row("policies.p.breaker", "{one_at_a_time: true}");
        row("policies.p.bulkhead", "{concurrency: 1, queue: 1}");
        row("policies.p.bulkhead", "{concurrency: 1, max_wait: 100ms}");
        row("policies.p.rate_limiter", "{rate: 2/s, when_empty: refuse}");
        row("policies.p.hedge", "{after_quantile: 90%, copies: 3}");
        row("policies.p.budget", "{token_bucket: {capacity: 5}}");
        row("policies.p.budget", "google_sre");
    }
    /// Once with every layer in place before, and what is no guard once with hardly any.
    void what_keeps_the_shape_can_be_edited_while_calls_are_under_way() {
        QFETCH(QString, set);
        QFETCH(QString, to);
        const std::string text = edited("  - {at: 2500ms, set: \"" + set.toStdString() + "\", to: " + to.toStdString() +
                                        "}\n  - {at: 3s, set: policies.p.timeout, to: 4s}\n");
        const std::vector<std::string> load = {"workloads[0].arrivals.poisson=100/s", "workloads[0].instances=3",
                                               "services.api.workers=8", "services.api.failures={network: 5%}",
                                               "services.api.latency={exponential: {mean: 100ms}}"};
        std::vector<std::string> layers = load;
        layers.insert(layers.end(),
                      {"policies.p.bulkhead={concurrency: 6, max_wait: 1s}", "policies.p.rate_limiter={rate: 30/s}",
                       "policies.p.hedge={after: 50ms}", "policies.p.budget=finagle"});
        std::vector<std::string> bare = load;
        bare.insert(bare.end(), {"policies.p.retry=none", "policies.p.timeout=none"});
        const bool guard = set.startsWith("policies.") && !set.endsWith("timeout") && !set.endsWith("retry");
        for (const std::vector<std::string> &overrides : {layers, guard ? layers : bare}) {
            Simulation simulation(read(text, overrides));
            std::optional<Simulation> copy;
            while (simulation.advance({kTimeZero + std::chrono::seconds(3), 500}, nullptr)) {
            }
            copy.emplace(simulation);
            while (simulation.advance({}, nullptr)) {
            }
            while (copy->advance({kTimeNever, 333}, nullptr)) {
            }
            QVERIFY(simulation.finished());
            QCOMPARE(int(simulation.stop_reason()), int(StopReason::finished));
            QCOMPARE(simulation.requests_in_flight(), std::uint64_t{0});
            QVERIFY(copy->fingerprint() == simulation.fingerprint());
        }
    }

    void edits_that_would_take_for_ever_are_refused() {
        std::string many;
        for (int i = 0; i < 10'001; ++i)
            many += "  - {at: 1s, set: policies.p.timeout, to: 4s}\n";
        QVERIFY(messages(edited(many)).contains("edits: more than 10000 edits"));
    }
};

QTEST_GUILESS_MAIN(EditsTest)
#include "edits_test.moc"
