// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/longest_requests.h"

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

constexpr int kParts = 32;
constexpr std::size_t kOfOnePart = 400;
constexpr std::size_t kUnderWayMax = 2000;

/// How many requests had started before t.
std::size_t startedBefore(const TraceIndex &index, SimTime t) {
    std::size_t low = 0;
    std::size_t high = index.requests();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (index.request(static_cast<std::uint32_t>(middle + 1)).started < t)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

std::size_t requestsInView(const TraceSource &source, const Stretch &view) {
    const std::size_t before = startedBefore(*source.index, view.from);
    const std::size_t underWay = source.index->requests_in(view.from, view.from, kUnderWayMax).size();
    return startedBefore(*source.index, view.to) - before + underWay;
}

Duration ageOf(const TraceSource &source, std::uint32_t request) {
    const RequestEntry &entry = source.index->request(request);
    return std::max(std::min(entry.ended, source.computed) - entry.started, Duration{0});
}

std::vector<std::uint32_t> longestRequests(const TraceSource &source, const Stretch &view, std::size_t most) {
    const TraceIndex &index = *source.index;
    std::vector<std::uint32_t> found = index.requests_in(view.from, view.from, kUnderWayMax);
    for (int part = 0; part < kParts; ++part) {
        const SimTime from = view.from + view.length() * part / kParts;
        const SimTime to = view.from + view.length() * (part + 1) / kParts;
        const std::size_t first = startedBefore(index, from);
        const std::size_t last = startedBefore(index, to);
        const std::size_t stride = std::max<std::size_t>(1, (last - first) / kOfOnePart);
        for (std::size_t i = first; i < last; i += stride)
            found.push_back(static_cast<std::uint32_t>(i + 1));
    }
    std::vector<std::pair<Duration, std::uint32_t>> byAge; // looked up once: requests lie far apart in memory
    byAge.reserve(found.size());
    for (const std::uint32_t request : found)
        byAge.emplace_back(ageOf(source, request), request);
    const auto longer = [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    const auto kept = static_cast<std::ptrdiff_t>(std::min(most, byAge.size()));
    if (kept < static_cast<std::ptrdiff_t>(byAge.size()))
        std::nth_element(byAge.begin(), byAge.begin() + kept, byAge.end(), longer);
    std::sort(byAge.begin(), byAge.begin() + kept, longer);
    found.resize(static_cast<std::size_t>(kept));
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i] = byAge[i].second;
    return found;
}

} // namespace halfopen
