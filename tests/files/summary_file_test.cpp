// SPDX-License-Identifier: GPL-3.0-or-later
// Services of which only figures over time exist: percentiles and histogram buckets.
#include <QtTest>

#include <cmath>

#include "engine/files/scenario_reader.h"
#include "engine/files/summary_file.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "tests/files/record_text.h"
#include "tests/files/scenario_texts.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

Result<Summary> summary_of(const std::string &text, const IncidentMapping &mapping = {}) {
    const RecordFile file(text);
    return import_summary(file.path().toStdString(), mapping);
}

Summary summarized(const std::string &text) {
    const auto summary = summary_of(text);
    if (!summary) qFatal("%s", summary.failure().issues.front().message.c_str());
    return summary.value();
}

/// "at+lasts calls; kind share ...; share:latency ..." of each step, in s.
QString steps_of(const SummarizedService &service) {
    QStringList out;
    for (const SummaryStep &step : service.steps) {
        QString line = QString("%1+%2 %3;").arg(seconds(step.at)).arg(seconds(step.lasts)).arg(step.calls ? QString::number(*step.calls) : "n/a");
        for (const auto &[kind, share] : step.failures) line += QString(" %1 %2").arg(QString::fromStdString(kind)).arg(share);
        line += ';';
        for (const Quantiles::Point &point : step.latency) line += QString(" %1:%2").arg(point.share).arg(seconds(point.value));
        out << line;
    }
    return out.join('\n');
}

QString notes(const Summary &summary) {
    QStringList out;
    for (const RecordNote &note : summary.health.notes) out << QString("%1: %2").arg(note.line).arg(QString::fromStdString(note.what));
    return out.join('\n');
}

bool assumes(const Summary &summary, const char *what) {
    return std::any_of(summary.assumptions.begin(), summary.assumptions.end(), [&](const std::string &a) { return a.find(what) != std::string::npos; });
}

const std::string kExposed = "# HELP call_seconds How long calls take\n# TYPE call_seconds histogram\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.1\"} 10 1795521600000\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.5\"} 20 1795521600000\n"
                             "call_seconds_bucket{service=\"api\",le=\"+Inf\"} 20 1795521600000\n"
                             "call_seconds_sum{service=\"api\"} 3.5 1795521600000\n"
                             "call_seconds_count{service=\"api\"} 20 1795521600000\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.1\"} 60 1795521610000\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.5\"} 110 1795521610000\n"
                             "call_seconds_bucket{service=\"api\",le=\"+Inf\"} 120 1795521610000\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.1\"} 60 1795521620000\n"
                             "call_seconds_bucket{service=\"api\",le=\"0.5\"} 130 1795521620000\n"
                             "call_seconds_bucket{service=\"api\",le=\"+Inf\"} 140 1795521620000\n";

} // namespace

class SummaryFileTest : public QObject {
    Q_OBJECT

private slots:
    void a_summary_is_told_from_a_record_of_calls_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("calls") << "time,service,latency_ms\n1,api,5\n" << false;
        QTest::newRow("JSON lines") << "{\"time\":1}\n" << false;
        QTest::newRow("percentiles") << "time,service,p50_ms,p99_ms\n0,api,5,9\n" << true;
        QTest::newRow("buckets") << "time;service;le;count\n0;api;0.1;9\n" << true;
        QTest::newRow("wide buckets") << "time,le_0.1,le_inf\n0,1,2\n" << true;
        QTest::newRow("exposition") << QString::fromStdString(kExposed) << true;
        QTest::newRow("exposition without comments") << "x_bucket{le=\"1\"} 2 3\n" << true;
        QTest::newRow("nothing") << "" << false;
    }
    void a_summary_is_told_from_a_record_of_calls() {
        QFETCH(QString, text);
        QFETCH(bool, is);
        const RecordFile file(text.toStdString());
        QCOMPARE(is_summary(file.path().toStdString()), is);
    }

    void percentiles_over_time_are_a_profile() {
        const Summary summary = summarized("time,service,p50_ms,p90_ms,p99_ms,calls,errors\n"
                                           "0,api,100,200,900,50,0\n10,api,400,800,2000,40,10\n20,api,100,200,900,,\n0,db,1,2,3,500,5\n10,db,,,,500,500\n");
        QCOMPARE(summary.services.size(), std::size_t{2});
        QCOMPARE(steps_of(summary.services[0]), QString("0+10 50;; 0:0 0.5:0.1 0.9:0.2 0.99:0.9\n10+10 40; unavailable 0.25; 0:0 0.5:0.4 0.9:0.8 0.99:2\n"
                                                        "20+10 n/a;; 0:0 0.5:0.1 0.9:0.2 0.99:0.9"));
        QCOMPARE(steps_of(summary.services[1]), QString("0+10 500; unavailable 0.01; 0:0 0.5:0.001 0.9:0.002 0.99:0.003\n10+10 500; unavailable 1;"));
        QVERIFY(!summary.epoch_ns);
        QVERIFY(assumes(summary, "longer than the largest"));
        QVERIFY(assumes(summary, "Between 0 and the smallest"));
        QCOMPARE(summary.health.rows, std::size_t{5});
    }

    void an_exposition_is_a_counter() {
        const Summary summary = summarized(kExposed);
        QCOMPARE(summary.services.size(), std::size_t{1});
        // 100 calls in the first 10 s: 50 to 0.1 s, 90 to 0.5 s; then 20, all of them between.
        QCOMPARE(steps_of(summary.services[0]), QString("0+10 100;; 0:0 0.5:0.1 0.9:0.5\n10+10 20;; 0:0.1 1:0.5"));
        QCOMPARE(summary.epoch_ns, std::optional<std::int64_t>(1'795'521'600'000'000'000));
        QCOMPARE(notes(summary), QString());
        QVERIFY(assumes(summary, "longer than the largest"));
    }

    void labels_tell_outcomes_apart() {
        std::string text;
        for (int t = 0; t < 2; ++t)
            for (const auto &[code, count] : {std::pair{"200", 90}, {"503", 8}, {"429", 2}}) {
                const std::string value = std::to_string(t * count);
                const std::string labels = std::string("{upstream=\"pay\",code=\"") + code + "\",pod=\"a,\\\"b\\\"}\",le=\"";
                for (const char *le : {"0.25", "+Inf"}) text += "rt_bucket" + labels + le + "\"} " + value + " " + std::to_string(1'795'521'600 + t * 60) + "000\n";
            }
        const Summary summary = summarized(text);
        QCOMPARE(summary.services[0].name, std::string("pay"));
        QCOMPARE(steps_of(summary.services[0]), QString("0+60 100; rate_limit 0.02 unavailable 0.08; 0:0 1:0.25"));
    }

    void several_series_of_one_service_add_up() {
        std::string text;
        for (int t = 0; t < 2; ++t)
            for (const char *pod : {"a", "b"})
                for (const char *le : {"1", "+Inf"})
                    text += std::string("rt_bucket{service=\"pay\",pod=\"") + pod + "\",le=\"" + le + "\"} " + std::to_string(t * 30) + " " + std::to_string(1'795'521'600 + t) + "000\n";
        QCOMPARE(*summarized(text).services[0].steps[0].calls, 60.0);
    }

    void a_counter_that_falls_has_begun_anew() {
        const auto at = [](int t, int count) {
            std::string out;
            for (const char *le : {"1", "+Inf"}) out += std::string("rt_bucket{le=\"") + le + "\"} " + std::to_string(count) + " " + std::to_string(1'795'521'600 + t) + "000\n";
            return out;
        };
        const Summary summary = summarized(at(0, 100) + at(10, 150) + at(20, 20) + at(30, 50));
        QCOMPARE(steps_of(summary.services[0]), QString("0+10 50;; 0:0 1:1\n10+10 20;; 0:0 1:1\n20+10 30;; 0:0 1:1"));
        QVERIFY(assumes(summary, "A counter fell"));
    }

    void quantiles_of_an_exposition_are_read() {
        const Summary summary = summarized("# TYPE rpc_seconds summary\nrpc_seconds{service=\"a\",quantile=\"0.5\"} 0.05 1795521600000\n"
                                           "rpc_seconds{service=\"a\",quantile=\"0.99\"} NaN 1795521600000\nrpc_seconds{service=\"a\",quantile=\"0.5\"} 0.07 1795521660000\n");
        QCOMPARE(steps_of(summary.services[0]), QString("0+60 n/a;; 0:0 0.5:0.07"));
    }

    void buckets_in_columns_are_read_both_ways() {
        const QString expected = "0+10 10;; 0:0 0.4:0.1 0.9:0.5\n10+10 4;; 0:0.1 1:0.5";
        QCOMPARE(steps_of(summarized("time,service,le,count\n0,api,0.1,4\n0,api,0.5,9\n0,api,+Inf,10\n10,api,0.1,0\n10,api,0.5,4\n10,api,inf,4\n").services[0]), expected);
        QCOMPARE(steps_of(summarized("time,le_0.1,le_0.5,le_inf\n0,4,9,10\n10,0,4,4\n").services[0]), expected);
    }

    void counts_that_never_fall_are_counters() {
        const Summary summary = summarized("time,le_0.1,le_inf\n0,4,10\n10,10,20\n20,11,40\n");
        QCOMPARE(steps_of(summary.services[0]), QString("0+10 10;; 0:0 0.6:0.1\n10+10 20;; 0:0 0.05:0.1"));
        QVERIFY(assumes(summary, "Counts never fall"));
        QVERIFY(assumes(summarized("time,le_0.1,le_inf\n0,4,10\n10,2,20\n20,11,40\n"), "number of its own window"));
    }

    void an_empty_bucket_holds_nothing() {
        const Summary summary = summarized("time,le_0.1,le_0.2,le_0.4,le_inf\n0,5,5,10,10\n10,1,1,1,1\n");
        const Distribution latency{Quantiles{summary.services[0].steps[0].latency}};
        QVERIFY(*quantile_s(latency, 0.4999) <= 0.1);
        QVERIFY(*quantile_s(latency, 0.5001) >= 0.2);
    }

    void lines_that_cannot_be_read_are_listed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("note");
        const QString head = "time,service,p50_ms,p99_ms,calls,errors\n0,api,100,900,10,0\n";
        QTest::newRow("ragged") << head + "1,api,5\n" << "3: expected 6 values as in the header, got 3";
        QTest::newRow("time") << head + "soon,api,1,2,3,0\n" << "3: expected a time such as 2026-11-24T16:00:00Z, of the same sort as above, got \"soon\"";
        QTest::newRow("another sort of time") << head + "2026-11-24T16:00:00Z,api,1,2,3,0\n"
                                              << "3: expected a time such as 2026-11-24T16:00:00Z, of the same sort as above, got \"2026-11-24T16:00:00Z\"";
        QTest::newRow("latency") << head + "1,api,fast,2,3,0\n" << "3: expected a latency such as 120 or 120ms, got \"fast\"";
        QTest::newRow("falling percentiles") << head + "1,api,5,2,3,0\n" << "3: p99 is below p50";
        QTest::newRow("more errors than calls") << head + "1,api,1,2,3,4\n" << "3: expected a number of failed calls, at most that of all, got \"4\"";
        QTest::newRow("calls") << head + "1,api,1,2,-3,0\n" << "3: expected a number of calls, got \"-3\"";
        QTest::newRow("falling buckets") << "time,le_1,le_2\n0,1,2\n1,3,2\n" << "3: expected a count that is at least that of the bucket before, got \"2\"";
        QTest::newRow("bound") << "time,le,count\n0,1,2\n0,wide,2\n" << "3: expected an upper bound in seconds, or +Inf, got \"wide\"";
        QTest::newRow("no sample") << QString::fromStdString(kExposed) + "call_seconds_bucket{le=\"1\n" << "14: expected a sample such as name{le=\"0.5\"} 12 1795521600000";
        QTest::newRow("no timestamp") << QString::fromStdString(kExposed) + "call_seconds_bucket{le=\"1\"} 5\n" << "14: a sample without a timestamp belongs to no time";
        QTest::newRow("another family") << QString::fromStdString(kExposed) + "other_bucket{le=\"1\"} 5 1795521600000\n" << "14: it is of \"other\"; only call_seconds is read";
    }
    void lines_that_cannot_be_read_are_listed() {
        QFETCH(QString, text);
        QFETCH(QString, note);
        const Summary summary = summarized(text.toStdString());
        QCOMPARE(notes(summary), note);
        QCOMPARE(summary.health.unreadable, std::size_t{1});
    }

    void a_file_that_says_nothing_is_refused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("no time") << "service,p50\na,5\n" << "no column is known for the time";
        QTest::newRow("le without a count") << "time,le\n0,5\n" << "a column le needs a column count beside it";
        QTest::newRow("nothing below the header") << "time,p50\n" << "there are no figures in it";
        QTest::newRow("nothing that can be read") << "time,p50\nx,5\n" << "no line can be read; line 2: expected a time such as 2026-11-24T16:00:00Z, of the same sort as above, got \"x\"";
        QTest::newRow("a wrong unit") << "time,p50\n0ns,5\n10ns,5\n" << "the times of service are less than a millisecond apart: is their unit wrong?";
        QTest::newRow("one scrape") << "x_bucket{le=\"1\"} 2 1795521600000\n" << "counters need at least two times";
    }
    void a_file_that_says_nothing_is_refused() {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto summary = summary_of(text.toStdString());
        QVERIFY(!summary);
        QCOMPARE(QString::fromStdString(summary.failure().issues.front().message), message);
    }

    void it_becomes_a_scenario_that_behaves_so() {
        std::string text = "time,service,p0_ms,p50_ms,p90_ms,p100_ms,calls,errors\n";
        for (int minute = 0; minute < 10; ++minute)
            text += std::to_string(minute * 60) + (minute < 5 ? ",my api,0,100,200,300,3000,30\n" : ",my api,0,400,800,1000,1200,600\n");
        const Summary summary = summarized(text);
        const Result<Scenario> scenario = read_scenario(summarized_scenario(summary, "figures.csv"));
        QVERIFY2(scenario, scenario ? "" : qPrintable(messages_of(scenario.failure())));
        QCOMPARE(scenario.value().services[0].name, std::string("my_api"));
        QCOMPARE(scenario.value().duration, Duration(10min));
        MetricsFold fold(scenario.value(), Duration(1min));
        Simulation simulation(scenario.value());
        simulation.advance({}, &fold);
        const Metrics m = fold.result(simulation.reached());
        // 5 min at 50/s and 5 min at 20/s; 1 % and 50 % fail.
        QVERIFY2(std::abs(static_cast<double>(m.requests) - 21'000) < 5 * std::sqrt(21'000), qPrintable(QString::number(m.requests)));
        QVERIFY2(std::abs(static_cast<double>(m.failed) - 3'150) < 5 * std::sqrt(3'150), qPrintable(QString::number(m.failed)));
        QVERIFY2(std::abs(*m.latency_success.p50 - 0.118) < 0.01, qPrintable(QString::number(*m.latency_success.p50)));
    }

    void stretches_without_figures_have_no_calls() {
        const Summary summary = summarized("time,service,p50_ms,calls\n0,a,5,100\n10,a,5,100\n10,b,5,100\n20,b,5,100\n");
        const Result<Scenario> scenario = read_scenario(summarized_scenario(summary, "figures.csv"));
        QVERIFY2(scenario, scenario ? "" : qPrintable(messages_of(scenario.failure())));
        QCOMPARE(scenario.value().duration, Duration(30s));
        QCOMPARE(scenario.value().services[1].profile[0].at, Duration(10s));
        const auto &phases = std::get<PhasedArrivals>(scenario.value().workloads[1].arrivals).phases;
        QCOMPARE(phases.size(), std::size_t{3});
        QCOMPARE(phases[0].from.per_second, 0.0);
        QCOMPARE(phases[1].from.per_second, 10.0);
    }

    void ten_gigabytes_are_refused() {
        const RecordFile file(kExposed);
        QFile sparse(file.path());
        if (!sparse.resize(qint64{10} << 30)) QSKIP("the disk keeps no sparse file");
        const auto summary = import_summary(file.path().toStdString());
        QVERIFY(!summary);
        QVERIFY(summary.failure().issues.front().message.find("10.7 GB") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(SummaryFileTest)
#include "summary_file_test.moc"
