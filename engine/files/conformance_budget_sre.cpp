// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_budget.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <memory>

// The adaptive throttle of the SRE book.
namespace halfopen::vectors {

namespace {

struct SreStep {
    SimTime at{};
    double u = 0;
    bool accepted = false;
    Duration latency{0};
    std::int64_t requests = 0;
    std::int64_t accepts = 0;
    double p_reject = 0;
    bool sent = false;
};

struct SreVector {
    std::string id;
    BudgetConfig config;
    std::vector<SreStep> steps;
};

std::optional<std::string> replay(const SreVector &vector) {
    struct Answer {
        BudgetLoop loop;
        bool accepted = false;
    };
    Budget budget(vector.config);
    std::multimap<SimTime, Answer> answers; // those of one instant in order of sending
    for (std::size_t i = 0; i < vector.steps.size(); ++i) {
        const SreStep &step = vector.steps[i];
        while (!answers.empty() && answers.begin()->first <= step.at) {
            auto [at, answer] = *answers.begin();
            answers.erase(answers.begin());
            budget.ended(vector.config, at, answer.loop, answer.accepted ? TryResult::success : TryResult::throttled);
            budget.finish(vector.config, at, answer.loop);
        }
        const ThrottleView view = budget.throttle(vector.config, step.at);
        if (view.requests != step.requests) {
            return differs(vector.id, i, "requests", std::to_string(step.requests), std::to_string(view.requests));
        }
        if (view.accepts != step.accepts) {
            return differs(vector.id, i, "accepts", std::to_string(step.accepts), std::to_string(view.accepts));
        }
        if (std::abs(view.refusal - step.p_reject) > 1e-12) {
            return differs(vector.id, i, "p_reject", fmt::format("{}", step.p_reject), fmt::format("{}", view.refusal));
        }
        Answer answer{{}, step.accepted};
        budget.begin(vector.config, step.at, answer.loop);
        const bool sent = budget.admit(vector.config, step.at, answer.loop, step.u);
        if (sent != step.sent) return differs(vector.id, i, "sent", sent ? "false" : "true", sent ? "true" : "false");
        if (sent) answers.emplace(step.at + step.latency, answer);
    }
    return std::nullopt;
}

} // namespace

BudgetReplay sre_replay(const Json &line, double &weight) {
    auto vector = std::make_shared<SreVector>();
    vector->id = text_member(line, "id");
    Params params(line);
    const double k = params.number("K", 0.0, 1e6);
    vector->config.scheme = AdaptiveThrottleBudget{k, milliseconds(params.any("window_ms"), "window_ms")};
    params.finish();
    const Json &steps = list_member(line, "steps");
    const Json &observed = list_member(line, "observed");
    if (steps.size() != observed.size()) throw Unusable{"there are not as many observations as steps"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string backend = text_member(steps[i], "backend");
        if (backend != "accept" && backend != "reject") throw Unusable{fmt::format("unknown backend \"{}\"", backend)};
        vector->steps.push_back({instant(steps[i], "at_ms"), number_member(steps[i], "u"), backend == "accept",
                                 milliseconds(member(steps[i], "latency_ms"), "latency_ms"),
                                 whole_member(observed[i], "requests"), whole_member(observed[i], "accepts"),
                                 number_member(observed[i], "p_reject"), flag_member(observed[i], "sent")});
        if (i > 0 && vector->steps[i].at < vector->steps[i - 1].at)
            throw Unusable{"the steps are not in order of time"};
    }
    weight = static_cast<double>(vector->steps.size());
    return [vector] { return replay(*vector); };
}

} // namespace halfopen::vectors
