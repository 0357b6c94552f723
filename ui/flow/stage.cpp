// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/stage.h"

#include <algorithm>

namespace halfopen {

std::string_view keyOf(Stage stage) {
    if (stage == Stage::budget) return "budget";
    if (stage == Stage::hedge) return "hedge";
    return name_of(*layerOf(stage));
}

std::vector<LayerKind> wholeOrder(const std::vector<LayerKind> &order) {
    std::vector<LayerKind> whole = order;
    for (const LayerKind layer : kDefaultOrder) {
        if (std::ranges::find(whole, layer) == whole.end()) whole.push_back(layer);
    }
    return whole;
}

std::array<Stage, kStages> stagesOf(const std::vector<LayerKind> &order) {
    std::array<Stage, kStages> stages{};
    std::size_t next = 0;
    for (const LayerKind layer : wholeOrder(order)) {
        stages[next++] = stageOf(layer);
        if (layer == LayerKind::retry) stages[next++] = Stage::budget;
    }
    stages[next] = Stage::hedge;
    return stages;
}

std::vector<LayerKind> movedLayer(const std::vector<LayerKind> &order, LayerKind layer, std::size_t before) {
    std::vector<LayerKind> moved = wholeOrder(order);
    const auto from = std::ranges::find(moved, layer);
    const auto to = moved.begin() + static_cast<std::ptrdiff_t>(std::min(before, moved.size()));
    if (from < to)
        std::rotate(from, from + 1, to);
    else
        std::rotate(to, from, from + 1);
    return moved;
}

} // namespace halfopen
