// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recovery.h"

#include <algorithm>
#include <optional>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>

#include "ui/session/write_file.h"

namespace halfopen {

namespace {

constexpr auto kEnding = ".unsaved.json", kLockEnding = ".lock";
/// More is no scenario of ours.
constexpr qint64 kBytesMax = 64 << 20;

std::optional<UnsavedWork> readWork(const QString &path) {
    QFile file(path);
    if (file.size() > kBytesMax || !file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (!object["text"].isString() || !object["name"].isString()) return std::nullopt;
    return UnsavedWork{object["source"].toString(), object["name"].toString(), object["text"].toString().toStdString(),
                       object["seed"].toString().toULongLong(),
                       QDateTime::fromString(object["at"].toString(), Qt::ISODateWithMs)};
}

QByteArray written(const UnsavedWork &work) {
    return QJsonDocument(QJsonObject{{"source", work.source},
                                     {"name", work.name},
                                     {"text", QString::fromStdString(work.text)},
                                     {"seed", QString::number(work.seed)},
                                     {"at", work.at.toString(Qt::ISODateWithMs)}})
        .toJson();
}

} // namespace

RecoveryFile::RecoveryFile(const QString &folder) {
    if (!QDir().mkpath(folder)) {
        reason_ = QCoreApplication::translate("halfopen::Recovery", "%1 cannot be made").arg(folder);
        return;
    }
    path_ = QString("%1/%2-%3%4")
                .arg(folder)
                .arg(QCoreApplication::applicationPid())
                .arg(QUuid::createUuid().toString(QUuid::Id128).left(8), kEnding);
    lock_ = std::make_unique<QLockFile>(path_ + kLockEnding);
    lock_->setStaleLockTime(0);
    if (!lock_->tryLock())
        reason_ = QCoreApplication::translate("halfopen::Recovery", "%1 cannot be written").arg(folder);
}

RecoveryFile::~RecoveryFile() = default;

QString RecoveryFile::write(const UnsavedWork &work) {
    if (!reason_.isEmpty()) return reason_;
    return writeFileWhole(path_, written(work));
}

void RecoveryFile::remove() { QFile::remove(path_); }

QList<Orphan> orphans(const QString &folder) {
    QList<Orphan> found;
    for (const QString &name : QDir(folder).entryList({QString("*") + kEnding}, QDir::Files)) {
        const QString path = folder + '/' + name;
        QLockFile lock(path + kLockEnding);
        lock.setStaleLockTime(0);
        if (!lock.tryLock()) continue; // its process lives
        if (auto work = readWork(path)) found.append({path, std::move(*work)});
    }
    // Locks of processes that were killed with nothing unsaved: taking and letting go removes them.
    for (const QString &name : QDir(folder).entryList({QString("*") + kEnding + kLockEnding}, QDir::Files)) {
        QLockFile lock(folder + '/' + name);
        lock.setStaleLockTime(0);
        lock.tryLock();
    }
    std::ranges::stable_sort(found, std::greater<>(), [](const Orphan &o) { return o.work.at; });
    return found;
}

void removeOrphan(const QString &file) {
    QFile::remove(file);
    QFile::remove(file + kLockEnding);
}

QString recoveryFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/unsaved"; }

} // namespace halfopen
