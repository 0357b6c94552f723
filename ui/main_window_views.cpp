// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is looked at: workspaces, layouts, presenter mode, greyscale, reduced motion.
#include <algorithm>
#include <utility>

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolBar>

#include "ui/flow/flow_pane.h"
#include "ui/main_window.h"
#include "ui/problem_panel.h"
#include "ui/session/recent_files.h"
#include "ui/shell/commands.h"
#include "ui/shell/focus_order.h"
#include "ui/shell/greyscale.h"
#include "ui/shell/menus.h"
#include "ui/shell/notices.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/workspaces.h"
#include "ui/start/start_page.h"
#include "ui/status_line.h"
#include "ui/timeline/timeline_view.h"
#include "ui/transport.h"

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
            .name = tr("P&resenter mode"),
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
    toggle({.id = "view/linger",
            .name = tr("&Linger at half-open"),
            .what = tr("Play slows down while a breaker is half-open, which is often too short to be seen."),
            .group = CommandGroup::view,
            .section = 1},
           !options_.remembers || QSettings().value("lab/linger", true).toBool(), [this](bool on) {
               session_->playhead().setLingers(on);
               if (options_.remembers) QSettings().setValue("lab/linger", on);
           });
    session_->playhead().setLingers(!options_.remembers || QSettings().value("lab/linger", true).toBool());
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
        if (workspace != kStartPage) layouts_.keepWorkspace(workspaces()[workspace].id, saveState(kLayoutVersion));
    });
    connect(switch_, &WorkspaceSwitch::chosen, this, &MainWindow::showWorkspace);
    QMenu *menu = menuOf(*menuBar(), CommandGroup::layouts);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillLayouts(*menu); });
}

void MainWindow::showStartPage() {
    if (!start_) {
        const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
        start_ = new StartPage(*theme_, options_.remembers ? cache + "/cards" : QString(), pages_);
        pages_->addWidget(start_);
        connect(start_, &StartPage::leaving, this, [this] { switch_->choose(0); });
        connect(start_, &StartPage::fileAsked, this, &MainWindow::chooseFile);
        connect(start_, &StartPage::opened, this, &MainWindow::openFile);
    }
    switch_->choose(kStartPage);
    start_->appear(options_.remembers ? recentFiles() : QStringList());
}

QList<QWidget *> MainWindow::focusPanes() const {
    QList<QWidget *> panes{switch_, transport_};
    struct Placed {
        QWidget *pane;
        QPoint at;
    };
    QList<Placed> placed;
    for (const Pane &pane : this->panes())
        if (!pane.dock->isFloating() && pane.dock->isVisible()) placed << Placed{pane.dock, pane.dock->pos()};
    const QPoint middle = pages_->mapTo(this, QPoint());
    for (QWidget *each : {static_cast<QWidget *>(notices_), static_cast<QWidget *>(problems_),
                          static_cast<QWidget *>(flow_), timeline_->parentWidget()})
        placed << Placed{each, {middle.x(), each->mapTo(this, QPoint()).y()}};
    if (start_) placed << Placed{start_, middle};
    std::ranges::stable_sort(placed, [](const Placed &a, const Placed &b) {
        return std::pair(a.at.x(), a.at.y()) < std::pair(b.at.x(), b.at.y());
    });
    for (const Placed &each : placed)
        panes << each.pane;
    return panes;
}

bool MainWindow::focusNextPrevChild(bool next) { return moveFocus(*this, focusPanes(), next); }

bool MainWindow::settled() const { return !start_ || start_->settled(); }

void MainWindow::showWorkspace(int workspace) {
    const QList<Workspace> all = workspaces();
    const Workspace now = workspace == kStartPage ? Workspace{"start", tr("The start page"), {}, {}} : all[workspace];
    const bool built = workspace == 0;
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
                             built ? QString() : tr("%1 shows no panes").arg(now.name));
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
