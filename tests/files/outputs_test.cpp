// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/events_jsonl.h"
#include "engine/files/metrics_json.h"
#include "engine/files/report.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/text_table.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace halfopen;

namespace {

struct Run {
    Metrics metrics;
    std::string events;
};

Run run(const std::string &text) {
    const Scenario scenario = read_scenario(text).value();
    Simulation simulation(scenario);
    MetricsFold fold(scenario);
    Run out;
    EventLog log(scenario, [&](std::string_view lines) { out.events += lines; });
    class Both final : public RecordSink {
    public:
        Both(RecordSink &a, RecordSink &b) : a_(a), b_(b) {}
        void take(std::span<const TraceRecord> records) override {
            a_.take(records);
            b_.take(records);
        }

    private:
        RecordSink &a_;
        RecordSink &b_;
    } both(fold, log);
    while (simulation.advance({}, &both)) {
    }
    out.metrics = fold.result(simulation.reached());
    out.metrics.events = simulation.events();
    out.metrics.trace_hash = simulation.fingerprint().hex();
    return out;
}

QJsonObject parsed(const std::string &json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    if (error.error != QJsonParseError::NoError) qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

void has_keys(const QJsonValue &value, const QStringList &keys) {
    QVERIFY(value.isObject());
    for (const QString &key : keys)
        QVERIFY2(value.toObject().contains(key), qPrintable(key));
}

TraceRecord record(RecordKind kind) {
    TraceRecord r;
    r.kind = kind;
    r.time = SimTime{Duration{1'000'000'001}};
    r.request = 3;
    return r;
}

} // namespace

class OutputsTest : public QObject {
    Q_OBJECT

private slots:
    void the_json_has_every_key_of_the_contract() {
        const QJsonObject json =
            parsed(metrics_json(run(replaced(kSmallScenario, "seed: 7", "seed: 7\nslo: {success_rate: 99%}")).metrics));
        has_keys(json, {"scenario",       "seed",
                        "simulated_s",    "events",
                        "trace_hash",     "slo",
                        "requests",       "success_rate",
                        "first_try_rate", "avg_attempts",
                        "retry_rate",     "recovery",
                        "rejected",       "duplicates",
                        "latency_s",      "latency_success_s",
                        "cost",           "accuracy_served",
                        "services",       "breakers",
                        "faults",         "series",
                        "batches"});
        has_keys(json["slo"].toObject()["success_rate"], {"goal", "value", "met"});
        has_keys(json["requests"], {"total", "succeeded", "failed", "in_flight"});
        has_keys(json["recovery"], {"retry", "fallback", "healing"});
        has_keys(json["rejected"], {"breaker", "bulkhead", "rate_limiter", "budget"});
        for (const char *latency : {"latency_s", "latency_success_s"}) {
            has_keys(json[QLatin1String(latency)], {"mean", "p50", "p90", "p95", "p99", "max"});
        }
        has_keys(json["cost"], {"total", "per_request", "per_success", "per_correct", "wasted"});
        has_keys(json["services"].toObject()["api"], {"calls", "amplification", "served", "share", "cost", "failures",
                                                      "queue_wait_s", "busy_share", "in_system_mean"});
        has_keys(json["services"].toObject()["api"].toObject()["queue_wait_s"], {"mean"});
        const QJsonObject breaker = json["breakers"].toArray()[0].toObject();
        has_keys(breaker, {"policy", "service", "instance", "trips", "false_trips", "reopenings", "rejected", "closed_s", "open_s",
                           "half_open_s", "transitions"});
        has_keys(breaker["transitions"].toArray()[0], {"at_s", "from", "to", "reason"});
        has_keys(json["faults"].toArray()[0], {"service", "at_s", "for_s", "time_to_detect_s", "time_to_recover_s"});
        has_keys(json["series"], {"step_s", "arrivals", "successes", "failures", "attempts"});
        QVERIFY(json["batches"].isArray());
        QCOMPARE(json["trace_hash"].toString().size(), 32);
    }

    void the_json_adds_up() {
        const QJsonObject json = parsed(metrics_json(run(kSmallScenario).metrics));
        const QJsonObject requests = json["requests"].toObject();
        QVERIFY(requests["total"].toInt() > 20);
        QCOMPARE(requests["total"].toInt(),
                 requests["succeeded"].toInt() + requests["failed"].toInt() + requests["in_flight"].toInt());
        int arrivals = 0;
        for (const QJsonValue &n : json["series"].toObject()["arrivals"].toArray())
            arrivals += n.toInt();
        QCOMPARE(arrivals, requests["total"].toInt());
    }

    void what_is_undefined_is_null() {
        const QJsonObject json = parsed(metrics_json(run(replaced(kSmallScenario, "5/s", "0/s")).metrics));
        for (const char *key : {"success_rate", "first_try_rate", "avg_attempts", "retry_rate", "accuracy_served"}) {
            QVERIFY2(json[QLatin1String(key)].isNull(), key);
        }
        QVERIFY(json["latency_s"].toObject()["p99"].isNull());
        QVERIFY(json["cost"].toObject()["per_success"].isNull());
        QVERIFY(json["services"].toObject()["api"].toObject()["queue_wait_s"].toObject()["mean"].isNull());
        QVERIFY(json["services"].toObject()["api"].toObject()["busy_share"].isNull());
        QCOMPARE(json["requests"].toObject()["total"].toInt(-1), 0);
        Metrics nan;
        nan.success_rate = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(parsed(metrics_json(nan))["success_rate"].isNull());
    }

    void equal_runs_give_equal_bytes() {
        const Run first = run(kSmallScenario);
        const Run second = run(kSmallScenario);
        QCOMPARE(metrics_json(first.metrics), metrics_json(second.metrics));
        QCOMPARE(first.events, second.events);
        QCOMPARE(report_text(first.metrics), report_text(second.metrics));
    }

    void every_event_is_one_json_object_with_its_exact_time() {
        const Run result = run(kSmallScenario);
        const QList<QByteArray> lines = QByteArray::fromStdString(result.events).split('\n');
        QVERIFY(lines.size() > 100);
        double before = 0.0;
        QSet<QString> kinds;
        for (const QByteArray &line : lines.first(lines.size() - 1)) {
            const QJsonObject event = parsed(line.toStdString());
            QVERIFY2(event["t_s"].isDouble(), line.constData());
            QVERIFY(event["t_s"].toDouble() >= before);
            before = event["t_s"].toDouble();
            kinds.insert(event["event"].toString());
        }
        for (const char *kind :
             {"request_started", "attempt_started", "attempt_ended", "request_ended", "breaker_changed",
              "breaker_numbers", "refused", "fault_on", "fault_off", "wait_started", "run_stopped"}) {
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
        }
        QVERIFY(lines.last().isEmpty());
        QVERIFY(result.events.ends_with("\"event\":\"run_stopped\",\"reason\":\"finished\"}\n"));
    }

    void events_speak_in_names_and_units() {
        const Scenario scenario =
            read_scenario(replaced(kSmallScenario, "services:", "inputs: {bad_input: 50%}\nservices:")).value();
        const EventLog log(scenario, [](std::string_view) {});
        TraceRecord r = record(RecordKind::request_started);
        r.value = 1;
        QCOMPARE(log.line(r),
                 std::string("{\"t_s\":1.000000001,\"event\":\"request_started\",\"request\":3,\"workload\":0,"
                             "\"operation\":\"ask\",\"instance\":0,\"inputs\":[\"bad_input\"]}\n"));
        r = record(RecordKind::attempt_ended);
        r.attempt = 2;
        r.detail = kind_timeout;
        r.value = 100'000'000;
        QCOMPARE(log.line(r), std::string("{\"t_s\":1.000000001,\"event\":\"attempt_ended\",\"request\":3,\"leg\":0,"
                                          "\"service\":\"api\","
                                          "\"attempt\":2,\"outcome\":\"timeout\",\"billed_usd\":0.1,\"right\":false,"
                                          "\"met_fault\":false,\"abandoned\":false}\n"));
        r = record(RecordKind::breaker_changed);
        r.detail = 0 * 16 + 1;
        r.reason = static_cast<std::uint8_t>(BreakerReason::consecutive_failures);
        r.value = 61'000'000'001;
        r.request = 0;
        QCOMPARE(log.line(r),
                 std::string("{\"t_s\":1.000000001,\"event\":\"breaker_changed\",\"breaker\":0,\"policy\":\"careful\","
                             "\"service\":\"api\",\"instance\":0,\"from\":\"CLOSED\",\"to\":\"OPEN\","
                             "\"reason\":\"consecutive_failures\",\"retest_at_s\":61.000000001}\n"));
    }

    void a_record_with_foreign_numbers_is_still_a_line() {
        const EventLog log(read_scenario(kSmallScenario).value(), [](std::string_view) {});
        for (int kind = 1; kind <= static_cast<int>(RecordKind::queue_left); ++kind) {
            TraceRecord r = record(static_cast<RecordKind>(kind));
            r.object = 4'000'000'000u;
            r.detail = 0x12fe;
            r.value = -5;
            QVERIFY(!parsed(log.line(r)).isEmpty());
        }
    }

    void the_report_names_what_is_undefined_and_which_goals_are_missed() {
        const QString nothing =
            QString::fromStdString(report_text(run(replaced(kSmallScenario, "5/s", "0/s")).metrics));
        QVERIFY2(nothing.contains("n/a") && nothing.contains("no request has finished"), qPrintable(nothing));
        QVERIFY(!nothing.contains("nan"));
        const QString missed = QString::fromStdString(report_text(
            run(replaced(kSmallScenario, "seed: 7", "seed: 7\nslo: {success_rate: 100%, latency_p95: 1h}")).metrics));
        QVERIFY2(missed.contains("MISSED") && missed.contains("met"), qPrintable(missed));
        for (const QString &line : missed.split('\n'))
            QVERIFY2(!line.endsWith(' ') && line.size() <= 130, qPrintable(line));
    }

    void columns_of_a_table_are_aligned_by_characters() {
        TextTable table({"name", "µs"});
        table.add({"ä", "1"});
        table.add({"longer", "100"});
        QCOMPARE(QString::fromStdString(table.text("")), QString("name     µs\nä         1\nlonger  100\n"));
    }
};

QTEST_GUILESS_MAIN(OutputsTest)
#include "outputs_test.moc"
