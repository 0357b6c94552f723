// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs with a run of 10^6 requests: CPU time of frames, seeks and hovering, and memory. A program to
// look at, not a test: gui_bench [--requests N] [--long] [--frames N] [--only WORD] [--json]
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QSettings>

#include "tests/bench/gui_clock.h"
#include "ui/main_window.h"
#include "ui/timeline/timeline_view.h"

namespace halfopen::bench {

namespace {

constexpr int kLoadMsMax = 600'000;
constexpr double kFrameMs = 12, kFrameWorstMs = 33, kSeekMs = 50, kHoverMs = 8, kEditMs = 100, kMemoryMib = 600;
const QString kReceipts = ":/scenarios/receipts.scenario.yaml";

/// Everything that the event loop has to do now, painting included.
void settleEvents() { QApplication::processEvents(QEventLoop::AllEvents); }

std::unique_ptr<MainWindow> openReceipts() {
    auto document = std::make_unique<ScenarioDocument>();
    if (!document->open(kReceipts)) qFatal("receipts does not open");
    return std::make_unique<MainWindow>(std::move(document), MainWindow::Options{Theme::Mode::light, false});
}

void set(ScenarioDocument &document, const QString &path, const QString &yaml) {
    if (const auto refused = document.set(path, yaml, {path, 1}))
        qFatal("%s: %s", qPrintable(path), qPrintable(*refused));
}

/// The receipt pipeline with so many requests: denser in its own 240 s, or at its own rate for longer.
void enlarge(ScenarioDocument &document, int requests, bool longRun) {
    const double duration = seconds(document.scenario().duration);
    if (longRun)
        set(document, "duration", QString("%1s").arg(requests / 5));
    else
        set(document, "workloads[0].arrivals.poisson", QString("%1/s").arg(requests / duration, 0, 'f', 1));
}

/// The benchmarks of one window.
class Bench {
public:
    Bench(MainWindow &window, int frames, QString only)
        : window_(window), session_(window.session()), frames_(frames), only_(std::move(only)) {
        timeline_ = window.findChild<TimelineView *>();
    }

    template <class Step>
    void measure(const QString &name, double target, double worst, Step step) {
        if (!name.contains(only_)) return;
        Times times{name, target, worst, {}};
        for (int i = -3; i < frames_; ++i) { // three to warm up
            const double before = threadCpuMs();
            step(i);
            window_.refreshAll(false); // every pane in every frame, although they follow less often
            settleEvents();
            if (i >= 0) times.ms.push_back(threadCpuMs() - before);
        }
        all_.push_back(std::move(times));
    }

    void frames() {
        Playhead &head = session_.playhead();
        const SimTime end = session_.run().computed();
        session_.showAt(kTimeZero + (end - kTimeZero) / 2);
        head.setSpeed(session_.document().scenario().play_speed);
        head.play();
        measure("frame while playing", kFrameMs, kFrameWorstMs, [&](int) { head.advanceBy(1.0 / 60); });
        head.pause();
        session_.showAt(end - (end - kTimeZero) / 5);
        measure("frame while playing, late", kFrameMs, kFrameWorstMs, [&](int) {
            head.play();
            head.advanceBy(1.0 / 60);
            head.pause();
        });
        measure("frame while panning", kFrameMs, kFrameWorstMs, [&](int i) { timeline_->panBy(i % 40 < 20 ? 9 : -9); });
        measure("frame while zooming", kFrameMs, kFrameWorstMs,
                [&](int i) { timeline_->zoomBy(i % 60 < 30 ? 1.12 : 1 / 1.12, timeline_->width() / 2.0); });
        timeline_->showWhole();
        measure("frame while panning, all in view", kFrameMs, kFrameWorstMs, [&](int i) {
            if (i % 2 == 0) timeline_->zoomBy(0.9, timeline_->width() / 2.0);
            timeline_->panBy(i % 2 == 0 ? 3 : -3);
            if (i % 2 != 0) timeline_->showWhole();
        });
    }

    void seeks() {
        const Duration whole = session_.run().computed() - kTimeZero;
        measure("seek", kSeekMs, kSeekMs, [&](int i) {
            const auto k = static_cast<std::int64_t>(i + 3);
            session_.showAt(kTimeZero + whole / 1009 * (k * 397 % 1009));
        });
    }

    void hovers() {
        measure("hover", kHoverMs, kHoverMs, [&](int i) {
            const QPointF at(150.0 + (i + 3) * 37 % 600, 40.0 + (i + 3) * 53 % 330);
            QMouseEvent move(QEvent::MouseMove, at, timeline_->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(timeline_, &move);
        });
    }

    const std::vector<Times> &all() const { return all_; }

private:
    MainWindow &window_;
    Session &session_;
    TimelineView *timeline_;
    int frames_;
    QString only_;
    std::vector<Times> all_;
};

/// A dial of `receipts` is dragged: from the change to the paint of the new run, all threads together.
Times dialDrag(int frames) {
    const auto window = openReceipts();
    window->resize(1440, 900);
    window->show();
    window->session().waitUntilSettled(kLoadMsMax);
    window->session().showAt(SimTime{std::chrono::seconds(121)});
    settleEvents();
    Times times{"edit to paint, receipts", kEditMs, kEditMs, {}};
    for (int i = 0; i < frames; ++i) {
        const QString value = QString("%1s").arg(2 + 0.05 * (i % 60));
        const double before = processCpuMs();
        set(window->session().document(), "policies.gpt4.timeout.after", value);
        window->session().waitUntilSettled(kLoadMsMax);
        window->refreshAll();
        settleEvents();
        times.ms.push_back(processCpuMs() - before);
    }
    return times;
}

void printTable(const std::vector<Times> &all, const QJsonObject &facts) {
    for (auto it = facts.begin(); it != facts.end(); ++it)
        std::printf("%-36s %12.1f\n", qPrintable(it.key()), it.value().toDouble());
    std::printf("\n%-36s %9s %9s %9s\n", "CPU ms", "median", "worst", "target");
    for (const Times &times : all)
        std::printf("%-36s %9.2f %9.2f %9.0f  %s\n", qPrintable(times.name), times.median(), times.worst(),
                    times.target, times.met() ? "met" : "MISSED");
}

void printJson(const std::vector<Times> &all, QJsonObject facts) {
    QJsonArray list;
    for (const Times &times : all)
        list.append(QJsonObject{{"name", times.name},
                                {"median_ms", times.median()},
                                {"worst_ms", times.worst()},
                                {"target_ms", times.target},
                                {"met", times.met()}});
    facts["times"] = list;
    std::printf("%s", QJsonDocument(facts).toJson().constData());
}

int run(const QCommandLineParser &wishes) {
    const int frames = wishes.value("frames").toInt();
    const Times dial = dialDrag(frames / 4 + 1);
    const auto window = openReceipts();
    enlarge(window->session().document(), wishes.value("requests").toInt(), wishes.isSet("long"));
    window->resize(1440, 900);
    window->show();
    QElapsedTimer clock;
    clock.start();
    if (!window->session().waitUntilSettled(kLoadMsMax)) return 1;
    const double loaded = static_cast<double>(clock.elapsed());
    for (int i = 0; i < 200; ++i)
        settleEvents();
    Session &session = window->session();
    QJsonObject facts{{"requests", static_cast<double>(session.run().index().requests())},
                      {"records", static_cast<double>(session.run().trace().size())},
                      {"load, wall ms", loaded},
                      {"memory after loading, MiB", memoryMib("VmRSS")}};
    Bench bench(*window, frames, wishes.value("only"));
    bench.frames();
    bench.seeks();
    bench.hovers();
    std::vector<Times> all = bench.all();
    all.push_back(dial);
    facts["memory at its peak, MiB (target 600)"] = memoryMib("VmHWM");
    facts["memory at the end, MiB"] = memoryMib("VmRSS");
    wishes.isSet("json") ? printJson(all, facts) : printTable(all, facts);
    const bool met = std::all_of(all.begin(), all.end(), [](const Times &t) { return t.met(); });
    return met && memoryMib("VmHWM") <= kMemoryMib ? 0 : 3;
}

} // namespace

} // namespace halfopen::bench

int main(int argc, char **argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("CPU time and memory of the window with a large run.");
    parser.addHelpOption();
    parser.addOptions({{"requests", "How many requests.", "N", "1000000"},
                       {"frames", "How often each thing is done.", "N", "240"},
                       {"only", "Only what has this in its name.", "WORD"},
                       {"long", "A long run at the scenario's own rate, where otherwise a dense one."},
                       {"json", "JSON instead of a table."}});
    parser.process(app);
    return halfopen::bench::run(parser);
}
