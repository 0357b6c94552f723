// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ui/timeline/trace_source.h"

namespace halfopen {

/// How many requests were under way at some time in the stretch.
std::size_t requestsInView(const TraceSource &source, const Stretch &view);

/// Requests under way in the stretch, longest first, at most `most`. Where there are very many, each part of the
/// stretch offers its share, so that the work stays bounded.
std::vector<std::uint32_t> longestRequests(const TraceSource &source, const Stretch &view, std::size_t most);

/// How long a request took, or has taken so far.
Duration ageOf(const TraceSource &source, std::uint32_t request);

} // namespace halfopen
