// SPDX-License-Identifier: GPL-3.0-or-later
// Records with mistakes of all sorts are answered: what is read is counted row by row, and what was read can be fitted,
// written as a scenario that the reader takes, and shown literally.
#include <rapidcheck.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#include "engine/files/fitted_scenario.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/summary_file.h"
#include "engine/incident/literal.h"
#include "engine/insight/metrics.h"

using namespace halfopen;

namespace {

const std::vector<std::string> kRecords = {
    "time,service,request,attempt,outcome,latency_ms,caller,cost\n0.5,api,r1,1,timeout,2000,shop/0,0.01\n2.75,api,r1,2,success,120.5,shop/0,0.01\n"
    "3,db,r2,,ok,4,cart,\n3.5,db,r3,0,breaker_open,0,cart,0\n4,\"a \"\"b\"\"\",r4,1,429,7,shop/1,0.2\n",
    "ts;upstream;status\n2026-11-24T12:00:00Z;a;200\n2026-11-24 13:00:00.5+01:00;b;503\n2026-11-24T12:00:02Z;a;weird\n",
    R"({"time": 0.5, "service": "api", "request": "r1", "outcome": "timeout", "latency_ms": 2000})"
    "\n"
    R"({"time": "2.75", "service": "api", "request": "r1", "tags": ["a", {"b": 1}], "peer": {"name": "x"}})"
    "\n",
    R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[)"
    R"({"traceId":"aa","name":"GET","kind":3,"startTimeUnixNano":"1795521600000000001","endTimeUnixNano":"1795521602000000001","attributes":[{"key":"peer.service","value":{"stringValue":"api"}},{"key":"http.request.resend_count","value":{"intValue":"1"}}]}]}]}]})"
    "\n",
};
const std::vector<std::string> kSummaries = {
    "time,service,p50_ms,p99_ms,calls,errors\n0,api,100,900,50,0\n10,api,400,2000,40,10\n",
    "time,service,le,count\n0,api,0.1,4\n0,api,+Inf,10\n10,api,0.1,0\n10,api,inf,4\n",
    "# TYPE x histogram\nx_bucket{service=\"api\",code=\"200\",le=\"0.1\"} 10 1795521600000\nx_bucket{service=\"api\",code=\"200\",le=\"+Inf\"} 20 1795521600000\n"
    "x_bucket{service=\"api\",code=\"200\",le=\"0.1\"} 60 1795521610000\nx_bucket{service=\"api\",code=\"200\",le=\"+Inf\"} 70 1795521610000\n",
};
const std::vector<std::string> kJunk = {",", "\n", "\"", "-1", "9223372036854775807", "1e308", "NaN", "{", "}", "[", "\xff", std::string(1, '\0'), "null", "ns", ";", "\r", "+Inf", "   ", "\xf0\x9f\x98\x80"};

std::string mutated(std::string text) {
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size()) + 1));
    const auto length = static_cast<std::size_t>(*rc::gen::inRange(0, 12));
    switch (*rc::gen::inRange(0, 6)) {
    case 0: return text.substr(0, at);
    case 1: return text.erase(std::min(at, text.size()), length);
    case 2: return text.insert(at, *rc::gen::elementOf(kJunk));
    case 3: return text.insert(at, text.substr(at, length * 8));
    case 4: { // a row once more, somewhere else
        const std::size_t begin = text.rfind('\n', at), end = text.find('\n', at);
        return begin == std::string::npos || end == std::string::npos ? text : text + text.substr(begin + 1, end - begin);
    }
    default:
        if (at < text.size()) text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
        return text;
    }
}

/// One file, written anew each time; in memory where there is such a folder, because it is written so often.
std::filesystem::path file_with(const std::string &name, const std::string &text) {
    static const QTemporaryDir folder((QFileInfo("/dev/shm").isWritable() ? QString("/dev/shm") : QDir::tempPath()) + "/halfopen-XXXXXX");
    QFile out(folder.filePath(QString::fromStdString(name)));
    if (!out.open(QIODevice::WriteOnly)) qFatal("no temporary file");
    out.write(QByteArray::fromStdString(text));
    return out.fileName().toStdString();
}

void fits_and_shows(const Incident &incident) {
    const Fit fitted = fit(incident, {std::nullopt, true});
    if (fitted.services.empty()) return; // refusals alone
    const FittedFiles files = fitted_scenario(incident, fitted, "record.csv", "x.arrivals.csv");
    ReadOptions reading;
    reading.directory = file_with("x.arrivals.csv", files.arrivals).parent_path();
    const auto scenario = read_scenario(files.scenario, reading);
    if (!scenario) RC_FAIL(scenario.failure().issues.front().path + ": " + scenario.failure().issues.front().message + "\n" + files.scenario);
    MetricsFold fold(scenario.value(), std::chrono::hours(1));
    const auto literal = literal_replay(incident, scenario.value(), fold);
    if (!literal) return; // a service that only refusals name is not in the scenario
    const Metrics metrics = fold.result(kTimeZero + scenario.value().duration);
    RC_ASSERT(metrics.requests == literal.value().requests);
    RC_ASSERT(metrics.in_flight == std::uint64_t{0});
}

} // namespace

class RecordMutationsTest : public QObject {
    Q_OBJECT

private slots:
    void a_record_with_mistakes_is_answered() {
        QVERIFY(rc::check("mutated records", [] {
            std::string text = *rc::gen::elementOf(kRecords);
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) text = mutated(std::move(text));
            const auto incident = import_record(file_with("record", text));
            if (!incident) {
                RC_ASSERT(!incident.failure().issues.front().message.empty());
                return;
            }
            const RecordHealth &health = incident.value().health;
            RC_ASSERT(health.rows == incident.value().calls.size() + health.unreadable + health.duplicates);
            RC_ASSERT(health.notes.size() >= std::min(RecordHealth::kNotesMax, health.unreadable + health.duplicates + health.contradictions));
            for (std::size_t i = 1; i < incident.value().calls.size(); ++i) RC_ASSERT(incident.value().calls[i - 1].start <= incident.value().calls[i].start);
            if (*rc::gen::inRange(0, 3) == 0) fits_and_shows(incident.value());
        }));
    }

    void figures_with_mistakes_are_answered() {
        QVERIFY(rc::check("mutated summaries", [] {
            std::string text = *rc::gen::elementOf(kSummaries);
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) text = mutated(std::move(text));
            const auto summary = import_summary(file_with("summary", text));
            if (!summary) {
                RC_ASSERT(!summary.failure().issues.front().message.empty());
                return;
            }
            const auto scenario = read_scenario(summarized_scenario(summary.value(), "figures.csv"));
            if (!scenario) RC_FAIL(scenario.failure().issues.front().path + ": " + scenario.failure().issues.front().message + "\n" + text);
            RC_ASSERT(!summary_report(summary.value()).empty());
        }));
    }
};

QTEST_APPLESS_MAIN(RecordMutationsTest)
#include "record_mutations_test.moc"
