// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaces.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace halfopen {

namespace {

QString said(const char *text) { return QCoreApplication::translate("halfopen::Workspaces", text); }

/// The page of a workspace that is still to come: what it will be, in one sentence.
QWidget *promisePage(const Workspace &workspace, const Theme &theme, QWidget *parent) {
    auto *page = new QWidget(parent);
    page->setObjectName("promise/" + workspace.id);
    page->setAccessibleName(workspace.name);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QWidget(page);
    column->setFixedWidth(460);
    auto *title = new QLabel(workspace.name, column);
    title->setFont(theme.font(16, true));
    title->setAlignment(Qt::AlignCenter);
    auto *promise = new QLabel(workspace.promise, column);
    promise->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    promise->setWordWrap(true);
    promise->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout(column);
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(promise, 1);
    column->setMinimumHeight(120);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

} // namespace

QList<Workspace> workspaces() {
    return {
        {"lab", said("Lab"), said("Build a scenario, run it and see why."), {}},
        {"learn", said("Learn"), said("Lessons that explain one policy at a time."),
         said("Lessons will stand here: each a small scenario that you play, change and understand. It is not built "
              "yet; Ctrl+1 goes back to the Lab.")},
        {"tune", said("Tune"), said("Find the settings that serve best."),
         said("Here many settings will be tried at once, over many seeds, and the best be shown. It is not built yet; "
              "Ctrl+1 goes back to the Lab.")},
        {"replay", said("Replay"), said("See what really happened, and what would have."),
         said("Here recorded traffic will be replayed under other policies. It is not built yet; Ctrl+1 goes back to "
              "the Lab.")}};
}

WorkspaceSwitch::WorkspaceSwitch(QStackedWidget &pages, const Theme &theme, QWidget *parent)
    : QWidget(parent), pages_(pages) {
    setObjectName("workspaces");
    setAccessibleName(tr("Workspace"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 12, 2);
    layout->setSpacing(0);
    const QList<Workspace> all = workspaces();
    for (int i = 0; i < all.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setText(all[i].name);
        button->setObjectName("workspace/" + all[i].id);
        button->setAccessibleName(all[i].name);
        button->setToolTip(QString("%1 (Ctrl+%2)").arg(all[i].what).arg(i + 1));
        button->setCheckable(true);
        button->setFixedHeight(22);
        button->setMinimumWidth(68);
        button->setProperty("segment", i == 0 ? "first" : i + 1 == all.size() ? "last" : "middle");
        button->setProperty("segmentCompact", true);
        layout->addWidget(button);
        buttons_ << button;
        connect(button, &QToolButton::clicked, this, [this, i] { choose(i); });
        if (!all[i].promise.isEmpty()) pages.addWidget(promisePage(all[i], theme, &pages));
    }
    buttons_.first()->setChecked(true);
}

void WorkspaceSwitch::choose(int workspace) {
    for (int i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setChecked(i == workspace);
    if (workspace == current_) return;
    emit leaving(current_);
    current_ = workspace;
    pages_.setCurrentIndex(workspace);
    emit chosen(workspace);
}

} // namespace halfopen
