// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/request_rows.h"

#include <algorithm>

#include "ui/timeline/longest_requests.h"

namespace halfopen {

void RequestRows::clear() { *this = RequestRows{}; }

std::optional<std::size_t> RequestRows::place(std::optional<std::uint32_t> request) const {
    if (!request) return std::nullopt;
    const auto it = std::find_if(shapes_.begin(), shapes_.end(),
                                 [&request](const RequestShape &shape) { return shape.request == *request; });
    if (it == shapes_.end()) return std::nullopt;
    return static_cast<std::size_t>(it - shapes_.begin());
}

bool RequestRows::renew(const TraceSource &source, const Stretch &view, std::optional<std::uint32_t> selected) {
    if (selected && (*selected == 0 || *selected > source.index->requests())) selected.reset();
    const bool keeps = selected ? place(selected).has_value() : !aroundSelection_ && view == listedFor_;
    const bool grown = listedAt_ != source.computed;
    if (!keeps || (grown && !selected)) {
        list(source, view, selected);
        return true;
    }
    if (!grown) return false;
    listedAt_ = source.computed;
    bool changed = false;
    for (RequestShape &shape : shapes_) {
        if (!shape.inFlight) continue;
        shape = shapeOf(source, shape.request);
        changed = true;
    }
    return changed;
}

void RequestRows::list(const TraceSource &source, const Stretch &view, std::optional<std::uint32_t> selected) {
    listedFor_ = view;
    listedAt_ = source.computed;
    aroundSelection_ = selected.has_value();
    inView_ = requestsInView(source, view);
    std::vector<std::uint32_t> numbers;
    if (selected) {
        const auto before = static_cast<std::uint32_t>(kMost / 2);
        const std::uint32_t first = *selected > before ? *selected - before : 1;
        const auto all = static_cast<std::uint32_t>(source.index->requests());
        for (std::uint32_t n = first; n <= all && numbers.size() < kMost; ++n)
            numbers.push_back(n);
    } else {
        numbers = longestRequests(source, view, kMost);
        std::sort(numbers.begin(), numbers.end());
    }
    shapes_.clear();
    for (const std::uint32_t number : numbers)
        shapes_.push_back(shapeOf(source, number));
}

Stretch RequestRows::extent(std::size_t first, std::size_t last) const {
    Stretch all = extentOf(shapes_[first]);
    for (std::size_t i = first; i <= last && i < shapes_.size(); ++i) {
        const Stretch own = extentOf(shapes_[i]);
        all.from = std::min(all.from, own.from);
        all.to = std::max(all.to, own.to);
    }
    const Duration margin = all.length() / 25 + Duration{1'000};
    return {std::max(kTimeZero, all.from - margin), all.to + margin};
}

} // namespace halfopen
