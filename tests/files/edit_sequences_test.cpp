// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/sim/simulation.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <rapidcheck.h>

#include <QTest>

using namespace halfopen;

namespace {

struct Change {
    const char *path;
    std::vector<std::string> values;
};

/// What a person may turn while it runs, with values from one extreme to the other.
const std::vector<Change> &changes() {
    static const std::vector<Change> all = {
        {"workloads[0].arrivals",
         {"{poisson: 100/s}", "{every: 20ms}", "{phases: [{for: 9s, poisson: 60/s}]}", "{poisson: 0/s}"}},
        {"services.api.workers", {"1", "4", "30", "unlimited"}},
        {"services.api.queue", {"0", "5", "unlimited"}},
        {"services.api.discipline", {"fifo", "lifo"}},
        {"services.api.cancels", {"true", "false"}},
        {"services.api.balance", {"round_robin", "random", "least_busy"}},
        {"services.api.latency",
         {"0s", "300ms", "{load: {base: 10ms, per_in_flight: 10ms}}", "{exponential: {mean: 50ms}}"}},
        {"services.api.failures", {"{}", "{network: 60%}", "{overloaded: 20%, rate_limit: 20%}"}},
        {"services.api.rate_limit", {"none", "{rate: 10/s, burst: 3, retry_after: exact}"}},
        {"services.api.availability", {"none", "{up: 1s, down: 300ms}"}},
        {"services.ledger.workers", {"1", "unlimited"}},
        {"policies.p.timeout", {"none", "80ms", "{after: 50ms, growth: 3}"}},
        {"policies.p.retry", {"none", "{max_attempts: 5, backoff: none}", "{max_attempts: 3, jitter: full}"}},
        {"policies.p.bulkhead",
         {"none", "{concurrency: 1, queue: unlimited}", "{concurrency: 3, max_wait: 40ms}", "{concurrency: 900}"}},
        {"policies.p.rate_limiter", {"none", "{rate: 10/s}", "{rate: 300/s, burst: 9, when_empty: refuse}"}},
        {"policies.p.hedge",
         {"none", "{after: 0s, copies: 3}", "{after_quantile: 90%}", "{after: 30ms, cancel_losers: false}"}},
        {"policies.p.budget", {"none", "finagle", "envoy", "google_sre", "{success_bucket: {capacity: 2}}"}},
        {"policies.p.breaker",
         {"tutorial", "tutorial_code", "pybreaker", "{excess: wait, open_for: 100ms}", "{one_at_a_time: true}"}},
        {"policies.p.order",
         {"[retry, breaker, bulkhead, rate_limiter, timeout]", "[timeout, bulkhead, rate_limiter, breaker, retry]"}},
        {"policies.q.bulkhead", {"none", "{concurrency: 1, max_wait: 20ms}", "{concurrency: 2, queue: 1}"}},
        {"policies.q.retry", {"none", "{max_attempts: 4, backoff: none}"}},
        {"operations.ask.deadline", {"none", "60ms", "2s"}},
        {"operations.ask.chain[0].skip_when_open", {"true", "false"}},
        {"faults[0]",
         {"{service: api, at: 1s, for: 1s, outage: network, drops: true}",
          "{service: api, at: 3s, for: 2s, outage: rate_limit}",
          "{service: api, at: 0s, for: 1ms, outage: unavailable, every: 500ms}"}},
        {"faults[1]",
         {"{service: api, at: 3s, for: 1s, pause: true, replica: 1}",
          "{service: api, at: 0s, for: 4s, pause: true, replica: 1}"}},
        {"faults[2].workers", {"0", "1", "50"}},
        {"faults[2].for", {"1ms", "4s"}},
        {"faults[3].latency", {"{factor: 0}", "{factor: 20}", "{add: 1s}"}},
        {"faults[4].rate_limit", {"{rate: 5/s}", "{rate: 500/s, burst: 50, retry_after: 1s}"}},
        {"faults[5].availability", {"{up: 100ms, down: 100ms}", "{up: 10s, down: 1s, kind: network}"}},
        {"faults[6].add_failures", {"{network: 90%}", "{overloaded: 10%}"}},
    };
    return all;
}

/// Three instances, two replicas, calls from service to service, and every layer in place.
std::string busy_scenario() {
    std::string text = kKeysScenario;
    text = replaced(text, "{poisson: 5/s}}", "{poisson: 80/s}, instances: 3}");
    text = replaced(
        text, "    latency: 100ms\n    failures: {timeout: 5%}",
        "    latency: {exponential: {mean: 50ms}}\n    failures: {network: 5%}\n    replicas: 2\n    workers: 3\n"
        "    calls: [{service: ledger, policy: q, times: 2, mode: parallel}, {service: other}]");
    text = replaced(text, "    retry: {max_attempts: 3}",
                    "    retry: {max_attempts: 3}\n    bulkhead: {concurrency: 5, max_wait: 1s}\n"
                    "    rate_limiter: {rate: 60/s}\n    hedge: {after: 100ms}\n    budget: finagle");
    text = replaced(text, "  q: {}", "  q: {bulkhead: {concurrency: 3, queue: 9}, hedge: {after: 10ms}, timeout: 1s}");
    text += "  - {service: api, at: 1500ms, for: 500ms, pause: true, replica: 1}\n"
            "  - {service: api, at: 1s, for: 2s, workers: 1}\n"
            "  - {service: ledger, at: 1s, for: 2s, latency: {factor: 9}, ramp: 1s}\n"
            "  - {service: api, at: 2s, for: 2s, rate_limit: {rate: 20/s}}\n"
            "  - {service: ledger, at: 0s, for: 4s, availability: {up: 1s, down: 300ms}}\n"
            "  - {service: ledger, at: 1s, for: 500ms, every: 1s, add_failures: {network: 40%}}\n";
    return replaced(text, "duration: 10s", "duration: 5s");
}

std::string random_edits() {
    std::string edits = "edits:\n";
    const int count = *rc::gen::inRange(1, 7);
    for (int i = 0; i < count; ++i) {
        const Change &change = *rc::gen::elementOf(changes());
        edits += "  - {at: " + std::to_string(*rc::gen::inRange(0, 6000)) + "ms, set: \"" + change.path +
                 "\", to: " + *rc::gen::elementOf(change.values) + "}\n";
    }
    return edits;
}

} // namespace

class EditSequencesTest : public QObject {
    Q_OBJECT

private slots:
    void any_sequence_of_edits_runs_to_its_end_and_a_copy_runs_alike() {
        QVERIFY(rc::check("edits under load", [] {
            const std::string text = busy_scenario() + random_edits();
            const Result<Scenario> scenario =
                read_scenario(text, {".", {"seed=" + std::to_string(*rc::gen::inRange(0, 1000))}});
            if (!scenario) RC_FAIL(messages_of(scenario.failure()).toStdString());
            Simulation whole(scenario.value());
            while (whole.advance({}, nullptr)) {
            }
            Simulation sliced(scenario.value());
            bool more = true;
            while (more && sliced.events() < whole.events() / 2)
                more = sliced.advance({kTimeNever, 300}, nullptr);
            Simulation copy(sliced);
            while (copy.advance({kTimeNever, 300}, nullptr)) {
            }
            RC_ASSERT(int(whole.stop_reason()) == int(StopReason::finished));
            RC_ASSERT(whole.requests_in_flight() == std::uint64_t{0});
            RC_ASSERT(copy.fingerprint() == whole.fingerprint());
        }));
    }
};

QTEST_GUILESS_MAIN(EditSequencesTest)
#include "edit_sequences_test.moc"
