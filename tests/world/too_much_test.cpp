// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

QString messages(const std::vector<std::string> &overrides) {
    const Result<Scenario> scenario = read_scenario(kKeysScenario, {".", overrides});
    return scenario ? QString("accepted") : messages_of(scenario.failure());
}

} // namespace

/// What cannot come together in sum: shares above the whole, numbers above their window.
class TooMuchTest : public QObject {
    Q_OBJECT

private slots:
    void what_is_too_much_is_refused_with_its_path_data() {
        QTest::addColumn<QStringList>("sets");
        QTest::addColumn<QString>("message");
        const auto row = [](const QStringList &sets, const char *message) {
            QTest::addRow("%s", qPrintable(sets.join(" "))) << sets << message;
        };
        row({"faults[0]={service: api, at: 1s, for: 1s, failures: {timeout: 60%, network: 41%}}"},
            "faults[0].failures: the shares sum to 101%, more than 100%");
        row({"faults[0]={service: api, at: 1s, for: 1s, add_failures: {network: 96%}}"},
            "faults[0].add_failures: the shares sum to 101% with the 5% that api fails by itself, more than 100%");
        row({"policies.p.breaker={trip: count_window, window: {calls: 5}, failures: 6}"},
            "policies.p.breaker.failures: 6 can never be reached: the window holds 5");
        row({"policies.p.breaker={trip: count_window, window: {calls: 5}, failures: 5, compare: above}"},
            "policies.p.breaker.failures: more than 5 can never be reached: the window holds 5");
    }
    void what_is_too_much_is_refused_with_its_path() {
        QFETCH(QStringList, sets);
        QFETCH(QString, message);
        QCOMPARE(messages({sets.front().toStdString()}), message);
    }

    void what_just_fits_is_accepted() {
        for (const char *set : {"faults[0]={service: api, at: 1s, for: 1s, failures: {timeout: 60%, network: 40%}}",
                                "faults[0]={service: api, at: 1s, for: 1s, add_failures: {network: 95%}}",
                                "policies.p.breaker={trip: count_window, window: {calls: 5}, failures: 5}",
                                "policies.p.breaker={trip: count_window, window: {calls: 5}, failures: 4, compare: above}",
                                "policies.p.breaker={window: {calls: 5}, failure_rate: 50%}",
                                "policies.p.breaker={window: {time: 5s}, failures: 200}"})
            QCOMPARE(messages({set}), QString("accepted"));
    }
};

QTEST_GUILESS_MAIN(TooMuchTest)
#include "too_much_test.moc"
