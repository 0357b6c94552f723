// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "ui/session/scenario_document.h"

namespace halfopen {

/// Watches the file of the document and says when another program has changed or removed it.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(ScenarioDocument &document, QObject *parent = nullptr);

signals:
    void changed(); ///< its bytes are others than those opened or saved last
    void gone();
    void same(); ///< it is again, or still, what the document knows

private:
    void follow();
    void look();
    ScenarioDocument &document_;
    QFileSystemWatcher watcher_;
    QTimer calm_;
};

} // namespace halfopen
