// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"

namespace halfopen {

/// Places of note that the person may jump to.
enum class Moment : std::uint8_t { breakerOpens, requestFails, faultStarts };
enum class Direction : std::uint8_t { forward, backward };

/// The record of the nearest such moment strictly after (or before) `from`; nothing when there is none.
std::optional<std::size_t> findMoment(const TraceView &trace, Moment moment, SimTime from, Direction direction);

/// The nearest instant strictly after (or before) `from` at which something is recorded.
std::optional<SimTime> neighbouringEvent(const TraceView &trace, SimTime from, Direction direction);

/// A transition of a breaker: its place among all of that breaker, from 0, and its record.
struct TransitionPlace {
    std::size_t number = 0;
    std::size_t record = 0;
};
/// How many transitions a breaker made in the indexed trace.
std::size_t transitionCount(const TraceIndex &index, std::uint32_t breaker);
/// The transition with that number; nothing when there is none.
std::optional<TransitionPlace> transitionAt(const TraceIndex &index, std::uint32_t breaker, std::size_t number);
/// The transition that this record tells; nothing when it is none of that breaker.
std::optional<TransitionPlace> transitionOfRecord(const TraceIndex &index, std::uint32_t breaker, std::size_t record);
/// The last transition at or before `at`; nothing when there is none.
std::optional<TransitionPlace> lastTransition(const TraceIndex &index, std::uint32_t breaker, SimTime at);

} // namespace halfopen
