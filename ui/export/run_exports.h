// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "engine/files/html_report.h"
#include "engine/trace/store.h"
#include "ui/export/export_jobs.h"
#include "ui/session/run.h"

namespace halfopen {

/// What an export needs of a run; independent of the run and of the window, for another thread.
struct ExportedRun {
    Scenario scenario;
    TraceView trace;
    SimTime computed{};
    std::uint64_t events = 0;
    std::vector<std::shared_ptr<const MetricsSample>> history;
};
ExportedRun exportedRun(const Run &run);

// Each writes a file and returns the reason when it could not.

/// The series of the tracks, a row a second.
QString writeSeries(const ExportedRun &run, const QString &path, ExportProgress &progress);
/// The figures of [0, t] along the run.
QString writeFigures(const ExportedRun &run, const QString &path, ExportProgress &progress);
/// Every record, a line each.
QString writeEvents(const ExportedRun &run, const QString &path, ExportProgress &progress);
/// The report; `content` holds what is not worked out from the run.
QString writeReport(const ExportedRun &run, ReportContent content, const QString &path, ExportProgress &progress);

} // namespace halfopen
