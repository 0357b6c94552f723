// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document.h"
#include "engine/files/document_path.h"
#include "engine/files/scenario_text.h"
#include "tests/files/document_paths.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <QTest>

using namespace halfopen;

namespace {

QString set(const std::string &text, const std::string &path, const std::string &value) {
    const Result<std::string> changed = set_in_text(text, path, value);
    return changed ? QString::fromStdString(changed.value()) : "FAILED " + messages_of(changed.failure());
}

} // namespace

/// Edits of the text for each key of the format.
class ScenarioTextKeysTest : public QObject {
    Q_OBJECT

private slots:
    void every_key_of_the_format_can_be_set_where_nothing_stands_yet() {
        for (const KeyRow &row : key_rows()) {
            const Result<std::string> whole = set_in_text(kKeysScenario, row.path, row.value);
            QVERIFY2(whole.ok(), row.path.c_str());
            QCOMPARE(get_from_text(whole.value(), row.path), row.value);
            for (const auto &[path, node] : paths_of(whole.value())) {
                const std::string value = get_from_text(whole.value(), path);
                if (!path.starts_with(row.path) || !node->is_scalar()) continue;
                QCOMPARE(set(whole.value(), path, value), QString::fromStdString(whole.value()));
                // Behind the end of a list that is not there yet nothing can stand.
                if (path.find("[1]") != std::string::npos || path.find("[2]") != std::string::npos) continue;
                const Result<std::string> alone = set_in_text(kKeysScenario, path, value);
                QVERIFY2(alone.ok(), alone.ok() ? "" : qPrintable(messages_of(alone.failure())));
                QCOMPARE(get_from_text(alone.value(), path), value);
                if (get_from_text(kKeysScenario, path).empty()) {
                    const Result<std::string> out = remove_from_text(alone.value(), path);
                    QVERIFY2(out.ok(), path.c_str());
                    QCOMPARE(get_from_text(out.value(), path), std::string());
                }
            }
        }
    }

    void a_layer_that_is_absent_is_made_by_its_first_field() {
        const std::string block = replaced(kSmallScenario, "    breaker: tutorial\n", "");
        const auto made = [&](const char *path, const char *value, const char *line) {
            const std::string last = "      jitter: full\n";
            QCOMPARE(set(block, path, value), QString::fromStdString(replaced(block, last, last + line)));
        };
        made("policies.careful.bulkhead.concurrency", "4", "    bulkhead: {concurrency: 4}\n");
        made("policies.careful.rate_limiter.rate", "4/s", "    rate_limiter: {rate: 4/s}\n");
        made("policies.careful.hedge.after_quantile", "95%", "    hedge: {after_quantile: 95%}\n");
        made("policies.careful.budget.token_bucket.capacity", "9", "    budget: {token_bucket: {capacity: 9}}\n");
        const std::string cost = "    cost: 0.10\n";
        QCOMPARE(set(block, "services.api.calls[0].service", "api"),
                 QString::fromStdString(replaced(block, cost, cost + "    calls: [{service: api}]\n")));
        QCOMPARE(set(block, "edits[0]", "{at: 1s, set: policies.careful.timeout, to: 2s}"),
                 QString::fromStdString(block + "edits: [{at: 1s, set: policies.careful.timeout, to: 2s}]\n"));
        QCOMPARE(set(replaced(block, "timeout: 1s", "bulkhead: none"), "policies.careful.bulkhead", "{concurrency: 2}"),
                 QString::fromStdString(replaced(block, "timeout: 1s", "bulkhead: {concurrency: 2}")));
    }
};

QTEST_GUILESS_MAIN(ScenarioTextKeysTest)
#include "scenario_text_keys_test.moc"
