// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// A failure kind that an attempt meets by chance, and how often.
struct FailureShare {
    Outcome kind = kSuccess;
    double share = 0.0;
};

/// One passage from a caller through a policy to a service: a leg of an operation that some workload asks for, or a
/// downstream call of a service that is reached.
struct Use {
    std::string path;                     ///< operations.ask.chain[0], services.api.calls[1]
    const Operation *operation = nullptr; ///< nothing for downstream calls
    std::size_t leg = 0;                  ///< its place in the chain
    const ServiceConfig *service = nullptr;
    const PolicyConfig *policy = nullptr; ///< nothing: one plain call
    int callers = 1;                      ///< instances (or calling replicas), the most of any workload
    bool closed = false;                  ///< some workload behind it waits for its answers: it cannot overload for long
    std::optional<double> rate;           ///< requests a second that would ask it if every leg before it failed, at the peak
    std::optional<double> healthy_rate;   ///< requests a second that ask it when nothing but chance goes wrong
    std::vector<FailureShare> failures;   ///< of one attempt, by chance: configured kinds and the timeouts of slow answers

    int tries() const { return policy && policy->retry ? policy->retry->max_attempts : 1; }
    bool retries() const { return tries() > 1; }
    /// The breaker in the caller's stack.
    const BreakerConfig *breaker() const {
        return policy && policy->breaker && policy->breaker->stands == Stands::caller ? &*policy->breaker : nullptr;
    }
    /// The breaker at the balancer, which takes replicas out of turn.
    const BreakerConfig *ejecting() const {
        return policy && policy->breaker && policy->breaker->stands == Stands::balancer ? &*policy->breaker : nullptr;
    }
    /// Whether the breaker stands inside the retry loop and sees each try.
    bool breaker_inside_retry() const;
    /// The path of a layer of its policy: "policies.vision.retry".
    std::string layer(const char *name) const { return "policies." + policy->name + "." + name; }
};

/// What rules look at: who calls whom, how often, and what goes wrong by chance. All figures are worked out from the
/// document; queueing and the faults of the timeline are not in them.
class LintScene {
public:
    explicit LintScene(const Scenario &scenario);
    LintScene(const LintScene &) = delete;
    LintScene &operator=(const LintScene &) = delete;

    const Scenario &scenario() const { return scenario_; }
    const Layout &layout() const { return layout_; }
    const std::vector<Use> &uses() const { return uses_; }
    /// The legs of an operation in their order.
    std::vector<const Use *> chain(const Operation &operation) const;
    /// Operations that some workload asks for.
    const std::vector<const Operation *> &operations() const { return operations_; }
    /// Requests a second of an operation, at the peak; nothing when it cannot be known.
    std::optional<double> rate_of(const Operation &operation) const;

    /// The share of attempts that fail with a kind that the leg retries.
    double retried_share(const Use &use) const;
    double failed_share(const Use &use) const;
    /// What the breaker counts as a failure, of what it sees by chance; inputs that fail there among it.
    double counted_share(const Use &use) const;
    /// The share of requests that the loop of this leg serves, and the mean number of attempts.
    double leg_success(const Use &use, int tries) const;
    /// The share of the operation's requests that are served, with `tries` in place of leg `leg`'s own (if given).
    double operation_success(const Operation &operation, std::optional<std::size_t> leg = {}, int tries = 1) const;
    /// Requests a second that one state of the policy sees (one breaker, one bulkhead): rate / callers.
    std::optional<double> rate_per_state(const Use &use, bool shared) const;
    /// Calls a second that the service can serve at once; nothing when its workers are unlimited or its time unknown.
    std::optional<double> capacity(const ServiceConfig &service) const;
    /// Whether a call to it may never be answered: a kind that hangs, by chance or by a fault.
    bool may_hang(const ServiceConfig &service) const;
    /// The mean time from sending to the answer, without queueing.
    std::optional<double> answer_s(const ServiceConfig &service) const;

private:
    void add_chains();
    void add_downstream();
    std::size_t index_of(const ServiceConfig &service) const;
    Use use_of(std::uint32_t service, std::optional<std::uint32_t> policy) const;
    std::vector<FailureShare> failures_of(const ServiceConfig &service, const PolicyConfig *policy) const;

    const Scenario &scenario_;
    Layout layout_;
    std::vector<const Operation *> operations_;
    std::vector<Use> uses_;
};

/// The sum of the waits before retries 1 to `retries`, without jitter.
Duration waits_in_all(const RetryConfig &retry, int retries);
/// "12.5 %", with three digits that mean something.
std::string share_text(double share);
/// A figure with three digits that mean something: "4.25", "186000".
std::string figure_text(double value);
std::string seconds_text(double s);

} // namespace halfopen
