// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

class QCoreApplication;

namespace halfopen {

/// In which language the window speaks. Scenarios, tables of numbers and halfopen-cli know nothing of it; the
/// report, which people read, does.
enum class Language { system, english, german };

/// "system", "en" and "de": the words of the command line and of the settings.
QString idOf(Language language);
std::optional<Language> languageOf(const QString &id);
/// What the person chose last; Language::system before that.
Language chosenLanguage();
void keepChosenLanguage(Language language);
/// German where the system prefers it to English, else English. The others stay what they are.
Language spoken(Language language);

/// What was installed last: english or german.
Language languageNow(const QCoreApplication &app);

/// Gives the program the words of a language, those of Qt's own dialogs too where Qt's catalogue is installed. English
/// stands in the sources and needs none. To be called before the first window is built and at most once more, in tests.
void installLanguage(Language language, QCoreApplication &app);

} // namespace halfopen
