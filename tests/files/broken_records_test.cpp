// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are not as they should be: each has a clear message with its line, and what can be read is read.
#include <QtTest>

#include "tests/files/record_text.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const std::string kHead = "time,service,request,attempt,outcome,latency_ms\n";

std::string utf16(const std::string &text, bool little) {
    std::string out = little ? "\xff\xfe" : "\xfe\xff";
    for (const char c : text) out += little ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

} // namespace

class BrokenRecordsTest : public QObject {
    Q_OBJECT

private slots:
    void a_file_that_is_no_record_is_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const std::string &text, const char *message) { QTest::newRow(name) << QByteArray::fromStdString(text) << message; };
        row("empty", "", "the file is empty");
        row("blank", "\n \n\t\n", "the file is empty");
        row("a header alone", kHead, "there are no calls in it");
        row("UTF-16, little endian", utf16(kHead + "1,a,r,1,ok,5\n", true), "the file is in UTF-16; save it as UTF-8");
        row("UTF-16, big endian", utf16(kHead + "1,a,r,1,ok,5\n", false), "the file is in UTF-16; save it as UTF-8");
        row("binary", std::string("PK\x03\x04\0\0\0", 7) + "abc\n", "the file is no text");
        row("Latin-1 in the header", "time,service,Verz\xf6gerung\n1,a,5\n", "line 1: the text is not in UTF-8; save it as UTF-8");
        row("no column for the time", "service,outcome\na,ok\n", "no column is known for the time; there are service, outcome");
        row("no column for the service", "time,outcome\n1,ok\n", "no column is known for the service; there are time, outcome");
        row("no row that can be read", kHead + "x,a,r,1,ok,5\ny,a,r,1,ok,5\n",
            "no row can be read; line 2: expected a time such as 2026-11-24T16:00:00Z or 12.5 (seconds), got \"x\"");
        row("an open quote in the header", "time,\"service\n1,a\n", "line 1: a quote is not closed");
        row("JSON that is cut", "{\"time\": 1, \"serv", "line 1: no JSON from byte 18 on");
        row("a list", "[1, 2]\n[3, 4]\n", "no column is known for the time; there are [1, 2]");
        row("OTLP that is cut", R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId")", "no JSON");
        row("OTLP without spans", R"({"resourceSpans":[]})", "there are no calls in it");
        row("an object that is none of OTLP", "{\n\"a\": 1\n}\n", "expected an object with resourceSpans");
        row("OTLP of odd types", R"({"resourceSpans":[1,{"scopeSpans":5},{"resource":[],"scopeSpans":[2,{"spans":[3,{"startTimeUnixNano":{}}]}]}]})",
            "no row can be read; line 1: a span without a start and an end after it");
    }
    void a_file_that_is_no_record_is_refused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto incident = RecordFile(text.toStdString()).import();
        QVERIFY(!incident);
        QVERIFY(incident.failure().kind == Failure::Kind::bad_input);
        QCOMPARE(refusal(incident), message);
    }

    void a_row_that_cannot_be_read_is_left_out_with_its_line_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("note");
        const auto row = [](const std::string &text, const char *note) { QTest::newRow(note) << QByteArray::fromStdString(text) << note; };
        row("1,a,r,1,ok", "expected 6 values as in the header, got 5");
        row("1,a,r,1,ok,5,6", "expected 6 values as in the header, got 7");
        row("1", "expected 6 values as in the header, got 1");
        row("soon,a,r,1,ok,5", "expected a time such as 2026-11-24T16:00:00Z or 12.5 (seconds), got \"soon\"");
        row("-1,a,r,1,ok,5", "expected a time such as 2026-11-24T16:00:00Z or 12.5 (seconds), got \"-1\"");
        row(",a,r,1,ok,5", "expected a time such as 2026-11-24T16:00:00Z or 12.5 (seconds), got \"\"");
        row("2026-11-24T16:00:00Z,a,r,1,ok,5", "expected seconds from the start as in the rows above, got \"2026-11-24T16:00:00Z\"");
        row("1,,r,1,ok,5", "expected the name of a service, got \"\"");
        row("1," + std::string(300, 'x') + ",r,1,ok,5", "expected the name of a service, got \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\"");
        row("1,a,r,first,ok,5", "expected the number of an attempt, got \"first\"");
        row("1,a,r,-2,ok,5", "expected the number of an attempt, got \"-2\"");
        row("1,a,r,1.5,ok,5", "expected the number of an attempt, got \"1.5\"");
        row("1,a,r,1,ok,slow", "expected a latency such as 120 or 120ms, got \"slow\"");
        row("1,a,r,1,ok,-5", "expected a latency such as 120 or 120ms, got \"-5\"");
        row("1,\"a,r,1,ok,5", "a quote is not closed");
        row("1,caf\xe9,r,1,ok,5", "expected text in UTF-8, got \"caf\\xe9\"");
        row(std::string("1,a\0b,r,1,ok,5", 14), "expected text in UTF-8, got \"a\\x00b\"");
    }
    void a_row_that_cannot_be_read_is_left_out_with_its_line() {
        QFETCH(QByteArray, row);
        QFETCH(QString, note);
        const auto incident = RecordFile(kHead + "0.5,a,q,1,ok,5\n" + row.toStdString() + "\n2,a,s,1,ok,5\n").import();
        QVERIFY2(incident, qPrintable(refusal(incident)));
        QCOMPARE(incident.value().calls.size(), std::size_t{2});
        QCOMPARE(incident.value().health.unreadable, std::size_t{1});
        QCOMPARE(notes_of(incident.value()), "3: " + note);
    }

    void rows_that_are_odd_before_the_first_good_one_are_told_too() {
        const auto incident = RecordFile(kHead + "soon,a,r,1,ok,5\n\nlater,a,r,1,ok,5\n3,a,r,1,ok,5\n").import();
        QVERIFY(incident);
        QCOMPARE(incident.value().health.rows, std::size_t{3});
        QCOMPARE(incident.value().health.unreadable, std::size_t{2});
        QVERIFY(notes_of(incident.value()).startsWith("2: expected a time"));
        QVERIFY(notes_of(incident.value()).contains("\n4: expected a time"));
    }

    void the_first_row_decides_what_sort_of_time_it_is() {
        const auto incident = RecordFile("time,service\n2026-11-24T12:00:00Z,a\n12.5,a\n1795521601,a\n").import();
        QCOMPARE(incident.value().calls.size(), std::size_t{2});
        QCOMPARE(notes_of(incident.value()), QString("3: expected a date as in the rows above, got \"12.5\""));
    }

    void a_record_that_is_cut_in_its_last_line_loses_that_line_only() {
        const auto csv = RecordFile(kHead + "1,a,q,1,ok,5\n2,a,s,1,o").import();
        QCOMPARE(csv.value().calls.size(), std::size_t{1});
        QCOMPARE(notes_of(csv.value()), QString("3: expected 6 values as in the header, got 5"));
        const auto json = RecordFile("{\"time\": 1, \"service\": \"a\"}\n{\"time\": 2, \"ser").import();
        QCOMPARE(json.value().calls.size(), std::size_t{1});
        QVERIFY2(notes_of(json.value()).startsWith("2: no JSON from byte"), qPrintable(notes_of(json.value())));
    }

    void json_lines_that_are_none_are_told() {
        const auto incident = RecordFile("{\"time\": 1, \"service\": \"a\"}\n[1]\n7\n\"text\"\n{\"time\": 2}\nnull\n{\"time\": 3, \"service\": \"a\"} {}\n").import();
        QVERIFY(incident);
        QCOMPARE(incident.value().calls.size(), std::size_t{1});
        QCOMPARE(incident.value().health.unreadable, std::size_t{6});
        QCOMPARE(incident.value().health.notes[0].what, std::string("expected a JSON object"));
        QCOMPARE(incident.value().health.notes[3].what, std::string("expected the name of a service, got \"\""));
    }

    void deep_json_does_not_exhaust_the_stack() {
        std::string deep = "{\"time\": 2, \"service\": \"a\", \"x\": ";
        for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "[" : "{\"y\":";
        const auto incident = RecordFile("{\"time\": 1, \"service\": \"a\"}\n" + deep + "\n").import();
        QCOMPARE(incident.value().health.unreadable, std::size_t{1});
        QVERIFY2(incident.value().health.notes[0].what.find("too deep") != std::string::npos, incident.value().health.notes[0].what.c_str());
    }

    void deep_spans_do_not_exhaust_the_stack() {
        std::string deep = R"({"resourceSpans":)";
        for (int i = 0; i < 200'000; ++i) deep += '[';
        QVERIFY(!RecordFile(deep).import());
        for (int i = 0; i < 200'000; ++i) deep += ']';
        QVERIFY(!RecordFile(deep + "}").import());
    }

    void a_span_that_ends_before_it_starts_is_told() {
        const auto incident = RecordFile(R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a","startTimeUnixNano":"1795521600000000002","endTimeUnixNano":"1795521600000000001"},)"
                                         R"({"name":"b","startTimeUnixNano":"1795521600000000001","endTimeUnixNano":"1795521600000000002"}]}]}]})").import();
        QVERIFY2(incident, qPrintable(refusal(incident)));
        QCOMPARE(incident.value().calls.size(), std::size_t{1});
        QCOMPARE(notes_of(incident.value()), QString("1: a span without a start and an end after it"));
    }

    void rows_that_are_repeated_or_contradict_each_other_are_told() {
        const auto incident = RecordFile(kHead + "1,a,q,1,timeout,5\n1,a,q,1,timeout,5\n1,a,q,1,ok,5\n").import();
        QCOMPARE(incident.value().calls.size(), std::size_t{2});
        QCOMPARE(incident.value().health.duplicates, std::size_t{1});
        QCOMPARE(incident.value().health.contradictions, std::size_t{1});
        QVERIFY(notes_of(incident.value()).startsWith("3: the same as line 2; left out\n4: attempt 1"));
    }

    void too_many_names_are_taken_for_the_wrong_column() {
        std::string text = "time,service\n";
        for (int i = 0; i < 1'500; ++i) text += "1,call " + std::to_string(i) + "\n";
        QCOMPARE(refusal(RecordFile(text).import()), QString("line 1002: more than 1000 services: is it the right column?"));
    }

    void times_that_are_decades_apart_are_refused() {
        QCOMPARE(refusal(RecordFile("time,service\n2026-11-24T12:00:00Z,a\n1996-11-24T12:00:00Z,a\n").import()),
                 QString("from line 3 to the end of the call of line 2 it is 10957 days: is a clock wrong, or the unit of a time?"));
        QCOMPARE(refusal(RecordFile("time,service,latency_s\n1,a,5\n2,a,900000000\n").import()),
                 QString("from line 2 to the end of the call of line 3 it is 10417 days: is a clock wrong, or the unit of a time?"));
    }

    void a_mapping_to_a_column_that_is_not_there_is_told() {
        const RecordFile file("time,service\n1,a\n");
        ImportOptions options;
        options.mapping = file.preview().value().mapping;
        options.mapping->column(RecordField::latency) = "took";
        QCOMPARE(refusal(file.import(options)), QString("there is no column took; there are time, service"));
    }

    /// A file without contents but of that length: nothing of it is read.
    void ten_gigabytes_are_refused_before_they_are_read() {
        const RecordFile file(kHead + "1,a,q,1,ok,5\n");
        QFile sparse(file.path());
        if (!sparse.resize(qint64{10} << 30)) QSKIP("the disk keeps no sparse file");
        const auto incident = file.import();
        QVERIFY(!incident);
        QCOMPARE(refusal(incident), QString("the file has 10.7 GB, more than the 4.3 GB that are read; cut it by time or service"));
    }

    void a_line_without_end_is_refused() {
        const auto incident = RecordFile(kHead + "1,a,q,1,ok,5\n" + std::string(kLineTooLong, 'x')).import();
        QCOMPARE(refusal(incident), QString("line 3 is longer than 64 MiB"));
    }

    void what_is_no_file_is_told() {
        QTemporaryDir directory;
        const auto none = import_record(directory.filePath("none").toStdString());
        QVERIFY(!none && none.failure().kind == Failure::Kind::no_file);
        const auto folder = import_record(directory.path().toStdString());
        QCOMPARE(refusal(folder), QString("cannot be read: it is a directory"));
        QCOMPARE(refusal(import_record("/dev/null")), QString("cannot be read: it is no regular file"));
    }

private:
    static constexpr std::size_t kLineTooLong = (std::size_t{64} << 20) + 300'000;
};

QTEST_APPLESS_MAIN(BrokenRecordsTest)
#include "broken_records_test.moc"
