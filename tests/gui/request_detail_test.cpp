// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/made_up_trace.h"
#include "ui/timeline/request_detail.h"

using namespace halfopen;
using namespace halfopen::gui_test;

namespace {

SimTime at(double s) { return SimTime{duration_from_ns(s * 1e9)}; }

struct Pane {
    Pane() : theme(Theme::Mode::dark), detail(nullptr, playhead, selection, span, theme) {
        playhead.setComputed(trace.source().computed);
        playhead.seek(at(94.6));
        span.set(at(78), at(100));
        detail.setSource(trace.source());
        detail.resize(900, 320);
        detail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&detail));
    }
    MadeUpTrace trace;
    Playhead playhead;
    Selection selection;
    TimeSpan span;
    Theme theme;
    RequestDetail detail;
};

} // namespace

class RequestDetailTest : public QObject {
    Q_OBJECT

private slots:
    void without_a_selection_the_longest_of_the_view_stand_in_order_of_start() {
        Pane pane;
        const auto &shapes = pane.detail.rows().shapes();
        QCOMPARE(shapes.size(), RequestRows::kMost);
        for (std::size_t i = 1; i < shapes.size(); ++i)
            QVERIFY(shapes[i - 1].started <= shapes[i].started);
        QVERIFY2(pane.detail.summary().startsWith("40 longest of "), qPrintable(pane.detail.summary()));
    }

    void the_selected_request_stands_among_its_neighbours() {
        Pane pane;
        pane.selection.selectRequest(200);
        QVERIFY(pane.detail.rows().aroundSelection());
        const auto place = pane.detail.rows().place(200);
        QVERIFY(place);
        QCOMPARE(pane.detail.rows().shapes()[*place - 1].request, 199u);
        QCOMPARE(pane.detail.rows().shapes()[*place + 1].request, 201u);
    }

    void walking_through_the_rows_keeps_the_list() {
        Pane pane;
        pane.selection.selectRequest(200);
        const std::uint32_t first = pane.detail.rows().shapes().front().request;
        QTest::keyClick(&pane.detail, Qt::Key_Down);
        QCOMPARE(pane.selection.request(), 201u);
        QTest::keyClick(&pane.detail, Qt::Key_Up);
        QTest::keyClick(&pane.detail, Qt::Key_Up);
        QCOMPARE(pane.selection.request(), 199u);
        QCOMPARE(pane.detail.rows().shapes().front().request, first);
        QTest::keyClick(&pane.detail, Qt::Key_Return);
        QCOMPARE(pane.playhead.viewed(), pane.trace.index().request(199).started);
    }

    void a_click_selects_the_row() {
        Pane pane;
        const std::uint32_t second = pane.detail.rows().shapes()[1].request;
        QTest::mouseClick(pane.detail.viewport(), Qt::LeftButton, {}, QPoint(40, 22 + 40 + 10));
        QCOMPARE(pane.selection.request(), second);
        QVERIFY(pane.detail.accessibleDescription().contains('#' + QString::number(second)));
    }

    void nothing_to_show_is_said() {
        Pane pane;
        pane.detail.setRun(nullptr);
        QVERIFY(!pane.detail.grab().isNull());
        QTest::keyClick(&pane.detail, Qt::Key_Down);
        QTest::mouseClick(pane.detail.viewport(), Qt::LeftButton, {}, QPoint(40, 80));
        QVERIFY(!pane.selection.request());
    }
};

QTEST_MAIN(RequestDetailTest)
#include "request_detail_test.moc"
