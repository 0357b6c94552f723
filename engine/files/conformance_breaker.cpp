// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_breaker.h"

#include "engine/policy/breaker/breaker.h"

#include <fmt/format.h>

#include <deque>
#include <string_view>

namespace halfopen {

namespace {

double ms(SimTime t) { return static_cast<double>(t.time_since_epoch().count()) * 1e-6; }

/// Runs the calls of a vector through a breaker and notes what it does.
class Replay {
public:
    explicit Replay(const BreakerVector &vector) : vector_(vector) {}

    std::optional<std::string> run() {
        for (std::size_t i = 0; i < vector_.calls.size() && !difference_; ++i) {
            complete_until(vector_.calls[i].at);
            start(i);
        }
        if (!difference_) complete_until(vector_.horizon);
        if (!difference_) compare_transitions();
        return difference_;
    }

private:
    struct Pending {
        std::size_t call = 0;
        SimTime end{};
        Permit permit;
    };

    void start(std::size_t i) {
        const BreakerCallVector &call = vector_.calls[i];
        const Admission admission = breaker_.admit(vector_.config, call.at);
        note(admission.changes, call.at);
        if (admission.permitted != call.permitted) {
            differ(i, "permitted", call.permitted ? "true" : "false", admission.permitted ? "true" : "false");
            return;
        }
        const std::string_view result = !admission.permitted               ? "rejected"
                                        : call.verdict == Verdict::success ? "success"
                                        : call.verdict == Verdict::failure ? "failure"
                                                                           : "ignored";
        if (result != call.result) differ(i, "result", call.result, std::string(result));
        compare_time(i, "start_ms", call.start, admission.permitted ? std::optional<SimTime>(call.at) : std::nullopt);
        const SimTime end = admission.permitted ? call.at + call.took : call.at;
        compare_time(i, "end_ms", call.end, end);
        if (!admission.permitted) return;
        const Pending pending{i, end, admission.permit};
        if (end == call.at)
            complete(pending); // starts and ends at one instant, atomically
        else
            pending_.push_back(pending);
    }

    /// Completions up to and at an instant, in order of their end and then of their start.
    void complete_until(SimTime now) {
        while (!pending_.empty()) {
            std::size_t next = 0;
            for (std::size_t i = 1; i < pending_.size(); ++i) {
                if (pending_[i].end < pending_[next].end) next = i;
            }
            if (pending_[next].end > now) return;
            const Pending pending = pending_[next];
            pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(next));
            complete(pending);
        }
    }

    void complete(const Pending &pending) {
        const BreakerCallVector &call = vector_.calls[pending.call];
        note(breaker_.observe(vector_.config, pending.end, pending.permit, call.verdict, call.took, 0.0), pending.end);
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
    Breaker breaker_;
    std::deque<Pending> pending_;
    std::vector<BreakerVector::Transition> transitions_;
    std::optional<std::string> difference_;
};

} // namespace

std::optional<std::string> first_difference(const BreakerVector &vector) { return Replay(vector).run(); }

} // namespace halfopen
