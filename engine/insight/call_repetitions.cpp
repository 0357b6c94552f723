// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/call_repetitions.h"

#include <algorithm>
#include <map>
#include <string>

namespace halfopen {

CallRepetitions::CallRepetitions(const Scenario &scenario)
    : turns_(scenario.services.size()), serving_(scenario.services.size()) {
    std::map<std::string, std::uint32_t> number;
    for (std::uint32_t s = 0; s < scenario.services.size(); ++s) number.emplace(scenario.services[s].name, s);
    std::vector<int> ways(turns_.size());
    for (std::uint32_t s = 0; s < scenario.services.size(); ++s) {
        for (const DownstreamCall &call : scenario.services[s].calls) {
            const auto known = number.find(call.service);
            if (known == number.end()) continue;
            const auto policy = std::find_if(scenario.policies.begin(), scenario.policies.end(),
                                             [&](const PolicyConfig &p) { return p.name == call.policy; });
            const bool found = policy != scenario.policies.end();
            Turn &turn = turns_[known->second];
            turn.retries = found && policy->retry;
            turn.times = call.times;
            const bool clear = ++ways[known->second] == 1 && call.mode == CallMode::sequence && !(found && policy->hedge);
            turn.caller = clear ? std::optional(s) : std::nullopt;
        }
    }
}

void CallRepetitions::begin_service(std::uint32_t service) {
    Serving &serving = serving_[service];
    serving.twice = serving.calls++ > 0;
    for (Turn &turn : turns_) {
        if (turn.caller != service) continue;
        turn.number = 0;
        turn.over = true;
    }
}

void CallRepetitions::take(const TraceRecord &record) {
    if (record.object >= turns_.size()) return;
    Turn &turn = turns_[record.object];
    Serving &serving = serving_[record.object];
    const bool downstream = (record.leg & kDownstream) != 0;
    switch (record.kind) {
    case RecordKind::service_started: return begin_service(record.object);
    case RecordKind::service_ended: serving.calls = std::max(0, serving.calls - 1); return;
    case RecordKind::attempt_started:
        if (!downstream) return;
        if (turn.over || !turn.retries) ++turn.number;
        turn.over = false;
        return;
    case RecordKind::attempt_ended: turn.over = turn.over || (downstream && outcome_of(record) == kSuccess); return;
    case RecordKind::gave_up: turn.over = turn.over || downstream; return;
    default: return;
    }
}

std::optional<Repetition> CallRepetitions::of(std::uint32_t service) const {
    if (service >= turns_.size()) return std::nullopt;
    const Turn &turn = turns_[service];
    if (!turn.caller || turn.times < 2 || serving_[*turn.caller].twice) return std::nullopt;
    if (turn.number < 1 || turn.number > turn.times) return std::nullopt;
    return Repetition{turn.number, turn.times};
}

} // namespace halfopen
