// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/kinds.h"

#include "engine/base/check.h"

namespace halfopen {

ErrorMatrix::ErrorMatrix() : rules_(kind_first_user) {
    using FC = FailureClass;
    using BC = BreakerCount;
    const auto row = [this](Outcome kind, const char *name, FC c, bool retry, bool fallback, BC breaker, Shows shows) {
        rules_[kind] = KindRule{name, c, retry, fallback, breaker, shows, true};
    };
    rules_[kSuccess] = KindRule{"success", FC::transient, false, false, BC::success, Shows::respond, true};
    row(kind_timeout, "timeout", FC::transient, true, true, BC::failure, Shows::hang);
    row(kind_network, "network", FC::transient, true, true, BC::failure, Shows::respond);
    row(kind_rate_limit, "rate_limit", FC::transient, true, true, BC::failure, Shows::refuse);
    row(kind_unavailable, "unavailable", FC::transient, true, true, BC::failure, Shows::refuse);
    row(kind_overloaded, "overloaded", FC::transient, true, true, BC::failure, Shows::refuse);
    row(kind_auth, "auth", FC::permanent, false, true, BC::ignore, Shows::refuse);
    row(kind_not_found, "not_found", FC::permanent, false, true, BC::ignore, Shows::refuse);
    row(kind_bad_input, "bad_input", FC::permanent, false, false, BC::ignore, Shows::respond);
    row(kind_image_quality, "image_quality", FC::fixable, false, true, BC::ignore, Shows::respond);
    row(kind_encoding, "encoding", FC::fixable, false, true, BC::ignore, Shows::respond);
    row(kind_conflict, "conflict", FC::transient, true, false, BC::ignore, Shows::respond);
    row(kind_low_confidence, "low_confidence", FC::permanent, false, true, BC::success, Shows::respond);
    row(kind_breaker_open, "breaker_open", FC::refusal, false, true, BC::ignore, Shows::refuse);
    row(kind_bulkhead_full, "bulkhead_full", FC::refusal, false, true, BC::ignore, Shows::refuse);
    row(kind_rate_limited_locally, "rate_limited_locally", FC::refusal, false, true, BC::ignore, Shows::refuse);
    row(kind_budget_empty, "budget_empty", FC::refusal, false, true, BC::ignore, Shows::refuse);
    row(kind_deadline, "deadline", FC::refusal, false, false, BC::ignore, Shows::refuse);
    row(kind_cancelled, "cancelled", FC::refusal, false, false, BC::ignore, Shows::refuse);
}

std::optional<Outcome> ErrorMatrix::find(std::string_view name) const {
    for (std::size_t i = 1; i < rules_.size(); ++i) {
        if (!rules_[i].name.empty() && rules_[i].name == name) return static_cast<Outcome>(i);
    }
    return std::nullopt;
}

Outcome ErrorMatrix::add(KindRule rule) {
    HALFOPEN_CHECK(size() < kKindsMax && !find(rule.name));
    rules_.push_back(std::move(rule));
    return static_cast<Outcome>(rules_.size() - 1);
}

std::vector<std::string> ErrorMatrix::names() const {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < rules_.size(); ++i) {
        if (!rules_[i].name.empty()) out.push_back(rules_[i].name);
    }
    return out;
}

std::string_view name_of(FailureClass c) {
    constexpr std::string_view names[] = {"transient", "permanent", "fixable", "refusal"};
    return names[static_cast<std::size_t>(c)];
}

std::string_view name_of(BreakerCount c) {
    constexpr std::string_view names[] = {"failure", "success", "ignore"};
    return names[static_cast<std::size_t>(c)];
}

std::string_view name_of(Shows s) {
    constexpr std::string_view names[] = {"refuse", "respond", "hang"};
    return names[static_cast<std::size_t>(s)];
}

} // namespace halfopen
