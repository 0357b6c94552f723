// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_backoff.h"

#include "engine/files/conformance_family.h"

#include <fmt/format.h>

#include <cmath>
#include <memory>

namespace halfopen::vectors {

namespace {

/// The waits of one loop of tries, all of which fail, through the retry object.
std::vector<Duration> waits_of(const BackoffSubject &subject, const std::vector<double> &uniforms) {
    RetryConfig config;
    config.backoff = subject.backoff;
    config.jitter = subject.jitter;
    config.max_attempts = subject.attempts.value_or(static_cast<int>(uniforms.size()) + 1);
    const ErrorMatrix matrix;
    RetryState state;
    std::vector<Duration> waits;
    for (int k = 1;; ++k) {
        ++state.tries;
        const double u =
            static_cast<std::size_t>(k) <= uniforms.size() ? uniforms[static_cast<std::size_t>(k) - 1] : 0.0;
        const RetryDecision decision = after_failure(config, matrix, state, kind_network, {}, u);
        if (decision.verdict != RetryVerdict::again) return waits;
        waits.push_back(subject.backoff.sorted > 0 ? sorted_wait(subject.backoff, subject.jitter, uniforms, k)
                                                   : decision.wait);
    }
}

std::optional<std::string> compare_waits(const BackoffVector &vector, const std::string &where,
                                         const std::vector<double> &uniforms, const std::vector<double> &expected) {
    const std::vector<Duration> got = waits_of(vector.subject, uniforms);
    if (got.size() != expected.size()) {
        return fmt::format("{}: {}: expected {} waits, got {}", vector.id, where, expected.size(), got.size());
    }
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double wanted = expected[i] * vector.unit_ns;
        const double found = static_cast<double>(got[i].count());
        if (std::abs(found - wanted) <= vector.subject.tolerance_ns + 1e-9 * wanted) continue;
        return fmt::format("{}: {}: wait {}: expected {} ms, got {} ms", vector.id, where, i + 1, wanted * 1e-6,
                           found * 1e-6);
    }
    return std::nullopt;
}

ConformanceOutcome replay(const BackoffVector &vector, const ConformanceOptions &options) {
    ConformanceOutcome outcome;
    if (!vector.delays.empty()) {
        const std::vector<double> zeros(vector.delays.size(), 0.0);
        outcome.difference = compare_waits(vector, "delays", zeros, vector.delays);
    }
    for (std::size_t i = 0; i < vector.traces.size() && !outcome.difference; ++i) {
        const BackoffTrace &trace = vector.traces[i];
        outcome.difference = compare_waits(vector, fmt::format("trace {}", i + 1), trace.uniforms, trace.delays);
    }
    if (!vector.distribution) return outcome;
    outcome.figures = compare_distribution(vector, options);
    for (const ConformanceFigure &figure : outcome.figures) {
        if (figure.passed || outcome.difference) continue;
        outcome.difference = fmt::format("{}: {}: expected {:.6g}, got {:.6g}, z = {:.2f}", vector.id, figure.name,
                                         figure.expected, figure.measured, figure.z);
    }
    return outcome;
}

RecordedSample sample_of(const Json &object) {
    RecordedSample sample{number_member(object, "mean"),
                          number_member(object, "sd"),
                          number_member(object, "min"),
                          number_member(object, "max"),
                          {}};
    for (const auto &[name, value] : object.items()) {
        if (name.size() == 3 && name[0] == 'q') {
            const double percent = (name[1] - '0') * 10 + (name[2] - '0');
            sample.quantiles.emplace_back(percent / 100.0, number_member(object, name.c_str()));
        }
    }
    return sample;
}

BackoffDistribution distribution_of(const Json &object) {
    BackoffDistribution distribution;
    distribution.n = number_member(object, "n");
    if (distribution.n < 2) throw Unusable{"n is out of range"};
    for (const Json &wait : list_member(object, "per_attempt"))
        distribution.waits.push_back(sample_of(wait));
    distribution.total = sample_of(object_member(object, "total"));
    for (const Json &r : list_member(object, "corr_successive")) {
        if (!r.is_null() && !r.is_number()) throw Unusable{"corr_successive is not a list of numbers"};
        distribution.correlations.push_back(r.is_null() ? std::nullopt : std::optional(r.get<double>()));
    }
    if (distribution.waits.empty() || distribution.correlations.size() + 1 > distribution.waits.size()) {
        throw Unusable{"per_attempt and corr_successive do not fit"};
    }
    return distribution;
}

BackoffVector vector_of(const Json &line) {
    BackoffVector vector;
    vector.id = text_member(line, "id");
    Params params(line);
    vector.subject = backoff_of_library(text_member(line, "library"), text_member(line, "kind"), params);
    const std::string unit = text_member(line, "unit");
    if (unit != "ms" && unit != "s") throw Unusable{fmt::format("unknown unit \"{}\"", unit)};
    vector.unit_ns = unit == "s" ? 1e9 : 1e6;
    if (flag_member(line, "deterministic")) {
        vector.delays = numbers(list_member(line, "delays"), "delays");
        if (vector.delays.empty()) throw Unusable{"delays is empty"};
        return vector;
    }
    for (const Json &trace : list_member(line, "traces")) {
        vector.traces.push_back(
            {numbers(list_member(trace, "u"), "u"), numbers(list_member(trace, "delays"), "delays")});
    }
    if (const Json *distribution = optional_member(line, "distribution")) {
        vector.distribution = distribution_of(*distribution);
    }
    if (vector.traces.empty() && !vector.distribution) throw Unusable{"there is nothing to compare"};
    return vector;
}

} // namespace

ConformanceCase backoff_case(const Json &line, const ConformanceOptions &options) {
    const auto vector = std::make_shared<const BackoffVector>(vector_of(line));
    ConformanceCase result;
    result.weight = vector->distribution ? 1e6 * options.effort : 100.0;
    result.replay = [vector, options] { return replay(*vector, options); };
    return result;
}

} // namespace halfopen::vectors
