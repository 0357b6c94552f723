// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_breaker.h"

#include "engine/files/conformance_breaker_libraries.h"
#include "engine/files/conformance_family.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace halfopen {

namespace {

using namespace vectors;

Verdict verdict_of(const std::string &outcome) {
    if (outcome == "success") return Verdict::success;
    if (outcome == "failure") return Verdict::failure;
    if (outcome == "ignored") return Verdict::ignored;
    throw Unusable{"unknown outcome \"" + outcome + "\""};
}

BreakerCallVector call_of(const Json &step, const Json &seen) {
    if (const std::string action = text_member(step, "action"); action != "call") {
        throw Unusable{"unknown action \"" + action + "\""};
    }
    BreakerCallVector call;
    call.at = instant(step, "at_ms");
    call.verdict = verdict_of(text_member(step, "outcome"));
    call.took = milliseconds(member(step, "duration_ms"), "duration_ms");
    call.permitted = flag_member(seen, "permitted");
    if (optional_member(seen, "waited") != nullptr) call.waited = flag_member(seen, "waited");
    call.result = text_member(seen, "result");
    call.start = optional_instant(seen, "start_ms");
    call.end = optional_instant(seen, "end_ms");
    return call;
}

BreakerVector vector_of(const Json &line) {
    BreakerVector vector;
    vector.id = text_member(line, "id");
    Params params(line);
    vector.library = breaker_of(text_member(line, "library"), params);
    const Json &steps = list_member(line, "steps");
    const Json &observed = member(line, "observed");
    const Json &calls = list_member(observed, "calls");
    if (calls.size() != steps.size()) throw Unusable{"there are not as many calls as steps"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const BreakerCallVector &call = vector.calls.emplace_back(call_of(steps[i], calls[i]));
        if (i > 0 && call.at < vector.calls[i - 1].at) throw Unusable{"the steps are not in order of time"};
        vector.horizon = std::max({vector.horizon, call.at, call.end.value_or(call.at)});
    }
    for (const Json &t : list_member(observed, "transitions")) {
        vector.transitions.push_back({instant(t, "at_ms"), text_member(t, "from"), text_member(t, "to")});
    }
    if (const auto horizon = optional_instant(observed, "horizon_ms")) vector.horizon = *horizon;
    return vector;
}

} // namespace

ConformanceCase vectors::breaker_case(const Json &line) {
    const auto vector = std::make_shared<const BreakerVector>(vector_of(line));
    ConformanceCase result;
    result.weight = static_cast<double>(vector->calls.size());
    result.replay = [vector] { return ConformanceOutcome{first_difference(*vector), {}}; };
    return result;
}

Result<LibraryBreaker> breaker_of_library(const std::string &library, const std::string &params_json) {
    try {
        const Json holder = Json::object({{"params", Json::parse(params_json, nullptr, false)}});
        Params params(holder);
        return breaker_of(library, params);
    } catch (const Unusable &unusable) {
        return Failure{Failure::Kind::bad_input, {Issue{"", unusable.message, {}}}};
    }
}

} // namespace halfopen
