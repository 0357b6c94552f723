// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMainWindow>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName("Halfopen");
    QApplication::setApplicationVersion(HALFOPEN_VERSION);
    QApplication::setWindowIcon(QIcon(":/icons/halfopen.svg"));

    QCommandLineParser parser;
    parser.setApplicationDescription("A flight simulator for resilience policies");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("file", "A scenario to open.", "[file]");
    parser.process(app);

    QMainWindow window;
    window.setWindowTitle("Halfopen");
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
