// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QKeyEvent;

namespace halfopen {

/// Where a command stands in menus, key sheet and palette. In the order of the menus.
enum class CommandGroup { file, recent, shipped, exports, edit, view, tracks, panes, layouts, languages, run, help };

/// "Run", for menus and headings; with the & of a menu when asked for.
QString titleOf(CommandGroup group, bool withMnemonic = false);

/// What a command is, apart from what it does.
struct CommandSpec {
    QString id;        ///< "run/play": names the action for tests and settings, never shown
    QString name = {}; ///< "&Play or pause"; empty: the action has its own
    QString what;      ///< a sentence: what it does and why one wants it
    CommandGroup group = CommandGroup::file;
    QList<QKeySequence> keys = {};        ///< act anywhere in the window
    QList<QKeySequence> letters = {};     ///< act only while a track, the overview or the transport has the focus
    QList<QKeySequence> alsoLetters = {}; ///< the same keys as other keyboards name them; not shown
    int section = 0;                      ///< a line in the menu separates sections
    QString whyNot = {};                  ///< said of it while it is disabled
};

/// One command of the window.
struct Command {
    CommandSpec spec;
    QAction *action = nullptr;
    QString name() const; ///< "Play or pause", without the marks of a menu
    QString keys() const; ///< "Space", "F1  ?"; empty: none
    bool enabled() const;
};

/// All commands of a window, each once. Menus, the key sheet, the palette and the single-letter keys are made from it.
class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget &window);

    QAction *add(const CommandSpec &spec, std::function<void()> act);
    QAction *add(const CommandSpec &spec, QAction *action); ///< of one that exists already: undo, the toggle of a pane
    /// Disables a command and says why; an empty reason enables it.
    void setWhyNot(const QString &id, const QString &reason);

    const std::vector<Command> &all() const { return all_; }
    /// Null when there is none.
    const Command *find(const QString &id) const;
    const Command *ofLetter(const QKeyEvent &event) const;

protected:
    /// A key of a command goes to the command, not to a text field that happens to know the same key (Ctrl+E goes to
    /// the end of the line on some desktops); those that edit text everywhere stay with the field.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &window_;
    std::vector<Command> all_;
};

} // namespace halfopen
