// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/part_actions.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "engine/files/scenario_lists.h"
#include "engine/files/scenario_text.h"
#include "engine/files/text_edits.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(PartActions)
};

QString said(const std::string &text) { return QString::fromStdString(text); }

template <class T>
QStringList namesOf(const std::vector<T> &parts) {
    QStringList names;
    for (const T &part : parts) names << said(part.name);
    return names;
}

/// Sets a value in several lines where the section has lines, on one line where it has none.
ScenarioDocument::TextChange setPart(const QString &path, const QString &lines, const QString &line) {
    return [path = path.toStdString(), lines = lines.toStdString(), line = line.toStdString()](const std::string &text) {
        auto changed = set_in_text(text, path, lines);
        return changed ? changed : set_in_text(text, path, line);
    };
}

ScenarioDocument::TextChange setLine(const QString &path, const QString &yaml) { return setPart(path, yaml, yaml); }

ScenarioDocument::TextChange copyPart(const QString &from, const QString &to) {
    return [from = from.toStdString(), to = to.toStdString()](const std::string &text) { return copy_in_text(text, from, to); };
}

ScenarioDocument::TextChange removeUnused(Named what, const std::string &name) {
    return [what, name](const std::string &text) -> Result<std::string> {
        const std::vector<std::string> uses = uses_of_name(text, what, name);
        const std::string path = section_of(what) + '.' + name;
        if (uses.empty()) return remove_from_text(text, path);
        QStringList places;
        for (const std::string &use : uses) places << placeWords(use);
        places.removeDuplicates();
        return text_failure(path, Text::tr("%1 is still used: %2. Change that first.").arg(said(name), places.join(", ")).toStdString());
    };
}

FieldAction duplicate(const QString &from, const QString &to, const QString &name, const QString &goTo) {
    return {Text::tr("Duplicate"), Text::tr("A copy under another name, with all settings."), Text::tr("duplicate %1").arg(name), copyPart(from, to), {}, goTo, {}};
}

FieldAction removal(Named what, const std::string &name) {
    return {Text::tr("Remove"), Text::tr("Takes it out of the document. What is still used is refused, with who uses it."),
            Text::tr("remove %1").arg(said(name)), removeUnused(what, name), {}, {}, {}};
}

QString firstService(const Scenario &scenario) { return scenario.services.empty() ? QString() : said(scenario.services.front().name); }

} // namespace

QString freeName(const QString &wanted, const QStringList &taken) {
    if (!taken.contains(wanted)) return wanted;
    QString stem = wanted;
    stem.remove(QRegularExpression("-\\d+$"));
    for (int n = 2;; ++n) {
        const QString name = QString("%1-%2").arg(stem).arg(n);
        if (!taken.contains(name)) return name;
    }
}

QString placeWords(const std::string &path) {
    const QString all = said(path);
    const QStringList steps = all.split('.');
    static const QRegularExpression item("^(\\w+)\\[(\\d+)\\]");
    const auto number = [&](const QString &step) { return item.match(step).captured(2).toInt() + 1; };
    if (steps[0] == "operations" && steps.size() > 2 && steps[2].startsWith("chain["))
        return Text::tr("leg %1 of %2").arg(number(steps[2])).arg(steps[1]);
    if (steps[0] == "services" && steps.size() > 2 && steps[2].startsWith("calls["))
        return Text::tr("call %1 of %2").arg(number(steps[2])).arg(steps[1]);
    if (steps[0] == "inputs" && steps.size() > 1) return Text::tr("the input %1").arg(steps[1]);
    if (steps[0] == "policies" && steps.size() > 1) return Text::tr("the policy %1").arg(steps[1]);
    if (steps[0] == "services" && steps.size() > 1) return Text::tr("the service %1").arg(steps[1]);
    if (steps[0] == "operations" && steps.size() > 1) return Text::tr("the operation %1").arg(steps[1]);
    if (steps[0].startsWith("workloads[")) return Text::tr("workload %1").arg(number(steps[0]));
    if (steps[0].startsWith("faults[")) return Text::tr("fault %1").arg(number(steps[0]));
    if (steps[0].startsWith("edits[")) return Text::tr("timed edit %1").arg(number(steps[0]));
    return all;
}

NameField nameField(Named what, const std::string &name) {
    return {said(section_of(what) + '.' + name),
            said(name),
            Text::tr("name"),
            Text::tr("What it is called. Letters, digits, _ and -."),
            Text::tr("Everything that uses the name follows."),
            [what, name](const QString &to) -> ScenarioDocument::TextChange {
                return [what, name, to = to.toStdString()](const std::string &text) { return rename_in_text(text, what, name, to); };
            }};
}

QList<FieldAction> addService(const Scenario &scenario) {
    const QString name = freeName("service", namesOf(scenario.services)), path = "services." + name;
    return {{Text::tr("Add a service"), Text::tr("A simulated dependency. Legs, calls and faults can then name it."),
             Text::tr("add service %1").arg(name),
             setPart(path, "latency: {lognormal: {p50: 500ms, p99: 2s}}\nfailures: {timeout: 2%}\ncost: 0.01",
                     "{latency: {lognormal: {p50: 500ms, p99: 2s}}, failures: {timeout: 2%}, cost: 0.01}"),
             {}, "name/" + path, {}}};
}

QList<FieldAction> serviceActions(const Scenario &scenario, std::size_t service) {
    const std::string &name = scenario.services[service].name;
    const QString copy = freeName(said(name), namesOf(scenario.services)), to = "services." + copy;
    return {duplicate("services." + said(name), to, said(name), "name/" + to), removal(Named::service, name)};
}

QList<FieldAction> addOperation(const Scenario &scenario) {
    const QString name = freeName("operation", namesOf(scenario.operations)), path = "operations." + name;
    return {{Text::tr("Add an operation"), Text::tr("Another thing that requests do, with a chain of its own. A workload can then ask for it."),
             Text::tr("add operation %1").arg(name),
             setPart(path, "chain:\n  - {service: " + firstService(scenario) + "}", "{chain: [{service: " + firstService(scenario) + "}]}"), {}, "name/" + path, {}}};
}

QList<FieldAction> operationActions(const Scenario &scenario, std::size_t operation) {
    const std::string &name = scenario.operations[operation].name;
    const QString copy = freeName(said(name), namesOf(scenario.operations)), to = "operations." + copy;
    return {duplicate("operations." + said(name), to, said(name), "name/" + to), removal(Named::operation, name),
            addOperation(scenario).first()};
}

QList<FieldAction> addLeg(const Scenario &scenario, std::size_t operation) {
    const Operation &now = scenario.operations[operation];
    QString service = firstService(scenario);
    for (const ServiceConfig &one : scenario.services) {
        if (std::ranges::find(now.chain, one.name, &Leg::service) == now.chain.end()) {
            service = said(one.name);
            break;
        }
    }
    const QString list = "operations." + said(now.name) + ".chain";
    FieldAction add = appendAction(Text::tr("Add a leg"), Text::tr("One more service to ask when those before it have failed."), list,
                                   QString("{service: %1}").arg(service));
    add.step = Text::tr("add leg %1").arg(service);
    add.goTo = QString("choice/%1[%2].service").arg(list).arg(now.chain.size());
    return {add};
}

QList<FieldAction> legActions(const Scenario &scenario, std::size_t operation, std::size_t leg) {
    const Operation &now = scenario.operations[operation];
    QList<FieldAction> actions = itemActions("operations." + said(now.name) + ".chain", leg, now.chain.size(),
                                             Text::tr("leg %1").arg(said(now.chain[leg].service)));
    if (now.chain.size() == 1) actions.last().whyNot = Text::tr("A chain needs at least one leg: choose another service, or add a leg first.");
    return actions;
}

QList<FieldAction> addWorkload(const Scenario &scenario) {
    const QString operation = scenario.operations.empty() ? QString() : said(scenario.operations.front().name);
    FieldAction add = appendAction(Text::tr("Add a workload"), Text::tr("One more stream of requests, with arrivals of its own."), "workloads",
                                   QString("{operation: %1, arrivals: {poisson: 1/s}}").arg(operation));
    add.goTo = QString("choice/workloads[%1].operation").arg(scenario.workloads.size());
    return {add};
}

QList<FieldAction> workloadActions(const Scenario &scenario, std::size_t workload) {
    QList<FieldAction> actions{appendAction(Text::tr("Duplicate"), Text::tr("The same once more: twice the load."), "workloads", {})};
    actions[0].edit = copyPart(QString("workloads[%1]").arg(workload), QString("workloads[%1]").arg(scenario.workloads.size()));
    actions[0].step = Text::tr("duplicate workload %1").arg(workload + 1);
    FieldAction remove = itemActions("workloads", workload, scenario.workloads.size(), Text::tr("workload %1").arg(workload + 1)).last();
    if (scenario.workloads.size() == 1) remove.whyNot = Text::tr("Somebody has to ask: a scenario needs at least one workload.");
    return actions << remove;
}

QList<FieldAction> addFault(const Scenario &scenario) {
    const QString service = firstService(scenario);
    const auto at = durationOf(seconds(scenario.duration) * 0.25), lasts = durationOf(seconds(scenario.duration) * 0.1);
    const QString when = QString("{service: %1, at: %2, for: %3, ")
                             .arg(service, yamlText(Unit::seconds, std::round(seconds(at))), yamlText(Unit::seconds, std::max(1.0, std::round(seconds(lasts)))));
    const std::pair<QString, const char *> kinds[] = {
        {Text::tr("Outage"), "outage: unavailable}"},          {Text::tr("Slower"), "latency: {factor: 3}}"},
        {Text::tr("More failures"), "add_failures: {unavailable: 30%}}"}, {Text::tr("Other failures"), "failures: {timeout: 30%}}"},
        {Text::tr("Fewer workers"), "workers: 1}"},            {Text::tr("Rate limit"), "rate_limit: {rate: 1/s}}"},
        {Text::tr("Pause"), "pause: true}"},                   {Text::tr("Comes and goes"), "availability: {up: 10s, down: 5s}}"}};
    QList<FieldAction> actions;
    for (const auto &[text, yaml] : kinds) {
        FieldAction add = appendAction(text, Text::tr("Begins after a quarter of the run; drag it on its track or set its times here."), "faults",
                                       when + yaml);
        add.step = Text::tr("add fault of %1: %2").arg(service, text);
        add.goTo = QString("faults[%1].at").arg(scenario.faults.size());
        actions << add;
    }
    return actions;
}

QList<FieldAction> faultActions(const Scenario &scenario, std::size_t fault) {
    const QString name = Text::tr("fault of %1").arg(said(scenario.faults[fault].service));
    const std::size_t count = scenario.faults.size();
    QList<FieldAction> actions{duplicate(QString("faults[%1]").arg(fault), QString("faults[%1]").arg(count), name, QString("faults[%1].at").arg(count))};
    actions.first().what = Text::tr("The same once more.");
    return actions << itemActions("faults", fault, count, name);
}

QList<FieldAction> addKind(const Scenario &scenario) {
    QStringList names;
    for (const std::string &name : scenario.kinds.names()) names << said(name);
    const QString name = freeName("failure", names), path = "kinds." + name;
    return {{Text::tr("Add a failure kind"), Text::tr("A failure of your own, with what it means to retries, fallbacks and breakers."),
             Text::tr("add failure kind %1").arg(name), setLine(path, "{class: transient}"), {}, "name/" + path, {}}};
}

QList<FieldAction> kindActions(const std::string &name) { return {removal(Named::kind, name)}; }

QList<FieldAction> addInput(const Scenario &scenario) {
    QList<FieldAction> actions;
    for (int kind = 1; kind < scenario.kinds.size(); ++kind) {
        const auto outcome = static_cast<Outcome>(kind);
        const std::string &name = scenario.kinds[outcome].name;
        const bool there = std::ranges::find(scenario.inputs, outcome, &InputKind::kind) != scenario.inputs.end();
        if (name.empty() || there || is_refusal(outcome) || outcome == kind_cancelled || outcome == kind_low_confidence) continue;
        actions << FieldAction{said(name), Text::tr("Requests may carry this fault through all their tries."), Text::tr("add input %1").arg(said(name)),
                               setLine("inputs." + said(name), "2%"), {}, "inputs." + said(name), {}};
    }
    return actions;
}

QList<FieldAction> addTimedEdit(const Scenario &scenario, std::size_t edits) {
    if (scenario.services.empty()) return {};
    const ServiceConfig &service = scenario.services.front();
    const QString yaml = QString("{at: %1, set: services.%2.cost, to: %3}")
                             .arg(yamlText(Unit::seconds, std::round(seconds(scenario.duration) / 2)), said(service.name), yamlText(Unit::usd, usd(service.cost)));
    FieldAction add = appendAction(Text::tr("Add a timed edit"), Text::tr("A setting that changes while it runs, as if a person had changed it then."), "edits",
                                   yaml);
    add.goTo = QString("edits[%1].set").arg(edits);
    return {add};
}

QList<FieldAction> policyActions(const Scenario &scenario, const QString &legPath, std::optional<std::size_t> policy) {
    const QString fresh = freeName("policy", namesOf(scenario.policies));
    const auto use = [legPath](const QString &name, ScenarioDocument::TextChange make) -> ScenarioDocument::TextChange {
        return [=](const std::string &text) -> Result<std::string> {
            auto made = make(text);
            if (!made || legPath.isEmpty()) return made;
            return set_in_text(made.value(), (legPath + ".policy").toStdString(), name.toStdString());
        };
    };
    const QString lines = "timeout: {after: 10s}\nretry: {max_attempts: 3, backoff: {base: 1s, cap: 30s}, jitter: full}\nbreaker: tutorial";
    const QString line = "{timeout: {after: 10s}, retry: {max_attempts: 3, backoff: {base: 1s, cap: 30s}, jitter: full}, breaker: tutorial}";
    QList<FieldAction> actions;
    if (policy) {
        const std::string &name = scenario.policies[*policy].name;
        const QString copy = freeName(said(name), namesOf(scenario.policies));
        actions << FieldAction{legPath.isEmpty() ? Text::tr("Duplicate") : Text::tr("Copy for this leg alone"),
                               Text::tr("A copy of the policy under another name; others keep this one."), Text::tr("duplicate policy %1").arg(said(name)),
                               use(copy, copyPart("policies." + said(name), "policies." + copy)), {}, "name/policies." + copy, {}};
    }
    actions << FieldAction{legPath.isEmpty() ? Text::tr("New policy") : Text::tr("New policy for this leg"),
                           Text::tr("Three attempts, a timeout of 10 s and the tutorial's breaker, to begin with."), Text::tr("add policy %1").arg(fresh),
                           use(fresh, setPart("policies." + fresh, lines, line)), {}, "name/policies." + fresh, {}};
    if (policy) actions << removal(Named::policy, scenario.policies[*policy].name);
    return actions;
}

} // namespace halfopen
