// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTimer>

#include "ui/session/scenario_document.h"
#include "ui/theme/theme.h"

class QLabel;

namespace halfopen {

/// The document as its text: everything can be edited here. What is typed is taken as soon as it can be read, a step of
/// undo for each stretch of typing; until then the run stays and a line beneath says what is not understood yet.
class TextPane : public QWidget {
    Q_OBJECT
public:
    TextPane(ScenarioDocument &document, const Theme &theme, QWidget *parent = nullptr);
    QString note() const;

signals:
    void noteChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void renew();    ///< from the document, unless something is being typed
    void take();     ///< what was typed
    void giveBack(); ///< what was typed and not taken
    void startAnew();
    void showTheme();

    ScenarioDocument &document_;
    const Theme &theme_;
    QPlainTextEdit *edit_;
    QLabel *message_;
    QTimer soon_;
    QElapsedTimer typing_; ///< since the first key that was not taken
    quint64 gesture_ = 0;
    bool filling_ = false, refused_ = false;
};

} // namespace halfopen
