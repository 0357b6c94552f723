// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/tradeoff_picture.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kThousand = 1000.0;
constexpr double kServedLeast = 10; ///< below this a mix is luck

double correctOf(const Metrics &metrics) {
    return metrics.accuracy_served.value_or(0.0) * static_cast<double>(metrics.succeeded);
}

} // namespace

std::vector<TradeoffLeg> tradeoffLegs(const Scenario &scenario, const Layout &layout, const Metrics &metrics) {
    std::vector<TradeoffLeg> legs;
    std::vector<bool> known(scenario.services.size(), false);
    for (const std::vector<LegPlace> &chain : layout.chains) {
        for (const LegPlace &place : chain) {
            if (known[place.service]) continue;
            known[place.service] = true;
            const ServiceConfig &service = scenario.services[place.service];
            TradeoffLeg leg;
            leg.name = service.name;
            leg.alone = {usd(service.cost) * service.billed_share(kSuccess) * kThousand, service.accuracy.value};
            const auto figures = std::find_if(metrics.services.begin(), metrics.services.end(),
                                              [&service](const ServiceFigures &f) { return f.name == service.name; });
            if (figures != metrics.services.end()) leg.share = figures->share;
            legs.push_back(std::move(leg));
        }
    }
    return legs;
}

std::optional<TradeoffPoint> achievedBy(const Metrics &metrics) {
    if (!metrics.cost_per_request_usd || !metrics.accuracy_served) return std::nullopt;
    return TradeoffPoint{*metrics.cost_per_request_usd * kThousand, *metrics.accuracy_served};
}

double unservedShare(const Metrics &metrics) {
    const auto ended = metrics.succeeded + metrics.failed;
    return ended == 0 ? 0.0 : static_cast<double>(metrics.failed) / static_cast<double>(ended);
}

std::optional<TradeoffPoint> mixBetween(const Metrics &earlier, const Metrics &later) {
    const double served = static_cast<double>(later.succeeded) - static_cast<double>(earlier.succeeded);
    const double ended = served + static_cast<double>(later.failed) - static_cast<double>(earlier.failed);
    if (served < kServedLeast) return std::nullopt;
    const double cost = later.cost_total_usd - earlier.cost_total_usd;
    return TradeoffPoint{std::max(0.0, cost / ended * kThousand), (correctOf(later) - correctOf(earlier)) / served};
}

double netValue(const TradeoffPoint &point, double worth) { return kThousand * worth * point.accuracy - point.cost; }

double accuracyOfEqualValue(double value, double cost, double worth) { return (value + cost) / (kThousand * worth); }

} // namespace halfopen
