// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/insight/call_repetitions.h"
#include "engine/insight/explain.h"

namespace halfopen {

/// Tells the records of one request in their order, and keeps what later lines refer to: the leg, its tries
/// and calls, why it gave up. One use: make it, tell().
class Storyteller {
public:
    /// Precondition: the index knows the request.
    Storyteller(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                std::uint32_t request);
    RequestStory tell();

private:
    /// One attempt, from its sending to what the server made of it.
    struct Call {
        std::uint32_t service = 0;
        int copy = 0;  ///< of a hedge, from 1; 0: the first
        int depth = 0; ///< 0: the request's own; else a service makes it
        std::uint16_t attempt = 0;
        int try_number = 0;
        SimTime sent{};
        Duration timeout{0}; ///< 0: none
        std::optional<Duration> queued;
        std::optional<Duration> served;
        bool waiting = false;   ///< in the service's queue
        bool cut_short = false; ///< by an outage that drops what is served
        bool over = false;      ///< the caller knows its outcome or has given up
    };

    void take(std::size_t at);
    void add_line(std::string text);
    /// Adds to the line that was said at this very instant, or keeps it for the next one.
    void add_note(const std::string &note);
    std::string taken_notes() { return std::exchange(notes_, {}); }

    // story_request.cpp: its start, its legs, its end
    void start();
    void ask_first();
    void begin_leg(std::size_t leg, bool healed);
    void enter_leg();
    void end();
    const std::vector<LegPlace> &chain() const;
    std::string carried_text() const;
    std::string carry_text(std::size_t input) const;
    bool carries(Outcome kind) const;
    std::string ending_text() const;
    std::string cost_text() const;
    std::string failed_because() const;
    bool falls_back(Outcome kind) const;
    std::string headline() const;
    std::string summary() const;

    // story_calls.cpp: attempts, and what the server does
    void send();
    void finish_attempt();
    void queue();
    void begin_service();
    void finish_service();
    void leave_queue();
    void finish_late();
    void duplicate_effect();
    std::string answer_text(const Call &call, Duration took) const;
    std::string failure_text(const Call &call, Duration took) const;
    std::string timeout_text(const Call &call, Duration took) const;
    std::string server_text(const Call &call, Duration took) const;
    std::string fault_text(SimTime from) const;
    Call &call_of_record();

    // story_layers.cpp: what layers do beside attempts, and what services ask of services
    void skip_leg();
    void hedge();
    void park();
    void end_parking();
    void spend_budget();
    void move_replica();
    void tell_downstream();
    void finish_downstream();
    std::string which_text() const;
    std::string parked_text() const;
    static std::string name_of(const Call &call);

    // story_waits.cpp: retries and giving up
    void wait();
    void give_up();
    std::string schedule_text() const;
    std::string drawn_text(Duration wait) const;
    bool healing_is_over() const;
    std::string not_retried_text() const;
    std::string last_try_text() const;
    int max_tries() const { return retry_ ? retry_->max_attempts : 1; }

    // story_guards.cpp: breakers and healing
    void refuse();
    void observe();
    void change_breaker();
    void start_diagnosis();
    void finish_diagnosis();
    void start_remedy();
    void finish_remedy();
    std::string remedy_name(Outcome issue) const;

    const Scenario &scenario_;
    const TraceView &trace_;
    const TraceIndex &index_;
    RequestStory story_;

    // The record that is told.
    std::size_t at_ = 0;
    TraceRecord r_;
    std::optional<TraceRecord> next_; ///< the request's next record

    // The request.
    std::uint32_t workload_ = 0;
    std::uint64_t carried_ = 0;
    const Operation *operation_ = nullptr;
    std::optional<TraceRecord> end_;
    std::int64_t cost_nano_ = 0;
    int attempts_ = 0, copies_ = 0, retries_ = 0, refusals_ = 0, fallbacks_ = 0, remedies_ = 0;

    // The leg.
    std::uint32_t service_ = 0;
    const PolicyConfig *policy_ = nullptr;
    std::optional<RetryConfig> retry_; ///< the schedule in force: the policy's own or that of healing
    bool healed_round_ = false;
    int tries_ = 0; ///< of this round, refusals included
    int attempts_on_leg_ = 0;
    int heal_rounds_ = 0; ///< on this leg
    Outcome last_outcome_ = kSuccess;
    bool hopeless_ = false;    ///< it gave up because the deadline could not be met
    std::string left_because_; ///< why the leg was left, for the fallback that may follow
    std::vector<Call> calls_;
    CallRepetitions repetitions_;
    SimTime step_began_{};        ///< of the diagnosis or remedy under way
    Outcome observed_ = kSuccess; ///< what the diagnosis looks into
    std::string notes_;
    std::string hedged_because_; ///< why the copy that is sent next is sent
};

} // namespace halfopen
