// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/files/conformance.h"

// Internal to engine/files: figures of replications against their expectations.
namespace halfopen::vectors {

/// A figure passes when |z| is below this.
inline constexpr double kStandardErrorsMax = 5.0;
/// Replications at effort 1.
inline constexpr double kReplications = 100.0;

/// How many replications an effort means; at least 5.
int replications(const ConformanceOptions &options);

/// The seed of one replication of one vector, so that no two vectors share their luck.
std::uint64_t replication_seed(const ConformanceOptions &options, const std::string &id, int replication);

/// One sum over another by replication: an average over customers (sum of waits over their number) or over time.
/// Under an expectation e the terms over - e * under have the mean 0 exactly, where the ratio of the two is biased; so
/// the test is a t test of these terms.
class RatioSample {
public:
    void add(double over, double under) {
        over_.push_back(over);
        under_.push_back(under);
    }
    double under() const; ///< in all
    /// `variance_least`: a lower bound of the variance of one unit of `under` (of one customer, say). It holds where
    /// what is rare was not met and the replications show no spread at all.
    ConformanceFigure judge(std::string name, double expected, double variance_least = 0.0) const;
    /// The same for the root of an average square, such as a standard deviation.
    ConformanceFigure judge_root(std::string name, double expected, double variance_least = 0.0) const;

private:
    std::vector<double> over_, under_;
};

/// The lower bound of the variance of a quantity that has mean `mean` and differs from 0 with probability `chance`.
double variance_of_rare(double mean, double chance);

/// A figure that was not measured, and why. It counts as passed.
ConformanceFigure not_run(std::string name, double expected, std::string why);

/// z of a difference whose standard error is known, or comes from a t quantile with so many degrees of freedom.
double z_of_t(double t, int degrees);

/// The first figure that did not pass, as text; nothing when all passed.
std::optional<std::string> first_missed(const std::string &id, const std::vector<ConformanceFigure> &figures);

} // namespace halfopen::vectors
