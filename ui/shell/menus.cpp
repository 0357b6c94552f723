// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include <optional>

#include <QMap>
#include <QMenuBar>

#include "ui/shell/commands.h"

namespace halfopen {

namespace {

std::optional<CommandGroup> parentOf(CommandGroup group) {
    switch (group) {
    case CommandGroup::recent:
    case CommandGroup::shipped:
    case CommandGroup::exports: return CommandGroup::file;
    case CommandGroup::tracks:
    case CommandGroup::panes:
    case CommandGroup::layouts:
    case CommandGroup::languages: return CommandGroup::view;
    default: return std::nullopt;
    }
}

QString nameOf(CommandGroup group) { return QString("menu/%1").arg(static_cast<int>(group)); }

/// Builds menus as they are asked for.
class Builder {
public:
    explicit Builder(QMenuBar &bar) : bar_(bar) {}

    QMenu &menu(CommandGroup group) {
        if (QMenu *known = menus_.value(group)) return *known;
        const QString title = titleOf(group, true);
        const auto parent = parentOf(group);
        QMenu *made = parent ? menu(*parent).addMenu(title) : bar_.addMenu(title);
        made->setObjectName(nameOf(group));
        made->setToolTipsVisible(true);
        menus_.insert(group, made);
        return *made;
    }

    void add(const Command &command) {
        QMenu &into = menu(command.spec.group);
        const auto last = sections_.constFind(command.spec.group);
        if (last != sections_.cend() && *last != command.spec.section) into.addSeparator();
        sections_.insert(command.spec.group, command.spec.section);
        // A submenu continues the section that its parent has come to.
        into.addAction(command.action);
    }

private:
    QMenuBar &bar_;
    QMap<CommandGroup, QMenu *> menus_;
    QMap<CommandGroup, int> sections_;
};

} // namespace

void buildMenus(QMenuBar &bar, const Commands &commands) {
    Builder builder(bar);
    for (const CommandGroup group :
         {CommandGroup::file, CommandGroup::edit, CommandGroup::view, CommandGroup::run, CommandGroup::help})
        builder.menu(group);
    for (const Command &command : commands.all())
        builder.add(command);
}

QMenu *menuOf(const QMenuBar &bar, CommandGroup group) { return bar.findChild<QMenu *>(nameOf(group)); }

} // namespace halfopen
