// SPDX-License-Identifier: GPL-3.0-or-later
// What a playing frame does, in counts: it must not grow with the length of the run.
#include "tests/gui/lab.h"

#include "ui/charts/latency_track.h"
#include "ui/charts/load_track.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

constexpr int kFrames = 24;
constexpr Duration kFrame = std::chrono::milliseconds(100); ///< of simulated time
constexpr Duration kView = std::chrono::seconds(20);

/// Paint events of all widgets.
class Paints : public QObject {
public:
    std::size_t count = 0;
    bool eventFilter(QObject *, QEvent *event) override {
        if (event->type() == QEvent::Paint) ++count;
        return false;
    }
};

struct Work {
    std::size_t paints = 0, folded = 0, replayed = 0, drawn = 0, points = 0, rows = 0;
};

/// What frames of play cost together, 90 % into a run of this length, with the same 20 s in view.
Work playLate(int seconds, const char *rate) {
    const auto lab = openLab();
    ScenarioDocument &document = lab->session().document();
    document.set("duration", QString("%1s").arg(seconds), {"longer", 1});
    document.set("workloads[0].arrivals.poisson", rate, {"denser", 1});
    if (!lab->session().waitUntilSettled(60'000)) qFatal("the run does not end");
    Session &session = lab->session();
    auto *tracks = child<TimelineView>(*lab, "timeline");
    const SimTime at = kTimeZero + std::chrono::seconds(seconds) * 9 / 10;
    session.showAt(at);
    session.span().set(at - kView / 2, at + kView / 2);
    for (int i = 0; i < 20 || !lab->settled(); ++i) // series, indices and prepared states
        QTest::qWait(20);
    session.playhead().seek(at);
    lab->refreshAll(true);
    QTest::qWait(20);

    Paints paints;
    Work work;
    const std::size_t before = session.run().recordsFolded();
    const std::uint64_t replayed = session.run().eventsReplayed();
    qApp->installEventFilter(&paints);
    for (int i = 1; i <= kFrames; ++i) {
        session.playhead().seek(at + kFrame * i);
        lab->refreshAll(true);
        QApplication::processEvents();
        work.drawn += tracks->stack().primitives();
        for (const TrackStack::Row &row : tracks->stack().rows()) {
            if (dynamic_cast<const LatencyTrack *>(row.track.get()) || dynamic_cast<const LoadTrack *>(row.track.get()))
                work.points += row.track->primitives();
        }
    }
    qApp->removeEventFilter(&paints);
    work.paints = paints.count;
    work.folded = session.run().recordsFolded() - before;
    work.replayed = session.run().eventsReplayed() - replayed;
    return work;
}

} // namespace

class FrameWorkTest : public QObject {
    Q_OBJECT

private slots:
    void a_playing_frame_does_not_work_more_in_a_longer_run() {
        const Work shorter = playLate(200, "40/s");
        const Work longer = playLate(1600, "40/s");
        const auto told = [](const Work &w) {
            return QString("%1 paints, %2 records folded, %3 events replayed, %4 shapes drawn, %5 points in charts")
                .arg(w.paints)
                .arg(w.folded)
                .arg(w.replayed)
                .arg(w.drawn)
                .arg(w.points);
        };
        qInfo().noquote() << "shorter:" << told(shorter) << "\nlonger: " << told(longer);
        // What plays is walked once: a second has 40 requests of some 14 records each.
        const std::size_t simulated = static_cast<std::size_t>(kFrames * seconds(kFrame) * 40 * 14);
        for (const Work &work : {shorter, longer}) {
            QVERIFY2(work.folded > 0 && work.folded <= 3 * simulated, qPrintable(told(work)));
            QVERIFY2(work.replayed > 0 && work.replayed <= 3 * simulated, qPrintable(told(work)));
            QVERIFY2(work.paints > 0 && work.paints <= std::size_t{kFrames} * 60, qPrintable(told(work)));
            QVERIFY2(work.points > 0 && work.points <= std::size_t{kFrames} * 4'000, qPrintable(told(work)));
        }
        QVERIFY2(longer.folded <= shorter.folded * 3 / 2 + 100, qPrintable(told(longer)));
        QVERIFY2(longer.replayed <= shorter.replayed * 3 / 2 + 100, qPrintable(told(longer)));
        QVERIFY2(longer.drawn <= shorter.drawn * 3 / 2, qPrintable(told(longer)));
        QVERIFY2(longer.points <= shorter.points * 3 / 2, qPrintable(told(longer)));
        QVERIFY2(longer.paints <= shorter.paints * 5 / 4, qPrintable(told(longer)));
    }
};

QTEST_MAIN(FrameWorkTest)
#include "frame_work_test.moc"
