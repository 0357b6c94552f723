// SPDX-License-Identifier: GPL-3.0-or-later
// In which language the window speaks: chosen in a menu, spoken from the next start.
#include <QActionGroup>
#include <QApplication>

#include "ui/main_window.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"
#include "ui/shell/notices.h"

namespace halfopen {

void MainWindow::addLanguageCommands() {
    struct Row {
        Language language;
        QString name, what;
    };
    // A language is called by its own name, so that whoever cannot read the rest finds it.
    const Row rows[] = {
        {Language::system, tr("&System"), tr("The language that this computer is set to, from the next start.")},
        {Language::english, "&English", tr("The window in English, from the next start.")},
        {Language::german, "&Deutsch", tr("The window in German, from the next start.")}};
    auto *languages = new QActionGroup(this);
    const Language chosen = options_.remembers ? chosenLanguage() : languageNow(*qApp);
    for (const Row &row : rows) {
        QAction *action = languages->addAction(row.name);
        action->setCheckable(true);
        action->setChecked(row.language == chosen);
        connect(action, &QAction::triggered, this, [this, language = row.language] { chooseLanguage(language); });
        commands_->add({.id = "language/" + idOf(row.language), .what = row.what, .group = CommandGroup::languages},
                       action);
    }
}

void MainWindow::chooseLanguage(Language language) {
    if (!options_.remembers) return; // a picture or a test: there is no next start
    keepChosenLanguage(language);
    if (spoken(language) == languageNow(*qApp)) return notices_->dismiss("language");
    const QString text = spoken(language) == Language::german
                             ? tr("Halfopen will be in German when it is started again.")
                             : tr("Halfopen will be in English when it is started again.");
    notices_->show({"language", text});
}

} // namespace halfopen
