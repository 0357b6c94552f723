// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_file.h"
#include "tests/files/scenario_texts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;

namespace {

FileWriter writer_for(const QString &path) {
    Result<FileWriter> opened = FileWriter::open(path.toStdString());
    if (!opened) qFatal("%s", qPrintable(messages_of(opened.failure())));
    return std::move(opened).value();
}

QStringList files_in(const QTemporaryDir &directory) {
    return QDir(directory.path()).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TextFileTest : public QObject {
    Q_OBJECT

private slots:
    void a_file_appears_complete_or_not_at_all() {
        const QTemporaryDir directory;
        const QString path = directory.filePath("out.txt");
        {
            FileWriter given_up = writer_for(path);
            given_up.write("half");
            QVERIFY(!QFile::exists(path));
        }
        QCOMPARE(files_in(directory), QStringList());
        FileWriter writer = writer_for(path);
        writer.write("who");
        writer.write("le");
        QVERIFY(!writer.commit());
        QCOMPARE(file_text(path), std::string("whole"));
        QCOMPARE(files_in(directory), QStringList("out.txt"));
    }

    void an_older_file_stays_until_the_new_one_is_complete() {
        const QTemporaryDir directory;
        const QString path = directory.filePath("out.txt");
        FileWriter first = writer_for(path);
        first.write("old");
        QVERIFY(!first.commit());
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        FileWriter second = writer_for(path);
        second.write("new");
        QCOMPARE(file_text(path), std::string("old"));
        QVERIFY(!second.commit());
        QCOMPARE(file_text(path), std::string("new"));
        QVERIFY(!(QFile::permissions(path) & QFile::ReadOther)); // its rights stay
    }

    void a_link_stays_a_link() {
        const QTemporaryDir directory;
        FileWriter writer = writer_for(directory.filePath("real.txt"));
        QVERIFY(!writer.commit());
        QVERIFY(QFile::link(directory.filePath("real.txt"), directory.filePath("link.txt")));
        FileWriter through = writer_for(directory.filePath("link.txt"));
        through.write("new");
        QVERIFY(!through.commit());
        QCOMPARE(file_text(directory.filePath("real.txt")), std::string("new"));
        QVERIFY(QFileInfo(directory.filePath("link.txt")).isSymLink());
    }

    void what_cannot_be_written_is_told() {
        const QTemporaryDir directory;
        for (const QString &path : {directory.path(), directory.filePath("no/such/folder.txt")}) {
            const Result<FileWriter> opened = FileWriter::open(path.toStdString());
            QVERIFY(!opened.ok());
            QCOMPARE(int(opened.failure().kind), int(Failure::Kind::no_file));
            QVERIFY(messages_of(opened.failure()).startsWith("cannot be written: "));
        }
        FileWriter full = writer_for("/dev/full");
        full.write("lost");
        const std::optional<Failure> failure = full.commit();
        QVERIFY(failure);
        QCOMPARE(messages_of(*failure), QString("cannot be written: No space left on device"));
    }

    void a_file_that_is_too_long_is_not_read() {
        const QTemporaryDir directory;
        FileWriter writer = writer_for(directory.filePath("long.txt"));
        writer.write(std::string(1001, 'x'));
        QVERIFY(!writer.commit());
        QVERIFY(read_text_file(directory.filePath("long.txt").toStdString(), 1001).ok());
        const Result<std::string> text = read_text_file(directory.filePath("long.txt").toStdString(), 1000);
        QVERIFY(!text.ok());
        QCOMPARE(messages_of(text.failure()), QString("the file is longer than 1000 bytes"));
        QVERIFY(!read_text_file("/dev/zero", 1'000'000).ok()); // an endless one neither
    }
};

QTEST_GUILESS_MAIN(TextFileTest)
#include "text_file_test.moc"
