// SPDX-License-Identifier: GPL-3.0-or-later
// "Apply from here": edits in the middle of a run, by real clicks and keys.
#include "tests/gui/lab.h"

#include <QCheckBox>
#include <QPushButton>

#include "ui/apply_button.h"
#include "ui/editors/number_row.h"
#include "ui/editors/policy_editor.h"
#include "ui/shell/commands.h"
#include "ui/shell/notices.h"
#include "ui/timeline/edit_marks.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

const QString kOpenFor = "policies.gpt4.breaker.open_for";
constexpr Duration kHere = std::chrono::milliseconds(95'250);

/// The first record that differs, of all that both have.
std::size_t sharedPast(const TraceView &a, const TraceView &b) {
    std::size_t i = 0;
    while (i < std::min(a.size(), b.size()) && a[i] == b[i])
        ++i;
    return i;
}

} // namespace

class ApplyFromTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = child<TimelineView>(*lab_, "timeline");
        session().showAt(kTimeZero + kHere - Duration(1)); // between two milliseconds: what is seen stays
        QVERIFY(session().waitUntilSettled(30'000));
    }

    void a_click_on_the_button_and_a_typed_value_change_the_run_from_here_on() {
        const std::string before = document().text();
        const TraceView whole = session().run().trace();
        const SimTime viewed = session().playhead().viewed();
        const Stretch view{session().span().from(), session().span().to()};
        auto *button = child<ApplyButton>(*lab_, "applyFrom");
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(button->isChecked());
        QVERIFY2(button->text().contains("95.250 s"), qPrintable(button->text()));
        QCOMPARE(document().text(), before); // nothing is edited yet

        typeInto(field(*lab_, kOpenFor), "10 s");
        QCOMPARE(QString::fromStdString(document().text()),
                 QString::fromStdString(before) + "edits:\n  - {at: 95.25s, set: " + kOpenFor + ", to: 10s}\n");
        QCOMPARE(document().undoStack().count(), 1);
        QVERIFY(session().waitUntilSettled(30'000));
        QCOMPARE(session().playhead().viewed(), viewed);
        QCOMPARE(Stretch({session().span().from(), session().span().to()}), view);
        const TraceView edited = session().run().trace();
        const std::size_t same = sharedPast(whole, edited);
        QCOMPARE(edited[same].kind, RecordKind::edit_applied);
        QCOMPARE(edited[same].time, kTimeZero + kHere);
        QVERIFY(whole.size() > same && edited.size() != whole.size()); // the future is another one

        // The field shows what holds here; from the start it shows what the file says.
        QVERIFY(field(*lab_, kOpenFor)->text().startsWith("10 s"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(field(*lab_, kOpenFor)->text().startsWith("60 s"));
        QTest::keyClick(tracks_, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().text(), before);
        QVERIFY(session().waitUntilSettled(30'000));
        QCOMPARE(sharedPast(whole, session().run().trace()), whole.size());
    }

    void the_banner_names_the_moment_and_takes_the_change_back() {
        const std::string before = document().text();
        QTRY_VERIFY(lab_->settled());
        QTest::qWait(500); // all of the run is seen by the tracks
        QTest::keyClick(tracks_, Qt::Key_H, Qt::ControlModifier);
        typeInto(field(*lab_, kOpenFor), "10 s");
        auto *notices = lab_->findChild<Notices *>();
        QVERIFY(notices->shows("timedEdit"));
        auto *bar = child<QFrame>(*notices, "notice/timedEdit");
        QVERIFY2(bar->accessibleName().startsWith("policy changed at 95.25 s"), qPrintable(bar->accessibleName()));
        const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 2);
        QVERIFY(session().waitUntilSettled(30'000));
        QVERIFY(tracks_->ghost() != nullptr); // the run before stays as a line
        QTest::qWait(100);
        keepPicture(*lab_, "apply_from_banner");
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(document().text(), before);
        QVERIFY(!notices->shows("timedEdit"));
        QTest::keyClick(tracks_, Qt::Key_Z, Qt::ControlModifier); // which can be undone as well
        QVERIFY(document().text() != before);
        QVERIFY(notices->shows("timedEdit"));
    }

    void a_mark_stands_on_the_axis_and_says_what_was_changed() {
        QTest::keyClick(tracks_, Qt::Key_H, Qt::ControlModifier);
        typeInto(field(*lab_, kOpenFor), "10 s");
        QVERIFY(session().waitUntilSettled(30'000));
        const auto marks = editMarks(session().run().scenario(), tracks_->axis());
        QCOMPARE(marks.size(), std::size_t{1});
        QCOMPARE(marks[0].x, tracks_->axis().x(kTimeZero + kHere));
        QCOMPARE(editTip(session().run().scenario(), marks[0]),
                 QString("policy changed at 95.25 s\n%1: 10s").arg(kOpenFor));
    }

    void a_drag_of_a_slider_is_one_edit_of_one_moment_even_while_time_runs() {
        QTest::keyClick(tracks_, Qt::Key_H, Qt::ControlModifier);
        auto *slider = child<QWidget>(*lab_, kOpenFor)->findChild<RangeSlider *>();
        const QPoint middle = slider->rect().center();
        QTest::mousePress(slider, Qt::LeftButton, {}, middle);
        for (int step = 1; step <= 3; ++step) {
            session().playhead().seek(kTimeZero + kHere + std::chrono::milliseconds(20 * step));
            QTest::mouseMove(slider, middle + QPoint(8 * step, 0));
            QTest::qWait(30);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, middle + QPoint(24, 0));
        QTRY_COMPARE(document().scenario().edits.size(), std::size_t{1});
        QCOMPARE(document().undoStack().count(), 1);
        QCOMPARE(document().scenario().edits[0].path, kOpenFor.toStdString());
    }

    void what_no_edit_can_change_is_refused_at_the_field() {
        const std::string before = document().text();
        QTest::keyClick(tracks_, Qt::Key_H, Qt::ControlModifier);
        auto *policy = lab_->findChild<PolicyEditor *>();
        auto *box = policy->findChild<QCheckBox *>("toggle/Breaker");
        QVERIFY(box && box->isChecked());
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QCOMPARE(document().text(), before);
        QVERIFY(box->isChecked());
        QStringList reasons;
        for (const QLabel *label : policy->findChildren<QLabel *>())
            if (label->isVisibleTo(policy)) reasons << label->text();
        QVERIFY2(reasons.join(' ').contains("no edit can change which breakers and guards there are"),
                 qPrintable(reasons.join(' ')));
    }

    void another_document_starts_from_its_start() {
        QTest::keyClick(tracks_, Qt::Key_H, Qt::ControlModifier);
        QVERIFY(document().applyAt());
        QVERIFY(lab_->openFile(":/scenarios/half-open.scenario.yaml") || lab_->openFile(kReceipts));
        QVERIFY(!document().applyAt());
        QVERIFY(!child<ApplyButton>(*lab_, "applyFrom")->isChecked());
        QVERIFY(!lab_->commands().find("edit/apply-from-here")->action->isChecked());
    }

private:
    Session &session() { return lab_->session(); }
    ScenarioDocument &document() { return session().document(); }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

QTEST_MAIN(ApplyFromTest)
#include "apply_from_test.moc"
