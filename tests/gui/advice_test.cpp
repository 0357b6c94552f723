// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says of itself: why, what else could have been, theory beside the run, and the linter.
#include <QDockWidget>
#include <QListWidget>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QTextTable>
#include <QTextBlock>
#include <QToolButton>

#include "engine/insight/explain.h"
#include "tests/gui/lab.h"
#include "ui/editors/field_advice.h"
#include "ui/editors/group_view.h"
#include "ui/models/advice_model.h"
#include "ui/models/checks_model.h"
#include "ui/session/bookmarks.h"
#include "ui/shell/field_entries.h"
#include "ui/tables/checks_pane.h"
#include "ui/why/why_pane.h"

using namespace halfopen;

namespace {

QString why(MainWindow &window) { return child<QTextBrowser>(window, "why")->toPlainText(); }

/// Clicks the link in the Why pane whose text this is.
bool clickLink(MainWindow &window, const QString &text) {
    auto *pane = child<QTextBrowser>(window, "why");
    for (QTextBlock block = pane->document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().isAnchor() || fragment.text().replace(QChar(0xa0), ' ') != text) continue;
            emit pane->anchorClicked(QUrl(fragment.charFormat().anchorHref()));
            return true;
        }
    }
    return false;
}

/// Shows a tab beneath the tracks with a click on it.
void showTab(MainWindow &window, const QString &name) {
    auto *tabs = window.findChild<QTabBar *>(QString(), Qt::FindChildrenRecursively);
    for (QTabBar *bar : window.findChildren<QTabBar *>()) {
        if (bar->accessibleName() == "Tables") tabs = bar;
    }
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(name)) QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
    }
}

} // namespace

class AdviceTest : public QObject {
    Q_OBJECT
private slots:
    void why_shows_which_setting_would_have_changed_an_opening_and_takes_it_over() {
        auto window = openLab();
        QVERIFY(window);
        Session &session = window->session();
        QVERIFY(session.goToTransition(Direction::forward));
        child<WhyPane>(*window, "why")->finishNow();
        QVERIFY2(why(*window).contains("One setting that would have changed it"), qPrintable(why(*window)));
        QVERIFY(why(*window).contains("as it is"));
        const SimTime opened = session.run().trace()[*session.selection().transition()].time;
        QVERIFY(why(*window).contains(QString("opens at %1 s").arg(seconds(opened), 0, 'f', 3)));
        // A limit of 20 is offered; taken over, it is one step of undo and moves the opening to where the row said.
        QVERIFY2(clickLink(*window, "trips at 20"), qPrintable(why(*window)));
        QCOMPARE(session.document().scenario().policies[0].breaker->failures, 20);
        QVERIFY(session.waitUntilSettled(30'000));
        QCOMPARE(session.document().undoStack().count(), 1);
        session.document().undoStack().undo();
        QVERIFY(!session.document().dirty());
    }

    void why_answers_for_each_kind_of_decision_of_a_request() {
        auto window = openLab();
        QVERIFY(window);
        Session &session = window->session();
        const Run &run = session.run();
        // The first request to which each of these happened, and words that its story must have.
        const std::pair<FirstOf, QString> cases[] = {{FirstOf::retried, "waits"},
                                                     {FirstOf::fell_back, "claude_vision"},
                                                     {FirstOf::refused, "refused"},
                                                     {FirstOf::healed, "preprocess_image"},
                                                     {FirstOf::failed, "failed"}};
        for (const auto &[what, word] : cases) {
            const auto request = find_first(run.trace(), run.index(), what);
            QVERIFY2(request, qPrintable(word));
            session.selectRequest(*request);
            child<WhyPane>(*window, "why")->finishNow();
            QVERIFY2(why(*window).contains(word), qPrintable(word + "\n" + why(*window)));
            QVERIFY(why(*window).contains("One setting that would have changed it"));
        }
    }

    void a_wait_picked_in_the_event_log_is_marked_in_the_story_of_its_request() {
        auto window = openLab();
        QVERIFY(window);
        Session &session = window->session();
        const Run &run = session.run();
        const auto request = find_first(run.trace(), run.index(), FirstOf::retried);
        std::size_t wait = 0;
        for (const std::size_t i : run.index().records_of(*request)) {
            if (wait == 0 && run.trace()[i].kind == RecordKind::wait_started) wait = i;
        }
        session.selection().selectRequest(*request, wait);
        auto *pane = child<QTextBrowser>(*window, "why");
        QStringList marked;
        for (QTextBlock block = pane->document()->begin(); block.isValid(); block = block.next()) {
            QTextCursor cursor(block);
            const QTextTable *table = cursor.currentTable();
            if (table && table->cellAt(cursor).format().background().color() == window->theme().colours().selection)
                marked << block.text();
        }
        const QString line = marked.join(' ');
        QVERIFY2(line.contains("waits"), qPrintable(line));
        QVERIFY2(line.contains(QString::fromStdString(format_time(run.trace()[wait].time))), qPrintable(line));
        session.selection().selectRequest(*request); // the request as a whole: nothing is marked
        QVERIFY(!session.selection().decision());
    }

    void an_edit_makes_what_was_asked_of_the_old_run_go() {
        auto window = openLab();
        QVERIFY(window);
        Session &session = window->session();
        QVERIFY(session.goToTransition(Direction::forward));
        QVERIFY(!session.document().set("seed", "8", {"seed 8"}));
        QVERIFY(session.waitUntilSettled(30'000));
        session.selection().clear();
        QVERIFY(!why(*window).contains("One setting"));
    }

    void checks_show_theory_beside_the_run_and_why_it_does_not_apply() {
        auto window = openLab();
        QVERIFY(window);
        showTab(*window, "Checks");
        auto *pane = child<ChecksPane>(*window, "checks");
        QVERIFY(pane->isVisible());
        const auto *model = pane->findChild<ChecksModel *>();
        const auto expected = companions(window->session().run().scenario(),
                                         &window->session().run().metricsAt(window->session().playhead().viewed()));
        int rows = 0;
        for (const Companion &one : expected) rows += one.holds() ? static_cast<int>(one.figures.size()) : 1;
        QCOMPARE(model->rowCount(), rows);
        QCOMPARE(model->holding() + model->others(), static_cast<int>(expected.size()));
        int why = 0;
        for (int row = 0; row < rows; ++row)
            why += model->index(row, ChecksModel::note).data().toString().startsWith("does not apply: ") ? 1 : 0;
        QCOMPARE(why, model->others());
        QVERIFY(pane->note().contains(QString("%1 closed forms hold").arg(model->holding())));
    }

    void the_linter_speaks_beneath_its_field_until_it_is_mended() {
        auto window = openLab();
        QVERIFY(window);
        const auto speaking = [&window](const QString &path) {
            const auto *label = child<QWidget>(*window, path)->findChild<AdviceLabel *>();
            return label && label->isVisible() ? label->text() : QString();
        };
        QVERIFY2(speaking("operations.extract_receipt.deadline").contains("the deadline is 15 s"),
                 qPrintable(speaking("operations.extract_receipt.deadline")));
        typeInto(field(*window, "operations.extract_receipt.deadline"), "60");
        QCOMPARE(speaking("operations.extract_receipt.deadline"), QString());
        QTest::keySequence(window.get(), QKeySequence::Undo);
        QTRY_VERIFY(!speaking("operations.extract_receipt.deadline").isEmpty());
    }

    void a_row_of_advice_leads_to_its_field() {
        auto window = openLab();
        QVERIFY(window);
        showTab(*window, "Advice");
        auto *pane = child<QuietTable>(*window, "adviceTable");
        const auto *model = pane->findChild<AdviceModel *>();
        QCOMPARE(model->rowCount(), static_cast<int>(window->session().document().advice().size()));
        QCOMPARE(model->index(0, AdviceModel::kind).data().toString(), QString("contradiction")); // they come first
        QCOMPARE(model->path(0), QString("operations.extract_receipt.deadline"));
        QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, {}, pane->rectOf(0).center());
        QTRY_VERIFY(window->focusWidget() && window->focusWidget()->parentWidget()->objectName() == model->path(0));
    }

    void notes_list_the_bookmarks_and_lead_to_them() {
        auto window = openLab();
        QVERIFY(window);
        Session &session = window->session();
        showTab(*window, "Notes");
        session.showAt(kTimeZero + std::chrono::seconds(61));
        auto *notes = child<QWidget>(*window, "notes");
        for (auto *each : notes->findChildren<QToolButton *>()) {
            if (each->text() == "Mark this moment") QTest::mouseClick(each, Qt::LeftButton);
        }
        auto *list = notes->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        auto *editor = list->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, "the outage begins");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(session.bookmarks().all().first().note, QString("the outage begins"));
        session.bookmarks().add(kTimeZero + std::chrono::seconds(10));
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(1)->text(), QString("the outage begins")); // in order of time
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(session.playhead().viewed(), kTimeZero + std::chrono::seconds(10));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(session.bookmarks().all().size(), 1);
        QCOMPARE(session.bookmarks().all().first().at, kTimeZero + std::chrono::seconds(61));
        QVERIFY(!session.document().dirty());
    }

    void advice_on_what_is_off_or_on_a_leg_stands_beneath_a_heading_not_under_a_strangers_field() {
        auto window = openLab(":/scenarios/partial-success.scenario.yaml");
        QVERIFY(window);
        QVERIFY(window->session().document().scenario().policies[0].retry == std::nullopt);
        int told = 0;
        for (AdviceLabel *label : child<QDockWidget>(*window, "policy")->findChildren<AdviceLabel *>()) {
            if (!label->isVisible() || !label->text().contains("attempt")) continue;
            ++told;
            QVERIFY2(qobject_cast<GroupView *>(label->parentWidget()), qPrintable(label->text()));
        }
        QVERIFY2(told > 0, "the linter says something of this leg's attempts");
    }
    void every_path_of_advice_has_a_place_or_says_that_it_has_none() {
        ScenarioDocument document;
        QVERIFY(document.open(kReceipts));
        const Scenario &scenario = document.scenario();
        const auto place = [&scenario](const char *path) { return fieldPlaceOf(scenario, path); };
        const std::string retry = "policies." + scenario.policies[0].name + ".retry";
        QVERIFY(place(retry.c_str()));
        QCOMPARE(place(retry.c_str())->group, QString("Retry"));
        QCOMPARE(place("operations.extract_receipt.chain[1]")->leg, std::optional(1));
        QVERIFY(!place("operations.extract_receipt.deadline")->leg);
        QVERIFY(!place("nothing.of.the.kind"));
        const std::string bulkhead = "policies." + scenario.policies[0].name + ".bulkhead"; // off: its switch
        QCOMPARE(place(bulkhead.c_str())->row, QString("toggle/Bulkhead"));
    }
};

QTEST_MAIN(AdviceTest)
#include "advice_test.moc"
