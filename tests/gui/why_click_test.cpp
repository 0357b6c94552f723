// SPDX-License-Identifier: GPL-3.0-or-later
// Why of single waits, refusals, fallbacks and heals, by a click on them in the tracks and in the request detail.
#include "tests/gui/lab.h"

#include <QScrollBar>
#include <QTabBar>
#include <QTextBlock>
#include <QTextTable>

#include "ui/timeline/attempts_track.h"
#include "ui/timeline/request_detail.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/waterfall_track.h"
#include "ui/why/why_pane.h"

using namespace halfopen;

class WhyClickTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = child<TimelineView>(*lab_, "timeline");
        why_ = lab_->findChild<WhyPane *>();
        QVERIFY(why_);
    }

    void play_tells_of_the_newest_transition_until_something_is_selected() {
        Playhead &head = session().playhead();
        session().selection().clear();
        head.seek(kTimeZero + std::chrono::seconds(50));
        head.setSpeed(8);
        head.play();
        QVERIFY(!why_->toPlainText().contains("Opened because"));
        while (head.viewed() < kTimeZero + std::chrono::seconds(70)) head.advanceBy(0.016);
        QVERIFY2(why_->toPlainText().contains("Opened because"), qPrintable(why_->toPlainText()));
        QVERIFY(why_->subtitle().startsWith("gpt4_vision, 60.7"));
        QVERIFY(!session().selection().transition()); // told, not selected
        while (head.viewed() < kTimeZero + std::chrono::seconds(122)) head.advanceBy(0.016);
        QVERIFY(why_->toPlainText().contains("Opened again because"));
        session().selectRequest(316);
        while (head.viewed() < kTimeZero + std::chrono::seconds(186)) head.advanceBy(0.016);
        QCOMPARE(why_->subtitle(), QString("request #316"));
        head.pause();
        session().selection().clear();
    }

    void a_click_in_the_waterfall_asks_about_what_lies_there_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("wait") << int(RecordKind::wait_started);
        QTest::newRow("refusal") << int(RecordKind::refused);
        QTest::newRow("fallback") << int(RecordKind::leg_entered);
        QTest::newRow("attempt") << int(RecordKind::attempt_ended);
        QTest::newRow("diagnosis") << int(RecordKind::diagnosed);
        QTest::newRow("remedy") << int(RecordKind::remedy_ended);
    }
    void a_click_in_the_waterfall_asks_about_what_lies_there() {
        QFETCH(int, kind);
        const auto record = somewhere(static_cast<RecordKind>(kind));
        QVERIFY(record);
        zoomTo(trace()[*record].request);
        const auto place = placeOf<WaterfallTrack>(*record);
        QVERIFY2(place, "it is drawn nowhere");
        session().selection().clear();
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, *place);
        QCOMPARE(session().selection().request(), std::optional(trace()[*record].request));
        QCOMPARE(session().selection().decision(), std::optional(*record));
        QTRY_VERIFY2(markedLine().contains(timeOf(*record)), qPrintable(timeOf(*record) + " in " + markedLine()));
        keepPicture(*lab_, QString("why_click_%1").arg(QTest::currentDataTag()));
    }

    void a_click_on_a_sign_of_an_attempt_asks_about_that_attempt() {
        const auto record = somewhere(RecordKind::attempt_ended);
        QVERIFY(record);
        zoomTo(trace()[*record].request);
        const auto place = placeOf<AttemptsTrack>(*record);
        QVERIFY2(place, "it is drawn nowhere");
        session().selection().clear();
        QTest::mouseClick(tracks_, Qt::LeftButton, {}, *place);
        QCOMPARE(session().selection().decision(), std::optional(*record));
        QTRY_VERIFY(markedLine().contains(timeOf(*record)));
    }

    void a_click_in_the_detail_asks_too() {
        const auto record = somewhere(RecordKind::wait_started);
        QVERIFY(record);
        session().selectRequest(trace()[*record].request);
        for (QTabBar *tabs : lab_->findChildren<QTabBar *>())
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->tabText(i) == "Request detail") tabs->setCurrentIndex(i);
        auto *detail = lab_->findChild<RequestDetail *>();
        QVERIFY(detail);
        QTRY_VERIFY(detail->rows().place(trace()[*record].request));
        QWidget *view = detail->viewport();
        std::optional<std::size_t> found;
        for (int y = 30; y < view->height() && found != record; y += 8)
            for (int x = 150; x < view->width() - 130 && found != record; x += 6) {
                session().selection().clear();
                QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(x, y));
                found = session().selection().decision();
            }
        QCOMPARE(found, std::optional(*record));
    }

private:
    Session &session() { return lab_->session(); }
    const TraceView &trace() { return session().run().trace(); }

    /// The first record of a kind that a request can be asked about, well inside the run.
    std::optional<std::size_t> somewhere(RecordKind kind) {
        for (std::size_t i = trace().lower_bound(kTimeZero + std::chrono::seconds(61)); i < trace().size(); ++i) {
            const TraceRecord &r = trace()[i];
            if (r.kind != kind || r.request == 0) continue;
            if (kind == RecordKind::leg_entered && static_cast<LegReason>(r.reason) != LegReason::fallback) continue;
            if (kind == RecordKind::wait_started && r.value < 400'000'000) continue; // wide enough to be met
            return i;
        }
        return std::nullopt;
    }

    void zoomTo(std::uint32_t request) {
        session().selectRequest(request);
        const RequestEntry &entry = session().run().index().request(request);
        const Duration around = std::chrono::milliseconds(600);
        session().span().set(entry.started - around, entry.ended + around);
        QTest::qWait(20);
        tracks_->grab();
    }

    /// Where in the widget a click meets the record, looked for in a track.
    template <class T>
    std::optional<QPoint> placeOf(std::size_t record) {
        const int scrolled = tracks_->findChild<QScrollBar *>()->value();
        for (const TrackStack::Row &row : tracks_->stack().rows()) {
            if (dynamic_cast<const T *>(row.track.get()) == nullptr) continue;
            for (int y = 2; y < row.height; y += 2)
                for (int x = 120; x < tracks_->width() - 20; ++x) {
                    const auto hit = row.track->hitTest(QPointF(x, y));
                    if (!hit || hit->decision != record) continue;
                    const QPoint at(x, static_cast<int>(tracks_->tracksTop() + row.top) + y - scrolled);
                    if (tracks_->stack().hitTest(QPointF(at.x(), row.top + y))->decision == record) return at;
                }
        }
        return std::nullopt;
    }

    QString timeOf(std::size_t record) { return QString::number(seconds(trace()[record].time), 'f', 3).left(6); }

    /// The text of the line that Why marks.
    QString markedLine() {
        for (QTextBlock block = why_->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); it != block.end(); ++it)
                if (it.fragment().charFormat().anchorNames().contains("decision")) {
                    QTextCursor cell(block);
                    const QTextTable *table = cell.currentTable();
                    return table ? textOfRow(*table, table->cellAt(cell).row()) : block.text();
                }
        return {};
    }

    static QString textOfRow(const QTextTable &table, int row) {
        QString text;
        for (int column = 0; column < table.columns(); ++column) {
            QTextCursor cursor = table.cellAt(row, column).firstCursorPosition();
            cursor.setPosition(table.cellAt(row, column).lastCursorPosition().position(), QTextCursor::KeepAnchor);
            text += cursor.selectedText() + ' ';
        }
        return text;
    }

    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
    WhyPane *why_ = nullptr;
};

QTEST_MAIN(WhyClickTest)
#include "why_click_test.moc"
