// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/policy/policy.h"

namespace halfopen {

/// The places between callers and a service, one box each.
enum class Stage : std::uint8_t { retry, budget, breaker, bulkhead, rateLimiter, timeout, hedge };
inline constexpr std::size_t kStages = 7;

/// The layer whose place in the order can be set; none for what has its place by nature: the budget just inside the
/// retry layer, hedging innermost.
constexpr std::optional<LayerKind> layerOf(Stage stage) {
    switch (stage) {
    case Stage::retry: return LayerKind::retry;
    case Stage::breaker: return LayerKind::breaker;
    case Stage::bulkhead: return LayerKind::bulkhead;
    case Stage::rateLimiter: return LayerKind::rate_limiter;
    case Stage::timeout: return LayerKind::timeout;
    case Stage::budget:
    case Stage::hedge: break;
    }
    return std::nullopt;
}
constexpr Stage stageOf(LayerKind layer) {
    switch (layer) {
    case LayerKind::breaker: return Stage::breaker;
    case LayerKind::bulkhead: return Stage::bulkhead;
    case LayerKind::rate_limiter: return Stage::rateLimiter;
    case LayerKind::timeout: return Stage::timeout;
    case LayerKind::retry: break;
    }
    return Stage::retry;
}

/// Its key in a policy of the document: "rate_limiter".
std::string_view keyOf(Stage stage);

/// An order with every layer in it: those that it leaves out come last, in their usual order.
std::vector<LayerKind> wholeOrder(const std::vector<LayerKind> &order);
/// All stages from the caller inwards.
std::array<Stage, kStages> stagesOf(const std::vector<LayerKind> &order);
/// The order after `layer` was moved to stand before all that stood at place `before` (of the whole order, 0 to 5).
std::vector<LayerKind> movedLayer(const std::vector<LayerKind> &order, LayerKind layer, std::size_t before);

} // namespace halfopen
