// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/incident/made_up_record.h"

using namespace halfopen;
using namespace halfopen::testing;

namespace {

std::vector<int> attempts(const Incident &incident) {
    std::vector<int> out;
    for (const RecordedCall &call : incident.calls) out.push_back(call.attempt);
    return out;
}

std::string notes(const Incident &incident) {
    std::string out;
    for (const RecordNote &note : incident.health.notes) out += std::to_string(note.line) + ": " + note.what + '\n';
    return out;
}

} // namespace

class IncidentBuilderTest : public QObject {
    Q_OBJECT

private slots:
    void a_record_in_order_is_taken_as_it_is() {
        const Incident incident = record({{1s, "api", "a"}, {2s, "db", "a", "timeout", 3s}, {4s, "api", "b"}});
        QCOMPARE(incident.calls.size(), std::size_t{3});
        QCOMPARE(incident.services, (std::vector<std::string>{"api", "db"}));
        QCOMPARE(incident.outcomes, (std::vector<std::string>{"success", "timeout"}));
        QCOMPARE(incident.requests, 2u);
        QVERIFY(incident.names_requests);
        QVERIFY(!incident.has_costs);
        QVERIFY(!incident.epoch_ns);
        QCOMPARE(incident.calls[0].start - kTimeZero, Duration(1s)); // the file's own start is the start
        QCOMPARE(incident.calls[1].end() - kTimeZero, Duration(5s));
        QCOMPARE(incident.health.rows, std::size_t{3});
        QCOMPARE(notes(incident), std::string());
    }

    void a_record_of_the_calendar_starts_with_its_first_call() {
        const Incident incident = record({{1'800'000'000s, "api"}, {1'800'000'001s, "api"}, {1'799'999'998s, "api"}}, true);
        QCOMPARE(incident.epoch_ns, std::optional<std::int64_t>(1'799'999'998'000'000'000));
        QCOMPARE(incident.calls[0].start - kTimeZero, Duration(0));
        QCOMPARE(incident.calls[2].start - kTimeZero, Duration(3s));
        QCOMPARE(incident.health.out_of_order, std::size_t{1});
        QCOMPARE(incident.health.largest_step_back, Duration(3s));
    }

    void rows_in_another_order_give_the_same_record() {
        const std::vector<Call> calls = {{1s, "api", "a"}, {2s, "api", "b"}, {3s, "db", "a", "timeout"}, {4s, "db", "c"}, {5s, "api", "a"}};
        std::vector<Call> turned(calls.rbegin(), calls.rend());
        const Incident one = record(calls), other = record(turned);
        QCOMPARE(one.calls.size(), other.calls.size());
        for (std::size_t i = 0; i < one.calls.size(); ++i) {
            QCOMPARE(one.calls[i].start, other.calls[i].start);
            QCOMPARE(one.calls[i].request, other.calls[i].request);
            QCOMPARE(one.calls[i].attempt, other.calls[i].attempt);
            QCOMPARE(one.services[one.calls[i].service], other.services[other.calls[i].service]);
        }
        QCOMPARE(other.health.out_of_order, std::size_t{4});
    }

    void attempts_that_are_not_stated_are_counted() {
        const Incident incident = record({{1s, "api", "a", "timeout"},
                                          {2s, "db", "a"},
                                          {3s, "api", "a", "breaker_open", 0s},
                                          {4s, "api", "a", "timeout"},
                                          {5s, "api", "b"},
                                          {6s, "api", "a"}});
        QCOMPARE(attempts(incident), (std::vector<int>{1, 1, 0, 2, 1, 3})); // a refusal is none
    }

    void attempts_that_count_from_zero_are_shifted() {
        const Incident incident = record({{1s, "api", "a", "timeout", 100ms, 0}, {2s, "api", "a", "success", 100ms, 1}, {3s, "api", "b", "success", 100ms, 0}});
        QCOMPARE(attempts(incident), (std::vector<int>{1, 2, 1}));
    }

    void equal_rows_of_one_request_are_left_out_with_their_lines() {
        const Incident incident = record({{1s, "api", "a"}, {1s, "api", "a"}, {2s, "api", "b"}, {1s, "api", "a"}});
        QCOMPARE(incident.calls.size(), std::size_t{2});
        QCOMPARE(incident.health.duplicates, std::size_t{2});
        QCOMPARE(incident.health.rows, std::size_t{4});
        QCOMPARE(notes(incident), std::string("3: the same as line 2; left out\n5: the same as line 3; left out\n"));
    }

    void equal_rows_without_a_request_are_two_calls() {
        const Incident incident = record({{1s}, {1s}, {1s}});
        QCOMPARE(incident.calls.size(), std::size_t{3});
        QCOMPARE(incident.requests, 3u);
        QCOMPARE(incident.health.duplicates, std::size_t{0});
    }

    void rows_that_contradict_each_other_are_kept_and_told() {
        const Incident incident = record({{1s, "api", "a", "timeout", 100ms, 1}, {1s, "api", "a", "success", 100ms, 1}, {2s, "api", "b", "success", 100ms, 1}});
        QCOMPARE(incident.calls.size(), std::size_t{3});
        QCOMPARE(incident.health.contradictions, std::size_t{1});
        QCOMPARE(notes(incident), std::string("3: attempt 1 of the request of line 2 once more, and not the same\n"));
    }

    void attempts_that_overlap_tell_of_skewed_clocks() {
        const Incident incident = record({{1s, "api", "a", "timeout", 500ms}, {1200ms, "api", "a", "success", 100ms}, {2s, "api", "b"}, {2s, "db", "b"}});
        QCOMPARE(incident.health.overlaps, std::size_t{1});
        QCOMPARE(incident.health.largest_overlap, Duration(300ms));
    }

    void silences_are_told() {
        std::vector<Call> calls;
        for (int i = 0; i < 200; ++i) calls.push_back({10ms * i + (i >= 100 ? Duration(20s) : Duration(0)), "api"});
        const Incident incident = record(calls);
        QCOMPARE(incident.health.gaps.size(), std::size_t{1});
        QCOMPARE(incident.health.gaps[0].from - kTimeZero, Duration(990ms));
        QCOMPARE(incident.health.gaps[0].to - kTimeZero, Duration(21s));
    }

    void a_latency_that_is_not_recorded_is_none() {
        const Incident incident = record({{1s, "api", "a", "success", Duration(-1)}});
        QVERIFY(incident.calls[0].latency.count() < 0);
        QCOMPARE(incident.calls[0].end() - kTimeZero, Duration(1s));
        QCOMPARE(incident.health.without_latency, std::size_t{1});
    }

    void too_many_names_end_the_reading_with_a_reason() {
        IncidentBuilder builder(false);
        bool more = true;
        std::size_t rows = 0;
        while (more && rows < 2'000) {
            RecordedRow row;
            const std::string service = "service " + std::to_string(rows);
            row.service = service;
            row.outcome = "success";
            row.line = ++rows;
            more = builder.add(row);
        }
        QCOMPARE(rows, std::size_t{1'001});
        const Incident incident = builder.finish();
        QCOMPARE(incident.calls.size(), std::size_t{1'000});
        QVERIFY(incident.health.limit);
        QCOMPARE(incident.health.limit->line, std::size_t{1'001});
        QCOMPARE(incident.health.limit->what, std::string("more than 1000 services: is it the right column?"));
    }

    void notes_are_counted_beyond_those_that_are_kept() {
        IncidentBuilder builder(false);
        for (std::size_t line = 1; line <= 250; ++line) builder.refuse(line, "odd");
        const Incident incident = builder.finish();
        QCOMPARE(incident.health.unreadable, std::size_t{250});
        QCOMPARE(incident.health.notes.size(), RecordHealth::kNotesMax);
    }
};

QTEST_APPLESS_MAIN(IncidentBuilderTest)
#include "incident_builder_test.moc"
