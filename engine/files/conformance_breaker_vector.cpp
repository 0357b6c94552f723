// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_breaker.h"

#include "engine/files/conformance_family.h"

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

int positive(const Json &value, const std::string &name) {
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > 1'000'000) {
        throw Unusable{"parameter " + name + " must be a whole number from 1 to 1000000"};
    }
    return value.get<int>();
}

/// The tutorial's class: `failure_threshold` and `timeout` in seconds.
BreakerConfig tutorial_config(const std::string &preset, const Json &params) {
    BreakerConfig config = *breaker_preset(preset);
    for (const auto &[name, value] : params.items()) {
        if (name == "failure_threshold")
            config.failures = positive(value, name);
        else if (name == "timeout")
            config.open_for = milliseconds(value, "timeout") * 1000;
        else
            throw Unusable{"unknown parameter \"" + name + "\""};
    }
    return config;
}

BreakerConfig config_of(const std::string &library, const Json &params) {
    if (!params.is_object()) throw Unusable{"params is not an object"};
    if (library == "seed-tutorial") return tutorial_config("tutorial_code", params);
    if (library == "seed-tutorial-consecutive") return tutorial_config("tutorial_code_consecutive", params);
    throw Unusable{"unknown library \"" + library + "\""};
}

BreakerVector vector_of(const Json &line) {
    BreakerVector vector;
    vector.id = text_member(line, "id");
    vector.config = config_of(text_member(line, "library"), member(line, "params"));
    const Json &steps = list_member(line, "steps");
    const Json &observed = member(line, "observed");
    const Json &calls = list_member(observed, "calls");
    if (calls.size() != steps.size()) throw Unusable{"there are not as many calls as steps"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (const std::string action = text_member(steps[i], "action"); action != "call") {
            throw Unusable{"unknown action \"" + action + "\""};
        }
        BreakerCallVector &call = vector.calls.emplace_back();
        call.at = instant(steps[i], "at_ms");
        call.verdict = verdict_of(text_member(steps[i], "outcome"));
        call.took = milliseconds(member(steps[i], "duration_ms"), "duration_ms");
        call.permitted = flag_member(calls[i], "permitted");
        call.result = text_member(calls[i], "result");
        call.start = optional_instant(calls[i], "start_ms");
        call.end = optional_instant(calls[i], "end_ms");
        if (i > 0 && call.at < vector.calls[i - 1].at) throw Unusable{"the steps are not in order of time"};
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

Result<BreakerConfig> breaker_of_library(const std::string &library, const std::string &params_json) {
    try {
        return config_of(library, Json::parse(params_json, nullptr, false));
    } catch (const Unusable &unusable) {
        return Failure{Failure::Kind::bad_input, {Issue{"", unusable.message, {}}}};
    }
}

} // namespace halfopen
