// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/files/key_rows.h"

namespace halfopen {

const std::string kKeysScenario = R"(halfopen: 1
name: Every key
seed: 7
duration: 10s
services:
  api:
    latency: 100ms
    failures: {timeout: 5%}
  other: {latency: 1ms}
  ledger: {latency: 1ms}
policies:
  p:
    timeout: 1s
    retry: {max_attempts: 3}
    breaker: tutorial
  q: {}
operations:
  ask:
    chain:
      - {service: api, policy: p}
  tell:
    chain:
      - {service: other, policy: q}
workloads:
  - {operation: ask, arrivals: {poisson: 5/s}}
faults:
  - {service: api, at: 2s, for: 3s, outage: unavailable}
)";

namespace {

const std::string kBackoff = "{family: linear, base: 200ms, multiplier: 3, offset: 1, cap: 9s, cap_after_jitter: true, "
                             "floor: 1ms, rounding: down, rounding_unit: 10ms, sorted: 4}";
const std::vector<std::string> kJitters = {"{additive: 0.3}", "{symmetric: 0.2}", "{randomized: 0.4}",
                                           "{spread: 50ms}"};

std::string retry_with(const std::string &backoff, const std::string &jitter) {
    return "{max_attempts: 4, backoff: " + backoff + ", jitter: " + jitter +
           ", retry_after: {honour: false, limit: 60s}, kinds: [timeout], per_kind: {rate_limit: {backoff: " + backoff +
           ", jitter: " + jitter + "}}}";
}

/// Every key of a retry, in several values.
std::vector<std::string> retries() {
    std::vector<std::string> all;
    for (const std::string &jitter : kJitters)
        all.push_back(retry_with(kBackoff, jitter));
    all.push_back(retry_with("{whole_steps: true}", "full"));
    return all;
}

void add_header(std::vector<KeyRow> &rows) {
    rows.insert(
        rows.end(),
        {{"halfopen", "1"},
         {"name", "Another name"},
         {"about", "A paragraph."},
         {"seed", "8"},
         {"duration", "20s"},
         {"drain", "false"},
         {"drain_limit", "5min"},
         {"warmup", "1s"},
         {"slo", "{success_rate: 99%, first_try_rate: 90%, accuracy_served: 95%, goodput: 4/s, latency_mean: 1s, "
                 "latency_p50: 1s, latency_p90: 2s, latency_p95: 3s, latency_p99: 4s, latency_max: 9s, "
                 "cost_per_request: 0.08, cost_per_success: 0.09, cost_per_correct: 0.1, cost_total: 100, "
                 "avg_attempts: 1.5, retry_rate: 10%, duplicates: 3}"},
         {"play", "{speed: 4}"},
         {"kinds", "{lost: {class: permanent, retry: true, fallback: false, breaker: failure, shows: hang}}"},
         {"inputs", "{bad_input: 3%, encoding: {share: 1%, fails_at: [api]}}"}});
}

/// Every distribution at every place that takes one.
void add_distributions(std::vector<KeyRow> &rows) {
    const auto places = {KeyRow{"services.api.network", "%"}, KeyRow{"services.api.latency", "%"},
                         KeyRow{"operations.ask.healing", "{kinds: [encoding], diagnosis: {duration: %}}"},
                         KeyRow{"operations.ask.healing", "{kinds: [encoding], remedies: {encoding: {duration: %}}}"},
                         KeyRow{"services.api.profile", "[{at: 1s, latency: %}]"},
                         KeyRow{"workloads[0].arrivals", "{clients: {think: %}}"}};
    for (const char *shape :
         {"{constant: 5ms}", "{uniform: {from: 1ms, to: 9ms}}", "{exponential: {mean: 70ms}}",
          "{normal: {mean: 10ms, sd: 2ms}}", "{lognormal: {p50: 2.1s, p99: 9s}}", "{gamma: {mean: 10ms, cv: 0.5}}",
          "{pareto: {min: 1ms, alpha: 1.5, cap: 2s}}", "{samples: samples.csv}", "{quantiles: {p0: 2ms, p50: 9ms, p100: 1s}}",
          "{mixture: [{weight: 99%, exponential: {mean: 1ms}}, {weight: 1%, constant: 1s}]}"}) {
        for (KeyRow row : places) {
            row.value.replace(row.value.find('%'), 1, shape);
            rows.push_back(row);
        }
    }
    rows.push_back({"services.api.latency", "{load: {base: 1s, per_in_flight: 10ms}}"});
    rows.push_back({"services.api.profile", "[{at: 1s, latency: {load: {base: 1s, per_in_flight: 10ms}}}]"});
}

void add_services(std::vector<KeyRow> &rows) {
    rows.insert(rows.end(),
                {{"services.api.replicas", "3"},
                 {"services.api.balance", "random"},
                 {"services.api.workers", "4"},
                 {"services.api.queue", "7"},
                 {"services.api.discipline", "lifo"},
                 {"services.api.contention", "optimistic_lock"},
                 {"services.api.failures", "{timeout: 7.5%, rate_limit: 3.5%}"},
                 {"services.api.profile", "[{at: 1s, failures: {network: 9%}, latency: {quantiles: {p10: 5ms, p90: 2s}}}, "
                                          "{at: 3s, failures: {}}, {at: 4s, latency: 9ms}]"},
                 {"services.api.availability", "{up: 30min, down: 45s, kind: network, group: rack}"},
                 {"services.api.rate_limit", "{rate: 20/s, burst: 40, retry_after: exact}"},
                 {"services.api.rate_limit", "{rate: 20/s, burst: 40, retry_after: {wrong_by: 0.5}}"},
                 {"services.api.cost", "0.25"},
                 {"services.api.billing", "{success: 50%, timeout: 20%, unavailable: 10%}"},
                 {"services.api.accuracy", "99%"},
                 {"services.api.confidence", "{accept_right: 98%, accept_wrong: 10%}"},
                 {"services.api.effect", "true"},
                 {"services.api.idempotency_key", "true"},
                 {"services.api.cancels", "true"},
                 {"services.api.calls", "[{service: ledger, policy: q, times: 2, mode: parallel}, other]"}});
}

void add_policies(std::vector<KeyRow> &rows) {
    for (const std::string &retry : retries())
        rows.push_back({"policies.p.retry", retry});
    rows.insert(rows.end(),
                {{"policies.p.timeout", "{after: 2s, growth: 2, cap: 10s}"},
                 {"policies.p.bulkhead", "{concurrency: 9, queue: 3, max_wait: 2s, shared: true}"},
                 {"policies.p.rate_limiter", "{rate: 9/s, burst: 4, when_empty: refuse, max_wait: 1s, shared: true}"},
                 {"policies.p.hedge", "{after: 50ms, copies: 2, cancel_losers: false}"},
                 {"policies.p.hedge", "{after_quantile: 90%}"},
                 {"policies.p.order", "[retry, timeout, breaker]"},
                 {"policies.q.error_recovery",
                  "{strategy: fallback, max_retries: 3, retry_backoff: 2, fallback_tools: [ledger], "
                  "timeout_override: 2s, reading: as_implemented}"}});
    for (const char *budget :
         {"{preset: botocore, shared: true}",
          "{token_bucket: {capacity: 50, retry_cost: 4, timeout_cost: 9, throttling_cost: 3, success_refund: 2, "
          "refills_past_capacity: true}}",
          "{per_call_bucket: {capacity: 4, deposit_per_call: 0.2, retry_cost: 2}}",
          "{success_bucket: {capacity: 9, deposit_per_success: 0.2, retry_cost: 2}}",
          "{ratio: {percent: 30%, min_per_second: 5, window: 20s}}",
          "{active_share: {percent: 30%, min_concurrency: 2}}", "{throttle: {max_tokens: 9, token_ratio: 0.2}}",
          "{adaptive_throttle: {k: 1.1, window: 1min}}",
          "{failure_rate: {threshold: 20%, window: 10s, per: requests}}"}) {
        rows.push_back({"policies.p.budget", budget});
    }
}

void add_breakers(std::vector<KeyRow> &rows) {
    for (const char *value :
         {"{preset: tutorial_code}",
          "{trip: cumulative, failures: 9}",
          "{window: {calls: 20}, failure_rate: 40%, minimum_calls: 7, minimum_capped: true, compare: above}",
          "{window: {time: 20s, buckets: 4, align: first_call}, minimum_rate: 3/s, slow_call: {over: 2s, rate: 70%}}",
          "{window: {time: 20s}, counts: starts, evaluate: on_failure, failure_rate: 40%, rate_arithmetic: percent}",
          "{evaluate: {tick: 2s}, ignored_results: success, reset_every: 10s, warm_up: 5s}",
          "{open_for: {retry_after: 5s}}",
          "{open_for: [5s, 9s]}",
          "{anchor: last_failure, boundary: after, retest: scheduled, late_success: closes}",
          "{probes: 3, probe_limit: concurrent, close_after: 2, probe_failure: counts, probe_timeout: 9s}",
          "{stale_results: count, reset_window: never, shared: true, open_for: 5s}",
          "{window: {time: 20s, align: first_call}, counts: starts, rate_arithmetic: percent, minimum_rate: 2/s}",
          "{reset_every: 30s, warm_up: 3s, evaluate: {tick: 700ms}, ignored_results: success}",
          "{open_for: {retry_after: 7s}, retest: scheduled, late_success: closes}",
          "{open_for: [1s, 5s]}",
          "{probes: 3, close_after: {successes: 2, of: 3}, excess: wait, probe_timeout: 9s, probe_timeout_to: closed}",
          "{window: {calls: 20}, failure_rate: 40%, probes: 9, close_after: {rate: 30%, results: 5}}",
          "{stale_permits: true, one_at_a_time: true, reset_window: on_success, probe_limit: none}",
          "{stands: balancer}",
          "{preset: envoy_outlier, ejection: {sweep: 20s, max_share: 40%, always_one: true, grows: false, time_max: "
          "90s, "
          "jitter: 2s, deviations: 3, failure_share: 80%, rated_calls: 30, rated_replicas: 3}}",
          "{preset: litellm_cooldown, ejection: {sole_calls: 7, hint_at_once: false}}",
          "{probes: 5, close_after: {successes: 2, of: 3}, excess: wait, probe_timeout: 9s, probe_timeout_to: closed}",
          "{window: {calls: 20}, failure_rate: 50%, probes: 5, close_after: {rate: 40%, results: 3}}",
          "{stale_results: count, stale_permits: true, reset_window: never, one_at_a_time: true, shared: true}",
          "{stands: balancer, window: {time: 10s}, failures: 3, ejection: {sweep: 5s, max_share: 30%, always_one: "
          "true, "
          "grows: true, time_max: 2min, jitter: 1s, deviations: 1.8, failure_share: 80%, rated_calls: 50, "
          "rated_replicas: 4, sole_calls: 900, hint_at_once: true}}"}) {
        rows.push_back({"policies.p.breaker", value});
    }
    for (const std::string &jitter : kJitters) {
        rows.push_back({"policies.p.breaker", "{open_for: {base: 200ms, jitter: " + jitter + "}}"});
    }
    rows.push_back({"policies.p.breaker", "{open_for: " + kBackoff + "}"});
    rows.push_back({"policies.p.breaker", "{open_for: {whole_steps: true}}"});
}

void add_operations(std::vector<KeyRow> &rows) {
    rows.insert(
        rows.end(),
        {{"operations.ask.chain", "[{service: api, policy: p, skip_when_open: true}, other]"},
         {"operations.ask.deadline", "120s"},
         {"operations.ask.fallback_kinds", "[timeout, rate_limit]"},
         {"operations.ask.exhausted", "partial"},
         {"operations.ask.healing",
          "{kinds: [image_quality], retry_undiagnosed: true, diagnosis: {duration: 800ms, cost: 0.002, accuracy: 90%}, "
          "remedies: {image_quality: {name: sharpen, duration: 400ms, cost: 0.001, success: 95%}}, max_rounds: 2}"}});
    for (const std::string &retry : retries())
        rows.push_back({"operations.ask.healing", "{kinds: [encoding], retry: " + retry + "}"});
}

void add_workloads(std::vector<KeyRow> &rows) {
    for (const char *arrivals :
         {"{poisson: 9/s}", "{every: 200ms}", "{batch: {items: 1000, at: 1s, concurrency: 8}}",
          "{clients: {count: 50, think: 2s, pacing: start, latency_from: intended}}", "{trace: arrivals.csv}",
          "{phases: [{for: 60s, poisson: 5/s}, {for: 30s, poisson: {from: 5/s, to: 50/s}}]}"}) {
        rows.push_back({"workloads[0].arrivals", arrivals});
    }
    rows.insert(rows.end(), {{"workloads[0].operation", "tell"},
                             {"workloads[0].instances", "4"},
                             {"workloads[0].luck", "5"},
                             {"workloads[1]", "{operation: tell, arrivals: {every: 1s}}"}});
}

void add_faults(std::vector<KeyRow> &rows) {
    for (const char *effect :
         {"outage: network, drops: true", "failures: {timeout: 40%, network: 1%}", "add_failures: {timeout: 10%}",
          "latency: {factor: 3, add: 1s}", "workers: 5", "pause: true, replica: 0",
          "rate_limit: {rate: 1/s, burst: 5, retry_after: exact}",
          "rate_limit: {rate: 1/s, retry_after: {wrong_by: 2}}", "availability: {up: 1s, down: 1s, kind: network}"}) {
        rows.push_back(
            {"faults[0]", std::string("{service: ledger, at: 1s, for: 2s, ramp: 1s, every: 3s, ") + effect + "}"});
    }
    rows.push_back({"edits", "[{at: 3s, set: policies.p.breaker.open_for, to: 10s}, "
                             "{at: 1s, set: services.api.failures, to: {network: 2%}}]"});
}

} // namespace

const std::vector<KeyRow> &key_rows() {
    static const std::vector<KeyRow> rows = [] {
        std::vector<KeyRow> all;
        for (const auto add : {add_header, add_distributions, add_services, add_policies, add_breakers, add_operations,
                               add_workloads, add_faults}) {
            add(all);
        }
        return all;
    }();
    return rows;
}

} // namespace halfopen
