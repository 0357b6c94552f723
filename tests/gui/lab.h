// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/main_window.h"

namespace halfopen {

/// The scenarios of these tests are the shipped ones.
inline const QString kReceipts = ":/scenarios/receipts.scenario.yaml";

/// A window on a scenario, shown, with the whole run computed and paused at 0.
inline std::unique_ptr<MainWindow> openLab(const QString &file = kReceipts) {
    auto document = std::make_unique<ScenarioDocument>();
    if (!document->open(file)) return nullptr;
    auto window = std::make_unique<MainWindow>(std::move(document), MainWindow::Options{Theme::Mode::light, false});
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || !window->session().waitUntilSettled(30'000)) return nullptr;
    return window;
}

/// Clicks into a field, types over what it holds and presses Enter.
inline void typeInto(QLineEdit *edit, const QString &text, Qt::Key last = Qt::Key_Return) {
    QTest::mouseClick(edit, Qt::LeftButton);
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, last);
}

/// A child by the name under which it stands in the window.
template <class T>
T *child(QWidget &window, const QString &name) {
    T *found = window.findChild<T *>(name);
    if (!found) qWarning("there is no %s", qPrintable(name));
    return found;
}

/// The line edit of the field at this path of the document.
inline QLineEdit *field(QWidget &window, const QString &path) {
    auto *row = child<QWidget>(window, path);
    return row ? row->findChild<QLineEdit *>() : nullptr;
}

/// The visible text of the labels under a widget, one a line.
inline QString labelsOf(QWidget &widget) {
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) texts << label->text();
    }
    return texts.join('\n');
}

/// Saves what a widget shows into the folder that HALFOPEN_PICTURES names, for people who want to look at it.
inline void keepPicture(QWidget &widget, const QString &name) {
    const QString folder = qEnvironmentVariable("HALFOPEN_PICTURES");
    if (!folder.isEmpty() && !widget.grab().save(QString("%1/%2.png").arg(folder, name)))
        qWarning("no picture %s", qPrintable(name));
}

inline QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &text) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

inline QByteArray readFile(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace halfopen
