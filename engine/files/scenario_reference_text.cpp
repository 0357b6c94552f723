// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reference.h"

#include "engine/policy/breaker/config.h"
#include "engine/policy/budget.h"

namespace halfopen {

namespace {

ReferenceSection beginning() {
    return {"",
            R"(A scenario is one YAML 1.2 file, `NAME.scenario.yaml` (JSON will do). It says what is called, what stands
between, who calls, what goes wrong, and when. The example of this page is one scenario in parts: put together they can
be run.

Quantities carry their unit: durations `50ns 100us 250ms 2s 1.5min 1h`, rates `5/s 300/min 10/h`, shares `7.5%` or
`0.075`, money in USD `0.10`. Unknown keys, wrong units, values out of range, unknown names, duplicate keys and circles
are errors with file, line and column; all errors of a file are told in one go, and nothing is half loaded.

In paths `*` stands for a name (of your own, or of a failure kind) and `[]` for each item of a list. The word `none`
empties what is empty when it is left out. `halfopen-cli check FILE` reads and validates, `--set PATH=VALUE` changes a
value for one run.)",
            {},
            "",
            "",
            {}};
}

ReferenceSection header() {
    return {"The head",
            "What the scenario is called, how long it lasts, and what it is held against.",
            {"halfopen", "name", "about", "seed", "duration", "drain", "drain_limit", "warmup", "slo", "play"},
            "",
            R"(halfopen: 1
name: Receipts with everything
about: One scenario that shows each part of the format.
seed: 7
duration: 10min
drain: true
drain_limit: 10min
warmup: 0s
slo: {success_rate: 99%, latency_p95: 30s, cost_per_success: 0.08}
play: {speed: 4}
)",
            {}};
}

ReferenceSection kinds() {
    return {
        "Failure kinds",
        "The error matrix: what each failure means to the policies. Built in are `timeout network rate_limit "
        "unavailable overloaded`\n(transient), `auth not_found bad_input` (permanent), `image_quality encoding` "
        "(fixable), "
        "`conflict`, `low_confidence`, and the\ncaller's own refusals `breaker_open bulkhead_full rate_limited_locally "
        "budget_empty deadline cancelled` (`cancelled`: a hedged copy that lost, or a call that was given up). `halfopen-cli kinds FILE` prints\nthe matrix in force.",
        {"kinds"},
        "",
        R"(kinds:
  bad_input: {class: permanent, retry: false, fallback: false, breaker: ignore}
  lost: {class: transient, shows: hang}
)",
        {}};
}

ReferenceSection inputs() {
    return {
        "Inputs",   "What requests carry and keep across all their attempts: trying again never helps, a remedy does.",
        {"inputs"}, "",
        R"(inputs:
  image_quality: 4%
  encoding: {share: 1%, fails_at: [local_ocr]}
)", {}};
}

ReferenceSection services() {
    return {"Services",
            "What is called. An arriving call meets, in this order: outage, availability, rate limit, the draw of a "
            "failure, "
            "the limit of\nthe queue, the queue, a worker; then the calls that the service itself makes.",
            {"services"},
            "services.*",
            R"(services:
  gpt4_vision:
    network: 20ms
    latency: {lognormal: {p50: 2.1s, p99: 9s}}
    replicas: 2
    balance: least_busy
    workers: 40
    queue: 200
    failures: {timeout: 7.5%, rate_limit: 3.5%, unavailable: 1.5%}
    profile: [{at: 2min, failures: {timeout: 30%}, latency: {lognormal: {p50: 5s, p99: 20s}}}, {at: 4min}]
    availability: {up: 30min, down: 45s, kind: unavailable, group: cloud}
    rate_limit: {rate: 20/s, burst: 40, retry_after: exact}
    cost: 0.10
    billing: {success: 100%, timeout: 100%, unavailable: 0%}
    accuracy: 99%
    confidence: {accept_right: 98%, accept_wrong: 10%}
    cancels: true
    calls: [{service: ledger_db, policy: db, times: 2, mode: parallel}]
  claude_vision:
    latency: {lognormal: {p50: 2.8s, p99: 11s}}
    availability: {up: 30min, down: 45s, group: cloud}
    cost: 0.06
  local_ocr: {latency: 300ms, workers: 2, discipline: lifo, accuracy: 85%}
  ledger_db: {latency: {exponential: {mean: 4ms}}, contention: optimistic_lock, effect: true, idempotency_key: true}
)",
            {{"services.gpt4_vision.rate_limit.retry_after", {"exact", "absent", "2s", "{wrong_by: 0.5}"}}}};
}

ReferenceSection distributions() {
    return {"Distributions",
            "Of a duration; a single duration is a constant. `load` stands only at a service's `latency`. The file of "
            "`samples` has "
            "one\nduration a line.",
            {},
            "",
            "",
            {{"services.gpt4_vision.latency",
              {"250ms", "{constant: 5ms}", "{uniform: {from: 1ms, to: 9ms}}", "{exponential: {mean: 100ms}}",
               "{normal: {mean: 10ms, sd: 2ms}}", "{lognormal: {p50: 2.1s, p99: 9s}}", "{gamma: {mean: 10ms, cv: 0.5}}",
               "{pareto: {min: 1ms, alpha: 1.5, cap: 2s}}", "{quantiles: {p0: 80ms, p50: 210ms, p99: 900ms, p100: 2s}}",
               "{mixture: [{weight: 99%, exponential: {mean: 1ms}}, {weight: 1%, exponential: {mean: 100ms}}]}",
               "{load: {base: 1s, per_in_flight: 10ms}}"}}}};
}

ReferenceSection policies() {
    return {"Policies",
            R"(What stands between a caller and a service. A layer that is left out, or `none`, lets everything pass.

`order` places five layers. Two more have their places by themselves: the budget belongs to the retry (it is asked before each
further try, and an adaptive throttle just inside the retry layer before the first one too), and hedging stands innermost, in place
of the plain call. So hedged copies pass no layer of their own: they take one place of the bulkhead and one token of the rate
limiter together, and the breaker sees one result. A copy that fails early is followed by the next one at once.)",
            {"policies"},
            "policies.*",
            R"(policies:
  vision:
    timeout: {after: 30s, growth: 2, cap: 120s}
    retry:
      max_attempts: 4
      backoff: {family: exponential, base: 100ms, multiplier: 2, offset: 0, cap: 10s}
      jitter: full
      retry_after: {honour: true, limit: 60s}
      per_kind: {rate_limit: {backoff: {family: linear, base: 1s}, jitter: {symmetric: 0.2}}}
    budget: {token_bucket: {capacity: 500, retry_cost: 5, timeout_cost: 10, success_refund: 1}}
    breaker: {preset: tutorial, failures: 5, open_for: 60s}
    bulkhead: {concurrency: 25, queue: 50, max_wait: 2s}
    rate_limiter: {rate: 30/s, burst: 10, when_empty: wait, max_wait: 5s}
    hedge: {after: 8s, copies: 1, cancel_losers: true}
    order: [retry, breaker, bulkhead, rate_limiter, timeout]
  db: {timeout: 200ms, retry: {max_attempts: 3, kinds: [conflict, timeout]}, breaker: tutorial}
  from_tutorial: {error_recovery: {strategy: retry, max_retries: 3, retry_backoff: 2, reading: as_documented}}
)",
            {{"policies.vision.hedge", {"none", "{after_quantile: 95%, copies: 2}"}}}};
}

ReferenceSection retry() {
    return {"Policies: retry",
            "",
            {"policies.*.retry"},
            "policies.*",
            "",
            {{"policies.vision.retry.jitter",
              {"none", "full", "equal", "decorrelated", "polly_v2", "envoy", "{additive: 0.5}", "{symmetric: 0.2}"}}}};
}

ReferenceSection budget() {
    ReferenceSection section{"Policies: budget", "A preset, or one scheme; a scheme beside a preset refines its fields.",
                             {"policies.*.budget"}, "policies.*", "", {}, {}};
    ReferenceSection::Variants variants{
        "policies.vision.budget",
        {"none", "{token_bucket: {capacity: 500, retry_cost: 5, timeout_cost: 10}}",
         "{per_call_bucket: {capacity: 5, deposit_per_call: 0.1, retry_cost: 1}}",
         "{success_bucket: {capacity: 10, deposit_per_success: 0.1}, shared: true}",
         "{ratio: {percent: 20%, min_per_second: 10, window: 10s}}",
         "{active_share: {percent: 20%, min_concurrency: 3}}", "{throttle: {max_tokens: 10, token_ratio: 0.1}}",
         "{adaptive_throttle: {k: 2, window: 2min}}", "{failure_rate: {threshold: 10%, window: 10s, per: attempts}}"}};
    for (const std::string &name : budget_preset_names()) {
        section.presets.emplace_back(name, budget_preset_about(name));
        variants.values.push_back(name);
    }
    section.variants = {std::move(variants)};
    return section;
}

ReferenceSection breaker() {
    ReferenceSection section{"Policies: breaker",
                             "A preset, or fields over one. A path may enter a preset's fields by name: "
                             "`policies.vision.breaker.open_for` when the\nfile says `breaker: tutorial`.",
                             {"policies.*.breaker"},
                             "policies.*",
                             "",
                             {},
                             {}};
    ReferenceSection::Variants variants{
        "policies.vision.breaker",
        {"{trip: cumulative, failures: 10}",
         "{window: {calls: 100}, failure_rate: 50%, minimum_calls: 10, slow_call: {over: 5s, rate: 80%}}",
         "{open_for: {base: 10s, multiplier: 2, cap: 5min, jitter: full}, probes: 3, close_after: 2}",
         "{preset: resilience4j, failure_rate: 40%, excess: wait}"}};
    for (const std::string &name : breaker_preset_names()) {
        section.presets.emplace_back(name, breaker_preset_about(name));
        variants.values.push_back(name);
    }
    section.variants = {std::move(variants)};
    return section;
}

ReferenceSection operations() {
    return {"Operations",   "What a request does: the legs of its chain, one after another, until one succeeds.",
            {"operations"}, "operations.*",
            R"(operations:
  extract_receipt:
    chain:
      - {service: gpt4_vision, policy: vision, skip_when_open: true}
      - {service: claude_vision, policy: from_tutorial}
      - local_ocr
    deadline: 120s
    fallback_kinds: [timeout, rate_limit, unavailable, breaker_open, low_confidence]
    exhausted: raise
    healing:
      kinds: [image_quality, encoding]
      diagnosis: {duration: 800ms, cost: 0.002, accuracy: 90%}
      remedies:
        image_quality: {name: preprocess_image, duration: 400ms, cost: 0.001, success: 95%}
        encoding: {name: fix_encoding, duration: 50ms, success: 100%}
      retry: {max_attempts: 3, backoff: {family: exponential, base: 500ms, multiplier: 2}}
      max_rounds: 1
)", {}};
}

ReferenceSection workloads() {
    return {
        "Workloads",
        "Who asks, and how often. Names of files are relative to the scenario file. A `trace` looks like this; `at` is "
        "a duration "
        "or a\nnumber of seconds, in order of time, and `operation` may be left out when the workload names one:\n\n"
        "    at,operation\n    0.25,extract_receipt\n    1.5s,extract_receipt",
        {"workloads"},
        "workloads[]",
        R"(workloads:
  - {operation: extract_receipt, arrivals: {poisson: 5/s}, instances: 4}
)",
        {{"workloads[0].arrivals",
          {"{every: 200ms}", "{phases: [{for: 60s, poisson: 5/s}, {for: 30s, poisson: {from: 5/s, to: 50/s}}]}",
           "{batch: {items: 1000, at: 0s, concurrency: 8}}",
           "{clients: {count: 50, think: {exponential: {mean: 1s}}, pacing: end, latency_from: send}}"}}}};
}

ReferenceSection faults() {
    return {"Faults",
            "What goes wrong, and when: each fault meets one service and does one thing. Overlapping faults compose in "
            "the order "
            "of the\nfile.",
            {"faults"},
            "faults[]",
            R"(faults:
  - {service: gpt4_vision, at: 60s, for: 90s, outage: unavailable}
  - {service: claude_vision, at: 80s, for: 30s, latency: {factor: 3}, ramp: 5s}
  - {service: local_ocr, at: 200s, for: 2s, pause: true}
  - {service: gpt4_vision, at: 300s, for: 20s, every: 2min, failures: {timeout: 40%}, replica: 1}
)",
            {{"faults[0]",
              {"{service: gpt4_vision, at: 60s, for: 90s, outage: network, drops: true}",
               "{service: gpt4_vision, at: 60s, for: 90s, add_failures: {timeout: 40%}}",
               "{service: gpt4_vision, at: 60s, for: 90s, workers: 5}",
               "{service: gpt4_vision, at: 60s, for: 90s, rate_limit: {rate: 2/s, retry_after: 1s}}",
               "{service: gpt4_vision, at: 60s, for: 90s, availability: {up: 10s, down: 5s}}"}}}};
}

ReferenceSection edits() {
    return {"Edits",
            "What a person changed while it ran, replayed at that simulated time. An edit keeps state and set timers; "
            "it can change\n"
            "values below `kinds inputs services policies operations workloads faults`, not which of them there are. A "
            "path with\n"
            "brackets needs quotes.",
            {"edits"},
            "edits[]",
            R"(edits:
  - {at: 95s, set: policies.vision.breaker.open_for, to: 10s}
  - {at: 120s, set: "workloads[0].arrivals.poisson", to: 8/s}
)",
            {}};
}

ReferenceSection forms() {
    return {"Short forms", "A single value where a map is expected stands for one key of it.", {}, "", "", {}};
}

} // namespace

const std::vector<ReferenceSection> &reference_sections() {
    static const std::vector<ReferenceSection> sections = {beginning(),     header(),    kinds(),  inputs(), services(),
                                                           distributions(), policies(),  retry(),  budget(), breaker(),
                                                           operations(),    workloads(), faults(), edits(),  forms()};
    return sections;
}

} // namespace halfopen
