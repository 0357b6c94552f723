// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/counterfactual.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/base/say.h"
#include "engine/insight/explain.h"
#include "engine/insight/request_summary.h"
#include "engine/sim/simulation.h"

namespace halfopen {

namespace {

constexpr std::uint64_t kSlice = 50'000; ///< events between two looks at `cancelled`
constexpr Duration kSeriesStep{std::chrono::hours(1)}; ///< no series is looked at

BreakerState from_of(const TraceRecord &r) { return static_cast<BreakerState>(r.detail / 16); }
BreakerState to_of(const TraceRecord &r) { return static_cast<BreakerState>(r.detail % 16); }

std::string stays(BreakerState state) {
    switch (state) {
    case BreakerState::closed: return said(phrase("WhatIf", "stays closed"));
    case BreakerState::open: return said(phrase("WhatIf", "stays open"));
    case BreakerState::half_open: return said(phrase("WhatIf", "stays half-open"));
    default: return said(phrase("WhatIf", "stays as it is"));
    }
}

std::string comes(BreakerState from, BreakerState state) {
    switch (state) {
    case BreakerState::closed: return said(phrase("WhatIf", "closes"));
    case BreakerState::open:
        return from == BreakerState::half_open ? said(phrase("WhatIf", "opens again")) : said(phrase("WhatIf", "opens"));
    case BreakerState::half_open: return said(phrase("WhatIf", "tests again"));
    default: return said(phrase("WhatIf", "changes"));
    }
}

/// Follows one breaker, and the figures.
class TransitionWatch final : public RecordSink {
public:
    TransitionWatch(const Scenario &scenario, const AskedTransition &asked)
        : asked_(asked), fold_(scenario, kSeriesStep) {}

    void take(std::span<const TraceRecord> records) override {
        fold_.take(records);
        for (const TraceRecord &r : records) {
            if (r.kind == RecordKind::breaker_changed && r.object == asked_.breaker) change(r);
        }
    }
    CounterfactualAnswer answer(SimTime until) const {
        CounterfactualAnswer out;
        const Metrics metrics = fold_.result(until);
        out.p99_s = metrics.latency.p99;
        if (metrics.cost_per_request_usd) out.cost_per_1000 = *metrics.cost_per_request_usd * 1000.0;
        out.prevented = !found_;
        if (!found_) {
            out.what = instead_ ? say(phrase("WhatIf", "{} at {} instead"), comes(asked_.from, to_of(*instead_)), format_time(instead_->time))
                       : moved_ ? say(phrase("WhatIf", "never {} until {}"), comes(asked_.from, asked_.to), format_time(until))
                                : stays(state_);
            return out;
        }
        out.what = say(phrase("WhatIf", "{} at {}"), comes(asked_.from, asked_.to), format_time(*found_));
        if (*found_ > asked_.at) out.what += say(phrase("WhatIf", ", {} later"), format_duration(*found_ - asked_.at));
        if (*found_ < asked_.at) out.what += say(phrase("WhatIf", ", {} earlier"), format_duration(asked_.at - *found_));
        return out;
    }

private:
    void change(const TraceRecord &r) {
        const BreakerState to = to_of(r);
        if (r.time <= asked_.since && asked_.since > kTimeZero) {
            state_ = to;
        } else if (!found_) {
            moved_ = true;
            // The same step, not merely the same state: a first opening that comes late is no re-opening.
            if (from_of(r) != asked_.from) return;
            if (to == asked_.to) found_ = r.time;
            else if (!instead_) instead_ = r;
        }
    }

    AskedTransition asked_;
    MetricsFold fold_;
    BreakerState state_ = BreakerState::closed; ///< when the state before it began
    bool moved_ = false;                        ///< it has changed its state since
    std::optional<SimTime> found_;
    std::optional<TraceRecord> instead_; ///< the first other way out of the same state
};

/// Keeps the records of one request.
class RequestWatch final : public RecordSink {
public:
    explicit RequestWatch(std::uint32_t request) : request_(request) {}
    void take(std::span<const TraceRecord> records) override {
        for (const TraceRecord &r : records) {
            if (r.request != request_) continue;
            records_.push_back(r);
            ended_ = ended_ || r.kind == RecordKind::request_ended;
        }
    }
    bool ended() const { return ended_; }
    CounterfactualAnswer answer(const Scenario &scenario) const {
        CounterfactualAnswer out;
        if (records_.empty()) {
            out.what = out.end = said(phrase("WhatIf", "does not start in time"));
            return out;
        }
        const RequestSummary summary = summary_of(scenario, records_);
        out.end = summary.outcome;
        const std::string latency = format_duration(summary.latency);
        out.what = summary.in_flight ? say(phrase("WhatIf", "{} after {}"), summary.outcome, latency)
                                     : say(phrase("WhatIf", "{} in {}"), summary.outcome, latency);
        if (summary.cost.nano_usd > 0) out.what += say(phrase("WhatIf", " for {}"), format_usd(usd(summary.cost)));
        return out;
    }

private:
    std::uint32_t request_;
    std::vector<TraceRecord> records_;
    bool ended_ = false;
};

/// Runs until there is nothing more, `enough` says so, or it is cancelled (false).
template <class Enough>
bool run(Simulation &simulation, SimTime until, RecordSink &sink, Enough enough, const std::function<bool()> &cancelled) {
    while (simulation.advance({until, kSlice}, &sink)) {
        if (cancelled && cancelled()) return false;
        if (enough()) return true;
    }
    return true;
}

/// How much a row tells: prevented, moved, nothing.
int rank(const CounterfactualRow &row) { return row.answer.prevented ? 0 : row.changed ? 1 : 2; }

} // namespace

std::optional<Asked> asked_transition(const TraceView &trace, const TraceIndex &index, std::size_t record) {
    if (record >= trace.size() || trace[record].kind != RecordKind::breaker_changed) return std::nullopt;
    const TraceRecord &r = trace[record];
    if (r.object >= index.breakers()) return std::nullopt;
    AskedTransition asked;
    asked.breaker = r.object;
    asked.from = from_of(r);
    asked.to = to_of(r);
    asked.at = r.time;
    const std::size_t interval = index.breaker_interval_of_record(r.object, record);
    // A probe's verdict is asked about from the opening on that it was to end.
    const std::size_t back = asked.from == BreakerState::half_open ? 2 : 1;
    if (interval >= back) asked.since = index.breaker(r.object)[interval - back].from;
    return asked;
}

std::optional<Asked> asked_request(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                                   std::uint32_t request) {
    if (request == 0 || request > index.requests()) return std::nullopt;
    const bool by_themselves = std::all_of(scenario.workloads.begin(), scenario.workloads.end(), [](const Workload &w) {
        return !std::holds_alternative<ClientArrivals>(w.arrivals) && !std::holds_alternative<BatchArrivals>(w.arrivals);
    });
    if (!by_themselves) return std::nullopt;
    AskedRequest asked;
    asked.request = request;
    asked.workload = trace[index.request(request).first_record].object;
    for (const std::size_t i : index.records_of(request)) {
        const TraceRecord &r = trace[i];
        if ((r.leg & kDownstream) == 0) asked.legs = std::max<std::size_t>(asked.legs, r.leg + std::size_t{1});
    }
    return asked;
}

std::optional<CounterfactualAnswer> answer(const Scenario &scenario, const Asked &asked, SimTime until,
                                           const std::function<bool()> &cancelled) {
    Simulation simulation(scenario);
    if (const auto *transition = std::get_if<AskedTransition>(&asked)) {
        TransitionWatch watch(scenario, *transition);
        if (!run(simulation, until, watch, [] { return false; }, cancelled)) return std::nullopt;
        return watch.answer(until);
    }
    RequestWatch watch(std::get<AskedRequest>(asked).request);
    if (!run(simulation, until, watch, [&watch] { return watch.ended(); }, cancelled)) return std::nullopt;
    return watch.answer(scenario);
}

std::optional<Counterfactuals> counterfactuals(const Scenario &scenario, const Asked &asked, SimTime until,
                                               const std::function<bool()> &cancelled) {
    Counterfactuals out;
    out.until = until;
    const bool request = std::holds_alternative<AskedRequest>(asked);
    const auto base = answer(scenario, asked, until, cancelled);
    if (!base) return std::nullopt;
    out.as_it_is = *base;
    out.runs = 1;
    for (const Ladder &ladder : ladders_for(scenario, asked)) {
        std::optional<CounterfactualRow> row;
        for (const Alternative &step : ladder.steps) {
            Scenario changed = scenario;
            step.apply(changed);
            if (!validate(changed).empty()) continue; // such a value cannot stand beside the others
            const auto found = answer(changed, asked, until, cancelled);
            if (!found) return std::nullopt;
            ++out.runs;
            const bool differs = request ? found->end != base->end : found->what != base->what;
            if (differs || !row || !row->changed) row = CounterfactualRow{step, ladder.now, *found, differs};
            if (request ? differs : found->prevented) break;
        }
        if (row) out.rows.push_back(std::move(*row));
    }
    std::stable_sort(out.rows.begin(), out.rows.end(),
                     [](const CounterfactualRow &a, const CounterfactualRow &b) { return rank(a) < rank(b); });
    return out;
}

} // namespace halfopen
