// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/retry.h"

#include <QtTest>

#include "engine/policy/error_recovery.h"
#include "engine/policy/timeout.h"

using namespace halfopen;
using namespace std::chrono_literals;

class RetryTest : public QObject {
    Q_OBJECT
private slots:
    void four_attempts_are_three_retries();
    void permanent_and_fixable_kinds_are_not_retried_by_default();
    void the_policys_own_list_wins_over_the_matrix();
    void a_longer_retry_after_replaces_the_backoff();
    void a_retry_after_above_the_limit_ends_the_loop();
    void a_kind_may_have_its_own_schedule();
    void timeouts_grow_up_to_their_cap();
    void error_recovery_waits_differ_between_its_two_readings();
    void error_recovery_as_implemented_retries_everything();
};

namespace {

RetryConfig four_attempts() {
    RetryConfig config;
    config.max_attempts = 4;
    config.backoff.base = 1s;
    return config;
}

RetryState after(std::uint16_t tries) { return RetryState{tries, {}}; }

} // namespace

void RetryTest::four_attempts_are_three_retries() {
    const ErrorMatrix matrix;
    int waits = 0;
    RetryState state = after(1);
    while (after_failure(four_attempts(), matrix, state, kind_network, {}, 0.0).verdict == RetryVerdict::again) {
        ++waits;
        ++state.tries;
    }
    QCOMPARE(waits, 3);
    QCOMPARE(after_failure(four_attempts(), matrix, state, kind_network, {}, 0.0).verdict, RetryVerdict::give_up_attempts);
}

void RetryTest::permanent_and_fixable_kinds_are_not_retried_by_default() {
    const ErrorMatrix matrix;
    for (const Outcome kind : {kind_auth, kind_not_found, kind_bad_input, kind_image_quality, kind_encoding, kind_breaker_open}) {
        RetryState state = after(1);
        QCOMPARE(after_failure(four_attempts(), matrix, state, kind, {}, 0.0).verdict, RetryVerdict::give_up_kind);
    }
    for (const Outcome kind : {kind_timeout, kind_network, kind_rate_limit, kind_unavailable, kind_overloaded}) {
        RetryState state = after(1);
        QCOMPARE(after_failure(four_attempts(), matrix, state, kind, {}, 0.0).verdict, RetryVerdict::again);
    }
}

void RetryTest::the_policys_own_list_wins_over_the_matrix() {
    RetryConfig config = four_attempts();
    config.kinds = {kind_breaker_open};
    QVERIFY(retries_kind(config, ErrorMatrix{}, kind_breaker_open));
    QVERIFY(!retries_kind(config, ErrorMatrix{}, kind_network));
}

void RetryTest::a_longer_retry_after_replaces_the_backoff() {
    RetryState state = after(1);
    const RetryDecision longer = after_failure(four_attempts(), {}, state, kind_rate_limit, 7s, 0.0);
    QCOMPARE(longer.wait.count(), Duration(7s).count());
    QVERIFY(longer.hint_decided);
    const RetryDecision shorter = after_failure(four_attempts(), {}, state, kind_rate_limit, 10ms, 0.0);
    QCOMPARE(shorter.wait.count(), Duration(1s).count());
    QVERIFY(!shorter.hint_decided);
    RetryConfig deaf = four_attempts();
    deaf.retry_after.honour = false;
    QCOMPARE(after_failure(deaf, {}, state, kind_rate_limit, 7s, 0.0).wait.count(), Duration(1s).count());
}

void RetryTest::a_retry_after_above_the_limit_ends_the_loop() {
    RetryConfig config = four_attempts();
    config.retry_after.limit = 60s;
    RetryState state = after(1);
    QCOMPARE(after_failure(config, {}, state, kind_rate_limit, 60s, 0.0).verdict, RetryVerdict::again);
    QCOMPARE(after_failure(config, {}, state, kind_rate_limit, 60001ms, 0.0).verdict, RetryVerdict::give_up_hint);
}

void RetryTest::a_kind_may_have_its_own_schedule() {
    RetryConfig config = four_attempts();
    config.per_kind.push_back({kind_rate_limit, {BackoffFamily::constant, 9s, 2.0, 0, {}, false}, {}});
    RetryState state = after(2);
    QCOMPARE(after_failure(config, {}, state, kind_rate_limit, {}, 0.0).wait.count(), Duration(9s).count());
    QCOMPARE(after_failure(config, {}, state, kind_network, {}, 0.0).wait.count(), Duration(2s).count());
}

void RetryTest::timeouts_grow_up_to_their_cap() {
    const TimeoutConfig config{30s, 2.0, 100s};
    QCOMPARE(timeout_of(config, 1).count(), Duration(30s).count());
    QCOMPARE(timeout_of(config, 2).count(), Duration(60s).count());
    QCOMPARE(timeout_of(config, 3).count(), Duration(100s).count());
    QCOMPARE(timeout_of({30s, 2.0, {}}, 1000).count(), kDurationMax.count());
}

void RetryTest::error_recovery_waits_differ_between_its_two_readings() {
    ErrorRecovery recovery;
    recovery.max_retries = 3;
    recovery.retry_backoff = 2.0;
    const auto waits = [&recovery](RecoveryReading reading) {
        recovery.reading = reading;
        const RetryConfig config = retry_of(recovery, {});
        QList<double> out;
        for (int k = 1; k <= 3; ++k) out << seconds(backoff_base(config.backoff, k));
        return out;
    };
    QCOMPARE(waits(RecoveryReading::as_documented), (QList<double>{2, 4, 8}));
    QCOMPARE(waits(RecoveryReading::as_implemented), (QList<double>{1, 2, 4}));
    recovery.retry_backoff = 1.0; // the default is a constant wait of 1 s
    QCOMPARE(waits(RecoveryReading::as_implemented), (QList<double>{1, 1, 1}));
    QCOMPARE(retry_of(recovery, {}).max_attempts, 4);
}

void RetryTest::error_recovery_as_implemented_retries_everything() {
    ErrorRecovery recovery;
    recovery.reading = RecoveryReading::as_implemented;
    QVERIFY(retries_kind(retry_of(recovery, {}), {}, kind_auth));
    recovery.reading = RecoveryReading::as_documented;
    QVERIFY(!retries_kind(retry_of(recovery, {}), {}, kind_auth));
}

QTEST_APPLESS_MAIN(RetryTest)
#include "retry_test.moc"
