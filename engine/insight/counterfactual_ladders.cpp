// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/say.h"
#include "engine/insight/counterfactual.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/insight/explain.h"
#include "engine/world/layout.h"

namespace halfopen {

namespace {

/// A duration as the file has it.
std::string yaml_of(Duration d) {
    const std::int64_t ns = d.count();
    if (ns % 1'000'000'000 == 0) return fmt::format("{}s", ns / 1'000'000'000);
    if (ns % 1'000'000 == 0) return fmt::format("{}ms", ns / 1'000'000);
    if (ns % 1'000 == 0) return fmt::format("{}us", ns / 1'000);
    return fmt::format("{}ns", ns);
}

/// Rounded to two digits, as a person would set it.
Duration round_value(double ns) {
    const double unit = std::pow(10.0, std::floor(std::log10(std::max(ns, 1.0))) - 1.0);
    return Duration{std::max<std::int64_t>(1, std::llround(std::round(ns / unit) * unit))};
}

/// Collects the ladders of one policy or operation; paths begin with `root`.
class Collector {
public:
    Collector(std::vector<Ladder> &out, std::string root, bool settable)
        : out_(out), root_(std::move(root)), settable_(settable) {}

    template <class Set> void durations(const Phrase &setting, const char *key, Duration now,
                                        const std::vector<double> &factors, Set set) {
        Ladder ladder{said(setting), format_duration(now), {}};
        for (const double factor : factors) {
            const Duration d = round_value(static_cast<double>(now.count()) * factor);
            const bool new_one = d != now && (ladder.steps.empty() || ladder.steps.back().yaml != yaml_of(d));
            if (new_one) step(ladder, key, format_duration(d), yaml_of(d), [set, d](Scenario &s) { set(s, d); });
        }
        put(std::move(ladder));
    }
    template <class Set> void numbers(const Phrase &setting, const char *key, int now, const std::vector<int> &values, Set set) {
        Ladder ladder{said(setting), fmt::format("{}", now), {}};
        int last = now;
        for (const int value : values) {
            if (value < 1 || value == now || value == last) continue;
            last = value;
            const std::string text = fmt::format("{}", value);
            step(ladder, key, text, text, [set, value](Scenario &s) { set(s, value); });
        }
        put(std::move(ladder));
    }
    template <class Set> void shares(const Phrase &setting, const char *key, double now, const std::vector<double> &values, Set set) {
        Ladder ladder{said(setting), fmt::format("{:g} %", now * 100.0), {}};
        for (const double value : values) {
            if (value <= now || value > 1.0) continue;
            const std::string text = fmt::format("{:g}", std::round(value * 1000.0) / 10.0);
            step(ladder, key, text + " %", text + "%", [set, value](Scenario &s) { set(s, value); });
        }
        put(std::move(ladder));
    }

private:
    void step(Ladder &ladder, const char *key, std::string value, std::string yaml, std::function<void(Scenario &)> apply) {
        ladder.steps.push_back({ladder.setting, std::move(value), settable_ ? root_ + "." + key : std::string(),
                                std::move(yaml), std::move(apply)});
    }
    void put(Ladder ladder) {
        if (!ladder.steps.empty()) out_.push_back(std::move(ladder));
    }

    std::vector<Ladder> &out_;
    std::string root_;
    bool settable_;
};

/// Which way the settings are turned: what makes a transition rarer or later, or anything for a request.
struct Directions {
    bool request = false;
    bool opening = false;    ///< from CLOSED
    bool re_opening = false; ///< a probe failed
    bool timed = false;      ///< OPEN to HALF_OPEN, or to CLOSED: what decides is the open time
};

void add_retry(Collector &to, const PolicyConfig &policy, std::uint32_t p, const Directions &towards) {
    if (!policy.retry || policy.error_recovery) return;
    const int tries = policy.retry->max_attempts;
    const auto set_tries = [p](Scenario &s, int n) { s.policies[p].retry->max_attempts = n; };
    if (towards.request) to.numbers(phrase("WhatIf", "attempts"), "retry.max_attempts", tries, {tries + 1, tries + 2, tries + 4, tries * 3}, set_tries);
    if (tries > 1) to.numbers(phrase("WhatIf", "attempts"), "retry.max_attempts", tries, {tries - 1, tries / 2, 1}, set_tries);
    if (tries == 1 || policy.retry->backoff.family == BackoffFamily::none) return;
    const auto set_base = [p](Scenario &s, Duration d) {
        s.policies[p].retry->backoff.base = d;
        if (auto &cap = s.policies[p].retry->backoff.cap; cap) cap = std::max(*cap, d);
    };
    const bool capped = policy.retry->backoff.cap.has_value();
    const Duration base = policy.retry->backoff.base;
    // A base above the cap would need two settings.
    std::vector<double> longer;
    for (const double f : {2.0, 4.0, 8.0}) {
        if (!capped || static_cast<double>(base.count()) * f <= static_cast<double>(policy.retry->backoff.cap->count())) longer.push_back(f);
    }
    to.durations(phrase("WhatIf", "base wait"), "retry.backoff.base", base, longer, set_base);
    if (towards.request) to.durations(phrase("WhatIf", "base wait"), "retry.backoff.base", base, {0.5, 0.25, 0.1}, set_base);
}

void add_trip(Collector &to, const BreakerConfig &b, std::uint32_t p) {
    const bool rated = b.windowed() && b.failure_rate;
    if (rated) {
        const double rate = *b.failure_rate;
        to.shares(phrase("WhatIf", "trips at"), "breaker.failure_rate", rate, {rate + 0.05, rate + 0.1, rate + 0.2, rate + 0.3, 0.9, 1.0},
                  [p](Scenario &s, double value) { s.policies[p].breaker->failure_rate = value; });
        const int minimum = b.minimum_calls;
        if (!b.minimum_rate) {
            to.numbers(phrase("WhatIf", "minimum calls"), "breaker.minimum_calls", minimum, {minimum * 2, minimum * 4, minimum * 8},
                       [p](Scenario &s, int n) { s.policies[p].breaker->minimum_calls = n; });
        }
    } else {
        const int n = b.failures;
        to.numbers(phrase("WhatIf", "trips at"), "breaker.failures", n, {n + 1, n + 2, n + 3, n + 5, n * 2, n * 3, n * 4},
                   [p](Scenario &s, int value) { s.policies[p].breaker->failures = value; });
    }
}

void add_breaker(Collector &to, const PolicyConfig &policy, std::uint32_t p, const Directions &towards) {
    if (!policy.breaker) return;
    const BreakerConfig &b = *policy.breaker;
    if (towards.opening || towards.request) add_trip(to, b, p);
    if (!b.open_backoff && b.open_steps.empty()) {
        const auto set = [p](Scenario &s, Duration d) { s.policies[p].breaker->open_for = d; };
        to.durations(phrase("WhatIf", "cooldown"), "breaker.open_for", b.open_for, {0.5, 0.25, 0.1}, set);
        if (!towards.opening) to.durations(phrase("WhatIf", "cooldown"), "breaker.open_for", b.open_for, {1.5, 2.0, 3.0, 5.0}, set);
    }
    if ((towards.re_opening || towards.request) && b.probe_limit == ProbeLimit::total) {
        to.numbers(phrase("WhatIf", "probes"), "breaker.probes", b.probes, {b.probes + 1, b.probes + 2, b.probes * 5},
                   [p](Scenario &s, int n) { s.policies[p].breaker->probes = n; });
    }
}

void add_policy(std::vector<Ladder> &out, const Scenario &scenario, std::uint32_t p, const Directions &towards) {
    const PolicyConfig &policy = scenario.policies[p];
    Collector to(out, "policies." + policy.name, !policy.error_recovery);
    add_retry(to, policy, p, towards);
    add_breaker(to, policy, p, towards);
    if (policy.bulkhead && towards.request) {
        const int places = policy.bulkhead->concurrency;
        to.numbers(phrase("WhatIf", "at once"), "bulkhead.concurrency", places, {places + 1, places * 2, places * 4},
                   [p](Scenario &s, int n) { s.policies[p].bulkhead->concurrency = n; });
    }
    if (!policy.timeout) return;
    const auto set = [p](Scenario &s, Duration d) {
        TimeoutConfig &timeout = *s.policies[p].timeout;
        timeout.after = d;
        if (timeout.cap) timeout.cap = std::max(*timeout.cap, d);
    };
    const bool plain = policy.timeout->growth == 1.0 && !policy.timeout->cap;
    const char *key = plain ? "timeout" : "timeout.after";
    to.durations(phrase("WhatIf", "timeout"), key, policy.timeout->after, {1.25, 1.5, 2.0, 3.0, 5.0}, set);
    if (towards.request || towards.re_opening) to.durations(phrase("WhatIf", "timeout"), key, policy.timeout->after, {0.75, 0.5, 0.25}, set);
}

std::vector<Ladder> ladders(const Scenario &scenario, const AskedTransition &asked) {
    std::vector<Ladder> out;
    const Layout layout = layout_of(scenario);
    Directions towards;
    towards.opening = asked.from == BreakerState::closed;
    towards.re_opening = asked.from == BreakerState::half_open && asked.to == BreakerState::open;
    towards.timed = !towards.opening && !towards.re_opening;
    add_policy(out, scenario, layout.breakers.at(asked.breaker).policy, towards);
    return out;
}

std::vector<Ladder> ladders(const Scenario &scenario, const AskedRequest &asked) {
    std::vector<Ladder> out;
    const Layout layout = layout_of(scenario);
    Directions towards;
    towards.request = true;
    const std::uint32_t operation = layout.operation_of_workload.at(asked.workload);
    if (const auto &deadline = scenario.operations[operation].deadline) {
        Collector to(out, "operations." + scenario.operations[operation].name, true);
        to.durations(phrase("WhatIf", "deadline"), "deadline", *deadline, {1.5, 2.0, 4.0},
                     [operation](Scenario &s, Duration d) { s.operations[operation].deadline = d; });
    }
    std::vector<std::uint32_t> seen;
    const auto &chain = layout.chains.at(operation);
    for (std::size_t leg = 0; leg < std::min(asked.legs, chain.size()); ++leg) {
        const auto &policy = chain[leg].policy;
        if (!policy || std::find(seen.begin(), seen.end(), *policy) != seen.end()) continue;
        seen.push_back(*policy);
        const std::size_t before = out.size();
        add_policy(out, scenario, *policy, towards);
        if (asked.legs == 1) continue;
        for (std::size_t i = before; i < out.size(); ++i) { // several policies have a timeout
            out[i].setting = scenario.policies[*policy].name + ": " + out[i].setting;
            for (Alternative &step : out[i].steps) step.setting = out[i].setting;
        }
    }
    return out;
}

} // namespace

std::vector<Ladder> ladders_for(const Scenario &scenario, const Asked &asked) {
    return std::visit([&](const auto &one) { return ladders(scenario, one); }, asked);
}

} // namespace halfopen
