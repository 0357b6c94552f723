// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/file_watch.h"

#include <QFileInfo>

namespace halfopen {

namespace {
/// Programs save in several steps; what is seen in between is no news.
constexpr int kCalmMs = 150;
} // namespace

FileWatch::FileWatch(ScenarioDocument &document, QObject *parent) : QObject(parent), document_(document) {
    calm_.setSingleShot(true);
    calm_.setInterval(kCalmMs);
    const auto stir = [this] { calm_.start(); };
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, stir);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, stir); // a file that was replaced by a rename
    connect(&calm_, &QTimer::timeout, this, &FileWatch::look);
    connect(&document, &ScenarioDocument::nameChanged, this, &FileWatch::follow);
    connect(&document, &ScenarioDocument::replaced, this, &FileWatch::follow);
    follow();
}

void FileWatch::follow() {
    const QString path = document_.path();
    QStringList wanted;
    if (!path.isEmpty()) wanted << QFileInfo(path).absolutePath();
    if (!path.isEmpty() && QFileInfo::exists(path)) wanted << path;
    const QStringList have = watcher_.files() + watcher_.directories();
    for (const QString &each : have)
        if (!wanted.contains(each)) watcher_.removePath(each);
    for (const QString &each : wanted)
        if (!have.contains(each)) watcher_.addPath(each);
}

void FileWatch::look() {
    follow();
    switch (document_.onDisk()) {
    case ScenarioDocument::OnDisk::same: emit same(); break;
    case ScenarioDocument::OnDisk::changed: emit changed(); break;
    case ScenarioDocument::OnDisk::gone: emit gone(); break;
    }
}

} // namespace halfopen
