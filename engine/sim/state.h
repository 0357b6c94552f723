// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/sim/objects.h"
#include "engine/sim/simulation.h"

namespace halfopen {

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
    std::vector<Server> servers; ///< replicas
    std::vector<ServiceState> service_states;
    std::vector<Guard> guards;
    int sum(std::uint32_t service, int Server::*what) const; ///< over its replicas
    std::size_t bytes() const;

private:
    // simulation.cpp
    void open_guards();
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
    std::optional<SimTime> leg_closed_until(const Request &request, std::size_t leg) const;
    void exhausted(std::uint32_t request, Outcome outcome);
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
    void tell_cost(Request &request);

    // stack.cpp: the layers of a stack
    void descend(std::uint32_t frame, std::size_t layer);
    void ascend(std::uint32_t frame, std::size_t layer, Outcome outcome, std::optional<Duration> hint, bool right,
                bool met_fault);
    void frame_over(std::uint32_t frame, Outcome outcome, bool right);
    void release_frame(std::uint32_t frame);
    void abandon(std::uint32_t frame, std::size_t layer, Outcome outcome);
    void on_timeout(std::uint32_t frame);
    void on_wait_over(std::uint32_t frame);
    void refuse(std::uint32_t frame, std::size_t layer, Outcome refusal, std::uint32_t object, SimTime until,
                std::uint8_t reason);

    // retry_loop.cpp: what a retry layer does with a failure, and its budget
    bool retry_again(std::uint32_t frame, Outcome outcome, std::optional<Duration> hint, Outcome &instead);
    bool give_up(std::uint32_t frame, Outcome outcome, GiveUp why, Duration wait);
    bool wait_to_retry(std::uint32_t frame, Outcome outcome, const RetryDecision &decision, Outcome &instead);
    bool budget_allows(std::uint32_t frame, Outcome outcome);
    bool pass_gate(std::uint32_t frame, std::size_t layer);
    void begin_budget(const Frame &frame);
    void leave_gate(Frame &frame, Outcome outcome);
    TryResult try_result(const Frame &frame, Outcome outcome) const;
    void resume_retry(std::uint32_t frame);

    // breakers.cpp: breakers in a run, before the call and at the balancer
    bool pass_breaker(std::uint32_t frame, std::size_t layer);
    void observe_breaker(Frame &frame, Outcome outcome, bool met_fault, std::optional<Duration> hint);
    void emit_changes(const BreakerChanges &changes, std::uint32_t breaker, std::uint32_t request);
    void after_breaker_step(std::uint32_t breaker);
    void on_breaker_timer(std::uint32_t breaker);
    double breaker_uniform(const Frame &frame) const;
    Verdict verdict_of(Outcome outcome) const;
    double timer_uniform(std::uint32_t number) const;
    void observe_ejection(const Call &call, const Frame &frame, Outcome outcome);
    void on_ejection_timer(std::uint32_t guard);
    void emit_ejections(std::uint32_t guard, const std::vector<Ejection::Change> &changes);

    // guards.cpp: bulkhead and rate limiter
    bool pass_bulkhead(std::uint32_t frame, std::size_t layer);
    void leave_bulkhead(std::uint32_t frame);
    bool pass_rate_limiter(std::uint32_t frame, std::size_t layer);
    void park(std::uint32_t frame, std::size_t layer, Parked why, std::optional<Duration> at_most);
    void let_in(std::uint32_t frame, Outcome refused);
    void unpark(std::uint32_t frame);
    void on_parked_over(std::uint32_t frame);
    std::uint32_t guard_number(const Frame &frame, bool shared) const {
        const FrameExtra &extra = extras_[frame.extra];
        return shared ? extra.guard_shared : extra.guard;
    }
    Guard &guard_of(const Frame &frame, bool shared) { return guards[guard_number(frame, shared)]; }

    // hedging.cpp
    void start_hedged(std::uint32_t frame);
    bool send_copy(std::uint32_t frame, HedgeReason reason);
    void on_hedge_due(std::uint32_t frame);
    bool copy_over(std::uint32_t frame, const Call &call, Outcome outcome);
    void give_up_copies(std::uint32_t frame, Outcome outcome);

    // attempt.cpp: the attempt as its caller sees it
    void send_attempt(std::uint32_t frame);
    std::uint32_t send_call(std::uint32_t frame, std::uint8_t copy);
    void travel(std::uint32_t call, EventKind arrives, std::uint32_t draw);
    void answer(std::uint32_t call);
    void on_call_answers(std::uint32_t call);
    void give_up_call(std::uint32_t call, Outcome outcome);
    void book_attempt(const Call &call, Request &request, Outcome outcome, bool right, std::uint8_t more_flags);
    void free_call(std::uint32_t call);
    void happen_effect(const Call &call);
    std::optional<std::uint32_t> pick_replica(const Frame &frame, std::uint8_t copy);

    // server.cpp: the attempt at its service
    void on_call_arrives(std::uint32_t call);
    void meet_fault(Call &call);
    bool fault_is_on(std::uint32_t service) const;
    bool refused_on_arrival(Call &call);
    bool over_limit(Call &call);
    void pick_failure(Call &call);
    void meet_inputs(Call &call, const Request &request);
    void join_queue(std::uint32_t call);
    void begin_service(std::uint32_t call, bool waited);
    Duration service_time(const Call &call) const;
    void abandon_queue(Call &call);
    void serve_waiting(std::uint32_t server);
    void on_call_done(std::uint32_t call);
    void finish_service(std::uint32_t call);
    void leave_queue(Call &call, Server &server);
    void on_call_cancel(std::uint32_t call);
    void stop_serving(std::uint32_t call, Outcome outcome);

    // downstream.cpp: the calls that a service makes while it serves
    void start_calls(std::uint32_t call);
    void start_child(std::uint32_t call, std::uint16_t entry, std::uint16_t repetition);
    std::uint32_t make_child(std::uint32_t call, std::uint16_t entry, std::uint16_t repetition);
    std::vector<TreeNode> &trees_of(std::uint32_t request);
    void child_over(std::uint32_t frame, Outcome outcome);
    void abandon_children(std::uint32_t call);
    void unlink_child(std::uint32_t frame);
    void on_frame_deadline(std::uint32_t frame);

    // edits.cpp
    void open_edits();
    void on_edit(std::uint32_t edit);

    // faults.cpp
    void open_faults();
    void on_fault(std::uint32_t fault, bool on);
    void on_fault_step(std::uint32_t fault);
    template <class F> void each_server_of(std::uint32_t fault, F what);
    void drop_served(std::uint32_t server, Outcome kind);
    void refuse_waiting(std::uint32_t server, Outcome kind);
    void update_workers(std::uint32_t server);
    void pause(std::uint32_t server, bool on);
    double fault_strength(std::uint32_t fault) const;
    double failure_share(const Server &server, Outcome kind, double share) const;

    // availability.cpp
    const Availability *availability_of(std::uint32_t service) const;
    void on_service_flip(std::uint32_t service);
    void schedule_flip(std::uint32_t service);
    void change_availability(std::uint32_t service);
    void set_down(std::uint32_t owner, bool down);

    std::vector<TraceRecord> buffer_ = std::vector<TraceRecord>(512);
    std::size_t buffered_ = 0;
    RecordSink *sink_ = nullptr;
    Arena<Request> requests_;
    Arena<Frame> frames_;
    Arena<FrameExtra> extras_;
    Arena<Call> calls_;
    std::vector<std::vector<TreeNode>> trees_; ///< by request: of the calls that its services make
    std::vector<std::deque<std::uint32_t>> parked_; ///< by breaker: who asks again, first come first
    std::vector<SimTime> breaker_due_;         ///< by breaker: of the timer that is set
    std::shared_ptr<const Plan> original_ = plan; ///< before all edits
    std::vector<std::shared_ptr<const Plan>> former_plans_; ///< before edits; frames of then may point into them
    std::vector<Ejection::Change> ejection_changes_;
    std::uint32_t groups_ = 0; ///< of parallel downstream calls so far
    std::vector<Source> sources_;
    std::vector<Client> clients_;
    std::vector<SimTime> fault_since_;
    SimTime moved_{};
    std::uint64_t standing_ = 0; ///< events since time last moved

    static DrawKey draw_key(const Request &request, Purpose purpose, std::uint32_t service, std::uint32_t attempt) {
        return {request.luck, purpose, service, attempt, 0, 0, 0};
    }
    DrawKey draw_key(const Call &call, Purpose purpose) const {
        return {requests_[call.request].luck, purpose, call.service, call.attempt, call.copy, 0, call.node};
    }
    DrawKey draw_key(const Frame &frame, Purpose purpose) const {
        const std::uint32_t node = frame.extra == kNone ? 0 : extras_[frame.extra].node;
        return {requests_[frame.request].luck, purpose, frame.service, attempts_of(frame), 0, 0, node};
    }
    /// Attempts sent so far by a frame's leg, or by its node in the tree of calls.
    std::uint16_t attempts_of(const Frame &frame) const {
        if (is_leg(frame)) return requests_[frame.request].attempts[frame.slot];
        return trees_[frame.request][extras_[frame.extra].node].attempts;
    }
    std::uint16_t &count_of(const Frame &frame) {
        if (frame.leg < kDownstream) return requests_[frame.request].attempts[frame.slot];
        return trees_[frame.request][extras_[frame.extra].node].attempts;
    }
    bool is_leg(const Frame &frame) const { return frame.leg < kDownstream; }
    SimTime deadline_of(const Frame &frame) const {
        return is_leg(frame) ? requests_[frame.request].deadline_at : extras_[frame.extra].deadline_at;
    }
    /// What a frame or a call tells about itself.
    void tell(const Frame &frame, RecordKind kind, std::uint32_t object, std::int64_t value, std::uint16_t detail,
              std::uint8_t reason, std::uint16_t attempt) {
        const Request &request = requests_[frame.request];
        emit(kind, request.number, object, value, detail, reason, attempt, frame.leg, request.flags);
    }
    void tell(const Call &call, RecordKind kind, std::int64_t value, std::uint16_t detail, std::uint8_t reason) {
        const Request &request = requests_[call.request];
        emit(kind, request.number, call.service, value, detail, reason, call.attempt, call.leg,
             static_cast<std::uint8_t>((request.flags & flag::counted) | call.copy));
    }
    const OperationPlan &operation_of(const Request &request) const {
        return plan->operations[plan->workloads[request.workload].operation];
    }
};

} // namespace halfopen
