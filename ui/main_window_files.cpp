// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QSplitter>

#include "ui/flow/flow_pane.h"
#include "ui/main_window.h"
#include "ui/session/recent_files.h"
#include "ui/session/recovery.h"
#include "ui/shell/document_care.h"
#include "ui/shell/workspaces.h"
#include "ui/status_line.h"

namespace halfopen {

namespace {

QString firstFile(const QMimeData &data) {
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) return url.toLocalFile();
    }
    return {};
}

} // namespace

void MainWindow::buildCare() {
    care_ = new DocumentCare(
        *document_, *notices_, options_.remembers ? recoveryFolder() : QString(),
        {[this] { return mayDiscard(); }, [this] { save(); }, [this](const QString &text) { status_->tell(text); }},
        this);
    care_->offerRecovery();
}

/// What a file dialog offers to show.
QString MainWindow::fileFilter() {
    return tr("Scenarios (%1)").arg("*.scenario.yaml *.yaml *.yml *.json") + ";;" + tr("All files (%1)").arg("*");
}

bool MainWindow::openFile(const QString &path) {
    if (!mayDiscard() || !document_->open(path)) return false;
    if (options_.remembers && !document_->path().isEmpty()) addRecentFile(document_->path());
    switch_->choose(0);
    session_->playhead().play();
    return true;
}

void MainWindow::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a scenario"), document_->path(), fileFilter());
    if (!path.isEmpty()) openFile(path);
}

/// What stands in a field counts, as if the field were left.
void MainWindow::takeTyped() {
    QWidget *focus = focusWidget();
    if (!focus || !focus->hasFocus()) return;
    const QPointer<QWidget> kept = focus;
    focus->clearFocus();
    if (kept && kept->isVisible()) kept->setFocus(Qt::OtherFocusReason);
}

bool MainWindow::save() {
    takeTyped();
    if (document_->path().isEmpty()) return saveAs();
    if (!mayOverwrite() || !document_->save()) return false;
    status_->tell(tr("%1 is saved").arg(document_->name()));
    return true;
}

bool MainWindow::saveAs() {
    takeTyped();
    const QString proposal = document_->path().isEmpty() ? document_->name() : document_->path();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the scenario"), proposal, fileFilter());
    if (path.isEmpty() || !document_->saveAs(path)) return false;
    if (options_.remembers) addRecentFile(document_->path());
    status_->tell(tr("%1 is saved").arg(document_->name()));
    return true;
}

bool MainWindow::mayDiscard() {
    takeTyped();
    if (!document_->dirty()) return true;
    const auto answer =
        QMessageBox::question(this, tr("Unsaved changes"), tr("Save the changes to %1 first?").arg(document_->name()),
                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save) return save();
    return answer == QMessageBox::Discard;
}

bool MainWindow::mayOverwrite() {
    if (document_->onDisk() != ScenarioDocument::OnDisk::changed) return true;
    const auto answer = QMessageBox::question(
        this, tr("Changed by another program"),
        tr("%1 was changed by another program since it was opened. Write over that?").arg(document_->name()),
        QMessageBox::Save | QMessageBox::Cancel, QMessageBox::Cancel);
    return answer == QMessageBox::Save;
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!mayDiscard()) return event->ignore();
    care_->giveUpWork();
    if (options_.remembers) {
        setPresenting(false);
        switch_->choose(0); // its layout is kept when it is left, the Lab's here
        QSettings settings;
        settings.setValue("lab/geometry", saveGeometry());
        settings.setValue("lab/centre", centre_->saveState());
        settings.setValue("lab/flow", flow_->toggleAction()->isChecked());
        layouts_.keepWorkspace("lab", saveState(kLayoutVersion));
        settings.setValue("theme", theme_->mode() == Theme::Mode::dark ? "dark" : "light");
    }
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (!firstFile(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    const QString path = firstFile(*event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    openFile(path);
}

} // namespace halfopen
