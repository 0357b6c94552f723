// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the format has a field in the editors, or stands in a short list with the reason why it has none.
#include <QTest>

#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_reference.h"
#include "engine/files/scenario_text.h"
#include "ui/editors/key_docs.h"
#include "ui/editors/policy_fields.h"
#include "ui/editors/scenario_fields.h"

using namespace halfopen;

namespace {

/// Keys without a field, by choice.
const QHash<QString, QString> &textOnly() {
    static const QHash<QString, QString> keys{{"halfopen", "the version of the format: only another program has another one"},
                                                {"services.*.profile", "made from a record, often of hundreds of steps"}};
    return keys;
}

std::string wholeExample() {
    std::string text;
    for (const ReferenceSection &section : reference_sections()) text += section.example;
    return text;
}

/// The example of the reference, and the same with each variant that the reference shows.
std::vector<std::string> texts() {
    std::vector<std::string> all{wholeExample()};
    const std::string whole = remove_from_text(all.front(), "edits").value(); // they hold on to what they set
    const auto with = [&](const std::string &path, const std::string &value) {
        const auto changed = set_in_text(whole, path, value);
        if (changed && read_scenario(changed.value(), {})) all.push_back(changed.value());
    };
    for (const ReferenceSection &section : reference_sections()) {
        for (const auto &variants : section.variants) {
            for (const std::string &value : variants.values) with(variants.path, value);
        }
    }
    const std::string policy = "policies.vision", service = "services.gpt4_vision";
    // What the reference shows in one combination only.
    for (const char *kind : {"{constant: 1s}", "{uniform: {from: 1s, to: 2s}}", "{exponential: {mean: 1s}}", "{normal: {mean: 1s, sd: 1s}}",
                             "{lognormal: {p50: 1s, p99: 2s}}", "{gamma: {mean: 1s, cv: 1}}", "{pareto: {min: 1s, alpha: 2}}", "{quantiles: {p0: 1s, p99: 2s}}",
                             "{mixture: [{weight: 50%, constant: 1s}, {weight: 50%, lognormal: {p50: 1s, p99: 2s}}]}"}) {
        for (const std::string &path : {service + ".latency", service + ".network", std::string("operations.extract_receipt.healing.diagnosis.duration"),
                                       std::string("operations.extract_receipt.healing.remedies.encoding.duration")})
            with(path, kind);
        with("workloads[0].arrivals", std::string("{clients: {count: 5, think: ") + kind + "}}");
        // Parts of a mixture, one level down.
        std::string inner = kind;
        if (inner.find("mixture") != std::string::npos) continue;
        inner = "{mixture: [{weight: 50%, " + inner.substr(1, inner.size() - 2) + "}, {weight: 50%, constant: 1s}]}";
        for (const std::string &path : {service + ".latency", service + ".network", std::string("operations.extract_receipt.healing.diagnosis.duration"),
                                       std::string("operations.extract_receipt.healing.remedies.encoding.duration")})
            with(path, inner);
        with("workloads[0].arrivals", "{clients: {count: 5, think: " + inner + "}}");
    }
    with(service + ".latency", "{load: {base: 1s, per_in_flight: 1ms}}");
    with(service + ".rate_limit", "{rate: 5/s, retry_after: {wrong_by: 2}}");
    with("faults[0]", "{service: gpt4_vision, at: 1s, for: 1s, rate_limit: {rate: 5/s, retry_after: {wrong_by: 2}}}");
    with("services.local_ocr.calls", "[{service: claude_vision, policy: vision, times: 2, mode: parallel}]");
    with(policy + ".retry.per_kind", "{rate_limit: {backoff: {base: 1s}, jitter: full}}");
    with("operations.extract_receipt.healing.retry.per_kind", "{rate_limit: {backoff: {base: 1s}, jitter: full}}");
    for (const char *jitter : {"{additive: 0.5}", "{symmetric: 0.5}", "{randomized: 0.5}", "{spread: 1s}"}) with(policy + ".retry.jitter", jitter);
    for (const char *scheme : {"token_bucket", "per_call_bucket", "success_bucket", "ratio", "active_share", "throttle", "adaptive_throttle", "failure_rate"})
        with(policy + ".budget", std::string("{") + scheme + ": {}}");
    for (const char *trip : {"consecutive", "{trip: count_window}", "{trip: time_window, failure_rate: 50%}", "{open_for: {base: 1s, multiplier: 2}}"})
        with(policy + ".breaker", trip);
    for (const char *hedge : {"{after: 1s}", "{after_quantile: 95%}"}) with(policy + ".hedge", hedge);
    return all;
}

} // namespace

class KeyCoverageTest : public QObject {
    Q_OBJECT
private slots:
    void every_key_has_a_field_or_a_reason_why_not() {
        QSet<QString> covered;
        const auto take = [&](const Field &field) {
            for (const QString &path : pathsOf(field)) covered << patternOf(path);
        };
        for (const std::string &text : texts()) {
            const auto scenario = read_scenario(text, {});
            QVERIFY2(scenario, text.c_str());
            QList<FieldGroup> groups = scenarioFields(scenario.value());
            for (const LegTab &leg : legTabs(scenario.value())) groups << policyFields(scenario.value(), leg);
            for (const FieldGroup &group : groups) {
                for (const Field &field : group.fields + group.more) take(field);
                if (group.toggle) take(*group.toggle);
            }
        }
        // A map or list is edited by its parts, and by what adds them.
        const auto partCovered = [&](const QString &path) {
            return std::ranges::any_of(covered, [&](const QString &one) { return one.startsWith(path + '.') || one.startsWith(path + '['); });
        };
        QStringList missing;
        int fields = 0;
        for (const KeyDoc &key : scenario_keys()) {
            const QString path = QString::fromStdString(key.path);
            fields += covered.contains(path) ? 1 : 0;
            if (!covered.contains(path) && !partCovered(path) && !isTextOnly(path) && !variesBelow(path, covered) && !isShortForm(path, covered)) missing << path;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QString::number(missing.size()) + " keys have no field:\n" + missing.join('\n')));
        QVERIFY(fields > 300);
        for (auto only = textOnly().begin(); only != textOnly().end(); ++only) QVERIFY2(!covered.contains(only.key()), qPrintable(only.key()));
    }

    void the_list_of_exceptions_names_keys_that_exist() {
        for (const QString &key : textOnly().keys()) QVERIFY2(!patternOf(key).isEmpty(), qPrintable(key));
        QVERIFY(textOnly().size() < 5);
    }

private:
    static bool isTextOnly(const QString &path) {
        return std::ranges::any_of(textOnly().keys(), [&](const QString &key) { return path == key || path.startsWith(key + '[') || path.startsWith(key + '.'); });
    }
    /// A choice of a whole map by its short form sets the key that the short form stands for.
    static bool isShortForm(const QString &path, const QSet<QString> &covered) {
        const QString above = path.section('.', 0, -2);
        const KeyDoc *key = keyAt(above);
        return key && covered.contains(above) && QString::fromStdString(key->short_form) == path.section('.', -1);
    }
    /// Distributions nest without end and jitters are forms of one value: what holds at the first place holds below.
    static bool variesBelow(const QString &path, const QSet<QString> &covered) {
        static const QRegularExpression nested("(\\.mixture\\[\\])+");
        QString outer = path;
        outer.replace(nested, ".mixture[]");
        if (outer != path) return covered.contains(outer);
        static const QRegularExpression jitter("\\.jitter\\.(additive|symmetric|randomized|spread)$");
        return path.contains(jitter) && covered.contains(QString(path).remove(jitter) + ".jitter");
    }
};

QTEST_MAIN(KeyCoverageTest)
#include "key_coverage_test.moc"
