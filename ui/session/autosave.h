// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "ui/session/recovery.h"
#include "ui/session/scenario_document.h"

namespace halfopen {

/// Keeps unsaved work safe: at most kDelayMs after an edit it is on its way to the disk, in a thread of its own. When
/// the document is saved, undone or closed, what was kept is removed.
class Autosave : public QObject {
    Q_OBJECT
public:
    static constexpr int kDelayMs = 300;
    Autosave(ScenarioDocument &document, const QString &folder, QObject *parent = nullptr);
    ~Autosave() override; ///< waits for what is being written; the work stays, for it was not saved

    void writeNow(); ///< and waits for it
    void forget();   ///< the work was saved or given up

signals:
    void failed(const QString &reason); ///< once, until it works again

private:
    void consider();
    void hand();
    ScenarioDocument &document_;
    QTimer timer_;
    QThreadPool pool_;  ///< one thread, so that writes stay in order
    RecoveryFile file_; ///< touched by that thread only
    bool told_ = false;
};

} // namespace halfopen
