// SPDX-License-Identifier: GPL-3.0-or-later
// The window in German, and in both languages without a text that has less room than it needs.
#include "tests/gui/lab.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTextBrowser>

#include "tests/gui/catalogue.h"
#include "tests/gui/visible_texts.h"
#include "ui/keys_sheet.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"
#include "ui/shell/notices.h"
#include "ui/tables/tables_pane.h"

using namespace halfopen;

namespace {

/// Sources whose translation is another text, as what stands on the screen matches them.
class EnglishTexts {
public:
    EnglishTexts() {
        QStringList german;
        const QList<Message> messages = readCatalogue(HALFOPEN_SOURCE_DIR "/resources/translations/halfopen_de.ts");
        for (const Message &message : messages)
            german << bare(message.translation);
        for (const Message &message : messages) {
            const QString source = bare(message.source);
            if (source == bare(message.translation) || german.contains(source)) continue;
            if (!source.contains(place()))
                whole_.insert(source);
            else if (lettersOf(source) >= 10)
                patterns_ << QRegularExpression('^' + patternOf(source) + '$');
        }
    }
    bool hold(const QString &text) const {
        if (whole_.contains(text)) return true;
        return std::ranges::any_of(patterns_, [&text](const auto &pattern) { return pattern.match(text).hasMatch(); });
    }
    qsizetype count() const { return whole_.size() + patterns_.size(); }

private:
    static const QRegularExpression &place() {
        static const QRegularExpression one("%\\d|\\{[^}]*\\}");
        return one;
    }
    static QString bare(QString text) { return text.remove('&').trimmed(); }
    static int lettersOf(QString text) {
        return static_cast<int>(text.remove(place()).count(QRegularExpression("[A-Za-z]")));
    }
    static QString patternOf(const QString &source) {
        QStringList parts = source.split(place());
        for (QString &part : parts)
            part = QRegularExpression::escape(part);
        return parts.join(".*");
    }
    QSet<QString> whole_;
    QList<QRegularExpression> patterns_;
};

/// Kinds of failure are called as in the file, in every language.
QStringList namesOf(const Scenario &scenario) {
    QStringList names;
    for (int kind = 0; kind < scenario.kinds.size(); ++kind)
        names << QString::fromStdString(scenario.kinds[static_cast<Outcome>(kind)].name);
    return names;
}

void speak(Language language) { installLanguage(language, *qApp); }

void tellAll(QStringList &texts) {
    texts.removeDuplicates();
    for (const QString &text : texts)
        qWarning("%s", qPrintable(text));
}

/// The Lab at a moment at which everything has something to say.
std::unique_ptr<MainWindow> labAt(const QSize &size) {
    auto window = openLab();
    if (!window) return nullptr;
    window->resize(size);
    window->session().playhead().pause();
    window->session().showAt(SimTime{std::chrono::seconds(121)});
    window->session().goToTransition(Direction::backward);
    QTest::qWait(120);
    window->refreshAll();
    return window;
}

/// Every tab of the tables beneath, one after the other.
template <class Look>
void inEachTab(MainWindow &window, const Look &look) {
    auto *tables = window.findChild<TablesPane *>();
    auto *tabs = tables->findChild<QTabBar *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(60);
        look(tabs->tabText(tab));
    }
}

} // namespace

class GermanTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QSettings().clear(); }
    void cleanup() { speak(Language::english); }

    void nothing_that_has_a_translation_stands_there_in_english() {
        const EnglishTexts english;
        QVERIFY(english.count() > 1000);
        speak(Language::german);
        auto window = labAt({1440, 900});
        QVERIFY(window);
        const QStringList names = namesOf(window->session().document().scenario());
        QStringList bad;
        int seen = 0;
        const auto look = [&](QWidget &root, const QString &where) {
            for (const SeenText &text : textsOf(root)) {
                ++seen;
                if (english.hold(text.text) && !names.contains(text.text)) bad << QString("%1: \"%2\" · %3").arg(where, text.text, text.where);
            }
        };
        inEachTab(*window, [&](const QString &tab) {
            look(*window, tab);
            keepPicture(*window, "german-" + tab.section(' ', 0, 0));
        });
        window->commands().find("help/keys")->action->trigger();
        window->commands().find("edit/palette")->action->trigger();
        look(*window, "dialogs");
        window->showStartPage();
        look(*window, "start page");
        tellAll(bad);
        QVERIFY(bad.isEmpty());
        QVERIFY(seen > 2000);
    }

    void why_tells_its_reasons_in_german() {
        speak(Language::german);
        auto window = labAt({1440, 900});
        QVERIFY(window);
        const QString why = child<QTextBrowser>(*window, "why")->toPlainText();
        for (const char *word : {"Erneut geöffnet, weil die Probe", "5 in Folge, offen 60 s, 1 Probe", "abgewiesen in"})
            QVERIFY2(why.contains(QString::fromUtf8(word)), qPrintable(why));
    }

    void texts_have_the_room_they_need_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char *language : {"en", "de"})
            for (const QSize &size : {QSize(1440, 900), QSize(1100, 700)})
                QTest::addRow("%s %d", language, size.width()) << QString(language) << size;
    }

    void texts_have_the_room_they_need() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        speak(*languageOf(language));
        auto window = labAt(size);
        QVERIFY(window);
        QStringList bad;
        inEachTab(*window, [&](const QString &) { bad << clippedIn(*window); });
        window->commands().find("help/keys")->action->trigger();
        bad << clippedIn(*window->findChild<KeysSheet *>());
        window->showStartPage();
        QTest::qWait(60);
        bad << clippedIn(*window);
        tellAll(bad);
        QVERIFY(bad.isEmpty());
    }

    void each_menu_has_a_letter_for_each_of_its_commands_once() {
        QStringList bad;
        for (const Language language : {Language::english, Language::german}) {
            speak(language);
            auto window = openLab();
            QVERIFY(window);
            QList<QList<QAction *>> menus{window->menuBar()->actions()};
            for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>())
                menus << menu->actions();
            for (const QList<QAction *> &menu : menus) {
                QMap<QChar, QString> letters;
                for (const QAction *action : menu) {
                    const qsizetype mark = QString(action->text()).replace("&&", "  ").indexOf('&');
                    if (mark < 0) continue;
                    const QChar letter = action->text()[mark + 1].toLower();
                    if (letters.contains(letter)) bad << action->text() + " and " + letters[letter];
                    letters[letter] = action->text();
                }
            }
        }
        tellAll(bad);
        QVERIFY(bad.isEmpty());
    }

    void the_language_is_chosen_in_the_menu_and_spoken_from_the_next_start() {
        auto document = std::make_unique<ScenarioDocument>();
        QVERIFY(document->open(kReceipts));
        MainWindow window(std::move(document), {Theme::Mode::light, true});
        window.show();
        auto *notices = window.findChild<Notices *>();
        QCOMPARE(chosenLanguage(), Language::system);
        QVERIFY(window.commands().find("language/system")->action->isChecked());

        window.commands().find("language/de")->action->trigger();
        QCOMPARE(chosenLanguage(), Language::german);
        QVERIFY(notices->shows("language"));
        QVERIFY(labelsOf(*notices).contains("in German when it is started again"));

        window.commands().find("language/en")->action->trigger();
        QCOMPARE(chosenLanguage(), Language::english);
        QVERIFY(!notices->shows("language")); // it is what is spoken
        QSettings().clear();
    }

    void the_ids_of_languages_are_read_back() {
        for (const Language language : {Language::system, Language::english, Language::german})
            QCOMPARE(languageOf(idOf(language)), std::optional(language));
        QCOMPARE(languageOf("fr"), std::nullopt);
        QCOMPARE(spoken(Language::system), Language::english); // LC_ALL=C of the tests
    }
};

QTEST_MAIN(GermanTest)
#include "german_test.moc"
