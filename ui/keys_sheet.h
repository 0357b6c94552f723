// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/theme/theme.h"

namespace halfopen {

/// The sheet of all keys. Not modal: it may stay beside the window.
class KeysSheet : public QDialog {
    Q_OBJECT
public:
    explicit KeysSheet(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace halfopen
