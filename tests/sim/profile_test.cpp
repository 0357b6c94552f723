// SPDX-License-Identifier: GPL-3.0-or-later
// A service that behaves otherwise from an instant on.
#include <QtTest>

#include "tests/sim/worlds.h"

using namespace halfopen;
using namespace std::chrono_literals;
using worlds::of_kind;

namespace {

using Failures = std::vector<std::pair<Outcome, double>>;

ServiceConfig service_with(std::vector<ProfileStep> steps) {
    ServiceConfig service = worlds::service("svc", {Constant{100ms}});
    service.profile = std::move(steps);
    return service;
}

/// One call a second, from 0 s on.
worlds::Finished calls(const ServiceConfig &service, Duration duration = 10s) {
    return worlds::run(worlds::single(service, worlds::policy(), EveryArrivals{1s}, duration));
}

std::vector<std::int64_t> latencies_ms(const worlds::Finished &finished) {
    std::vector<std::int64_t> out;
    for (const TraceRecord &r : of_kind(finished.records, RecordKind::request_ended)) out.push_back(r.value / 1'000'000);
    return out;
}

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private slots:
    void a_step_holds_from_its_instant_to_the_next() {
        const auto finished = calls(service_with({{3s, {}, Distribution{Constant{300ms}}}, {5s, {}, Distribution{Constant{50ms}}}, {7s, {}, {}}}));
        QCOMPARE(latencies_ms(finished), (std::vector<std::int64_t>{100, 100, 100, 300, 300, 50, 50, 100, 100, 100}));
    }

    void failures_of_a_step_take_the_place_of_the_services_own() {
        ServiceConfig service = service_with({{3s, Failures{{kind_network, 1.0}}, {}}, {6s, Failures{}, {}}, {8s, {}, {}}});
        service.failures = {{kind_unavailable, 1.0}};
        const auto finished = calls(service);
        QList<int> outcomes;
        for (const TraceRecord &r : of_kind(finished.records, RecordKind::request_ended)) outcomes << outcome_of(r);
        const int u = kind_unavailable, n = kind_network, s = kSuccess;
        QCOMPARE(outcomes, (QList<int>{u, u, u, n, n, n, s, s, u, u}));
    }

    void the_latency_is_that_of_the_start_of_service() {
        ServiceConfig service = service_with({{4500ms, {}, Distribution{Constant{100ms}}}});
        service.latency.kind = Constant{3s};
        service.workers = 1;
        // Served from 0, 3 and 6 s on: the third begins in the second step although it arrived before it.
        const auto finished = worlds::run(worlds::single(service, worlds::policy(), EveryArrivals{1s}, 3s));
        QCOMPARE(latencies_ms(finished), (std::vector<std::int64_t>{3000, 5000, 4100}));
    }

    void a_fault_meets_what_the_step_says() {
        Scenario scenario = worlds::single(service_with({{3s, {}, Distribution{Constant{200ms}}}}), worlds::policy(), EveryArrivals{1s}, 6s);
        Fault fault;
        fault.service = "svc";
        fault.at = 2s;
        fault.lasts = 3s;
        fault.effect = LatencyFault{3.0, 0s};
        scenario.faults = {fault};
        QCOMPARE(latencies_ms(worlds::run(scenario)), (std::vector<std::int64_t>{100, 100, 300, 600, 600, 200}));
    }

    void both_policies_meet_the_same_luck_in_a_step() {
        ServiceConfig service = service_with({{20s, Failures{{kind_network, 0.5}}, Distribution{Exponential{50ms}}}});
        Scenario patient = worlds::single(service, worlds::retries(3), EveryArrivals{100ms}, 60s), plain = worlds::single(service, worlds::policy(), EveryArrivals{100ms}, 60s);
        const auto first = [](const worlds::Finished &finished) {
            QList<std::pair<unsigned, int>> out;
            for (const TraceRecord &r : of_kind(finished.records, RecordKind::attempt_ended))
                if (r.attempt == 1) out << std::pair(r.request, int(outcome_of(r)));
            return out;
        };
        const auto a = worlds::run(patient), b = worlds::run(plain);
        QVERIFY(b.metrics.failed > 150);
        QList<std::pair<unsigned, int>> of_patient = first(a), of_plain = first(b);
        std::sort(of_patient.begin(), of_patient.end());
        std::sort(of_plain.begin(), of_plain.end());
        QCOMPARE(of_patient, of_plain);
    }
};

QTEST_APPLESS_MAIN(ProfileTest)
#include "profile_test.moc"
