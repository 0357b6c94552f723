// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the event log knows every kind of record, and lanes have words for every reason.
#include <QTest>

#include "tests/sim/worlds.h"
#include "ui/models/record_filter.h"
#include "ui/timeline/lane_words.h"

using namespace halfopen;

namespace {

TraceRecord record(RecordKind kind, std::uint32_t object = 0) {
    TraceRecord r;
    r.kind = kind;
    r.object = object;
    r.request = 7;
    return r;
}

} // namespace

class RecordFilterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        scenario_ = worlds::everything(3);
        scenario_.policies[0].budget.emplace();
        scenario_.edits = {Edit{Duration{1}, "policies.vision.retry.max_attempts", "2", nullptr}};
        layout_ = layout_of(scenario_);
        QVERIFY(!layout_.guards.empty());
    }

    void every_kind_is_found_by_its_name() {
        for (int k = 1; k <= static_cast<int>(kLastRecordKind); ++k) {
            const auto kind = static_cast<RecordKind>(k);
            const QString name = QString::fromUtf8(name_of(kind).data(), qsizetype(name_of(kind).size()));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(k)));
            QVERIFY2(fits(name, record(kind)), qPrintable(name));
            QVERIFY2(fits(QString(name).replace('_', ' '), record(kind)), qPrintable(name));
            QVERIFY2(!fits("no such thing", record(kind)), qPrintable(name));
        }
    }
    void a_service_is_found_in_whatever_speaks_of_it() {
        const std::uint32_t last = static_cast<std::uint32_t>(scenario_.services.size()) - 1;
        const QString name = QString::fromStdString(scenario_.services[last].name);
        for (const RecordKind kind : {RecordKind::leg_skipped, RecordKind::hedge_sent, RecordKind::wait_ended,
                                      RecordKind::replica_ejected, RecordKind::replica_returned}) {
            QVERIFY2(fits(name, record(kind, last)), name_of(kind).data());
            QVERIFY2(!fits(name, record(kind, 0)), name_of(kind).data());
        }
        for (std::uint32_t guard = 0; guard < layout_.guards.size(); ++guard) {
            const QString own = QString::fromStdString(scenario_.services[layout_.guards[guard].service].name);
            QVERIFY(fits(own, record(RecordKind::budget_spent, guard)));
            TraceRecord refused = record(RecordKind::refused, guard); // by the budget: the object is a guard
            refused.detail = kind_budget_empty;
            QVERIFY(fits(own, refused));
        }
    }
    void outcomes_of_the_new_kinds_are_found() {
        for (const RecordKind kind : {RecordKind::leg_skipped, RecordKind::budget_spent}) {
            TraceRecord r = record(kind);
            r.detail = kind_timeout;
            QVERIFY(fits("timeout", r));
            r.detail = kind_rate_limit;
            QVERIFY(!fits("timeout", r));
        }
    }
    void an_edit_is_found_by_what_it_sets() {
        QVERIFY(fits("max_attempts", record(RecordKind::edit_applied)));
        QVERIFY(!fits("open_for", record(RecordKind::edit_applied)));
    }
    void lanes_have_words_for_every_reason_to_open() {
        QStringList seen;
        for (int reason = 1; reason <= static_cast<int>(BreakerReason::retry_after); ++reason) {
            TraceStore store;
            std::array<TraceRecord, 2> records;
            records[0].kind = RecordKind::breaker_changed;
            records[1].kind = RecordKind::breaker_numbers;
            records[1].value = (std::int64_t{7} << 32) | 9;
            store.take(records);
            BreakerInterval interval;
            interval.state = BreakerState::open;
            interval.to = SimTime{std::chrono::seconds(5)};
            interval.reason = static_cast<BreakerReason>(reason);
            const QStringList texts = openTexts(scenario_, store.view(), interval, 1);
            QVERIFY2(texts.size() == 3, qPrintable(QString::number(reason))); // with the reason, without, and shortest
            QVERIFY2(!seen.contains(texts.first()), qPrintable(texts.first()));
            seen << texts.first();
        }
    }

private:
    bool fits(const QString &text, const TraceRecord &r) const {
        return RecordFilter(text, scenario_, layout_).fits(r);
    }
    Scenario scenario_;
    Layout layout_;
};

QTEST_APPLESS_MAIN(RecordFilterTest)
#include "record_filter_test.moc"
