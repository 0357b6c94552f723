// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to look at the window: workspaces, layouts, presenter mode, greyscale, reduced motion.
#include "tests/gui/lab.h"

#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

#include "ui/flow/machine_view.h"
#include "ui/shell/commands.h"
#include "ui/shell/greyscale.h"
#include "ui/shell/menus.h"
#include "ui/shell/workspaces.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

/// Types into the next dialog that asks for a name, and accepts.
void answerWith(const QString &text) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, text] {
        auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        if (!dialog) return;
        timer->stop();
        timer->deleteLater();
        if (auto *edit = dialog->findChild<QLineEdit *>(); edit && edit->isVisible()) {
            QTest::keyClicks(edit, text);
            QTest::keyClick(edit, Qt::Key_Return);
        } else {
            dialog->accept();
        }
    });
    timer->start(5);
}

/// Pixels, at every third, whose red, green and blue differ.
int colouredPixels(const QImage &image) {
    int count = 0;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) {
            const QColor c = image.pixelColor(x, y);
            count += std::max({c.red(), c.green(), c.blue()}) - std::min({c.red(), c.green(), c.blue()}) > 8 ? 1 : 0;
        }
    return count;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        lab_->activateWindow();
        QTRY_VERIFY(lab_->isActiveWindow());
    }
    void cleanup() { lab_.reset(); }

    void presenter_mode_enlarges_hides_the_editors_and_comes_back() {
        const QRect scenario = dock("scenario")->geometry(), figures = dock("figures")->geometry();
        const int font = lab_->theme().font(12).pixelSize();
        QTest::keyClick(lab_.get(), Qt::Key_F11);
        QVERIFY(lab_->isFullScreen());
        QVERIFY(lab_->theme().font(12).pixelSize() > font);
        QCOMPARE(QApplication::font().pixelSize(), lab_->theme().font(12).pixelSize());
        for (const char *editor : {"scenario", "policy", "backoff"})
            QVERIFY(!dock(editor)->isVisible());
        for (const char *view : {"figures", "whyPane", "tradeoff", "tables"})
            QVERIFY(dock(view)->isVisible());
        QTest::keyClick(lab_.get(), Qt::Key_F11);
        QVERIFY(!lab_->isFullScreen());
        QCOMPARE(lab_->theme().font(12).pixelSize(), font);
        QTRY_COMPARE(dock("scenario")->geometry(), scenario);
        QCOMPARE(dock("figures")->geometry(), figures);
    }
    void a_presenter_reads_what_leads_from_state_to_state_also_in_a_small_window() {
        lab_ = openLab(":/scenarios/circuit-breaker.scenario.yaml"); // whose pipeline leaves room for the states
        QVERIFY(lab_);
        trigger("view/presenter");
        lab_->setWindowState(Qt::WindowNoState); // full screen is of a screen that is not there
        lab_->resize(1100, 700);
        auto *machine = lab_->findChild<MachineView *>();
        child<QToolButton>(*lab_, "showMachine")->setChecked(true);
        QTRY_COMPARE(lab_->size(), QSize(1100, 700));
        QTRY_VERIFY(machine->isVisible() && machine->height() > 0);
        const double line = QFontMetricsF(lab_->theme().font(11)).height() / lab_->theme().zoom();
        const auto gap = [&](BreakerState above, BreakerState beneath) {
            return machine->nodeRect(beneath).top() - machine->nodeRect(above).bottom();
        };
        QTRY_VERIFY(gap(BreakerState::closed, BreakerState::open) >= line);
        QVERIFY(gap(BreakerState::open, BreakerState::half_open) >= line);
        QVERIFY(machine->nodeRect(BreakerState::half_open).bottom() * lab_->theme().zoom() <= machine->height());
    }
    void greyscale_leaves_no_colour_anywhere_and_gives_it_back() {
        lab_->session().showAt(kTimeZero + std::chrono::seconds(121));
        QTRY_VERIFY(colouredPixels(lab_->grab().toImage()) > 2000);
        const int coloured = colouredPixels(lab_->grab().toImage());
        trigger("view/greyscale");
        QVERIFY(isGreyscale(*lab_));
        const QImage grey = lab_->grab().toImage();
        keepPicture(*lab_, "greyscale");
        QCOMPARE(colouredPixels(grey), 0);
        QSet<int> levels;
        for (int x = 0; x < grey.width(); ++x)
            levels << qGray(grey.pixel(x, grey.height() / 2));
        QVERIFY(levels.size() > 10); // it still shows something
        trigger("view/greyscale");
        QVERIFY(std::abs(colouredPixels(lab_->grab().toImage()) - coloured) < coloured / 20);
    }
    void reduced_motion_is_told_to_everybody() {
        QSignalSpy changed(&lab_->theme(), &Theme::changed);
        const bool before = lab_->theme().reducedMotion();
        QVERIFY(!before); // a system that says nothing wants motion
        trigger("view/reduced-motion");
        QCOMPARE(lab_->theme().reducedMotion(), !before);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!QSettings().contains("lab/reducedMotion")); // this window remembers nothing
    }

    void keys_choose_the_workspace_and_each_says_what_it_is_data() {
        QTest::addColumn<int>("number");
        for (int i = 1; i < workspaces().size(); ++i)
            QTest::newRow(qPrintable(workspaces()[i].name)) << i;
    }
    void keys_choose_the_workspace_and_each_says_what_it_is() {
        QFETCH(int, number);
        const QByteArray before = lab_->saveState();
        QTest::keyClick(lab_.get(), Qt::Key(Qt::Key_1 + number), Qt::ControlModifier);
        const Workspace now = workspaces()[number];
        QVERIFY(child<QToolButton>(*lab_, "workspace/" + now.id)->isChecked());
        QVERIFY(labelsOf(*lab_).contains(now.promise));
        QVERIFY(!child<TimelineView>(*lab_, "timeline")->isVisible());
        QVERIFY(!lab_->findChild<QToolBar *>("transportBar")->isVisible());
        QVERIFY(!dock("figures")->isVisible());
        QVERIFY(!lab_->commands().find("pane/figures")->enabled());
        QTest::keyClick(lab_.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(child<TimelineView>(*lab_, "timeline")->isVisible());
        QVERIFY(lab_->commands().find("pane/figures")->enabled());
        QCOMPARE(lab_->saveState(), before);
    }
    void a_click_chooses_the_workspace() {
        QTest::mouseClick(child<QToolButton>(*lab_, "workspace/tune"), Qt::LeftButton);
        QCOMPARE(lab_->findChild<WorkspaceSwitch *>()->current(), 2);
        QTest::mouseClick(child<QToolButton>(*lab_, "workspace/lab"), Qt::LeftButton);
        QCOMPARE(lab_->findChild<WorkspaceSwitch *>()->current(), 0);
    }
    void each_workspace_keeps_its_own_layout() {
        dock("tradeoff")->close();
        QTest::keyClick(lab_.get(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(lab_.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!dock("tradeoff")->isVisible());
        QVERIFY(dock("figures")->isVisible());
        trigger("layout/reset");
        QVERIFY(dock("tradeoff")->isVisible());
    }
    void a_layout_is_saved_under_a_name_and_comes_back() {
        dock("whyPane")->close();
        answerWith("without / why");
        trigger("layout/save");
        trigger("layout/reset");
        QVERIFY(dock("whyPane")->isVisible());
        QMenu *menu = menuOf(*lab_->menuBar(), CommandGroup::layouts);
        const QAction *entry = entryOf(*menu, "without   why");
        QVERIFY(entry);
        const_cast<QAction *>(entry)->trigger();
        QVERIFY(!dock("whyPane")->isVisible());
        answerWith({});
        trigger("layout/remove");
        QVERIFY(!entryOf(*menu, "without   why"));
    }
    void presenting_ends_when_the_workspace_is_left() {
        QTest::keyClick(lab_.get(), Qt::Key_F11);
        QTest::keyClick(lab_.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(lab_->theme().zoom(), 1.0);
        QTest::keyClick(lab_.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(dock("scenario")->isVisible());
    }

private:
    QDockWidget *dock(const char *name) { return child<QDockWidget>(*lab_, name); }
    void trigger(const QString &id) { lab_->commands().find(id)->action->trigger(); }
    static const QAction *entryOf(QMenu &menu, const QString &text) {
        emit menu.aboutToShow();
        for (const QAction *action : menu.actions())
            if (action->text() == text) return action;
        return nullptr;
    }
    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(ViewsTest)
#include "views_test.moc"
