// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_budget.h"

#include "engine/files/conformance_family.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

// Recorded budgets of retries. Each is read into a script of calls on one Budget.
namespace halfopen::vectors {

namespace {

// ---- AWS: interleaved requests that share a bucket

enum class AwsOutcome : std::uint8_t { success, timeout, transient, throttling, client };

struct AwsEvent {
    std::size_t request = 0;
    std::string action;
    double capacity = 0;
};

struct AwsVector {
    std::string id;
    BudgetConfig config;
    int attempts_max = 0;
    std::vector<std::vector<AwsOutcome>> scripts;
    std::vector<AwsEvent> events;
};

TryResult result_of(AwsOutcome outcome) {
    switch (outcome) {
    case AwsOutcome::success: return TryResult::success;
    case AwsOutcome::timeout: return TryResult::timeout;
    case AwsOutcome::transient: return TryResult::transient;
    case AwsOutcome::throttling: return TryResult::throttled;
    case AwsOutcome::client: return TryResult::rejected;
    }
    return TryResult::rejected;
}

/// One request of a script.
struct AwsRequest {
    BudgetLoop loop;
    std::size_t attempts = 0;
    bool begun = false;
    bool over = false;
};

/// Resolves the request's next attempt and says what the client does then.
std::string resolve(const AwsVector &vector, Budget &budget, AwsRequest &request, AwsOutcome outcome) {
    if (!request.begun) budget.begin(vector.config, kTimeZero, request.loop);
    request.begun = true;
    ++request.attempts;
    budget.admit(vector.config, kTimeZero, request.loop, 0.0);
    const TryResult result = result_of(outcome);
    budget.ended(vector.config, kTimeZero, request.loop, result);
    std::string action = "retry";
    if (result == TryResult::success)
        action = "done";
    else if (result == TryResult::rejected)
        action = "stop_not_retryable";
    else if (request.attempts >= static_cast<std::size_t>(vector.attempts_max))
        action = "stop_max_attempts";
    else if (!budget.retry(vector.config, kTimeZero, request.loop, result))
        action = "stop_quota";
    request.over = action != "retry";
    if (request.over) budget.finish(vector.config, kTimeZero, request.loop);
    return action;
}

std::optional<std::string> replay(const AwsVector &vector) {
    Budget budget(vector.config);
    std::vector<AwsRequest> requests(vector.scripts.size());
    for (std::size_t i = 0; i < vector.events.size(); ++i) {
        const AwsEvent &event = vector.events[i];
        AwsRequest &request = requests[event.request];
        std::string action = "skipped";
        if (!request.over) {
            const auto &script = vector.scripts[event.request];
            if (request.attempts >= script.size())
                return fmt::format("{}: step {}: its script has ended", vector.id, i);
            action = resolve(vector, budget, request, script[request.attempts]);
        }
        if (action != event.action) return differs(vector.id, i, "action", event.action, action);
        const double level = budget.level(vector.config, kTimeZero);
        if (std::abs(level - event.capacity) > 1e-9) {
            return differs(vector.id, i, "capacity", fmt::format("{}", event.capacity), fmt::format("{}", level));
        }
    }
    return std::nullopt;
}

AwsOutcome aws_outcome(const Json &value) {
    static const std::map<std::string, AwsOutcome> words = {{"success", AwsOutcome::success},
                                                            {"fail_timeout", AwsOutcome::timeout},
                                                            {"fail_transient", AwsOutcome::transient},
                                                            {"fail_throttling", AwsOutcome::throttling},
                                                            {"fail_client", AwsOutcome::client}};
    const auto found = value.is_string() ? words.find(value.get<std::string>()) : words.end();
    if (found == words.end()) throw Unusable{"unknown outcome " + value.dump()};
    return found->second;
}

BudgetReplay aws_replay(const Json &line, const char *preset, double &weight) {
    auto vector = std::make_shared<AwsVector>();
    vector->id = text_member(line, "id");
    vector->config = *budget_preset(preset);
    Params params(line);
    std::get<TokenBucketBudget>(vector->config.scheme).capacity = params.number("initial_capacity", 0.0, 1e9);
    vector->attempts_max = static_cast<int>(params.whole("max_attempts", 1, 1'000'000));
    params.finish();
    const Json &steps = object_member(line, "steps");
    for (const Json &script : list_member(steps, "scripts")) {
        if (!script.is_array()) throw Unusable{"scripts is not a list of lists"};
        auto &outcomes = vector->scripts.emplace_back();
        for (const Json &outcome : script)
            outcomes.push_back(aws_outcome(outcome));
    }
    const Json &events = list_member(steps, "events");
    const Json &observed = list_member(line, "observed");
    if (events.size() != observed.size()) throw Unusable{"there are not as many observations as events"};
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].is_number_unsigned() || events[i].get<std::size_t>() >= vector->scripts.size()) {
            throw Unusable{"events is not a list of numbers of scripts"};
        }
        vector->events.push_back(
            {events[i].get<std::size_t>(), text_member(observed[i], "action"), number_member(observed[i], "capacity")});
    }
    weight = static_cast<double>(vector->events.size());
    return [vector] { return replay(*vector); };
}

// ---- gRPC: a sequence of results

struct GrpcStep {
    TryResult result = TryResult::success;
    std::int64_t milli_tokens = 0;
    std::optional<bool> retry_allowed;
};

struct GrpcVector {
    std::string id;
    BudgetConfig config;
    std::vector<GrpcStep> steps;
};

std::optional<std::string> replay(const GrpcVector &vector) {
    Budget budget(vector.config);
    for (std::size_t i = 0; i < vector.steps.size(); ++i) {
        const GrpcStep &step = vector.steps[i];
        BudgetLoop loop;
        budget.begin(vector.config, kTimeZero, loop);
        budget.admit(vector.config, kTimeZero, loop, 0.0);
        budget.ended(vector.config, kTimeZero, loop, step.result);
        const auto milli = std::llround(budget.level(vector.config, kTimeZero) * 1000.0);
        if (milli != step.milli_tokens) {
            return differs(vector.id, i, "milli_tokens", std::to_string(step.milli_tokens), std::to_string(milli));
        }
        if (step.retry_allowed) {
            const bool allowed = budget.retry(vector.config, kTimeZero, loop, step.result);
            if (allowed != *step.retry_allowed) {
                return differs(vector.id, i, "retry_allowed", allowed ? "false" : "true", allowed ? "true" : "false");
            }
        }
        budget.finish(vector.config, kTimeZero, loop);
    }
    return std::nullopt;
}

TryResult grpc_result(const Json &value) {
    if (value == "success") return TryResult::success;
    if (value == "failure") return TryResult::transient;
    if (value == "failure_non_retryable") return TryResult::rejected;
    throw Unusable{"unknown step " + value.dump()};
}

BudgetReplay grpc_replay(const Json &line, double &weight) {
    auto vector = std::make_shared<GrpcVector>();
    vector->id = text_member(line, "id");
    Params params(line);
    vector->config.scheme =
        ThrottleBudget{params.number("maxTokens", 0.001, 1e6), params.number("tokenRatio", 0.0, 1e6)};
    params.finish();
    const Json &steps = list_member(line, "steps");
    const Json &observed = list_member(line, "observed");
    if (steps.size() != observed.size()) throw Unusable{"there are not as many observations as steps"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        GrpcStep &step = vector->steps.emplace_back();
        step.result = grpc_result(steps[i]);
        step.milli_tokens = whole_member(observed[i], "milli_tokens");
        if (optional_member(observed[i], "retry_allowed"))
            step.retry_allowed = flag_member(observed[i], "retry_allowed");
    }
    weight = static_cast<double>(vector->steps.size());
    return [vector] { return replay(*vector); };
}

bool begins(const std::string &text, std::string_view with) { return text.rfind(with, 0) == 0; }

} // namespace

std::string differs(const std::string &id, std::size_t step, const char *what, const std::string &expected,
                    const std::string &got) {
    return fmt::format("{}: step {}: {}: expected {}, got {}", id, step, what, expected, got);
}

ConformanceCase budget_case(const Json &line) {
    const std::string library = text_member(line, "library");
    ConformanceCase result;
    BudgetReplay replayed;
    if (begins(library, "botocore"))
        replayed = aws_replay(line, "botocore", result.weight);
    else if (begins(library, "smithy-util-retry-4.0.7"))
        replayed = aws_replay(line, "smithy_4_0_7", result.weight);
    else if (begins(library, "smithy-core-2026"))
        replayed = aws_replay(line, "smithy_2026", result.weight);
    else if (begins(library, "gRPC retryThrottling"))
        replayed = grpc_replay(line, result.weight);
    else if (begins(library, "Google SRE adaptive throttling"))
        replayed = sre_replay(line, result.weight);
    else
        throw Unusable{fmt::format("unknown library \"{}\"", library)};
    result.replay = [replayed] { return ConformanceOutcome{replayed(), {}}; };
    return result;
}

} // namespace halfopen::vectors
