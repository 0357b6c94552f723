// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recent_files.h"

#include <QSettings>

namespace halfopen {

namespace {
constexpr auto kKey = "recent_files";
constexpr qsizetype kFilesMax = 9;
} // namespace

QStringList recentFiles() { return QSettings().value(kKey).toStringList(); }

void addRecentFile(const QString &path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(kKey, files.mid(0, kFilesMax));
}

void forgetRecentFiles() { QSettings().remove(kKey); }

} // namespace halfopen
