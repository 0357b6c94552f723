// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QMenuBar;

namespace halfopen {

class Commands;
enum class CommandGroup;

/// Fills the menu bar from the commands, in their order; a group within another becomes a submenu where its first
/// command stands. Called once, when all commands are there.
void buildMenus(QMenuBar &bar, const Commands &commands);

/// The menu of a group, for what changes in it, such as the files opened last. Null before buildMenus().
QMenu *menuOf(const QMenuBar &bar, CommandGroup group);

} // namespace halfopen
