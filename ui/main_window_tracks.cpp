// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the tracks: faults and bookmarks, and from when edits apply. The tracks know the keys; here they get
// names.
#include <QAction>
#include <QDockWidget>

#include "ui/apply_button.h"
#include "ui/lab_keys.h"
#include "ui/main_window.h"
#include "ui/shell/commands.h"
#include "ui/timeline/edit_notice.h"

namespace halfopen {

void MainWindow::addApplyFrom() {
    applyFrom_ = new ApplyFrom(*session_, this);
    new EditNotice(*session_, *notices_, this);
    for (const Pane &pane : {scenarioPane_, policyPane_})
        pane.header->addOnRight(new ApplyButton(*applyFrom_, *theme_, pane.header));
    auto *action = new QAction(tr("Apply edits from &here"), this);
    action->setCheckable(true);
    connect(action, &QAction::triggered, applyFrom_, &ApplyFrom::setHere);
    connect(applyFrom_, &ApplyFrom::changed, action, [this, action] { action->setChecked(applyFrom_->here()); });
    commands_->add({.id = "edit/apply-from-here",
                    .what = tr("Edits change the run from the moment that you look at, not from its start."),
                    .group = CommandGroup::edit,
                    .keys = {QKeySequence("Ctrl+H")}},
                   action);
}

void MainWindow::addSelectionCommands() {
    const auto add = [this](const char *id, const QString &name, const QString &what, const QKeySequence &letters) {
        const QKeyCombination key = letters[0];
        commands_->add(
            {.id = id, .name = name, .what = what, .group = CommandGroup::tracks, .letters = {letters}, .section = 1},
            [this, key] { keys_->passToTracks(key.key(), key.keyboardModifiers()); });
    };
    add("bookmarks/toggle", tr("Book&mark here"), tr("Sets a bookmark at the hairline, or takes it away."),
        {Qt::Key_B});
    add("bookmarks/next", tr("Ne&xt bookmark"), tr("Goes to the next bookmark."), QKeySequence("Ctrl+B"));
    add("bookmarks/previous", tr("Pre&vious bookmark"), tr("Goes to the bookmark before."),
        QKeySequence("Ctrl+Shift+B"));
    add("bookmarks/note", tr("Note of the bookmar&k"), tr("Writes why one wants to find this moment again."),
        {Qt::Key_F2});
    add("faults/next", tr("S&elect the next fault"), tr("For the keys that move, resize and remove it."),
        QKeySequence("Alt+Down"));
    add("faults/previous", tr("Select the fault before"), tr("For the keys that move, resize and remove it."),
        QKeySequence("Alt+Up"));
    add("faults/earlier", tr("Fault earlier"), tr("Moves the selected fault to the round time before."),
        QKeySequence("Alt+Left"));
    add("faults/later", tr("Fault later"), tr("Moves the selected fault to the next round time."),
        QKeySequence("Alt+Right"));
    add("faults/shorter", tr("Fault shorter"), tr("The selected fault ends at the round time before."),
        QKeySequence("Alt+Shift+Left"));
    add("faults/longer", tr("Fault longer"), tr("The selected fault ends at the next round time."),
        QKeySequence("Alt+Shift+Right"));
    add("faults/remove", tr("&Remove the fault"), tr("Takes the selected fault out of the scenario."),
        {Qt::Key_Delete});
}

} // namespace halfopen
