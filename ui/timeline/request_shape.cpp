// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/request_shape.h"

#include <algorithm>

namespace halfopen {

namespace {

/// Turns the records of one request, in order, into parts.
class Shaping {
public:
    Shaping(const TraceSource &source, RequestShape &shape) : source_(source), shape_(shape) {}

    void take(const TraceRecord &r, std::size_t record) {
        if ((r.leg & kDownstream) != 0) { // a service's own call: only its cost is the request's
            if (r.kind == RecordKind::attempt_ended) shape_.costNano += r.value;
            return;
        }
        switch (r.kind) {
        case RecordKind::request_started: start(r); break;
        case RecordKind::leg_entered:
            shape_.lastService = r.object;
            if (static_cast<LegReason>(r.reason) == LegReason::fallback)
                add(ShapePart::Kind::fallback, r, record, r.time);
            break;
        case RecordKind::attempt_started:
            ++shape_.calls;
            add(ShapePart::Kind::attempt, r, record, source_.computed).running = true;
            break;
        case RecordKind::attempt_ended: endAttempt(r, record); break;
        case RecordKind::wait_started: wait(r, record); break;
        case RecordKind::wait_range:
            if (ShapePart *last = find(ShapePart::Kind::wait)) last->longest = Duration{r.value};
            break;
        case RecordKind::refused: add(ShapePart::Kind::refused, r, record, r.time); break;
        case RecordKind::diagnosis_started:
            add(ShapePart::Kind::diagnosis, r, record, source_.computed).running = true;
            break;
        case RecordKind::diagnosed: finish(ShapePart::Kind::diagnosis, r, record, r.detail != 0); break;
        case RecordKind::remedy_started:
            add(ShapePart::Kind::remedy, r, record, source_.computed).running = true;
            break;
        case RecordKind::remedy_ended: finish(ShapePart::Kind::remedy, r, record, r.reason != 0); break;
        case RecordKind::request_cost: shape_.costNano += r.value; break;
        case RecordKind::request_ended: end(r); break;
        default: break;
        }
    }

private:
    void start(const TraceRecord &r) {
        const Scenario &scenario = *source_.scenario;
        const std::uint32_t operation = source_.index->layout().operation_of_workload[r.object];
        shape_.deadline = scenario.operations[operation].deadline;
    }

    ShapePart &add(ShapePart::Kind kind, const TraceRecord &r, std::size_t record, SimTime to) {
        ShapePart part;
        part.kind = kind;
        part.from = r.time;
        part.to = std::max(to, r.time);
        part.service = kind == ShapePart::Kind::refused ? shape_.lastService : r.object;
        part.attempt = r.attempt;
        part.leg = r.leg;
        part.copy = r.flags & flag::copy_mask;
        part.outcome = outcome_of(r);
        part.record = part.told = record;
        shape_.parts.push_back(part);
        return shape_.parts.back();
    }

    ShapePart *find(ShapePart::Kind kind) {
        const auto it = std::find_if(shape_.parts.rbegin(), shape_.parts.rend(),
                                     [kind](const ShapePart &part) { return part.kind == kind; });
        return it == shape_.parts.rend() ? nullptr : &*it;
    }

    void endAttempt(const TraceRecord &r, std::size_t record) {
        const auto it = std::find_if(shape_.parts.rbegin(), shape_.parts.rend(), [&r](const ShapePart &part) {
            return part.kind == ShapePart::Kind::attempt && part.running && part.leg == r.leg &&
                   part.attempt == r.attempt && part.copy == (r.flags & flag::copy_mask);
        });
        shape_.costNano += r.value;
        if (it == shape_.parts.rend()) return;
        it->running = false;
        it->told = record;
        it->to = r.time;
        it->outcome = outcome_of(r);
        it->abandoned = (r.flags & flag::special) != 0;
    }

    void wait(const TraceRecord &r, std::size_t record) {
        ShapePart &part = add(ShapePart::Kind::wait, r, record, saturating_add(r.time, Duration{r.value}));
        part.longest = Duration{r.value};
        part.reason = static_cast<WaitReason>(r.reason);
    }

    void finish(ShapePart::Kind kind, const TraceRecord &r, std::size_t record, bool helped) {
        ShapePart *part = find(kind);
        shape_.costNano += r.value;
        if (part == nullptr) return;
        part->running = false;
        part->told = record;
        part->to = r.time;
        part->helped = helped;
        part->outcome = outcome_of(r);
    }

    void end(const TraceRecord &r) {
        shape_.inFlight = false;
        shape_.ended = r.time;
        shape_.outcome = outcome_of(r);
        shape_.ending = static_cast<Ending>(r.reason);
        shape_.lastService = r.object;
        shape_.calls = r.attempt;
        // What was cut short by the end of the request does not reach beyond it.
        for (ShapePart &part : shape_.parts) {
            if (part.running || (part.kind == ShapePart::Kind::wait && part.to > r.time)) {
                part.to = std::max(part.from, r.time);
                part.running = false;
            }
        }
    }

    const TraceSource &source_;
    RequestShape &shape_;
};

} // namespace

RequestShape shapeOf(const TraceSource &source, std::uint32_t request, std::size_t most) {
    const RequestEntry &entry = source.index->request(request);
    RequestShape shape;
    shape.request = request;
    shape.started = entry.started;
    shape.ended = std::max(source.computed, entry.started);
    shape.parts.reserve(8);
    Shaping shaping(source, shape);
    for (std::optional<std::size_t> at = entry.first_record; at; at = source.index->next_of_request(*at)) {
        const TraceRecord &record = (*source.trace)[*at];
        if (record.time > source.computed) break;
        shaping.take(record, *at);
        if (!shape.inFlight) break; // what the server still does is not the caller's time
        if (shape.parts.size() > most) {
            shape.cut = true;
            break;
        }
    }
    if (shape.cut && entry.ended != kTimeNever) shaping.take((*source.trace)[entry.end_record], entry.end_record);
    return shape;
}

bool stepsAside(const RequestShape &shape, const ShapePart &part) {
    if (part.kind != ShapePart::Kind::refused) return false;
    return std::any_of(shape.parts.begin(), shape.parts.end(), [&part](const ShapePart &other) {
        return other.kind == ShapePart::Kind::fallback && other.from == part.from;
    });
}

Stretch extentOf(const RequestShape &shape) {
    Stretch extent{shape.started, shape.ended};
    for (const ShapePart &part : shape.parts) {
        extent.to = std::max(extent.to, part.to);
        if (part.kind == ShapePart::Kind::wait)
            extent.to = std::max(extent.to, saturating_add(part.from, part.longest));
    }
    extent.to = std::max(extent.to, extent.from + Duration{1});
    return extent;
}

} // namespace halfopen
