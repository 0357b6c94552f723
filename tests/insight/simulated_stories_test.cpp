// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of simulated runs: whatever happened to a request, its story is complete, and each step of a
// breaker is explained by calls that fit its rule.
#include <QTest>

#include <algorithm>

#include "engine/insight/explain.h"
#include "engine/sim/simulation.h"
#include "tests/insight/small_world.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

/// The receipt pipeline with everything that a story may have to tell: outages, slow-downs, queues, rate
/// limits, bad inputs and healing, a deadline, two instances.
Scenario receipts(std::uint64_t seed, const BreakerConfig &breaker) {
    Scenario scenario = small_world();
    add_healing(scenario);
    scenario.seed = seed;
    scenario.duration = 120s;
    ServiceConfig &gpt4 = scenario.services[0];
    gpt4.network.kind = Constant{20ms};
    gpt4.latency.kind = Lognormal{900ms, 4s};
    gpt4.workers = 8;
    gpt4.queue = 20;
    gpt4.failures = {{kind_timeout, 0.05}, {kind_rate_limit, 0.03}, {kind_unavailable, 0.02}};
    gpt4.availability = Availability{40s, 4s, kind_unavailable};
    gpt4.rate_limit = ServerRateLimit{Rate{6.0}, 10.0, RetryAfterHint{RetryAfterHint::Kind::exact, 0s, 1.0}};
    gpt4.accuracy = Ratio{0.95};
    gpt4.effect = true;
    scenario.services[1].failures = {{kind_network, 0.1}};
    scenario.policies[0].breaker = breaker;
    scenario.policies[0].retry->retry_after.limit = 500ms;
    scenario.operations[0].deadline = 12s;
    scenario.workloads[0].instances = 2;
    scenario.faults = {Fault{"gpt4_vision", 30s, 20s, 0s, {}, OutageFault{}},
                       Fault{"gpt4_vision", 70s, 20s, 5s, {}, LatencyFault{3.0, 0s}},
                       Fault{"local_ocr", 10s, 2s, 0s, 30s, FailuresFault{{{kind_auth, 0.5}}, false}}};
    return scenario;
}

BreakerConfig rate_breaker(TripRule rule) {
    BreakerConfig breaker;
    breaker.preset = "";
    breaker.trip = rule;
    breaker.failure_rate = 0.5;
    breaker.window_calls = 20;
    breaker.minimum_calls = 10;
    breaker.open_for = 5s;
    breaker.probes = 3;
    breaker.close_after = CloseAfter{true, 1};
    return breaker;
}

BreakerConfig breaker_named(const QString &name) {
    if (name == "count_window") return rate_breaker(TripRule::count_window);
    if (name == "time_window") return rate_breaker(TripRule::time_window);
    BreakerConfig breaker = *breaker_preset(name.toStdString());
    breaker.open_for = 10s;
    return breaker;
}

struct Run {
    explicit Run(const Scenario &s) : scenario(s), index(s) {
        Q_ASSERT(validate(s).empty());
        Simulation simulation(s);
        TraceStore store;
        while (simulation.advance({}, &store)) {
        }
        view = store.view();
        index.extend(view);
    }
    Scenario scenario;
    TraceView view;
    TraceIndex index;
};

bool is_after_the_end(RecordKind kind) {
    return kind == RecordKind::service_started || kind == RecordKind::service_ended ||
           kind == RecordKind::queue_left || kind == RecordKind::late_completion ||
           kind == RecordKind::effect_duplicated;
}

void add_breakers() {
    QTest::addColumn<QString>("breaker");
    for (const char *name :
         {"tutorial", "tutorial_code", "tutorial_code_consecutive", "count_window", "time_window"}) {
        QTest::newRow(name) << QString(name);
    }
}

} // namespace

class SimulatedStoriesTest : public QObject {
    Q_OBJECT

private slots:
    void every_story_starts_with_the_start_ends_with_the_end_and_tells_each_attempt_data() { add_breakers(); }
    void every_story_starts_with_the_start_ends_with_the_end_and_tells_each_attempt() {
        QFETCH(QString, breaker);
        const Run run(receipts(11, breaker_named(breaker)));
        QVERIFY(run.index.requests() > 400);
        for (std::uint32_t n = 1; n <= run.index.requests(); ++n) {
            const auto story = story_of(run.scenario, run.view, run.index, n);
            QVERIFY(story && story->request == n && !story->headline.empty());
            QVERIFY(story->lines.front().kind == RecordKind::request_started);
            auto last = story->lines.rbegin();
            while (is_after_the_end(last->kind)) ++last;
            QVERIFY2(last->kind == RecordKind::request_ended, story->headline.c_str());
            check_records(run, *story);
        }
    }

    void the_costs_of_a_story_add_up_to_what_the_run_booked() {
        const Run run(receipts(12, *breaker_preset("tutorial")));
        for (std::uint32_t n = 1; n <= run.index.requests(); ++n) {
            std::int64_t sum = 0, booked = 0;
            for (const std::size_t i : run.index.records_of(n)) {
                const TraceRecord &r = run.view[i];
                const bool pays = r.kind == RecordKind::attempt_ended || r.kind == RecordKind::diagnosed ||
                                  r.kind == RecordKind::remedy_ended;
                if (pays) sum += r.value;
                if (r.kind == RecordKind::request_cost) booked = r.value;
            }
            QCOMPARE(sum, booked);
            const auto story = story_of(run.scenario, run.view, run.index, n);
            const std::string cost = booked == 0 ? "$0" : format_usd(usd(Money{booked}));
            QVERIFY2(story->headline.find(" for " + cost) != std::string::npos, story->headline.c_str());
        }
    }

    void each_step_of_a_breaker_is_decided_by_calls_that_fit_its_rule_data() { add_breakers(); }
    void each_step_of_a_breaker_is_decided_by_calls_that_fit_its_rule() {
        QFETCH(QString, breaker);
        const Run run(receipts(13, breaker_named(breaker)));
        int steps = 0;
        for (std::size_t i = 0; i < run.view.size(); ++i) {
            if (run.view[i].kind != RecordKind::breaker_changed) continue;
            ++steps;
            check_step(run, i);
        }
        QVERIFY2(steps >= 6, "the run is too quiet to test anything");
    }

    void the_first_of_each_kind_is_found_in_a_run_and_its_story_says_so() {
        const Run run(receipts(14, *breaker_preset("tutorial")));
        const auto lines_with = [&](FirstOf what, RecordKind kind) {
            const auto n = find_first(run.view, run.index, what);
            if (!n) return std::ptrdiff_t{-1};
            const auto story = story_of(run.scenario, run.view, run.index, *n);
            return std::count_if(story->lines.begin(), story->lines.end(),
                                 [&](const auto &l) { return l.kind == kind; });
        };
        QVERIFY(lines_with(FirstOf::retried, RecordKind::wait_started) >= 1);
        QVERIFY(lines_with(FirstOf::fell_back, RecordKind::leg_entered) >= 2);
        QVERIFY(lines_with(FirstOf::refused, RecordKind::refused) >= 1);
        QVERIFY(lines_with(FirstOf::healed, RecordKind::remedy_ended) >= 1);
        QVERIFY(lines_with(FirstOf::failed, RecordKind::request_ended) == 1);
    }

    void every_record_of_a_run_gives_a_line_of_the_event_log() {
        const Run run(receipts(15, *breaker_preset("tutorial")));
        for (std::size_t i = 0; i < run.view.size(); ++i) {
            const std::string line = describe(run.view[i], run.scenario, run.index.layout());
            QVERIFY2(line.find("unknown") == std::string::npos && line.find("  ") != std::string::npos,
                     line.c_str());
        }
    }

private:
    static void check_records(const Run &run, const RequestStory &story) {
        const auto has = [&](std::size_t record, RecordKind kind) {
            return std::any_of(story.lines.begin(), story.lines.end(), [&](const StoryLine &line) {
                return line.record == record && line.kind == kind && !line.text.empty();
            });
        };
        SimTime before{};
        for (const StoryLine &line : story.lines) {
            QVERIFY(line.at >= before && line.at == run.view[line.record].time);
            before = line.at;
        }
        for (const std::size_t i : run.index.records_of(story.request)) {
            const RecordKind kind = run.view[i].kind;
            const bool told = kind == RecordKind::attempt_started || kind == RecordKind::attempt_ended ||
                              kind == RecordKind::wait_started || kind == RecordKind::gave_up ||
                              kind == RecordKind::refused || kind == RecordKind::breaker_changed ||
                              kind == RecordKind::diagnosed || kind == RecordKind::late_completion;
            if (told) QVERIFY2(has(i, kind), (story.headline + ": " + std::string(name_of(kind))).c_str());
        }
    }

    static void check_step(const Run &run, std::size_t record) {
        const TransitionStory story = story_of_transition(run.scenario, run.view, run.index, record);
        const BreakerConfig &config = *run.scenario.policies[0].breaker;
        const std::int64_t packed = run.view[record + 1].value;
        const auto measured = static_cast<std::ptrdiff_t>(packed >> 32);
        const auto limit = static_cast<std::size_t>(packed & 0xffff'ffff);
        const auto failures =
            std::count_if(story.calls.begin(), story.calls.end(), [](const auto &c) { return c.failure; });
        QVERIFY(run.view[record + 1].kind == RecordKind::breaker_numbers);
        QVERIFY2(!story.headline.empty() && !story.rule.empty() && !story.fault.empty() &&
                     !story.then.empty(),
                 story.headline.c_str());
        for (const DecidingCall &call : story.calls) {
            const TraceRecord &seen = run.view[call.record];
            QVERIFY(seen.kind == RecordKind::breaker_observed && seen.object == story.breaker &&
                    call.record < record);
            QVERIFY(call.started <= call.ended && call.ended <= story.at && call.attempt > 0);
        }
        switch (story.reason) {
        case BreakerReason::consecutive_failures:
        case BreakerReason::cumulative_failures:
            QCOMPARE(failures, measured);
            QCOMPARE(story.calls.size(), static_cast<std::size_t>(measured));
            QVERIFY(measured >= config.failures);
            break;
        case BreakerReason::failure_rate:
            QCOMPARE(failures, measured);
            QCOMPARE(story.calls.size(), limit);
            break;
        case BreakerReason::probe_rate:
            QCOMPARE(failures, measured);
            QCOMPARE(story.calls.size(), limit);
            break;
        case BreakerReason::probe_failed: QVERIFY(failures >= 1); break;
        case BreakerReason::probe_succeeded:
            QCOMPARE(failures, std::ptrdiff_t{0});
            QVERIFY(story.calls.size() >= 1);
            break;
        case BreakerReason::open_time_over:
            QVERIFY(story.calls.empty() && story.to == BreakerState::half_open);
            break;
        default: QFAIL("no scenario here has this reason");
        }
        if (!story.calls.empty()) QCOMPARE(latest(story), story.at); // the trigger is among them
    }

    static SimTime latest(const TransitionStory &story) {
        return std::max_element(story.calls.begin(), story.calls.end(),
                                [](const auto &a, const auto &b) { return a.ended < b.ended; })
            ->ended;
    }
};

QTEST_APPLESS_MAIN(SimulatedStoriesTest)
#include "simulated_stories_test.moc"
