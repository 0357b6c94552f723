// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that take nothing, files that are none, and what is pasted by mistake: told, and nothing is lost.
#include "tests/gui/lab.h"

#include <csignal>

#include <sys/resource.h>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>

#include "ui/problem_panel.h"

using namespace halfopen;

namespace {
const QString kAttempts = "policies.gpt4.retry.max_attempts";
} // namespace

class DiskTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = writeFile(*folder_, "mine.scenario.yaml", readFile(kReceipts));
    }

    void a_full_disk_is_told_and_loses_nothing() {
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        const QByteArray before = readFile(file_);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit usual{}, tiny{};
        getrlimit(RLIMIT_FSIZE, &usual);
        tiny = {100, usual.rlim_max}; // the disk takes 100 bytes of a file and no more
        setrlimit(RLIMIT_FSIZE, &tiny);
        const bool saved = lab->session().document().save();
        setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY(!saved);
        auto *problems = lab->findChild<ProblemPanel *>();
        QVERIFY(problems->isVisible());
        QCOMPARE(problems->headline(), QString("mine.scenario.yaml was not saved. Nothing on the disk was changed."));
        QVERIFY2(problems->text().size() > QString("mine.scenario.yaml: ").size(), qPrintable(problems->text()));
        QCOMPARE(readFile(file_), before);
        QVERIFY(lab->session().document().dirty());
        QVERIFY(lab->session().document().save());
    }
    void a_dropped_file_that_is_no_scenario_is_refused_with_its_reason_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("a letter") << QByteArray("Dear all,\n\nplease find attached nothing.\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(4096, '\0');
    }
    void a_dropped_file_that_is_no_scenario_is_refused_with_its_reason() {
        QFETCH(QByteArray, bytes);
        const auto lab = openLab(file_);
        const std::string before = lab->session().document().text();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(writeFile(*folder_, "wrong.bin", bytes))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(lab.get(), &enter);
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(lab.get(), &drop);
        auto *problems = lab->findChild<ProblemPanel *>();
        QVERIFY(problems->isVisible());
        QVERIFY(problems->headline().startsWith("wrong.bin was not opened"));
        QVERIFY2(!problems->text().isEmpty() && !problems->text().contains(QChar(0)), qPrintable(problems->text()));
        QCOMPARE(lab->session().document().text(), before);
        keepPicture(*lab, QString("dropped %1").arg(QTest::currentDataTag()));
    }
    void junk_pasted_into_a_field_is_refused_with_its_reason() {
        const auto lab = openLab(file_);
        QLineEdit *edit = field(*lab, kAttempts);
        QTest::mouseClick(edit, Qt::LeftButton);
        edit->selectAll();
        QApplication::clipboard()->setText("services: {x: [\n" + QString(100'000, 'x'));
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(lab->session().document().scenario().policies[0].retry->max_attempts, 4);
        QVERIFY(!lab->session().document().dirty());
        QVERIFY(edit->property("invalid").toBool() || edit->parentWidget()->property("invalid").toBool());
        QVERIFY(edit->parentWidget()->height() < 120); // the reason is a reason, not a page
        QTest::qWait(100);
        keepPicture(*lab, "pasted junk");
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(edit->text().startsWith("4"));
    }

    void a_place_that_cannot_be_written_is_told_data() {
        QTest::addColumn<QString>("place");
        QTest::newRow("no such folder") << "none/at/all.yaml";
        QTest::newRow("a file in place of the folder") << "mine.scenario.yaml/x.yaml";
        QTest::newRow("a folder") << ".";
    }
    void a_place_that_cannot_be_written_is_told() {
        QFETCH(QString, place);
        const auto lab = openLab(file_);
        typeInto(field(*lab, kAttempts), "2");
        QVERIFY(!lab->session().document().saveAs(folder_->filePath(place)));
        QVERIFY(lab->findChild<ProblemPanel *>()->isVisible());
        QVERIFY(lab->session().document().dirty());
        QCOMPARE(lab->session().document().path(), file_);
    }
    void a_folder_that_is_read_only_is_told() {
        QDir(folder_->path()).mkdir("locked");
        const QString locked = folder_->filePath("locked");
        QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner);
        if (QFileInfo(locked).isWritable()) QSKIP("root writes everywhere");
        const auto lab = openLab(file_);
        QVERIFY(!lab->session().document().saveAs(locked + "/x.yaml"));
        QVERIFY(lab->findChild<ProblemPanel *>()->isVisible());
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    QString file_;
};

QTEST_MAIN(DiskTest)
#include "disk_test.moc"
