// SPDX-License-Identifier: GPL-3.0-or-later
// What the status bar says goes when the next thing happens.
#include "tests/gui/lab.h"

#include <QStatusBar>

#include "ui/transport.h"

using namespace halfopen;

class StatusTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        transport_ = child<Transport>(*lab_, "transport");
    }
    void cleanup() { lab_.reset(); }

    void a_jump_takes_the_message_of_the_jump_before_away() {
        transport_->runUntil(Direction::backward);
        QVERIFY2(said().contains("not before"), qPrintable(said()));
        transport_->runUntil(Direction::forward);
        QCOMPARE(said(), QString());
    }
    void an_edit_and_its_undo_take_it_away() {
        transport_->runUntil(Direction::backward);
        QVERIFY(!said().isEmpty());
        QVERIFY(!lab_->session().document().set("seed", "8", {"seed 8"}));
        QCOMPARE(said(), QString());
        transport_->runUntil(Direction::backward);
        QVERIFY(!said().isEmpty());
        lab_->session().document().undoStack().undo();
        QCOMPARE(said(), QString());
    }
    void a_new_selection_takes_it_away() {
        transport_->runUntil(Direction::backward);
        QVERIFY(!said().isEmpty());
        lab_->session().selection().selectBreaker(1);
        QCOMPARE(said(), QString());
    }

private:
    QString said() { return lab_->statusBar()->currentMessage(); }
    std::unique_ptr<MainWindow> lab_;
    Transport *transport_ = nullptr;
};

QTEST_MAIN(StatusTest)
#include "status_test.moc"
