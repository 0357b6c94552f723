// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracks are shown and in which order, the ghost of the run before an edit, marks of timed edits, queues, and
// that everything tells the same at the hairline.
#include <QContextMenuEvent>
#include <QMenu>
#include <QSettings>

#include "tests/gui/lab.h"
#include "ui/figures/figures_pane.h"
#include "ui/flow/flow_pane.h"
#include "ui/flow/pipeline_view.h"
#include "ui/tables/requests_pane.h"
#include "ui/timeline/edit_marks.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

} // namespace

class TrackArrangementTest : public QObject {
    Q_OBJECT

private slots:
    void init() { open(kReceipts); }
    void cleanup() {
        lab_.reset();
        QSettings().clear();
    }

    void the_menu_of_the_gutter_moves_and_hides_a_track() {
        QCOMPARE(titles().mid(0, 3), (QStringList{"Faults", "Breakers", "Attempts"}));
        QMenu *menu = gutterMenu(2);
        act(menu, "up");
        QCOMPARE(titles().mid(0, 3), (QStringList{"Faults", "Attempts", "Breakers"}));
        settle();
        QVERIFY(row(1).top < row(2).top && row(1).height > 0);
        menu = gutterMenu(1);
        act(menu, "Hide");
        settle();
        QCOMPARE(row(1).height, 0.0);
        QVERIFY(titles().contains("-Attempts"));
        menu = gutterMenu(0);
        QMenu *tracks = menu->findChild<QMenu *>("tracksMenu");
        tracks->actions()[1]->trigger();
        settle();
        QVERIFY(row(1).height > 0);
        tracks = gutterMenu(0)->findChild<QMenu *>("tracksMenu");
        tracks->actions().last()->trigger();
        QCOMPARE(titles().mid(0, 3), (QStringList{"Faults", "Breakers", "Attempts"}));
    }
    void one_track_always_stays() {
        QStringList all = titles();
        for (QString &title : all)
            title.prepend(title == "Latency" ? "" : "-");
        tracks_->arrangeTracks(all);
        settle();
        const auto latency = static_cast<std::size_t>(all.indexOf("Latency"));
        QVERIFY(row(latency).height > 100);
        QMenu *tracks = gutterMenu(latency)->findChild<QMenu *>("tracksMenu");
        QVERIFY(!tracks->actions()[static_cast<qsizetype>(latency)]->isEnabled());
    }
    void an_arrangement_is_kept_and_what_is_unknown_is_left_out() {
        tracks_->keepArrangement();
        act(gutterMenu(1), "up");
        const QStringList kept = QSettings().value("tracks/arrangement").toStringList();
        QCOMPARE(kept.mid(0, 2), (QStringList{"Breakers", "Faults"}));
        open(kReceipts);
        tracks_->keepArrangement();
        QCOMPARE(titles().mid(0, 2), (QStringList{"Breakers", "Faults"}));
        tracks_->arrangeTracks({"Nonsense", "-Waterfall", "Latency"});
        QCOMPARE(titles().mid(0, 2), (QStringList{"-Waterfall", "Latency"}));
        QCOMPARE(titles().size(), kept.size());
    }
    void the_gutter_says_what_a_track_means() {
        for (const TrackStack::Row &each : tracks_->stack().rows()) {
            QVERIFY(each.track->meaning().size() > 30);
            QVERIFY(each.track->gutterText(8).contains(each.track->meaning()));
        }
        QVERIFY(row(1).track->gutterText(10).startsWith("gpt4_vision\n"));
    }

    void the_run_before_an_edit_stays_as_a_ghost() {
        QVERIFY(!tracks_->ghost());
        const RunCounts before = countsOf(session().run());
        edit("4.5s", 0);
        QVERIFY(tracks_->ghost());
        QVERIFY(tracks_->ghost()->latest() == before);
        const RunCounts second = countsOf(session().run());
        QVERIFY(second != before);
        edit("2s", 0);
        QVERIFY(tracks_->ghost()->latest() == second);
    }
    void a_drag_keeps_the_ghost_from_before_it() {
        const RunCounts before = countsOf(session().run());
        const quint64 gesture = ScenarioDocument::newGesture();
        for (const char *value : {"3.5s", "3s", "2.5s"})
            edit(value, gesture);
        QVERIFY(tracks_->ghost()->latest() == before);
    }
    void another_document_has_no_ghost() {
        edit("2s", 0);
        session().document().undoStack().undo(); // a changed one would ask first
        settle();
        QVERIFY(tracks_->ghost());
        QVERIFY(lab_->openFile(":/scenarios/timeout.scenario.yaml"));
        settle();
        QVERIFY(!tracks_->ghost());
    }

    void timed_edits_stand_in_the_tracks() {
        QTemporaryDir folder;
        const QByteArray text = readFile(kReceipts) +
                                "\nedits:\n"
                                "  - {at: 31.2s, set: policies.gpt4.breaker.open_for, to: 10s}\n"
                                "  - {at: 120s, set: \"workloads[0].arrivals.poisson\", to: 8/s}\n"
                                "  - {at: 120s, set: policies.gpt4.timeout.after, to: 2s}\n";
        open(writeFile(folder, "edits.scenario.yaml", text));
        const Scenario &scenario = session().run().scenario();
        const auto marks = editMarks(scenario, tracks_->axis());
        QCOMPARE(marks.size(), 2u);
        QCOMPARE(marks[0].x, tracks_->axis().x(at(31.2)));
        QCOMPARE(editText(scenario, marks[0]), QString("policy changed at 31.2 s"));
        QCOMPARE(editText(scenario, marks[1]), QString("scenario changed at 120 s"));
        QVERIFY(editTip(scenario, marks[1]).contains("workloads[0].arrivals.poisson: 8/s"));
        session().span().set(at(40), at(100));
        QVERIFY(editMarks(scenario, tracks_->axis()).empty());
    }

    void queues_are_shown_where_workers_are_finite() {
        QCOMPARE(row("Queue").height, 0.0); // receipts has workers without end
        open(":/scenarios/retry-storm.scenario.yaml");
        QVERIFY(row("Queue").height > 0);
        QVERIFY(row("Queue").track->primitives() <= static_cast<std::size_t>(tracks_->width()));
    }
    void tokens_are_shown_where_a_layer_counts_them() {
        QCOMPARE(row("Tokens").height, 0.0); // receipts has neither budget nor limiter nor bulkhead
        const QTemporaryDir folder;
        QByteArray text = QByteArray::fromStdString(session().document().text());
        text.replace("  gpt4:\n    timeout:", "  gpt4:\n    bulkhead: {concurrency: 3}\n    timeout:");
        open(writeFile(folder, "bulkhead.scenario.yaml", text));
        QVERIFY2(row("Tokens").height > 0, text.constData());
        const auto &rows = session().run().tokens().rows();
        QVERIFY(!rows.empty());
        QVERIFY(row("Tokens").track->primitives() <= 4 * static_cast<std::size_t>(tracks_->width()));
    }
    void what_a_queue_reads_is_a_plain_count_of_the_records() {
        open(":/scenarios/retry-storm.scenario.yaml");
        const Run &run = session().run();
        QueueSeries series(run.scenario());
        series.extend(run.trace(), run.trace().size());
        for (int i = 1; i < 12; ++i) {
            const SimTime t{series.step() * ((run.computed() - kTimeZero) / series.step() * i / 12)};
            std::int64_t waiting = 0, serving = 0;
            for (std::size_t k = 0; k < run.trace().size() && run.trace()[k].time < t; ++k) {
                const TraceRecord &r = run.trace()[k];
                if (r.object != 0) continue;
                waiting += r.kind == RecordKind::call_queued ? 1 : 0;
                waiting -= r.kind == RecordKind::queue_left ? 1 : 0;
                waiting -= r.kind == RecordKind::service_started && r.reason == 1 ? 1 : 0;
                serving += r.kind == RecordKind::service_started ? 1 : 0;
                serving -= r.kind == RecordKind::service_ended ? 1 : 0;
            }
            const TimeAxis axis = tracks_->axis();
            const Theme theme(Theme::Mode::light);
            const RunSeries counts(run.scenario());
            const TraceSource source{&run.scenario(), &run.trace(), &run.index(), run.computed(), true};
            const TrackContext context{source, counts, axis, theme, {}, {}, {}, {}, {}, &series};
            const QString text = row("Queue").track->reading(context, t);
            QVERIFY2(text.startsWith(QString("%1 waiting, %2 of").arg(waiting).arg(serving)), qPrintable(text));
        }
    }

    void all_panes_tell_the_same_at_the_hairline() {
        const Run &run = session().run();
        RunSeries series(run.scenario());
        series.extend(run.trace(), run.trace().size());
        auto *figures = lab_->findChild<FiguresPane *>();
        auto *requests = lab_->findChild<RequestsPane *>();
        auto *pipeline = lab_->findChild<PipelineView *>();
        auto *flow = lab_->findChild<FlowPane *>();
        // Right on an event, and between any two.
        std::vector<SimTime> moments;
        for (const double wanted : {20.0, 61.5, 95.0, 130.0, 200.0}) {
            const std::size_t next = run.trace().lower_bound(at(wanted));
            moments.push_back(run.trace()[next].time);
            moments.push_back(run.trace()[next].time + Duration{1});
        }
        for (const SimTime t : moments) {
            session().showAt(t);
            figures->refreshNow();
            flow->refreshNow();
            RunCounts counts;
            for (std::size_t i = 0; i < run.trace().upper_bound(t); ++i) {
                const TraceRecord r = run.trace()[i];
                counts.started += r.kind == RecordKind::request_started ? 1 : 0;
                if (r.kind == RecordKind::request_ended) ++(outcome_of(r) == kSuccess ? counts.first_try : counts.failed);
            }
            const TimeAxis axis = tracks_->axis();
            const TraceSource source{&run.scenario(), &run.trace(), &run.index(), run.computed(), true};
            const TrackContext context{source, series, axis, lab_->theme(), {}, {}, {}, {}};
            QCOMPARE(row("In flight").track->reading(context, t), QString("%1 in flight").arg(counts.in_flight()));
            const Metrics &metrics = run.metricsAt(t);
            QCOMPARE(metrics.in_flight, counts.in_flight());
            QCOMPARE(metrics.requests, counts.started);
            QCOMPARE(metrics.succeeded, counts.served());
            QCOMPARE(cardOf(*figures, "in flight"), QString::number(counts.in_flight()));
            QCOMPARE(requests->model()->startedCount(), counts.started);
            const double over = std::min(10.0, seconds(t - kTimeZero));
            const RunCounts recent = recentCounts(context, t).counts;
            double calls = 0;
            for (const PipelineRow &leg : pipeline->pipeline().rows) calls += leg.service.perSecond;
            QCOMPARE(calls, static_cast<double>(recent.attempts) / over);
        }
    }

private:
    Session &session() { return lab_->session(); }
    void open(const QString &file) {
        lab_ = openLab(file);
        QVERIFY(lab_);
        tracks_ = lab_->findChild<TimelineView *>();
        session().fitSpan();
        settle();
    }
    void settle() {
        QVERIFY(session().waitUntilSettled(30'000));
        QApplication::processEvents();
        tracks_->grab();
    }
    void edit(const char *timeout, quint64 gesture) {
        QVERIFY(!session().document().set("policies.gpt4.timeout.after", timeout, {"timeout", gesture}));
        settle();
    }
    RunCounts countsOf(const Run &run) {
        RunSeries series(run.scenario());
        series.extend(run.trace(), run.trace().size());
        return series.latest();
    }
    QStringList titles() const { return tracks_->stack().arrangement(); }
    const TrackStack::Row &row(std::size_t i) const { return tracks_->stack().rows()[i]; }
    const TrackStack::Row &row(const char *title) const {
        const auto &rows = tracks_->stack().rows();
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.track->title() == QString(title); });
        if (found == rows.end()) qFatal("there is no track %s", title);
        return *found;
    }
    QMenu *gutterMenu(std::size_t i) {
        const QPoint p(30, static_cast<int>(tracks_->tracksTop() + row(i).top + row(i).height / 2));
        QContextMenuEvent ask(QContextMenuEvent::Mouse, p, tracks_->mapToGlobal(p));
        QApplication::sendEvent(tracks_, &ask);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    void act(QMenu *menu, const QString &word) {
        for (QAction *action : menu->actions())
            if (action->text().remove('&').contains(word)) {
                action->trigger();
                menu->close();
                return;
            }
        QFAIL(qPrintable("no action " + word));
    }
    static QString cardOf(const FiguresPane &figures, const QString &title) {
        for (const FigureCard *card : figures.cards())
            if (card->content().title == title) return card->content().value;
        return {};
    }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName("halfopen-test");
    QCoreApplication::setApplicationName("tracks");
    TrackArrangementTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "track_arrangement_test.moc"
