// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit_services.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace halfopen {

std::vector<Quantiles::Point> percentiles_of(const std::vector<Duration> &sorted) {
    std::vector<Quantiles::Point> points;
    const auto n = static_cast<double>(sorted.size());
    for (const double share : {0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const bool told = share <= 0.0 || share >= 1.0 || (n * share >= 1.0 && n * (1.0 - share) >= 1.0);
        if (sorted.empty() || !told) continue;
        const auto rank = static_cast<std::size_t>(share * (n - 1.0) + 0.5);
        points.push_back({share, sorted[rank]});
    }
    return points;
}

namespace {

constexpr std::size_t kCallsOfStep = 20;

/// The calls of some neighbouring windows.
class StepFold {
public:
    void take(const RecordedCall &call) {
        ++calls_;
        if (call.outcome != 0)
            ++failures_[call.outcome];
        else if (call.latency.count() >= 0)
            latencies_.push_back(call.latency);
    }
    bool enough() const { return calls_ >= kCallsOfStep; }
    bool empty() const { return calls_ == 0; }
    FittedStep step(Duration at) {
        FittedStep step;
        step.at = at;
        step.calls = calls_;
        for (const auto &[outcome, count] : failures_)
            step.failures.emplace_back(outcome, static_cast<double>(count) / static_cast<double>(calls_));
        std::sort(latencies_.begin(), latencies_.end());
        if (latencies_.size() >= kCallsOfStep / 2) step.latency = percentiles_of(latencies_);
        *this = {};
        return step;
    }

private:
    std::size_t calls_ = 0;
    std::map<std::uint16_t, std::size_t> failures_;
    std::vector<Duration> latencies_;
};

} // namespace

std::vector<FittedStep> steps_of(const Incident &incident, const CallList &calls, Duration window) {
    std::vector<FittedStep> steps;
    StepFold fold;
    Duration from{0}; // of the step that is being filled
    std::int64_t number = 0;
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        const std::int64_t now = (call.start - kTimeZero) / window;
        if (now != number) {
            if (fold.enough()) {
                steps.push_back(fold.step(from));
                from = window * now;
            } else if (fold.empty()) {
                from = window * now;
            }
            number = now;
        }
        fold.take(call);
    }
    // A rest that is too small belongs to the last step.
    if (!fold.empty() && (fold.enough() || steps.empty())) steps.push_back(fold.step(from));
    return steps;
}

namespace {

/// Waits between the end of one try and the start of the next, by the number of the try.
std::map<int, std::vector<Duration>> waits_of(const Incident &incident, const CallList &calls) {
    std::map<std::uint32_t, const RecordedCall *> last;
    std::map<int, std::vector<Duration>> waits;
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        const RecordedCall *&before = last[call.request];
        if (before && call.attempt == before->attempt + 1 && before->latency.count() >= 0 && call.start >= before->end())
            waits[before->attempt].push_back(call.start - before->end());
        before = &call;
    }
    for (auto &[attempt, list] : waits) std::sort(list.begin(), list.end());
    return waits;
}

Duration middle(const std::vector<Duration> &sorted, double q = 0.5) {
    return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + 0.5)];
}

/// Calls that timed out all took about as long as their timeout.
std::optional<Duration> timeout_of(const Incident &incident, const CallList &calls) {
    std::vector<Duration> took;
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        if (incident.outcomes[call.outcome] == "timeout" && call.latency.count() > 0) took.push_back(call.latency);
    }
    if (took.size() < 3) return std::nullopt;
    std::sort(took.begin(), took.end());
    if (middle(took, 0.9) - middle(took, 0.1) > middle(took) / 5) return std::nullopt;
    return middle(took);
}

void read_prices(const Incident &incident, const CallList &calls, FittedService &service) {
    std::map<std::uint16_t, std::pair<double, std::size_t>> sums; // nano-USD, calls
    for (const std::uint32_t i : calls) {
        const RecordedCall &call = incident.calls[i];
        if (call.cost_nano < 0) continue;
        auto &[sum, count] = sums[call.outcome];
        sum += static_cast<double>(call.cost_nano);
        ++count;
    }
    const auto success = sums.find(0);
    if (success == sums.end() || success->second.first <= 0.0) return;
    const auto mean = [](const auto &entry) { return entry.first / static_cast<double>(entry.second); };
    service.cost_usd = mean(success->second) / 1e9;
    for (const auto &[outcome, entry] : sums)
        service.billing.emplace_back(outcome, std::clamp(mean(entry) / mean(success->second), 0.0, 1.0));
}

} // namespace

void read_habits(const Incident &incident, const CallList &calls, FittedService &service) {
    for (const std::uint32_t i : calls)
        service.max_attempts = std::max(service.max_attempts, static_cast<int>(std::min<std::uint16_t>(incident.calls[i].attempt, 20)));
    service.timeout = timeout_of(incident, calls);
    const auto waits = waits_of(incident, calls);
    if (const auto first = waits.find(1); first != waits.end()) {
        service.backoff = middle(first->second);
        service.jitter = middle(first->second, 0.9) - middle(first->second, 0.1) > service.backoff / 3;
        const auto second = waits.find(2);
        if (second != waits.end() && service.backoff.count() > 0) {
            const double ratio = seconds(middle(second->second)) / seconds(service.backoff);
            service.multiplier = std::clamp(std::round(ratio * 10.0) / 10.0, 1.0, 10.0);
        }
        if (service.jitter) service.backoff *= 2; // full jitter: the middle is half of the wait
    }
    read_prices(incident, calls, service);
}

} // namespace halfopen
