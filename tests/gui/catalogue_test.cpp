// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of German words as a file: whole, in step with the sources, and with everything in its place.
#include "tests/gui/catalogue.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace halfopen;

namespace {

const QString kFolder = HALFOPEN_SOURCE_DIR "/resources/translations";

QStringList keysOf(const QList<Message> &messages) {
    QStringList keys;
    for (const Message &message : messages)
        keys << message.key();
    keys.sort();
    return keys;
}

/// "%1", "{}" and "{:g}", each once; of {} and {0} what stands inside, numbered.
QStringList placesOf(const QString &text) {
    static const QRegularExpression place("%\\d|\\{(\\d*)([^}]*)\\}");
    QStringList places;
    int next = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.captured().startsWith('%'))
            places << match.captured();
        else
            places << (match.captured(1).isEmpty() ? QString::number(next++) : match.captured(1)) + match.captured(2);
    }
    places.removeDuplicates();
    places.sort();
    return places;
}

/// Pieces of a sentence keep the spaces at their ends; a comma does for one at the beginning.
bool joinsAs(const QString &translation, const QString &source) {
    const bool comma = QString(",:;").contains(translation.front());
    return translation.back().isSpace() == source.back().isSpace() &&
           (comma || translation.front().isSpace() == source.front().isSpace());
}

bool hasMnemonic(const QString &text) { return QString(text).remove("&&").contains('&'); }

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
    QList<Message> messages_;
private slots:
    void initTestCase() {
        messages_ = readCatalogue(kFolder + "/halfopen_de.ts");
        QVERIFY(messages_.size() > 1500);
    }

    void it_is_in_step_with_the_sources() {
        const QTemporaryDir folder;
        const QString fresh = folder.filePath("halfopen_de.ts");
        QVERIFY(QFile::copy(kFolder + "/halfopen_de.ts", fresh));
        QProcess update;
        update.start(kFolder + "/update", {fresh});
        QVERIFY(update.waitForFinished(100'000));
        if (update.exitCode() == 127) QSKIP("there is no lupdate on this machine (qt6-l10n-tools)");
        QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0, update.readAllStandardError());
        const QStringList before = keysOf(messages_), after = keysOf(readCatalogue(fresh));
        for (const QString &key : after)
            if (!before.contains(key)) QFAIL(qPrintable("not in the catalogue, run resources/translations/update: " + key));
        for (const QString &key : before)
            if (!after.contains(key)) QFAIL(qPrintable("no longer in the sources: " + key));
    }

    void every_message_is_translated() {
        for (const Message &message : messages_)
            QVERIFY2(message.type.isEmpty() && !message.translation.isEmpty(), qPrintable(message.key()));
    }

    void every_translation_has_the_places_of_its_source() {
        for (const Message &message : messages_) {
            QCOMPARE(message.key() + placesOf(message.translation).join(' '),
                     message.key() + placesOf(message.source).join(' '));
            QVERIFY2(joinsAs(message.translation, message.source), qPrintable(message.key()));
            QVERIFY2(message.translation.count('\n') == message.source.count('\n'), qPrintable(message.key()));
            QVERIFY2(hasMnemonic(message.translation) == hasMnemonic(message.source), qPrintable(message.key()));
        }
    }

    /// A class whose tr() finds no context would be looked for in vain when it speaks.
    void every_context_has_a_name() {
        for (const Message &message : messages_)
            for (const char *nobody : {"", "std", "halfopen", "halfopen::T"})
                QVERIFY2(message.context != QLatin1String(nobody), qPrintable(message.key()));
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
