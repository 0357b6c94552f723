// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_breaker.h"

#include "engine/policy/breaker/breaker.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>

namespace halfopen {

namespace {

double ms(SimTime t) { return static_cast<double>(t.time_since_epoch().count()) * 1e-6; }

/// Runs the calls of a vector through a breaker, with the timeout and the bulkhead that its library has inside it, and
/// notes what they do. At one instant what was scheduled earlier comes first, and a new call last.
class Replay {
public:
    explicit Replay(const BreakerVector &vector)
        : vector_(vector), library_(vector.library), config_(vector.library.breaker) {}

    std::optional<std::string> run() {
        arm_timer();
        for (std::size_t i = 0; i < vector_.calls.size() && !difference_; ++i) {
            const SimTime at = vector_.calls[i].at;
            advance_to(at);
            if (!difference_) ask(i, at, nullptr);
            arm_timer();
        }
        if (!difference_) advance_to(vector_.horizon);
        if (!difference_ && !parked_.empty()) differ(parked_.front().call, "result", "an end", "waits for ever");
        if (!difference_) compare_transitions();
        return difference_;
    }

private:
    struct Running {
        std::size_t call = 0;
        SimTime start{};
        SimTime end{};
        bool timed_out = false;
        Permit permit;
        std::uint64_t order = 0;
    };
    struct Parked {
        std::size_t call = 0;
        Permit permit;
    };

    /// Asks the breaker for a call that has just come or that was parked.
    void ask(std::size_t i, SimTime now, const Permit *parked) {
        const Admission admission = breaker_.admit(config_, now, parked);
        note(admission.changes, now);
        if (admission.parked) {
            parked_.push_back({i, admission.permit});
            return;
        }
        if (vector_.calls[i].waited && *vector_.calls[i].waited != (parked != nullptr)) {
            differ(i, "waited", *vector_.calls[i].waited ? "true" : "false", parked != nullptr ? "true" : "false");
        }
        const bool locked =
            admission.permitted && library_.bulkhead && bulkhead_.admit(*library_.bulkhead) == BulkheadAnswer::refuse;
        if (admission.permitted && !locked) {
            start(i, now, admission.permit, parked != nullptr);
            return;
        }
        refused(i, now);
        if (locked) { // the breaker sees a failure
            note(breaker_.observe(config_, now, admission.permit, Verdict::failure, Duration{0}, 0.0), now);
        }
    }

    void refused(std::size_t i, SimTime now) {
        const BreakerCallVector &call = vector_.calls[i];
        if (call.permitted) differ(i, "permitted", "true", "false");
        if (call.result != "rejected") differ(i, "result", call.result, "rejected");
        compare_time(i, "start_ms", call.start, std::nullopt);
        compare_time(i, "end_ms", call.end, now);
    }

    /// A call without duration starts and ends atomically, but one that was parked ends after all that were parked
    /// with it have asked.
    void start(std::size_t i, SimTime now, const Permit &permit, bool was_parked) {
        const BreakerCallVector &call = vector_.calls[i];
        Running running{i, now, saturating_add(now, call.took), false, permit, ++scheduled_};
        if (library_.timeout) {
            const Duration limit = timeout_of(*library_.timeout, 1);
            running.timed_out = call.took >= limit; // its timer was set first
            if (running.timed_out) running.end = saturating_add(now, limit);
        }
        const std::string_view result = running.timed_out                  ? "timeout"
                                        : call.verdict == Verdict::success ? "success"
                                        : call.verdict == Verdict::failure ? "failure"
                                                                           : "ignored";
        if (!call.permitted) differ(i, "permitted", "false", "true");
        if (result != call.result) differ(i, "result", call.result, std::string(result));
        compare_time(i, "start_ms", call.start, now);
        compare_time(i, "end_ms", call.end, running.end);
        if (running.end > now || was_parked)
            running_.push_back(running);
        else
            complete(running);
    }

    void complete(const Running &running) {
        const Verdict verdict = running.timed_out ? Verdict::failure : vector_.calls[running.call].verdict;
        if (library_.bulkhead) bulkhead_.leave();
        const Duration took = running.end - running.start;
        note(breaker_.observe(config_, running.end, running.permit, verdict, took, 0.0), running.end);
    }

    /// Who is parked asks again, in order of arrival.
    void ask_parked(SimTime now) {
        std::deque<Parked> asking;
        asking.swap(parked_);
        for (const Parked &one : asking)
            ask(one.call, now, &one.permit);
    }

    void arm_timer() {
        const SimTime at = breaker_.timer_at(config_);
        if (at == timer_at_) return;
        timer_at_ = at;
        timer_order_ = ++scheduled_;
    }

    /// Timers and completions up to and at an instant, in the order of their time and then of their creation.
    void advance_to(SimTime now) {
        while (!difference_ && transitions_.size() <= vector_.transitions.size()) {
            const auto next =
                std::min_element(running_.begin(), running_.end(), [](const Running &a, const Running &b) {
                    return std::pair(a.end, a.order) < std::pair(b.end, b.order);
                });
            const bool timer =
                next == running_.end() || std::pair(timer_at_, timer_order_) < std::pair(next->end, next->order);
            const SimTime at = timer ? timer_at_ : next->end;
            if (at > now || at == kTimeNever) return;
            if (timer) {
                timer_at_ = kTimeNever;
                note(breaker_.on_timer(config_, at, 0.0), at);
            } else {
                const Running running = *next;
                running_.erase(next);
                complete(running);
            }
            ask_parked(at);
            arm_timer();
        }
    }

    void note(const BreakerChanges &changes, SimTime at) {
        for (int i = 0; i < changes.count; ++i) {
            const BreakerTransition &t = changes.list[static_cast<std::size_t>(i)];
            transitions_.push_back({at, std::string(name_of(t.from)), std::string(name_of(t.to))});
        }
    }

    void compare_time(std::size_t i, const char *what, std::optional<SimTime> expected, std::optional<SimTime> got) {
        if (!expected || expected == got) return;
        differ(i, what, fmt::format("{}", ms(*expected)), got ? fmt::format("{}", ms(*got)) : "none");
    }

    void compare_transitions() {
        const auto text = [](const BreakerVector::Transition *t) {
            return t ? fmt::format("{} to {} at {} ms", t->from, t->to, ms(t->at)) : std::string("none");
        };
        const std::size_t count = std::max(transitions_.size(), vector_.transitions.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto *expected = i < vector_.transitions.size() ? &vector_.transitions[i] : nullptr;
            const auto *got = i < transitions_.size() ? &transitions_[i] : nullptr;
            if (expected && got && *expected == *got) continue;
            if (!expected && got->at > vector_.horizon) return;
            difference_ =
                fmt::format("{}: transition {}: expected {}, got {}", vector_.id, i + 1, text(expected), text(got));
            return;
        }
    }

    void differ(std::size_t call, const char *what, const std::string &expected, const std::string &got) {
        if (difference_) return;
        difference_ = fmt::format("{}: call {}: {}: expected {}, got {}", vector_.id, call, what, expected, got);
    }

    const BreakerVector &vector_;
    const LibraryBreaker &library_;
    const BreakerConfig &config_;
    Breaker breaker_;
    Bulkhead bulkhead_;
    std::vector<Running> running_;
    std::deque<Parked> parked_;
    SimTime timer_at_ = kTimeNever;
    std::uint64_t timer_order_ = 0;
    std::uint64_t scheduled_ = 0;
    std::vector<BreakerVector::Transition> transitions_;
    std::optional<std::string> difference_;
};

} // namespace

std::optional<std::string> first_difference(const BreakerVector &vector) { return Replay(vector).run(); }

} // namespace halfopen
