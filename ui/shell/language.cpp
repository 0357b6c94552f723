// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <utility>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include "engine/base/say.h"

namespace halfopen {

namespace {

constexpr std::pair<Language, const char *> kIds[] = {
    {Language::system, "system"}, {Language::english, "en"}, {Language::german, "de"}};
constexpr auto kSetting = "language", kNow = "halfopenLanguage";

/// Gone with the application.
void install(const QString &file, const QString &folder, QCoreApplication &app) {
    auto *translator = new QTranslator(&app);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

/// What the engine says to people, from the same catalogue. Empty: there is no translation.
std::string translation(const char *context, const char *english) {
    const QString text = QCoreApplication::translate(context, english);
    return text == QString::fromUtf8(english) ? std::string() : text.toStdString();
}

} // namespace

QString idOf(Language language) {
    for (const auto &[each, id] : kIds)
        if (each == language) return id;
    return {};
}

std::optional<Language> languageOf(const QString &id) {
    for (const auto &[language, each] : kIds)
        if (id == each) return language;
    return std::nullopt;
}

Language chosenLanguage() { return languageOf(QSettings().value(kSetting).toString()).value_or(Language::system); }

void keepChosenLanguage(Language language) { QSettings().setValue(kSetting, idOf(language)); }

Language spoken(Language language) {
    if (language != Language::system) return language;
    for (const QString &each : QLocale::system().uiLanguages()) {
        if (each.startsWith("de")) return Language::german;
        if (each.startsWith("en") || each == "C") return Language::english;
    }
    return Language::english;
}

Language languageNow(const QCoreApplication &app) {
    return languageOf(app.property(kNow).toString()).value_or(Language::english);
}

void installLanguage(Language language, QCoreApplication &app) {
    for (QTranslator *old : app.findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    app.setProperty(kNow, idOf(spoken(language)));
    install_translator(spoken(language) == Language::german ? translation : nullptr);
    if (spoken(language) != Language::german) return;
    install("qtbase_de", QLibraryInfo::path(QLibraryInfo::TranslationsPath), app);
    install("halfopen_de", ":/translations", app);
}

} // namespace halfopen
