// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "ui/session/autosave.h"
#include "ui/session/file_watch.h"
#include "ui/shell/notices.h"

namespace halfopen {

/// Sees to it that no work is lost: keeps unsaved edits safe, offers what a killed program left behind, and tells when
/// the file was changed by somebody else. It never asks in the person's way.
class DocumentCare : public QObject {
    Q_OBJECT
public:
    /// What the window does for it.
    struct Window {
        std::function<bool()> mayReplace; ///< asks when there is unsaved work
        std::function<void()> save;
        std::function<void(const QString &)> tell;
    };
    /// `folder`: where unsaved work is kept; empty: nowhere.
    DocumentCare(ScenarioDocument &document, Notices &notices, const QString &folder, Window window,
                 QObject *parent = nullptr);

    void offerRecovery(); ///< a bar for each piece of work that was left behind
    void giveUpWork();    ///< the person said that the edits are not wanted

private:
    void watchFile();
    void offer(const Orphan &orphan);
    void restore(const Orphan &orphan);
    void reload();
    ScenarioDocument &document_;
    Notices &notices_;
    QString folder_;
    Window window_;
    std::unique_ptr<Autosave> autosave_;
    FileWatch watch_;
};

} // namespace halfopen
