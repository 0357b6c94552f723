// SPDX-License-Identifier: GPL-3.0-or-later
// What a single request does, worked out by hand.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

class BehaviourTest : public QObject {
    Q_OBJECT
private slots:
    void retries_wait_and_then_give_up();
    void growing_timeouts_end_after_210_3_seconds();
    void a_timeout_beats_a_completion_of_the_same_instant();
    void the_deadline_cuts_an_attempt();
    void a_wait_that_would_cross_the_deadline_fails_at_once();
    void an_outage_falls_through_the_chain_and_bills_nothing();
    void a_bad_input_is_neither_retried_nor_passed_on();
    void healing_removes_the_cause_and_the_same_leg_serves();
    void a_wrong_diagnosis_treats_something_else();
    void without_a_remedy_it_falls_back_unless_it_retries_undiagnosed();
    void an_open_breaker_refuses_and_the_next_leg_serves();
    void a_retry_list_that_names_breaker_open_waits_for_it();
    void a_breaker_outside_the_retries_sees_one_result();
    void low_confidence_answers_fall_through_and_are_billed();
    void error_recovery_retries_then_tries_each_tool_once();
    void exhausted_rules_name_how_it_ended();
    void billing_is_by_outcome();
    void goals_are_judged_by_their_direction();
};

namespace {

Scenario one_request(const ServiceConfig &service, const PolicyConfig &policy) {
    return worlds::single(service, policy, EveryArrivals{1h}, 1min);
}

ServiceConfig broken(Outcome kind, Duration latency = 10ms) {
    ServiceConfig service = worlds::service("svc", {Constant{latency}});
    service.failures = {{kind, 1.0}};
    return service;
}

double ended_s(const worlds::Finished &finished) { return seconds(of_kind(finished.records, RecordKind::request_ended).at(0).time); }
Ending ending(const worlds::Finished &finished) { return static_cast<Ending>(of_kind(finished.records, RecordKind::request_ended).at(0).reason); }

void add_leg(Scenario &scenario, const ServiceConfig &service) {
    scenario.services.push_back(service);
    scenario.operations[0].chain.push_back({service.name, ""});
}

} // namespace

void BehaviourTest::retries_wait_and_then_give_up() {
    const auto finished = worlds::run(one_request(broken(kind_network), worlds::retries(4, 100ms)));
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started).size(), 4u);
    const auto waits = of_kind(finished.records, RecordKind::wait_started);
    QCOMPARE(waits.size(), 3u);
    QCOMPARE(waits[2].value, Duration(400ms).count());
    QCOMPARE(ended_s(finished), 0.74); // 4 x 10 ms + 100 + 200 + 400 ms
    QCOMPARE(ending(finished), Ending::failed);
    QCOMPARE(*finished.metrics.avg_attempts, 4.0);
    QCOMPARE(*finished.metrics.retry_rate, 1.0);
    QCOMPARE(finished.metrics.services[0].failures.at("network"), 4u);
}

void BehaviourTest::growing_timeouts_end_after_210_3_seconds() {
    PolicyConfig policy = worlds::retries(3, 100ms);
    policy.timeout = TimeoutConfig{30s, 2.0, 120s};
    const auto finished = worlds::run(one_request(broken(kind_timeout), policy));
    QCOMPARE(ended_s(finished), 210.3); // the tutorial's scenario 1: 30 + .1 + 60 + .2 + 120
}

void BehaviourTest::a_timeout_beats_a_completion_of_the_same_instant() {
    PolicyConfig policy = worlds::policy();
    policy.timeout = TimeoutConfig{10ms, 1.0, {}};
    const auto finished = worlds::run(one_request(worlds::service("svc", {Constant{10ms}}), policy));
    QCOMPARE(outcome_of(of_kind(finished.records, RecordKind::attempt_ended)[0]), std::uint8_t{kind_timeout});
    QCOMPARE(of_kind(finished.records, RecordKind::late_completion).size(), 1u);
}

void BehaviourTest::the_deadline_cuts_an_attempt() {
    Scenario scenario = one_request(worlds::service("svc", {Constant{10s}}), worlds::policy());
    scenario.operations[0].deadline = 3s;
    add_leg(scenario, worlds::service("other", {Constant{1ms}}));
    const auto finished = worlds::run(scenario);
    QCOMPARE(ended_s(finished), 3.0);
    QCOMPARE(ending(finished), Ending::deadline);
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started).size(), 1u); // no fallback follows
    QCOMPARE(finished.metrics.endings.at("deadline"), 1u);
}

void BehaviourTest::a_wait_that_would_cross_the_deadline_fails_at_once() {
    Scenario scenario = one_request(broken(kind_network), worlds::retries(4, 5s));
    scenario.operations[0].deadline = 3s;
    const auto finished = worlds::run(scenario);
    QCOMPARE(ended_s(finished), 0.01);
    QCOMPARE(ending(finished), Ending::deadline);
    QCOMPARE(static_cast<GiveUp>(of_kind(finished.records, RecordKind::gave_up)[0].reason), GiveUp::deadline_would_pass);
}

void BehaviourTest::an_outage_falls_through_the_chain_and_bills_nothing() {
    ServiceConfig first = broken(kind_unavailable);
    first.cost = money_from_usd(0.10);
    Scenario scenario = one_request(first, worlds::policy());
    ServiceConfig second = worlds::service("other", {Constant{1s}});
    second.cost = money_from_usd(0.05);
    add_leg(scenario, second);
    const auto finished = worlds::run(scenario);
    QCOMPARE(ending(finished), Ending::served);
    QCOMPARE(ended_s(finished), 1.0); // unavailable refuses at once
    QCOMPARE(finished.metrics.cost_total_usd, 0.05);
    QCOMPARE(*finished.metrics.recovery_fallback, 1.0);
    QCOMPARE(*finished.metrics.services[1].share, 1.0);
}

void BehaviourTest::a_bad_input_is_neither_retried_nor_passed_on() {
    Scenario scenario = one_request(worlds::service("svc", {Constant{10ms}}), worlds::retries(4, 1s));
    scenario.inputs = {{kind_bad_input, {1.0}, {}}};
    add_leg(scenario, worlds::service("other", {Constant{1ms}}));
    const auto finished = worlds::run(scenario);
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started).size(), 1u);
    QCOMPARE(ending(finished), Ending::failed);
    QCOMPARE(ended_s(finished), 0.01);
}

namespace {

Scenario healing(double accuracy, bool other_remedy) {
    Scenario scenario = one_request(worlds::service("svc", {Constant{1s}}), worlds::policy());
    scenario.inputs = {{kind_image_quality, {1.0}, {}}};
    add_leg(scenario, worlds::service("other", {Constant{1s}}));
    auto &heal = scenario.operations[0].healing.emplace();
    heal.kinds = {kind_image_quality};
    heal.diagnosis = {{Constant{800ms}}, money_from_usd(0.002), {accuracy}};
    heal.remedies = {{kind_image_quality, "preprocess_image", {Constant{400ms}}, money_from_usd(0.001), {1.0}}};
    if (other_remedy) heal.remedies.push_back({kind_encoding, "fix_encoding", {Constant{50ms}}, Money{}, {1.0}});
    heal.retry.max_attempts = 3;
    heal.retry.backoff.base = 500ms;
    return scenario;
}

} // namespace

void BehaviourTest::healing_removes_the_cause_and_the_same_leg_serves() {
    const auto finished = worlds::run(healing(1.0, true));
    QCOMPARE(ended_s(finished), 3.2); // 1 + .8 + .4 + 1
    QCOMPARE(*finished.metrics.recovery_healing, 1.0);
    QCOMPARE(finished.metrics.cost_total_usd, 0.003);
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started)[1].attempt, std::uint16_t{2}); // numbering goes on
}

void BehaviourTest::a_wrong_diagnosis_treats_something_else() {
    const auto finished = worlds::run(healing(0.0, true));
    const auto diagnosed = of_kind(finished.records, RecordKind::diagnosed);
    QCOMPARE(diagnosed.size(), 2u); // once on each leg
    QCOMPARE(diagnosed[0].detail, std::uint16_t{kind_encoding});
    QCOMPARE(of_kind(finished.records, RecordKind::remedy_ended)[0].reason, std::uint8_t{0});
    // Each leg is tried again and fails again.
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started).size(), 4u);
    QCOMPARE(ending(finished), Ending::failed);
}

void BehaviourTest::without_a_remedy_it_falls_back_unless_it_retries_undiagnosed() {
    Scenario scenario = healing(0.0, false); // a wrong diagnosis has nothing else to name
    const auto falls_back = worlds::run(scenario);
    QCOMPARE(of_kind(falls_back.records, RecordKind::remedy_started).size(), 0u);
    QCOMPARE(of_kind(falls_back.records, RecordKind::attempt_started).size(), 2u);
    scenario.operations[0].healing->retry_undiagnosed = true;
    const auto tries_again = worlds::run(scenario);
    QCOMPARE(of_kind(tries_again.records, RecordKind::attempt_started).size(), 4u);
}

void BehaviourTest::an_open_breaker_refuses_and_the_next_leg_serves() {
    PolicyConfig policy = worlds::policy();
    policy.breaker = breaker_preset("tutorial");
    Scenario scenario = worlds::single(broken(kind_unavailable), policy, EveryArrivals{1s}, 70s);
    add_leg(scenario, worlds::service("other", {Constant{1ms}}));
    const auto finished = worlds::run(scenario);
    QCOMPARE(*finished.metrics.success_rate, 1.0);
    // Opens at 4 s with the fifth failure; refuses from 5 s to 63 s; the probe at 64 s fails: refuses to 69 s.
    QCOMPARE(finished.metrics.breakers[0].rejected, 59u + 5u);
    QCOMPARE(finished.metrics.breakers[0].trips, 1u);
    QCOMPARE(finished.metrics.breakers[0].false_trips, 1u); // no fault was on: it is simply always broken
    QCOMPARE(finished.metrics.breakers[0].transitions.size(), 3u);
    QCOMPARE(finished.metrics.services[0].calls, 6u);
    QCOMPARE(finished.metrics.rejected.at("breaker"), 64u);
    QCOMPARE(finished.metrics.breakers[0].closed_s, 4.0);
}

void BehaviourTest::a_retry_list_that_names_breaker_open_waits_for_it() {
    PolicyConfig policy = worlds::retries(4, 1s);
    policy.breaker = breaker_preset("tutorial");
    policy.breaker->failures = 1;
    policy.breaker->open_for = 2s;
    policy.retry->kinds = {kind_unavailable, kind_breaker_open};
    const auto finished = worlds::run(one_request(broken(kind_unavailable), policy));
    // Try 1 fails and opens until 2 s; try 2 at 1 s is refused; try 3 at 3 s is the probe and fails: open until 5 s;
    // try 4 at 7 s is the next probe.
    QCOMPARE(of_kind(finished.records, RecordKind::attempt_started).size(), 3u);
    QCOMPARE(of_kind(finished.records, RecordKind::refused).size(), 1u);
    QCOMPARE(ended_s(finished), 7.0);
}

void BehaviourTest::a_breaker_outside_the_retries_sees_one_result() {
    PolicyConfig policy = worlds::retries(3, 1ms);
    policy.breaker = breaker_preset("tutorial");
    policy.order = {LayerKind::breaker, LayerKind::retry};
    const auto outside = worlds::run(one_request(broken(kind_network), policy));
    QCOMPARE(of_kind(outside.records, RecordKind::breaker_observed).size(), 1u);
    policy.order = {LayerKind::retry, LayerKind::breaker};
    const auto inside = worlds::run(one_request(broken(kind_network), policy));
    QCOMPARE(of_kind(inside.records, RecordKind::breaker_observed).size(), 3u);
}

void BehaviourTest::low_confidence_answers_fall_through_and_are_billed() {
    ServiceConfig first = worlds::service("svc", {Constant{1s}});
    first.cost = money_from_usd(0.01);
    first.accuracy = {0.0};
    first.confidence = Confidence{{1.0}, {0.0}};
    Scenario scenario = one_request(first, worlds::retries(3, 1s));
    ServiceConfig second = worlds::service("other", {Constant{1s}});
    second.cost = money_from_usd(0.10);
    add_leg(scenario, second);
    const auto finished = worlds::run(scenario);
    QCOMPARE(finished.metrics.cost_total_usd, 0.11);
    QCOMPARE(*finished.metrics.accuracy_served, 1.0);
    QCOMPARE(finished.metrics.cost_wasted_usd, 0.01);
}

void BehaviourTest::error_recovery_retries_then_tries_each_tool_once() {
    Scenario scenario = one_request(broken(kind_auth), worlds::policy());
    scenario.services.push_back(broken(kind_auth));
    scenario.services.back().name = "claude_vision";
    scenario.services.push_back(worlds::service("local_ocr", {Constant{10ms}}));
    ErrorRecovery recovery;
    recovery.strategy = RecoveryStrategy::fallback;
    recovery.max_retries = 3;
    recovery.retry_backoff = 2.0;
    recovery.fallback_tools = {"claude_vision", "local_ocr"};
    recovery.reading = RecoveryReading::as_implemented;
    scenario.policies[0].error_recovery = recovery;
    const auto implemented = worlds::run(scenario);
    QCOMPARE(of_kind(implemented.records, RecordKind::attempt_started).size(), 6u); // 4 tries, then each tool once
    QCOMPARE(ended_s(implemented), 7.01);                                           // waits 1, 2, 4 s; auth refuses at once
    scenario.policies[0].error_recovery->reading = RecoveryReading::as_documented;
    const auto documented = worlds::run(scenario);
    QCOMPARE(of_kind(documented.records, RecordKind::attempt_started).size(), 3u); // auth is not retried
    scenario.policies[0].error_recovery->strategy = RecoveryStrategy::continue_;
    const auto continued = worlds::run(scenario);
    QCOMPARE(of_kind(continued.records, RecordKind::attempt_started).size(), 1u);
    QCOMPARE(ending(continued), Ending::continued);
}

void BehaviourTest::exhausted_rules_name_how_it_ended() {
    Scenario scenario = one_request(broken(kind_network), worlds::policy());
    scenario.operations[0].exhausted = Exhausted::partial;
    const auto finished = worlds::run(scenario);
    QCOMPARE(ending(finished), Ending::partial);
    QCOMPARE(finished.metrics.failed, 1u);
    QCOMPARE(finished.metrics.endings.at("partial"), 1u);
}

void BehaviourTest::billing_is_by_outcome() {
    ServiceConfig service = broken(kind_network);
    service.cost = money_from_usd(0.10);
    QCOMPARE(worlds::run(one_request(service, worlds::retries(3))).metrics.cost_total_usd, 0.0);
    service.billing = {{kind_network, 0.5}};
    const Metrics metrics = worlds::run(one_request(service, worlds::retries(3))).metrics;
    QCOMPARE(metrics.cost_total_usd, 0.15);
    QCOMPARE(metrics.cost_wasted_usd, 0.15);
    QVERIFY(!metrics.cost_per_success_usd);
}

void BehaviourTest::goals_are_judged_by_their_direction() {
    Scenario scenario = one_request(worlds::service("svc", {Constant{2s}}), worlds::policy());
    scenario.slo = {{"success_rate", 0.99}, {"latency_p95", 1.0}, {"cost_per_success", 0.08}};
    const auto slo = worlds::run(scenario).metrics.slo;
    QCOMPARE(slo[0].met, std::optional(true));
    QCOMPARE(slo[1].met, std::optional(false));
    QCOMPARE(slo[2].met, std::optional(true));
}

QTEST_APPLESS_MAIN(BehaviourTest)
#include "behaviour_test.moc"
