// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/made_up_trace.h"

#include <algorithm>
#include <cmath>

namespace halfopen::gui_test {

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

/// A number in [0, 1) that depends on its arguments only.
double luck(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) {
    std::uint64_t x = a * 0x9e3779b97f4a7c15ULL + b * 0xbf58476d1ce4e5b9ULL + c * 0x94d049bb133111ebULL + 1;
    for (int i = 0; i < 3; ++i) {
        x ^= x >> 31;
        x *= 0xd6e8feb86659fd93ULL;
    }
    return static_cast<double>(x >> 11) * 0x1.0p-53;
}

ServiceConfig service(const char *name, double cost, double accuracy, int p50_ms) {
    ServiceConfig config;
    config.name = name;
    config.cost = money_from_usd(cost);
    config.accuracy = {accuracy};
    config.latency.kind = Constant{std::chrono::milliseconds(p50_ms)};
    return config;
}

/// Writes the records of one plan, request by request; they are sorted by time afterwards.
class Writer {
public:
    explicit Writer(const MadeUpPlan &plan) : plan_(plan), scale_(plan.duration_s / 240.0) {}

    std::vector<TraceRecord> write() {
        faults();
        breakers();
        const auto requests = static_cast<std::uint32_t>(plan_.duration_s * plan_.rate);
        for (std::uint32_t number = 1; number <= requests; ++number)
            request(number, (number - 1 + 0.8 * luck(number, 1)) / plan_.rate);
        std::stable_sort(records_.begin(), records_.end(),
                         [](const TraceRecord &a, const TraceRecord &b) { return a.time < b.time; });
        return std::move(records_);
    }

private:
    TraceRecord &add(RecordKind kind, double s, std::uint32_t request, std::uint32_t object) {
        TraceRecord record;
        record.kind = kind;
        record.time = at(s);
        record.request = request;
        record.object = object;
        records_.push_back(record);
        return records_.back();
    }

    void faults() {
        add(RecordKind::fault_on, 60 * scale_, 0, 0);
        add(RecordKind::fault_on, 80 * scale_, 0, 1);
        add(RecordKind::fault_off, 110 * scale_, 0, 1);
        add(RecordKind::fault_off, 150 * scale_, 0, 0);
    }

    void change(std::uint32_t breaker, double s, BreakerState from, BreakerState to, BreakerReason reason, int measured,
                int limit) {
        TraceRecord &record = add(RecordKind::breaker_changed, s, 0, breaker);
        record.detail = static_cast<std::uint16_t>(static_cast<int>(from) * 16 + static_cast<int>(to));
        record.reason = static_cast<std::uint8_t>(reason);
        if (to == BreakerState::open) record.value = at(s + 60 * scale_).time_since_epoch().count();
        if (limit > 0) add(RecordKind::breaker_numbers, s, 0, breaker).value = (std::int64_t{measured} << 32) | limit;
    }

    void breakers() {
        using S = BreakerState;
        using R = BreakerReason;
        const auto n = static_cast<std::uint32_t>(plan_.instances);
        change(0, 61.27 * scale_, S::closed, S::open, R::consecutive_failures, 5, 5);
        change(0, 121.31 * scale_, S::open, S::half_open, R::open_time_over, 0, 0);
        change(0, 121.48 * scale_, S::half_open, S::open, R::probe_failed, 0, 0);
        change(0, 181.60 * scale_, S::open, S::half_open, R::open_time_over, 0, 0);
        change(0, 182.70 * scale_, S::half_open, S::closed, R::probe_succeeded, 1, 1);
        change(n, 89.73 * scale_, S::closed, S::open, R::consecutive_failures, 5, 5);
        change(n, 149.74 * scale_, S::open, S::half_open, R::open_time_over, 0, 0);
        change(n, 150.90 * scale_, S::half_open, S::closed, R::probe_succeeded, 1, 1);
        const double pitch = plan_.duration_s / std::max(1, plan_.flaps);
        for (int i = 0; i < plan_.flaps; ++i) {
            change(2 * n, (i + 0.1) * pitch, S::closed, S::open, R::consecutive_failures, 5, 5);
            change(2 * n, (i + 0.5) * pitch, S::open, S::half_open, R::open_time_over, 0, 0);
            change(2 * n, (i + 0.6) * pitch, S::half_open, S::closed, R::probe_succeeded, 1, 1);
        }
    }

    bool refuses(std::uint32_t leg, double s) const {
        const double t = s / scale_;
        return leg == 0 ? t > 61.27 && t < 181.6 : leg == 1 && t > 89.73 && t < 149.74;
    }

    /// Outcome and duration of one attempt.
    std::pair<Outcome, double> outcome(std::uint32_t number, std::uint32_t leg, int attempt, double s) const {
        constexpr double median[] = {1.1, 0.9, 0.25};
        constexpr double timeout[] = {4.0, 3.0, 2.0};
        const double t = s / scale_;
        const double u = luck(number, 10 + leg, static_cast<std::uint64_t>(attempt));
        if (leg == 0 && t > 60 && t < 150) return {kind_unavailable, 0.02};
        double took =
            median[leg] * std::exp(0.7 * (u + luck(number, 20 + leg, static_cast<std::uint64_t>(attempt)) - 1));
        if (leg == 1 && t > 80 && t < 110) took *= 3;
        if (took > timeout[leg]) return {kind_timeout, timeout[leg]};
        if (u < 0.03) return {kind_rate_limit, 0.05};
        return {kSuccess, took};
    }

    struct Progress {
        double s = 0; ///< where the request has got to
        int calls = 0;
        std::int64_t nano = 0;
        Recovery recovery = Recovery::none;
        Outcome last = kSuccess;
        bool served = false;
    };

    void request(std::uint32_t number, double s) {
        add(RecordKind::request_started, s, number, 0).detail =
            static_cast<std::uint16_t>(number % static_cast<unsigned>(plan_.instances));
        Progress p;
        p.s = s;
        std::uint32_t leg = 0;
        for (; leg < 3 && !p.served; ++leg) {
            TraceRecord &entered = add(RecordKind::leg_entered, p.s, number, leg);
            entered.leg = static_cast<std::uint8_t>(leg);
            entered.reason = static_cast<std::uint8_t>(leg == 0 ? LegReason::first : LegReason::fallback);
            if (leg > 0) p.recovery = Recovery::fallback;
            tries(number, leg, p);
        }
        add(RecordKind::request_cost, p.s, number, 0).value = p.nano;
        TraceRecord &ended = add(RecordKind::request_ended, p.s, number, leg - 1);
        ended.detail =
            ending_detail(p.served ? kSuccess : p.last, p.recovery, p.recovery == Recovery::none && p.served);
        ended.reason = static_cast<std::uint8_t>(p.served ? Ending::served : Ending::failed);
        ended.attempt = static_cast<std::uint16_t>(p.calls);
        ended.value = at(p.s - s).time_since_epoch().count();
        if (p.served && luck(number, 3) < 0.93) ended.flags |= flag::right;
    }

    void tries(std::uint32_t number, std::uint32_t leg, Progress &p) {
        constexpr std::int64_t cost[] = {100'000'000, 50'000'000, 10'000'000};
        for (int attempt = 1; attempt <= 5; ++attempt) {
            if (refuses(leg, p.s)) {
                TraceRecord &refused =
                    add(RecordKind::refused, p.s, number, leg * static_cast<unsigned>(plan_.instances));
                refused.detail = p.last = kind_breaker_open;
                refused.leg = static_cast<std::uint8_t>(leg);
                return;
            }
            const auto [kind, took] = outcome(number, leg, attempt, p.s);
            attemptAt(number, leg, attempt, p.s, took, kind, cost[leg]);
            p.s += took;
            p.last = kind;
            ++p.calls;
            if (kind == kSuccess || kind == kind_timeout) p.nano += cost[leg];
            if (kind == kSuccess) {
                p.served = true;
                if (attempt > 1) p.recovery = Recovery::retry;
                return heal(number, leg, p);
            }
            if (attempt < 5) wait(number, leg, attempt, kind, p);
        }
    }

    void attemptAt(std::uint32_t number, std::uint32_t leg, int attempt, double s, double took, Outcome kind,
                   std::int64_t nano) {
        TraceRecord &started = add(RecordKind::attempt_started, s, number, leg);
        started.attempt = static_cast<std::uint16_t>(attempt);
        started.leg = static_cast<std::uint8_t>(leg);
        TraceRecord &ended = add(RecordKind::attempt_ended, s + took, number, leg);
        ended.attempt = static_cast<std::uint16_t>(attempt);
        ended.leg = static_cast<std::uint8_t>(leg);
        ended.detail = kind;
        ended.value = kind == kSuccess || kind == kind_timeout ? nano : 0;
    }

    void wait(std::uint32_t number, std::uint32_t leg, int attempt, Outcome kind, Progress &p) {
        const double longest = std::pow(2.0, attempt - 1);
        const double drawn = longest * luck(number, 30 + leg, static_cast<std::uint64_t>(attempt));
        TraceRecord &started = add(RecordKind::wait_started, p.s, number, leg);
        started.attempt = static_cast<std::uint16_t>(attempt);
        started.leg = static_cast<std::uint8_t>(leg);
        started.detail = kind;
        started.value = at(drawn).time_since_epoch().count();
        add(RecordKind::wait_range, p.s, number, leg).value = at(longest).time_since_epoch().count();
        p.s += drawn;
    }

    /// One request in twenty is served only after a remedy.
    void heal(std::uint32_t number, std::uint32_t leg, Progress &p) {
        if (number % 20 != 3) return;
        add(RecordKind::diagnosis_started, p.s, number, leg).detail = kind_image_quality;
        add(RecordKind::diagnosed, p.s + 0.3, number, leg).detail = kind_image_quality;
        add(RecordKind::remedy_started, p.s + 0.3, number, leg).detail = kind_image_quality;
        TraceRecord &ended = add(RecordKind::remedy_ended, p.s + 0.8, number, leg);
        ended.detail = kind_image_quality;
        ended.reason = 1;
        p.s += 0.8;
        attemptAt(number, leg, 2, p.s, 0.2, kSuccess, 10'000'000);
        p.s += 0.2;
        ++p.calls;
        p.recovery = Recovery::healing;
    }

    const MadeUpPlan &plan_;
    double scale_;
    std::vector<TraceRecord> records_;
};

} // namespace

Scenario madeUpScenario(const MadeUpPlan &plan) {
    Scenario scenario;
    scenario.name = "made up";
    scenario.duration = duration_from_ns(plan.duration_s * 1e9);
    scenario.services = {service("gpt4_vision", 0.10, 0.99, 1100), service("claude", 0.05, 0.95, 900),
                         service("local_ocr", 0.01, 0.85, 250)};
    PolicyConfig policy;
    policy.name = "careful";
    policy.retry = RetryConfig{};
    policy.retry->max_attempts = 5;
    policy.breaker = BreakerConfig{};
    scenario.policies = {policy};
    Operation operation;
    operation.name = "process";
    operation.chain = {{"gpt4_vision", "careful"}, {"claude", "careful"}, {"local_ocr", "careful"}};
    operation.deadline = std::chrono::seconds(15);
    scenario.operations = {operation};
    scenario.workloads = {Workload{"process", PoissonArrivals{{plan.rate}}, plan.instances}};
    const double part = plan.duration_s / 240;
    const auto s = [part](double seconds) { return duration_from_ns(seconds * part * 1e9); };
    scenario.faults = {Fault{"gpt4_vision", s(60), s(90), Duration{0}, {}, OutageFault{}},
                       Fault{"claude", s(80), s(30), Duration{0}, {}, LatencyFault{3.0, Duration{0}}}};
    return scenario;
}

MadeUpTrace::MadeUpTrace(const MadeUpPlan &plan) : scenario_(madeUpScenario(plan)), index_(scenario_) {
    std::vector<TraceRecord> records = Writer(plan).write();
    finished_ = plan.computed_s >= plan.duration_s;
    if (!finished_) {
        const auto last = std::upper_bound(records.begin(), records.end(), at(plan.computed_s),
                                           [](SimTime t, const TraceRecord &record) { return t < record.time; });
        records.erase(last, records.end());
    }
    computed_ = finished_ && !records.empty() ? records.back().time : at(plan.computed_s);
    store_.take(records);
    view_ = store_.view();
    index_.extend(view_);
}

} // namespace halfopen::gui_test
