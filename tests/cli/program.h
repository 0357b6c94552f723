// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <string>

#include "tests/files/scenario_texts.h"

// halfopen-cli as a person starts it. The source that includes this knows HALFOPEN_CLI and HALFOPEN_SOURCE_DIR.
namespace halfopen {

inline const QString kScenarios = HALFOPEN_SOURCE_DIR "/resources/scenarios/";

struct Said {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

inline Said cli(const QStringList &arguments) {
    QProcess process;
    process.start(HALFOPEN_CLI, arguments);
    if (!process.waitForFinished(100'000)) qFatal("halfopen-cli did not end");
    Said said{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    if (process.exitStatus() != QProcess::NormalExit) said.status = -1;
    return said;
}

/// Files that live as long as this.
class TemporaryFiles {
public:
    QString file(const QString &name, const std::string &text) const {
        QFile out(directory_.filePath(name));
        if (!out.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        out.write(QByteArray::fromStdString(text));
        return out.fileName();
    }
    QString small() const { return file("small.scenario.yaml", kSmallScenario); }

protected:
    QTemporaryDir directory_;
};

} // namespace halfopen
