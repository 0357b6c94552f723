// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/base/random.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/policy/retry.h"
#include "engine/sim/arena.h"
#include "engine/sim/event_queue.h"
#include "engine/sim/plan.h"
#include "engine/sim/simulation.h"

namespace halfopen {

/// What an event does; `target` names the object in brackets.
enum class EventKind : std::uint32_t {
    fault_on,      ///< [fault]
    fault_off,     ///< [fault]
    fault_step,    ///< [fault] a ramp moves on
    service_flip,  ///< [service] availability goes down or up
    arrival,       ///< [workload] an open-loop arrival, or the start of a batch
    batch_next,    ///< [workload]
    client_start,  ///< [client]
    call_arrives,  ///< [call] at its service
    call_done,     ///< [call] its worker is free again
    call_answers,  ///< [call] the caller learns the outcome
    call_cancel,   ///< [call] the caller's cancellation reaches the service
    timeout,       ///< [frame]
    wait_over,     ///< [frame]
    deadline,      ///< [request]
    diagnosed,     ///< [request]
    remedied,      ///< [request]
};

/// What the caller wants: alive until it has ended and no call of it is under way.
struct Request {
    std::uint64_t luck = 0;
    SimTime started{}, counted_from{};
    std::uint32_t number = 0, workload = 0, frame = kNone, client = kNone;
    std::uint32_t next = kNone; ///< arena
    TimerId deadline = kNoTimer, healing = kNoTimer;
    SimTime deadline_at = kTimeNever;
    std::int64_t cost_nano = 0;
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

/// One passage through a leg's stack of layers: everything that its layers remember.
struct Frame {
    const StackPlan *stack = nullptr;
    std::uint32_t request = kNone;
    std::uint32_t next = kNone; ///< arena
    std::uint32_t service = 0;
    std::uint32_t call = kNone; ///< the attempt under way
    std::uint32_t breaker = kNone;
    TimerId timeout = kNoTimer, wait = kNoTimer;
    Duration armed{0};
    RetryState retry;
    Permit permit;
    bool permit_held = false;
    bool healing = false;
    std::uint8_t slot = 0;
};

/// One attempt as its service sees it; lives on when the caller has given up.
struct Call {
    std::uint32_t request = kNone;
    std::uint32_t frame = kNone; ///< kNone once the caller has given up
    std::uint32_t next = kNone, previous = kNone; ///< queue and arena
    std::uint32_t service = 0;
    SimTime sent{}, arrived{}, began{};
    double service_uniform = 1.0;
    std::optional<Duration> retry_after;
    TimerId done = kNoTimer;      ///< only where the service may be cut short
    TimerId cancelling = kNoTimer; ///< the caller's cancellation is on its way
    std::uint16_t attempt = 0;
    Outcome outcome = kSuccess;
    Shows shows = Shows::respond;
    std::uint8_t slot = 0;
    enum class Where : std::uint8_t { travelling, queued, serving, answering, silent, free };
    Where where = Where::travelling;
    bool met_fault = false;
    bool cancelled = false; ///< before it arrived
};

struct Server {
    int serving = 0, queued = 0;
    std::uint32_t head = kNone, tail = kNone; ///< who waits
    bool down = false;                        ///< availability
    std::uint32_t flips = 0;
    SimTime limit_clock{};                    ///< virtual clock of the token bucket
    std::vector<std::uint32_t> faults;        ///< on now, in file order
    int workers = 0;                          ///< in force now
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

/// The state of a run. A regular value but for the shared immutable plan.
class Simulation::State {
public:
    explicit State(const Scenario &scenario);
    bool advance(const AdvanceLimits &limits, RecordSink *sink);

    std::shared_ptr<const Plan> plan;
    Randomness randomness;
    EventQueue queue;
    Fingerprint fingerprint;
    SimTime time{};
    std::uint64_t events = 0;
    std::uint64_t started = 0, in_flight = 0;
    std::uint64_t calls_under_way = 0;
    std::uint64_t pending = 0;     ///< events that may still move a request
    std::uint64_t starting = 0;    ///< of these, starts of requests
    std::uint64_t open_sources = 0; ///< batches with items not yet started
    SimTime drain_from{};          ///< the drain limit counts from here
    bool finished = false;
    StopReason stop = StopReason::finished;
    std::vector<Breaker> breakers;
    std::vector<Server> servers;
    std::size_t bytes() const;

private:
    // simulation.cpp
    void dispatch(const Event &event);
    bool over(SimTime next) const;
    void end_run(SimTime last);
    void finish(StopReason reason);
    void emit(RecordKind kind, std::uint32_t request, std::uint32_t object, std::int64_t value, std::uint16_t detail,
              std::uint8_t reason, std::uint16_t attempt, std::uint8_t leg, std::uint8_t flags) {
        if (buffered_ == buffer_.size()) flush();
        buffer_[buffered_++] = TraceRecord{time, value, request, object, attempt, detail, kind, reason, leg, flags};
    }
    void flush();
    void schedule(SimTime at, Rank rank, EventKind kind, std::uint32_t target) {
        ++pending;
        starting += rank == Rank::arrival ? 1 : 0;
        queue.schedule(at, rank, static_cast<std::uint32_t>(kind), target);
    }
    TimerId arm(SimTime at, Rank rank, EventKind kind, std::uint32_t target) {
        ++pending;
        return queue.arm(at, rank, static_cast<std::uint32_t>(kind), target);
    }
    void cancel(TimerId &timer) {
        if (timer == kNoTimer) return;
        queue.cancel(timer);
        timer = kNoTimer;
        --pending;
        ++events;
    }

    // arrivals.cpp
    void open_workloads();
    void schedule_arrival(std::uint32_t workload);
    double unit_gap(std::uint32_t workload);
    void on_arrival(std::uint32_t workload);
    void on_batch_next(std::uint32_t workload);
    void schedule_client(std::uint32_t client);
    void on_client_start(std::uint32_t client);
    void request_over(const Request &request);

    // operation.cpp: what a request does above its legs
    void start_request(std::uint32_t workload, std::uint64_t luck, std::uint32_t client, SimTime counted_from,
                       std::optional<double> instance_uniform);
    std::uint16_t pick_instance(std::uint32_t workload, std::uint64_t luck, std::optional<double> uniform) const;
    std::uint32_t draw_inputs(std::uint64_t luck) const;
    void enter_leg(std::uint32_t request, std::uint8_t leg, LegReason reason, Outcome because);
    void start_frame(std::uint32_t request, bool healing);
    void leg_over(std::uint32_t request, Outcome outcome, bool right);
    bool start_healing(std::uint32_t request, Outcome outcome);
    void on_diagnosed(std::uint32_t request);
    void on_remedied(std::uint32_t request);
    void healing_over(std::uint32_t request, bool try_again);
    void fall_back_or_fail(std::uint32_t request, Outcome outcome);
    void on_deadline(std::uint32_t request);
    void end_request(std::uint32_t request, Ending ending, Outcome outcome, bool right);
    void drop_request(std::uint32_t request);
    void book(Request &request, std::int64_t nano) { request.cost_nano += nano; }

    // stack.cpp: the layers of a leg
    void descend(std::uint32_t frame, std::size_t layer);
    void ascend(std::uint32_t frame, std::size_t layer, Outcome outcome, std::optional<Duration> hint, bool right,
                bool met_fault);
    bool pass_breaker(std::uint32_t frame, std::size_t layer);
    void observe_breaker(Frame &frame, Outcome outcome, bool met_fault);
    bool retry_again(std::uint32_t frame, Outcome outcome, std::optional<Duration> hint, Outcome &instead);
    void abandon(std::uint32_t frame, std::size_t layer, Outcome outcome);
    void on_timeout(std::uint32_t frame);
    void on_wait_over(std::uint32_t frame);
    void emit_changes(const BreakerChanges &changes, std::uint32_t breaker, std::uint32_t request);

    // server.cpp: the attempt and its service
    void send_attempt(std::uint32_t frame);
    void on_call_arrives(std::uint32_t call);
    bool refused_on_arrival(Call &call);
    void pick_failure(Call &call, const Request &request);
    void begin_service(std::uint32_t call, bool waited);
    void abandon_queue(Call &call);
    void serve_waiting(std::uint32_t service);
    void on_call_done(std::uint32_t call);
    void leave_queue(Call &call, Server &server);
    void answer(std::uint32_t call);
    void on_call_answers(std::uint32_t call);
    void on_call_cancel(std::uint32_t call);
    void give_up_call(std::uint32_t frame, Outcome outcome);
    void book_attempt(const Call &call, Request &request, Outcome outcome, bool right, std::uint8_t more_flags);
    void stop_serving(Call &call, Outcome outcome);
    void free_call(std::uint32_t call);
    void happen_effect(const Call &call);

    // faults.cpp
    void open_faults();
    void on_fault(std::uint32_t fault, bool on);
    void on_fault_step(std::uint32_t fault);
    void drop_served(std::uint32_t service, Outcome kind);
    void on_service_flip(std::uint32_t service);
    void schedule_flip(std::uint32_t service);
    void refuse_waiting(std::uint32_t service, Outcome kind);
    void update_workers(std::uint32_t service);
    double fault_strength(std::uint32_t fault) const;
    double failure_share(const Server &server, Outcome kind, double share) const;

    std::vector<TraceRecord> buffer_ = std::vector<TraceRecord>(512);
    std::size_t buffered_ = 0;
    RecordSink *sink_ = nullptr;
    Arena<Request> requests_;
    Arena<Frame> frames_;
    Arena<Call> calls_;
    std::vector<Source> sources_;
    std::vector<Client> clients_;
    std::vector<SimTime> fault_since_;
    SimTime moved_{};
    std::uint64_t standing_ = 0; ///< events since time last moved

    static DrawKey draw_key(const Request &request, Purpose purpose, std::uint32_t service, std::uint32_t attempt) {
        return {request.luck, purpose, service, attempt, 0, 0, 0};
    }
    const OperationPlan &operation_of(const Request &request) const {
        return plan->operations[plan->workloads[request.workload].operation];
    }
};

} // namespace halfopen
