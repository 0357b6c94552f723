// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_words.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Pipeline)
};

/// A number of tokens: whole where it is whole.
QString amount(double n) {
    const double tenths = std::round(n * 10.0) / 10.0;
    return QString::number(tenths, 'f', tenths == std::floor(tenths) ? 0 : 1);
}

QString text(const std::string &s) { return QString::fromStdString(s); }

QString backoffWord(const BackoffConfig &config) {
    const QString base = shortDuration(config.base);
    switch (config.family) {
    case BackoffFamily::none: return Words::tr("no wait");
    case BackoffFamily::constant: return base;
    case BackoffFamily::linear: return Words::tr("lin %1").arg(base);
    case BackoffFamily::exponential: return Words::tr("exp %1").arg(base);
    case BackoffFamily::power: return Words::tr("%1^n s").arg(amount(seconds(config.base)));
    }
    return base;
}

StageLines ofTokens(double level, double capacity) {
    StageLines lines{amount(level), Words::tr("of %1").arg(amount(capacity)), {}};
    lines.tip = Words::tr("%1 of %2 tokens are left.").arg(amount(level), amount(capacity));
    return lines;
}

StageLines linesOf(const TokenBucketBudget &s, double level) { return ofTokens(level, s.capacity); }
StageLines linesOf(const PerCallBucketBudget &s, double level) { return ofTokens(level, s.capacity); }
StageLines linesOf(const SuccessBucketBudget &s, double level) { return ofTokens(level, s.capacity); }
StageLines linesOf(const ThrottleBudget &s, double level) { return ofTokens(level, s.max_tokens); }
StageLines ofRetries(double level) {
    return {
        Words::tr("%1 left").arg(amount(level)), {}, Words::tr("%1 more retries are allowed now.").arg(amount(level))};
}
StageLines linesOf(const RatioBudget &, double level) { return ofRetries(level); }
StageLines linesOf(const ActiveShareBudget &, double level) { return ofRetries(level); }
StageLines linesOf(const AdaptiveThrottleBudget &, double level) {
    const QString share = Words::tr("%1 %").arg(amount(level * 100.0));
    return {Words::tr("pass"), share, Words::tr("The next try passes with a probability of %1.").arg(share)};
}
StageLines linesOf(const FailureRateBudget &s, double level) {
    const QString now = Words::tr("%1 %").arg(amount((s.threshold - level) * 100.0));
    const QString limit = Words::tr("%1 %").arg(amount(s.threshold * 100.0));
    if (level > 0.0)
        return {now, Words::tr("of %1").arg(limit),
                Words::tr("Retries go on up to %1 failures; now %2.").arg(limit, now)};
    return {Words::tr("over"), limit, Words::tr("At least %1 fail: no retries.").arg(limit)};
}

} // namespace

QString flowRate(double perSecond) {
    if (perSecond >= 99'950.0) return Words::tr("%1k").arg(std::round(perSecond / 1000.0), 0, 'f', 0);
    if (perSecond >= 999.5) return Words::tr("%1k").arg(perSecond / 1000.0, 0, 'f', 1);
    return QString::number(perSecond, 'f', perSecond < 9.95 ? 1 : 0);
}

QString shortDuration(Duration d) {
    const double s = seconds(d);
    if (s >= 600.0 || d.count() == 0) return text(format_duration(d));
    if (s < 0.0995) return text(format_duration(d));
    return Words::tr("%1 s").arg(s, 0, 'f', s < 0.995 && std::fmod(s * 10.0, 1.0) > 0.01 ? 2 : 1);
}

QString callersWord() { return Words::tr("callers"); }

QString titleOf(Stage stage) {
    switch (stage) {
    case Stage::retry: return Words::tr("retry");
    case Stage::budget: return Words::tr("budget");
    case Stage::breaker: return Words::tr("breaker");
    case Stage::bulkhead: return Words::tr("bulkhead");
    case Stage::rateLimiter: return Words::tr("limiter");
    case Stage::timeout: return Words::tr("timeout");
    case Stage::hedge: return Words::tr("hedge");
    }
    return {};
}

QString purposeOf(Stage stage) {
    switch (stage) {
    case Stage::retry:
        return Words::tr("Retry: tries again after a failure, so that short faults are not seen by the caller.");
    case Stage::budget:
        return Words::tr(
            "Retry budget: a limit of retries over all requests, so that retries do not multiply an overload.");
    case Stage::breaker:
        return Words::tr(
            "Circuit breaker: stops asking a service that fails, and lets probes find out when it is well again.");
    case Stage::bulkhead:
        return Words::tr("Bulkhead: a limit of calls at once, so that one slow service does not take every thread.");
    case Stage::rateLimiter: return Words::tr("Rate limiter: a limit of calls per time at the caller.");
    case Stage::timeout:
        return Words::tr("Timeout: gives a call up that takes too long, so that nobody waits for ever.");
    case Stage::hedge: return Words::tr("Hedging: sends a further copy of a slow call; the first success wins.");
    }
    return {};
}

StageLines retryLines(const RetryConfig &config) {
    StageLines lines;
    lines.first = config.max_attempts == 1 ? Words::tr("1 try") : Words::tr("%1 tries").arg(config.max_attempts);
    if (config.max_attempts > 1) lines.second = backoffWord(config.backoff);
    lines.tip = text(describe(config));
    return lines;
}

StageLines recoveryLines(const ErrorRecovery &config) {
    StageLines lines;
    lines.first = Words::tr("%1 tries").arg(config.max_retries + 1);
    lines.second = Words::tr("%1^n s").arg(amount(config.retry_backoff));
    lines.tip =
        text(describe_attempts(config.max_retries + 1)) + Words::tr(", as the tutorial's ErrorRecoveryPolicy says");
    return lines;
}

StageLines budgetLines(const BudgetConfig &config, std::optional<double> level) {
    StageLines lines{Words::tr("n/a"), {}, {}};
    if (level) lines = std::visit([&](const auto &scheme) { return linesOf(scheme, *level); }, config.scheme);
    lines.tip = text(describe(config)) + '\n' + lines.tip;
    return lines;
}

StageLines bulkheadLines(const BulkheadConfig &config, const GuardNow &now) {
    StageLines lines;
    lines.first = Words::tr("%1 of %2").arg(now.bulkhead_in_use).arg(config.concurrency);
    if (now.bulkhead_waiting > 0) lines.second = Words::tr("%1 wait").arg(now.bulkhead_waiting);
    lines.tip = text(describe(config)) + '\n' +
                Words::tr("%1 of %2 places are taken, %3 calls wait.")
                    .arg(now.bulkhead_in_use)
                    .arg(config.concurrency)
                    .arg(now.bulkhead_waiting);
    return lines;
}

StageLines limiterLines(const RateLimiterConfig &config, const GuardNow &now) {
    StageLines lines;
    const double tokens = now.limiter_tokens.value_or(config.burst);
    lines.first = Words::tr("%1 of %2").arg(amount(std::max(0.0, std::floor(tokens))), amount(config.burst));
    lines.second = Words::tr("%1/s").arg(flowRate(config.rate.per_second));
    const double owed = std::max(0.0, std::ceil(-tokens));
    if (owed > 0.0) lines.second = Words::tr("%1 wait").arg(amount(owed));
    lines.tip = text(describe(config)) + '\n' +
                Words::tr("%1 of %2 tokens are left.").arg(amount(std::max(0.0, tokens)), amount(config.burst));
    return lines;
}

StageLines timeoutLines(const TimeoutConfig &config) {
    StageLines lines{shortDuration(config.after), {}, text(describe(config))};
    if (config.growth != 1.0) lines.second = Words::tr("× %1").arg(amount(config.growth));
    return lines;
}

StageLines hedgeLines(const HedgeConfig &config, const GuardNow &now) {
    StageLines lines{Words::tr("+ %1").arg(config.copies), {}, text(describe(config))};
    lines.second = now.hedge_after ? shortDuration(*now.hedge_after) : Words::tr("not yet");
    if (!now.hedge_after) lines.tip += '\n' + Words::tr("No copy is sent before 100 successes are known.");
    return lines;
}

} // namespace halfopen
