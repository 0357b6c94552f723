// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/row_packing.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

bool RowPacking::isFree(int row, int from, int to) const {
    const auto begin = taken_.begin() + row * width_;
    return std::find(begin + from, begin + to, std::uint8_t{1}) == begin + to;
}

RowPacking::Columns RowPacking::columnsOf(double x0, double x1) const {
    return {std::clamp(static_cast<int>(std::floor(x0)), 0, width_),
            std::clamp(static_cast<int>(std::ceil(x1)) + 1, 0, width_)};
}

bool RowPacking::fits(double x0, double x1) const {
    const auto [from, to] = columnsOf(x0, x1);
    for (int row = 0; row < rows_ && from < to; ++row)
        if (isFree(row, from, to)) return true;
    return false;
}

std::optional<int> RowPacking::place(double x0, double x1, std::optional<int> wish) {
    const auto [from, to] = columnsOf(x0, x1);
    if (from >= to) return std::nullopt;
    std::optional<int> row;
    if (wish && *wish < rows_ && isFree(*wish, from, to)) row = wish;
    for (int i = 0; !row && i < rows_; ++i)
        if (isFree(i, from, to)) row = i;
    if (!row) return std::nullopt;
    const auto begin = taken_.begin() + *row * width_;
    std::fill(begin + from, begin + to, std::uint8_t{1});
    ++placed_;
    return row;
}

} // namespace halfopen
