// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/token_series.h"

#include <algorithm>
#include <limits>

namespace halfopen {

namespace {

/// Of the scenario in force: an edit may have changed how much there is.
float left_at(const Simulation &run, const TokenLine &line, std::uint32_t guard, SimTime at) {
    const GuardNow now = run.guard(guard, at);
    const PolicyConfig &policy = run.scenario().policies[line.policy];
    switch (line.layer) {
    case TokenLine::Layer::budget: return static_cast<float>(now.budget.value_or(0.0));
    case TokenLine::Layer::limiter: return static_cast<float>(now.limiter_tokens.value_or(0.0));
    case TokenLine::Layer::bulkhead: break;
    }
    return policy.bulkhead ? static_cast<float>(policy.bulkhead->concurrency - now.bulkhead_in_use) : 0.0f;
}

} // namespace

std::vector<TokenLine> TokenSeries::lines_of(const Scenario &scenario) {
    std::vector<TokenLine> lines;
    const Layout layout = layout_of(scenario);
    for (std::uint32_t guard = 0; guard < layout.guards.size(); ++guard) {
        const BreakerPlace &place = layout.guards[guard];
        const PolicyConfig &policy = scenario.policies[place.policy];
        const auto add = [&](TokenLine::Layer layer) {
            const auto same = [&](const TokenLine &line) {
                return line.layer == layer && line.policy == place.policy && line.service == place.service;
            };
            auto known = std::ranges::find_if(lines, same);
            if (known == lines.end() && lines.size() == kLinesMax) return;
            if (known == lines.end()) known = lines.insert(known, {layer, place.policy, place.service, {}});
            known->guards.push_back(guard);
        };
        if (policy.budget) add(TokenLine::Layer::budget);
        if (policy.rate_limiter) add(TokenLine::Layer::limiter);
        if (policy.bulkhead) add(TokenLine::Layer::bulkhead);
    }
    return lines;
}

TokenSeries::TokenSeries(const Scenario &scenario)
    : lines_(lines_of(scenario)), step_(std::max(scenario.duration / kSteps, Duration{1})),
      end_(kTimeZero + scenario.duration) {}

SimTime TokenSeries::next() const {
    const SimTime at = kTimeZero + step_ * static_cast<std::int64_t>(rows_.size());
    return lines_.empty() || at > end_ ? kTimeNever : at;
}

TokenSeries::Row TokenSeries::look(const Simulation &run) const {
    Row row{};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        row[i] = std::numeric_limits<float>::max();
        for (const std::uint32_t guard : lines_[i].guards)
            row[i] = std::min(row[i], left_at(run, lines_[i], guard, next()));
    }
    return row;
}

} // namespace halfopen
