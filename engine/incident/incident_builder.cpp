// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/incident_builder.h"

#include "engine/policy/kinds.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace halfopen {

namespace {

constexpr std::uint16_t kNotStated = 0xffff;

/// FNV-1a with a seed of its own and a final mix (of SplitMix64), so that two seeds give independent hashes.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t h = seed;
    for (const char c : text) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001b3ULL;
    }
    h ^= h >> 30;
    h *= 0xbf58476d1ce4e5b9ULL;
    h ^= h >> 27;
    h *= 0x94d049bb133111ebULL;
    return h ^ (h >> 31);
}

} // namespace

std::vector<bool> own_refusals(const Incident &incident) {
    static const ErrorMatrix kinds;
    std::vector<bool> refusals;
    for (const std::string &outcome : incident.outcomes) {
        const auto kind = kinds.find(outcome);
        refusals.push_back(kind && is_refusal(*kind));
    }
    return refusals;
}

std::optional<std::uint16_t> IncidentBuilder::Names::number(std::string_view name) {
    if (any_ && name == last_) return last_number_; // mostly a run of equal names
    const auto known = numbers_.find(name);
    if (known == numbers_.end()) {
        // "success" stands in the list of outcomes from the beginning.
        const auto listed = std::find(list_.begin(), list_.end(), name);
        if (listed == list_.end() && list_.size() >= kNamesMax) return std::nullopt;
        const auto number = static_cast<std::uint16_t>(listed - list_.begin());
        if (listed == list_.end()) list_.emplace_back(name);
        numbers_.emplace(std::string(name), number);
        last_number_ = number;
    } else {
        last_number_ = known->second;
    }
    last_ = name;
    any_ = true;
    return last_number_;
}

std::uint32_t IncidentBuilder::request_number(std::string_view request) {
    if (request.empty()) return 0; // numbered when all are known
    incident_.names_requests = true;
    const RequestKey key{hash_of(request, 0xcbf29ce484222325ULL), hash_of(request, 0x9e3779b97f4a7c15ULL)};
    return requests_.try_emplace(key, static_cast<std::uint32_t>(requests_.size() + 1)).first->second;
}

void IncidentBuilder::note(std::size_t line, std::string what) {
    std::vector<RecordNote> &notes = incident_.health.notes;
    if (notes.size() < RecordHealth::kNotesMax) notes.push_back({line, std::move(what)});
}

void IncidentBuilder::refuse(std::size_t line, std::string what) {
    ++incident_.health.rows;
    ++incident_.health.unreadable;
    note(line, std::move(what));
}

bool IncidentBuilder::add(const RecordedRow &row) {
    if (incident_.calls.size() >= kRowsMax) {
        incident_.health.limit = {row.line, "more than 50000000 rows; cut the record by time or service"};
        return false;
    }
    const auto service = services_.number(row.service);
    const auto caller = callers_.number(row.caller);
    const auto outcome = outcomes_.number(row.outcome);
    if (!service || !caller || !outcome) {
        const char *what = !service ? "services" : !caller ? "callers" : "outcomes";
        incident_.health.limit = {row.line, std::string("more than 1000 ") + what + ": is it the right column?"};
        return false;
    }
    ++incident_.health.rows;
    if (incident_.calls.empty()) origin_ns_ = row.time_ns;
    if (row.time_ns < latest_ns_) {
        ++incident_.health.out_of_order;
        incident_.health.largest_step_back =
            std::max(incident_.health.largest_step_back, Duration{latest_ns_ - row.time_ns});
    }
    latest_ns_ = std::max(latest_ns_, row.time_ns);

    RecordedCall &call = incident_.calls.emplace_back();
    call.start = SimTime{Duration{row.time_ns - origin_ns_}};
    call.latency = Duration{row.latency_ns.value_or(-1)};
    call.cost_nano = row.cost_nano.value_or(-1);
    call.request = request_number(row.request);
    call.line = static_cast<std::uint32_t>(std::min<std::size_t>(row.line, UINT32_MAX));
    call.service = *service;
    call.caller = *caller;
    call.outcome = *outcome;
    call.attempt = row.attempt ? static_cast<std::uint16_t>(std::clamp(*row.attempt, 0, kNotStated - 1)) : kNotStated;
    from_zero_ = from_zero_ || row.attempt == 0;
    incident_.has_costs = incident_.has_costs || row.cost_nano;
    if (!row.latency_ns) ++incident_.health.without_latency;
    return true;
}

void IncidentBuilder::sort() {
    std::vector<RecordedCall> &calls = incident_.calls;
    const auto earlier = [](const RecordedCall &a, const RecordedCall &b) { return a.start < b.start; };
    if (!std::is_sorted(calls.begin(), calls.end(), earlier)) std::stable_sort(calls.begin(), calls.end(), earlier);
    if (calls.empty()) return;
    const Duration first = calls.front().start - kTimeZero;
    for (RecordedCall &call : calls)
        call.start -= first;
    if (calendar_) incident_.epoch_ns = origin_ns_ + first.count();
    if (!calendar_ && origin_ns_ + first.count() > 0) { // the file's own start is the start
        for (RecordedCall &call : calls)
            call.start += Duration{origin_ns_ + first.count()};
    }
}

/// In the order of their first calls, so that the numbers do not depend on the order of the file.
void IncidentBuilder::number_requests() {
    std::vector<std::uint32_t> numbers(requests_.size() + 1);
    requests_ = {};
    std::uint32_t next = 0;
    for (RecordedCall &call : incident_.calls) {
        std::uint32_t single = 0;
        std::uint32_t &number = call.request == 0 ? single : numbers[call.request];
        if (number == 0) number = ++next;
        call.request = number;
    }
    incident_.requests = next;
}

namespace {

auto place_of(const RecordedCall &call) { return std::tie(call.request, call.caller, call.service, call.start, call.line); }

/// The rows of one request of one caller at one service stand together, in order of time.
std::vector<std::uint32_t> by_request(const std::vector<RecordedCall> &calls) {
    std::vector<std::uint32_t> order(calls.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return place_of(calls[a]) < place_of(calls[b]); });
    return order;
}

bool same_facts(const RecordedCall &a, const RecordedCall &b) {
    return a.start == b.start && a.latency == b.latency && a.cost_nano == b.cost_nano && a.request == b.request &&
           a.service == b.service && a.caller == b.caller && a.outcome == b.outcome && a.attempt == b.attempt;
}

} // namespace

/// Equal rows of one request: where no request is named, two calls may well be equal.
void IncidentBuilder::drop_duplicates() {
    if (!incident_.names_requests) return;
    std::vector<RecordedCall> &calls = incident_.calls;
    std::vector<bool> gone(calls.size(), false);
    const std::vector<std::uint32_t> order = by_request(calls);
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (!same_facts(calls[order[i - 1]], calls[order[i]])) continue;
        gone[order[i]] = true;
        ++incident_.health.duplicates;
        note(calls[order[i]].line, "the same as line " + std::to_string(calls[order[i - 1]].line) + "; left out");
    }
    if (incident_.health.duplicates == 0) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < calls.size(); ++i)
        if (!gone[i]) calls[kept++] = calls[i];
    calls.resize(kept);
}

void IncidentBuilder::number_attempts() {
    std::vector<RecordedCall> &calls = incident_.calls;
    RecordHealth &health = incident_.health;
    const std::vector<std::uint32_t> order = by_request(calls);
    const std::vector<bool> refusals = own_refusals(incident_);
    RecordedCall *before = nullptr; // at the same service for the same request
    for (const std::uint32_t i : order) {
        RecordedCall &call = calls[i];
        if (before && (before->request != call.request || before->caller != call.caller || before->service != call.service)) before = nullptr;
        if (refusals[call.outcome]) {
            call.attempt = 0;
            continue;
        }
        const bool stated = call.attempt != kNotStated;
        if (stated && from_zero_) ++call.attempt;
        if (!stated) call.attempt = static_cast<std::uint16_t>(before ? std::min(before->attempt + 1, kNotStated - 1) : 1);
        RecordedCall *const earlier = std::exchange(before, &call);
        if (!earlier) continue;
        if (stated && call.attempt == earlier->attempt) {
            ++health.contradictions;
            note(call.line, "attempt " + std::to_string(call.attempt) + " of the request of line " +
                                std::to_string(earlier->line) + " once more, and not the same");
        }
        if (earlier->latency.count() >= 0 && call.start < earlier->end()) {
            ++health.overlaps;
            health.largest_overlap = std::max(health.largest_overlap, earlier->end() - call.start);
        }
    }
}

/// Silences of more than a hundred mean gaps and at least a second.
void IncidentBuilder::find_gaps() {
    const std::vector<RecordedCall> &calls = incident_.calls;
    if (calls.size() < 100) return;
    constexpr std::size_t kGapsMax = 20;
    const Duration mean = (calls.back().start - calls.front().start) / static_cast<std::int64_t>(calls.size() - 1);
    const Duration least = std::max<Duration>(mean * 100, std::chrono::seconds(1));
    std::vector<RecordGap> &gaps = incident_.health.gaps;
    for (std::size_t i = 1; i < calls.size(); ++i)
        if (calls[i].start - calls[i - 1].start > least) gaps.push_back({calls[i - 1].start, calls[i].start});
    std::sort(gaps.begin(), gaps.end(), [](const auto &a, const auto &b) { return a.to - a.from > b.to - b.from; });
    if (gaps.size() > kGapsMax) gaps.resize(kGapsMax);
    std::sort(gaps.begin(), gaps.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
}

Incident IncidentBuilder::finish() {
    sort();
    number_requests();
    drop_duplicates();
    number_attempts();
    find_gaps();
    std::stable_sort(incident_.health.notes.begin(), incident_.health.notes.end(),
                     [](const RecordNote &a, const RecordNote &b) { return a.line < b.line; });
    return std::move(incident_);
}

} // namespace halfopen
