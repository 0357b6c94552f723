// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/incident_mapping.h"

#include <QtTest>

using namespace halfopen;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

QString columns_of(const IncidentMapping &mapping) {
    QStringList out;
    for (const std::string &column : mapping.columns) out << QString::fromStdString(column);
    return out.join('|');
}

} // namespace

class IncidentMappingTest : public QObject {
    Q_OBJECT

private slots:
    void times_are_read_to_the_nanosecond_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("zone");
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<bool>("calendar");
        const qint64 noon = 1'795'521'600 * kSecond; // 2026-11-24T12:00:00Z, by date -d
        QTest::newRow("UTC") << "2026-11-24T12:00:00Z" << "auto" << 0 << noon << true;
        QTest::newRow("a blank") << "2026-11-24 12:00:00Z" << "auto" << 0 << noon << true;
        QTest::newRow("nanoseconds") << "2026-11-24T12:00:00.123456789Z" << "auto" << 0 << noon + 123'456'789 << true;
        QTest::newRow("a comma") << "2026-11-24T12:00:00,5Z" << "auto" << 0 << noon + kSecond / 2 << true;
        QTest::newRow("more digits than there are nanoseconds") << "2026-11-24T12:00:00.1234567899Z" << "auto" << 0 << noon + 123'456'789 << true;
        QTest::newRow("east") << "2026-11-24T13:00:00+01:00" << "auto" << 0 << noon << true;
        QTest::newRow("west, without a colon") << "2026-11-24T06:30:00-0530" << "auto" << 0 << noon << true;
        QTest::newRow("hours only") << "2026-11-24T14:00:00+02" << "auto" << 0 << noon << true;
        QTest::newRow("no zone, as mapped") << "2026-11-24T13:00:00" << "auto" << 60 << noon << true;
        QTest::newRow("its own zone wins") << "2026-11-24T12:00:00Z" << "auto" << 60 << noon << true;
        QTest::newRow("leap second") << "2016-12-31T23:59:60Z" << "auto" << 0 << qint64(1'483'228'800) * kSecond << true;
        QTest::newRow("seconds of 1970") << "1795521600.25" << "auto" << 0 << noon + kSecond / 4 << true;
        QTest::newRow("milliseconds of 1970") << "1795521600250" << "auto" << 0 << noon + kSecond / 4 << true;
        QTest::newRow("microseconds of 1970") << "1795521600250000" << "auto" << 0 << noon + kSecond / 4 << true;
        QTest::newRow("nanoseconds of 1970") << "1795521600250000001" << "auto" << 0 << noon + kSecond / 4 + 1 << true;
        QTest::newRow("a fraction of a millisecond") << "1795521600250.5" << "auto" << 0 << noon + kSecond / 4 + 500'000 << true;
        QTest::newRow("from the start") << "12.5" << "auto" << 0 << qint64(12) * kSecond + kSecond / 2 << false;
        QTest::newRow("from the start, in ms") << "12500" << "ms" << 0 << qint64(12) * kSecond + kSecond / 2 << false;
        QTest::newRow("with a unit") << "250ms" << "auto" << 0 << qint64(kSecond / 4) << false;
        QTest::newRow("no float's rounding") << "9007199.254740993" << "auto" << 0 << qint64(9'007'199'254'740'993) << false;
    }
    void times_are_read_to_the_nanosecond() {
        QFETCH(QString, text);
        QFETCH(QString, unit);
        QFETCH(int, zone);
        QFETCH(qint64, ns);
        QFETCH(bool, calendar);
        const auto time = parse_recorded_time(text.toStdString(), *number_unit_named(unit.toStdString()), zone);
        QVERIFY(time);
        QCOMPARE(qint64(time->ns), ns);
        QCOMPARE(time->calendar, calendar);
    }

    void what_is_no_time_is_none_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "now", "-5", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24", "24.11.2026 12:00:00",
                                 "2026-11-24T12:00:00+", "2026-11-24T12:00:00+1", "2026-11-24T12:00:00.Z", "2026-11-24T12:00:00Zulu", "1e9", "12.5.1", "0x10",
                                 "99999999999999999999", "1795521600,5", "NaN", "inf", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z"}) {
            QTest::newRow(text) << text;
        }
    }
    void what_is_no_time_is_none() {
        QFETCH(QString, text);
        QVERIFY(!parse_recorded_time(text.toStdString(), NumberUnit::automatic, 0));
    }

    void latencies_take_their_unit_from_the_column_or_from_themselves() {
        QVERIFY(latency_unit_of("latency_ms") == NumberUnit::milliseconds);
        QVERIFY(latency_unit_of("durationNano") == NumberUnit::nanoseconds);
        QVERIFY(latency_unit_of("elapsed_us") == NumberUnit::microseconds);
        QVERIFY(latency_unit_of("took_s") == NumberUnit::seconds);
        QVERIFY(latency_unit_of("duration_seconds") == NumberUnit::seconds);
        QVERIFY(latency_unit_of("latency") == NumberUnit::milliseconds);
        QCOMPARE(parse_recorded_latency("120", NumberUnit::milliseconds).value(), 120'000'000);
        QCOMPARE(parse_recorded_latency("0.1", NumberUnit::milliseconds).value(), 100'000);
        QCOMPARE(parse_recorded_latency("0.12", NumberUnit::seconds).value(), 120'000'000);
        QCOMPARE(parse_recorded_latency("120ms", NumberUnit::seconds).value(), 120'000'000);
        QCOMPARE(parse_recorded_latency("0", NumberUnit::seconds).value(), 0);
        for (const char *bad : {"-1", "fast", "", "1,5", "1e3", "9999999999999999999", "12 parsec"})
            QVERIFY2(!parse_recorded_latency(bad, NumberUnit::milliseconds), bad);
    }

    void words_of_many_tongues_mean_a_kind_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("outcome");
        const std::vector<std::pair<const char *, const char *>> rows = {
            {"success", "success"}, {"OK", "success"}, {"200", "success"}, {"204", "success"}, {"302", "success"}, {"true", "success"}, {"", "success"}, {"0", "success"},
            {"timeout", "timeout"}, {"DEADLINE_EXCEEDED", "timeout"}, {"deadline exceeded", "timeout"}, {"504", "timeout"}, {"408", "timeout"}, {"ReadTimeout", "timeout"},
            {"429", "rate_limit"}, {"Too Many Requests", "rate_limit"}, {"RESOURCE_EXHAUSTED", "rate_limit"}, {"503", "unavailable"}, {"500", "unavailable"},
            {"599", "unavailable"}, {"error", "unavailable"}, {"ECONNRESET", "network"}, {"401", "auth"}, {"403", "auth"}, {"404", "not_found"}, {"418", "bad_input"},
            {"400", "bad_input"}, {"529", "overloaded"}, {"409", "conflict"}, {"499", "cancelled"}, {"circuit open", "breaker_open"}, {"breaker_open", "breaker_open"},
            {"image_quality", "image_quality"}, {"Out of Cheese!", "out_of_cheese"}, {"77", "code_77"}, {"???", "unavailable"}};
        for (const auto &[word, outcome] : rows) QTest::addRow("\"%s\"", word) << word << outcome;
    }
    void words_of_many_tongues_mean_a_kind() {
        QFETCH(QString, word);
        QFETCH(QString, outcome);
        QCOMPARE(QString::fromStdString(outcome_of_word(word.toStdString())), outcome);
    }

    void usual_names_of_columns_are_known() {
        QCOMPARE(columns_of(guess_mapping({"time", "service", "request", "attempt", "outcome", "latency_ns", "caller", "cost"})),
                 QString("time|service|request|attempt|outcome|latency_ns|caller|cost"));
        QCOMPARE(columns_of(guess_mapping({"Elapsed (ms)", "Status Code", "ts", "upstream", "trace_id"})), QString("ts|upstream|trace_id||Status Code|Elapsed (ms)||"));
        QCOMPARE(columns_of(guess_mapping({"a", "b", "c"})), QString("|||||||"));
        QCOMPARE(columns_of(guess_mapping({"start", "time"})), QString("time|||||||")); // the exact name first
        QCOMPARE(columns_of(guess_mapping({})), QString("|||||||"));
    }
};

QTEST_APPLESS_MAIN(IncidentMappingTest)
#include "incident_mapping_test.moc"
