// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "engine/base/time.h"

namespace halfopen {

/// What a record tells. `object`, `detail`, `reason` and `value` mean what stands here; `request` is the number of
/// the request (from 1; 0 when none), `attempt` the attempt number at that service, `leg` its place in the chain; bit
/// kDownstream of it says that a service made the call while it served, in that leg.
/// The numbers are part of the trace hash: append only.
enum class RecordKind : std::uint8_t {
    request_started = 1, ///< object workload, detail instance, value bits of the inputs carried
    request_ended,       ///< object service that served (or the last asked), detail outcome, reason Ending, attempt calls sent in all, value latency ns; flags: recovery
    request_cost,        ///< value nano-USD that no earlier one told of; before request_ended, and again when a call that was left behind is billed
    leg_entered,         ///< object service, reason LegReason, detail outcome of the leg before; the first leg's entry has no record
    attempt_started,     ///< object service, value its timeout in ns (0: none), detail replica, reason depth: 0 for the request's own calls, 1 for those that its services make...
    attempt_ended,       ///< object service, detail outcome, value billed nano-USD; flags
    wait_started,        ///< object service, detail outcome that made it wait, reason WaitReason, value ns; attempt = attempts so far on the leg
    wait_range,          ///< follows wait_started: value the longest wait that could have been drawn, ns; below 0: it was recorded, and no schedule is known
    gave_up,             ///< object service, detail outcome, reason GiveUp: why there was no further try on this leg
    refused,             ///< nothing was sent: object breaker (for the breaker) or guard, detail outcome (a refusal kind), value until when, ns (0: unknown); reason 1: all probes are taken, and value is 0; reason kRefusedByBalancer: every replica is ejected, object guard
    breaker_observed,    ///< object breaker, detail outcome + 256 * the BreakerState it met, reason Verdict, value failures counted after it
    breaker_changed,     ///< object breaker, detail from * 16 + to, reason BreakerReason, value OPEN: when it re-tests, ns
    breaker_numbers,     ///< follows breaker_changed: value measured << 32 | limit
    diagnosis_started,   ///< object service, detail observed outcome
    diagnosed,           ///< object service, detail the issue named (0: none), reason 1 when right, value billed nano-USD
    remedy_started,      ///< object service, detail issue treated
    remedy_ended,        ///< object service, detail issue treated, reason 1 when it removed the cause, value billed nano-USD
    call_queued,         ///< at the server: object service; all workers are busy
    service_started,     ///< object service, value ns waited in the queue, reason 1 when it had queued
    service_ended,       ///< object service, detail outcome shown by the service + 256 * replica, value ns served, reason 1 when cut short
    late_completion,     ///< object service, detail outcome; the caller had given up: wasted work, reason 1 when its effect happened
    effect_duplicated,   ///< object service; the request's effect happened once more
    fault_on,            ///< object fault
    fault_off,           ///< object fault
    service_down,        ///< object service; an availability outage began
    service_up,          ///< object service
    run_stopped,         ///< reason StopReason; the last record of every run
    queue_left,          ///< object service; a waiting call was refused by an outage or cancelled before its service began
    leg_skipped,         ///< object service, detail outcome of the leg before: its breaker is OPEN, value until when, ns
    hedge_sent,          ///< stands before the attempt_started of a further copy: object service, reason HedgeReason, value ns since the first copy
    wait_ended,          ///< object service, reason WaitReason (bulkhead, rate_limiter, breaker), value ns waited: the call goes on
    budget_spent,        ///< object guard, detail outcome that is retried, value what is left in thousandths
    replica_ejected,     ///< object service, detail replica, reason BreakerReason, value until when, ns
    replica_returned,    ///< object service, detail replica
    edit_applied,        ///< object edit
    work_wasted,         ///< object service, value nano-USD: calls below one that served nobody had cost that, and succeeded
};

inline constexpr RecordKind kLastRecordKind = RecordKind::work_wasted;

/// Reason of `refused` with breaker_open: no breaker of the caller's refused it, but the balancer has no replica left.
inline constexpr std::uint8_t kRefusedByBalancer = 2;

/// Set in TraceRecord::leg for the calls that services make: their attempts, waits and refusals.
inline constexpr std::uint8_t kDownstream = 0x80;

enum class LegReason : std::uint8_t { first, fallback, healed };
/// bulkhead, rate_limiter, breaker: parked by that layer; no wait_range follows, and wait_ended ends it.
enum class WaitReason : std::uint8_t { backoff, retry_after, healing, bulkhead, rate_limiter, breaker };
enum class HedgeReason : std::uint8_t { delay_over, copy_failed };
enum class GiveUp : std::uint8_t { kind_not_retried, attempts_used_up, hint_too_long, deadline_would_pass };
enum class Ending : std::uint8_t { served, failed, continued, partial, deadline };
enum class StopReason : std::uint8_t { finished, drain_limit, too_many_requests, too_many_in_flight, time_stands_still, interrupted };

/// Bits of TraceRecord::flags.
namespace flag {
inline constexpr std::uint8_t copy_mask = 0x0f;   ///< which hedged copy
inline constexpr std::uint8_t counted = 0x10;     ///< its request started after the warm-up: metrics take it
inline constexpr std::uint8_t met_fault = 0x20;   ///< attempt_ended, breaker_observed: a fault or outage was on at its service, or at one that it called
inline constexpr std::uint8_t right = 0x40;       ///< attempt_ended with success, request_ended: the answer is right
inline constexpr std::uint8_t special = 0x80;     ///< attempt_ended: abandoned by something outside; request_ended: some leg was tried more than once
} // namespace flag

/// How a request was saved, in bits 8, 9 and 11 of request_ended.detail (its low byte is the outcome), and bit 10 says
/// that it was served by the first attempt of the first leg. Hedging: by a further copy of that attempt, nothing else.
enum class Recovery : std::uint8_t { none, retry, fallback, healing, hedging };
constexpr std::uint16_t ending_detail(std::uint8_t outcome, Recovery r, bool first_try) {
    const auto bits = static_cast<unsigned>(r);
    return static_cast<std::uint16_t>(outcome | (bits & 3u) << 8 | (bits & 4u) << 9 | (first_try ? 0x400u : 0u));
}
constexpr Recovery recovery_of(std::uint16_t detail) {
    return static_cast<Recovery>((detail >> 8 & 3u) | (detail >> 9 & 4u));
}
constexpr bool first_try_of(std::uint16_t detail) { return (detail & 0x400u) != 0; }

/// One fact of a run. Trivially copyable, no padding, 32 bytes.
struct TraceRecord {
    SimTime time{};
    std::int64_t value = 0;
    std::uint32_t request = 0;
    std::uint32_t object = 0;
    std::uint16_t attempt = 0;
    std::uint16_t detail = 0;
    RecordKind kind = RecordKind::run_stopped;
    std::uint8_t reason = 0;
    std::uint8_t leg = 0;
    std::uint8_t flags = 0;
    friend bool operator==(const TraceRecord &, const TraceRecord &) = default;
};
static_assert(sizeof(TraceRecord) == 32 && std::is_trivially_copyable_v<TraceRecord>);
static_assert(std::has_unique_object_representations_v<TraceRecord>);

std::string_view name_of(RecordKind k); ///< "request_started", ...
std::string_view name_of(Ending e);
std::string_view name_of(StopReason r);

/// Outcome of attempt_ended, request_ended and their like: the low byte of detail.
constexpr std::uint8_t outcome_of(const TraceRecord &r) { return static_cast<std::uint8_t>(r.detail & 0xff); }

} // namespace halfopen
