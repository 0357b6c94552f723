// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of values at a moment of the run, as items of `edits`.
#include "engine/files/scenario_reader.h"
#include "engine/files/timed_edits.h"
#include "engine/sim/simulation.h"
#include "engine/trace/store.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

constexpr Duration kAt = std::chrono::milliseconds(4200);

QString changed(const std::string &text, Duration at, const std::vector<ValueChange> &changes) {
    const Result<std::string> result = changed_at_in_text(text, at, changes);
    return result ? QString::fromStdString(result.value()) : "FAILED " + messages_of(result.failure());
}

std::string after(const std::string &text, Duration at, const std::vector<ValueChange> &changes) {
    return changed(text, at, changes).toStdString();
}

Scenario read(const std::string &text) {
    const Result<Scenario> scenario = read_scenario(text);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

QString small() { return QString::fromStdString(kSmallScenario); }

} // namespace

class TimedEditsTest : public QObject {
    Q_OBJECT

private slots:
    void the_first_makes_the_list_and_the_rest_stays() {
        QCOMPARE(changed(kSmallScenario, kAt, {{"policies.careful.breaker.open_for", "10s"}}),
                 small() + "edits:\n  - {at: 4.2s, set: policies.careful.breaker.open_for, to: 10s}\n");
    }

    void others_are_added_in_their_order() {
        const std::string one = after(kSmallScenario, kAt, {{"policies.careful.timeout", "2s"}});
        const std::string two = after(one, std::chrono::seconds(1), {{"services.api.latency", "{constant: 50ms}"}});
        QCOMPARE(QString::fromStdString(two),
                 QString::fromStdString(one) + "  - {at: 1s, set: services.api.latency, to: {constant: 50ms}}\n");
        const Scenario s = read(two);
        QCOMPARE(s.edits.size(), std::size_t{2});
        QCOMPARE(s.edits[0].path, std::string("services.api.latency"));
    }

    void one_value_at_one_moment_is_one_edit() {
        const std::string one = after(kSmallScenario, kAt, {{"policies.careful.timeout", "2s"}});
        const std::string again = after(one, kAt, {{"policies.careful.timeout", "3s"}});
        QCOMPARE(QString::fromStdString(again), QString::fromStdString(one).replace("to: 2s", "to: 3s"));
        // Back to what held before: no edit at all.
        QCOMPARE(changed(again, kAt, {{"policies.careful.timeout", "1s"}}), small());
        QCOMPARE(changed(kSmallScenario, kAt, {{"policies.careful.timeout", "1s"}}), small());
    }

    void what_held_before_counts_earlier_edits() {
        const std::string early = after(kSmallScenario, std::chrono::seconds(1), {{"policies.careful.timeout", "2s"}});
        QCOMPARE(QString::fromStdString(early), changed(early, kAt, {{"policies.careful.timeout", "2s"}}));
        const Scenario s = read(after(early, kAt, {{"policies.careful.timeout", "1s"}}));
        QCOMPARE(s.edits.size(), std::size_t{2});
        QCOMPARE(s.edits[1].after->policies[0].timeout->after, Duration(std::chrono::seconds(1)));
    }

    void a_whole_and_its_part_are_not_merged_past_each_other() {
        std::string text = after(kSmallScenario, kAt, {{"policies.careful.retry.max_attempts", "5"}});
        text = after(text, kAt, {{"policies.careful.retry", "{max_attempts: 2}"}});
        text = after(text, kAt, {{"policies.careful.retry.max_attempts", "4"}});
        const Scenario s = read(text);
        QCOMPARE(s.edits.size(), std::size_t{3});
        QCOMPARE(s.edits.back().after->policies[0].retry->max_attempts, 4);
    }

    void what_is_taken_out_is_the_whole_without_it() {
        const std::string text = after(kSmallScenario, kAt, {{"policies.careful.retry.jitter", std::nullopt}});
        const Scenario s = read(text);
        QCOMPARE(s.edits.size(), std::size_t{1});
        QCOMPARE(s.edits[0].path, std::string("policies.careful.retry"));
        QVERIFY(s.edits[0].after->policies[0].retry->backoff == s.policies[0].retry->backoff);
        QVERIFY(s.edits[0].after->policies[0].retry->jitter != s.policies[0].retry->jitter);
        QVERIFY(changed(kSmallScenario, kAt, {{"policies.careful.nothing", std::nullopt}}).startsWith("FAILED"));
        QVERIFY(changed(kSmallScenario, kAt, {{"seed", std::nullopt}}).startsWith("FAILED"));
        QVERIFY(changed(kSmallScenario, kAt, {{"a..b", "1"}}).startsWith("FAILED"));
        QVERIFY(changed(kSmallScenario, kAt, {{"policies.careful.timeout", "{"}}).startsWith("FAILED"));
    }

    void a_moment_is_taken_back_whole() {
        const std::string early = after(kSmallScenario, std::chrono::seconds(1), {{"services.api.cost", "0.2"}});
        const std::string two = after(after(early, kAt, {{"policies.careful.timeout", "2s"}}), kAt,
                                      {{"policies.careful.retry.max_attempts", "5"}});
        const auto back = without_edits_in_text(two, kAt);
        QVERIFY(back.ok());
        QCOMPARE(QString::fromStdString(back.value()), QString::fromStdString(early));
        QCOMPARE(QString::fromStdString(without_edits_in_text(early, std::chrono::seconds(1)).value()), small());
        QCOMPARE(QString::fromStdString(without_edits_in_text(kSmallScenario, kAt).value()), small());
    }

    void comments_and_flow_lists_stay() {
        const std::string text = kSmallScenario + "# what was done\nedits: [{at: 1s, set: services.api.cost, to: 0.2}] # then\n";
        QCOMPARE(changed(text, kAt, {{"services.api.cost", "0.3"}}),
                 QString::fromStdString(replaced(text, "to: 0.2}", "to: 0.2}, {at: 4.2s, set: services.api.cost, to: 0.3}")));
    }

    void records_before_the_moment_are_those_of_the_run_without_it() {
        const std::string text = after(kSmallScenario, kAt, {{"policies.careful.breaker.open_for", "100ms"}});
        TraceStore with, without;
        for (auto &[scenario, sink] : {std::pair{read(text), &with}, std::pair{read(kSmallScenario), &without}}) {
            Simulation run(scenario);
            while (run.advance({}, sink)) {
            }
        }
        const TraceView a = with.view(), b = without.view();
        std::size_t same = 0;
        while (same < std::min(a.size(), b.size()) && a[same] == b[same])
            ++same;
        QVERIFY(a[same].kind == RecordKind::edit_applied);
        QCOMPARE(a[same].time, kTimeZero + kAt);
        QVERIFY(same > 20 && a.size() != b.size());
    }
};

QTEST_APPLESS_MAIN(TimedEditsTest)
#include "timed_edits_test.moc"
