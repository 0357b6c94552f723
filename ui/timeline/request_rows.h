// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/timeline/request_shape.h"

namespace halfopen {

/// The requests that the detail pane lists: the selected one among its neighbours, or without one the longest of the
/// view in order of start. A list that holds the selected request is kept, so that rows do not jump while one walks
/// through them.
class RequestRows {
public:
    static constexpr std::size_t kMost = 40;

    /// Returns whether the list or what it shows has changed.
    bool renew(const TraceSource &source, const Stretch &view, std::optional<std::uint32_t> selected);
    void clear();

    const std::vector<RequestShape> &shapes() const { return shapes_; }
    std::size_t inView() const { return inView_; }
    bool aroundSelection() const { return aroundSelection_; }
    std::optional<std::size_t> place(std::optional<std::uint32_t> request) const;
    /// The stretch that rows [first, last] touch, with a margin.
    Stretch extent(std::size_t first, std::size_t last) const;

private:
    void list(const TraceSource &source, const Stretch &view, std::optional<std::uint32_t> selected);

    std::vector<RequestShape> shapes_;
    std::size_t inView_ = 0;
    bool aroundSelection_ = false;
    Stretch listedFor_;
    SimTime listedAt_{};
};

} // namespace halfopen
