// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/policy/budget.h"

namespace halfopen {

inline constexpr TryResult ok = TryResult::success;

/// A naive budget: the whole history is kept, and each question is answered from it anew. Amounts in thousandths.
struct Reference {
    const BudgetConfig &config;
    struct Event {
        enum Kind { request, first_or_later_try, ended_try, retry_taken } kind;
        SimTime when;
        TryResult result = ok;
        std::int64_t cost = 0; ///< thousandths
    };
    std::vector<Event> history;

    static std::int64_t milli(double tokens) { return std::llround(tokens * 1000.0); }

    std::int64_t count(SimTime now, Duration window, auto predicate) const {
        return std::count_if(history.begin(), history.end(),
                             [&](const Event &e) { return e.when > now - window && e.when <= now && predicate(e); });
    }

    /// Tokens of the four buckets, in thousandths, from their first to their last movement.
    std::int64_t tokens() const {
        std::int64_t level = 0, cap = 0;
        const auto walk = [&](double capacity, auto step) {
            level = cap = milli(capacity);
            for (const Event &e : history)
                level = step(e);
        };
        if (const auto *s = std::get_if<TokenBucketBudget>(&config.scheme)) {
            walk(s->capacity, [&](const Event &e) {
                if (e.kind == Event::retry_taken) return level - e.cost;
                if (e.kind != Event::ended_try || e.result != ok) return level;
                const std::int64_t refund = e.cost > 0 ? e.cost : milli(s->success_refund);
                return s->refills_past_capacity ? std::max(cap, level + refund) : std::min(cap, level + refund);
            });
        } else if (const auto *c = std::get_if<PerCallBucketBudget>(&config.scheme)) {
            walk(c->capacity, [&](const Event &e) {
                if (e.kind == Event::request) return std::min(cap, level + milli(c->deposit_per_call));
                return e.kind == Event::retry_taken ? level - milli(c->retry_cost) : level;
            });
        } else if (const auto *b = std::get_if<SuccessBucketBudget>(&config.scheme)) {
            walk(b->capacity, [&](const Event &e) {
                if (e.kind == Event::ended_try && e.result == ok)
                    return std::min(cap, level + milli(b->deposit_per_success));
                return e.kind == Event::retry_taken ? level - milli(b->retry_cost) : level;
            });
        } else if (const auto *t = std::get_if<ThrottleBudget>(&config.scheme)) {
            walk(t->max_tokens, [&](const Event &e) {
                if (e.kind != Event::ended_try || e.result == TryResult::rejected) return level;
                return e.result == ok ? std::min(cap, level + milli(t->token_ratio))
                                      : std::max<std::int64_t>(0, level - 1000);
            });
        }
        return level;
    }

    /// Finagle's sum: slices end when somebody looks, and ten of them count.
    std::int64_t leaky(const RatioBudget &s, SimTime now) const {
        const Duration slice = s.window / 10;
        SimTime since = kTimeZero;
        std::int64_t generation = 0, sum = 0;
        std::vector<std::pair<std::int64_t, std::int64_t>> amounts;
        const auto look = [&](SimTime t) {
            if (t - since < slice) return;
            generation += (t - since) / slice;
            since = t;
        };
        for (const Event &e : history) {
            if (e.kind != Event::request && e.kind != Event::retry_taken) continue;
            look(e.when);
            amounts.emplace_back(generation,
                                 e.kind == Event::request ? 1000 : -static_cast<std::int64_t>(1000 / s.percent));
        }
        look(now);
        for (const auto &[born, amount] : amounts)
            sum += generation - born < 10 ? amount : 0;
        return sum;
    }

    bool allows(SimTime now, TryResult why, int under_way, int held) const {
        if (const auto *s = std::get_if<TokenBucketBudget>(&config.scheme)) return cost(*s, why) <= tokens();
        if (const auto *c = std::get_if<PerCallBucketBudget>(&config.scheme)) return tokens() > milli(c->retry_cost);
        if (const auto *b = std::get_if<SuccessBucketBudget>(&config.scheme)) return tokens() >= milli(b->retry_cost);
        if (const auto *t = std::get_if<ThrottleBudget>(&config.scheme)) return 2 * tokens() > milli(t->max_tokens);
        if (const auto *r = std::get_if<RatioBudget>(&config.scheme)) {
            const auto price = static_cast<std::int64_t>(1000 / r->percent);
            return leaky(*r, now) + std::llround(r->min_per_second * seconds(r->window) * static_cast<double>(price)) >=
                   price;
        }
        if (const auto *a = std::get_if<ActiveShareBudget>(&config.scheme)) {
            return held <
                   std::max<int>(static_cast<int>(std::floor(a->percent * under_way + 1e-9)), a->min_concurrency);
        }
        if (const auto *f = std::get_if<FailureRateBudget>(&config.scheme)) {
            const Duration window = f->window.value_or(Duration(kDurationMax));
            const auto bad =
                count(now, window, [](const Event &e) { return e.kind == Event::ended_try && e.result != ok; });
            const auto all = count(now, window, [&](const Event &e) {
                return e.kind == (f->per == FailureRatePer::requests ? Event::request : Event::ended_try);
            });
            return static_cast<double>(bad) <= f->threshold * static_cast<double>(all) + 1e-12;
        }
        return true;
    }

    static std::int64_t cost(const TokenBucketBudget &s, TryResult why) {
        if (why == TryResult::timeout) return milli(s.timeout_cost);
        if (why == TryResult::throttled) return milli(s.throttling_cost.value_or(s.retry_cost));
        return milli(s.retry_cost);
    }

    double refusal(SimTime now) const {
        const auto *s = std::get_if<AdaptiveThrottleBudget>(&config.scheme);
        if (!s) return 0.0;
        const auto tries = count(now, s->window, [](const Event &e) { return e.kind == Event::first_or_later_try; });
        const auto good =
            count(now, s->window, [](const Event &e) { return e.kind == Event::ended_try && e.result == ok; });
        const double n = static_cast<double>(tries);
        return std::max(0.0, (n - s->k * static_cast<double>(good)) / (n + 1.0));
    }
};

} // namespace halfopen
