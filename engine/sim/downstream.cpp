// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that a service makes while it serves. Each is a frame of its own whose parent is the call being served; the
// parent's worker is held meanwhile.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/sim/state.h"

namespace halfopen {

/// Starts the next of its service's calls, or finishes the service when there is none left.
void Simulation::State::start_calls(std::uint32_t number) {
    const std::vector<DownstreamPlan> &entries = plan->services[calls_[number].service].calls;
    calls_[number].where = Call::Where::calling;
    const std::uint16_t first = calls_[number].entry;
    if (first >= entries.size()) {
        if (servers[calls_[number].server].pauses > 0) { // finishes when its replica goes on
            calls_[number].where = Call::Where::serving;
            calls_[number].done_at = kTimeZero;
            return;
        }
        return finish_service(number);
    }
    if (!entries[first].parallel) {
        calls_[number].pending = 1;
        return start_child(number, first, calls_[number].repeated);
    }
    std::uint16_t last = first;
    std::uint16_t starting_now = 0;
    for (; last < entries.size() && entries[last].parallel; ++last) {
        starting_now = static_cast<std::uint16_t>(starting_now + entries[last].times);
    }
    calls_[number].pending = starting_now;
    calls_[number].entry = static_cast<std::uint16_t>(last - 1); // the group is over with its last entry
    calls_[number].repeated = static_cast<std::uint16_t>(entries[last - 1u].times - 1);
    std::vector<std::uint32_t> children;
    for (std::uint16_t entry = first; entry < last; ++entry) {
        for (int r = 0; r < entries[entry].times; ++r) {
            children.push_back(make_child(number, entry, static_cast<std::uint16_t>(r)));
        }
    }
    const std::uint32_t group = calls_[number].group = ++groups_; // the slot may be another call's before the loop ends
    for (const std::uint32_t child : children) {
        if (calls_[number].group != group) return; // an earlier one failed at once and ended them all
        descend(child, 0);
    }
}

void Simulation::State::start_child(std::uint32_t number, std::uint16_t entry, std::uint16_t repetition) {
    descend(make_child(number, entry, repetition), 0);
}

std::uint32_t Simulation::State::make_child(std::uint32_t number, std::uint16_t entry, std::uint16_t repetition) {
    const std::uint32_t frame_number = frames_.acquire();
    const std::uint32_t extra_number = extras_.acquire();
    Frame &frame = frames_[frame_number];
    FrameExtra &extra = extras_[extra_number];
    Call &call = calls_[number];
    const DownstreamPlan &entry_plan = plan->services[call.service].calls[entry];
    const std::uint32_t replica = call.server - plan->services[call.service].first_server;
    frame.stack = entry_plan.stack;
    frame.request = call.request;
    frame.service = entry_plan.service;
    frame.leg = call.leg | kDownstream;
    frame.extra = extra_number;
    if (entry_plan.breaker_base) frame.breaker = *entry_plan.breaker_base + (entry_plan.breaker_shared ? 0 : replica);
    if (entry_plan.guard_base) {
        extra.guard_shared = *entry_plan.guard_base;
        extra.guard = *entry_plan.guard_base + replica;
    }
    extra.parent = number;
    extra.node = call.block + entry_plan.first + repetition * entry_plan.stride;
    extra.block = extra.node + 1;
    extra.depth = static_cast<std::uint8_t>(call.depth + 1);
    extra.entry = entry;
    extra.older = call.children;
    if (call.children != kNone) extras_[frames_[call.children].extra].younger = frame_number;
    call.children = frame_number;
    const Request &request = requests_[call.request];
    std::vector<TreeNode> &tree = trees_of(call.request);
    if (extra.node >= tree.size()) tree.resize(operation_of(request).tree);
    extra.deadline_at = request.deadline_at;
    if (extra.deadline_at != kTimeNever) {
        extra.deadline = arm(std::max(time, extra.deadline_at), Rank::timeout, EventKind::frame_deadline, frame_number);
    }
    begin_budget(frame);
    return frame_number;
}

/// The nodes of a request's tree of calls; empty before the first.
std::vector<TreeNode> &Simulation::State::trees_of(std::uint32_t request) {
    if (trees_.size() <= request) trees_.resize(request + std::size_t{1});
    return trees_[request];
}

void Simulation::State::unlink_child(std::uint32_t number) {
    const FrameExtra &extra = extras_[frames_[number].extra];
    if (extra.younger == kNone) {
        calls_[extra.parent].children = extra.older;
    } else {
        extras_[frames_[extra.younger].extra].older = extra.older;
    }
    if (extra.older != kNone) extras_[frames_[extra.older].extra].younger = extra.younger;
}

/// A call that a service made has an outcome for good. If it failed, the service fails with the same kind.
void Simulation::State::child_over(std::uint32_t number, Outcome outcome) {
    const std::uint32_t parent = extras_[frames_[number].extra].parent;
    cancel(extras_[frames_[number].extra].deadline);
    unlink_child(number);
    release_frame(number);
    if (outcome != kSuccess) {
        abandon_children(parent);
        Call &call = calls_[parent];
        call.outcome = outcome;
        call.shows = Shows::respond;
        call.entry = 0xffff;
        return start_calls(parent);
    }
    Call &call = calls_[parent];
    if (--call.pending > 0) return;
    const DownstreamPlan &entry = plan->services[call.service].calls[call.entry];
    if (++call.repeated >= entry.times) {
        call.repeated = 0;
        ++call.entry;
    }
    start_calls(parent);
}

/// The service needs none of them any more.
void Simulation::State::abandon_children(std::uint32_t number) {
    while (calls_[number].children != kNone) {
        const std::uint32_t child = calls_[number].children;
        abandon(child, 0, kind_cancelled);
        cancel(extras_[frames_[child].extra].deadline);
        unlink_child(child);
        release_frame(child);
    }
    calls_[number].group = 0;
    calls_[number].pending = 0;
}

/// The request's deadline cuts the calls that its services make, too.
void Simulation::State::on_frame_deadline(std::uint32_t number) {
    extras_[frames_[number].extra].deadline = kNoTimer;
    abandon(number, 0, kind_deadline);
    child_over(number, kind_deadline);
}

} // namespace halfopen
