// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/session/scenario_document.h"
#include "ui/theme/theme.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace halfopen {

/// What was wrong with a file, above the picture and in nobody's way: headline, every message with its place, close.
class ProblemPanel : public QFrame {
    Q_OBJECT
public:
    ProblemPanel(const Theme &theme, QWidget *parent = nullptr);
    void show(const FileProblem &problem);
    QString headline() const;
    QString text() const; ///< the messages, one a line

private:
    void showTheme();
    const Theme &theme_;
    QLabel *sign_, *headline_;
    QPlainTextEdit *lines_;
    QToolButton *close_;
};

} // namespace halfopen
