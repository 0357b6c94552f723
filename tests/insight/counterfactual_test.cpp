// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/counterfactual.h"

#include <QDir>
#include <QTest>

#include "engine/files/scenario_reader.h"
#include "engine/insight/explain.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

/// A request each 100 ms, answered in 10 ms; everything fails in [2 s, 5 s).
const std::string kWorld = R"(halfopen: 1
name: counterfactual
seed: 1
duration: 20s
services:
  api:
    latency: 10ms
    cost: 0.01
    billing: {unavailable: 100%}
  backup: {latency: 20ms}
policies:
  caller:
    timeout: 1s
    breaker: {preset: tutorial, open_for: 4s}
operations:
  ask:
    chain: [{service: api, policy: caller}, {service: backup}]
    deadline: 5s
workloads:
  - {operation: ask, arrivals: {every: 100ms}}
faults:
  - {service: api, at: 2s, for: 3s, outage: unavailable}
)";

struct Ran {
    Scenario scenario;
    TraceStore store;
    TraceView trace;
    TraceIndex index;
    explicit Ran(Scenario s) : scenario(std::move(s)), index(scenario) {
        Simulation simulation(scenario);
        simulation.advance({}, &store);
        trace = store.view();
        index.extend(trace);
    }
    std::size_t change(std::size_t number) const {
        for (std::size_t i = 0; i < trace.size(); ++i) {
            if (trace[i].kind == RecordKind::breaker_changed && number-- == 0) return i;
        }
        return trace.size();
    }
};

Scenario read(const std::string &text, const std::vector<std::string> &overrides = {}) {
    const Result<Scenario> scenario = read_scenario(text, {".", overrides});
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return scenario.value();
}

QStringList rows_of(const Counterfactuals &found) {
    QStringList out;
    for (const CounterfactualRow &row : found.rows) {
        out << QString::fromStdString((row.answer.prevented ? "! " : row.changed ? "~ " : "= ") + row.alternative.setting +
                                      " " + row.alternative.value + ": " + row.answer.what);
    }
    return out;
}

} // namespace

class CounterfactualTest : public QObject {
    Q_OBJECT
private slots:
    void an_opening_is_moved_by_its_limit_and_prevented_by_no_timeout() {
        const Ran ran(read(kWorld));
        const auto asked = asked_transition(ran.trace, ran.index, ran.change(0));
        QVERIFY(asked);
        const AskedTransition opening = std::get<AskedTransition>(*asked);
        // Calls of 2.0, 2.1 ... fail at once: the fifth at 2.4 s.
        QCOMPARE(opening.at, kTimeZero + 2400ms);
        QCOMPARE(opening.since, kTimeZero);
        const auto found = counterfactuals(ran.scenario, *asked, kTimeZero + 3s);
        QVERIFY(found);
        QCOMPARE(found->as_it_is.what, std::string("opens at 2.400 s"));
        // 20 failures come together at 3.9 s only, after what is looked at; the ladder's next are 6, 7, 8 and 10.
        const QStringList rows = rows_of(*found);
        QVERIFY2(rows.contains("! trips at 15: stays closed"), qPrintable(rows.join("\n")));
        QVERIFY2(rows.contains("= timeout 5 s: opens at 2.400 s"), qPrintable(rows.join("\n")));
        const auto later = counterfactuals(ran.scenario, *asked, kTimeZero + 20s);
        QVERIFY2(rows_of(*later).contains("~ trips at 20: opens at 3.900 s, 1.5 s later"),
                 qPrintable(rows_of(*later).join("\n")));
    }

    void a_cooldown_that_outlasts_the_fault_prevents_the_second_opening() {
        const Ran ran(read(kWorld, {"policies.caller.breaker.open_for=1s"}));
        // Open 2.4, probe at 3.4 fails, opens again.
        const std::size_t second = ran.change(2);
        const auto asked = asked_transition(ran.trace, ran.index, second);
        QCOMPARE(std::get<AskedTransition>(*asked).from, BreakerState::half_open);
        const auto found = counterfactuals(ran.scenario, *asked, kTimeZero + 20s);
        const QStringList rows = rows_of(*found);
        QVERIFY2(rows.contains("! cooldown 3 s: closes at 5.410 s instead"), qPrintable(rows.join("\n")));
        // A shorter one only adds probes that fail: the next re-opening comes earlier.
        QVERIFY2(rows.contains("~ cooldown 100 ms: opens again at 2.500 s, 0.9 s earlier"), qPrintable(rows.join("\n")));
    }

    /// Every row about a step is what a run of its own shows: the first such step after the opening that led to it.
    void rows_about_a_second_opening_are_what_runs_of_their_own_show() {
        const Ran ran(read(kWorld, {"policies.caller.breaker.open_for=1s"}));
        const auto asked = asked_transition(ran.trace, ran.index, ran.change(2));
        const auto found = counterfactuals(ran.scenario, *asked, kTimeZero + 20s);
        QVERIFY(found->as_it_is.what.starts_with("opens again at 3.4"));
        int moved = 0;
        for (const CounterfactualRow &row : found->rows) {
            Scenario changed = ran.scenario;
            row.alternative.apply(changed);
            const Ran other(changed);
            QString expected = "nothing";
            for (std::size_t i = 0; i < other.trace.size() && expected == "nothing"; ++i) {
                const TraceRecord r = other.trace[i];
                if (r.kind != RecordKind::breaker_changed || r.detail / 16 != unsigned(BreakerState::half_open)) continue;
                const bool again = r.detail % 16 == unsigned(BreakerState::open);
                expected = QString::fromStdString((again ? "opens again at " : "closes at ") + format_time(r.time));
            }
            const QString what = QString::fromStdString(row.answer.what);
            if (what.startsWith("stays") || what.startsWith("never")) continue;
            QVERIFY2(what.startsWith(expected), qPrintable(QString::fromStdString(row.alternative.setting) + ": " + what + " / " + expected));
            moved += row.changed ? 1 : 0;
        }
        QVERIFY(moved >= 2); // "trips at 6" delays both openings
    }

    void a_refused_request_is_served_by_another_leg_when_the_breaker_would_be_closed() {
        const Ran ran(read(kWorld));
        std::uint32_t refused = 0; // the last that the breaker refused, just before its probe
        for (std::uint32_t n = 1; n <= ran.index.requests(); ++n) {
            for (const std::size_t i : ran.index.records_of(n)) refused = ran.trace[i].kind == RecordKind::refused ? n : refused;
        }
        QVERIFY(refused > 0);
        const auto asked = asked_request(ran.scenario, ran.trace, ran.index, refused);
        QCOMPARE(std::get<AskedRequest>(*asked).legs, std::size_t{2});
        const auto found = counterfactuals(ran.scenario, *asked, kTimeZero + 20s);
        QCOMPARE(found->as_it_is.what, std::string("refused once; served by backup in 20 ms"));
        const QStringList rows = rows_of(*found).filter("~ ");
        QVERIFY2(rows.filter("cooldown").filter("served by api in 10 ms for $0.010").size() >= 1, qPrintable(rows.join("\n")));
    }

    void requests_whose_number_depends_on_others_are_not_asked_about() {
        const Ran ran(read(kWorld, {"workloads[0].arrivals={clients: {count: 3, think: 100ms}}"}));
        QVERIFY(!asked_request(ran.scenario, ran.trace, ran.index, 1));
        const Ran open(read(kWorld));
        QVERIFY(asked_request(open.scenario, open.trace, open.index, 1));
        QVERIFY(!asked_request(open.scenario, open.trace, open.index, 0));
        QVERIFY(!asked_request(open.scenario, open.trace, open.index, 1'000'000));
        QVERIFY(!asked_transition(open.trace, open.index, 0));
    }

    void it_can_be_cancelled() {
        const Ran ran(read(kWorld, {"duration=2000s", "workloads[0].arrivals={every: 1ms}"}));
        const auto asked = asked_transition(ran.trace, ran.index, ran.change(0));
        int looks = 0;
        QVERIFY(!counterfactuals(ran.scenario, *asked, kTimeZero + 2000s, [&looks] { return ++looks > 3; }));
        QCOMPARE(looks, 4);
    }

    /// What a row offers to set in the document is what was run.
    void every_value_can_be_set_in_the_document() {
        const QDir folder(HALFOPEN_SOURCE_DIR "/resources/scenarios");
        int steps = 0;
        for (const QString &name : folder.entryList({"*.yaml"})) {
            const std::string text = file_text(folder.filePath(name));
            const Result<Scenario> scenario = read_scenario(text, {folder.path().toStdString(), {"duration=60s", "warmup=0s"}});
            if (!scenario) continue;
            const Ran ran(scenario.value());
            std::vector<Asked> questions;
            for (std::size_t n = 0; n < 4 && ran.change(n) < ran.trace.size(); ++n)
                questions.push_back(*asked_transition(ran.trace, ran.index, ran.change(n)));
            if (const auto asked = asked_request(ran.scenario, ran.trace, ran.index, 1)) questions.push_back(*asked);
            for (const Asked &asked : questions) {
                for (const Ladder &ladder : ladders_for(ran.scenario, asked)) {
                    for (const Alternative &step : ladder.steps) {
                        Scenario applied = ran.scenario;
                        step.apply(applied);
                        if (!validate(applied).empty() || step.path.empty()) continue;
                        const Result<Scenario> set =
                            read_scenario(text, {folder.path().toStdString(),
                                                 {"duration=60s", "warmup=0s", step.path + "=" + step.yaml}});
                        QVERIFY2(set.ok(), (name.toStdString() + " " + step.path + "=" + step.yaml).c_str());
                        QVERIFY2(set.value() == applied, (name.toStdString() + " " + step.path + "=" + step.yaml).c_str());
                        ++steps;
                    }
                }
            }
        }
        QVERIFY(steps > 100);
    }
};

QTEST_GUILESS_MAIN(CounterfactualTest)
#include "counterfactual_test.moc"
