// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost: by a kill -9, or by another program that writes the file.
//
// The window that is killed is this program itself, started with --edit.
#include "tests/gui/lab.h"

#include <csignal>
#include <cstdio>

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabBar>

#include "ui/problem_panel.h"
#include "ui/session/recovery.h"
#include "ui/shell/notices.h"

using namespace halfopen;

namespace {

const QString kAttempts = "policies.gpt4.retry.max_attempts";

std::unique_ptr<MainWindow> remembering(const QString &file) {
    auto document = std::make_unique<ScenarioDocument>();
    if (!document->open(file)) return nullptr;
    auto window = std::make_unique<MainWindow>(std::move(document), MainWindow::Options{Theme::Mode::light, true});
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || !window->session().waitUntilSettled(30'000)) return nullptr;
    return window;
}

/// Presses a button of the next box that asks something.
void answerNext(QMessageBox::StandardButton button, QString *asked = nullptr) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, button, asked] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box) return;
        if (asked) *asked = box->text();
        timer->stop();
        timer->deleteLater();
        box->button(button)->click();
    });
    timer->start(5);
}

/// The tab with the text, the cursor at its end.
QPlainTextEdit *openText(MainWindow &window) {
    for (QTabBar *bar : window.findChildren<QTabBar *>()) {
        for (int i = 0; bar->accessibleName() == "Tables" && i < bar->count(); ++i) {
            if (bar->tabText(i) == "Text") bar->setCurrentIndex(i);
        }
    }
    auto *edit = child<QPlainTextEdit>(window, "scenarioText");
    edit->setFocus();
    edit->moveCursor(QTextCursor::End);
    return edit;
}

/// What is started and killed: opens the file, edits it by hand, says so, and goes on.
int editAndWait(const QString &file, bool asText) {
    const auto window = remembering(file);
    if (!window) return 1;
    if (asText) {
        QTest::keyClicks(openText(*window), "faults: [{service: nosuch, at");
    } else {
        typeInto(field(*window, kAttempts), "2");
        typeInto(field(*window, kAttempts), "3");
    }
    std::printf("edited\n");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", folder_->filePath("data").toUtf8());
        qputenv("XDG_CONFIG_HOME", folder_->filePath("config").toUtf8());
        QVERIFY(recoveryFolder().startsWith(folder_->path()));
        file_ = writeFile(*folder_, "mine.scenario.yaml", readFile(kReceipts));
    }

    void edits_survive_a_kill_a_second_after_them_data() {
        QTest::addColumn<bool>("shipped");
        QTest::newRow("of a file") << false;
        QTest::newRow("of a shipped scenario") << true;
    }
    void edits_survive_a_kill_a_second_after_them() {
        QFETCH(bool, shipped);
        const QString file = shipped ? kReceipts : file_;
        killAfterASecond(file);
        QCOMPARE(orphans(recoveryFolder()).size(), 1);
        const auto lab = remembering(file);
        QVERIFY(lab);
        QVERIFY(!lab->session().document().dirty());
        keepPicture(*lab, "recovery");
        click(*lab, "Restore");
        ScenarioDocument &document = lab->session().document();
        QCOMPARE(document.scenario().policies[0].retry->max_attempts, 3);
        QVERIFY(document.dirty());
        QCOMPARE(document.path(), shipped ? QString() : file_);
        QVERIFY(document.text().find("# 3 retries") != std::string::npos); // comments are kept
        document.undoStack().undo();
        QCOMPARE(document.text(), readFile(file).toStdString());
        QVERIFY(!document.dirty());
    }
    void text_that_cannot_be_read_yet_survives_a_kill_too() {
        killAfterASecond(file_, "--type");
        QCOMPARE(orphans(recoveryFolder()).size(), 1);
        const auto lab = remembering(file_);
        click(*lab, "Restore");
        ScenarioDocument &document = lab->session().document();
        QVERIFY(document.draft() && QByteArray::fromStdString(*document.draft()).endsWith("{service: nosuch, at"));
        QCOMPARE(document.text(), readFile(file_).toStdString()); // the run is that of the file
        QPlainTextEdit *edit = openText(*lab);
        QVERIFY(edit->toPlainText().endsWith("{service: nosuch, at"));
        keepPicture(*lab, "recovered_draft");
    }
    void text_that_cannot_be_read_is_not_saved_and_not_given_up_without_a_question() {
        const auto lab = remembering(file_);
        ScenarioDocument &document = lab->session().document();
        const QByteArray before = readFile(file_);
        QPlainTextEdit *edit = openText(*lab);
        QTest::keyClicks(edit, "faults: [{service: nosuch");
        QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier); // at once: before it was even looked at
        QVERIFY(lab->findChild<ProblemPanel *>()->isVisible());
        QVERIFY2(lab->findChild<ProblemPanel *>()->headline().contains("was not saved"), qPrintable(lab->findChild<ProblemPanel *>()->headline()));
        QCOMPARE(readFile(file_), before);
        QVERIFY(document.dirty() && lab->isWindowModified());
        QString asked;
        answerNext(QMessageBox::Cancel, &asked);
        QVERIFY(!lab->close());
        QVERIFY2(asked.contains("Save the changes"), qPrintable(asked));
        QVERIFY(edit->toPlainText().endsWith("nosuch"));
        QTest::keyClick(edit, Qt::Key_Escape); // given back: nothing is left to ask about
        QVERIFY(!document.dirty());
        QTRY_VERIFY(kept().isEmpty());
        QVERIFY(lab->close());
    }
    void what_stands_in_a_field_is_saved_with_the_rest() {
        const auto lab = remembering(file_);
        QLineEdit *edit = field(*lab, kAttempts);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, "2");
        QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(lab->session().document().scenario().policies[0].retry->max_attempts, 2);
        QVERIFY(!lab->session().document().dirty());
        QVERIFY(readFile(file_).contains("max_attempts: 2"));
        QVERIFY(edit->hasFocus());
    }
    void restored_work_is_safe_again_at_once() {
        killAfterASecond(file_);
        {
            const auto lab = remembering(file_);
            click(*lab, "Restore");
            // The window lives, so its work is nobody else's to take; but it is on the disk.
            QVERIFY(orphans(recoveryFolder()).isEmpty());
            QCOMPARE(kept().size(), 1);
        }
        QCOMPARE(orphans(recoveryFolder()).size(), 1); // the window went without a word: its work is there
    }
    void discarded_work_is_gone() {
        killAfterASecond(file_);
        const auto lab = remembering(file_);
        click(*lab, "Discard");
        QVERIFY(kept().isEmpty());
        QVERIFY(!lab->session().document().dirty());
        QCOMPARE(lab->session().document().scenario().policies[0].retry->max_attempts, 4);
    }
    void work_whose_file_is_gone_comes_back_as_unsaved() {
        killAfterASecond(file_);
        QVERIFY(QFile::remove(file_));
        const auto lab = remembering(kReceipts);
        click(*lab, "Restore");
        ScenarioDocument &document = lab->session().document();
        QCOMPARE(document.scenario().policies[0].retry->max_attempts, 3);
        QCOMPARE(document.path(), file_);
        QVERIFY(document.dirty());
        QVERIFY(document.save());
        QVERIFY(QFile::exists(file_));
        QVERIFY(!document.dirty());
        QTRY_VERIFY(kept().isEmpty());
    }
    void two_windows_do_not_take_each_others_work() {
        const auto first = remembering(file_);
        typeInto(field(*first, kAttempts), "2");
        QTRY_COMPARE(kept().size(), 1);
        const auto second = remembering(file_);
        QVERIFY(!child<Notices>(*second, "notices")->isVisible());
        QVERIFY(orphans(recoveryFolder()).isEmpty());
    }
    void saving_and_undoing_remove_what_was_kept() {
        const auto lab = remembering(file_);
        typeInto(field(*lab, kAttempts), "2");
        QTRY_COMPARE(kept().size(), 1);
        lab->session().document().undoStack().undo();
        QTRY_VERIFY(kept().isEmpty());
        lab->session().document().undoStack().redo();
        QTRY_COMPARE(kept().size(), 1);
        QVERIFY(lab->session().document().save());
        QTRY_VERIFY(kept().isEmpty());
    }
    void a_window_closed_on_purpose_leaves_nothing() {
        const auto lab = remembering(file_);
        typeInto(field(*lab, kAttempts), "2");
        QTRY_COMPARE(kept().size(), 1);
        answerNext(QMessageBox::Discard);
        QVERIFY(lab->close());
        QTRY_VERIFY(kept().isEmpty());
    }
    void a_window_that_does_not_remember_keeps_nothing() {
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        QTest::qWait(600); // twice the delay of a window that does
        QVERIFY(!QFileInfo::exists(recoveryFolder()));
    }
    void locks_of_the_killed_do_not_pile_up() {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {"--edit", file_});
        while (!process.readAllStandardOutput().contains("edited"))
            QVERIFY(process.waitForReadyRead(30'000));
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!QDir(recoveryFolder()).entryList({"*.lock"}).isEmpty());
        orphans(recoveryFolder());
        QVERIFY(QDir(recoveryFolder()).entryList({"*.lock"}).isEmpty());
    }
    void junk_in_the_folder_is_left_alone() {
        QDir().mkpath(recoveryFolder());
        QFile junk(recoveryFolder() + "/1-x.unsaved.json");
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write("{\"text\": 3");
        junk.close();
        QVERIFY(orphans(recoveryFolder()).isEmpty());
        QVERIFY(remembering(file_));
        QVERIFY(junk.exists());
    }
    void work_that_cannot_be_kept_is_told_and_stays_on_the_screen() {
        writeFile(*folder_, "data", "a file where the folder should be");
        const auto lab = remembering(file_);
        typeInto(field(*lab, kAttempts), "2");
        QTRY_VERIFY(labelsOf(*lab).contains("Edits are not kept safe"));
        QCOMPARE(lab->session().document().scenario().policies[0].retry->max_attempts, 2);
    }

    void a_file_changed_by_another_program_can_be_reloaded_and_that_undone() {
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        const std::string mine = lab->session().document().text();
        QByteArray theirs = readFile(kReceipts);
        theirs.replace("max_attempts: 4 # 3 retries", "max_attempts: 6 # 5 retries");
        writeFile(*folder_, "mine.scenario.yaml", theirs);
        QTRY_VERIFY(labelsOf(*lab).contains("mine.scenario.yaml was changed by another program"));
        QCOMPARE(lab->session().document().text(), mine);
        click(*lab, "Reload");
        QCOMPARE(lab->session().document().scenario().policies[0].retry->max_attempts, 6);
        QVERIFY(!lab->session().document().dirty());
        lab->session().document().undoStack().undo();
        QCOMPARE(lab->session().document().text(), mine);
        QVERIFY(lab->session().document().dirty());
    }
    void a_file_replaced_by_a_rename_is_noticed_too() {
        const auto lab = openLab(file_);
        const QString other = writeFile(*folder_, "other", readFile(kReceipts) + "# more\n");
        QVERIFY(QFile::remove(file_) && QFile::rename(other, file_));
        QTRY_VERIFY(labelsOf(*lab).contains("was changed by another program"));
    }
    void a_broken_change_on_the_disk_is_refused_with_its_reason() {
        const auto lab = openLab(file_);
        const std::string mine = lab->session().document().text();
        writeFile(*folder_, "mine.scenario.yaml", "services: [");
        QTRY_VERIFY(labelsOf(*lab).contains("was changed by another program"));
        click(*lab, "Reload");
        QVERIFY(lab->findChild<ProblemPanel *>()->isVisible());
        QCOMPARE(lab->session().document().text(), mine);
    }
    void saving_over_somebody_elses_change_asks_first() {
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        const QByteArray theirs = readFile(kReceipts) + "# theirs\n";
        writeFile(*folder_, "mine.scenario.yaml", theirs);
        QTRY_VERIFY(labelsOf(*lab).contains("was changed by another program"));
        click(*lab, "Keep mine");
        QString asked;
        answerNext(QMessageBox::Cancel, &asked);
        QTest::keyClick(lab.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(asked.contains("was changed by another program since it was opened"));
        QCOMPARE(readFile(file_), theirs);
        lab->activateWindow();
        QTRY_VERIFY(lab->isActiveWindow());
        answerNext(QMessageBox::Save);
        QTest::keyClick(lab.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(readFile(file_).toStdString(), lab->session().document().text());
        QVERIFY(!lab->session().document().dirty());
    }
    void a_removed_file_is_told_and_written_again() {
        const auto lab = openLab(file_);
        QVERIFY(QFile::remove(file_));
        QTRY_VERIFY(labelsOf(*lab).contains("is gone from the disk"));
        click(*lab, "Save again");
        QCOMPARE(readFile(file_), readFile(kReceipts));
        QTRY_VERIFY(!labelsOf(*lab).contains("is gone from the disk"));
    }
    void our_own_saving_is_no_news() {
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        QTest::keyClick(lab.get(), Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(400);
        QVERIFY(!child<Notices>(*lab, "notices")->isVisible());
    }

private:
    QStringList kept() const { return QDir(recoveryFolder()).entryList({"*.unsaved.json"}, QDir::Files); }
    void click(MainWindow &lab, const QString &text) {
        for (auto *button : child<Notices>(lab, "notices")->findChildren<QPushButton *>())
            if (button->text() == text && button->isVisible()) return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable("no button " + text));
    }
    void killAfterASecond(const QString &file, const QString &how = "--edit") {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {how, file});
        QVERIFY(process.waitForStarted());
        while (!process.readAllStandardOutput().contains("edited"))
            QVERIFY(process.waitForReadyRead(30'000));
        QTest::qWait(1000); // the promise: at most one second of edits is lost
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    QString file_;
};

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName("halfopen");
    if (argc == 3 && qstrcmp(argv[1], "--edit") == 0) return editAndWait(QString::fromLocal8Bit(argv[2]), false);
    if (argc == 3 && qstrcmp(argv[1], "--type") == 0) return editAndWait(QString::fromLocal8Bit(argv[2]), true);
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "recovery_test.moc"
