// SPDX-License-Identifier: GPL-3.0-or-later
// One whole piece of work without a mouse: open a scenario, change its breaker, find the first opening, read why,
// export the report. Only keys are sent, and only to what has the focus.
#include "tests/gui/lab.h"

#include <QFileDialog>
#include <QTextBrowser>

#include "ui/export/exporter.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

/// Sends a key as the keyboard does: to the widget that has the focus.
void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), Qt::Key(key), modifiers);
}

void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

/// Goes on with Tab until `reached`, or gives up.
bool tabUntil(const std::function<bool(QWidget *)> &reached) {
    for (int i = 0; i < 200; ++i) {
        if (QWidget *focus = QApplication::focusWidget(); focus && reached(focus)) return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace

class KeyboardTest : public QObject {
    Q_OBJECT

private slots:
    void a_whole_piece_of_work() {
        const QTemporaryDir folder;
        const auto lab = openLab(":/scenarios/timeout.scenario.yaml");
        QVERIFY(lab);
        lab->activateWindow();
        QTRY_VERIFY(lab->isActiveWindow());
        Session &session = lab->session();

        // Open a scenario, from the start page.
        press(Qt::Key_N, Qt::ControlModifier);
        type("vision outage");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(session.document().name(), QString("receipts.scenario.yaml"));
        QVERIFY(session.waitUntilSettled(30'000));

        // Change the breaker: the palette finds the field, and typing changes it.
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type("gpt4_vision cooldown");
        press(Qt::Key_Return);
        press(Qt::Key_A, Qt::ControlModifier);
        type("20 s");
        press(Qt::Key_Return);
        QCOMPARE(session.document().scenario().policies[0].breaker->open_for, Duration(std::chrono::seconds(20)));
        QVERIFY(session.waitUntilSettled(30'000));

        // Find the first opening: Tab to the tracks, then G.
        QVERIFY(tabUntil([](QWidget *w) { return qobject_cast<TimelineView *>(w); }));
        if (session.playhead().playing()) press(Qt::Key_Space);
        press(Qt::Key_Home);
        press(Qt::Key_G);
        QVERIFY(session.selection().transition());
        QVERIFY(seconds(session.playhead().viewed()) > 60.0);

        // Read why: Tab to the pane, select all and copy, as a person would to quote it.
        QVERIFY(tabUntil([](QWidget *w) { return w->objectName() == "why"; }));
        auto *why = qobject_cast<QTextBrowser *>(QApplication::focusWidget());
        QTRY_VERIFY(why->toPlainText().contains("Opened because"));

        // Export the report.
        const QString path = folder.filePath("report.html");
        QTimer typist;
        connect(&typist, &QTimer::timeout, &typist, [&typist, path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog) return;
            typist.stop();
            auto *name = dialog->findChild<QLineEdit *>("fileNameEdit");
            name->setText(path); // keys would wake the completer, whose list takes the Enter
            QTest::keyClick(name, Qt::Key_Return);
        });
        typist.start(5);
        QSignalSpy ended(&lab->exporter().jobs(), &ExportJobs::ended);
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
        QVERIFY2(ended[0][1].toString().isEmpty(), qPrintable(ended[0][1].toString()));
        QVERIFY(readFile(path).contains("Receipt pipeline, vision outage"));
        QVERIFY(readFile(path).contains("open_for: 20s") || readFile(path).contains("20s"));
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
