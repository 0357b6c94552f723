// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/comparison_report.h"
#include "engine/files/scenario_reader.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

Scenario small(const std::vector<std::string> &sets = {}) { return read_scenario(kSmallScenario, {".", sets, nullptr}).value(); }

QString differences(const std::vector<std::string> &sets) {
    QStringList out;
    for (const std::string &path : shared_ground(small(), small(sets)).differences) out << QString::fromStdString(path);
    return out.join(' ');
}

QString told(const std::vector<std::string> &a, const std::vector<std::string> &b) {
    ComparisonHead head;
    head.ground = shared_ground(small(a), small(b));
    return QString::fromStdString(comparison_text(head, {}));
}

} // namespace

/// What two scenarios share when they are compared: it is said as it is.
class SharedGroundTest : public QObject {
    Q_OBJECT

private slots:
    void policies_are_what_is_compared() {
        const std::vector<std::string> sets = {"policies.careful.timeout=2s", "policies.careful.breaker=none", "operations.ask.deadline=9s",
                                               "slo.success_rate=90%", "seed=9"};
        QCOMPARE(differences(sets), QString());
        QVERIFY(shared_ground(small(), small(sets)).same_arrivals);
        QVERIFY(told({}, sets).contains("both of a pair meet the same arrivals and the same random numbers\n\n"));
    }

    void what_else_differs_is_named() {
        QCOMPARE(differences({"services.api.latency=2s", "services.api.cost=0.2"}), QString("services.api.latency services.api.cost"));
        QCOMPARE(differences({"faults=[]"}), QString("faults"));
        QCOMPARE(differences({"services.more={latency: 1ms}"}), QString("services"));
        QCOMPARE(differences({"workloads[0].arrivals.poisson=6/s"}), QString("workloads[0].arrivals"));
        QCOMPARE(differences({"workloads[0].instances=2"}), QString("workloads[0].instances"));
        const QString text = told({}, {"services.api.latency=2s", "faults=[]"});
        QVERIFY2(text.contains("the same arrivals and the same random numbers\nB differs from A not in policies alone: faults, services.api.latency\n"),
                 qPrintable(text));
    }

    void other_arrivals_are_not_called_the_same() {
        for (const char *set : {"workloads[0].arrivals.poisson=6/s", "duration=20s", "workloads[0].luck=3",
                                "workloads=[{operation: ask, arrivals: {poisson: 5/s}}, {operation: ask, arrivals: {poisson: 5/s}}]"}) {
            QVERIFY2(!shared_ground(small(), small({set})).same_arrivals, set);
            QVERIFY2(told({}, {set}).contains("both of a pair draw the same random numbers, but their arrivals differ\nB differs"), set);
        }
    }

    void who_waits_for_answers_arrives_at_times_of_its_own() {
        const std::vector<std::string> clients = {"workloads[0].arrivals={clients: {count: 3, think: 1s}}"};
        const SharedGround ground = shared_ground(small(clients), small(clients));
        QVERIFY(!ground.same_arrivals && ground.arrivals_follow_answers && ground.differences.empty());
        QVERIFY(told(clients, clients).contains("random numbers, but requests that start when others have ended come at times of their own\n\n"));
    }

    void the_call_of_a_service_counts_and_its_policy_does_not() {
        const std::string other = "services.more={latency: 1ms}";
        const Scenario plain = small({other, "services.api.calls=[{service: more}]"});
        QVERIFY(shared_ground(plain, small({other, "services.api.calls=[{service: more, policy: careful}]"})).differences.empty());
        QCOMPARE(shared_ground(plain, small({other, "services.api.calls=[{service: more, times: 2}]"})).differences,
                 std::vector<std::string>{"services.api.calls"});
    }

    void a_long_list_is_cut() {
        QVERIFY(told({}, {"services.api={latency: 2s, network: 1ms, replicas: 2, balance: random, workers: 3, queue: 4, discipline: lifo, "
                          "accuracy: 90%, effect: true}"}).contains(" and 3 more\n"));
    }
};

QTEST_GUILESS_MAIN(SharedGroundTest)
#include "shared_ground_test.moc"
