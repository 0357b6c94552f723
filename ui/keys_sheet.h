// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/theme/theme.h"

class QGridLayout;

namespace halfopen {

class Commands;

/// The sheet of all keys, made from the commands. Not modal: it may stay beside the window.
class KeysSheet : public QDialog {
    Q_OBJECT
public:
    KeysSheet(const Commands &commands, const Theme &theme, QWidget *parent = nullptr);

private:
    struct Line {
        QString keys, what, tip;
    };
    void addSection(const QString &title, const QList<Line> &lines, QGridLayout &column);
    const Theme &theme_;
};

} // namespace halfopen
