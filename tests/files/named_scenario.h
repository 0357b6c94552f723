// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace halfopen {

/// Everything that names something, in block and in flow style, with comments at each place.
inline const std::string kNames = R"(halfopen: 1 # one
# above the kinds
kinds:
  odd: {class: transient} # a kind of its own
inputs:
  bad_input: {share: 2%, fails_at: [api, ledger]} # where
  odd: 1%
services:
  # the first
  api:
    latency: 100ms # fast
    failures: {odd: 5%, timeout: 1%}
    billing: {odd: 50%}
    calls:
      # whom it asks
      - {service: ledger, policy: plain, times: 2}
      - ledger # again
  ledger:
    latency: 50ms
    availability: {up: 10s, down: 1s, kind: odd}
  "other-one": {latency: 10ms} # quoted
policies:
  plain:
    timeout: 1s
  careful:
    retry:
      max_attempts: 3
      kinds: [odd, timeout]
      per_kind:
        odd: {backoff: {base: 1s}} # slower
    breaker: tutorial
  object: # the tutorial's
    error_recovery: {strategy: fallback, max_retries: 1, fallback_tools: [ledger]}
operations:
  ask:
    chain:
      # first of all
      - {service: api, policy: careful} # dear
      - ledger
      # the last

      - service: other-one # slow
        policy: plain
    fallback_kinds: [odd, timeout, breaker_open]
    healing:
      kinds: [odd]
      diagnosis: {duration: 1s}
      remedies: {odd: {name: mend, duration: 1s}}
  tell:
    chain: [api, {service: ledger, policy: careful}]
workloads:
  - {operation: ask, arrivals: {poisson: 5/s}}
  - operation: tell # the second
    arrivals: {every: 1s}
faults:
  - {service: api, at: 2s, for: 3s, outage: odd} # a
  - service: ledger # b
    at: 1s
    for: 2s
    failures:
      odd: 10%
  - {service: other-one, at: 4s, for: 1s, pause: true} # c
edits:
  - {at: 1s, set: policies.careful.retry.max_attempts, to: 2}
  - {at: 2s, set: "operations.ask.chain[0].skip_when_open", to: true}
  - {at: 3s, set: "faults[2].for", to: 2s}
  - {at: 3s, set: services.api.failures.odd, to: 9%} # end
)";

} // namespace halfopen
