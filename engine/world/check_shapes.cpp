// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/scenario_checker.h"

namespace halfopen {

void ScenarioChecker::distribution(const std::string &path, const Distribution &d) {
    if (const auto *c = std::get_if<Constant>(&d.kind)) duration(path, c->value);
    if (const auto *u = std::get_if<Uniform>(&d.kind)) {
        duration(path + ".uniform.from", u->from);
        duration(path + ".uniform.to", u->to);
        if (u->to < u->from) fail(path + ".uniform", phrase("Invalid", "`to` must not be below `from`"));
    }
    if (const auto *e = std::get_if<Exponential>(&d.kind)) duration(path + ".exponential.mean", e->mean);
    if (const auto *n = std::get_if<FoldedNormal>(&d.kind)) {
        duration(path + ".normal.mean", n->mean);
        duration(path + ".normal.sd", n->sd);
    }
    if (const auto *l = std::get_if<Lognormal>(&d.kind)) {
        duration(path + ".lognormal.p50", l->p50, Duration{1});
        duration(path + ".lognormal.p99", l->p99, Duration{1});
        if (l->p99 < l->p50) fail(path + ".lognormal", phrase("Invalid", "p99 must not be below p50"));
    }
    if (const auto *g = std::get_if<Gamma>(&d.kind)) {
        duration(path + ".gamma.mean", g->mean);
        within(path + ".gamma.cv", g->cv, 0.01, 100.0);
    }
    if (const auto *p = std::get_if<Pareto>(&d.kind)) {
        duration(path + ".pareto.min", p->min);
        within(path + ".pareto.alpha", p->alpha, 0.05, 1000.0);
        duration(path + ".pareto.cap", p->cap);
        if (p->cap.count() > 0 && p->cap < p->min) fail(path + ".pareto", phrase("Invalid", "`cap` must not be below `min`"));
    }
    if (const auto *e = std::get_if<Empirical>(&d.kind); e && (!e->samples || e->samples->empty())) {
        fail(path, phrase("Invalid", "there are no samples in \"{}\""), e->file);
    }
    if (const auto *q = std::get_if<Quantiles>(&d.kind)) quantiles(path + ".quantiles", *q);
    if (const auto *l = std::get_if<LoadDependent>(&d.kind)) {
        duration(path + ".load.base", l->base);
        duration(path + ".load.per_in_flight", l->per_in_flight);
    }
    if (const auto *m = std::get_if<std::shared_ptr<const Mixture>>(&d.kind)) {
        double sum = 0.0;
        if (!*m || (*m)->parts.empty()) return fail(path + ".mixture", phrase("Invalid", "needs at least one part"));
        for (std::size_t i = 0; i < (*m)->parts.size(); ++i) {
            const std::string part = fmt::format("{}.mixture[{}]", path, i);
            share(part + ".weight", (*m)->parts[i].weight);
            distribution(part, (*m)->parts[i].distribution);
            sum += (*m)->parts[i].weight;
        }
        if (!(sum > 0.999999 && sum < 1.000001)) fail(path + ".mixture", phrase("Invalid", "the weights must sum to 100%, got {:g}%"), sum * 100);
    }
}

void ScenarioChecker::quantiles(const std::string &path, const Quantiles &config) {
    if (config.points.empty()) return fail(path, phrase("Invalid", "needs at least one percentile"));
    for (std::size_t i = 0; i < config.points.size(); ++i) {
        const Quantiles::Point &point = config.points[i];
        share(path, point.share);
        duration(path, point.value);
        if (i == 0) continue;
        const Quantiles::Point &before = config.points[i - 1];
        if (point.share <= before.share) fail(path, phrase("Invalid", "p{:g} stands here twice"), point.share * 100.0);
        if (point.value < before.value)
            fail(path, phrase("Invalid", "p{:g} must not be below p{:g}"), point.share * 100.0, before.share * 100.0);
    }
}

namespace {

bool depends_on_load(const Distribution &d) {
    const auto *m = std::get_if<std::shared_ptr<const Mixture>>(&d.kind);
    if (!m || !*m) return std::holds_alternative<LoadDependent>(d.kind);
    return std::any_of((*m)->parts.begin(), (*m)->parts.end(),
                       [](const Mixture::Part &part) { return depends_on_load(part.distribution); });
}

} // namespace

void ScenarioChecker::duration_of_its_own(const std::string &path, const Distribution &d, const Phrase &what) {
    distribution(path, d);
    if (depends_on_load(d)) fail(path, phrase("Invalid", "{} cannot depend on the service's load"), said(what));
}

void ScenarioChecker::backoff(const std::string &path, const BackoffConfig &config, const std::string &jitter_path,
                              const JitterConfig &jitter) {
    duration(path + ".base", config.base);
    within(path + ".multiplier", config.multiplier, 0.0, 1000.0);
    within(path + ".offset", config.offset, -1, 100);
    if (jitter.kind == JitterKind::polly_v2 && config.multiplier < 1.0) {
        fail(path + ".multiplier", phrase("Invalid", "polly_v2 jitter needs at least 1, got {:g}"), config.multiplier);
    }
    if (config.cap) duration(path + ".cap", *config.cap);
    duration(path + ".floor", config.floor);
    duration(path + ".rounding_unit", config.rounding_unit, Duration{1});
    within(path + ".sorted", config.sorted, 0, kSortedWaitsMax);
    if (config.whole_steps && config.family != BackoffFamily::exponential) {
        fail(path + ".whole_steps", phrase("Invalid", "needs `family: exponential`"));
    }
    const bool share_only = jitter.kind == JitterKind::symmetric || jitter.kind == JitterKind::randomized;
    within(jitter_path, jitter.factor, 0.0, share_only ? 1.0 : 100.0);
    duration(jitter_path + ".spread", jitter.amount);
}

void ScenarioChecker::retry(const std::string &path, const RetryConfig &config) {
    within(path + ".max_attempts", config.max_attempts, 1, kAttemptsMax);
    backoff(path + ".backoff", config.backoff, path + ".jitter", config.jitter);
    for (const KindSchedule &own : config.per_kind) {
        const std::string at = path + ".per_kind." + scenario_.kinds[own.kind].name;
        backoff(at + ".backoff", own.backoff, at + ".jitter", own.jitter);
    }
    if (config.retry_after.limit) duration(path + ".retry_after.limit", *config.retry_after.limit);
}

void ScenarioChecker::shares(const std::string &path, const std::vector<std::pair<Outcome, double>> &list) {
    for (const auto &[kind, value] : list) share(path + "." + scenario_.kinds[kind].name, value);
}

} // namespace halfopen
