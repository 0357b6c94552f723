// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/insight/metrics.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// A place on the chart of cost against accuracy.
struct TradeoffPoint {
    double cost = 0;     ///< USD per 1,000 requests
    double accuracy = 0; ///< share of right answers among those served
    friend bool operator==(const TradeoffPoint &, const TradeoffPoint &) = default;
};

/// One service that some chain asks.
struct TradeoffLeg {
    std::string name;
    TradeoffPoint alone; ///< when it serves every request at its first call
    Figure share;        ///< of what was served so far
};

/// Where the path over time stood at a moment: the mix of the requests shortly before it.
struct TradeoffStep {
    SimTime at{};
    TradeoffPoint mix;
};

/// What the chart shows at one moment.
struct TradeoffPicture {
    std::vector<TradeoffLeg> legs;
    std::optional<TradeoffPoint> achieved; ///< in [0, t]; nothing while it is undefined
    double unserved = 0; ///< share of the ended requests that were not served
    std::vector<TradeoffStep> path;
};

/// The legs of all chains, each service once, with the shares of `metrics`.
std::vector<TradeoffLeg> tradeoffLegs(const Scenario &scenario, const Layout &layout, const Metrics &metrics);
std::optional<TradeoffPoint> achievedBy(const Metrics &metrics);
double unservedShare(const Metrics &metrics); ///< of the ended requests
/// The mix between two moments of one run; nothing when too little was served between them to speak of.
std::optional<TradeoffPoint> mixBetween(const Metrics &earlier, const Metrics &later);

/// What 1,000 requests are worth at a point, less what they cost, when a right answer is worth `worth` USD.
double netValue(const TradeoffPoint &point, double worth);
/// The accuracy at which 1,000 requests of the given cost have the given net value.
double accuracyOfEqualValue(double value, double cost, double worth);

} // namespace halfopen
