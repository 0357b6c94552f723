// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

#include <algorithm>

namespace halfopen {

void Selection::selectRequest(std::optional<std::uint32_t> request, std::optional<std::size_t> decision) {
    if (request == request_ && decision == decision_ && !transition_) return;
    request_ = request;
    decision_ = decision;
    transition_.reset();
    emit changed();
}

void Selection::selectTransition(std::uint32_t breaker, std::size_t record) {
    if (breaker_ == breaker && transition_ == record && !request_) return;
    breaker_ = breaker;
    transition_ = record;
    request_.reset();
    decision_.reset();
    emit changed();
}

void Selection::selectBreaker(std::uint32_t breaker) {
    if (breaker_ == breaker && !transition_ && !request_) return;
    breaker_ = breaker;
    transition_.reset();
    request_.reset();
    decision_.reset();
    emit changed();
}

void Selection::hoverRequest(std::optional<std::uint32_t> request) {
    if (request == hovered_) return;
    hovered_ = request;
    emit hoverChanged();
}

void Selection::selectFault(std::optional<std::uint32_t> fault) {
    if (fault == fault_) return;
    fault_ = fault;
    emit faultChanged();
}

void Selection::selectRange(std::optional<TimeRange> range) {
    if (range) range->from = std::max(range->from, kTimeZero);
    if (range && range->from >= range->to) range.reset();
    if (range == range_) return;
    range_ = range;
    emit rangeChanged();
}

void Selection::beginRange(SimTime at, SimTime end) {
    selectRange(TimeRange{at, range_ && range_->to > at ? range_->to : end});
}

void Selection::endRange(SimTime at) {
    selectRange(TimeRange{range_ && range_->from < at ? range_->from : kTimeZero, at});
}

void Selection::clear() {
    if (hovered_) hoverRequest({});
    if (!request_ && !breaker_ && !transition_) return;
    request_.reset();
    decision_.reset();
    breaker_.reset();
    transition_.reset();
    emit changed();
}

void TimeSpan::set(SimTime from, SimTime to) {
    constexpr Duration narrowest = std::chrono::microseconds(1);
    from = std::max(from, kTimeZero);
    to = std::max(to, from + narrowest);
    if (from == from_ && to == to_) return;
    from_ = from;
    to_ = to;
    emit changed();
}

} // namespace halfopen
