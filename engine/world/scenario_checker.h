// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Collects issues with their paths.
class ScenarioChecker {
public:
    explicit ScenarioChecker(const Scenario &scenario) : scenario_(scenario) {}
    std::vector<Issue> run(); ///< errors and advice

private:
    template <class... Args> void fail(std::string path, CheckedPhrase<std::type_identity_t<Args>...> text, Args &&...args) {
        issues_.push_back(Issue{std::move(path), say(text, std::forward<Args>(args)...), {}, {}});
    }
    /// Something that can be run but hardly means what is written.
    template <class... Args> void advise(std::string path, CheckedPhrase<std::type_identity_t<Args>...> text, Args &&...args) {
        issues_.push_back(
            Issue{std::move(path), say(text, std::forward<Args>(args)...), {}, Issue::Severity::advice});
    }
    template <class T> void within(const std::string &path, T value, T low, T high) {
        if (!(value >= low && value <= high)) fail(path, phrase("Invalid", "expected {} to {}, got {}"), low, high, value);
    }
    void duration(const std::string &path, Duration d, Duration low = Duration{0}) {
        if (d < low || d > kDurationMax) {
            fail(path, phrase("Invalid", "expected a duration from {:g} s to {:g} s, got {:g} s"), seconds(low), seconds(kDurationMax),
                 seconds(d));
        }
    }
    void share(const std::string &path, double value) {
        if (!(value >= 0.0 && value <= 1.0)) fail(path, phrase("Invalid", "expected a share from 0% to 100%, got {:g}%"), value * 100.0);
    }
    void cost(const std::string &path, Money m) {
        if (m.nano_usd < 0 || usd(m) > kCostMaxUsd) fail(path, phrase("Invalid", "expected USD 0 to {:g}, got {:g}"), kCostMaxUsd, usd(m));
    }
    template <class T> void unique_names(const std::string &path, const std::vector<T> &list) {
        std::set<std::string> seen;
        for (const T &item : list) {
            if (!seen.insert(item.name).second) fail(path + "." + item.name, phrase("Invalid", "is declared twice"));
        }
    }
    template <class T> bool known(const std::string &path, const std::string &name, const std::vector<T> &list,
                                  const Phrase &what) {
        std::vector<std::string> names;
        for (const T &item : list) names.push_back(item.name);
        if (std::find(names.begin(), names.end(), name) != names.end()) return true;
        const std::string nearest = nearest_name(name, names);
        fail(path, phrase("Invalid", "there is no {} \"{}\"{}"), said(what), name,
             nearest.empty() ? std::string() : say(phrase("Invalid", "; did you mean \"{}\"?"), nearest));
        return false;
    }
    void distribution(const std::string &path, const Distribution &d);
    void quantiles(const std::string &path, const Quantiles &config);
    /// The same where no service's load is at hand.
    void duration_of_its_own(const std::string &path, const Distribution &d, const Phrase &what);
    void backoff(const std::string &path, const BackoffConfig &config, const std::string &jitter_path,
                 const JitterConfig &jitter);
    void retry(const std::string &path, const RetryConfig &config);
    void shares(const std::string &path, const std::vector<std::pair<Outcome, double>> &list);
    void general();
    void service(const ServiceConfig &config);
    void failures(const std::string &path, const std::vector<std::pair<Outcome, double>> &list);
    void profile(const std::string &path, const ServiceConfig &config);
    void rate_limit(const std::string &path, const ServerRateLimit &config);
    void availability(const std::string &path, const Availability &config);
    /// A failure that a service can give: no caller's own refusal.
    void service_failure(const std::string &path, Outcome kind);
    void calls(const ServiceConfig &config);
    void call_trees();
    void groups();
    void policy(const PolicyConfig &config);
    void guards(const std::string &path, const PolicyConfig &config);
    void order(const std::string &path, const PolicyConfig &config);
    void error_recovery(const std::string &path, const PolicyConfig &config);
    void breaker(const std::string &path, const BreakerConfig &config);
    void breaker_failures(const std::string &path, const BreakerConfig &config);
    void breaker_minimum(const std::string &path, const BreakerConfig &config);
    void breaker_trip(const std::string &path, const BreakerConfig &config);
    void breaker_open(const std::string &path, const BreakerConfig &config);
    void breaker_probes(const std::string &path, const BreakerConfig &config);
    void breaker_ejection(const std::string &path, const BreakerConfig &config);
    void budget(const std::string &path, const BudgetConfig &config);
    void operation(const Operation &config);
    void healing(const std::string &path, const HealingConfig &config);
    void workload(std::size_t index, const Workload &config);
    void arrivals(const std::string &path, const Arrivals &a);
    void record(const std::string &path, const TraceArrivals &config);
    void fault(std::size_t index, const Fault &config);
    void effect(const std::string &path, const Fault &config);
    void fault_shares(const std::string &path, const std::string &name, const FailuresFault &config);
    void edit(std::size_t index, const Edit &config);
    void sizes();

    const Scenario &scenario_;
    std::vector<Issue> issues_;
};

} // namespace halfopen
