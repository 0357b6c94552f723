// SPDX-License-Identifier: GPL-3.0-or-later
// What the window can be told to do. Menus, key sheet, palette and single-letter keys come from this.
#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QDockWidget>

#include "ui/editors/field_search.h"
#include "ui/export/exporter.h"
#include "ui/flow/flow_pane.h"
#include "ui/lab_keys.h"
#include "ui/main_window.h"
#include "ui/shell/commands.h"
#include "ui/status_line.h"
#include "ui/timeline/timeline_view.h"
#include "ui/tradeoff/tradeoff_view.h"
#include "ui/transport.h"

namespace halfopen {

namespace {

/// "retry-storm.scenario.yaml" → "Retry storm".
QString titleOfFile(const QString &name) {
    QString title = name.section('.', 0, 0).replace('-', ' ');
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
}

} // namespace

void MainWindow::addFileCommands() {
    using enum CommandGroup;
    commands_->add(
        {.id = "file/start",
         .name = tr("S&tart page"),
         .what = tr("Shows the scenarios that come with the program, with pictures, and the files opened last."),
         .group = file,
         .keys = {QKeySequence("Ctrl+N")}},
        [this] { showStartPage(); });
    commands_->add({.id = "file/open",
                    .name = tr("&Open …"),
                    .what = tr("Opens a scenario file in place of this one."),
                    .group = file,
                    .keys = {QKeySequence::Open}},
                   [this] { chooseFile(); });
    commands_->add({.id = "file/forget-recent",
                    .name = tr("&Forget the files opened last"),
                    .what = tr("Empties the list of files opened last. The files themselves stay."),
                    .group = recent},
                   [this] { forgetRecent(); });
    for (const QString &name : QDir(":/scenarios").entryList({"*.scenario.yaml"}, QDir::Files, QDir::Name))
        commands_->add({.id = "shipped/" + name,
                        .name = titleOfFile(name),
                        .what = tr("Opens a scenario that comes with the program; saving asks for a new place."),
                        .group = shipped},
                       [this, name] { openFile(":/scenarios/" + name); });
    commands_->add({.id = "file/save",
                    .name = tr("&Save"),
                    .what = tr("Writes the scenario to its file. Comments and order of what was not edited stay."),
                    .group = file,
                    .keys = {QKeySequence::Save},
                    .section = 1},
                   [this] { save(); });
    commands_->add({.id = "file/save-as",
                    .name = tr("Save &as …"),
                    .what = tr("Writes the scenario to another file and goes on with that one."),
                    .group = file,
                    .keys = {QKeySequence("Ctrl+Shift+S")},
                    .section = 1},
                   [this] { saveAs(); });
    addExportCommands();
    commands_->add({.id = "file/quit",
                    .name = tr("&Quit"),
                    .what = tr("Closes the window; asks first when there are unsaved changes."),
                    .group = file,
                    .keys = {QKeySequence("Ctrl+Q")},
                    .section = 2},
                   [this] { close(); });
}

void MainWindow::addExportCommands() {
    QList<ExportPane> views{{"window", tr("the window"), this},
                            {"flow", tr("the pipeline"), flow_, [this] { flow_->refreshNow(); }},
                            {"tracks", tr("the tracks"), timeline_}};
    for (const Pane &pane : panes())
        views << ExportPane{pane.dock->objectName(), pane.dock->windowTitle(), pane.dock->widget()};
    for (ExportPane &view : views)
        if (view.id == "tradeoff") view.refresh = [this] { tradeoff_->refresh(); };
    exporter_ = new Exporter(*session_, *theme_, *notices_, *this, views, {"flow", "tracks", "tradeoff"});
    exporter_->addCommands(*commands_);
    connect(exporter_, &Exporter::told, status_, &StatusLine::tell);
}

void MainWindow::addEditCommands() {
    QUndoStack &stack = document_->undoStack();
    commands_->add({.id = "edit/undo",
                    .what = tr("Takes the last edit back. The run is computed anew and the view stays."),
                    .group = CommandGroup::edit,
                    .keys = {QKeySequence("Ctrl+Z")},
                    .whyNot = tr("nothing was edited yet")},
                   stack.createUndoAction(this, tr("&Undo")));
    commands_->add({.id = "edit/redo",
                    .what = tr("Does again what was undone last."),
                    .group = CommandGroup::edit,
                    .keys = {QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")},
                    .whyNot = tr("nothing was undone")},
                   stack.createRedoAction(this, tr("&Redo")));
    addApplyFrom();
    commands_->add({.id = "edit/palette",
                    .name = tr("&Find a command …"),
                    .what = tr("Finds commands, files and fields by a few letters, and goes to a time or a request."),
                    .group = CommandGroup::edit,
                    .keys = {QKeySequence("Ctrl+Shift+P")},
                    .section = 1},
                   [this] { showPalette(); });
    commands_->add({.id = "edit/findSetting",
                    .name = tr("Find a &setting"),
                    .what = tr("Shows only the settings of the editors that hold a word; Enter goes to the first of them."),
                    .group = CommandGroup::edit,
                    .keys = {QKeySequence("Ctrl+F")},
                    .section = 1},
                   [this] {
                       scenarioPane_.dock->show();
                       scenarioPane_.dock->raise();
                       search_->begin();
                   });
}

void MainWindow::addThemeCommands() {
    auto *modes = new QActionGroup(this);
    QAction *light = modes->addAction(tr("&Light"));
    QAction *dark = modes->addAction(tr("&Dark"));
    for (QAction *action : {light, dark})
        action->setCheckable(true);
    const auto show = [this, light, dark] { (theme_->mode() == Theme::Mode::light ? light : dark)->setChecked(true); };
    show();
    connect(theme_, &Theme::changed, this, show);
    connect(light, &QAction::triggered, this, [this] { theme_->setMode(Theme::Mode::light); });
    connect(dark, &QAction::triggered, this, [this] { theme_->setMode(Theme::Mode::dark); });
    const auto group = CommandGroup::view;
    commands_->add({.id = "view/light", .what = tr("Dark text on a light ground."), .group = group}, light);
    commands_->add({.id = "view/dark", .what = tr("Light text on a dark ground."), .group = group}, dark);
    commands_->add(
        {.id = "view/other-theme",
         .name = tr("&Other of light and dark"),
         .what = tr("Changes between light and dark."),
         .group = group,
         .keys = {QKeySequence("Ctrl+T")}},
        [this] { theme_->setMode(theme_->mode() == Theme::Mode::light ? Theme::Mode::dark : Theme::Mode::light); });
}

void MainWindow::addViewCommands() {
    addThemeCommands();
    commands_->add({.id = "view/whole-run",
                    .name = tr("Fit the &whole run"),
                    .what = tr("Shows the run from its start to its end in the tracks."),
                    .group = CommandGroup::view,
                    .keys = {QKeySequence("Ctrl+0")},
                    .section = 1},
                   [this] { session_->fitSpan(); });
    addLookCommands();
    addTrackCommands();
    addSelectionCommands();
    for (const Pane &pane : panes())
        commands_->add({.id = "pane/" + pane.dock->objectName(),
                        .what = tr("Shows or hides the pane \"%1\".").arg(pane.dock->windowTitle()),
                        .group = CommandGroup::panes},
                       pane.dock->toggleViewAction());
    commands_->add({.id = "pane/flow",
                    .what = tr("Shows or hides the pipeline and the state machine above the tracks."),
                    .group = CommandGroup::panes},
                   flow_->toggleAction());
    addWorkspaceCommands();
    addLanguageCommands();
}

void MainWindow::addTrackCommands() {
    const auto add = [this](const char *id, const QString &name, const QString &what, QList<QKeySequence> letters,
                            int key, Qt::KeyboardModifiers modifiers = {}) {
        commands_->add({.id = id, .name = name, .what = what, .group = CommandGroup::tracks, .letters = letters},
                       [this, key, modifiers] { keys_->passToTracks(key, modifiers); });
    };
    add("tracks/focus", tr("&Focus on the selection"),
        tr("Zooms to the selected request or stay in a state; once more: the whole run."), {Qt::Key_F}, Qt::Key_F);
    add("tracks/zoom-in", tr("Zoom &in"), tr("Shows a shorter stretch of time, around the hairline."),
        {Qt::Key_W, Qt::Key_Up}, Qt::Key_W);
    add("tracks/zoom-out", tr("Zoom &out"), tr("Shows a longer stretch of time, around the hairline."),
        {Qt::Key_S, Qt::Key_Down}, Qt::Key_S);
    add("tracks/pan-left", tr("Pan to ear&lier"), tr("Moves the view a tenth of its width to earlier times."),
        {Qt::Key_A}, Qt::Key_A);
    add("tracks/pan-right", tr("Pan to l&ater"), tr("Moves the view a tenth of its width to later times."), {Qt::Key_D},
        Qt::Key_D);
    add("tracks/hairline-left", tr("Hairline a little &back"), tr("Looks 4 pixels of time earlier."), {Qt::Key_Left},
        Qt::Key_Left);
    add("tracks/hairline-right", tr("Hairline a little o&n"), tr("Looks 4 pixels of time later."), {Qt::Key_Right},
        Qt::Key_Right);
    add("tracks/hairline-far-left", tr("Hairline further back"), tr("Looks 40 pixels of time earlier."),
        {QKeySequence("Shift+Left")}, Qt::Key_Left, Qt::ShiftModifier);
    add("tracks/hairline-far-right", tr("Hairline further on"), tr("Looks 40 pixels of time later."),
        {QKeySequence("Shift+Right")}, Qt::Key_Right, Qt::ShiftModifier);
    add("tracks/up", tr("Scroll the tracks &up"), tr("Shows the tracks above, where they do not all fit."),
        {Qt::Key_PageUp}, Qt::Key_PageUp);
    add("tracks/down", tr("Scroll the tracks &down"), tr("Shows the tracks beneath, where they do not all fit."),
        {Qt::Key_PageDown}, Qt::Key_PageDown);
}

void MainWindow::addRunCommands() {
    struct Row {
        CommandSpec spec;
        std::function<void()> act;
    };
    const auto row = [](const char *id, const QString &name, const QString &what, QList<QKeySequence> letters,
                        int section, std::function<void()> act, QList<QKeySequence> also = {}) {
        return Row{{.id = id,
                    .name = name,
                    .what = what,
                    .group = CommandGroup::run,
                    .letters = std::move(letters),
                    .alsoLetters = std::move(also),
                    .section = section},
                   std::move(act)};
    };
    const Row rows[] = {
        row("run/play", tr("&Play or pause"),
            tr("Lets simulated time pass at the speed of the transport, or stops it."), {Qt::Key_Space}, 0,
            [this] { session_->togglePlay(); }),
        row("run/forward", tr("One event &forward"), tr("Goes to the next instant at which something happens."),
            {Qt::Key_Period}, 0, [this] { session_->step(Direction::forward); }),
        row("run/back", tr("One event &back"), tr("Goes to the instant before at which something happened."),
            {Qt::Key_Comma}, 0, [this] { session_->step(Direction::backward); }),
        row("run/start", tr("To the &start"), tr("Looks at 0 s."), {Qt::Key_Home}, 0,
            [this] { session_->showAt(kTimeZero); }),
        row("run/end", tr("To the &end"), tr("Looks at the end of what is computed."), {Qt::Key_End}, 0,
            [this] { session_->showAt(session_->playhead().computed()); }),
        row("run/live", tr("&Live"), tr("Follows what is computed, as it is computed."), {Qt::Key_L}, 0,
            [this] { session_->goLive(); }),
        row("run/next-transition", tr("&Next change of state"),
            tr("Goes to the next change of the selected breaker, and Why explains it."), {QKeySequence("Shift+.")}, 1,
            [this] { session_->goToTransition(Direction::forward); }, {Qt::Key_Greater, Qt::Key_Colon}),
        row("run/previous-transition", tr("Pre&vious change of state"),
            tr("Goes to the change of the selected breaker before this one."), {QKeySequence("Shift+,")}, 1,
            [this] { session_->goToTransition(Direction::backward); }, {Qt::Key_Less, Qt::Key_Semicolon}),
        row("run/until", tr("Run &until"),
            tr("Goes to where it happens next: what the transport names beside \"run until\"."), {Qt::Key_G}, 1,
            [this] { transport_->runUntil(Direction::forward); }),
        row("run/until-back", tr("Run back until"),
            tr("Goes to where it happened before: what the transport names beside \"run until\"."),
            {QKeySequence("Shift+G")}, 1, [this] { transport_->runUntil(Direction::backward); }),
        row("run/slower", tr("Slo&wer"), tr("Plays at a lower speed."), {Qt::Key_BracketLeft, Qt::Key_Minus}, 2,
            [this] { transport_->changeSpeed(-1); }),
        row("run/faster", tr("Fas&ter"), tr("Plays at a higher speed."), {Qt::Key_BracketRight, Qt::Key_Plus}, 2,
            [this] { transport_->changeSpeed(1); }, {Qt::Key_Equal}),
    };
    for (const Row &each : rows)
        commands_->add(each.spec, each.act);
}

void MainWindow::addHelpCommands() {
    commands_->add({.id = "help/keys",
                    .name = tr("&Keys"),
                    .what = tr("Shows the sheet of all keys."),
                    .group = CommandGroup::help,
                    .keys = {QKeySequence(Qt::Key_F1)},
                    .letters = {Qt::Key_Question}},
                   [this] { showKeys(); });
    commands_->add({.id = "help/scenario",
                    .name = tr("About this &scenario"),
                    .what = tr("What the scenario is about, in its author's words."),
                    .group = CommandGroup::help},
                   [this] { showAboutScenario(); });
    commands_->add({.id = "help/about",
                    .name = tr("&About Halfopen"),
                    .what = tr("Version, licence, and what it stands on."),
                    .group = CommandGroup::help},
                   [this] { showAbout(); });
}

} // namespace halfopen
