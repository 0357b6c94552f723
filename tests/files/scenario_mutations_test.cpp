// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/arrivals_csv.h"
#include "engine/files/samples_csv.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_reference.h"
#include "engine/sim/simulation.h"
#include "tests/files/scenario_texts.h"

#include <rapidcheck.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace halfopen;

namespace {

/// A scenario that uses every part of the format.
const std::string &rich_scenario() {
    static const std::string text = [] {
        std::string all;
        for (const ReferenceSection &section : reference_sections())
            all += section.example;
        return all;
    }();
    return text;
}

/// What people and programs leave in files by mistake, or on purpose.
const std::vector<std::string> kJunk = {
    "",         "0",      "-1",   "nan",   "NaN",   ".inf",   "1e308",    "-1e-308",   "99999999999999999999",
    "0x10",     "1_000",  "5%",   "-5%",   "101%",  "5ms",    "-5ms",     "1e9h",      "5/s",
    "0/s",      "-5/s",   "none", "null",  "~",     "true",   "{}",       "[]",        "[[]]",
    "{a: 1}",   "{{",     "]]",   "&a ",   "*a",    "!!str ", "\"",       "'",         ": ",
    "- ",       "? ",     "|\n",  "\t",    "\n",    "#",      "\r",       "unlimited", "%",
    "services", "vision", "db",   "kinds", "edits", "at",     "tutorial", "seed",      "to",
    "ledger_db"};

std::size_t place_in(const std::string &text) { return *rc::gen::inRange(std::size_t{0}, text.size() + 1); }

/// One change of a text: a piece exchanged, cut, doubled or moved, or a byte changed.
std::string mutated(std::string text) {
    const std::size_t at = place_in(text);
    const std::size_t length = std::min(*rc::gen::inRange(std::size_t{0}, std::size_t{30}), text.size() - at);
    switch (*rc::gen::inRange(0, 6)) {
    case 0: return text.replace(at, length, *rc::gen::elementOf(kJunk));
    case 1: return text.erase(at, length);
    case 2: return text.insert(at, text.substr(place_in(text), length));
    case 3: {
        const std::size_t end = std::min(text.find_first_of(",}]\n", at), text.size()); // a value
        const std::size_t begin = text.find_last_of(" {[", end == 0 ? 0 : end - 1);
        return begin == std::string::npos || begin >= end
                   ? text
                   : text.replace(begin + 1, end - begin - 1, *rc::gen::elementOf(kJunk));
    }
    case 4: {
        const std::size_t begin = text.rfind('\n', at); // a line, twice
        const std::size_t end = text.find('\n', at);
        return begin == std::string::npos || end == std::string::npos || end <= begin
                   ? text
                   : text.insert(end, text.substr(begin, end - begin));
    }
    default:
        if (at < text.size()) text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
        return text;
    }
}

/// Either a scenario that can be simulated, or issues that say what is wrong.
void check_answer(const Result<Scenario> &scenario) {
    if (scenario) {
        RC_ASSERT(validate(scenario.value()).empty());
        for (const Edit &edit : scenario.value().edits)
            RC_ASSERT(edit.after != nullptr);
        Simulation simulation(scenario.value());
        while (simulation.events() < 3000 && simulation.advance({kTimeNever, 1000}, nullptr)) {
        }
        return;
    }
    RC_ASSERT(!scenario.failure().issues.empty());
    RC_ASSERT(scenario.failure().issues.size() <= std::size_t{101});
    for (const Issue &issue : scenario.failure().issues)
        RC_ASSERT(!issue.message.empty());
}

std::string cell() {
    static const std::vector<std::string> times = {"0", "1", "1.5", "2s", "3s", "3", "1min", "0.25"};
    return *rc::gen::inRange(0, 5) == 0 ? *rc::gen::elementOf(kJunk) : *rc::gen::elementOf(times);
}

} // namespace

class ScenarioMutationsTest : public QObject {
    Q_OBJECT

private slots:
    void the_rich_scenario_is_sound() {
        const Result<Scenario> scenario = read_scenario(rich_scenario());
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
    }

    void a_scenario_with_mistakes_is_answered_and_never_half_read() {
        QVERIFY(rc::check("mutated scenarios", [] {
            std::string text = rich_scenario();
            const int changes = *rc::gen::inRange(1, 5);
            for (int i = 0; i < changes; ++i)
                text = mutated(std::move(text));
            check_answer(read_scenario(text));
        }));
    }

    void an_override_with_mistakes_is_answered() {
        static const std::vector<std::string> paths = {"services.gpt4_vision.calls",
                                                       "services.ledger_db.calls[0].service",
                                                       "services.gpt4_vision.replicas",
                                                       "services.claude_vision.availability.group",
                                                       "policies.vision.bulkhead.queue",
                                                       "policies.vision.hedge.after",
                                                       "policies.vision.rate_limiter",
                                                       "policies.db.breaker.open_for",
                                                       "operations.extract_receipt.chain[2]",
                                                       "workloads[0].arrivals.trace",
                                                       "workloads[1]",
                                                       "faults[0].replica",
                                                       "faults[4]",
                                                       "edits[0].set",
                                                       "edits[1].to",
                                                       "edits[2]",
                                                       "edits",
                                                       "kinds.lost.shows",
                                                       "inputs.lost",
                                                       "seed"};
        QVERIFY(rc::check("mutated overrides", [] {
            std::vector<std::string> overrides;
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i) {
                std::string text = *rc::gen::elementOf(paths) + '=' + *rc::gen::elementOf(kJunk);
                overrides.push_back(*rc::gen::inRange(0, 4) == 0 ? mutated(std::move(text)) : std::move(text));
            }
            check_answer(read_scenario(rich_scenario(), {".", overrides}));
        }));
    }

    void a_csv_file_with_mistakes_is_answered_with_its_line() {
        QTemporaryDir directory;
        const QString path = directory.filePath("record.csv");
        QVERIFY(rc::check("mutated records", [&] {
            std::string text = "at,operation\n";
            const int lines = *rc::gen::inRange(0, 12);
            for (int i = 0; i < lines; ++i)
                text += cell() + (*rc::gen::inRange(0, 9) == 0 ? "" : ",") + cell() + "\n";
            if (*rc::gen::inRange(0, 3) == 0) text = mutated(std::move(text));
            QFile file(path);
            RC_ASSERT(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(text));
            file.close();
            const Result<RecordedArrivals> record = read_arrivals_csv(path.toStdString(), "record.csv");
            if (!record) {
                RC_ASSERT(record.failure().issues.front().message.starts_with("record.csv:"));
            } else {
                for (const RecordedArrivals::Stream &stream : record.value().streams) {
                    RC_ASSERT(!stream.at->empty() && stream.at->front().count() >= 0);
                    RC_ASSERT(std::is_sorted(stream.at->begin(), stream.at->end()));
                }
            }
            const Result<Samples> samples = read_samples(path.toStdString(), "record.csv");
            if (!samples) RC_ASSERT(samples.failure().issues.front().message.starts_with("record.csv:"));
        }));
    }
};

QTEST_GUILESS_MAIN(ScenarioMutationsTest)
#include "scenario_mutations_test.moc"
