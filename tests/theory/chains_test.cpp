// SPDX-License-Identifier: GPL-3.0-or-later
// Retry loops, chains and breakers under independent failures against their closed forms.
#include <cmath>

#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;

class ChainsTest : public QObject {
    Q_OBJECT
private slots:
    void a_retry_loop_agrees_with_its_closed_form_data();
    void a_retry_loop_agrees_with_its_closed_form();
    void a_fallback_chain_agrees_with_its_table_data();
    void a_fallback_chain_agrees_with_its_table();
    void breakers_block_a_healthy_service_as_predicted();
};

namespace {

void verify_z(double measured, double expected, double se, const char *what) {
    const double z = (measured - expected) / (se + 1e-12);
    QVERIFY2(std::abs(z) < 4.0, qPrintable(QString("%1: %2, expected %3, z %4").arg(what).arg(measured).arg(expected).arg(z)));
}

constexpr int kRequests = 50'000;

} // namespace

void ChainsTest::a_retry_loop_agrees_with_its_closed_form_data() {
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("n");
    QTest::newRow("p .10, 3 attempts") << .10 << 3;
    QTest::newRow("p .10, 4 attempts") << .10 << 4;
    QTest::newRow("p .22, 3 attempts") << .22 << 3;
    QTest::newRow("p .22, 4 attempts") << .22 << 4;
    QTest::newRow("p .50, 3 attempts") << .50 << 3;
}

void ChainsTest::a_retry_loop_agrees_with_its_closed_form() {
    QFETCH(double, p);
    QFETCH(int, n);
    ServiceConfig service = worlds::service("svc", {Constant{0ns}});
    service.failures = {{kind_network, p}};
    PolicyConfig policy = worlds::retries(n, 1s);
    policy.retry->jitter = {JitterKind::full, 0.5};
    const Metrics m = worlds::run(worlds::single(service, policy, EveryArrivals{1ms}, Duration(1ms) * kRequests)).metrics;
    const double success = 1 - std::pow(p, n), attempts = (1 - std::pow(p, n)) / (1 - p);
    verify_z(*m.success_rate, success, std::sqrt(success * (1 - success) / kRequests), "success");
    verify_z(*m.avg_attempts, attempts, std::sqrt(p / ((1 - p) * (1 - p)) / kRequests), "attempts");
    verify_z(*m.retry_rate, p, std::sqrt(p * (1 - p) / kRequests), "retried");
    double backoff = 0.0, second = 0.0; // full jitter halves each wait
    for (int k = 1; k < n; ++k) {
        backoff += std::pow(p, k) * std::ldexp(1.0, k - 1) / 2;
        second += std::pow(p, k) * std::ldexp(1.0, 2 * k + 1);
    }
    verify_z(*m.latency.mean, backoff, std::sqrt(second / kRequests), "backoff");
}

void ChainsTest::a_fallback_chain_agrees_with_its_table_data() {
    QTest::addColumn<double>("f1");
    QTest::addColumn<double>("f2");
    QTest::addColumn<bool>("billed");
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("accuracy");
    QTest::newRow("no failures") << 0.0 << 0.0 << false << .1000 << .9900;
    QTest::newRow("(.1, .1), failures free") << .1 << .1 << false << .0946 << .9855;
    QTest::newRow("(.1, .1), failures billed") << .1 << .1 << true << .1051 << .9855;
    QTest::newRow("(.5, .1), failures free") << .5 << .1 << false << .0730 << .9650;
    QTest::newRow("(.5, .1), failures billed") << .5 << .1 << true << .1255 << .9650;
    QTest::newRow("(1, 0), failures free") << 1. << 0. << false << .0500 << .9500;
    QTest::newRow("(1, 1), failures billed") << 1. << 1. << true << .1600 << .8500;
}

void ChainsTest::a_fallback_chain_agrees_with_its_table() {
    QFETCH(double, f1);
    QFETCH(double, f2);
    QFETCH(bool, billed);
    QFETCH(double, cost);
    QFETCH(double, accuracy);
    const auto model = [billed](const char *name, double failing, double usd, double right) {
        ServiceConfig service = worlds::service(name, {Constant{1s}});
        service.failures = {{kind_unavailable, failing}};
        service.billing = {{kSuccess, 1.0}, {kind_unavailable, billed ? 1.0 : 0.0}};
        service.cost = money_from_usd(usd);
        service.accuracy = {right};
        return service;
    };
    Scenario scenario = worlds::single(model("svc", f1, .10, .99), worlds::policy(), EveryArrivals{1ms}, Duration(1ms) * kRequests);
    scenario.services.push_back(model("claude", f2, .05, .95));
    scenario.services.push_back(model("local", 0.0, .01, .85));
    scenario.operations[0].chain.push_back({"claude", ""});
    scenario.operations[0].chain.push_back({"local", ""});
    const Metrics m = worlds::run(scenario).metrics;
    const double exact_accuracy = (1 - f1) * .99 + f1 * ((1 - f2) * .95 + f2 * .85);
    QVERIFY(std::abs(exact_accuracy - accuracy) < 6e-4); // the published table is rounded to half a point
    verify_z(*m.cost_per_request_usd, cost, .06 / std::sqrt(kRequests * 1.0), "cost");
    verify_z(*m.accuracy_served, exact_accuracy, std::sqrt(exact_accuracy * (1 - exact_accuracy) / kRequests), "accuracy");
    QCOMPARE(*m.success_rate, 1.0);
}

/// The tutorial's own failure rates at one request a second: the published class counts all failures and blocks most
/// calls to a healthy service. Closed forms: share open = (60 / (1 - p)) / (5 / p + 60 / (1 - p)) for the class.
void ChainsTest::breakers_block_a_healthy_service_as_predicted() {
    for (const double p : {.09, .22}) {
        ServiceConfig service = worlds::service("svc", {Constant{0ns}});
        service.failures = {{kind_network, p}};
        const auto blocked = [&](const char *preset) {
            PolicyConfig policy = worlds::policy();
            policy.breaker = breaker_preset(preset);
            const Metrics m = worlds::run(worlds::single(service, policy, EveryArrivals{1s}, 400'000s)).metrics;
            return static_cast<double>(m.breakers[0].rejected) / static_cast<double>(m.requests);
        };
        const double closed_form = (60 / (1 - p)) / (5 / p + 60 / (1 - p));
        const double as_published = blocked("tutorial_code");
        QVERIFY2(std::abs(as_published - closed_form) < 0.02, qPrintable(QString("%1 against %2").arg(as_published).arg(closed_form)));
        QVERIFY(blocked("tutorial") < 0.04);
    }
}

QTEST_APPLESS_MAIN(ChainsTest)
#include "chains_test.moc"
