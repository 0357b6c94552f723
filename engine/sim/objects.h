// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "engine/base/random.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/policy/breaker/ejection.h"
#include "engine/policy/budget.h"
#include "engine/policy/retry.h"
#include "engine/sim/arena.h"
#include "engine/sim/event_queue.h"
#include "engine/sim/plan.h"
#include "engine/trace/record.h"

// What a run is made of. Objects in arenas are named by number and may move whenever one is acquired.
namespace halfopen {

/// What an event does; `target` names the object in brackets. Those up to `ejection_timer` cannot move a request by
/// themselves: a run in which nothing else is to come is over.
enum class EventKind : std::uint32_t {
    fault_on,       ///< [fault]
    fault_off,      ///< [fault]
    fault_step,     ///< [fault] a ramp moves on
    service_flip,   ///< [service] availability goes down or up
    edit,           ///< [edit]
    breaker_timer,  ///< [breaker]
    ejection_timer, ///< [guard]
    arrival,        ///< [workload] an open-loop arrival, or the start of a batch
    batch_next,     ///< [workload]
    client_start,   ///< [client]
    call_arrives,   ///< [call] at its service
    call_done,      ///< [call] its worker has worked long enough
    call_answers,   ///< [call] the caller learns the outcome
    call_cancel,    ///< [call] the caller's cancellation reaches the service
    timeout,        ///< [frame]
    wait_over,      ///< [frame]
    hedge_due,      ///< [frame]
    frame_deadline, ///< [frame] of a call that a service made
    deadline,       ///< [request]
    diagnosed,      ///< [request]
    remedied,       ///< [request]
};

/// Lanes of the network's draws (DrawKey::draw).
namespace lane {
inline constexpr std::uint32_t there = 0, cancel = 32, back = 64;
inline constexpr std::uint32_t version_back = 16, write_there = 17; ///< optimistic lock
} // namespace lane

/// What the caller wants: alive until it has ended and no call of it is under way.
struct Request {
    std::uint64_t luck = 0;
    SimTime started{}, counted_from{};
    std::uint32_t number = 0, workload = 0, frame = kNone, client = kNone;
    std::uint32_t next = kNone; ///< arena
    TimerId deadline = kNoTimer, healing = kNoTimer;
    SimTime deadline_at = kTimeNever;
    std::int64_t cost_nano = 0; ///< booked and not yet told
    std::uint32_t inputs = 0; ///< bit i: carries input kind i
    std::uint32_t refs = 0;   ///< calls under way
    std::uint16_t instance = 0, sent = 0;
    std::uint16_t sent_on_leg = 0;
    std::uint8_t operation_leg = 0, heal_rounds = 0;
    Outcome cause = kSuccess; ///< what healing treats
    std::uint8_t flags = 0;   ///< flag::counted, flag::special
    Recovery recovery = Recovery::none;
    bool ended = false;
    std::uint32_t remedy = kNone;
    std::array<std::uint16_t, kLegsMax> attempts{}; ///< attempt numbers by slot
    std::array<std::uint8_t, kLegsMax> effects{};
};

/// A node of the tree of calls that a request's services make.
struct TreeNode {
    std::uint16_t attempts = 0;
    std::uint8_t effects = 0;
};

/// One passage through a stack of layers, of a leg or of a call that a service makes: what its layers remember.
struct Frame {
    const StackPlan *stack = nullptr;
    std::uint32_t request = kNone;
    std::uint32_t next = kNone; ///< arena
    std::uint32_t service = 0;
    std::uint32_t call = kNone; ///< the attempt under way (hedging: any one of them)
    std::uint32_t breaker = kNone;
    std::uint32_t extra = kNone; ///< what only some stacks need
    TimerId timeout = kNoTimer, wait = kNoTimer;
    Duration armed{0};
    RetryState retry;
    Permit permit;
    bool permit_held = false;
    bool healing = false;
    std::uint8_t slot = 0;
    std::uint8_t leg = 0; ///< with kDownstream when a service made the call
};

/// What a frame waits for before it goes on at a layer.
enum class Parked : std::uint8_t { no, breaker, bulkhead, rate_limiter, budget };

/// The part of a frame that plain stacks do without.
struct FrameExtra {
    std::uint32_t next = kNone; ///< arena
    std::uint32_t guard = kNone, guard_shared = kNone; ///< its instance's own; the one of instance 0, for what is shared
    std::uint32_t parent = kNone; ///< the call that made this one; kNone for a leg
    std::uint32_t node = 0, block = 0; ///< of the tree: its own number, the first of those below it
    std::uint32_t older = kNone, younger = kNone; ///< frames of the same parent
    TimerId deadline = kNoTimer;
    SimTime deadline_at = kTimeNever;
    BudgetLoop budget;
    SimTime waits_since{}, first_sent{};
    TimerId hedge = kNoTimer;
    std::uint16_t entry = 0; ///< of the parent's calls
    std::uint8_t depth = 0;
    Parked parked = Parked::no;
    bool let_in = false; ///< parked, and the layer has decided: it goes on at once
    Outcome refused = kSuccess; ///< by the layer where it was parked
    std::uint8_t layer = 0;     ///< where it is parked
    bool in_bulkhead = false;
    std::uint8_t copies_sent = 0, copies_live = 0;
    std::array<std::uint32_t, kHedgeCopiesMax + 1> copies{}; ///< by copy number; kNone when over
};

/// One attempt as its service sees it; lives on when the caller has given up.
struct Call {
    std::uint32_t request = kNone;
    std::uint32_t frame = kNone; ///< kNone once the caller has given up
    std::uint32_t next = kNone, previous = kNone; ///< queue and arena
    std::uint32_t service = 0, server = 0;
    SimTime sent{}, arrived{}, began{};
    double service_uniform = 1.0;
    std::optional<Duration> retry_after;
    TimerId done = kNoTimer;      ///< only where the service may be cut short
    TimerId cancelling = kNoTimer; ///< the caller's cancellation is on its way
    std::uint32_t version = 0;    ///< optimistic lock: the one that it read
    std::uint32_t node = 0, block = 0; ///< of the tree of calls
    std::uint32_t children = kNone; ///< youngest frame of the calls that it made and that are under way
    SimTime done_at{}; ///< only where the service may be cut short; while its replica pauses, what is left of it
    std::uint16_t attempt = 0;
    std::uint32_t group = 0; ///< names the parallel calls that it is making
    std::uint16_t entry = 0, pending = 0, repeated = 0; ///< of its service's calls: which, how many are under way, done
    Outcome outcome = kSuccess;
    Shows shows = Shows::respond;
    std::uint8_t slot = 0, leg = 0, copy = 0, depth = 0;
    enum class Where : std::uint8_t { travelling, queued, serving, calling, answering, silent, free };
    Where where = Where::travelling;
    bool met_fault = false;
    bool cancelled = false; ///< before it arrived
    bool has_read = false;  ///< optimistic lock: it comes to write
};

/// A replica.
struct Server {
    std::uint32_t service = 0;
    int serving = 0, queued = 0;
    int workers = 0; ///< in force now
    int pauses = 0;  ///< on now
    std::uint32_t head = kNone, tail = kNone; ///< who waits
    std::vector<std::uint32_t> faults;        ///< on now, in file order
};

/// What the replicas of a service have in common.
struct ServiceState {
    bool down = false; ///< availability
    Outcome down_kind = kind_unavailable;
    std::uint32_t flips = 0;
    SimTime next_flip = kTimeNever;
    SimTime limit_clock{};          ///< virtual clock of the token bucket
    std::uint32_t turn = 0;         ///< round robin
    std::uint32_t version = 0;      ///< optimistic lock
    std::vector<std::uint32_t> availability_faults, limit_faults; ///< on now, in file order
};

/// What stands at one place for the policies that remember something, but for the breaker.
struct Guard {
    std::optional<Budget> budget;
    Bulkhead bulkhead;
    RateLimiter limiter;
    LatencyWindow latencies;
    Ejection ejection;
    SimTime ejection_due = kTimeNever;
    std::deque<std::uint32_t> waiting; ///< frames before the bulkhead, first come first
};

struct Source {
    std::uint64_t index = 0;      ///< requests issued so far
    double intensity = 0.0;       ///< phases: unit exponentials summed
    double instance_uniform = 1.0; ///< drawn with the gap of the arrival that is scheduled
    SimTime at{};                 ///< of that arrival
    std::int64_t remaining = 0;   ///< batch: items not yet started
};

struct Client {
    std::uint32_t workload = 0;
    std::uint64_t index = 0;
    SimTime start{}, intended{};
};

} // namespace halfopen
