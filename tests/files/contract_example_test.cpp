// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;
using std::chrono::milliseconds;

namespace {

/// The example by which the format was agreed on, with the services and the policy that it leaves out.
const std::string kExample = R"(halfopen: 1
name: Receipt pipeline, vision outage
about: One paragraph for the person who opens it.
seed: 7
duration: 10min
drain: true
drain_limit: 10min
warmup: 0s
slo: {success_rate: 99%, latency_p95: 30s, cost_per_success: 0.08}
play: {speed: 4}
kinds:
  bad_input: {class: permanent, retry: false, fallback: false, breaker: ignore}
inputs:
  image_quality: 4%
  encoding: {share: 1%, fails_at: [tesseract_ocr]}
services:
  gpt4_vision:
    network: {constant: 20ms}
    latency: {lognormal: {p50: 2.1s, p99: 9s}}
    replicas: 1
    balance: round_robin
    workers: 40
    queue: 200
    discipline: fifo
    contention: none
    failures: {timeout: 7.5%, rate_limit: 3.5%, unavailable: 1.5%}
    availability: {up: 30min, down: 45s, kind: unavailable}
    rate_limit: {rate: 20/s, burst: 40, retry_after: exact}
    cost: 0.10
    billing: {success: 100%, timeout: 100%, unavailable: 0%}
    accuracy: 99%
    confidence: {accept_right: 98%, accept_wrong: 10%}
    effect: true
    idempotency_key: false
    cancels: false
    calls: [{service: ledger_db, policy: db, times: 1, mode: sequence}]
  claude_vision: {latency: {lognormal: {p50: 2.8s, p99: 11s}}, cost: 0.06}
  local_ocr: {latency: 300ms}
  tesseract_ocr: {latency: 200ms}
  ledger_db: {latency: 4ms}
policies:
  db: {timeout: 200ms}
  vision:
    timeout: {after: 30s, growth: 2, cap: 120s}
    retry:
      max_attempts: 4
      backoff: {family: exponential, base: 100ms, multiplier: 2, offset: 0, cap: 10s, cap_after_jitter: false}
      jitter: full
      retry_after: {honour: true, limit: 60s}
      kinds: [timeout, network, rate_limit, unavailable, overloaded]
    budget: {token_bucket: {capacity: 500, retry_cost: 5, timeout_cost: 10, success_refund: 1}}
    breaker: tutorial
    bulkhead: {concurrency: 25, queue: 0, max_wait: 0s}
    rate_limiter: {rate: 10/s, burst: 10, when_empty: wait}
    hedge: {after: 50ms, copies: 1, cancel_losers: true}
    order: [retry, breaker, bulkhead, rate_limiter, timeout]
  from_tutorial:
    error_recovery: {strategy: fallback, max_retries: 3, retry_backoff: 2.0,
                     fallback_tools: [claude_vision, local_ocr], reading: as_documented}
operations:
  extract_receipt:
    chain:
      - {service: gpt4_vision, policy: vision}
      - {service: claude_vision}
      - {service: local_ocr}
    deadline: 120s
    fallback_kinds: [timeout, rate_limit, unavailable, low_confidence]
    exhausted: raise
    healing:
      kinds: [image_quality, encoding]
      retry_undiagnosed: false
      diagnosis: {duration: {constant: 800ms}, cost: 0.002, accuracy: 90%}
      remedies:
        image_quality: {name: preprocess_image, duration: {constant: 400ms}, cost: 0.001, success: 95%}
        encoding: {name: fix_encoding, duration: {constant: 50ms}, cost: 0, success: 100%}
      retry: {max_attempts: 3, backoff: {family: exponential, base: 500ms, multiplier: 2}}
      max_rounds: 1
workloads:
  - {operation: extract_receipt, arrivals: {poisson: 5/s}, instances: 4}
faults:
  - {service: gpt4_vision, at: 60s, for: 90s, outage: unavailable}
  - {service: claude_vision, at: 80s, for: 30s, latency: {factor: 3}, ramp: 5s}
  - {service: local_ocr, at: 200s, for: 2s, pause: true}
edits:
  - {at: 95s, set: policies.vision.breaker.open_for, to: 10s}
)";

} // namespace

class ContractExampleTest : public QObject {
    Q_OBJECT

private slots:
    void each_part_is_read_as_it_is_meant() {
        const Result<Scenario> read = read_scenario(kExample);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(messages_of(read.failure())));
        const Scenario &s = read.value();
        const ServiceConfig &gpt = s.services[0];
        QCOMPARE(gpt.replicas, 1);
        QCOMPARE(int(gpt.balance), int(Balance::round_robin));
        QCOMPARE(int(gpt.contention), int(Contention::none));
        QCOMPARE(gpt.workers, std::optional<int>(40));
        QCOMPARE(gpt.failures.size(), std::size_t{3});
        QVERIFY(gpt.availability && gpt.availability->group.empty());
        QCOMPARE(int(gpt.rate_limit->retry_after.kind), int(RetryAfterHint::Kind::exact));
        QVERIFY((gpt.calls == std::vector<DownstreamCall>{{"ledger_db", "db", 1, CallMode::sequence}}));
        const PolicyConfig &vision = s.policies[0].name == "vision" ? s.policies[0] : s.policies[1];
        QVERIFY((*vision.bulkhead == BulkheadConfig{25, 0, Duration{0}, false}));
        QVERIFY((*vision.rate_limiter == RateLimiterConfig{Rate{10.0}, 10.0, WhenEmpty::wait, std::nullopt, false}));
        QVERIFY((*vision.hedge == HedgeConfig{milliseconds(50), HedgeConfig{}.after_quantile, 1, true}));
        QVERIFY(*vision.breaker == breaker_preset("tutorial"));
        QVERIFY(std::get<TokenBucketBudget>(vision.budget->scheme) == TokenBucketBudget{});
        QCOMPARE(s.operations[0].chain.size(), std::size_t{3});
        QVERIFY(!s.operations[0].chain[0].skip_when_open);
        QVERIFY(std::holds_alternative<PauseFault>(s.faults[2].effect));
        QCOMPARE(s.edits.size(), std::size_t{1});
        QCOMPARE(s.edits[0].at, Duration(std::chrono::seconds(95)));
        const PolicyConfig &after = s.edits[0].after->policies[&vision - s.policies.data()];
        QCOMPARE(after.breaker->open_for, Duration(std::chrono::seconds(10)));
        QCOMPARE(vision.breaker->open_for, Duration(std::chrono::seconds(60)));
    }
};

QTEST_GUILESS_MAIN(ContractExampleTest)
#include "contract_example_test.moc"
