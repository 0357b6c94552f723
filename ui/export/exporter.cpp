// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporter.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QScopedValueRollback>

#include "engine/insight/explain.h"
#include "ui/export/pane_picture.h"
#include "ui/export/run_exports.h"
#include "ui/session/write_file.h"
#include "ui/shell/commands.h"
#include "ui/status_line.h"

namespace halfopen {

namespace {

constexpr double kReportScale = 2.0;

/// A pane that is not on the screen, shown while a picture of it is taken. Nobody sees it: no event is handled meanwhile.
class Shown {
public:
    Shown(const ExportPane &pane, const QWidget &window) {
        if (pane.widget->isVisible()) return;
        for (QWidget *each = pane.widget; each != &window && each != nullptr; each = each->parentWidget())
            if (each->isHidden()) hidden_.prepend(each);
        for (QWidget *each : hidden_)
            each->show();
        for (QWidget *each = pane.widget; each != nullptr; each = each->parentWidget())
            if (each->layout()) each->layout()->activate();
        if (pane.widget->height() < kLeastHeight || pane.widget->width() < kLeastWidth)
            pane.widget->resize(pane.widget->size().expandedTo({kLeastWidth, kLeastHeight}));
        if (pane.refresh) pane.refresh();
    }
    ~Shown() {
        for (auto each = hidden_.rbegin(); each != hidden_.rend(); ++each)
            (*each)->hide();
    }
    Shown(const Shown &) = delete;
    Shown &operator=(const Shown &) = delete;

private:
    static constexpr int kLeastWidth = 320, kLeastHeight = 180;
    QList<QWidget *> hidden_; ///< the outermost first
};

QString timeText(SimTime t) { return QString::fromStdString(format_time(t)); }

} // namespace

Exporter::Exporter(Session &session, Theme &theme, Notices &notices, QWidget &window, QList<ExportPane> panes,
                   QStringList inReport)
    : QObject(&window),
      session_(session),
      theme_(theme),
      window_(window),
      panes_(std::move(panes)),
      inReport_(std::move(inReport)),
      jobs_(notices) {
    connect(&jobs_, &ExportJobs::ended, this, [this](const QString &path, const QString &reason) {
        if (reason.isEmpty()) emit told(tr("%1 is written").arg(QFileInfo(path).fileName()));
    });
}

void Exporter::addCommands(Commands &commands) {
    const auto add = [&commands](const QString &id, const QString &name, const QString &what, int section,
                                 std::function<void()> act, QList<QKeySequence> keys = {}) {
        commands.add({.id = "export/" + id,
                      .name = name,
                      .what = what,
                      .group = CommandGroup::exports,
                      .keys = keys,
                      .section = section},
                     std::move(act));
    };
    add("report", tr("&Report as HTML …"),
        tr("One file with the figures, pictures, advice and the scenario, to read, print or send."), 0,
        [this] { saveReport(); }, {QKeySequence("Ctrl+E")});
    add("series", tr("&Series as CSV …"), tr("What the tracks show, a row a second, for a spreadsheet."), 1,
        [this] { saveSeries(); });
    add("figures", tr("&Figures over time as CSV …"), tr("Every figure along the run, a row a moment."), 1,
        [this] { saveFigures(); });
    add("events", tr("&Events as JSON lines …"), tr("Every single event of the run, a line each, for programs."), 1,
        [this] { saveEvents(); });
    for (const ExportPane &pane : panes_)
        add("picture/" + pane.id, tr("Picture of %1 …").arg(pane.title),
            tr("What it shows now, as PNG with two pixels to one, or as SVG."), 2, [this, pane] { savePicture(pane); });
}

QString Exporter::ask(const QString &ending, const QString &title, const QString &filter) {
    const ScenarioDocument &document = session_.document();
    const QString stem = document.name().section('.', 0, 0);
    const QString folder = document.path().isEmpty() ? QString() : QFileInfo(document.path()).absolutePath() + '/';
    QString chosen;
    const QString path = QFileDialog::getSaveFileName(&window_, title, folder + stem + ending, filter, &chosen);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty()) return path;
    return path + '.' + chosen.section("*.", 1).remove(')'); // a name without an ending gets that of its kind
}

void Exporter::savePicture(const ExportPane &pane) {
    const QString path = ask('-' + pane.id + ".png", tr("Picture of %1").arg(pane.title),
                             tr("PNG picture (*.png);;SVG drawing (*.svg)"));
    if (path.isEmpty()) return;
    const bool svg = path.endsWith(".svg", Qt::CaseInsensitive);
    const QByteArray bytes = svg ? svgOf(*pane.widget, pane.title) : pngOf(*pane.widget);
    jobs_.start(path, [path, bytes](ExportProgress &) { return writeFileWhole(path, bytes); });
}

void Exporter::saveSeries() {
    const QString path = ask("-series.csv", tr("Series as CSV"), tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    jobs_.start(path,
                [path, run = exportedRun(session_.run())](ExportProgress &p) { return writeSeries(run, path, p); });
}

void Exporter::saveFigures() {
    const QString path = ask("-figures.csv", tr("Figures over time as CSV"), tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    jobs_.start(path,
                [path, run = exportedRun(session_.run())](ExportProgress &p) { return writeFigures(run, path, p); });
}

void Exporter::saveEvents() {
    const QString path = ask("-events.jsonl", tr("Events as JSON lines"), tr("JSON lines (*.jsonl)"));
    if (path.isEmpty()) return;
    jobs_.start(path,
                [path, run = exportedRun(session_.run())](ExportProgress &p) { return writeEvents(run, path, p); });
}

/// In light colours, because a report is printed, and of the whole run. The window does not show what happens here.
std::vector<ReportPicture> Exporter::reportPictures() {
    const Theme::Mode mode = theme_.mode();
    const SimTime from = session_.span().from(), to = session_.span().to();
    theme_.setMode(Theme::Mode::light);
    session_.fitSpan();
    std::vector<ReportPicture> pictures;
    for (const ExportPane &pane : panes_) {
        if (!inReport_.contains(pane.id)) continue;
        const Shown shown(pane, window_);
        const QString caption = tr("the hairline stands at %1 of %2")
                                    .arg(timeText(session_.playhead().viewed()), timeText(session_.run().computed()));
        pictures.push_back({pane.title.toStdString(), caption.toStdString(),
                            pngOf(*pane.widget, kReportScale).toBase64().toStdString(), pane.widget->width()});
    }
    session_.span().set(from, to);
    theme_.setMode(mode);
    return pictures;
}

void Exporter::saveReport() {
    const QString path = ask("-report.html", tr("Report as HTML"), tr("Web pages (*.html)"));
    if (path.isEmpty()) return;
    const ScenarioDocument &document = session_.document();
    const Run &run = session_.run();
    ReportContent content;
    content.scenario_text = document.text();
    content.file = (document.dirty() ? tr("%1, edited").arg(document.name()) : document.name()).toStdString();
    content.made_by = tr("Halfopen %1").arg(QApplication::applicationVersion()).toStdString();
    for (const QString &limit : modelLimits(run.scenario()).split(" · "))
        content.notes.push_back(limit.toStdString());
    if (!run.finished())
        content.notes.push_back(tr("the run is computed up to %1 only").arg(timeText(run.computed())).toStdString());
    content.pictures = reportPictures();
    jobs_.start(path, [path, content = std::move(content), exported = exportedRun(run)](ExportProgress &p) {
        return writeReport(exported, content, path, p);
    });
}

} // namespace halfopen
