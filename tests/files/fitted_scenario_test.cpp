// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/fitted_scenario.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "engine/files/scenario_reader.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"
#include "tests/incident/made_up_record.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

/// A fitted scenario as it is read again, its arrivals beside it.
class Fitted {
public:
    explicit Fitted(const Incident &incident, const FitOptions &options = {}) {
        files = fitted_scenario(incident, fit(incident, options), "record.csv", "x.arrivals.csv");
        QFile arrivals(directory_.filePath("x.arrivals.csv"));
        if (!arrivals.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        arrivals.write(QByteArray::fromStdString(files.arrivals));
        arrivals.close();
        ReadOptions reading;
        reading.directory = directory_.path().toStdString();
        const Result<Scenario> read = read_scenario(files.scenario, reading);
        if (read) scenario = read.value();
        else wrong = messages_of(read.failure());
    }
    FittedFiles files;
    std::optional<Scenario> scenario;
    QString wrong;

private:
    QTemporaryDir directory_;
};

std::vector<Call> calls_to(const std::string &service, int count, const std::string &outcome = "success", const std::string &caller = "") {
    std::vector<Call> calls;
    for (int i = 0; i < count; ++i) calls.push_back({100ms * i, service, "", outcome, Duration(50ms), {}, caller});
    return calls;
}

} // namespace

class FittedScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void names_of_all_sorts_become_names_of_a_scenario_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"api", "null", "true", "~", "1", "1.5", "on", "a: b", "{x}", "- y", "#", "GET /users/{id}?x=1", "Käse", "\"quoted\"", "  ", "...", "---", "very.long"})
            QTest::newRow(name) << QString(name);
        QTest::newRow("long") << QString(190, 'x');
    }
    void names_of_all_sorts_become_names_of_a_scenario() {
        QFETCH(QString, name);
        std::vector<Call> calls = calls_to(name.toStdString(), 50, "success", name.toStdString());
        for (Call &call : calls_to("other", 50, "odd " + name.toStdString(), name.toStdString())) calls.push_back(call);
        const Fitted fitted(record(calls));
        QVERIFY2(fitted.scenario, qPrintable(fitted.wrong + QString::fromStdString(fitted.files.scenario)));
        QCOMPARE(fitted.scenario->services.size(), std::size_t{2});
    }

    void names_that_would_be_equal_get_numbers() {
        std::vector<Call> calls = calls_to("a b", 50);
        for (const char *other : {"a_b", "a.b", "a_b_2"})
            for (Call &call : calls_to(other, 50)) calls.push_back(call);
        const Fitted fitted(record(calls));
        QVERIFY2(fitted.scenario, qPrintable(fitted.wrong));
        QCOMPARE(fitted.scenario->services.size(), std::size_t{4});
    }

    void a_kind_of_the_records_own_is_declared_with_or_without_latencies() {
        for (const Duration latency : {Duration(50ms), Duration(-1)}) {
            std::vector<Call> calls = calls_to("api", 100, "out_of_cheese");
            for (Call &call : calls) call.latency = latency;
            const Fitted fitted(record(calls));
            QVERIFY2(fitted.scenario, qPrintable(fitted.wrong));
            QVERIFY(fitted.scenario->kinds.find("out_of_cheese"));
        }
    }

    void what_was_fitted_stands_in_it() {
        std::vector<Call> calls;
        for (int i = 0; i < 400; ++i) {
            const std::string request = std::to_string(i);
            const Duration at = Duration(250ms) * i;
            const bool out = i >= 200 && i < 300;
            calls.push_back({at, "api", request, out ? "timeout" : "success", out ? Duration(1s) : Duration(50ms), {}, "shop"});
            if (out) calls.push_back({at + 1200ms, "api", request, "success", Duration(60ms), {}, "shop"});
        }
        const Fitted fitted(record(calls), {Duration(25s), false});
        QVERIFY2(fitted.scenario, qPrintable(fitted.wrong));
        const ServiceConfig &api = fitted.scenario->services[0];
        QCOMPARE(api.profile.size(), std::size_t{4});
        QCOMPARE(api.profile[2].at, Duration(50s));
        QCOMPARE(api.profile[2].failures->size(), std::size_t{1});
        QVERIFY(std::abs(api.profile[2].failures->front().second - 0.5) < 0.02);
        QVERIFY(api.profile[3].failures->empty() || api.profile[3].failures->front().second < 0.05);
        const PolicyConfig &policy = fitted.scenario->policies[0];
        QCOMPARE(policy.retry->max_attempts, 2);
        QCOMPARE(policy.retry->backoff.base, Duration(200ms));
        QCOMPARE(policy.timeout->after, Duration(1s));
        QCOMPARE(fitted.scenario->operations[0].name, std::string("shop"));
        QCOMPARE(std::get<TraceArrivals>(fitted.scenario->workloads[0].arrivals).at->size(), std::size_t{400});
        QVERIFY(fitted.scenario->about.find("Within a window every call fails with the same chance") != std::string::npos);
        Simulation simulation(*fitted.scenario);
        MetricsFold fold(*fitted.scenario, Duration(1s));
        simulation.advance({}, &fold);
        QCOMPARE(fold.result(simulation.reached()).requests, std::uint64_t{400});
    }

    void prices_are_taken_over() {
        IncidentBuilder builder;
        for (int i = 0; i < 100; ++i) {
            RecordedRow row;
            row.time_ns = i * 100'000'000LL;
            row.service = "api";
            row.outcome = i % 4 == 0 ? "unavailable" : "success";
            row.latency_ns = 1'000'000;
            row.cost_nano = i % 4 == 0 ? 0 : 20'000'000;
            row.line = static_cast<std::size_t>(i + 2);
            builder.add(row);
        }
        const Fitted fitted(builder.finish());
        QVERIFY2(fitted.scenario, qPrintable(fitted.wrong));
        QCOMPARE(fitted.scenario->services[0].cost.nano_usd, std::int64_t{20'000'000});
        QCOMPARE(fitted.scenario->services[0].billed_share(kind_unavailable), 0.0);
        QCOMPARE(fitted.scenario->services[0].billed_share(kSuccess), 1.0);
    }

    void a_record_of_refusals_alone_has_no_service_to_fit() {
        const Incident incident = record(calls_to("api", 20, "breaker_open"));
        const Fit fitted = fit(incident);
        QVERIFY(fitted.services.empty());
    }
};

QTEST_APPLESS_MAIN(FittedScenarioTest)
#include "fitted_scenario_test.moc"
