// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/insight/call_repetitions.h"
#include "engine/insight/explain.h"
#include "engine/insight/trace_index.h"
#include "engine/sim/simulation.h"
#include "engine/trace/store.h"
#include "tests/files/scenario_texts.h"

#include <QRegularExpression>
#include <QTest>

using namespace halfopen;

namespace {

const std::string kTwice = R"(halfopen: 1
name: twice
duration: 60s
services:
  a: {latency: 50ms, calls: [{service: db, policy: q, times: 3}]}
  db: {latency: 5ms, failures: {unavailable: 20%}}
policies:
  p: {timeout: 1s, retry: {max_attempts: 2, backoff: {base: 10ms}}}
  q: {retry: {max_attempts: 4, backoff: {base: 10ms}}}
operations: {o: {chain: [{service: a, policy: p}]}}
workloads: [{operation: o, arrivals: {every: 500ms}}]
)";

/// The stories of all requests, one after another.
QString stories(const std::vector<std::string> &sets) {
    const Scenario scenario = read_scenario(kTwice, {".", sets, nullptr}).value();
    Simulation simulation(scenario);
    TraceStore store;
    while (simulation.advance({}, &store)) {
    }
    const TraceView trace = store.view();
    TraceIndex index(scenario);
    index.extend(trace);
    QString out;
    for (std::uint32_t request = 1; request <= index.requests(); ++request) {
        const std::optional<RequestStory> story = story_of(scenario, trace, index, request);
        for (const StoryLine &line : story->lines) out += QString::fromStdString(line.text) + '\n';
        out += "==\n";
    }
    return out;
}

} // namespace

/// Calls that a service repeats are told apart, and only where that is sure.
class CallRepetitionsTest : public QObject {
    Q_OBJECT

private slots:
    void the_calls_of_a_service_are_numbered_through_their_retries() {
        int served = 0, retried = 0;
        for (const QString &story : stories({}).split("==\n", Qt::SkipEmptyParts)) {
            if (!story.contains("is served by")) continue;
            ++served;
            int last = 0;
            for (const QString &line : story.split('\n')) {
                const auto asks = QRegularExpression("a service asks db \\((?:call (\\d) of 3, )?attempt (\\d+) there\\)").match(line);
                if (line.contains("sends try")) last = 0;
                if (!asks.hasMatch()) continue;
                QVERIFY2(!asks.captured(1).isEmpty(), qPrintable(story));
                const int number = asks.captured(1).toInt();
                QVERIFY2(number == last || number == last + 1, qPrintable(story));
                retried += number == last ? 1 : 0;
                last = number;
            }
            QVERIFY2(last == 3, qPrintable(story));
        }
        QVERIFY(served > 100 && retried > 20);
    }

    void the_end_of_a_call_has_the_number_of_its_beginning() {
        const QString all = stories({"services.db.failures={}"});
        QCOMPARE(all.count("the call to db (call 1 of 3, attempt 1 there)"), 120);
        QCOMPARE(all.count("the call to db (call 3 of 3, attempt 1 there)"), 120);
        QVERIFY(!all.contains("call 4"));
    }

    void without_retries_each_call_is_the_next() {
        const QString all = stories({"services.db.failures={}", "services.a.calls[0].policy=p", "policies.p.retry=none"});
        QCOMPARE(all.count("a service asks db (call 2 of 3, attempt 1 there)"), 120);
    }

    void nothing_is_guessed() {
        for (const std::vector<std::string> &sets : std::vector<std::vector<std::string>>{
                 {"services.a.calls[0].times=1"},
                 {"services.a.calls[0].mode=parallel"},
                 {"policies.q.hedge={after: 1ms}"},
                 {"services.a.calls=[{service: db, times: 2}, {service: db, times: 2}]"},
                 // The first call goes on at a, which makes its calls, while the second is served.
                 {"policies.p.hedge={after: 1ms}"}}) {
            const QString all = stories(sets);
            QVERIFY2(all.contains("asks db (attempt 1 there)"), sets.front().c_str());
            QVERIFY2(!all.contains("asks db (call "), qPrintable(all.left(2000)));
        }
    }
};

QTEST_GUILESS_MAIN(CallRepetitionsTest)
#include "call_repetitions_test.moc"
