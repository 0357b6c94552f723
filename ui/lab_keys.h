// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace halfopen {

class Commands;

/// The single-letter keys of the Lab: those of the commands. They act while a widget that they were given has the
/// focus itself, so never while typing or on a button.
class LabKeys : public QObject {
    Q_OBJECT
public:
    LabKeys(const Commands &commands, QWidget &tracks, QObject *parent = nullptr);
    /// Arrow keys of a widget with the property "keepsArrows", and Escape of one with "keepsEscape", stay its own.
    void watch(QWidget *widget);
    /// For commands that the tracks carry out themselves: as if the key had been pressed there.
    void passToTracks(int key, Qt::KeyboardModifiers modifiers = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Commands &commands_;
    QWidget &tracks_;
    bool passing_ = false;
};

} // namespace halfopen
