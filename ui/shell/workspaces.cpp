// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaces.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::Workspaces)
};

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
        {"lab", Words::tr("Lab"), Words::tr("Build a scenario, run it and see why."), {}},
        {"learn", Words::tr("Learn"), Words::tr("Lessons that explain one policy at a time."),
         Words::tr("Lessons will stand here: each a small scenario that you play, change and understand. It is not built "
              "yet; Ctrl+1 goes back to the Lab.")},
        {"tune", Words::tr("Tune"), Words::tr("Find the settings that serve best."),
         Words::tr("Here many settings will be tried at once, over many seeds, and the best be shown. It is not built yet; "
              "Ctrl+1 goes back to the Lab.")},
        {"replay", Words::tr("Replay"), Words::tr("See what really happened, and what would have."),
         Words::tr("Here recorded traffic will be replayed under other policies. It is not built yet; Ctrl+1 goes back to "
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
        button->setToolTip(QString("%1 (%2)").arg(all[i].what, QKeySequence(QString("Ctrl+%1").arg(i + 1)).toString(QKeySequence::NativeText)));
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
