// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

#include <map>

namespace halfopen {

namespace {

/// Walks down what services call: finds circles, and how many calls one call to a service causes below it.
class CallTrees {
public:
    struct Circle {
        std::string path;  ///< of the entry that closes it
        std::string names; ///< "a calls b calls a"
    };

    explicit CallTrees(const std::vector<ServiceConfig> &services) : services_(services) {
        for (std::size_t i = 0; i < services.size(); ++i)
            number_.emplace(services[i].name, i);
        state_.resize(services.size());
        size_.resize(services.size());
        for (std::size_t i = 0; i < services.size(); ++i)
            walk(i);
    }

    const std::vector<Circle> &circles() const { return circles_; }
    /// Calls below one call to the service; meaningless when there are circles.
    double size(const std::string &service) const {
        const auto known = number_.find(service);
        return known == number_.end() ? 0.0 : size_[known->second];
    }

private:
    enum class State : std::uint8_t { unseen, on_the_way, done };

    void walk(std::size_t service) {
        if (state_[service] != State::unseen) return;
        state_[service] = State::on_the_way;
        way_.push_back(service);
        const std::vector<DownstreamCall> &calls = services_[service].calls;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const auto known = number_.find(calls[i].service);
            if (known == number_.end()) continue; // told elsewhere
            if (state_[known->second] == State::on_the_way) {
                add_circle(fmt::format("services.{}.calls[{}].service", services_[service].name, i), known->second);
            } else {
                walk(known->second);
                size_[service] += calls[i].times * (1.0 + size_[known->second]);
            }
        }
        way_.pop_back();
        state_[service] = State::done;
    }

    void add_circle(std::string path, std::size_t back_to) {
        std::string names;
        for (auto i = std::find(way_.begin(), way_.end(), back_to); i != way_.end(); ++i) {
            names += say(phrase("Invalid", "{} calls "), services_[*i].name);
        }
        circles_.push_back({std::move(path), names + services_[back_to].name});
    }

    const std::vector<ServiceConfig> &services_;
    std::map<std::string, std::size_t> number_;
    std::vector<State> state_;
    std::vector<double> size_;
    std::vector<std::size_t> way_;
    std::vector<Circle> circles_;
};

} // namespace

void ScenarioChecker::calls(const ServiceConfig &config) {
    const std::string path = "services." + config.name + ".calls";
    if (config.calls.size() > kCallEntriesMax) fail(path, phrase("Invalid", "at most {} entries"), kCallEntriesMax);
    for (std::size_t i = 0; i < config.calls.size(); ++i) {
        const DownstreamCall &call = config.calls[i];
        const std::string at = fmt::format("{}[{}]", path, i);
        known(at + ".service", call.service, scenario_.services, phrase("Invalid", "service"));
        within(at + ".times", call.times, 1, kCallTimesMax);
        if (call.policy.empty() || !known(at + ".policy", call.policy, scenario_.policies, phrase("Invalid", "policy"))) continue;
        for (const PolicyConfig &policy : scenario_.policies) {
            if (policy.name != call.policy || !policy.error_recovery) continue;
            if (policy.error_recovery->strategy == RecoveryStrategy::continue_ ||
                policy.error_recovery->strategy == RecoveryStrategy::partial_success ||
                uses_fallback(*policy.error_recovery)) {
                fail(at + ".policy",
                     phrase("Invalid", "a call between services has no chain to fall back along and nobody to take a part "
                     "of an answer: the error_recovery of {} must raise or retry here"),
                     call.policy);
            }
        }
    }
}

void ScenarioChecker::call_trees() {
    const CallTrees trees(scenario_.services);
    for (const CallTrees::Circle &circle : trees.circles()) {
        fail(circle.path, phrase("Invalid", "the calls go round in a circle: {}"), circle.names);
    }
    if (!trees.circles().empty()) return;
    for (const Operation &operation : scenario_.operations) {
        double size = 0.0;
        for (const Leg &leg : operation.chain) {
            size += trees.size(leg.service);
            for (const PolicyConfig &policy : scenario_.policies) {
                if (policy.name != leg.policy || !policy.error_recovery) continue;
                for (const std::string &tool : policy.error_recovery->fallback_tools)
                    size += trees.size(tool);
            }
        }
        if (size > static_cast<double>(kCallTreeMax)) {
            fail("operations." + operation.name + ".chain",
                 phrase("Invalid", "one attempt at each leg would cause {:.6g} calls below it, more than {}"), size, kCallTreeMax);
        }
    }
}

void ScenarioChecker::groups() {
    std::map<std::string, const ServiceConfig *> first;
    for (const ServiceConfig &service : scenario_.services) {
        if (!service.availability || service.availability->group.empty()) continue;
        const Availability &own = *service.availability;
        const auto [known, added] = first.emplace(own.group, &service);
        if (added) continue;
        const Availability &other = *known->second->availability;
        if (own.up != other.up || own.down != other.down || own.kind != other.kind) {
            fail("services." + service.name + ".availability",
                 phrase("Invalid", "its group {} goes down and up together: up, down and kind must be those of {}"), own.group,
                 known->second->name);
        }
    }
}

} // namespace halfopen
