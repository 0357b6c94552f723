// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/quantities.h"

#include <rapidcheck.h>

#include <QTest>

using namespace halfopen;

class QuantitiesTest : public QObject {
    Q_OBJECT

private slots:
    void durations_are_read_with_their_unit_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ns"); // -1: not a duration
        QTest::newRow("nanoseconds") << "50ns" << qint64{50};
        QTest::newRow("microseconds") << "100us" << qint64{100'000};
        QTest::newRow("microseconds with the micro sign") << "100µs" << qint64{100'000};
        QTest::newRow("microseconds with the Greek letter") << "100μs" << qint64{100'000};
        QTest::newRow("milliseconds") << "250ms" << qint64{250'000'000};
        QTest::newRow("seconds") << "2s" << qint64{2'000'000'000};
        QTest::newRow("minutes with a fraction") << "1.5min" << qint64{90'000'000'000};
        QTest::newRow("hours") << "1h" << qint64{3'600'000'000'000};
        QTest::newRow("a blank before the unit") << "2 s" << qint64{2'000'000'000};
        QTest::newRow("a fraction that no double holds") << "0.000000003s" << qint64{3};
        QTest::newRow("rounds to the nearest nanosecond") << "0.6ns" << qint64{1};
        QTest::newRow("an exponent") << "1e3ms" << qint64{1'000'000'000};
        QTest::newRow("zero") << "0s" << qint64{0};
        QTest::newRow("the longest") << "1000000000s" << qint64{1'000'000'000'000'000'000};
        QTest::newRow("more digits than matter") << "0.10000000000000000000000000000000001s" << qint64{100'000'000};
        QTest::newRow("above the longest") << "1000000001s" << qint64{-1};
        QTest::newRow("far above the longest") << "1e308s" << qint64{-1};
        QTest::newRow("a bare number") << "250" << qint64{-1};
        QTest::newRow("an unknown unit") << "3d" << qint64{-1};
        QTest::newRow("words") << "fast" << qint64{-1};
        QTest::newRow("nothing") << "" << qint64{-1};
        QTest::newRow("not a number") << "nans" << qint64{-1};
        QTest::newRow("infinite") << "infs" << qint64{-1};
        QTest::newRow("hexadecimal") << "0x10s" << qint64{-1};
        QTest::newRow("no digit before the point") << ".5s" << qint64{-1};
        QTest::newRow("two points") << "1.2.3s" << qint64{-1};
    }
    void durations_are_read_with_their_unit() {
        QFETCH(QString, text);
        QFETCH(qint64, ns);
        const auto duration = parse_duration(text.toStdString());
        QCOMPARE(duration ? duration->count() : qint64{-1}, ns);
    }

    void a_duration_that_is_too_long_is_told_from_no_duration() {
        QVERIFY(duration_too_long("1000000001s"));
        QVERIFY(duration_too_long("1e308h"));
        QVERIFY(!duration_too_long("1h"));
        QVERIFY(!duration_too_long("fast"));
    }

    void shares_in_percent_and_as_fractions_are_the_same_number() {
        QCOMPARE(parse_share("7.5%"), parse_share("0.075"));
        QCOMPARE(parse_share("0.1%"), parse_share("0.001"));
        QCOMPARE(parse_share("100%"), std::optional(1.0));
        QCOMPARE(parse_share("1e308"), std::optional(1e308)); // the range is the caller's affair
        for (const char *bad : {"", "%", "nan", "inf", "7,5%", "5 of 10", "1e999", "9999e999999999%"}) {
            QVERIFY2(!parse_share(bad), bad);
        }
    }

    void rates_need_their_unit() {
        QCOMPARE(parse_rate("5/s")->per_second, 5.0);
        QCOMPARE(parse_rate("300/min")->per_second, 5.0);
        QCOMPARE(parse_rate("36/h")->per_second, 0.01);
        for (const char *bad : {"5", "5/d", "/s", "five/s", "1e999/s"})
            QVERIFY2(!parse_rate(bad), bad);
    }

    void whole_numbers_are_nothing_else() {
        QCOMPARE(parse_integer("42"), std::optional<std::int64_t>(42));
        QCOMPARE(parse_integer("-1"), std::optional<std::int64_t>(-1));
        for (const char *bad : {"", "4.0", "1e3", "0x10", "9223372036854775808", "12 ", "--1"})
            QVERIFY2(!parse_integer(bad), bad);
    }

    void durations_are_written_as_people_write_them() {
        using std::chrono::hours, std::chrono::milliseconds, std::chrono::minutes;
        QCOMPARE(QString::fromStdString(format_duration_yaml(milliseconds(250))), "250ms");
        QCOMPARE(QString::fromStdString(format_duration_yaml(milliseconds(100))), "100ms");
        QCOMPARE(QString::fromStdString(format_duration_yaml(milliseconds(1500))), "1.5s");
        QCOMPARE(QString::fromStdString(format_duration_yaml(std::chrono::seconds(60))), "60s");
        QCOMPARE(QString::fromStdString(format_duration_yaml(minutes(10))), "10min");
        QCOMPARE(QString::fromStdString(format_duration_yaml(hours(2))), "2h");
        QCOMPARE(QString::fromStdString(format_duration_yaml(Duration{1})), "1ns");
        QCOMPARE(QString::fromStdString(format_duration_yaml(Duration{0})), "0s");
    }

    void what_is_written_reads_back_as_the_same_value() {
        const bool ok = rc::check("durations, shares, rates and amounts survive", [] {
            const auto ns = *rc::gen::inRange<std::int64_t>(0, kDurationMax.count());
            const std::int64_t duration = ns >> *rc::gen::inRange(0, 60);
            RC_ASSERT(parse_duration(format_duration_yaml(Duration{duration})) == std::optional(Duration{duration}));
            const double share =
                static_cast<double>(*rc::gen::inRange<std::int64_t>(0, 1'000'000'007)) / 1'000'000'007.0;
            RC_ASSERT(parse_share(format_share_yaml(share)) == std::optional(share));
            const Rate rate{share * 1000.0};
            RC_ASSERT(parse_rate(format_rate_yaml(rate)) == std::optional(rate));
            RC_ASSERT(parse_number(format_number_yaml(share)) == std::optional(share));
            const Money money{*rc::gen::inRange<std::int64_t>(0, 10'000'000'000'000)};
            RC_ASSERT(money_from_usd(*parse_number(format_money_yaml(money))) == money);
        });
        QVERIFY(ok);
    }

    void rates_take_the_unit_that_is_shortest() {
        QCOMPARE(QString::fromStdString(format_rate_yaml(Rate{5.0})), "5/s");
        QCOMPARE(QString::fromStdString(format_rate_yaml(Rate{10.0 / 3600.0})), "10/h");
        QCOMPARE(QString::fromStdString(format_rate_yaml(Rate{10.0 / 60.0})), "10/min");
        QCOMPARE(QString::fromStdString(format_share_yaml(0.075)), "7.5%");
        QCOMPARE(QString::fromStdString(format_money_yaml(money_from_usd(0.1))), "0.1");
    }
};

QTEST_GUILESS_MAIN(QuantitiesTest)
#include "quantities_test.moc"
