// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is looked at: workspaces, layouts, presenter mode, greyscale, reduced motion.
#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>

#include "ui/main_window.h"
#include "ui/shell/commands.h"
#include "ui/shell/greyscale.h"
#include "ui/shell/menus.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/workspaces.h"
#include "ui/status_line.h"
#include "ui/timeline/timeline_view.h"

namespace halfopen {

namespace {
/// Of the type in presenter mode: read from the back of a room.
constexpr double kPresenterZoom = 1.25, kPresenterLess = 1.1;
constexpr int kPresenterNarrow = 1300; ///< a screen on which more would cut words off
/// Of the window's width, for figures, Why and trade-off in that type.
constexpr double kPresenterRight = 0.3;
} // namespace

void MainWindow::addLookCommands() {
    const auto toggle = [this](const CommandSpec &spec, bool on, std::function<void(bool)> act) {
        auto *action = new QAction(spec.name, this);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, std::move(act));
        commands_->add(spec, action);
    };
    toggle({.id = "view/presenter",
            .name = tr("&Presenter mode"),
            .what = tr("Larger type, full screen, and without the editors: for showing it to others."),
            .group = CommandGroup::view,
            .keys = {QKeySequence(Qt::Key_F11)},
            .section = 1},
           false, [this](bool on) { setPresenting(on); });
    toggle({.id = "view/greyscale",
            .name = tr("Show in &greyscale"),
            .what = tr("Takes all colour away: the proof that nothing is said by colour alone."),
            .group = CommandGroup::view,
            .section = 1},
           false, [this](bool on) { setGreyscale(*this, on); });
    toggle(
        {.id = "view/reduced-motion",
         .name = tr("Reduced &motion"),
         .what = tr("Nothing moves by itself: no travelling dots and no animation. Playing still moves the hairline."),
         .group = CommandGroup::view,
         .section = 1},
        theme_->reducedMotion(), [this](bool on) {
            theme_->setReducedMotion(on);
            if (options_.remembers) QSettings().setValue("lab/reducedMotion", on);
        });
}

void MainWindow::addWorkspaceCommands() {
    const QList<Workspace> all = workspaces();
    for (int i = 0; i < all.size(); ++i)
        commands_->add({.id = "workspace/" + all[i].id,
                        .name = tr("Workspace: %1").arg(all[i].name),
                        .what = all[i].what,
                        .group = CommandGroup::layouts,
                        .keys = {QKeySequence(QString("Ctrl+%1").arg(i + 1))}},
                       [this, i] { switch_->choose(i); });
    commands_->add({.id = "layout/save",
                    .name = tr("&Save this layout …"),
                    .what = tr("Gives the places of the panes a name, to come back to them."),
                    .group = CommandGroup::layouts,
                    .section = 1},
                   [this] { saveLayout(); });
    commands_->add({.id = "layout/remove",
                    .name = tr("&Remove a layout …"),
                    .what = tr("Forgets a layout that was given a name."),
                    .group = CommandGroup::layouts,
                    .section = 1},
                   [this] { removeLayout(); });
    commands_->add({.id = "layout/reset",
                    .name = tr("R&eset the layout"),
                    .what = tr("Puts every pane back to where it was at first."),
                    .group = CommandGroup::layouts,
                    .section = 1},
                   [this] { resetLayout(); });
}

void MainWindow::buildWorkspaces() {
    switch_ = new WorkspaceSwitch(*pages_, *theme_, this);
    menuBar()->setCornerWidget(switch_, Qt::TopRightCorner);
    connect(switch_, &WorkspaceSwitch::leaving, this, [this](int workspace) {
        setPresenting(false);
        layouts_.keepWorkspace(workspaces()[workspace].id, saveState(kLayoutVersion));
    });
    connect(switch_, &WorkspaceSwitch::chosen, this, &MainWindow::showWorkspace);
    QMenu *menu = menuOf(*menuBar(), CommandGroup::layouts);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillLayouts(*menu); });
}

void MainWindow::showWorkspace(int workspace) {
    const Workspace &now = workspaces()[workspace];
    const bool built = now.promise.isEmpty();
    const QByteArray kept = layouts_.ofWorkspace(now.id);
    if (built && !kept.isEmpty())
        restoreState(kept, kLayoutVersion);
    else if (built)
        resetLayout();
    if (!built)
        for (const Pane &pane : panes())
            pane.dock->hide();
    findChild<QToolBar *>("transportBar")->setVisible(built);
    for (const Pane &pane : panes())
        commands_->setWhyNot("pane/" + pane.dock->objectName(),
                             built ? QString() : tr("%1 is not built yet").arg(now.name));
    if (built) timeline_->setFocus();
}

/// The layouts that have a name, at the end of their menu.
void MainWindow::fillLayouts(QMenu &menu) {
    for (QAction *action : menu.actions())
        if (action->data().toString() == "layout") delete action;
    for (const QString &name : layouts_.names()) {
        QAction *action = menu.addAction(name, this, [this, name] { applyLayout(name); });
        action->setData("layout");
    }
}

QList<PaletteEntry> MainWindow::layoutEntries() {
    QList<PaletteEntry> entries;
    for (const QString &name : layouts_.names()) {
        PaletteEntry entry;
        entry.title = tr("Layout: %1").arg(name);
        entry.detail = titleOf(CommandGroup::layouts);
        entry.run = [this, name] { applyLayout(name); };
        entries << entry;
    }
    return entries;
}

void MainWindow::applyLayout(const QString &name) {
    switch_->choose(0);
    restoreState(layouts_.named(name), kLayoutVersion);
}

void MainWindow::saveLayout() {
    bool given = false;
    const QString name =
        QInputDialog::getText(this, tr("Save this layout"), tr("Its name:"), QLineEdit::Normal, {}, &given).trimmed();
    if (!given || name.isEmpty()) return;
    QString safe = name;
    safe.replace('/', ' ').replace('\\', ' '); // these would make folders of the settings
    layouts_.keep(safe, saveState(kLayoutVersion));
    status_->tell(tr("The layout is saved as %1").arg(safe));
}

void MainWindow::removeLayout() {
    const QStringList names = layouts_.names();
    if (names.isEmpty()) return status_->tell(tr("No layout was given a name yet"));
    bool given = false;
    const QString name = QInputDialog::getItem(this, tr("Remove a layout"), tr("Which one:"), names, 0, false, &given);
    if (given) layouts_.remove(name);
}

void MainWindow::setPresenting(bool on) {
    QAction *action = commands_->find("view/presenter")->action;
    if (action->isChecked() != on) return action->setChecked(on); // comes back here
    if (on == presenting_.has_value()) return;
    if (on) {
        presenting_ = Presenting{saveState(kLayoutVersion), windowState()};
        for (const Pane &pane : {scenarioPane_, policyPane_, backoffPane_})
            pane.dock->hide();
        showFullScreen();
        theme_->setZoom(width() < kPresenterNarrow ? kPresenterLess : kPresenterZoom);
        resizeDocks({figuresPane_.dock}, {static_cast<int>(kPresenterRight * width())}, Qt::Horizontal);
    } else {
        theme_->setZoom(1.0);
        setWindowState(presenting_->window);
        restoreState(presenting_->layout, kLayoutVersion);
        presenting_.reset();
    }
}

} // namespace halfopen
