// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QSettings>
#include <QStatusBar>

#include "tests/gui/lab.h"
#include "ui/session/bookmarks.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

SimTime at(double s) { return kTimeZero + duration_from_ns(s * 1e9); }

} // namespace

class BookmarksTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QSettings().clear();
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = lab_->findChild<TimelineView *>();
        lab_->session().span().set(at(40), at(140));
        tracks_->setFocus();
    }
    void cleanup() {
        lab_.reset();
        QSettings().clear();
    }

    void they_stand_in_order_of_time_once_each() {
        QSignalSpy changed(&marks(), &Bookmarks::changed);
        QVERIFY(marks().add(at(90), "  two \n lines "));
        QVERIFY(marks().add(at(30)));
        QVERIFY(marks().add(at(60)));
        QVERIFY(!marks().add(at(60), "again"));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(times(), (QList<double>{30, 60, 90}));
        QCOMPARE(marks().all().last().note, QString("two lines"));
        QCOMPARE(marks().next(at(60), Direction::forward)->at, at(90));
        QCOMPARE(marks().next(at(60), Direction::backward)->at, at(30));
        QVERIFY(!marks().next(at(90), Direction::forward) && !marks().next(at(30), Direction::backward));
        QCOMPARE(marks().near(at(62), std::chrono::seconds(3)), std::optional<qsizetype>(1));
        QCOMPARE(marks().near(at(59), std::chrono::seconds(1)), std::optional<qsizetype>(1));
        QVERIFY(!marks().near(at(70), std::chrono::seconds(3)));
    }
    void every_change_can_be_undone_and_the_document_stays_saved() {
        marks().add(at(60), "first");
        marks().rename(0, "better");
        marks().remove(0);
        QVERIFY(marks().all().isEmpty());
        marks().undoStack().undo();
        QCOMPARE(marks().all().first().note, QString("better"));
        marks().undoStack().undo();
        QCOMPARE(marks().all().first().note, QString("first"));
        marks().undoStack().undo();
        QVERIFY(marks().all().isEmpty());
        marks().undoStack().redo();
        QCOMPARE(times(), QList<double>{60});
        QVERIFY(!lab_->session().document().dirty());
    }
    void there_is_a_limit() {
        for (int i = 0; i < Bookmarks::kMost; ++i)
            QVERIFY(marks().add(at(i)));
        QVERIFY(!marks().add(at(100'000)));
        marks().rename(3, QString(5000, 'x'));
        QCOMPARE(marks().all()[3].note.size(), Bookmarks::kNoteMost);
    }
    void keys_set_and_take_away_one_at_the_hairline() {
        lab_->session().showAt(at(61.27));
        QTest::keyClick(tracks_, Qt::Key_B);
        QCOMPARE(times(), QList<double>{61.27});
        QTest::keyClick(tracks_, Qt::Key_B);
        QVERIFY(marks().all().isEmpty());
        QVERIFY(lab_->statusBar()->currentMessage().contains("taken away"));
    }
    void keys_go_from_one_to_the_next() {
        for (const double s : {30.0, 60.0, 200.0})
            marks().add(at(s));
        lab_->session().showAt(at(45));
        QTest::keyClick(tracks_, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(lab_->session().playhead().viewed(), at(60));
        QTest::keyClick(tracks_, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(lab_->session().playhead().viewed(), at(200));
        QVERIFY2(lab_->session().span().to() > at(200), "it was out of sight");
        QTest::keyClick(tracks_, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(lab_->session().playhead().viewed(), at(200));
        QVERIFY(lab_->statusBar()->currentMessage().contains("no bookmark after"));
        QTest::keyClick(tracks_, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(tracks_, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(lab_->session().playhead().viewed(), at(30));
    }
    void a_click_on_its_flag_goes_exactly_there() {
        marks().add(at(61.2734));
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, flag(61.2734) + QPoint(3, 0));
        QCOMPARE(lab_->session().playhead().viewed(), at(61.2734));
    }
    void a_flag_is_drawn_in_the_axis_and_in_the_overview() {
        const QImage before = tracks_->grab().toImage();
        marks().add(at(90));
        const QImage after = tracks_->grab().toImage();
        const int x = flag(90).x();
        QVERIFY(before.pixelColor(x, 4) != after.pixelColor(x, 4));
        const double whole = seconds(lab_->session().axisEnd());
        const int left = 116, right = tracks_->width() - 14;
        const int inOverview = static_cast<int>(std::lround(left + 90 / whole * (right - left)));
        const int y = tracks_->height() - 44 + 24;
        QVERIFY(before.pixelColor(inOverview + 3, y) != after.pixelColor(inOverview + 3, y));
    }
    void a_note_is_written_in_place() {
        marks().add(at(70));
        lab_->session().showAt(at(70));
        QTest::keyClick(tracks_, Qt::Key_F2);
        auto *editor = child<QLineEdit>(*lab_, "bookmarkNote");
        QVERIFY(editor && editor->isVisible() && editor->hasFocus());
        QTest::keyClicks(editor, "opens b too late");
        QCOMPARE(marks().all().size(), 1); // a B that is typed sets no bookmark
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(marks().all().first().note, QString("opens b too late"));
        QVERIFY(tracks_->hasFocus());
    }
    void escape_leaves_the_note_as_it_was() {
        marks().add(at(70), "as it was");
        QTest::mouseDClick(tracks_, Qt::LeftButton, {}, flag(70));
        auto *editor = child<QLineEdit>(*lab_, "bookmarkNote");
        QVERIFY(editor);
        QCOMPARE(editor->text(), QString("as it was"));
        QTest::keyClicks(editor, "otherwise");
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(marks().all().first().note, QString("as it was"));
        QTRY_VERIFY(!lab_->findChild<QLineEdit *>("bookmarkNote"));
    }
    void a_note_that_nobody_typed_in_closes_too() {
        marks().add(at(70), "as it was");
        for (const bool byEscape : {true, false}) {
            QTest::mouseDClick(tracks_, Qt::LeftButton, {}, flag(70));
            auto *editor = child<QLineEdit>(*lab_, "bookmarkNote");
            QVERIFY(editor && editor->hasFocus());
            if (byEscape)
                QTest::keyClick(editor, Qt::Key_Escape);
            else
                QTest::keyClick(editor, Qt::Key_Tab);
            QTRY_VERIFY(!lab_->findChild<QLineEdit *>("bookmarkNote"));
            QCOMPARE(marks().all().first().note, QString("as it was"));
        }
    }
    void they_are_kept_for_each_document() {
        QTemporaryDir folder;
        const QString one = writeFile(folder, "one.scenario.yaml", readFile(kReceipts));
        const QString two = writeFile(folder, "two.scenario.yaml", readFile(kReceipts));
        ScenarioDocument document;
        QVERIFY(document.open(one));
        Bookmarks kept(document);
        kept.keep();
        kept.add(at(61.273456789), "50 % / a, b");
        QVERIFY(document.open(two));
        QCoreApplication::processEvents();
        QVERIFY(kept.all().isEmpty());
        kept.add(at(5));
        QVERIFY(document.open(one));
        QCoreApplication::processEvents();
        QCOMPARE(kept.all(), (QList<Bookmark>{{at(61.273456789), "50 % / a, b"}}));
        QVERIFY(!kept.undoStack().canUndo());
        QVERIFY(document.saveAs(folder.filePath("three.scenario.yaml")));
        QCoreApplication::processEvents();
        ScenarioDocument third;
        QVERIFY(third.open(folder.filePath("three.scenario.yaml")));
        Bookmarks again(third);
        again.keep();
        QCOMPARE(again.all(), kept.all());
    }
    void nothing_is_kept_without_being_asked() {
        marks().add(at(60));
        QVERIFY(QSettings().allKeys().filter("bookmarks").isEmpty());
    }

private:
    Bookmarks &marks() { return lab_->session().bookmarks(); }
    QList<double> times() {
        QList<double> result;
        for (const Bookmark &bookmark : marks().all())
            result << seconds(bookmark.at);
        return result;
    }
    QPoint flag(double s) const { return {static_cast<int>(std::lround(tracks_->axis().x(at(s)))), 6}; }
    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName("halfopen-test");
    QCoreApplication::setApplicationName("bookmarks");
    BookmarksTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "bookmarks_test.moc"
