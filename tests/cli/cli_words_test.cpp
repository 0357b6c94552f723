// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace halfopen;

namespace {

const std::string kHedged = R"(halfopen: 1
name: hedged
duration: 20s
services: {a: {latency: {exponential: {mean: 200ms}}, failures: {network: 20%}}}
policies: {p: {hedge: {after: 300ms, copies: 1}, retry: {max_attempts: 2, backoff: {base: 1s}}, breaker: {failures: 2, open_for: 1s}}}
operations: {o: {chain: [{service: a, policy: p}], deadline: 500ms}}
workloads: [{operation: o, arrivals: {every: 500ms}}]
)";

} // namespace

/// What halfopen-cli calls things.
class CliWordsTest : public QObject, private TemporaryFiles {
    Q_OBJECT

private slots:
    void the_labels_of_a_comparison_name_every_override() {
        const QStringList arguments{"compare", small(), small(), "--seeds", "2", "--set", "seed=5", "--set-b", "policies.careful.timeout=2s"};
        const Said text = cli(arguments);
        QVERIFY2(text.out.startsWith(("A  " + small() + " --set seed=5: Small\nB  " + small() +
                                      " --set seed=5 --set policies.careful.timeout=2s: Small\n").toUtf8()), text.out.constData());
        const QJsonObject json = QJsonDocument::fromJson(cli(arguments + QStringList{"--json"}).out).object();
        QCOMPARE(json["a"].toObject()["from"].toString(), small() + " --set seed=5");
        QCOMPARE(json["b"].toObject()["from"].toString(), small() + " --set seed=5 --set policies.careful.timeout=2s");
        QCOMPARE(json["same_arrivals"].toBool(), true);
        QVERIFY(json["differences"].isArray());
    }

    void the_first_hedged_and_the_first_that_its_deadline_ended_are_found() {
        const QString path = file("hedged.scenario.yaml", kHedged);
        const Said hedged = cli({"explain", path, "--first", "hedged"});
        QCOMPARE(hedged.status, 0);
        QVERIFY2(hedged.out.contains("sends copy 2 of try 1"), hedged.out.constData());
        const Said deadline = cli({"explain", path, "--first", "deadline"});
        QCOMPARE(deadline.status, 0);
        QVERIFY2(deadline.out.contains("deadline"), deadline.out.constData());
        const Said none = cli({"explain", small(), "--first", "hedged"});
        QCOMPARE(none.status, 1);
        QCOMPARE(none.err, QByteArray("halfopen-cli: no request of this run was hedged\n"));
        QCOMPARE(cli({"explain", small(), "--first", "deadline"}).err, QByteArray("halfopen-cli: no request of this run was ended by its deadline\n"));
    }

    void refusals_are_counted_in_calls_and_reopenings_beside_trips() {
        const Said said = cli({"run", file("hedged.scenario.yaml", kHedged), "--set", "services.a.failures={network: 90%}"});
        QVERIFY2(said.out.contains("  calls refused by: breaker "), said.out.constData());
        QVERIFY(said.out.contains("trips  false trips  re-opened  calls refused"));
    }

    void the_retry_loop_counts_tries_in_the_event_log_and_calls_attempts() {
        const QString events = directory_.filePath("events.jsonl");
        QCOMPARE(cli({"run", file("hedged.scenario.yaml", kHedged), "--set", "operations.o.deadline=9s", "--events", events}).status, 0);
        int loops = 0, sent = 0;
        for (const QByteArray &line : QByteArray::fromStdString(file_text(events)).trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            const QString kind = event["event"].toString();
            if (kind == "gave_up" || kind == "wait_started" || kind == "wait_range") {
                QVERIFY2(event.contains("tries") && !event.contains("attempt"), line.constData());
                ++loops;
            } else if (kind.startsWith("attempt_")) {
                QVERIFY2(event.contains("attempt") && !event.contains("tries"), line.constData());
                ++sent;
            }
        }
        QVERIFY(loops > 3 && sent > 20);
    }

    void the_help_tells_what_75_means_and_what_is_not_built() {
        for (const char *command : {"run", "compare", "explain", "bench", "conformance", "landmarks"}) {
            const QByteArray help = cli({command, "--help"}).out.simplified();
            QVERIFY2(help.contains("75 interrupted (Ctrl-C) or out of memory: try again"), command);
        }
        QVERIFY(cli({"--help"}).out.contains("Learn, Tune and Replay are not built yet"));
    }

    void the_reference_tells_when_copies_are_sent_and_where_they_and_budgets_stand() {
        const QByteArray page = cli({"keys", "--markdown"}).out.simplified();
        for (const char *sentence : {"A copy that fails early is followed by the next one at once.", "they take one place of the bulkhead",
                                     "the budget belongs to the retry", "The budget stands where retry stands, and hedging inside all of them"})
            QVERIFY2(page.contains(sentence), sentence);
    }
};

QTEST_GUILESS_MAIN(CliWordsTest)
#include "cli_words_test.moc"
