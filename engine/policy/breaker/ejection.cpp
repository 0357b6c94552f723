// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/ejection.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

/// The first multiple of a sweep at or after `t`.
SimTime sweep_from(Duration sweep, SimTime t) {
    const std::int64_t whole = t.time_since_epoch() / sweep;
    const SimTime before = kTimeZero + sweep * whole;
    return before == t ? t : saturating_add(before, sweep);
}

bool rates_matter(const EjectionConfig &config) { return config.sweep && (config.deviations || config.failure_share); }

/// The uniform of the kth ejection of one sweep: the fractional part of u + k times the golden section.
double uniform_of(double u, int k) {
    const double turned = u + 0.6180339887498949 * k;
    return turned - std::floor(turned);
}

double success_share(int calls, int failures) { return static_cast<double>(calls - failures) / calls; }

} // namespace

Ejection::Ejection(int replicas) : replicas_(static_cast<std::size_t>(replicas)) {}

bool Ejection::all_ejected() const { return out_ == static_cast<int>(replicas_.size()); }

SimTime Ejection::returns_at() const {
    SimTime first = kTimeNever;
    for (const Replica &replica : replicas_) {
        if (replica.ejected) first = std::min(first, replica.until);
    }
    return first;
}

void Ejection::bring_back(const BreakerConfig &config, SimTime now, std::vector<Change> &changes) {
    for (std::size_t i = 0; i < replicas_.size() && out_ > 0; ++i) {
        Replica &replica = replicas_[i];
        if (!replica.ejected || replica.until > now) continue;
        replica.ejected = false;
        replica.returned = now;
        if (config.reset_window != ResetWindow::never) replica.count.clear(now);
        --out_;
        changes.push_back({static_cast<int>(i), false, now, BreakerReason::open_time_over, 0, 0});
    }
}

void Ejection::settle(const BreakerConfig &config, SimTime now, std::vector<Change> &changes) {
    if (out_ > 0 && !config.ejection.sweep) bring_back(config, now, changes);
}

void Ejection::eject(const BreakerConfig &config, SimTime now, int number, double u, const TripVerdict &why,
                     std::optional<Duration> hint, std::vector<Change> &changes) {
    const EjectionConfig &rule = config.ejection;
    const double share = static_cast<double>(out_ + 1) / static_cast<double>(replicas_.size());
    const bool allowed = share <= rule.max_share + 1e-12 || (rule.always_one && out_ == 0);
    if (!allowed) return;
    Replica &replica = replicas_[static_cast<std::size_t>(number)];
    Duration time = config.open_for;
    if (config.open_for_hint && hint) {
        time = *hint;
    } else if (rule.grows) {
        const Duration most = rule.time_max.value_or(kDurationMax);
        const double base = static_cast<double>(config.open_for.count());
        if (base * replica.times < static_cast<double>(most.count()) + base) ++replica.times;
        time = std::min(duration_from_ns(base * replica.times), most);
    }
    time += duration_from_ns(u * static_cast<double>(rule.jitter.count()));
    replica.until = saturating_add(now, time);
    if (rule.sweep) replica.until = sweep_from(*rule.sweep, replica.until);
    replica.ejected = true;
    ++out_;
    changes.push_back({number, true, replica.until, why.reason, why.measured, why.limit});
}

/// The rule for a replica that has nobody to stand in for it.
bool Ejection::sole_may_stay(const BreakerConfig &config, const Replica &replica) const {
    if (replicas_.size() > 1 || !config.ejection.sole_calls) return false;
    const WindowCounts &total = replica.count.window().total();
    return total.calls < *config.ejection.sole_calls || total.failures < total.calls;
}

void Ejection::observe(const BreakerConfig &config, SimTime now, int number, Verdict verdict, double u,
                       std::vector<Change> &changes, std::optional<Duration> hint) {
    if (verdict == Verdict::ignored && config.ignored_results != IgnoredResults::success) return;
    const bool failure = verdict == Verdict::failure;
    Replica &replica = replicas_[static_cast<std::size_t>(number)];
    replica.count.result(config, now, failure, false);
    ++replica.calls;
    replica.failures += failure ? 1 : 0;
    if (!replica.ejected && (failure || config.evaluate == Evaluate::every_result)) {
        TripVerdict why = replica.count.check(config);
        if (failure && hint && config.ejection.hint_at_once) why = {BreakerReason::retry_after, 0, 0};
        if (why.reason != BreakerReason::none) {
            if (!sole_may_stay(config, replica)) eject(config, now, number, u, why, hint, changes);
            if (!config.windowed()) replica.count.clear(now); // it fires once, also when too many are out already
        }
    }
    arm(config, now);
}

/// Waits for the next sweep if it may change anything.
void Ejection::arm(const BreakerConfig &config, SimTime now) {
    if (!config.ejection.sweep || next_sweep_ != kTimeNever) return;
    const bool rated = rates_matter(config.ejection);
    const bool needed = std::any_of(replicas_.begin(), replicas_.end(), [&](const Replica &replica) {
        return replica.ejected || replica.times > 0 || (rated && replica.calls > 0);
    });
    if (needed) next_sweep_ = sweep_from(*config.ejection.sweep, now + Duration{1});
}

SimTime Ejection::timer_at(const BreakerConfig &) const { return next_sweep_; }

/// Takes out who did worse in the last interval than the others, and who failed too often.
void Ejection::eject_outliers(const BreakerConfig &config, SimTime now, double u, std::vector<Change> &changes) {
    const EjectionConfig &rule = config.ejection;
    std::vector<int> rated;
    double sum = 0.0;
    for (std::size_t i = 0; i < replicas_.size(); ++i) {
        const Replica &replica = replicas_[i];
        if (replica.ejected || replica.calls < std::max(1, rule.rated_calls)) continue;
        rated.push_back(static_cast<int>(i));
        sum += success_share(replica.calls, replica.failures);
    }
    if (rated.empty() || static_cast<int>(rated.size()) < rule.rated_replicas) return;
    const double mean = sum / static_cast<double>(rated.size());
    double variance = 0.0;
    for (const int i : rated) {
        const Replica &replica = replicas_[static_cast<std::size_t>(i)];
        const double off = success_share(replica.calls, replica.failures) - mean;
        variance += off * off / static_cast<double>(rated.size());
    }
    const double least = mean - rule.deviations.value_or(0.0) * std::sqrt(variance);
    int k = 0;
    for (const int i : rated) {
        const Replica &replica = replicas_[static_cast<std::size_t>(i)];
        const double share = success_share(replica.calls, replica.failures);
        if (rule.deviations && share < least - 1e-12) {
            const auto per_10000 = [](double s) { return static_cast<std::int32_t>(std::lround(s * 10000.0)); };
            eject(config, now, i, uniform_of(u, k++), {BreakerReason::success_rate, per_10000(share), per_10000(least)},
                  std::nullopt, changes);
        } else if (rule.failure_share && 1.0 - share >= *rule.failure_share - 1e-12) {
            eject(config, now, i, uniform_of(u, k++), {BreakerReason::failure_rate, replica.failures, replica.calls},
                  std::nullopt, changes);
        }
    }
}

void Ejection::on_timer(const BreakerConfig &config, SimTime now, std::vector<Change> &changes, double u) {
    if (now < next_sweep_) return;
    next_sweep_ = kTimeNever;
    bring_back(config, now, changes);
    if (!config.ejection.sweep) return; // it was edited away
    if (rates_matter(config.ejection)) eject_outliers(config, now, u, changes);
    for (Replica &replica : replicas_) {
        replica.calls = replica.failures = 0;
        const bool healthy = !replica.ejected && replica.returned && now - *replica.returned >= *config.ejection.sweep;
        if (healthy && replica.times > 0) --replica.times;
    }
    arm(config, now);
}

} // namespace halfopen
