// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/trace_index.h"

#include <algorithm>

#include "engine/base/check.h"

namespace halfopen {

TraceIndex::TraceIndex(const Scenario &scenario, std::uint32_t far)
    : layout_(layout_of(scenario)), far_from_(std::min(far, kFarthest)), breakers_(layout_.breakers.size(), std::vector<BreakerInterval>(1)),
      open_fault_(scenario.faults.size()), open_outage_(scenario.services.size()) {}

void TraceIndex::extend(const TraceView &view) {
    std::size_t at = records();
    if (view.size() <= at) return;
    HALFOPEN_CHECK(view.size() <= 0xffff'ffffu);
    view_ = view;
    next_.resize(view.size(), 0);
    while (at < view.size()) {
        for (const TraceRecord &record : view.run_from(at)) {
            const auto index = static_cast<std::uint32_t>(at++);
            if (record.request != 0) link(record, index);
            take(record, index);
        }
    }
}

void TraceIndex::set_next(std::uint32_t record, std::uint32_t next) {
    const std::uint32_t step = std::min((next - record - 1) / kStepUnit + 1, far_from_);
    if (step == far_from_) far_[record] = next;
    next_[record] = static_cast<std::uint16_t>(step);
}

/// The newest record of a request. What comes after its end is little.
std::uint32_t TraceIndex::last_of(const RequestEntry &entry) const {
    std::size_t last = entry.end_record;
    if (entry.ended != kTimeNever) {
        while (const auto next = next_of_request(last)) last = *next;
    }
    return static_cast<std::uint32_t>(last);
}

void TraceIndex::link(const TraceRecord &record, std::uint32_t at) {
    const std::size_t place = record.request - 1;
    if (record.kind == RecordKind::request_started || place >= requests_.size()) {
        start_request(record, at);
        return;
    }
    RequestEntry &entry = requests_[place];
    set_next(last_of(entry), at);
    if (entry.ended == kTimeNever) entry.end_record = at;
}

void TraceIndex::start_request(const TraceRecord &record, std::uint32_t at) {
    const std::size_t place = record.request - 1;
    if (place >= requests_.size()) {
        requests_.resize(place + 1);
        blocks_.resize(place / kBlock + 1);
    }
    requests_[place].end_record = at;
    requests_[place].started = record.time;
    requests_[place].first_record = at;
    ++blocks_[place / kBlock].in_flight;
}

void TraceIndex::end_request(const TraceRecord &record, std::uint32_t at) {
    RequestEntry &entry = requests_[record.request - 1];
    entry.ended = record.time;
    entry.end_record = at;
    RequestBlock &block = blocks_[(record.request - 1) / kBlock];
    block.latest_end = record.time; // records come in order of time
    --block.in_flight;
}

void TraceIndex::take(const TraceRecord &record, std::uint32_t at) {
    switch (record.kind) {
    case RecordKind::request_ended:
        if (record.request != 0) end_request(record, at);
        break;
    case RecordKind::refused:
        if (outcome_of(record) == kind_breaker_open && record.reason != kRefusedByBalancer && record.object < breakers_.size()) {
            ++breakers_[record.object].back().rejected;
        }
        break;
    case RecordKind::breaker_changed: change_breaker(record, at); break;
    case RecordKind::fault_on:
    case RecordKind::fault_off: switch_fault(record); break;
    case RecordKind::service_down:
    case RecordKind::service_up: switch_service(record); break;
    default: break;
    }
}

void TraceIndex::change_breaker(const TraceRecord &record, std::uint32_t at) {
    if (record.object >= breakers_.size()) return;
    std::vector<BreakerInterval> &life = breakers_[record.object];
    life.back().to = record.time;
    BreakerInterval next;
    next.from = record.time;
    next.state = static_cast<BreakerState>(record.detail & 15u);
    next.reason = static_cast<BreakerReason>(record.reason);
    next.record = at;
    life.push_back(next);
}

void TraceIndex::switch_fault(const TraceRecord &record) {
    if (record.object >= open_fault_.size()) return;
    std::optional<std::size_t> &open = open_fault_[record.object];
    if (open) faults_[*open].to = record.time;
    open.reset();
    if (record.kind != RecordKind::fault_on) return;
    open = faults_.size();
    faults_.push_back(FaultInterval{record.object, record.time, kTimeNever});
}

void TraceIndex::switch_service(const TraceRecord &record) {
    if (record.object >= open_outage_.size()) return;
    std::optional<std::size_t> &open = open_outage_[record.object];
    if (open) outages_[*open].to = record.time;
    open.reset();
    if (record.kind != RecordKind::service_down) return;
    open = outages_.size();
    outages_.push_back(OutageInterval{record.object, record.time, kTimeNever});
}

std::vector<std::size_t> TraceIndex::records_of(std::uint32_t number) const {
    std::vector<std::size_t> out;
    if (number == 0 || number > requests_.size()) return out;
    std::optional<std::size_t> at = requests_[number - 1].first_record;
    for (; at; at = next_of_request(*at)) out.push_back(*at);
    return out;
}

std::optional<std::size_t> TraceIndex::next_of_request(std::size_t record) const {
    const std::uint32_t step = next_[record];
    if (step == 0) return std::nullopt;
    if (step == far_from_) return far_.at(static_cast<std::uint32_t>(record));
    const std::uint32_t request = view_[record].request;
    std::size_t at = record + 1 + (step - 1) * kStepUnit;
    while (view_[at].request != request) ++at;
    return at;
}

std::size_t TraceIndex::breaker_interval_at(std::uint32_t number, SimTime t) const {
    const std::vector<BreakerInterval> &life = breakers_[number];
    const auto after = std::upper_bound(life.begin() + 1, life.end(), t,
                                        [](SimTime time, const BreakerInterval &i) { return time < i.from; });
    return static_cast<std::size_t>(after - life.begin()) - 1;
}

std::size_t TraceIndex::breaker_interval_of_record(std::uint32_t number, std::size_t record) const {
    const std::vector<BreakerInterval> &life = breakers_[number];
    const auto after =
        std::upper_bound(life.begin() + 1, life.end(), record,
                         [](std::size_t place, const BreakerInterval &i) { return place < i.record; });
    return static_cast<std::size_t>(after - life.begin()) - 1;
}

std::vector<std::uint32_t> TraceIndex::requests_in(SimTime from, SimTime to, std::size_t most) const {
    std::vector<std::uint32_t> out;
    const auto end = std::lower_bound(requests_.begin(), requests_.end(), to,
                                      [](const RequestEntry &entry, SimTime t) { return entry.started < t; });
    const auto count = static_cast<std::size_t>(end - requests_.begin());
    for (std::size_t block = 0; block * kBlock < count && out.size() < most; ++block) {
        if (blocks_[block].in_flight == 0 && blocks_[block].latest_end < from) continue;
        const std::size_t last = std::min(count, (block + 1) * kBlock);
        for (std::size_t i = block * kBlock; i < last && out.size() < most; ++i) {
            if (requests_[i].ended >= from) out.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    return out;
}

} // namespace halfopen
