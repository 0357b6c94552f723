// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace halfopen {

/// The files opened or saved last, newest first; kept in the person's settings.
QStringList recentFiles();
void addRecentFile(const QString& path);
void forgetRecentFiles();

} // namespace halfopen
