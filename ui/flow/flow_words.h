// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "engine/base/time.h"
#include "engine/policy/policy.h"
#include "engine/sim/simulation.h"
#include "ui/flow/stage.h"

namespace halfopen {

// The short words on the pipeline. A box has room for two lines of about ten letters; what it means stands in its tip.

/// "6.1", "48", "1.2k": calls a second beside an arrow.
QString flowRate(double perSecond);
/// "28.3 s", "0.25 s", "5 min", "250 µs": short, with its unit.
QString shortDuration(Duration d);
/// What stands where the requests come from.
QString callersWord();
/// The word above a column: "retry", "rate limiter".
QString titleOf(Stage stage);
/// What a layer is for, whether it is on or off: the first sentence of its tip.
QString purposeOf(Stage stage);

/// At most two lines of a layer that is on.
struct StageLines {
    QString first, second;
    QString tip; ///< its settings, and its numbers now
};
StageLines retryLines(const RetryConfig &config);
StageLines recoveryLines(const ErrorRecovery &config);
StageLines budgetLines(const BudgetConfig &config, std::optional<double> level);
StageLines bulkheadLines(const BulkheadConfig &config, const GuardNow &now);
StageLines limiterLines(const RateLimiterConfig &config, const GuardNow &now);
StageLines timeoutLines(const TimeoutConfig &config);
StageLines hedgeLines(const HedgeConfig &config, const GuardNow &now);

} // namespace halfopen
