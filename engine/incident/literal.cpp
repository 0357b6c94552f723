// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/literal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/incident/literal_breakers.h"
#include "engine/incident/literal_places.h"

namespace halfopen {

std::string_view name_of(ReplayMode mode) { return mode == ReplayMode::literal ? "literal" : "counterfactual"; }

namespace {

/// Collects records for the sink, so that it is not called for each.
class Batch {
public:
    explicit Batch(RecordSink &sink) : sink_(sink) {}
    void add(const TraceRecord &record) {
        records_[count_++] = record;
        if (count_ == records_.size()) flush();
    }
    void flush() {
        sink_.take(std::span(records_.data(), count_));
        count_ = 0;
    }

private:
    RecordSink &sink_;
    std::array<TraceRecord, 1024> records_;
    std::size_t count_ = 0;
};

/// What is known of a request while it is under way.
struct Request {
    SimTime started{};
    std::uint32_t left = 0;   ///< rows that have not begun
    std::uint32_t open = 0;   ///< calls under way
    std::int64_t cost_nano = 0;
    std::uint32_t last = 0;   ///< the call whose outcome came last
    std::uint16_t sent = 0, sent_on_leg = 0;
    std::uint8_t leg = 0, flags = 0;
    Recovery recovery = Recovery::none;
    bool rows_met = false;
};

/// An end of a call. At one instant timeouts come first, as in a run.
struct End {
    SimTime time{};
    bool late = false; ///< not a timeout
    std::uint64_t number = 0;
    std::uint32_t call = 0;
    friend bool operator>(const End &a, const End &b) {
        return std::tie(a.time, a.late, a.number) > std::tie(b.time, b.late, b.number);
    }
};

class Replaying {
public:
    Replaying(const Incident &incident, const Scenario &scenario, const Layout &layout, const LiteralPlaces &places, RecordSink &sink)
        : incident_(incident), scenario_(scenario), layout_(layout), places_(places), batch_(sink),
          breakers_(scenario, layout, [this](const TraceRecord &r) { batch_.add(r); }), refusals_(own_refusals(incident)),
          requests_(places.calls_of_request.size()), permits_(incident.calls.size()) {
        for (std::size_t i = 0; i < requests_.size(); ++i) requests_[i].left = places.calls_of_request[i];
    }

    LiteralReplay run() {
        for (std::uint32_t i = 0; i < incident_.calls.size(); ++i) {
            pass(incident_.calls[i].start);
            start(i);
        }
        while (!ends_.empty()) pass(ends_.top().time);
        const SimTime end = std::max(now_, kTimeZero + scenario_.duration);
        pass(end);
        add(RecordKind::run_stopped, end, 0, 0, 0);
        batch_.flush();
        out_.requests = static_cast<std::uint32_t>(requests_.size());
        out_.breakers = breakers_.agreement();
        return std::move(out_);
    }

private:
    /// Everything that happens before a call that begins at `until`.
    void pass(SimTime until) {
        for (;;) {
            const SimTime due = breakers_.due(), next = ends_.empty() ? kTimeNever : ends_.top().time;
            if (std::min(due, next) > until) return;
            now_ = std::max(now_, std::min(due, next));
            if (due <= next) {
                breakers_.move(now_);
                continue;
            }
            const std::uint32_t call = ends_.top().call;
            ends_.pop();
            end(call);
        }
    }

    TraceRecord record(RecordKind kind, SimTime time, std::uint32_t request, std::uint32_t object) const {
        TraceRecord r;
        r.kind = kind;
        r.time = time;
        r.request = request;
        r.object = object;
        if (request > 0) {
            const Request &q = requests_[request - 1];
            r.leg = q.leg;
            r.flags = q.flags;
        }
        return r;
    }
    void add(RecordKind kind, SimTime time, std::uint32_t request, std::uint32_t object, std::int64_t value) {
        TraceRecord r = record(kind, time, request, object);
        r.value = value;
        batch_.add(r);
    }
    Outcome outcome(std::uint32_t i) const { return places_.outcomes[incident_.calls[i].outcome]; }

    void start(std::uint32_t i) {
        const RecordedCall &call = incident_.calls[i];
        const LiteralPlace &place = places_.calls[i];
        Request &request = requests_[place.request - 1];
        now_ = std::max(now_, call.start);
        if (!request.rows_met) {
            request.started = call.start;
            request.leg = place.leg;
            request.flags = call.start >= kTimeZero + scenario_.warmup ? flag::counted : std::uint8_t{0};
            TraceRecord r = record(RecordKind::request_started, call.start, place.request, place.workload);
            r.detail = static_cast<std::uint16_t>(place.instance);
            r.leg = 0;
            batch_.add(r);
        }
        enter_leg(place, request, call.start);
        request.rows_met = true;
        --request.left;
        if (refusals_[call.outcome]) return refuse(i, place, request);
        send(i, place, request);
    }

    void enter_leg(const LiteralPlace &place, Request &request, SimTime time) {
        if (!request.rows_met ? place.leg == 0 : place.leg == request.leg) {
            if (request.rows_met) request.recovery = Recovery::retry;
            return;
        }
        request.leg = place.leg;
        request.sent_on_leg = 0;
        request.recovery = Recovery::fallback;
        TraceRecord r = record(RecordKind::leg_entered, time, place.request, place.service);
        r.detail = request.rows_met ? outcome(request.last) : Outcome{kSuccess};
        r.reason = static_cast<std::uint8_t>(LegReason::fallback);
        batch_.add(r);
    }

    void send(std::uint32_t i, const LiteralPlace &place, Request &request) {
        const RecordedCall &call = incident_.calls[i];
        if (const auto breaker = breakers_.at(place.workload, place.instance, place.leg)) {
            const bool loops = breakers_.sees_loops(*breaker);
            // One question for all tries of a leg: the later ones stand under the permit of the first.
            if (!loops || request.sent_on_leg == 0) permits_[i] = breakers_.call(*breaker, call.start, place.request);
            else if (loops) permits_[i] = std::exchange(loop_[place.request], std::nullopt);
        }
        ++out_.calls;
        ++request.open;
        ++request.sent;
        if (++request.sent_on_leg > 1) request.flags |= flag::special;
        TraceRecord r = record(RecordKind::attempt_started, call.start, place.request, place.service);
        r.attempt = call.attempt;
        r.flags = static_cast<std::uint8_t>(request.flags & flag::counted);
        batch_.add(r);
        ends_.push({call.end(), outcome(i) != kind_timeout, ++ended_, i});
    }

    void end(std::uint32_t i) {
        const RecordedCall &call = incident_.calls[i];
        const LiteralPlace &place = places_.calls[i];
        Request &request = requests_[place.request - 1];
        --request.open;
        request.last = i;
        TraceRecord r = record(RecordKind::attempt_ended, now_, place.request, place.service);
        r.attempt = call.attempt;
        r.leg = place.leg;
        r.detail = outcome(i);
        r.value = std::max<std::int64_t>(0, call.cost_nano);
        request.cost_nano += r.value;
        r.flags = static_cast<std::uint8_t>((request.flags & flag::counted) | (outcome(i) == kSuccess ? flag::right : 0));
        batch_.add(r);
        const std::optional<std::uint32_t> next = next_try(i);
        if (permits_[i]) tell_breaker(i, r, next.has_value());
        if (next && incident_.calls[*next].start > now_) {
            r.kind = RecordKind::wait_started;
            r.value = (incident_.calls[*next].start - now_).count();
            r.reason = static_cast<std::uint8_t>(WaitReason::backoff);
            r.attempt = request.sent_on_leg;
            batch_.add(r);
            r.kind = RecordKind::wait_range;
            r.value = -1;
            r.detail = r.reason = 0;
            batch_.add(r);
        }
        finish_when_over(place.request, request);
    }

    /// The next call of the same request on the same leg.
    std::optional<std::uint32_t> next_try(std::uint32_t i) const {
        const auto next = places_.next[i];
        return next && places_.calls[*next].leg == places_.calls[i].leg ? next : std::nullopt;
    }

    void tell_breaker(std::uint32_t i, const TraceRecord &like, bool more) {
        const LiteralPlace &place = places_.calls[i];
        const std::uint32_t breaker = *breakers_.at(place.workload, place.instance, place.leg);
        if (breakers_.sees_loops(breaker) && more) {
            loop_[place.request] = permits_[i];
            return;
        }
        breakers_.result(breaker, now_, *permits_[i], outcome(i), like);
    }

    void refuse(std::uint32_t i, const LiteralPlace &place, Request &request) {
        const RecordedCall &call = incident_.calls[i];
        request.last = i;
        const bool by_breaker = outcome(i) == kind_breaker_open;
        const auto breaker = breakers_.at(place.workload, place.instance, place.leg);
        const auto &guard = layout_.guard_base[place.workload][place.leg];
        if (by_breaker ? breaker.has_value() : guard.has_value()) {
            TraceRecord r = record(RecordKind::refused, call.start, place.request, by_breaker ? *breaker : *guard + (layout_.guards[*guard].shared ? 0 : place.instance));
            r.detail = outcome(i);
            batch_.add(r);
            if (by_breaker) breakers_.refusal(*breaker, call.start);
        } else {
            ++out_.refusals_left_out;
        }
        finish_when_over(place.request, request);
    }

    void finish_when_over(std::uint32_t number, Request &request) {
        if (request.left > 0 || request.open > 0) return;
        if (request.cost_nano > 0) add(RecordKind::request_cost, now_, number, 0, request.cost_nano);
        const Outcome last = outcome(request.last);
        const bool served = last == kSuccess;
        TraceRecord r = record(RecordKind::request_ended, now_, number, places_.calls[request.last].service);
        r.value = (now_ - request.started).count();
        r.detail = ending_detail(last, served ? request.recovery : Recovery::none, served && request.recovery == Recovery::none);
        r.reason = static_cast<std::uint8_t>(served ? Ending::served : last == kind_deadline ? Ending::deadline : Ending::failed);
        r.attempt = request.sent;
        r.flags = static_cast<std::uint8_t>(request.flags | (served ? flag::right : 0));
        batch_.add(r);
    }

    const Incident &incident_;
    const Scenario &scenario_;
    const Layout &layout_;
    const LiteralPlaces &places_;
    Batch batch_;
    LiteralBreakers breakers_;
    std::vector<bool> refusals_; ///< by outcome of the Incident
    std::vector<Request> requests_;
    std::vector<std::optional<Permit>> permits_; ///< of the calls under way
    std::unordered_map<std::uint32_t, std::optional<Permit>> loop_; ///< by request: between two tries of one loop
    std::priority_queue<End, std::vector<End>, std::greater<>> ends_;
    std::uint64_t ended_ = 0;
    SimTime now_{};
    LiteralReplay out_;
};

} // namespace

Result<LiteralReplay> literal_replay(const Incident &incident, const Scenario &scenario, RecordSink &sink) {
    const Layout layout = layout_of(scenario);
    const Result<LiteralPlaces> places = literal_places(incident, scenario, layout);
    if (!places) return places.failure();
    LiteralReplay out = Replaying(incident, scenario, layout, places.value(), sink).run();
    out.assumptions = {
        "Literal: what was recorded. Nothing is drawn, and no fact is altered by what a breaker would have done.",
        "Breakers are derived: each is told the recorded outcomes as they came. A call that it would have refused stands as it was "
        "recorded, and the breaker does not hear of it.",
        "A request begins with its first call and ends with its last. Answers count as right. Queues, workers and faults are not in a "
        "record, so nothing tells which trips were false."};
    if (incident.health.without_latency > 0) out.assumptions.push_back("Calls without a latency end as they begin.");
    return out;
}

} // namespace halfopen
