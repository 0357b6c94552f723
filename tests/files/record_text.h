// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <string>

#include "engine/files/incident_file.h"

namespace halfopen {

/// A record that lies on the disk as long as this.
class RecordFile {
public:
    explicit RecordFile(const std::string &text) {
        QFile out(path());
        if (!out.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        out.write(QByteArray::fromStdString(text));
    }
    QString path() const { return directory_.filePath("record"); }
    Result<Incident> import(const ImportOptions &options = {}) const { return import_record(path().toStdString(), options); }
    Result<RecordPreview> preview() const { return preview_record(path().toStdString()); }

private:
    QTemporaryDir directory_;
};

/// The complaint about a record that is refused; "" when it is read.
inline QString refusal(const Result<Incident> &incident) {
    return incident ? QString() : QString::fromStdString(incident.failure().issues.front().message);
}

/// "line: what" for each note.
inline QString notes_of(const Incident &incident) {
    QStringList out;
    for (const RecordNote &note : incident.health.notes) out << QString("%1: %2").arg(note.line).arg(QString::fromStdString(note.what));
    return out.join('\n');
}

} // namespace halfopen
