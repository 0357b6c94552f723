// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QDateTime>
#include <QList>
#include <QLockFile>
#include <QString>

namespace halfopen {

/// Unsaved work as it is kept for the case that the program is killed.
struct UnsavedWork {
    QString source;   ///< what was opened: a path, or ":/…" of a shipped scenario
    QString name;     ///< file name for people
    std::string text; ///< the scenario as it was edited
    quint64 seed = 0;
    QDateTime at;
};

/// One window's place in the folder of unsaved work. A lock with the number of the process stands beside it, so that
/// nobody takes it while that process lives, and anybody may when it was killed.
class RecoveryFile {
public:
    explicit RecoveryFile(const QString &folder);
    ~RecoveryFile(); ///< gives the place up; what was written stays

    /// Through a temporary file and a rename: a kill leaves the old or the new, never half of one. The reason when it
    /// cannot be written, empty when it was.
    QString write(const UnsavedWork &work);
    void remove();

private:
    QString path_, reason_;
    std::unique_ptr<QLockFile> lock_;
};

/// Work that a process left behind that lives no more.
struct Orphan {
    QString file;
    UnsavedWork work;
};
/// The newest first. A file that is no work of ours is left alone and not named.
QList<Orphan> orphans(const QString &folder);
void removeOrphan(const QString &file);

/// Where unsaved work is kept for this person.
QString recoveryFolder();

} // namespace halfopen
