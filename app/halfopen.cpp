// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QRegularExpression>
#include <QSettings>

#include "engine/files/output_paths.h"
#include "engine/files/quantities.h"
#include "engine/insight/explain.h"
#include "ui/capture.h"
#include "ui/main_window.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"

namespace {

using namespace halfopen;

constexpr int kUsage = 2, kBadFile = 65, kNoFile = 74;

/// What the command line asks for.
struct Wishes {
    QString file = ":/scenarios/receipts.scenario.yaml";
    bool named = false; ///< the file
    QString capture, error;
    std::optional<SimTime> at;
    QSize size{1440, 900};
    std::optional<Theme::Mode> theme;
    std::optional<Language> language;
    double scale = 1.0;
    QStringList commands;
    QStringList unused; ///< options of a picture, where none is asked for
};

void describe(QCommandLineParser &parser) {
    parser.setApplicationDescription("Halfopen: a flight simulator for resilience policies.\n"
                                     "Of its workspaces Lab is built; Learn, Tune and Replay are not built yet.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("FILE", "A scenario to open; without it the start page.", "[FILE]");
    parser.addOptions(
        {{"capture", "Save a picture of the window and exit; needs no display.", "OUT.png"},
         {"at", "The simulated time of the picture, such as 61s; at most the end of the run.", "D"},
         {"size", "Size of the window in the picture (1440x900).", "WxH"},
         {"theme", "light or dark.", "MODE"},
         {"language", "system, en or de; pictures are in English unless it says otherwise.", "LANGUAGE"},
         {"scale", "Pixels of the picture to one of the window, 1 to 4.", "N"},
         {"do", "Carry out a command before the picture, such as edit/palette; may be repeated.", "COMMAND"},
         {"presenter", "Show the picture in presenter mode."},
         {"greyscale", "Show the picture without colour."},
         {"workspace", "Which workspace the picture shows: lab or start; learn, tune and replay are not built yet.", "NAME"}});
}

void readSize(const QString &text, Wishes &wishes) {
    const QStringList parts = text.split('x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt()), least = MainWindow::kSizeMin;
    constexpr int most = 8000;
    if (parts.size() != 2 || size.expandedTo(least) != size || size.boundedTo({most, most}) != size)
        wishes.error = QString("--size: expected a size such as 1440x900, from %1x%2 to %3x%3, got \"%4\"")
                           .arg(least.width())
                           .arg(least.height())
                           .arg(most)
                           .arg(text);
    wishes.size = size;
}

void readLook(const QCommandLineParser &parser, Wishes &wishes) {
    if (parser.isSet("language")) {
        wishes.language = languageOf(parser.value("language"));
        if (!wishes.language)
            wishes.error =
                QString("--language: expected system, en or de, got \"%1\"").arg(parser.value("language"));
    }
    if (parser.isSet("workspace")) {
        const QString name = parser.value("workspace");
        if (!QStringList{"lab", "learn", "tune", "replay", "start"}.contains(name))
            wishes.error = QString("--workspace: expected lab, learn, tune, replay or start, got \"%1\"").arg(name);
        wishes.commands << (name == "start" ? "file/start" : "workspace/" + name);
    }
    for (const char *look : {"presenter", "greyscale"})
        if (parser.isSet(look)) wishes.commands << QString("view/") + look;
}

Wishes read(QCommandLineParser &parser, const QStringList &arguments) {
    Wishes wishes;
    if (!parser.parse(arguments)) {
        wishes.error = parser.errorText();
        return wishes;
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) wishes.error = "expected one file, got " + files.join(", ");
    if (!files.isEmpty()) wishes.file = files.first();
    wishes.named = !files.isEmpty();
    wishes.capture = parser.value("capture");
    wishes.commands = parser.values("do");
    if (parser.isSet("capture") && wishes.capture.isEmpty()) wishes.error = "--capture: expected the name of a picture";
    if (parser.isSet("at")) {
        const auto at = parse_duration(parser.value("at").toStdString());
        if (!at || at->count() < 0)
            wishes.error = QString("--at: expected a time such as 61s, got \"%1\"").arg(parser.value("at"));
        wishes.at = kTimeZero + at.value_or(Duration{0});
    }
    if (parser.isSet("size")) readSize(parser.value("size"), wishes);
    if (parser.isSet("theme")) {
        const QString theme = parser.value("theme");
        if (theme != "light" && theme != "dark")
            wishes.error = QString("--theme: expected light or dark, got \"%1\"").arg(theme);
        wishes.theme = theme == "dark" ? Theme::Mode::dark : Theme::Mode::light;
    }
    if (parser.isSet("scale")) {
        wishes.scale = parser.value("scale").toDouble();
        if (!(wishes.scale >= 1.0 && wishes.scale <= 4.0))
            wishes.error = QString("--scale: expected a number from 1 to 4, got \"%1\"").arg(parser.value("scale"));
    }
    readLook(parser, wishes);
    for (const char *option : {"at", "size", "scale", "do", "presenter", "greyscale", "workspace"})
        if (wishes.capture.isEmpty() && parser.isSet(option)) wishes.unused << QString("--") + option;
    return wishes;
}

/// A picture is painted without a display, in its own number of pixels; both must be known before Qt starts.
void prepareScreen(const Wishes &wishes) {
    if (wishes.capture.isEmpty()) return;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", QByteArray::number(wishes.scale));
}

bool hasScreen() {
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int say(const QString &text, int status) {
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return status;
}

Theme::Mode themeOf(const Wishes &wishes) {
    if (wishes.theme) return *wishes.theme;
    if (!wishes.capture.isEmpty()) return Theme::Mode::light;
    const bool darkDesktop = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return QSettings().value("theme", darkDesktop ? "dark" : "light") == "dark" ? Theme::Mode::dark
                                                                                : Theme::Mode::light;
}

/// A picture is the same whatever the person chose; a window speaks what was chosen.
Language languageOf(const Wishes &wishes) {
    if (wishes.language) return *wishes.language;
    return wishes.capture.isEmpty() ? chosenLanguage() : Language::english;
}

int show(const Wishes &wishes) {
    auto document = std::make_unique<ScenarioDocument>();
    FileProblem problem;
    QObject::connect(document.get(), &ScenarioDocument::problem, [&](const FileProblem &p) { problem = p; });
    if (!document->open(wishes.file)) {
        // The messages name the file as the window does; here it is named as it was asked for.
        problem.lines.replaceInStrings(
            QRegularExpression('^' + QRegularExpression::escape(QFileInfo(wishes.file).fileName())), wishes.file);
        return say(problem.lines.join('\n'), problem.kind == Failure::Kind::no_file ? kNoFile : kBadFile);
    }
    const bool captures = !wishes.capture.isEmpty();
    if (const auto conflict = captures ? output_conflict({{"--capture", wishes.capture.toStdString()}}, wishes.file.toStdString(),
                                                         document->scenario())
                                       : std::nullopt)
        return say("halfopen: " + QString::fromStdString(*conflict), kUsage);
    MainWindow window(std::move(document), {themeOf(wishes), !captures});
    if (captures) {
        for (const QString &id : wishes.commands)
            if (!window.commands().find(id)) return say(QString("--do: there is no command \"%1\"").arg(id), kUsage);
        if (!capture(window, {wishes.at, wishes.size, wishes.commands}, wishes.capture))
            return say(wishes.capture + ": the picture cannot be written", kNoFile);
        const SimTime end = window.session().run().computed();
        if (wishes.at && *wishes.at > end) {
            say(QString("halfopen: --at: the run is over at %1, and the picture shows that instant")
                    .arg(QString::fromStdString(format_time(end))),
                0);
        }
        return 0;
    }
    if (!wishes.unused.isEmpty())
        say("halfopen: " + wishes.unused.join(", ") + ": only for a picture (--capture OUT.png), and left out here", 0);
    window.show();
    if (wishes.named)
        window.session().playhead().play();
    else
        window.showStartPage();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication::setApplicationName("halfopen");
    QCoreApplication::setOrganizationName("halfopen");
    QCoreApplication::setApplicationVersion(HALFOPEN_VERSION);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCommandLineParser parser;
    describe(parser);
    const Wishes wishes = read(parser, arguments);
    if (!wishes.error.isEmpty())
        return say("halfopen: " + wishes.error + "\nhalfopen --help says what it takes.", kUsage);
    if (parser.isSet("help") || parser.isSet("version")) {
        const QCoreApplication words(argc, argv);
        std::printf("%s\n",
                    qPrintable(parser.isSet("help") ? parser.helpText() : QString("halfopen " HALFOPEN_VERSION)));
        return 0;
    }
    prepareScreen(wishes);
    if (!hasScreen())
        return say("halfopen: there is no display. halfopen --capture OUT.png paints a picture without one, and "
                   "halfopen-cli run FILE prints the report.",
                   kUsage);
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName("Halfopen");
    installLanguage(languageOf(wishes), app);
    QApplication::setWindowIcon(QIcon(":/icons/halfopen.svg"));
    return show(wishes);
}
