// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/events_jsonl.h"
#include "engine/insight/companions.h"
#include "engine/insight/explain.h"
#include "engine/insight/lint/lint.h"
#include "engine/insight/request_summary.h"
#include "engine/sim/simulation.h"
#include "tests/property/random_world.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace halfopen;

namespace {

constexpr std::uint64_t kWorlds = 150;

bool has_no_number(const std::string &text) {
    return text.find("nan") != std::string::npos || text.find("inf ") != std::string::npos || text.find("-inf") != std::string::npos;
}

} // namespace

/// What is told of runs that combine all features at random. The number of a world that fails is in the message.
class RandomStoriesTest : public QObject {
    Q_OBJECT

private slots:
    void every_request_of_every_world_has_a_story_that_ends_as_it_did() {
        for (std::uint64_t number = 1; number <= kWorlds; ++number) {
            const Scenario scenario = random_world(number);
            Simulation simulation(scenario);
            TraceStore store;
            while (simulation.advance({kTimeNever, 1'000'000}, &store)) {
            }
            const TraceView trace = store.view();
            TraceIndex index(scenario);
            index.extend(trace);
            const QByteArray world = "world " + QByteArray::number(number);
            for (std::uint32_t request = 1; request <= index.requests(); ++request) {
                const auto story = story_of(scenario, trace, index, request);
                QVERIFY2(story && !story->headline.empty() && story->lines.size() >= 1, world);
                for (const StoryLine &line : story->lines) QVERIFY2(!line.text.empty() && !has_no_number(line.text), world + line.text.c_str());
                const RequestSummary summary = summary_of(scenario, trace, index, request, simulation.reached());
                const RequestEntry &entry = index.request(request);
                QVERIFY2(summary.in_flight == (entry.ended == kTimeNever), world);
                if (summary.in_flight) continue;
                const TraceRecord &end = trace[entry.end_record];
                QVERIFY2(summary.calls == int(end.attempt), world + " request " + QByteArray::number(request));
                QVERIFY2(summary.succeeded == (static_cast<Ending>(end.reason) == Ending::served), world);
            }
        }
    }

    void every_record_of_every_world_is_a_line_of_json_and_of_text() {
        for (std::uint64_t number = 1; number <= kWorlds / 3; ++number) {
            const Scenario scenario = random_world(number);
            const Layout layout = layout_of(scenario);
            Simulation simulation(scenario);
            TraceStore store;
            while (simulation.advance({kTimeNever, 1'000'000}, &store)) {
            }
            const EventLog log(scenario, [](std::string_view) {});
            const TraceView trace = store.view();
            for (std::size_t i = 0; i < trace.size(); ++i) {
                const QByteArray line = QByteArray::fromStdString(log.line(trace[i]));
                QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
                const std::string text = describe(trace[i], scenario, layout);
                QVERIFY2(text.size() > 10 && text.find("unknown") == std::string::npos, text.c_str());
            }
        }
    }

    void the_linter_and_the_closed_forms_have_something_sound_to_say_of_every_world() {
        QSet<QString> rules;
        for (std::uint64_t number = 1; number <= 20 * kWorlds; ++number) {
            const Scenario scenario = random_world(number);
            QSet<QString> seen;
            for (const Advice &a : lint(scenario)) {
                const QString key = QString::fromStdString(a.rule + " " + a.path);
                QVERIFY2(!seen.contains(key), qPrintable(key));
                seen.insert(key);
                rules.insert(QString::fromStdString(a.rule));
                QVERIFY2(!a.evidence.empty() && !has_no_number(a.evidence), a.evidence.c_str());
            }
            for (const Companion &c : companions(scenario)) {
                QVERIFY(c.holds() != c.figures.empty());
                for (const CompanionFigure &f : c.figures) QVERIFY2(f.expected >= 0.0 && f.expected < 1e300, f.name.c_str());
            }
        }
        QVERIFY2(rules.size() >= 12, qPrintable(QStringList(rules.begin(), rules.end()).join(", ")));
    }
};

QTEST_APPLESS_MAIN(RandomStoriesTest)
#include "random_stories_test.moc"
