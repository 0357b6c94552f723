// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/policy/policy.h"
#include "engine/trace/store.h"
#include "engine/world/layout.h"

namespace halfopen {

/// What happened on one leg of one workload from the start of a run; a difference of two says what happened between.
/// The calls that services make are left out.
struct LegCounts {
    std::uint32_t entered = 0;   ///< requests that came to its stack of layers, again after a remedy included
    std::uint32_t fell_back = 0; ///< of these, those that the leg before had failed, or that had skipped it
    std::uint32_t skipped = 0;   ///< its breaker was OPEN and it is one to be skipped then
    std::uint32_t attempts = 0;  ///< calls sent, hedged copies included
    std::uint32_t copies = 0;    ///< of these, hedged copies
    std::uint32_t ended = 0, succeeded = 0;
    std::uint32_t refused_by_budget = 0, refused_by_balancer = 0;
    std::array<std::uint32_t, 5> refused{};     ///< by LayerKind
    std::array<std::uint32_t, 5> waits_begun{}; ///< by LayerKind: parked before it; backoffs are not counted
    std::array<std::uint32_t, 5> waits_over{};

    LegCounts &operator-=(const LegCounts &earlier);
    friend LegCounts operator-(LegCounts later, const LegCounts &earlier) { return later -= earlier; }
    friend bool operator==(const LegCounts &, const LegCounts &) = default;

    /// Calls that came to the service, or to the balancer before it; hedged copies included.
    std::uint32_t to_service() const { return attempts + refused_by_balancer; }
    /// Calls that came to a layer of a stack in this order. A retry layer makes several of one.
    std::uint32_t to_layer(LayerKind layer, const std::vector<LayerKind> &order) const;
    /// Tries that came to the retry budget, which stands just inside the retry layer.
    std::uint32_t to_budget(const std::vector<LayerKind> &order) const;
};

/// Counts of a growing trace at any record, for the pipeline. Fed in order, a regular value. Reading costs a scan of
/// at most kBlock records times what makes the memory of many legs bearable.
class FlowCounts {
public:
    static constexpr std::size_t kBlock = 4096;
    explicit FlowCounts(const Layout &layout);

    /// Takes up to `most` of the records [records(), view.size()). Returns whether there are more.
    bool extend(const TraceView &view, std::size_t most);
    std::size_t records() const { return records_; }
    /// By leg, among the first `records` of them. Precondition: the view that it was fed, records <= records().
    std::vector<LegCounts> of_first(const TraceView &view, std::size_t records, std::uint32_t workload) const;
    std::size_t block() const { return block_; }
    std::size_t bytes() const;

private:
    using Legs = std::vector<LegCounts>;
    LegCounts *leg_of(Legs &legs, const TraceRecord &record) const;
    void take(Legs &legs, const TraceRecord &record) const;
    void note(const TraceRecord &record);

    std::vector<std::size_t> first_leg_; ///< by workload, and one past the end
    std::size_t block_ = kBlock;
    std::size_t records_ = 0;
    Legs now_;
    std::vector<Legs> before_;            ///< [i]: of the first i * block_ records
    std::vector<std::uint32_t> workload_; ///< by request - 1, where there is more than one
};

} // namespace halfopen
