// SPDX-License-Identifier: GPL-3.0-or-later
// Whole parts of a scenario's text: renamed with all that uses them, moved, taken out, copied. Each edit of the text must
// read as the same edit of the Scenario, and keep every comment.
#include "engine/files/scenario_keys.h"
#include "engine/files/scenario_lists.h"
#include "engine/files/scenario_names.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_text.h"
#include "tests/files/named_scenario.h"
#include "tests/files/scenario_texts.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace halfopen;

namespace {

QStringList comments(const std::string &text) {
    static const QRegularExpression comment("(^|\\s)(#[^\\n]*)");
    QStringList all;
    for (auto found = comment.globalMatch(QString::fromStdString(text)); found.hasNext();) all << found.next().captured(2);
    all.sort();
    return all;
}

std::optional<Scenario> read(const std::string &text) {
    const Result<Scenario> scenario = read_scenario(text, {});
    if (!scenario) qWarning("%s\n%s", qPrintable(messages_of(scenario.failure())), text.c_str());
    return scenario ? std::optional(scenario.value()) : std::nullopt;
}

void swap_name(std::string &name, const std::string &from, const std::string &to) {
    if (name == from) name = to;
}

/// A step of a path, wherever it stands; names of the texts here are no other words of a path.
void swap_step(Scenario &scenario, const std::string &from, const std::string &to) {
    for (Edit &edit : scenario.edits) {
        QStringList steps = QString::fromStdString(edit.path).split('.');
        for (QString &step : steps) {
            if (step.toStdString() == from) step = QString::fromStdString(to);
        }
        edit.path = steps.join('.').toStdString();
        swap_name(edit.value, from, to);
    }
}

/// The same renaming, done on the value.
Scenario renamed(Scenario s, Named what, const std::string &from, const std::string &to) {
    swap_step(s, from, to);
    const auto swap = [&](std::string &name, Named of) {
        if (of == what) swap_name(name, from, to);
    };
    for (ServiceConfig &service : s.services) {
        swap(service.name, Named::service);
        for (DownstreamCall &call : service.calls) {
            swap(call.service, Named::service);
            swap(call.policy, Named::policy);
        }
    }
    for (PolicyConfig &policy : s.policies) {
        swap(policy.name, Named::policy);
        if (policy.error_recovery)
            for (std::string &tool : policy.error_recovery->fallback_tools) swap(tool, Named::service);
    }
    for (Operation &operation : s.operations) {
        swap(operation.name, Named::operation);
        for (Leg &leg : operation.chain) {
            swap(leg.service, Named::service);
            swap(leg.policy, Named::policy);
        }
    }
    for (InputKind &input : s.inputs)
        for (std::string &service : input.fails_at) swap(service, Named::service);
    for (Workload &workload : s.workloads) swap(workload.operation, Named::operation);
    for (Fault &fault : s.faults) swap(fault.service, Named::service);
    return s;
}

std::vector<std::string> names(const Scenario &s, Named what) {
    std::vector<std::string> out;
    if (what == Named::service)
        for (const auto &one : s.services) out.push_back(one.name);
    if (what == Named::policy)
        for (const auto &one : s.policies) out.push_back(one.name);
    if (what == Named::operation)
        for (const auto &one : s.operations) out.push_back(one.name);
    return out;
}

template <class T> void put_at(std::vector<T> &list, std::size_t from, std::size_t to) {
    T item = list[from];
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(from));
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(to), std::move(item));
}

QList<std::pair<QString, std::string>> texts() {
    QList<std::pair<QString, std::string>> all{{"names", kNames}, {"small", kSmallScenario}};
    std::string dos = kNames;
    for (std::size_t at = 0; (at = dos.find('\n', at)) != std::string::npos; at += 2) dos.insert(at, "\r");
    all << std::pair(QString("carriage returns"), dos);
    std::string open = kNames;
    open.pop_back();
    all << std::pair(QString("no last line break"), open);
    const QDir folder(QString(HALFOPEN_SOURCE_DIR) + "/resources/scenarios");
    for (const QString &name : folder.entryList({"*.yaml"}, QDir::Files)) all << std::pair(name, file_text(folder.filePath(name)));
    return all;
}

} // namespace

class ScenarioPartsTest : public QObject {
    Q_OBJECT

private slots:
    void a_new_name_is_the_new_name_everywhere_data() { rows(); }
    void a_new_name_is_the_new_name_everywhere() {
        QFETCH(std::string, text);
        const auto before = read(text);
        QVERIFY(before);
        for (const Named what : {Named::service, Named::policy, Named::operation}) {
            for (const std::string &name : names(*before, what)) {
                for (const std::string to : {"x", "a-new_name-that-is-longer", "yes", "\xc3\xa4pfel"}) {
                    const auto changed = rename_in_text(text, what, name, to);
                    QVERIFY2(changed, changed ? "" : qPrintable(messages_of(changed.failure())));
                    const auto after = read(changed.value());
                    QVERIFY(after);
                    QVERIFY2(*after == renamed(*before, what, name, to), changed.value().c_str());
                    QCOMPARE(comments(changed.value()), comments(text));
                    QCOMPARE(uses_of_name(changed.value(), what, to).size(), uses_of_name(text, what, name).size());
                    QVERIFY(uses_of_name(changed.value(), what, name).empty());
                    QCOMPARE(rename_in_text(changed.value(), what, to, name).value().size(), text.size() + quotes(text, name));
                }
            }
        }
    }

    void a_failure_kind_of_ones_own_is_renamed_as_key_and_as_value() {
        const auto changed = rename_in_text(kNames, Named::kind, "odd", "strange");
        QVERIFY2(changed, changed ? "" : qPrintable(messages_of(changed.failure())));
        const std::string expected = QString::fromStdString(kNames).replace(QRegularExpression("\\bodd\\b"), "strange").toStdString();
        QCOMPARE(QString::fromStdString(changed.value()), QString::fromStdString(expected));
        QCOMPARE(uses_of_name(kNames, Named::kind, "odd").size(), std::size_t{12});
        QCOMPARE(uses_of_name(kNames, Named::kind, "odd").front(), std::string("inputs.odd"));
        QVERIFY(read(changed.value()));
    }

    void every_key_that_takes_a_name_is_known_to_the_renaming() {
        QStringList missing;
        for (const KeyDoc &key : scenario_keys()) {
            const bool kinds = key.type == "failure kind" || key.type == "list of failure kinds";
            const bool services = key.type == "list of services";
            if (!kinds && !services) continue;
            const std::string path = key.path + (key.type.starts_with("list") ? "[]" : "");
            const auto &known = patterns_of_names(kinds ? Named::kind : Named::service);
            if (std::ranges::none_of(known, [&](const NamePattern &p) { return p.path == path; })) missing << QString::fromStdString(path);
        }
        QCOMPARE(missing, QStringList());
    }

    void a_name_that_is_taken_or_gone_is_refused() {
        QVERIFY(messages_of(rename_in_text(kNames, Named::service, "api", "ledger").failure()).contains("taken"));
        QVERIFY(messages_of(rename_in_text(kNames, Named::service, "nobody", "x").failure()).contains("nothing of this name"));
        const std::vector<std::string> uses = uses_of_name(kNames, Named::service, "api");
        const std::vector<std::string> expected = {"inputs.bad_input.fails_at[0]", "operations.ask.chain[0].service", "operations.tell.chain[0]",
                                                   "faults[0].service", "edits[3].set"};
        QCOMPARE(uses, expected);
        QVERIFY(uses_of_name("{", Named::service, "api").empty());
    }

    void random_steps_on_lists_read_as_the_same_steps_on_the_value_data() { rows(); }
    void random_steps_on_lists_read_as_the_same_steps_on_the_value() {
        QFETCH(std::string, text);
        auto value = read(text);
        QVERIFY(value);
        std::mt19937 luck(7);
        const auto below = [&](std::size_t n) { return static_cast<std::size_t>(luck() % n); };
        int moved = 0;
        for (int step = 0; step < 120; ++step) {
            const std::size_t o = below(value->operations.size());
            const std::string chain = "operations." + value->operations[o].name + ".chain";
            auto &legs = value->operations[o].chain;
            Scenario wanted = *value;
            Result<std::string> changed = text;
            const std::size_t from = below(legs.size()), to = below(legs.size());
            if (step % 3 == 0 && value->faults.size() > 1) {
                const std::size_t f = below(value->faults.size()), g = below(value->faults.size());
                put_at(wanted.faults, f, g);
                changed = move_in_text(text, "faults", f, g);
                follow(wanted, "faults", f, g);
            } else {
                put_at(wanted.operations[o].chain, from, to);
                changed = move_in_text(text, chain, from, to);
                follow(wanted, chain, from, to);
            }
            QVERIFY2(changed, changed ? "" : qPrintable(messages_of(changed.failure()) + "\n" + QString::fromStdString(text)));
            const auto after = read(changed.value());
            QVERIFY(after);
            QVERIFY2(*after == wanted, changed.value().c_str());
            QCOMPARE(comments(changed.value()), comments(text));
            QCOMPARE(changed.value().size(), text.size());
            moved += changed.value() != text ? 1 : 0;
            text = changed.value();
            value = after;
        }
        QVERIFY(moved > 20 || value->faults.size() + value->operations[0].chain.size() <= 3);
    }

    void what_is_moved_takes_its_comments_along() {
        const std::string moved = move_in_text(kNames, "operations.ask.chain", 2, 0).value();
        QVERIFY2(moved.find("    chain:\n      # first of all\n") != std::string::npos, moved.c_str()); // about the list
        QVERIFY2(moved.find("      # the last\n\n      - service: other-one # slow\n        policy: plain\n      - {service: api, policy: careful} # dear\n") != std::string::npos,
                 moved.c_str());
        // The edit follows the leg that it sets.
        QVERIFY(moved.find("chain[1].skip_when_open") != std::string::npos);
    }

    void an_item_is_taken_out_unless_an_edit_sets_it() {
        for (std::size_t f = 0; f < 2; ++f) {
            const auto changed = remove_item_from_text(kNames, "faults", f);
            QVERIFY(changed);
            Scenario wanted = *read(kNames);
            wanted.faults.erase(wanted.faults.begin() + static_cast<std::ptrdiff_t>(f));
            wanted.edits[2].path = "faults[1].for";
            QVERIFY(*read(changed.value()) == wanted);
        }
        QVERIFY(messages_of(remove_item_from_text(kNames, "faults", 2).failure()).contains("edits[2]"));
        QVERIFY(messages_of(remove_item_from_text(kNames, "operations.ask.chain", 0).failure()).contains("edits[1]"));
        QCOMPARE(QString::fromStdString(remove_item_from_text(kSmallScenario, "faults", 0).value()).trimmed() + "\n",
                 QString::fromStdString(kSmallScenario).section("faults:", 0, 0));
        QVERIFY(!remove_item_from_text(kSmallScenario, "faults", 1));
        QVERIFY(!remove_item_from_text(kSmallScenario, "services", 0));
    }

    void a_copy_reads_as_the_original_data() { rows(); }
    void a_copy_reads_as_the_original() {
        QFETCH(std::string, text);
        const auto before = read(text);
        for (const ServiceConfig &service : before->services) {
            const auto changed = copy_in_text(text, "services." + service.name, "services.copy");
            QVERIFY2(changed, changed ? "" : qPrintable(messages_of(changed.failure())));
            Scenario wanted = *before;
            wanted.services.push_back(service);
            wanted.services.back().name = "copy";
            QVERIFY2(*read(changed.value()) == wanted, changed.value().c_str());
            QVERIFY(QString::fromStdString(changed.value()).contains(QRegularExpression("\n +\"?copy\"?:")));
            QVERIFY(comments(changed.value()).size() >= comments(text).size());
        }
        for (const PolicyConfig &policy : before->policies) {
            const auto changed = copy_in_text(text, "policies." + policy.name, "policies.copy");
            QVERIFY(changed);
            Scenario wanted = *before;
            wanted.policies.push_back(policy);
            wanted.policies.back().name = "copy";
            QVERIFY(*read(changed.value()) == wanted);
        }
    }

    void a_copy_keeps_comments_where_it_has_lines() {
        const std::string changed = copy_in_text(kNames, "services.api", "services.copy").value();
        QVERIFY2(changed.find("  copy:\n    latency: 100ms # fast\n    failures: {odd: 5%, timeout: 1%}\n") != std::string::npos, changed.c_str());
        QVERIFY(!copy_in_text(kNames, "services.nobody", "services.copy"));
    }

private:
    static void rows() {
        QTest::addColumn<std::string>("text");
        for (const auto &[name, text] : texts()) QTest::newRow(qPrintable(name)) << text;
    }
    /// How many quotes a name loses on the way there and back.
    static std::size_t quotes(const std::string &text, const std::string &name) {
        return static_cast<std::size_t>(-2) * static_cast<std::size_t>(QString::fromStdString(text).count(QString::fromStdString('"' + name + '"')));
    }
    static void follow(Scenario &scenario, const std::string &list, std::size_t from, std::size_t to) {
        for (Edit &edit : scenario.edits) {
            const QString path = QString::fromStdString(edit.path), start = QString::fromStdString(list) + '[';
            if (!path.startsWith(start)) continue;
            std::vector<std::size_t> order(16);
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            put_at(order, from, to);
            const auto index = path.mid(start.size()).section(']', 0, 0).toULongLong();
            const auto now = std::ranges::find(order, index) - order.begin();
            edit.path = (start + QString::number(now) + ']' + path.section(']', 1)).toStdString();
        }
    }
};

QTEST_GUILESS_MAIN(ScenarioPartsTest)
#include "scenario_parts_test.moc"
