// SPDX-License-Identifier: GPL-3.0-or-later
// Space plays and pauses wherever it is not the key of what has the focus.
#include "tests/gui/lab.h"

#include <QCheckBox>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

#include "ui/shell/commands.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

class SpaceTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        lab_->activateWindow();
        QTRY_VERIFY(lab_->isActiveWindow());
    }
    void cleanup() { lab_.reset(); }

    void space_plays_from_a_pane_that_does_not_use_it_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"why", "timeline", "requests"}) QTest::newRow(name) << name;
    }
    void space_plays_from_a_pane_that_does_not_use_it() {
        QFETCH(QString, name);
        QWidget *pane = name == "requests" ? lab_->findChild<QTableView *>() : child<QWidget>(*lab_, name);
        QVERIFY(pane);
        pane->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), pane);
        QVERIFY(!playing());
        QTest::keyClick(pane, Qt::Key_Space);
        QVERIFY(playing());
        QTest::keyClick(pane, Qt::Key_Space);
        QVERIFY(!playing());
    }
    void space_stays_the_key_of_a_field_and_of_a_button() {
        QLineEdit *edit = field(*lab_, "policies.gpt4.retry.backoff.base");
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Space);
        QVERIFY(!playing());
        QTest::keyClick(edit, Qt::Key_Escape);
        auto *end = child<QToolButton>(*lab_, "skip-end");
        end->setFocus();
        QTest::keyClick(end, Qt::Key_Space);
        QVERIFY(!playing());
        QVERIFY(lab_->session().playhead().viewed() > kTimeZero); // the button was pressed
    }
    void space_plays_nothing_behind_the_start_page() {
        lab_->showStartPage();
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        focus->clearFocus();
        QTest::keyClick(lab_.get(), Qt::Key_Space);
        QVERIFY(!playing());
    }

private:
    bool playing() { return lab_->session().playhead().playing(); }
    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(SpaceTest)
#include "space_test.moc"
