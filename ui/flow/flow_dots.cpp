// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_dots.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

/// Wall seconds of a journey, and of an outcome's vanishing.
constexpr double kJourney = 0.5, kVanish = 0.5;
/// Records and requests that are looked at for one picture, however long a retry storm was.
constexpr std::size_t kRecordsMax = 30'000, kRequestsMax = 4'096;

/// One passage through a leg's stack, as far as it is known at an instant.
struct Try {
    SimTime began{};
    std::optional<SimTime> ended;
    std::size_t leg = 0;
    bool inside = false, refused = false;
    Stage stage = Stage::retry;
    Outcome outcome = kSuccess;
};

std::optional<Stage> stageThatRefused(const TraceRecord &record) {
    switch (outcome_of(record)) {
    case kind_breaker_open: return record.reason == kRefusedByBalancer ? std::nullopt : std::optional(Stage::breaker);
    case kind_bulkhead_full: return Stage::bulkhead;
    case kind_rate_limited_locally: return Stage::rateLimiter;
    case kind_budget_empty: return Stage::budget;
    default: return std::nullopt;
    }
}

/// The tries of one request that began or ended late enough to be seen.
class TryReader {
public:
    explicit TryReader(SimTime earliest) : earliest_(earliest) {}

    void take(const TraceRecord &record) {
        if (record.leg >= kDownstream) return;
        switch (record.kind) {
        case RecordKind::request_started:
        case RecordKind::leg_entered: triesOnLeg_ = 0; break;
        case RecordKind::attempt_started: begin(record); break;
        case RecordKind::attempt_ended: end(record); break;
        case RecordKind::refused: refuse(record); break;
        default: break;
        }
    }
    std::vector<Try> tries;

private:
    void begin(const TraceRecord &record) {
        tries.push_back({record.time, {}, record.leg, triesOnLeg_++ > 0, false, Stage::retry, kSuccess});
    }
    void end(const TraceRecord &record) {
        for (auto it = tries.rbegin(); it != tries.rend(); ++it) {
            if (it->ended || it->refused || it->leg != record.leg) continue;
            it->ended = record.time;
            it->outcome = outcome_of(record);
            break;
        }
        std::erase_if(tries, [this](const Try &t) { return t.ended && *t.ended < earliest_; });
    }
    void refuse(const TraceRecord &record) {
        const bool inside = triesOnLeg_++ > 0;
        if (record.time < earliest_) return;
        const auto stage = stageThatRefused(record);
        tries.push_back({record.time, record.time, record.leg, inside, stage.has_value(), stage.value_or(Stage::retry),
                         outcome_of(record)});
    }
    SimTime earliest_;
    int triesOnLeg_ = 0;
};

/// Where a try's dot is, or nothing when it has vanished. `unit` is a journey in simulated time.
std::optional<FlowDot> dotOf(const Try &t, std::uint32_t request, SimTime at, double unit) {
    FlowDot dot{request, t.leg, t.inside, t.refused, t.stage, 0, 0, false, Glyph::success, 1};
    const double passed = seconds(at - t.began) / unit;
    if (passed < 1.0) {
        dot.along = passed;
        return dot;
    }
    dot.along = 1.0;
    // Its outcome shows when the dot has arrived, even if the call was shorter than the journey.
    const double known = t.ended ? std::max(1.0, seconds(*t.ended - t.began) / unit) : 0.0;
    if (!t.ended || passed < known) {
        dot.age = passed - 1.0;
        return dot;
    }
    dot.over = true;
    dot.glyph = glyphOf(t.outcome);
    dot.fade = 1.0 - (passed - known) * kJourney / kVanish;
    return dot.fade > 0 ? std::optional(dot) : std::nullopt;
}

/// The requests that may have a dot: those that began after `earliest`, and those of before that were then in flight.
std::vector<std::uint32_t> candidates(const TraceIndex &index, SimTime earliest, SimTime at, std::uint64_t oneOf) {
    if (oneOf == 1) return index.requests_in(earliest, at + Duration{1}, kRequestsMax);
    // Every n-th by its number, the newest first: the same ones from frame to frame.
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(index.requests());
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (index.request(middle + 1).started <= at)
            low = middle + 1;
        else
            high = middle;
    }
    std::vector<std::uint32_t> found;
    std::uint64_t number = low / oneOf * oneOf;
    for (std::size_t n = 0; n < kRequestsMax && number > 0; ++n, number -= oneOf)
        if (index.request(static_cast<std::uint32_t>(number)).ended >= earliest)
            found.push_back(static_cast<std::uint32_t>(number));
    return found;
}

} // namespace

std::uint64_t niceSample(double least) {
    for (std::uint64_t power = 1; power < 1'000'000'000'000; power *= 10)
        for (const std::uint64_t digit : {1, 2, 5})
            if (static_cast<double>(digit * power) >= least) return digit * power;
    return 1'000'000'000'000;
}

FlowDots dotsAt(const TraceView &trace, const TraceIndex &index, std::uint32_t workload, SimTime at, double speed,
                double begunPerSecond, std::uint64_t inFlight) {
    FlowDots result;
    const double begun = begunPerSecond * speed / kDotsPerSecond;
    const double standing = static_cast<double>(inFlight) / (kDotsMax / 2.0);
    result.oneOf = niceSample(std::max({1.0, begun, standing}));
    const double unit = kJourney * speed;
    const SimTime earliest = at - duration_from_ns(unit * (1.0 + kVanish / kJourney) * 1e9);
    std::size_t records = 0;
    for (const std::uint32_t request : candidates(index, earliest, at, result.oneOf)) {
        std::optional<std::size_t> record = index.request(request).first_record;
        if (trace[*record].object != workload) continue;
        TryReader reader(earliest);
        for (; record && records < kRecordsMax && trace[*record].time <= at; ++records) {
            reader.take(trace[*record]);
            record = index.next_of_request(*record);
        }
        for (const Try &t : reader.tries) {
            const auto dot = dotOf(t, request, at, unit);
            if (dot && result.dots.size() < kDotsMax) result.dots.push_back(*dot);
        }
    }
    return result;
}

} // namespace halfopen
