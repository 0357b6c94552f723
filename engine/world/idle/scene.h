// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// One passage through a policy that some workload leads to: a leg of a chain, or a call that a reached service makes.
struct Passage {
    std::size_t service = 0;
    const PolicyConfig *policy = nullptr; ///< nothing: a plain call
    int tries_max = 1;                    ///< of one loop; those after a remedy included
};

/// Who is reached, when, and how fast at best. Works on a valid scenario.
class IdleScene {
public:
    explicit IdleScene(const Scenario &scenario);
    IdleScene(const IdleScene &) = delete;
    IdleScene &operator=(const IdleScene &) = delete;

    const Scenario &scenario() const { return scenario_; }
    const Layout &layout() const { return layout_; }
    const std::vector<Passage> &passages() const { return passages_; }
    bool operation_reached(std::size_t operation) const { return operations_[operation]; }
    bool service_reached(std::size_t service) const { return services_[service]; }
    bool policy_reached(const PolicyConfig &policy) const;
    /// Whether services that are reached go down and up with it, because it stands first in their availability group.
    bool leads_group(std::size_t service) const;
    /// The most tries that a loop under this policy makes, wherever it is reached.
    int tries_max(const PolicyConfig &policy) const;

    /// The shortest time from sending a call to a right answer, queues left out; below that no luck helps.
    Duration least_answer(std::size_t service) const { return least_[service]; }
    /// The instant from which on no request starts any more that could reach the service; kDurationMax: not known.
    Duration arrivals_end(std::size_t service) const { return arrivals_end_[service]; }
    /// When the run is over at the latest.
    Duration run_end() const;

private:
    void reach(std::size_t service, std::vector<bool> &seen) const;
    void find_arrivals();
    void find_passages();
    void find_least_answers();
    Duration least_answer_of(std::size_t service);

    const Scenario &scenario_;
    Layout layout_;
    std::vector<bool> operations_, services_;
    std::vector<Passage> passages_;
    std::vector<Duration> least_;
    std::vector<bool> least_known_;
    std::vector<Duration> arrivals_end_;
};

/// The smallest value that it can take.
Duration smallest(const Distribution &distribution);
/// "100ms", as it would stand in the file.
std::string short_text(Duration d);

} // namespace halfopen
