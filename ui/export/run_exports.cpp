// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/run_exports.h"

#include "engine/files/events_jsonl.h"
#include "engine/files/series_csv.h"
#include "engine/trace/fingerprint.h"
#include "ui/session/write_file.h"

namespace halfopen {

namespace {

/// So many records between two looks at whether it was cancelled.
constexpr std::size_t kRecordsPerTurn = 50'000;
constexpr std::size_t kBytesPerWrite = 1 << 20;

QByteArrayView view(const std::string &text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

/// Hands all records to `take`, stretch by stretch; false when it was cancelled.
template <class Take>
bool eachStretch(const TraceView &trace, ExportProgress &progress, const Take &take) {
    for (std::size_t i = 0; i < trace.size();) {
        if (progress.cancelled) return false;
        std::span<const TraceRecord> run = trace.run_from(i);
        run = run.first(std::min({run.size(), trace.size() - i, kRecordsPerTurn}));
        if (!take(run)) return false;
        i += run.size();
        progress.reach(i, trace.size());
    }
    return true;
}

} // namespace

ExportedRun exportedRun(const Run &run) {
    return {run.scenario(), run.trace(), run.computed(), run.events(), run.history()};
}

QString writeSeries(const ExportedRun &run, const QString &path, ExportProgress &progress) {
    RunSeries series(run.scenario);
    while (series.extend(run.trace, kRecordsPerTurn)) {
        progress.reach(series.records(), run.trace.size());
        if (progress.cancelled) return {};
    }
    const SimTime until = std::max(run.computed, kTimeZero + Duration{1});
    // Steps of the series itself are the finest there is.
    const Duration own = series.step(), wanted = csv_step(until);
    return writeFileWhole(path, view(series_csv(series, until, (wanted + own - Duration{1}) / own * own)));
}

QString writeFigures(const ExportedRun &run, const QString &path, ExportProgress &progress) {
    FiguresCsv csv;
    for (std::size_t i = 0; i < run.history.size() && !progress.cancelled; ++i) {
        csv.add(run.history[i]->at, run.history[i]->metrics);
        progress.reach(i, run.history.size());
    }
    return progress.cancelled ? QString() : writeFileWhole(path, view(csv.text()));
}

QString writeEvents(const ExportedRun &run, const QString &path, ExportProgress &progress) {
    WholeFile file(path);
    std::string pending;
    EventLog log(run.scenario, [&pending](std::string_view lines) { pending += lines; });
    const bool all = eachStretch(run.trace, progress, [&](std::span<const TraceRecord> records) {
        log.take(records);
        if (pending.size() < kBytesPerWrite) return true;
        const bool written = file.write(view(pending));
        pending.clear();
        return written;
    });
    if (progress.cancelled) return {};
    if (all) file.write(view(pending));
    return file.commit();
}

QString writeReport(const ExportedRun &run, ReportContent content, const QString &path, ExportProgress &progress) {
    MetricsFold fold(run.scenario);
    Fingerprint hash;
    const bool all = eachStretch(run.trace, progress, [&](std::span<const TraceRecord> records) {
        fold.take(records);
        for (const TraceRecord &record : records)
            hash.add(record);
        return true;
    });
    if (!all) return {};
    content.metrics = fold.result(run.computed);
    content.metrics.events = run.events;
    content.metrics.trace_hash = hash.hex();
    content.advice = lint(run.scenario);
    content.companions = companions(run.scenario, &content.metrics);
    content.scenario = run.scenario;
    return writeFileWhole(path, view(html_report(content)));
}

} // namespace halfopen
