// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace halfopen {

/// Puts bars into rows so that none overlap. Work for one bar is bounded by rows x its pixels.
class RowPacking {
public:
    RowPacking(int rows, int widthPx)
        : rows_(rows), width_(widthPx), taken_(static_cast<std::size_t>(rows * widthPx), 0) {}

    /// The row that the bar [x0, x1] gets, its own `wish` first, else the topmost with room; nothing when all are
    /// taken. What lies outside the width does not count.
    std::optional<int> place(double x0, double x1, std::optional<int> wish = std::nullopt);
    /// Whether some row has room; the least that a bar needs may be asked for before it is known exactly.
    bool fits(double x0, double x1) const;
    int placed() const { return placed_; }

private:
    struct Columns {
        int from = 0, to = 0;
    };
    Columns columnsOf(double x0, double x1) const;
    bool isFree(int row, int from, int to) const;
    int rows_, width_;
    std::vector<std::uint8_t> taken_;
    int placed_ = 0;
};

} // namespace halfopen
