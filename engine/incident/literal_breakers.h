// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/incident/literal.h"
#include "engine/policy/breaker/breaker.h"
#include "engine/trace/record.h"
#include "engine/world/layout.h"

namespace halfopen {

/// The breakers of a scenario as they would have been, told what was recorded. Internal to the room.
class LiteralBreakers {
public:
    using Emit = std::function<void(const TraceRecord &)>;
    LiteralBreakers(const Scenario &scenario, const Layout &layout, Emit emit);

    /// The breaker that stands before a call on this leg at the caller.
    std::optional<std::uint32_t> at(std::uint32_t workload, std::uint32_t instance, std::uint8_t leg) const;
    /// Whether it sees the one result of all tries of a leg, because it stands outside the retries.
    bool sees_loops(std::uint32_t breaker) const { return outside_[breaker]; }

    /// A call is made. Nothing when the breaker would have refused it.
    std::optional<Permit> call(std::uint32_t breaker, SimTime now, std::uint32_t request);
    /// Its outcome; `like` holds the request, attempt, leg and flags of the record.
    void result(std::uint32_t breaker, SimTime now, const Permit &permit, Outcome outcome, const TraceRecord &like);
    /// A call that the caller's own breaker had refused.
    void refusal(std::uint32_t breaker, SimTime now);

    /// When the next breaker moves by itself; kTimeNever: none does.
    SimTime due() const;
    /// Moves those that are due at `now`.
    void move(SimTime now);

    std::vector<BreakerAgreement> agreement() const { return agreement_; }

private:
    const BreakerConfig &config(std::uint32_t breaker) const { return *scenario_.policies[layout_.breakers[breaker].policy].breaker; }
    void changed(const BreakerChanges &changes, std::uint32_t breaker, SimTime now, std::uint32_t request);
    Verdict verdict_of(Outcome outcome) const;

    const Scenario &scenario_;
    const Layout &layout_;
    Emit emit_;
    std::vector<Breaker> breakers_;
    std::vector<bool> outside_;
    std::vector<std::uint32_t> timed_; ///< those that may move by themselves
    std::vector<BreakerAgreement> agreement_;
};

} // namespace halfopen
