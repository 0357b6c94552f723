// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>
#include <QObject>

#include "ui/export/export_jobs.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

namespace halfopen {

class Commands;

/// Something on the screen of which a picture can be taken.
struct ExportPane {
    QString id, title;
    QWidget *widget = nullptr;
    std::function<void()> refresh = {}; ///< brings one that was not seen up to date
};

/// Takes the run and the panes out of the program, as files. Asks for the place, and then never stands in the way.
class Exporter : public QObject {
    Q_OBJECT
public:
    /// `inReport`: what a report shows, with the ids of panes.
    Exporter(Session &session, Theme &theme, Notices &notices, QWidget &window, QList<ExportPane> panes,
             QStringList inReport);
    void addCommands(Commands &commands);
    ExportJobs &jobs() { return jobs_; }
    const QList<ExportPane> &panes() const { return panes_; }

signals:
    void told(const QString &message);

private:
    QString ask(const QString &ending, const QString &title, const QString &filter);
    void savePicture(const ExportPane &pane);
    void saveSeries();
    void saveFigures();
    void saveEvents();
    void saveReport();
    std::vector<struct ReportPicture> reportPictures();

    Session &session_;
    Theme &theme_;
    QWidget &window_;
    QList<ExportPane> panes_;
    QStringList inReport_;
    ExportJobs jobs_;
};

} // namespace halfopen
