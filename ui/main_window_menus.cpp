// SPDX-License-Identifier: GPL-3.0-or-later
#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>

#include "engine/files/scenario_reader.h"
#include "ui/keys_sheet.h"
#include "ui/main_window.h"
#include "ui/session/recent_files.h"
#include "ui/timeline/timeline_view.h"
#include "ui/transport.h"

namespace halfopen {

namespace {

/// An entry whose key is a single letter: shown in the menu, handled where the focus is.
QString withKey(const QString &text, const QString &key) { return text + "\t" + key; }

} // namespace

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildRunMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu() {
    QMenu *file = menuBar()->addMenu("&File");
    file->addAction("&Open …", QKeySequence::Open, this, &MainWindow::chooseFile);
    recent_ = file->addMenu("Open &recent");
    connect(recent_, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    QMenu *shipped = file->addMenu("S&hipped scenarios");
    shipped->setToolTipsVisible(true);
    for (const QString &name : QDir(":/scenarios").entryList({"*.scenario.yaml"}, QDir::Files, QDir::Name)) {
        QString title = name.section('.', 0, 0).replace('-', ' ');
        title[0] = title[0].toUpper();
        QAction *action = shipped->addAction(title, this, [this, name] { openFile(":/scenarios/" + name); });
        action->setObjectName("shipped/" + name);
    }
    file->addSeparator();
    file->addAction("&Save", QKeySequence::Save, this, &MainWindow::save);
    file->addAction("Save &as …", QKeySequence("Ctrl+Shift+S"), this, &MainWindow::saveAs);
    file->addSeparator();
    file->addAction("&Quit", QKeySequence("Ctrl+Q"), this, &QWidget::close);
}

void MainWindow::fillRecent() {
    recent_->clear();
    int number = 1;
    for (const QString &path : recentFiles()) {
        const QString text = QString("&%1  %2").arg(number++).arg(QDir::toNativeSeparators(path));
        recent_->addAction(text, this, [this, path] { openFile(path); });
    }
    if (recent_->isEmpty()) return recent_->addAction("No file yet")->setEnabled(false);
    recent_->addSeparator();
    recent_->addAction("Forget these", this, [] { forgetRecentFiles(); });
}

void MainWindow::buildEditMenu() {
    QMenu *edit = menuBar()->addMenu("&Edit");
    QUndoStack &stack = document_->undoStack();
    QAction *undo = stack.createUndoAction(this, "&Undo");
    undo->setShortcut(QKeySequence("Ctrl+Z"));
    QAction *redo = stack.createRedoAction(this, "&Redo");
    redo->setShortcuts({QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")});
    edit->addAction(undo);
    edit->addAction(redo);
}

void MainWindow::buildViewMenu() {
    QMenu *view = menuBar()->addMenu("&View");
    auto *modes = new QActionGroup(this);
    QAction *light = modes->addAction("&Light");
    QAction *dark = modes->addAction("&Dark");
    for (QAction *action : {light, dark})
        action->setCheckable(true);
    (theme_->mode() == Theme::Mode::light ? light : dark)->setChecked(true);
    connect(light, &QAction::triggered, this, [this] { theme_->setMode(Theme::Mode::light); });
    connect(dark, &QAction::triggered, this, [this] { theme_->setMode(Theme::Mode::dark); });
    view->addActions(modes->actions());
    view->addAction("&Other of light and dark", QKeySequence("Ctrl+T"), this,
                    [light, dark] { (light->isChecked() ? dark : light)->trigger(); });
    view->addSeparator();
    view->addAction(withKey("&Focus on the selection", "F"), this, [this] { timeline_->focusSelection(); });
    view->addAction("Fit the &whole run", QKeySequence("Ctrl+0"), session_, &Session::fitSpan);
    view->addSeparator();
    for (const Pane &pane :
         {scenarioPane_, policyPane_, backoffPane_, figuresPane_, whyPane_, tradeoffPane_, tablesPane_})
        view->addAction(pane.dock->toggleViewAction());
    view->addAction("&Reset the layout", this, &MainWindow::resetLayout);
}

void MainWindow::buildRunMenu() {
    QMenu *run = menuBar()->addMenu("&Run");
    run->addAction(withKey("&Play or pause", "Space"), session_, &Session::togglePlay);
    run->addAction(withKey("One event &forward", "."), session_, [this] { session_->step(Direction::forward); });
    run->addAction(withKey("One event &back", ","), session_, [this] { session_->step(Direction::backward); });
    run->addAction(withKey("To the &start", "Home"), session_, [this] { session_->showAt(kTimeZero); });
    run->addAction(withKey("To the &end", "End"), session_,
                   [this] { session_->showAt(session_->playhead().computed()); });
    run->addAction(withKey("&Live", "L"), session_, &Session::goLive);
    run->addSeparator();
    run->addAction(withKey("&Next change of state", "Shift+."), session_,
                   [this] { session_->goToTransition(Direction::forward); });
    run->addAction(withKey("Pre&vious change of state", "Shift+,"), session_,
                   [this] { session_->goToTransition(Direction::backward); });
    run->addAction(withKey("Run &until", "G"), session_, [this] { transport_->runUntil(Direction::forward); });
    run->addSeparator();
    run->addAction(withKey("Slo&wer", "["), session_, [this] { transport_->changeSpeed(-1); });
    run->addAction(withKey("Fas&ter", "]"), session_, [this] { transport_->changeSpeed(1); });
}

void MainWindow::buildHelpMenu() {
    QMenu *help = menuBar()->addMenu("&Help");
    help->addAction("&Keys", QKeySequence(Qt::Key_F1), this, &MainWindow::showKeys);
    help->addAction("About this &scenario", this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, QString::fromStdString(document_->scenario().name),
                                    QString::fromStdString(document_->scenario().about), QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setModal(false);
        box->show();
    });
    help->addAction("&About Halfopen", this, &MainWindow::showAbout);
}

void MainWindow::showKeys() {
    if (!sheet_) sheet_ = new KeysSheet(*theme_, this);
    sheet_->show();
    sheet_->raise();
}

void MainWindow::showAbout() {
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, "About Halfopen",
                        QString("<p><b>Halfopen %1</b></p><p>A flight simulator for resilience policies: the name "
                                "is the breaker state in which you try before you trust.</p>"
                                "<p>GPL-3.0-or-later. It stands on Qt %2, Qt Charts, yaml-cpp, Random123, {fmt} "
                                "and Boost.Math.</p>")
                            .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion())),
                        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

} // namespace halfopen
