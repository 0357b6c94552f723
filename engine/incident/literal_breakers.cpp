// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/literal_breakers.h"

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

constexpr double kMiddle = 0.5; ///< of a jittered open time: the draw was not recorded

bool stands_outside_retries(const PolicyConfig &policy) {
    const auto place = [&](LayerKind kind) { return std::find(policy.order.begin(), policy.order.end(), kind); };
    return policy.retry && place(LayerKind::breaker) < place(LayerKind::retry);
}

/// Ticks, hang limits and scheduled re-tests.
bool moves_by_itself(const BreakerConfig &config) {
    return config.evaluate == Evaluate::tick || config.probe_timeout || config.retest == Retest::scheduled;
}

} // namespace

LiteralBreakers::LiteralBreakers(const Scenario &scenario, const Layout &layout, Emit emit)
    : scenario_(scenario), layout_(layout), emit_(std::move(emit)), breakers_(layout.breakers.size()) {
    for (std::uint32_t b = 0; b < breakers_.size(); ++b) {
        outside_.push_back(stands_outside_retries(scenario.policies[layout.breakers[b].policy]));
        if (moves_by_itself(config(b))) timed_.push_back(b);
        agreement_.push_back({b, 0, 0, 0});
    }
}

std::optional<std::uint32_t> LiteralBreakers::at(std::uint32_t workload, std::uint32_t instance, std::uint8_t leg) const {
    return layout_.breaker(workload, instance, leg);
}

Verdict LiteralBreakers::verdict_of(Outcome outcome) const {
    if (outcome == kSuccess) return Verdict::success;
    switch (scenario_.kinds[outcome].breaker) {
    case BreakerCount::success: return Verdict::success;
    case BreakerCount::failure: return Verdict::failure;
    case BreakerCount::ignore: break;
    }
    return Verdict::ignored;
}

void LiteralBreakers::changed(const BreakerChanges &changes, std::uint32_t number, SimTime now, std::uint32_t request) {
    for (int i = 0; i < changes.count; ++i) {
        const BreakerTransition &change = changes.list[static_cast<std::size_t>(i)];
        TraceRecord r;
        r.time = now;
        r.request = request;
        r.object = number;
        r.kind = RecordKind::breaker_changed;
        r.value = change.to == BreakerState::open ? breakers_[number].retest_at().time_since_epoch().count() : 0;
        r.detail = static_cast<std::uint16_t>(static_cast<unsigned>(change.from) * 16 + static_cast<unsigned>(change.to));
        r.reason = static_cast<std::uint8_t>(change.reason);
        emit_(r);
        r.kind = RecordKind::breaker_numbers;
        r.value = static_cast<std::int64_t>((static_cast<std::uint64_t>(static_cast<std::uint32_t>(change.measured)) << 32) | static_cast<std::uint32_t>(change.limit));
        r.detail = r.reason = 0;
        emit_(r);
    }
}

std::optional<Permit> LiteralBreakers::call(std::uint32_t number, SimTime now, std::uint32_t request) {
    const Admission admission = breakers_[number].admit(config(number), now);
    changed(admission.changes, number, now, request);
    if (admission.permitted) return admission.permit;
    ++agreement_[number].would_have_refused;
    return std::nullopt;
}

void LiteralBreakers::result(std::uint32_t number, SimTime now, const Permit &permit, Outcome outcome, const TraceRecord &like) {
    Breaker &breaker = breakers_[number];
    const BreakerConfig &rules = config(number);
    if (outcome == kind_deadline || outcome == kind_cancelled) return breaker.abandon(rules, permit); // cut by something outside
    const Verdict verdict = verdict_of(outcome);
    const BreakerState before = breaker.state();
    const BreakerChanges changes = breaker.observe(rules, now, permit, verdict, now - permit.since, kMiddle);
    const bool windowed = rules.trip == TripRule::count_window || rules.trip == TripRule::time_window;
    TraceRecord r = like;
    r.time = now;
    r.kind = RecordKind::breaker_observed;
    r.object = number;
    r.value = windowed ? breaker.window().total().failures : breaker.failures();
    r.detail = static_cast<std::uint16_t>(outcome | (static_cast<unsigned>(before) << 8));
    r.reason = static_cast<std::uint8_t>(verdict);
    emit_(r);
    changed(changes, number, now, like.request);
}

void LiteralBreakers::refusal(std::uint32_t number, SimTime now) {
    ++agreement_[number].refused_in_record;
    Breaker asked = breakers_[number];
    const Admission admission = asked.admit(config(number), now);
    if (admission.permitted) { // nobody knows what would have come of it: it was not asked
        ++agreement_[number].would_have_let_pass;
        return;
    }
    breakers_[number] = asked; // some count refused calls too
    changed(admission.changes, number, now, 0);
}

SimTime LiteralBreakers::due() const {
    SimTime first = kTimeNever;
    for (const std::uint32_t b : timed_) first = std::min(first, breakers_[b].timer_at(config(b)));
    return first;
}

void LiteralBreakers::move(SimTime now) {
    for (const std::uint32_t b : timed_)
        if (breakers_[b].timer_at(config(b)) <= now) changed(breakers_[b].on_timer(config(b), now, kMiddle), b, now, 0);
}

} // namespace halfopen
