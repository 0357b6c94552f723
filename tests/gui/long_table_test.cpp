// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of millions of rows: the view holds only what is seen.
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "ui/models/row_window.h"
#include "ui/tables/quiet_table.h"

using namespace halfopen;

namespace {

/// Rows that say their own number, counted from the bottom, so that they keep it when rows are inserted above.
class Numbers final : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : rows_; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override {
        ++asked;
        return role == Qt::DisplayRole ? QVariant(rows_ - index.row()) : QVariant();
    }
    void insertOnTop(int count) {
        beginInsertRows({}, 0, count - 1);
        rows_ += count;
        endInsertRows();
    }
    void removeFromTop(int count) {
        beginRemoveRows({}, 0, count - 1);
        rows_ -= count;
        endRemoveRows();
    }
    mutable int asked = 0;

private:
    int rows_ = 0;
};

} // namespace

class LongTableTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        numbers_ = std::make_unique<Numbers>();
        table_ = std::make_unique<QuietTable>("Numbers", "a number", nullptr);
        table_->setModel(numbers_.get());
        table_->resize(300, 222); // the header and nine rows, of which the last is seen in part
        table_->show();
        QVERIFY(QTest::qWaitForWindowExposed(table_.get()));
    }
    void cleanup() {
        table_.reset();
        numbers_.reset();
    }

    void the_view_holds_only_the_rows_that_are_seen() {
        numbers_->insertOnTop(10'000'000);
        QVERIFY(table_->view()->model()->rowCount() <= 10);
        QCOMPARE(top(), 10'000'000);
        numbers_->asked = 0;
        table_->repaint();
        QVERIFY(numbers_->asked > 0);
        QVERIFY2(numbers_->asked < 10 * 2 * 12, "a paint asks for what is seen, in two columns and a few roles");
    }
    void keys_reach_every_row() {
        numbers_->insertOnTop(5000);
        QSignalSpy picked(table_.get(), &QuietTable::picked);
        table_->view()->setFocus();
        QTest::keyClick(table_->view(), Qt::Key_End);
        QCOMPARE(picked.takeLast().first().toInt(), 4999);
        QCOMPARE(text(table_->currentRow()), 1);
        QVERIFY(!table_->rectOf(4999).isEmpty());
        QTest::keyClick(table_->view(), Qt::Key_Up);
        QCOMPARE(picked.takeLast().first().toInt(), 4998);
        QTest::keyClick(table_->view(), Qt::Key_PageUp);
        QVERIFY(table_->currentRow() < 4998 && table_->currentRow() > 4980);
        QTest::keyClick(table_->view(), Qt::Key_Home);
        QCOMPARE(table_->currentRow(), 0);
        QTest::keyClick(table_->view(), Qt::Key_Up);
        QCOMPARE(table_->currentRow(), 0);
        QTest::keyClick(table_->view(), Qt::Key_Down);
        QCOMPARE(table_->currentRow(), 1);
    }
    void the_wheel_goes_through_all_rows() {
        numbers_->insertOnTop(5000);
        turnWheel(-120);
        QCOMPARE(top(), 5000 - 3);
        turnWheel(-40);
        QCOMPARE(top(), 5000 - 4);
        turnWheel(1'200'000);
        QCOMPARE(top(), 5000);
        turnWheel(-1'200'000);
        QVERIFY(!table_->rectOf(4999).isEmpty());
        QCOMPARE(text(4999), 1);
    }
    void a_click_picks_the_row_under_the_pointer() {
        numbers_->insertOnTop(5000);
        turnWheel(-120 * 100);
        QSignalSpy picked(table_.get(), &QuietTable::picked);
        QTest::mouseClick(table_->view()->viewport(), Qt::LeftButton, {}, table_->rectOf(302).center());
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().toInt(), 302);
        QCOMPARE(table_->view()->currentIndex().data().toInt(), 5000 - 302);
    }
    void rows_that_come_on_top_show_at_once_and_leave_a_reader_where_he_reads() {
        numbers_->insertOnTop(100);
        QCOMPARE(top(), 100);
        numbers_->insertOnTop(1);
        QCOMPARE(top(), 101);
        turnWheel(-120);
        QCOMPARE(top(), 98);
        numbers_->insertOnTop(500);
        QCOMPARE(top(), 98);
        numbers_->removeFromTop(450);
        QCOMPARE(top(), 98);
        numbers_->removeFromTop(140);
        QVERIFY(table_->view()->model()->rowCount() <= 10);
        QCOMPARE(text(0), 11);
        numbers_->removeFromTop(11);
        QCOMPARE(table_->view()->model()->rowCount(), 0);
    }
    void the_marked_row_moves_with_the_rows() {
        numbers_->insertOnTop(100);
        table_->setCurrentRow(4);
        QCOMPARE(table_->view()->currentIndex().data().toInt(), 96);
        turnWheel(-120);
        QCOMPARE(table_->view()->currentIndex().data().toInt(), 96);
        turnWheel(-120);
        QVERIFY(!table_->view()->selectionModel()->hasSelection());
        table_->bringIntoSight(4);
        QCOMPARE(table_->view()->currentIndex().data().toInt(), 96);
        QVERIFY(table_->view()->selectionModel()->isRowSelected(table_->view()->currentIndex().row()));
        table_->bringIntoSight(60, QuietTable::Place::centre);
        QVERIFY(table_->rectOf(60).center().y() > 50 && table_->rectOf(60).center().y() < 150);
    }

private:
    int top() const { return table_->view()->model()->index(0, 0).data().toInt(); }
    int text(int row) const { return numbers_->index(row, 0).data().toInt(); }
    void turnWheel(int angle) {
        const QPointF at = table_->view()->viewport()->rect().center();
        QWheelEvent wheel(at, table_->view()->viewport()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(table_->view()->viewport(), &wheel);
    }
    std::unique_ptr<Numbers> numbers_;
    std::unique_ptr<QuietTable> table_;
};

QTEST_MAIN(LongTableTest)
#include "long_table_test.moc"
