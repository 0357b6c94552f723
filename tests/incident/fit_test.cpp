// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/fit.h"

#include <cmath>

#include <QtTest>

#include "engine/base/random.h"
#include "tests/incident/made_up_record.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

const FittedService &service(const Incident &incident, const Fit &fit, const std::string &name) {
    for (const FittedService &s : fit.services)
        if (incident.services[s.service] == name) return s;
    qFatal("no such service");
}

double share(const std::vector<std::pair<std::uint16_t, double>> &failures) {
    double sum = 0.0;
    for (const auto &entry : failures) sum += entry.second;
    return sum;
}

double uniform(std::uint64_t number, std::uint64_t draw = 0) {
    DrawKey key;
    key.luck = number;
    key.draw = static_cast<decltype(key.draw)>(draw);
    return Randomness(12).uniforms(key)[0];
}

/// 100 calls a second for `length`; what they do is told by their start and a uniform number.
template <class F> Incident steady(Duration length, F what) {
    std::vector<Call> calls;
    for (std::uint64_t i = 0; Duration(10ms) * static_cast<std::int64_t>(i) < length; ++i) {
        Call call;
        call.start = Duration(10ms) * static_cast<std::int64_t>(i);
        what(call, uniform(i), uniform(i, 1));
        calls.push_back(call);
    }
    return record(calls);
}

} // namespace

class FitTest : public QObject {
    Q_OBJECT

private slots:
    void rate_share_and_quantiles_are_recovered() {
        const Incident incident = steady(100s, [](Call &call, double u, double v) {
            call.latency = Duration(static_cast<std::int64_t>(v * 2e9)); // uniform from 0 to 2 s
            if (u <= 0.2) call.outcome = "unavailable";
        });
        const Fit fitted = fit(incident);
        const FittedService &api = service(incident, fitted, "api");
        QCOMPARE(api.calls, std::size_t{10'000});
        QVERIFY(api.rate.low < 100.0 && 100.0 < api.rate.high);
        QCOMPARE(api.failures.size(), std::size_t{1});
        QVERIFY2(api.failures[0].second.low < 0.2 && 0.2 < api.failures[0].second.high, qPrintable(QString::number(api.failures[0].second.value)));
        for (const auto &[e, truth] : {std::pair{api.p50, 1.0}, {api.p95, 1.9}, {api.p99, 1.98}}) QVERIFY(e.low < truth && truth < e.high);
        QCOMPARE(fitted.operations.size(), std::size_t{1});
        QCOMPARE(fitted.operations[0].arrivals.size(), std::size_t{10'000});
    }

    /// 400 records of 200 calls: a 95 % interval misses the truth in about 20 of them, and surely in neither 5 nor 45.
    void intervals_cover_the_truth_as_often_as_they_say() {
        int share_missed = 0, median_missed = 0;
        for (std::uint64_t r = 0; r < 400; ++r) {
            std::size_t failed = 0;
            std::vector<Duration> latencies;
            for (std::uint64_t i = 0; i < 200; ++i) {
                failed += uniform(r * 1'000 + i, 2) <= 0.3 ? 1 : 0;
                latencies.emplace_back(static_cast<std::int64_t>(uniform(r * 1'000 + i, 3) * 1e9));
            }
            std::sort(latencies.begin(), latencies.end());
            const Estimate s = share_estimate(failed, 200), m = quantile_estimate(latencies, 0.5);
            share_missed += s.low > 0.3 || s.high < 0.3 ? 1 : 0;
            median_missed += m.low > 0.5 || m.high < 0.5 ? 1 : 0;
        }
        QVERIFY2(share_missed >= 6 && share_missed <= 40, qPrintable(QString::number(share_missed)));
        QVERIFY2(median_missed >= 4 && median_missed <= 38, qPrintable(QString::number(median_missed)));
    }

    void an_outage_stands_in_its_windows_and_nowhere_else() {
        const Incident incident = steady(60s, [](Call &call, double, double) {
            const bool out = call.start >= 20s && call.start < 30s;
            call.outcome = out ? "unavailable" : "success";
            call.latency = out ? 1ms : 100ms;
        });
        const Fit fitted = fit(incident, {Duration(5s), false});
        const FittedService &api = service(incident, fitted, "api");
        QCOMPARE(fitted.window, Duration(5s));
        QCOMPARE(api.steps.size(), std::size_t{12});
        for (const FittedStep &step : api.steps) {
            const bool out = step.at >= 20s && step.at < 30s;
            QCOMPARE(step.calls, std::size_t{500});
            QCOMPARE(share(step.failures), out ? 1.0 : 0.0);
            QCOMPARE(step.latency.empty(), out); // nothing succeeded: nothing is made up
        }
        QCOMPARE(fitted.shows, (std::vector<std::pair<std::uint16_t, Shows>>{{1, Shows::refuse}}));
        QVERIFY(std::any_of(fitted.assumptions.begin(), fitted.assumptions.end(), [](const std::string &a) { return a.starts_with("Windows with fewer"); }));
    }

    void nothing_is_put_into_a_silence() {
        const Incident incident = steady(60s, [](Call &call, double, double) {
            if (call.start >= 20s) call.start += 60s;
            call.latency = call.start < 50s ? 100ms : 900ms;
        });
        const Fit fitted = fit(incident, {Duration(10s), false});
        std::vector<Duration> starts;
        for (const FittedStep &step : service(incident, fitted, "api").steps) starts.push_back(step.at);
        QCOMPARE(starts, (std::vector<Duration>{0s, 10s, 80s, 90s, 100s, 110s}));
        QCOMPARE(incident.health.gaps.size(), std::size_t{1});
    }

    void windows_with_few_calls_are_widened_until_they_say_something() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) calls.push_back({Duration(1s) * i, "api", "", i < 50 ? "success" : "timeout"});
        const Incident incident = record(calls);
        const Fit fitted = fit(incident, {Duration(5s), false});
        std::size_t sum = 0;
        for (const FittedStep &step : service(incident, fitted, "api").steps) {
            QVERIFY(step.calls >= 20);
            sum += step.calls;
        }
        QCOMPARE(sum, std::size_t{100});
    }

    void the_callers_habits_are_read_off() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) {
            const std::string request = std::to_string(i);
            const Duration at = Duration(10s) * i;
            calls.push_back({at, "api", request, "timeout", 2s});
            calls.push_back({at + 2s + 100ms, "api", request, "timeout", 2s});
            calls.push_back({at + 4s + 300ms, "api", request, "success", 50ms});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident);
        const FittedService &api = service(incident, fitted, "api");
        QCOMPARE(api.max_attempts, 3);
        QCOMPARE(api.timeout.value(), Duration(2s));
        QCOMPARE(api.backoff, Duration(100ms));
        QCOMPARE(api.multiplier, 2.0);
        QVERIFY(!api.jitter);
        QCOMPARE(fitted.shows, (std::vector<std::pair<std::uint16_t, Shows>>{{1, Shows::hang}}));
        QCOMPARE(fitted.operations[0].arrivals.size(), std::size_t{100}); // requests, not attempts
    }

    void full_jitter_is_told_from_a_fixed_wait() {
        std::vector<Call> calls;
        for (int i = 0; i < 500; ++i) {
            const std::string request = std::to_string(i);
            const Duration wait{static_cast<std::int64_t>(uniform(static_cast<std::uint64_t>(i), 5) * 1e9)};
            calls.push_back({Duration(5s) * i, "api", request, "unavailable", 10ms});
            calls.push_back({Duration(5s) * i + 10ms + wait, "api", request, "success", 50ms});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident);
        const FittedService &api = service(incident, fitted, "api");
        QVERIFY(api.jitter);
        QVERIFY2(api.backoff > 850ms && api.backoff < 1150ms, qPrintable(QString::number(seconds(api.backoff))));
    }

    void a_service_that_is_asked_after_failures_only_is_a_fallback() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) {
            const std::string request = std::to_string(i);
            const bool bad = i % 4 == 0;
            calls.push_back({Duration(1s) * i, "big", request, bad ? "timeout" : "success", 200ms});
            if (bad) calls.push_back({Duration(1s) * i + 300ms, "small", request});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident);
        QCOMPARE(fitted.operations.size(), std::size_t{1});
        QCOMPARE(fitted.operations[0].chain, (std::vector<std::uint16_t>{0, 1}));
        QCOMPARE(fitted.operations[0].name, std::string("call"));
    }

    void services_that_are_asked_whatever_happens_are_operations_of_their_own() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) {
            const std::string request = std::to_string(i);
            calls.push_back({Duration(1s) * i, "cart", request, "success", 20ms, {}, "shop"});
            calls.push_back({Duration(1s) * i + 100ms, "stock", request, "success", 20ms, {}, "shop"});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident);
        QCOMPARE(fitted.operations.size(), std::size_t{2});
        QCOMPARE(fitted.operations[0].name, std::string("shop to cart"));
        QCOMPARE(fitted.operations[1].chain, (std::vector<std::uint16_t>{1}));
        QCOMPARE(fitted.operations[1].arrivals.front(), Duration(100ms));
    }

    void what_several_callers_ask_for_one_request_is_told_apart() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) {
            const std::string request = std::to_string(i);
            calls.push_back({Duration(1s) * i, "cart", request, "success", 200ms, {}, "shop"});
            calls.push_back({Duration(1s) * i + 10ms, "db", request, "success", 20ms, {}, "cart"});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident);
        QCOMPARE(fitted.operations.size(), std::size_t{2});
        QCOMPARE(fitted.operations[0].name, std::string("shop"));
        QCOMPARE(fitted.operations[1].name, std::string("cart"));
        QCOMPARE(fitted.operations[1].arrivals.front(), Duration(10ms));
        QVERIFY(fitted.assumptions.back().starts_with("Some requests have several callers"));
    }

    void instances_of_one_program_are_one_operation() {
        std::vector<Call> calls;
        for (int i = 0; i < 100; ++i) calls.push_back({Duration(1s) * i, "api", "", "success", 200ms, {}, "shop/" + std::to_string(i % 4)});
        const Fit fitted = fit(record(calls));
        QCOMPARE(fitted.operations.size(), std::size_t{1});
        QCOMPARE(fitted.operations[0].name, std::string("shop"));
        QCOMPARE(fitted.operations[0].instances, 4u);
        QCOMPARE(fitted.operations[0].arrivals.size(), std::size_t{100});
    }

    void refusals_of_the_caller_say_nothing_about_a_service() {
        const Incident incident = steady(20s, [](Call &call, double u, double) {
            if (u < 0.5) call.outcome = "breaker_open", call.latency = 0s;
        });
        const Fit fitted = fit(incident);
        const FittedService &api = service(incident, fitted, "api");
        QVERIFY(api.calls > 900 && api.calls < 1'100);
        QVERIFY(api.failures.empty());
        QVERIFY(fitted.assumptions.back().find("refusals by the caller itself") != std::string::npos ||
                fitted.assumptions[fitted.assumptions.size() - 2].find("refusals") != std::string::npos);
    }

    void workers_are_fitted_where_latency_follows_the_number_in_flight() {
        // A station of 4 workers, 100 ms each, whose load rises from half to twice what it can do and falls again.
        std::vector<Call> calls;
        std::vector<Duration> free_at(4, Duration(0));
        Duration now{0};
        for (int i = 0; i < 4'000; ++i) {
            const double phase = std::abs(i - 2'000) / 2'000.0;
            now += Duration(static_cast<std::int64_t>(1e9 / (55.0 - 35.0 * phase)));
            const auto worker = std::min_element(free_at.begin(), free_at.end());
            *worker = std::max(*worker, now) + 100ms;
            calls.push_back({now, "api", "", "success", *worker - now});
        }
        const Incident incident = record(calls);
        const Fit fitted = fit(incident, {{}, true});
        const FittedService &api = service(incident, fitted, "api");
        QVERIFY2(api.capacity, api.no_capacity.c_str());
        QCOMPARE(api.capacity->workers, 4);
        QVERIFY2(std::abs(seconds(api.capacity->service) - 0.1) < 0.01, qPrintable(QString::number(seconds(api.capacity->service))));
        QVERIFY(api.capacity->r_squared > 0.95);
    }

    void no_workers_are_fitted_where_the_record_does_not_tell() {
        const Incident steady_one = steady(20s, [](Call &call, double, double v) { call.latency = Duration(static_cast<std::int64_t>(v * 2e8)); });
        const Fit none = fit(steady_one, {{}, true});
        QVERIFY(!none.services[0].capacity);
        QVERIFY(!none.services[0].no_capacity.empty());
        const Fit unasked = fit(steady_one);
        QCOMPARE(unasked.services[0].no_capacity, std::string("it was not asked for"));
    }

    void a_price_and_its_shares_are_means() {
        IncidentBuilder builder(false);
        for (int i = 0; i < 100; ++i) {
            RecordedRow row;
            row.time_ns = i * 1'000'000'000LL;
            row.service = "api";
            row.outcome = i % 4 == 0 ? "timeout" : "success";
            row.latency_ns = 1'000'000;
            row.cost_nano = i % 4 == 0 ? 5'000'000 : 10'000'000;
            row.line = static_cast<std::size_t>(i + 1);
            builder.add(row);
        }
        const Fit fitted = fit(builder.finish());
        QCOMPARE(fitted.services[0].cost_usd.value(), 0.01);
        QCOMPARE(fitted.services[0].billing.size(), std::size_t{2});
        for (const auto &[outcome, billed] : fitted.services[0].billing) QVERIFY(billed == 0.5 || billed == 1.0);
    }

    void one_call_is_a_record_too() {
        const Incident incident = record({{0s, "api", "", "timeout", Duration(-1)}});
        const Fit fitted = fit(incident, {{}, true});
        QCOMPARE(fitted.services.size(), std::size_t{1});
        QCOMPARE(fitted.services[0].steps.size(), std::size_t{1});
        QVERIFY(fitted.services[0].latency.empty());
    }
};

QTEST_APPLESS_MAIN(FitTest)
#include "fit_test.moc"
