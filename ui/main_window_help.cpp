// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about itself: keys, palette, the scenario, the program.
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>

#include "ui/editors/policy_editor.h"
#include "ui/keys_sheet.h"
#include "ui/main_window.h"
#include "ui/session/recent_files.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/commands.h"
#include "ui/shell/field_entries.h"
#include "ui/status_line.h"
#include "ui/shell/menus.h"

namespace halfopen {

void MainWindow::buildCommands() {
    addFileCommands();
    addEditCommands();
    addViewCommands();
    addRunCommands();
    addHelpCommands();
    buildMenus(*menuBar(), *commands_);
    connect(menuOf(*menuBar(), CommandGroup::recent), &QMenu::aboutToShow, this, &MainWindow::fillRecent);
}

void MainWindow::fillRecent() {
    QMenu *menu = menuOf(*menuBar(), CommandGroup::recent);
    QAction *forget = commands_->find("file/forget-recent")->action;
    menu->clear();
    int number = 1;
    for (const QString &path : recentFiles()) {
        const QString text = QString("&%1  %2").arg(number++).arg(QDir::toNativeSeparators(path));
        menu->addAction(text, this, [this, path] { openFile(path); });
    }
    commands_->setWhyNot("file/forget-recent", menu->isEmpty() ? tr("no file was opened yet") : QString());
    if (menu->isEmpty()) menu->addAction(tr("No file yet"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(forget);
}

void MainWindow::forgetRecent() { forgetRecentFiles(); }

QList<PaletteEntry> MainWindow::recentEntries() {
    QList<PaletteEntry> entries;
    if (!options_.remembers) return entries;
    for (const QString &path : recentFiles()) {
        PaletteEntry entry;
        entry.title = QFileInfo(path).fileName();
        entry.detail = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
        entry.also = path + ' ' + tr("open recent file");
        if (!QFileInfo::exists(path)) entry.whyNot = tr("the file is gone");
        entry.run = [this, path] { openFile(path); };
        entries << entry;
    }
    return entries;
}

void MainWindow::goToField(const FieldPlace &place) {
    const Pane &pane = place.leg ? policyPane_ : scenarioPane_;
    pane.dock->show();
    pane.dock->raise();
    revealField(*pane.dock->widget(), place);
}

void MainWindow::goToPath(const QString &path) {
    if (const auto place = fieldPlaceOf(document_->scenario(), path)) return goToField(*place);
    status_->tell(tr("%1 is edited in the file only").arg(path));
}

void MainWindow::showPalette() {
    if (!palette_) {
        palette_ = new CommandPalette(*theme_, this);
        palette_->addSource([this] { return commandEntries(*commands_); });
        palette_->addSource([this] { return recentEntries(); });
        palette_->addSource([this] { return layoutEntries(); });
        palette_->addSource([this] {
            return fieldEntries(document_->scenario(), [this](const FieldPlace &place) { goToField(place); });
        });
        palette_->setReader([this](const QString &typed) { return placeEntries(typed, *session_); });
    }
    palette_->open();
}

void MainWindow::showKeys() {
    if (!sheet_) sheet_ = new KeysSheet(*commands_, *theme_, this);
    sheet_->show();
    sheet_->raise();
}

/// A box that says something and may stay beside the window.
void MainWindow::showBox(const QString &title, const QString &text) {
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

void MainWindow::showAboutScenario() {
    const Scenario &scenario = document_->scenario();
    showBox(QString::fromStdString(scenario.name), QString::fromStdString(scenario.about));
}

void MainWindow::showAbout() {
    showBox(tr("About Halfopen"),
            tr("<p><b>Halfopen %1</b></p><p>A flight simulator for resilience policies: the name is the breaker state "
               "in which you try before you trust.</p><p>GPL-3.0-or-later. It stands on Qt %2, Qt Charts, yaml-cpp, "
               "Random123, {fmt} and Boost.Math.</p>")
                .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

} // namespace halfopen
