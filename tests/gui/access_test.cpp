// SPDX-License-Identifier: GPL-3.0-or-later
// For those who do not see the screen or do not use a mouse: names, roles, the way of Tab, and a visible focus.
#include "tests/gui/lab.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QScrollArea>
#include <QTabBar>
#include <QTextEdit>

#include "ui/keys_sheet.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/commands.h"
#include "ui/shell/focus_order.h"
#include "ui/start/start_page.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

QString described(const QWidget *widget) {
    QStringList chain;
    for (const QWidget *w = widget; w && !w->isWindow(); w = w->parentWidget())
        chain << QString("%1 %2").arg(w->metaObject()->className(), w->objectName()).trimmed();
    return chain.mid(0, 4).join(" in ");
}

/// Parts of controls that Qt makes and names by their owner.
bool isInside(const QWidget *widget) {
    return widget->objectName().startsWith("qt_") || qobject_cast<const QAbstractSpinBox *>(widget->parent()) ||
           qobject_cast<const QComboBox *>(widget->parent()) || widget->inherits("QComboBoxPrivateContainer") ||
           widget->inherits("QComboBoxListView") || qobject_cast<const QTabBar *>(widget->parent()) ||
           qobject_cast<const QLabel *>(widget) || // text that can be copied; it is its own name
           widget->inherits("QHeaderView") || widget->inherits("QScrollBar") || widget->inherits("QMenu");
}

QList<QWidget *> focusable(QWidget &root) {
    QList<QWidget *> found;
    for (QWidget *widget : root.findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !isInside(widget)) found << widget;
    return found;
}

QStringList nameless(QWidget &root) {
    QStringList bad;
    for (QWidget *widget : focusable(root)) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            bad << "no name: " + described(widget);
        else if (face->role() == QAccessible::NoRole)
            bad << "no role: " + described(widget);
        // A picture that the project paints has no role of its own: it must say what it is and shows.
        else if (face->role() == QAccessible::Client && face->text(QAccessible::Description).isEmpty())
            bad << "no role and no description: " + described(widget);
    }
    return bad;
}

QStringList withoutTip(QWidget &root) {
    QStringList bad;
    for (QWidget *widget : focusable(root)) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                             qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSlider *>(widget) ||
                             qobject_cast<QAbstractSpinBox *>(widget);
        if (control && widget->toolTip().isEmpty()) bad << "no tooltip: " + described(widget);
    }
    return bad;
}

} // namespace

class AccessTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        lab_->activateWindow();
        QTRY_VERIFY(lab_->isActiveWindow());
        lab_->session().showAt(kTimeZero + std::chrono::seconds(121));
        lab_->refreshAll();
    }
    void cleanup() { lab_.reset(); }

    void every_control_has_a_name_and_a_role() {
        QVERIFY2(focusable(*lab_).size() > 60, qPrintable(QString::number(focusable(*lab_).size())));
        const QStringList bad = nameless(*lab_);
        for (const QString &line : bad)
            qWarning("%s", qPrintable(line));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }
    void every_control_says_what_it_is_under_the_pointer() {
        const QStringList bad = withoutTip(*lab_);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }
    void dialogs_and_pages_too_data() {
        QTest::addColumn<QString>("command");
        for (const char *command : {"help/keys", "edit/palette", "file/start", "help/about", "help/scenario"})
            QTest::newRow(command) << command;
    }
    void dialogs_and_pages_too() {
        QFETCH(QString, command);
        lab_->commands().find(command)->action->trigger();
        QTest::qWait(30);
        const QStringList bad = nameless(*lab_);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }

    /// Tab meets each control once and comes back, pane by pane and in each from the top left to the bottom right.
    void tab_follows_the_screen_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("edited");
        QTest::newRow("design size") << QSize(1440, 900) << false;
        QTest::newRow("small") << QSize(1100, 700) << false;
        QTest::newRow("after edits that build rows anew") << QSize(1440, 900) << true;
    }
    void tab_follows_the_screen() {
        QFETCH(QSize, size);
        QFETCH(bool, edited);
        lab_->resize(size);
        QTRY_COMPARE(lab_->size(), size);
        if (edited) {
            QVERIFY(!document().set("policies.gpt4.breaker", "resilience4j", {"preset"}));
            QVERIFY(lab_->session().waitUntilSettled(30'000));
        }
        QTest::qWait(50);
        const QList<QWidget *> order = focusOrder(*lab_, lab_->focusPanes());
        QVERIFY(order.size() > 40);
        order.first()->setFocus();
        QList<QWidget *> met;
        for (qsizetype i = 0; i < order.size(); ++i) {
            QWidget *now = QApplication::focusWidget();
            QVERIFY2(now && !met.contains(now), qPrintable(now ? described(now) : QString("no focus")));
            met << now;
            QTest::keyClick(now, Qt::Key_Tab);
        }
        QCOMPARE(met, order);
        QCOMPARE(QApplication::focusWidget(), order.first());
        QTest::keyClick(order.first(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), order.last());
        comesInOrder(met);
    }
    void whoever_gets_the_focus_by_tab_is_in_sight() {
        lab_->resize(MainWindow::kSizeMin);
        QTest::qWait(50);
        const QList<QWidget *> order = focusOrder(*lab_, lab_->focusPanes());
        order.first()->setFocus();
        for (qsizetype i = 0; i < order.size(); ++i) {
            QWidget *now = QApplication::focusWidget();
            QVERIFY2(!now->visibleRegion().isEmpty(), qPrintable(described(now)));
            QTest::keyClick(now, Qt::Key_Tab);
        }
    }

    void the_focus_can_be_seen_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(Theme::Mode::light);
        QTest::newRow("dark") << int(Theme::Mode::dark);
    }
    void the_focus_can_be_seen() {
        QFETCH(int, mode);
        lab_->theme().setMode(Theme::Mode(mode));
        QTest::qWait(50);
        QStringList bad;
        for (QWidget *widget : focusOrder(*lab_, lab_->focusPanes())) {
            lab_->setFocus();
            const QImage without = surroundingsOf(*widget);
            widget->setFocus(Qt::TabFocusReason);
            const QImage with = surroundingsOf(*widget);
            if (without.size() == with.size() && differentPixels(without, with) < 12) bad << described(widget);
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }

private:
    ScenarioDocument &document() { return lab_->session().document(); }
    static QImage surroundingsOf(QWidget &widget) {
        return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    static int differentPixels(const QImage &a, const QImage &b) {
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24 ? 1 : 0;
        return count;
    }
    /// Panes come one after the other, columns from the left; within a pane nothing lies wholly above what came before.
    void comesInOrder(const QList<QWidget *> &met) {
        const QList<QWidget *> panes = lab_->focusPanes();
        const auto paneOf = [&panes](const QWidget *widget) {
            return std::ranges::find_if(panes,
                                        [widget](QWidget *p) { return p == widget || p->isAncestorOf(widget); }) -
                   panes.begin();
        };
        for (qsizetype i = 1; i < met.size(); ++i) {
            const auto before = paneOf(met[i - 1]), now = paneOf(met[i]);
            QVERIFY2(now >= before, qPrintable(described(met[i - 1]) + " before " + described(met[i])));
            const QRect one(met[i - 1]->mapTo(lab_.get(), QPoint()), met[i - 1]->size());
            const QRect next(met[i]->mapTo(lab_.get(), QPoint()), met[i]->size());
            if (now == before && areaOf(met[i - 1]) == areaOf(met[i])) {
                const QString both = described(met[i - 1]) + " before " + described(met[i]);
                QVERIFY2(next.bottom() >= one.top(), qPrintable(both));
                if (next.top() == one.top()) QVERIFY2(next.left() >= one.left(), qPrintable(both));
            }
            if (now == before) continue;
            const QPoint a = panes[before]->mapTo(lab_.get(), QPoint()), b = panes[now]->mapTo(lab_.get(), QPoint());
            QVERIFY2(b.x() > a.x() || b.y() > a.y(), qPrintable(described(met[i])));
        }
    }
    /// The scroll area that a widget is in; it may have moved while Tab went on.
    static const QWidget *areaOf(const QWidget *widget) {
        while (widget && !qobject_cast<const QScrollArea *>(widget))
            widget = widget->parentWidget();
        return widget;
    }
    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(AccessTest)
#include "access_test.moc"
