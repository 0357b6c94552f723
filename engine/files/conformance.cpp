// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance.h"

#include "engine/files/text_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>
#include <utility>

namespace halfopen {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kVectorFileBytesMax = std::size_t{256} << 20;
constexpr double kMillisecondsMax = 1e12;

/// What is wrong with a vector; leaves the readers below, caught in run_conformance.
struct Unusable {
    std::string message;
};

const Json &member(const Json &object, const char *key) {
    const auto found = object.find(key);
    if (found == object.end()) throw Unusable{fmt::format("the key {} is missing", key)};
    return *found;
}

std::string text_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_string()) throw Unusable{fmt::format("{} is not a text", key)};
    return value.get<std::string>();
}

const Json &list_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_array()) throw Unusable{fmt::format("{} is not a list", key)};
    return value;
}

Duration milliseconds(const Json &value, const char *what) {
    if (!value.is_number()) throw Unusable{fmt::format("{} is not a number", what)};
    const double number = value.get<double>();
    if (!(number >= 0.0 && number <= kMillisecondsMax)) throw Unusable{fmt::format("{} is out of range", what)};
    return Duration{std::llround(number * 1e6)};
}

SimTime instant(const Json &object, const char *key) { return kTimeZero + milliseconds(member(object, key), key); }

std::optional<SimTime> optional_instant(const Json &object, const char *key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::nullopt;
    return kTimeZero + milliseconds(*found, key);
}

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
    const std::string family = text_member(line, "family");
    if (family != "breaker") throw Unusable{"unknown family \"" + family + "\""};
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
        const Json &permitted = member(calls[i], "permitted");
        if (!permitted.is_boolean()) throw Unusable{"permitted is not true or false"};
        call.permitted = permitted.get<bool>();
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

Failure bad_line(int line, std::string message) {
    return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), Position{line, 1}}}};
}

} // namespace

Result<BreakerConfig> breaker_of_library(const std::string &library, const std::string &params_json) {
    try {
        return config_of(library, Json::parse(params_json, nullptr, false));
    } catch (const Unusable &unusable) {
        return Failure{Failure::Kind::bad_input, {Issue{"", unusable.message, {}}}};
    }
}

Result<ConformanceResult> run_conformance(const std::filesystem::path &path) {
    const Result<std::string> text = read_text_file(path, kVectorFileBytesMax);
    if (!text) return text.failure();
    ConformanceResult result;
    std::string_view rest = text.value();
    for (int line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view content = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (content.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const Json json = Json::parse(content, nullptr, false);
        if (!json.is_object()) return bad_line(line, "not a JSON object");
        try {
            const std::optional<std::string> difference = first_difference(vector_of(json));
            ++result.total;
            if (!difference)
                ++result.passed;
            else if (result.first_difference.empty())
                result.first_difference = fmt::format("line {}: {}", line, *difference);
        } catch (const Unusable &unusable) {
            return bad_line(line, unusable.message);
        }
    }
    if (result.total == 0) return bad_line(1, "no vectors in it");
    return result;
}

} // namespace halfopen
