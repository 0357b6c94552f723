// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are as they should be, in their three formats.
#include <QtTest>

#include "tests/files/record_text.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

/// One call a line: start in s, service, request, attempt, outcome, latency in ms, caller, cost in nano-USD.
QString facts(const Incident &incident) {
    QStringList out;
    for (const RecordedCall &call : incident.calls) {
        out << QString("%1 %2 %3 %4 %5 %6 %7 %8")
                   .arg(seconds(call.start - kTimeZero)).arg(QString::fromStdString(incident.services[call.service]))
                   .arg(call.request).arg(call.attempt).arg(QString::fromStdString(incident.outcomes[call.outcome]))
                   .arg(static_cast<double>(call.latency.count()) / 1e6).arg(QString::fromStdString(incident.callers[call.caller]))
                   .arg(call.cost_nano);
    }
    return out.join('\n');
}

const std::string kCsv = "time,service,request,attempt,outcome,latency_ms,caller,cost\n"
                         "0.5,api,r1,1,timeout,2000,shop,0.01\n"
                         "2.75,api,r1,2,success,120.5,shop,0.01\n"
                         "3,db,r2,,ok,4,cart,\n";
const QString kFacts = "0.5 api 1 1 timeout 2000 shop 10000000\n"
                       "2.75 api 1 2 success 120.5 shop 10000000\n"
                       "3 db 2 1 success 4 cart -1";

std::string replaced(std::string text, const std::string &what, const std::string &with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

std::string span(const std::string &name, const std::string &trace, std::int64_t start, std::int64_t end, const std::string &attributes, const std::string &rest = "") {
    return R"({"traceId":")" + trace + R"(","name":")" + name + R"(","startTimeUnixNano":")" + std::to_string(start) + R"(","endTimeUnixNano":")" +
           std::to_string(end) + R"(","attributes":[)" + attributes + "]" + rest + "}";
}
std::string text_attribute(const std::string &key, const std::string &value) {
    return R"({"key":")" + key + R"(","value":{"stringValue":")" + value + R"("}})";
}
std::string export_of(const std::string &spans) {
    return R"({"resourceSpans":[{"resource":{"attributes":[)" + text_attribute("service.name", "shop") + R"(]},"scopeSpans":[{"spans":[)" + spans + "]}]}]}";
}
const std::string kClient = R"(,"kind":3)", kServer = R"(,"kind":2)";

} // namespace

class IncidentFileTest : public QObject {
    Q_OBJECT

private slots:
    void csv_is_read_whatever_its_looks_data() {
        QTest::addColumn<QString>("text");
        const std::string bom = "\xef\xbb\xbf";
        QTest::newRow("plain") << QString::fromStdString(kCsv);
        QTest::newRow("no newline at the end") << QString::fromStdString(kCsv.substr(0, kCsv.size() - 1));
        QTest::newRow("CRLF") << QString::fromStdString(replaced(kCsv, "\n", "\r\n"));
        QTest::newRow("byte order mark") << QString::fromStdString(bom + kCsv);
        QTest::newRow("byte order mark and CRLF") << QString::fromStdString(bom + replaced(kCsv, "\n", "\r\n"));
        QTest::newRow("semicolons") << QString::fromStdString(replaced(kCsv, ",", ";"));
        QTest::newRow("tabs") << QString::fromStdString(replaced(kCsv, ",", "\t"));
        QTest::newRow("bars") << QString::fromStdString(replaced(kCsv, ",", "|"));
        QTest::newRow("blanks") << QString::fromStdString(replaced(kCsv, ",", " , "));
        QTest::newRow("blank lines") << QString::fromStdString("\n" + replaced(kCsv, "\n", "\n\n"));
        QTest::newRow("quotes") << QString::fromStdString(replaced(replaced(kCsv, "api", "\"api\""), "timeout", "\"timeout\""));
        QTest::newRow("other names") << QString::fromStdString(replaced(kCsv, "time,service,request,attempt,outcome,latency_ms,caller,cost",
                                                                          "Timestamp,Upstream,Trace ID,Try,Status,Elapsed ms,Client,USD"));
    }
    void csv_is_read_whatever_its_looks() {
        QFETCH(QString, text);
        const RecordFile file(text.toStdString());
        const auto incident = file.import();
        QVERIFY2(incident, qPrintable(refusal(incident)));
        QCOMPARE(facts(incident.value()), kFacts);
        QCOMPARE(incident.value().health.rows, std::size_t{3});
        QCOMPARE(notes_of(incident.value()), QString());
    }

    void the_order_of_columns_does_not_matter() {
        const RecordFile file("cost,caller,latency_ms,outcome,attempt,request,service,time\n0.01,shop,2000,timeout,1,r1,api,0.5\n"
                              "0.01,shop,120.5,success,2,r1,api,2.75\n,cart,4,ok,,r2,db,3\n");
        QCOMPARE(facts(file.import().value()), kFacts);
    }

    void json_lines_say_the_same() {
        const RecordFile file(R"({"time": 0.5, "service": "api", "request": "r1", "attempt": 1, "outcome": "timeout", "latency_ms": 2000, "caller": "shop", "cost": 0.01}
{"service": "api", "time": "2.75", "request": "r1", "attempt": 2, "outcome": "success", "latency_ms": 120.5, "caller": "shop", "cost": 0.01, "tags": ["a", {"b": 1}]}

{"time": 3, "service": "db", "request": "r2", "attempt": null, "outcome": "ok", "latency_ms": 4, "caller": "cart"}
)");
        const auto incident = file.import();
        QVERIFY2(incident, qPrintable(refusal(incident)));
        QCOMPARE(facts(incident.value()), kFacts);
    }

    void objects_within_json_lines_have_dotted_names() {
        const RecordFile file(R"({"ts":1,"http":{"status_code":503,"took":{"ms":25}},"peer":{"service":"api"}})" "\n");
        const auto preview = file.preview();
        QVERIFY(preview);
        QCOMPARE(preview.value().columns, (std::vector<std::string>{"ts", "http.status_code", "http.took.ms", "peer.service"}));
        ImportOptions options;
        options.mapping = preview.value().mapping;
        options.mapping->column(RecordField::outcome) = "http.status_code";
        options.mapping->column(RecordField::latency) = "http.took.ms";
        options.mapping->column(RecordField::service) = "peer.service";
        QCOMPARE(facts(file.import(options).value()), QString("1 api 1 1 unavailable 25  -1"));
    }

    void spans_of_opentelemetry_are_calls_data() {
        QTest::addColumn<bool>("a_line_each");
        QTest::addColumn<bool>("pretty");
        QTest::newRow("one object") << false << false;
        QTest::newRow("an object a line") << true << false;
        QTest::newRow("one object over many lines") << false << true;
    }
    void spans_of_opentelemetry_are_calls() {
        QFETCH(bool, a_line_each);
        QFETCH(bool, pretty);
        const std::int64_t t = 1'795'521'600'000'000'001;
        const std::string one = span("GET /", "aa", t, t + 2'000'000'000, text_attribute("peer.service", "api") + "," + text_attribute("error.type", "timeout"), kClient);
        const std::string two = span("GET /", "aa", t + 2'250'000'000, t + 2'370'500'000,
                                     text_attribute("peer.service", "api") + R"(,{"key":"http.request.resend_count","value":{"intValue":"1"}})" +
                                         R"(,{"key":"http.response.status_code","value":{"intValue":"200"}})", kClient);
        const std::string three = span("SELECT", "bb", t + 2'500'000'000, t + 2'504'000'000, text_attribute("db.system", "postgres"), R"(,"kind":"SPAN_KIND_CLIENT","status":{"code":2})");
        const std::string served = span("serve", "cc", t, t + 1, "", kServer); // what a service did itself is no call
        std::string text = a_line_each ? export_of(one) + "\n" + export_of(two + "," + served) + "\n" + export_of(three) + "\n" : export_of(one + "," + two + "," + served + "," + three);
        if (pretty) text = replaced(replaced(text, "{\"", "{\n  \""), ",\"", ",\n  \"");
        const RecordFile file(text);
        const auto incident = file.import();
        QVERIFY2(incident, qPrintable(refusal(incident)));
        QCOMPARE(facts(incident.value()), QString("0 api 1 1 timeout 2000 shop -1\n2.25 api 1 2 success 120.5 shop -1\n2.5 postgres 2 1 unavailable 4 shop -1"));
        QCOMPARE(incident.value().epoch_ns, std::optional<std::int64_t>(t)); // no nanosecond is lost
        QCOMPARE(file.preview().value().format, RecordFormat::otlp);
    }

    void spans_of_grpc_and_of_programs_without_clients() {
        const std::int64_t t = 1'795'521'600'000'000'000;
        const RecordFile file(export_of(span("Charge", "aa", t, t + 5'000'000, text_attribute("rpc.service", "pay") + R"(,{"key":"rpc.grpc.status_code","value":{"intValue":4}})", kServer)));
        QCOMPARE(facts(file.import().value()), QString("0 pay 1 1 timeout 5 shop -1"));
    }

    void dates_of_several_zones_are_one_time() {
        const RecordFile file("time,service\n2026-11-24T12:00:00Z,a\n2026-11-24T13:00:01+01:00,b\n2026-11-24T06:00:02-06:00,c\n");
        const auto incident = file.import();
        QCOMPARE(facts(incident.value()), QString("0 a 1 1 success -1e-06  -1\n1 b 2 1 success -1e-06  -1\n2 c 3 1 success -1e-06  -1"));
        QCOMPARE(incident.value().epoch_ns, std::optional<std::int64_t>(1'795'521'600'000'000'000));
    }

    void dates_without_a_zone_are_of_the_mapped_one() {
        const RecordFile file("time,service\n2026-11-24 13:00:00,a\n");
        ImportOptions options;
        options.mapping = file.preview().value().mapping;
        options.mapping->zone_minutes = 60;
        QCOMPARE(file.import(options).value().epoch_ns, std::optional<std::int64_t>(1'795'521'600'000'000'000));
    }

    void a_clock_that_is_set_back_in_autumn_is_told() {
        // Local times of a zone that leaves summer time at 03:00.
        std::string text = "time,service\n";
        for (const char *time : {"02:58:00", "02:59:00", "02:00:00", "02:01:00"}) text += std::string("2026-10-25 ") + time + ",a\n";
        const auto incident = RecordFile(text).import();
        QCOMPARE(incident.value().health.out_of_order, std::size_t{2});
        QCOMPARE(incident.value().health.largest_step_back, Duration(59min));
    }

    void the_mapping_can_be_given() {
        const RecordFile file("a;b;c;d\n1000;db;weird;7\n2500;db;fine;8\n");
        ImportOptions options;
        options.mapping = IncidentMapping{};
        options.mapping->column(RecordField::time) = "a";
        options.mapping->column(RecordField::service) = "b";
        options.mapping->column(RecordField::outcome) = "c";
        options.mapping->column(RecordField::latency) = "d";
        options.mapping->time_unit = NumberUnit::milliseconds;
        options.mapping->latency_unit = NumberUnit::microseconds;
        options.mapping->outcomes = {{"weird", "rate_limit"}, {"fine", "success"}};
        QCOMPARE(facts(file.import(options).value()), QString("1 db 1 1 rate_limit 0.007  -1\n2.5 db 2 1 success 0.008  -1"));
    }

    void a_column_of_errors_says_true_for_a_failure() {
        const RecordFile file("time,service,error\n1,a,false\n2,a,true\n3,a,\n");
        QCOMPARE(facts(file.import().value()), QString("1 a 1 1 success -1e-06  -1\n2 a 2 1 unavailable -1e-06  -1\n3 a 3 1 success -1e-06  -1"));
    }

    void the_preview_shows_the_first_rows_and_reads_no_further() {
        std::string text = kCsv;
        for (int i = 0; i < 50'000; ++i) text += "4,db,r3,,ok,4,cart,\n";
        const auto preview = RecordFile(text).preview();
        QVERIFY(preview);
        QCOMPARE(preview.value().format, RecordFormat::csv);
        QCOMPARE(preview.value().columns.size(), std::size_t{8});
        QCOMPARE(preview.value().rows.size(), std::size_t{20});
        QCOMPARE(preview.value().rows[1][5], std::string("120.5"));
        QCOMPARE(preview.value().mapping.column(RecordField::latency), std::string("latency_ms"));
    }

    void an_import_tells_how_far_it_is_and_can_be_given_up() {
        std::string text = kCsv;
        for (int i = 0; i < 100'000; ++i) text += "4,db,r3,,ok,4,cart,\n";
        const RecordFile file(text);
        ImportOptions options;
        std::size_t told = 0, calls = 0;
        options.progress = [&](std::size_t bytes) { return ++calls, told = bytes, true; };
        QVERIFY(file.import(options));
        QCOMPARE(told, text.size());
        QVERIFY(calls > 3);
        options.progress = [](std::size_t) { return false; };
        const auto stopped = file.import(options);
        QVERIFY(!stopped);
        QVERIFY(stopped.failure().kind == Failure::Kind::stopped);
    }
};

QTEST_APPLESS_MAIN(IncidentFileTest)
#include "incident_file_test.moc"
