// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "engine/insight/explain.h"
#include "tests/insight/small_world.h"

namespace halfopen::testing {

inline QString q(const std::string &text) { return QString::fromStdString(text); }
constexpr std::int64_t ns(Duration d) { return d.count(); }

/// Headline and lines of a request, each on its own row, as "1.000 s text".
inline QStringList told(const Scenario &scenario, const TraceBuilder &trace, std::uint32_t request = 1) {
    const IndexedTrace t(scenario, trace);
    const auto story = story_of(scenario, t.view, t.index, request);
    if (!story) return {};
    QStringList out{q(story->headline)};
    for (const StoryLine &line : story->lines) out << q(format_time(line.at) + " " + line.text);
    return out;
}

inline TransitionStory told_step(const Scenario &scenario, const TraceBuilder &trace, std::size_t record) {
    const IndexedTrace t(scenario, trace);
    return story_of_transition(scenario, t.view, t.index, record);
}

inline std::vector<std::uint32_t> requests(const TransitionStory &story) {
    std::vector<std::uint32_t> out;
    for (const DecidingCall &call : story.calls) out.push_back(call.request);
    return out;
}

// Parts of a trace that stories and steps are told of; those without a request are of request 1.

inline std::size_t wait(TraceBuilder &trace, Outcome because, WaitReason reason, Duration takes,
                        Duration longest, unsigned tries) {
    const auto record =
        trace.add(RecordKind::wait_started, 1, 0, ns(takes), because, static_cast<unsigned>(reason), tries);
    trace.add(RecordKind::wait_range, 1, 0, ns(longest), 0, 0, tries);
    return record;
}

inline std::size_t give_up(TraceBuilder &trace, Outcome kind, GiveUp why, Duration value = 0s,
                           unsigned tries = 1) {
    return trace.add(RecordKind::gave_up, 1, 0, ns(value), kind, static_cast<unsigned>(why), tries);
}

inline void fall_back(TraceBuilder &trace, Outcome because, std::uint32_t request = 1) {
    trace.add(RecordKind::leg_entered, request, 1, 0, because, static_cast<unsigned>(LegReason::fallback), 0,
              1);
}

inline void cost(TraceBuilder &trace, double usd) {
    trace.add(RecordKind::request_cost, 1, 0, money_from_usd(usd).nano_usd);
}

inline void start_and_send(TraceBuilder &trace, std::uint32_t request) {
    trace.start(request);
    trace.send(request, 1);
}

/// One call that ends and is seen by the breaker at the builder's time.
inline void call(TraceBuilder &trace, std::uint32_t request, Outcome outcome, Verdict verdict, int failures,
                 BreakerState before = BreakerState::closed, unsigned flags = 0) {
    trace.finish(request, 1, outcome, 0.0, flags);
    trace.observe(request, 1, outcome, verdict, failures, before, flags);
}

} // namespace halfopen::testing
