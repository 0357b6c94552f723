// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/timeline/trace_source.h"

namespace halfopen {

/// One thing that a request did or suffered, as it is drawn.
struct ShapePart {
    enum class Kind : std::uint8_t {
        attempt,   ///< from .. to, outcome
        wait,      ///< from .. to; `longest`: the longest that could have been drawn
        refused,   ///< at `from`: nothing was sent
        fallback,  ///< at `from`: the next leg begins
        diagnosis, ///< from .. to
        remedy,    ///< from .. to; `helped`
    };
    Kind kind = Kind::attempt;
    SimTime from{};
    SimTime to{};
    std::uint32_t service = 0;
    std::uint16_t attempt = 0;
    std::uint8_t leg = 0;
    std::uint8_t copy = 0;
    Outcome outcome = kSuccess; ///< of the attempt; what made it wait; the kind of the refusal
    bool running = false;       ///< it had not ended when the trace ended
    bool abandoned = false;     ///< cut by something outside: a deadline
    bool helped = false;
    Duration longest{0};
    WaitReason reason = WaitReason::backoff;
    std::size_t record = 0; ///< index of the record that began it
    std::size_t told = 0;   ///< of the record that says how it went: that of its end, once it has ended
};

/// What one request looks like. Read from its own records only.
struct RequestShape {
    std::uint32_t request = 0;
    SimTime started{};
    SimTime ended{}; ///< `computed` while in flight
    bool inFlight = true;
    Outcome outcome = kSuccess;
    Ending ending = Ending::served;
    std::uint32_t lastService = 0; ///< that served it, or was asked last
    int calls = 0;
    std::int64_t costNano = 0;
    std::optional<Duration> deadline; ///< of its operation
    std::vector<ShapePart> parts;     ///< in order of their begin
    bool cut = false;                 ///< there were more than `most` parts
};

/// The first `most` parts of a request; a request may have thousands of attempts.
RequestShape shapeOf(const TraceSource &source, std::uint32_t request, std::size_t most = 400);

/// A refusal takes no time, and the fallback after it stands at the same place: its sign is drawn a sign's width
/// before.
bool stepsAside(const RequestShape &shape, const ShapePart &part);

/// First and last moment that its drawing touches: jitter envelopes included.
Stretch extentOf(const RequestShape &shape);

} // namespace halfopen
