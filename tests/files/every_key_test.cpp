// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document.h"
#include "engine/files/document_path.h"
#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_text.h"
#include "engine/sim/simulation.h"
#include "tests/files/document_paths.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace halfopen;

namespace {

/// Steps of a path: keys as they are, an index as "[]" or "[3]".
std::vector<std::string> steps_of(const std::string &path) {
    std::vector<std::string> steps;
    std::string step;
    for (const char c : path + '.') {
        if ((c == '.' || c == '[') && !step.empty()) steps.push_back(std::exchange(step, {}));
        if (c != '.') step += c;
    }
    return steps;
}

bool matches(const std::vector<std::string> &pattern, const std::vector<std::string> &path) {
    if (pattern.size() != path.size()) return false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool index = path[i].starts_with('[');
        if (pattern[i] == "*" ? index : pattern[i] == "[]" ? !index : pattern[i] != path[i]) return false;
    }
    return true;
}

std::vector<std::pair<std::string, DocumentNodePtr>> places_in(const std::string &text, const std::string &from = "") {
    std::vector<std::pair<std::string, DocumentNodePtr>> out;
    const DocumentNodePtr root = parse_document(text).value().root;
    const auto path = parse_path(from);
    collect(path ? node_at(root, *path) : root, path.value_or(DocumentPath{}), out);
    return out;
}

std::string with(const std::string &text, const std::string &path, const std::string &value) {
    const Result<std::string> changed = set_in_text(text, path, value);
    if (!changed) qFatal("%s = %s: %s", path.c_str(), value.c_str(), qPrintable(messages_of(changed.failure())));
    return changed.value();
}

/// "" when the text is refused with a line and a column for everything that is wrong.
QString refusal_fault(const Result<Scenario> &scenario) {
    if (scenario) return "it is accepted";
    for (const Issue &issue : scenario.failure().issues) {
        if (issue.at.line < 1 || issue.at.column < 1) return "no place: " + messages_of(scenario.failure());
        if (issue.message.empty()) return "no message";
    }
    return {};
}

} // namespace

class EveryKeyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        write("samples.csv", "latency\n10ms\n20ms\n");
        write("arrivals.csv", "at,operation\n0.5,ask\n1s,tell\n");
    }

    void every_key_of_the_reference_stands_in_a_row() {
        std::vector<std::vector<std::string>> seen;
        for (const auto &[path, node] : places_in(kKeysScenario))
            seen.push_back(steps_of(path));
        for (const KeyRow &row : key_rows()) {
            for (const auto &[path, node] : places_in(with(kKeysScenario, row.path, row.value), row.path))
                seen.push_back(steps_of(path));
        }
        QStringList missing;
        for (const KeyDoc &key : scenario_keys()) {
            const std::vector<std::string> pattern = steps_of(key.path);
            const bool known =
                std::any_of(seen.begin(), seen.end(), [&](const auto &path) { return matches(pattern, path); });
            if (!known) missing << QString::fromStdString(key.path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable("add a row to key_rows.cpp for " + missing.join(", ")));
    }

    void a_key_is_read_and_means_something_data() { rows(); }
    void a_key_is_read_and_means_something() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const std::string text = with(kKeysScenario, path.toStdString(), value.toStdString());
        const Result<Scenario> scenario = read(text);
        QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(messages_of(scenario.failure())));
        if (path == "halfopen") return;
        QVERIFY2(!(scenario.value() == read(kKeysScenario).value()), "it changes nothing");
        for (const auto &[below, node] : places_in(text, path.toStdString())) {
            if (!node->is_scalar()) continue;
            const Result<std::string> without = remove_from_text(text, below);
            QVERIFY2(without.ok(), below.c_str());
            const Result<Scenario> other = read(without.value());
            QVERIFY2(!other.ok() || !(other.value() == scenario.value()), (below + " changes nothing").c_str());
        }
    }

    void a_scenario_with_it_runs_and_a_copy_runs_on_alike_data() { rows(); }
    void a_scenario_with_it_runs_and_a_copy_runs_on_alike() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const Result<Scenario> scenario = read(with(kKeysScenario, path.toStdString(), value.toStdString()));
        QVERIFY(scenario.ok());
        Simulation whole(scenario.value()), sliced(scenario.value());
        run(whole, kEvents);
        for (bool more = true; more;) {
            const Simulation copy(sliced);
            sliced = copy;
            more = run(sliced, 97);
        }
        QCOMPARE(sliced.events(), whole.events());
        QVERIFY(sliced.fingerprint() == whole.fingerprint());
        QVERIFY(whole.events() > 0);
    }

    void a_wrong_type_is_told_with_its_place_data() { rows(); }
    void a_wrong_type_is_told_with_its_place() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const std::string text = with(kKeysScenario, path.toStdString(), value.toStdString());
        for (const auto &[below, node] : places_in(text, path.toStdString())) {
            for (const char *wrong : {"[[1]]", "{no_such_key: [1]}", "\"no such word\"", "-7 parsec"}) {
                const bool text_key = node->is_scalar() && wrong[0] != '[' && wrong[0] != '{' &&
                                      (below == "name" || below == "about" || below.ends_with(".name"));
                const bool group = below.ends_with(".group") && wrong[0] != '[' && wrong[0] != '{';
                if (text_key || group) continue; // any text will do
                const QString fault = refusal_fault(read(with(text, below, wrong)));
                QVERIFY2(fault.isEmpty(), qPrintable(QString::fromStdString(below + " = " + wrong + ": ") + fault));
            }
        }
    }

    void an_unknown_neighbour_is_told_with_its_place_data() { rows(); }
    void an_unknown_neighbour_is_told_with_its_place() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const std::string text = with(kKeysScenario, path.toStdString(), value.toStdString());
        std::vector<std::string> maps = {""};
        for (const auto &[below, node] : places_in(text, path.toStdString())) {
            if (node->is_map()) maps.push_back(below + ".");
        }
        for (const std::string &map : maps) {
            const QString fault = refusal_fault(read(with(text, map + "no_such_key", "1")));
            QVERIFY2(fault.isEmpty(), qPrintable(QString::fromStdString(map + "no_such_key: ") + fault));
        }
    }

private:
    static constexpr std::uint64_t kEvents = 20'000; ///< more than most rows have
    /// Runs on by so many events; false at the end or after kEvents in all.
    static bool run(Simulation &simulation, std::uint64_t events) {
        const bool more = simulation.advance({kTimeNever, std::min(events, kEvents - simulation.events())}, nullptr);
        return more && simulation.events() < kEvents;
    }
    void write(const QString &name, const QByteArray &content) {
        QFile file(directory_.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    Result<Scenario> read(const std::string &text) {
        return read_scenario(text, {directory_.path().toStdString(), {}});
    }
    void rows() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        for (const KeyRow &row : key_rows())
            QTest::addRow("%s: %s", row.path.c_str(), row.value.c_str())
                << QString::fromStdString(row.path) << QString::fromStdString(row.value);
    }

    QTemporaryDir directory_;
};

QTEST_GUILESS_MAIN(EveryKeyTest)
#include "every_key_test.moc"
