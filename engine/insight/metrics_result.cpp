// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/insight/metrics.h"

namespace halfopen {

namespace {

double to_double(std::uint64_t n) { return static_cast<double>(n); }

Figure quotient(double a, double b) { return b > 0.0 ? Figure{a / b} : std::nullopt; }
Figure quotient(std::uint64_t a, std::uint64_t b) { return quotient(to_double(a), to_double(b)); }

LatencyFigures figures_of(const LatencyRecorder &recorder) {
    return {recorder.mean_s(),          recorder.percentile_s(0.50), recorder.percentile_s(0.90),
            recorder.percentile_s(0.95), recorder.percentile_s(0.99), recorder.max_s(), recorder.exact()};
}

} // namespace

Figure figure_by_name(const Metrics &m, const std::string &name) {
    const std::map<std::string, Figure> figures{
        {"success_rate", m.success_rate},
        {"first_try_rate", m.first_try_rate},
        {"accuracy_served", m.accuracy_served},
        {"goodput", m.goodput_per_s},
        {"latency_mean", m.latency.mean},
        {"latency_p50", m.latency.p50},
        {"latency_p90", m.latency.p90},
        {"latency_p95", m.latency.p95},
        {"latency_p99", m.latency.p99},
        {"latency_max", m.latency.max},
        {"cost_per_request", m.cost_per_request_usd},
        {"cost_per_success", m.cost_per_success_usd},
        {"cost_per_correct", m.cost_per_correct_usd},
        {"cost_total", m.cost_total_usd},
        {"avg_attempts", m.avg_attempts},
        {"retry_rate", m.retry_rate},
        {"duplicates", to_double(m.duplicates)},
    };
    const auto found = figures.find(name);
    return found == figures.end() ? std::nullopt : found->second;
}

bool more_is_better(const std::string &metric) {
    return metric == "success_rate" || metric == "first_try_rate" || metric == "accuracy_served" || metric == "goodput";
}

std::vector<GoalFigure> judged_goals(const Metrics &metrics, const Scenario &scenario) {
    std::vector<GoalFigure> goals;
    for (const Goal &goal : scenario.slo) {
        const Figure value = figure_by_name(metrics, goal.metric);
        GoalFigure figure{goal.metric, goal.value, value, std::nullopt};
        if (value) figure.met = more_is_better(goal.metric) ? *value >= goal.value : *value <= goal.value;
        goals.push_back(figure);
    }
    return goals;
}

Metrics MetricsFold::result(SimTime reached) const {
    Metrics m;
    m.scenario = scenario_->name;
    m.seed = scenario_->seed;
    m.simulated_s = seconds(reached);
    m.stop = stop_;
    fill_requests(m);
    const std::int64_t window_ns = std::min(window_to_, reached.time_since_epoch().count()) - window_from_;
    m.goodput_per_s = quotient(to_double(good_in_window_), static_cast<double>(window_ns) / 1e9);
    fill_services(m, reached);
    fill_breakers(m, reached);
    m.series = {seconds(step_), arrivals_, successes_, failures_, attempts_};
    std::size_t longest = 0;
    for (const auto *s : {&arrivals_, &successes_, &failures_, &attempts_}) longest = std::max(longest, s->size());
    for (auto *s : {&m.series.arrivals, &m.series.successes, &m.series.failures, &m.series.attempts}) s->resize(longest);
    for (const auto &batch : batches_) {
        if (!batch) continue;
        m.batches.push_back(*batch);
        m.batches.back().success_rate = quotient(batch->successes, batch->successes + batch->failures);
    }
    m.slo = judged_goals(m, *scenario_);
    return m;
}

void MetricsFold::fill_requests(Metrics &m) const {
    const std::uint64_t finished = succeeded_ + failed_;
    m.requests = counted_;
    m.succeeded = succeeded_;
    m.failed = failed_;
    m.in_flight = counted_ - finished;
    m.success_rate = quotient(succeeded_, finished);
    m.first_try_rate = quotient(first_try_, finished);
    m.avg_attempts = quotient(sent_by_finished_, finished);
    m.retry_rate = quotient(multi_attempt_, finished);
    const std::uint64_t not_first = finished - first_try_;
    m.recovery_retry = quotient(saved_[static_cast<std::size_t>(Recovery::retry)], not_first);
    m.recovery_fallback = quotient(saved_[static_cast<std::size_t>(Recovery::fallback)], not_first);
    m.recovery_healing = quotient(saved_[static_cast<std::size_t>(Recovery::healing)], not_first);
    m.recovery_hedging = quotient(saved_[static_cast<std::size_t>(Recovery::hedging)], not_first);
    m.rejected = {{"breaker", rejected_[kind_breaker_open]},
                  {"bulkhead", rejected_[kind_bulkhead_full]},
                  {"rate_limiter", rejected_[kind_rate_limited_locally]},
                  {"budget", rejected_[kind_budget_empty]}};
    m.requests_refused = {{"breaker", requests_refused_[0]},
                          {"bulkhead", requests_refused_[1]},
                          {"rate_limiter", requests_refused_[2]},
                          {"budget", requests_refused_[3]}};
    for (const Ending ending : {Ending::failed, Ending::continued, Ending::partial, Ending::deadline}) {
        m.endings[std::string(name_of(ending))] = endings_[static_cast<std::size_t>(ending)];
    }
    m.hedges = hedges_;
    m.duplicates = duplicates_;
    m.latency = figures_of(latency_);
    m.latency_success = figures_of(latency_success_);
    m.cost_total_usd = static_cast<double>(cost_nano_) / 1e9;
    m.cost_wasted_usd = static_cast<double>(wasted_nano_) / 1e9;
    m.cost_per_request_usd = quotient(m.cost_total_usd, to_double(counted_));
    m.cost_per_success_usd = quotient(m.cost_total_usd, to_double(succeeded_));
    m.cost_per_correct_usd = quotient(m.cost_total_usd, to_double(correct_));
    m.accuracy_served = quotient(correct_, succeeded_);
}

void MetricsFold::fill_services(Metrics &m, SimTime reached) const {
    const std::int64_t reached_ns = reached.time_since_epoch().count();
    const double window_ns = static_cast<double>(std::min(window_to_, reached_ns) - window_from_);
    for (std::size_t s = 0; s < services_.size(); ++s) {
        ServiceTally tally = services_[s];
        settle(tally, reached_ns);
        const ServiceConfig &config = scenario_->services[s];
        ServiceFigures &figures = m.services.emplace_back();
        figures.name = config.name;
        figures.calls = tally.calls;
        figures.amplification = quotient(tally.calls, counted_);
        figures.served = tally.served;
        figures.share = quotient(tally.served, succeeded_);
        figures.cost_usd = static_cast<double>(tally.cost_nano) / 1e9;
        for (std::size_t kind = 1; kind < tally.outcomes.size(); ++kind) {
            if (tally.outcomes[kind] > 0) {
                figures.failures[scenario_->kinds[static_cast<Outcome>(kind)].name] = tally.outcomes[kind];
            }
        }
        figures.queue_wait_mean_s = quotient(static_cast<double>(tally.wait_ns) / 1e9, to_double(tally.starts));
        if (tally.workers_known) {
            figures.busy_share = quotient(static_cast<double>(tally.busy_ns), static_cast<double>(tally.workers_ns));
        }
        figures.ejections = tally.ejections;
        figures.in_system_mean = quotient(static_cast<double>(tally.in_system_ns), window_ns);
    }
}

void MetricsFold::fill_breakers(Metrics &m, SimTime reached) const {
    for (std::size_t b = 0; b < breakers_.size(); ++b) {
        const BreakerPlace &place = layout_->breakers[b];
        const BreakerTally &tally = breakers_[b];
        std::array<std::int64_t, 3> ns = tally.in_state_ns;
        ns[static_cast<std::size_t>(tally.state)] += std::max<std::int64_t>(0, (reached - tally.since).count());
        BreakerFigures &figures = m.breakers.emplace_back();
        figures.policy = scenario_->policies[place.policy].name;
        figures.service = scenario_->services[place.service].name;
        if (place.caller) figures.caller = scenario_->services[*place.caller].name;
        figures.workload = place.workload;
        figures.instance = place.instance;
        figures.shared = place.shared;
        figures.trips = tally.trips;
        figures.false_trips = tally.false_trips;
        figures.reopenings = tally.reopenings;
        figures.rejected = tally.rejected;
        figures.closed_s = seconds(Duration{ns[0]});
        figures.open_s = seconds(Duration{ns[1]});
        figures.half_open_s = seconds(Duration{ns[2]});
        figures.transitions = tally.transitions;
    }
    for (const FaultTally &tally : faults_) {
        const Fault &fault = scenario_->faults[tally.fault];
        FaultFigures &figures = m.faults.emplace_back();
        figures.service = fault.service;
        figures.at_s = seconds(tally.on);
        figures.for_s = tally.off ? seconds(*tally.off - tally.on) : seconds(fault.lasts);
        if (tally.detected) figures.time_to_detect_s = seconds(*tally.detected - tally.on);
        if (tally.recovered) figures.time_to_recover_s = seconds(*tally.recovered - *tally.off);
    }
}

} // namespace halfopen
