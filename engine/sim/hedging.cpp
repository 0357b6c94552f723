// SPDX-License-Identifier: GPL-3.0-or-later
// Hedging stands in place of the plain call: further copies when the first is slow or fails early.
#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

void Simulation::State::start_hedged(std::uint32_t number) {
    FrameExtra &extra = extras_[frames_[number].extra];
    extra.copies_sent = extra.copies_live = 0;
    extra.copies.fill(kNone);
    extra.first_sent = time;
    send_copy(number, HedgeReason::delay_over);
}

/// Sends the next copy and sets the timer for the one after it. False when it is a further copy that no replica takes.
bool Simulation::State::send_copy(std::uint32_t number, HedgeReason reason) {
    const Frame &frame = frames_[number];
    FrameExtra &extra = extras_[frame.extra];
    cancel(extra.hedge);
    if (extra.copies_sent > 0) {
        tell(frame, RecordKind::hedge_sent, frame.service, (time - extra.first_sent).count(), 0,
             static_cast<std::uint8_t>(reason), attempts_of(frame));
    }
    const std::uint8_t copy = extra.copies_sent++;
    const HedgeConfig &config = *frame.stack->hedge;
    const std::uint32_t call = send_call(number, copy);
    if (call == kNone) return copy == 0; // the first one's refusal has ascended
    FrameExtra &now = extras_[frames_[number].extra];
    now.copies[copy] = call;
    ++now.copies_live;
    frames_[number].call = call;
    if (now.copies_sent <= config.copies) {
        if (const auto delay = hedge_delay(config, guards[now.guard].latencies)) {
            now.hedge = arm(saturating_add(time, *delay), Rank::normal, EventKind::hedge_due, number);
        }
    }
    travel(call, EventKind::call_arrives, lane::there);
    return true;
}

void Simulation::State::on_hedge_due(std::uint32_t number) {
    extras_[frames_[number].extra].hedge = kNoTimer;
    send_copy(number, HedgeReason::delay_over);
}

/// A copy has been answered. True when its outcome is the stack's: the first success, or the last failure.
bool Simulation::State::copy_over(std::uint32_t number, const Call &call, Outcome outcome) {
    FrameExtra &extra = extras_[frames_[number].extra];
    extra.copies[call.copy] = kNone;
    --extra.copies_live;
    const HedgeConfig &config = *frames_[number].stack->hedge;
    if (outcome == kSuccess) {
        Request &request = requests_[frames_[number].request];
        const bool saves = call.copy > 0 && is_leg(frames_[number]) && request.recovery == Recovery::none;
        if (saves) request.recovery = Recovery::hedging;
        guards[extra.guard].latencies.add(time - extra.first_sent); // as the caller waited: copies must not shorten it
        give_up_copies(number, kind_cancelled);
        return true;
    }
    if (extra.copies_sent <= config.copies && send_copy(number, HedgeReason::copy_failed)) return false;
    if (extras_[frames_[number].extra].copies_live > 0) return false;
    frames_[number].call = kNone;
    return true;
}

/// The copies under way are given up; no further one is sent.
void Simulation::State::give_up_copies(std::uint32_t number, Outcome outcome) {
    const std::uint32_t extra = frames_[number].extra;
    cancel(extras_[extra].hedge);
    for (std::size_t copy = 0; copy < extras_[extra].copies_sent; ++copy) {
        const std::uint32_t call = extras_[extra].copies[copy];
        extras_[extra].copies[copy] = kNone;
        if (call != kNone) give_up_call(call, outcome);
    }
    extras_[extra].copies_live = 0;
    frames_[number].call = kNone;
}

} // namespace halfopen
