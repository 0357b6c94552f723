// SPDX-License-Identifier: GPL-3.0-or-later
// The start page: cards with pictures, search, and keys alone.
#include "tests/gui/lab.h"

#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

#include "ui/session/recent_files.h"
#include "ui/shell/commands.h"
#include "ui/shell/workspaces.h"
#include "ui/start/start_page.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

class StartTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        lab_->activateWindow();
        QTRY_VERIFY(lab_->isActiveWindow());
        QTest::keyClick(lab_.get(), Qt::Key_N, Qt::ControlModifier);
        page_ = lab_->findChild<StartPage *>();
        QVERIFY(page_ && page_->isVisible());
        QTRY_VERIFY(page_->search()->hasFocus());
    }
    void cleanup() { lab_.reset(); }

    void every_shipped_scenario_and_landmark_has_its_card() {
        QStringList files;
        for (const char *folder : {":/scenarios", ":/landmarks"})
            for (const QString &name : QDir(folder).entryList({"*.yaml"}))
                files << QString("%1/%2").arg(folder, name);
        QVERIFY(files.size() >= 25);
        QCOMPARE(page_->cards().size(), files.size());
        for (const ScenarioCard *card : page_->cards()) {
            QVERIFY(files.contains(card->file()));
            QVERIFY(!card->text().isEmpty() && !card->accessibleName().isEmpty());
            QVERIFY2(!card->accessibleDescription().isEmpty(), qPrintable(card->file()));
        }
    }
    void pictures_are_made_in_the_background_and_differ() {
        QTRY_VERIFY_WITH_TIMEOUT(page_->settled(), 60'000);
        QSet<QByteArray> pictures;
        for (ScenarioCard *card : page_->cards()) {
            QVERIFY2(card->hasPicture(), qPrintable(card->file()));
            const QImage image = card->grab(QRect(QPoint(2, 2), CardPictures::kSize - QSize(4, 4))).toImage();
            pictures << QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        }
        QCOMPARE(pictures.size(), page_->cards().size());
    }
    void leaving_stops_the_pictures_and_coming_back_goes_on() {
        QVERIFY(!page_->settled());
        QTest::keyClick(page_->search(), Qt::Key_Escape);
        QVERIFY(page_->settled());
        QTest::keyClick(lab_.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!page_->settled());
    }
    void a_file_that_cannot_be_opened_is_told_there() {
        QVERIFY(!page_->problems().isVisible());
        QVERIFY(!lab_->openFile("/nowhere/at/all.yaml"));
        QVERIFY(page_->isVisible() && page_->problems().isVisible());
        QVERIFY2(page_->problems().text().startsWith("all.yaml: "), qPrintable(page_->problems().text()));
        QTest::keyClick(page_->search(), Qt::Key_Escape);
        QTest::keyClick(lab_.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(page_->isVisible() && !page_->problems().isVisible());
        lab_->showStartPage(FileProblem{"headline", {"x.yaml:1:1: this is no scenario"}, Failure::Kind::bad_input});
        QVERIFY(page_->problems().isVisible() && page_->problems().text().contains("no scenario"));
        QVERIFY(!page_->problems().headline().contains("stays")); // nothing was opened before
    }
    void it_speaks_of_no_document_that_nobody_opened() {
        QVERIFY2(lab_->windowTitle().startsWith("Start page"), qPrintable(lab_->windowTitle()));
        QVERIFY2(!labelsOf(*lab_->statusBar()).contains("events"), qPrintable(labelsOf(*lab_->statusBar())));
        QTest::keyClick(page_->search(), Qt::Key_Escape);
        QVERIFY(lab_->windowTitle().startsWith("receipts"));
        QVERIFY(labelsOf(*lab_->statusBar()).contains("events"));
    }
    void cards_fill_the_width_of_the_design_size() {
        lab_->resize(1440, 900);
        QTRY_COMPARE(lab_->width(), 1440);
        const auto right = [this] {
            int most = 0;
            for (const ScenarioCard *card : page_->cards())
                most = std::max(most, card->mapTo(page_, QPoint(card->width(), 0)).x());
            return most;
        };
        QTRY_VERIFY2(right() > 1440 - 80, qPrintable(QString::number(right())));
    }
    void typing_leaves_the_cards_that_answer() {
        QTest::keyClicks(page_->search(), "vision outage");
        QCOMPARE(visibleCards().size(), 1);
        QCOMPARE(visibleCards().first()->file(), kReceipts);
        page_->search()->clear();
        QTest::keyClicks(page_->search(), "xyzzy");
        QCOMPARE(visibleCards().size(), 0);
        QVERIFY(labelsOf(*page_).contains("No scenario is called that"));
        QTest::keyClick(page_->search(), Qt::Key_Escape); // first the words go, then the page
        QVERIFY(page_->isVisible());
        QCOMPARE(visibleCards().size(), page_->cards().size());
    }
    void keys_alone_open_a_scenario() {
        QTest::keyClicks(page_->search(), "retry storm");
        QTest::keyClick(page_->search(), Qt::Key_Down);
        QTRY_VERIFY(visibleCards().first()->hasFocus());
        QTest::keyClick(visibleCards().first(), Qt::Key_Return);
        QCOMPARE(lab_->session().document().name(), QString("retry-storm.scenario.yaml"));
        QVERIFY(!page_->isVisible());
        QVERIFY(child<TimelineView>(*lab_, "timeline")->isVisible());
        QVERIFY(lab_->session().playhead().playing());
    }
    void arrows_walk_over_the_cards_as_they_stand() {
        QTest::keyClick(page_->search(), Qt::Key_Down);
        const auto cards = visibleCards();
        QTRY_VERIFY(cards[0]->hasFocus());
        QTest::keyClick(cards[0], Qt::Key_Right);
        QVERIFY(cards[1]->hasFocus());
        QTest::keyClick(cards[1], Qt::Key_Down);
        QWidget *below = QApplication::focusWidget();
        QCOMPARE(below->x(), cards[1]->x());
        QVERIFY(below->y() > cards[1]->y());
        QTest::keyClick(below, Qt::Key_Up);
        QTest::keyClick(cards[1], Qt::Key_Left);
        QVERIFY(cards[0]->hasFocus());
        QTest::keyClick(cards[0], Qt::Key_Up);
        QVERIFY(page_->search()->hasFocus());
    }
    void walking_down_brings_the_card_into_sight() {
        lab_->resize(MainWindow::kSizeMin);
        QTRY_COMPARE(lab_->size(), MainWindow::kSizeMin);
        QTest::qWait(50); // until the scroll area knows how long the page is
        QTest::keyClick(page_->search(), Qt::Key_Down);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        auto *card = qobject_cast<ScenarioCard *>(QApplication::focusWidget());
        QVERIFY(card);
        QVERIFY(card->file().startsWith(":/landmarks/"));
        QCOMPARE(card->visibleRegion().boundingRect(), card->rect());
    }
    void a_click_opens_and_escape_goes_back() {
        QTest::mouseClick(visibleCards()[1], Qt::LeftButton);
        QCOMPARE(lab_->session().document().name(), visibleCards()[1]->file().section('/', -1));
        QTest::keyClick(lab_.get(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(page_->search(), Qt::Key_Escape);
        QVERIFY(!page_->isVisible());
        QVERIFY(child<TimelineView>(*lab_, "timeline")->isVisible());
    }
    void the_layout_of_the_lab_is_as_before() {
        QTest::keyClick(page_->search(), Qt::Key_Escape);
        const QByteArray before = lab_->saveState();
        QTest::keyClick(lab_.get(), Qt::Key_N, Qt::ControlModifier);
        QTest::mouseClick(child<QPushButton>(*lab_, "startBack"), Qt::LeftButton);
        QCOMPARE(lab_->saveState(), before);
    }
    void cards_fit_the_width_without_overlap() {
        for (const QSize size : {MainWindow::kSizeMin, QSize(1100, 700), QSize(1440, 900), QSize(2200, 1200)}) {
            lab_->resize(size);
            QTRY_COMPARE(lab_->size(), size);
            QTest::qWait(20);
            const auto cards = visibleCards();
            for (qsizetype i = 0; i < cards.size(); ++i) {
                QVERIFY(cards[i]->mapTo(page_, cards[i]->rect().bottomRight()).x() < page_->width() - 12);
                for (qsizetype k = i + 1; k < cards.size(); ++k)
                    QVERIFY(cards[i]->parent() != cards[k]->parent() ||
                            !cards[i]->geometry().intersects(cards[k]->geometry()));
            }
        }
    }
    void files_opened_last_are_offered() {
        const QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", folder.filePath("config").toUtf8());
        const QString mine = writeFile(folder, "mine.scenario.yaml", readFile(kReceipts));
        StartPage page(lab_->theme(), folder.filePath("cards"));
        page.resize(1200, 800);
        page.show();
        page.appear({mine, folder.filePath("gone.yaml")});
        QSignalSpy opened(&page, &StartPage::opened);
        int buttons = 0;
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (!button->text().contains(".yaml")) continue;
            ++buttons;
            QCOMPARE(button->isEnabled(), button->text().startsWith("mine"));
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(buttons, 2);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), mine);
    }
    void pictures_are_kept_for_the_next_start() {
        const QTemporaryDir folder;
        {
            StartPage page(lab_->theme(), folder.path());
            page.show();
            page.appear({});
            QTRY_VERIFY_WITH_TIMEOUT(page.settled(), 60'000);
        }
        QCOMPARE(QDir(folder.path()).entryList({"*.png"}).size(), page_->cards().size());
        StartPage page(lab_->theme(), folder.path());
        page.show();
        page.appear({});
        QVERIFY(page.settled()); // at once
        for (const ScenarioCard *card : page.cards())
            QVERIFY(card->hasPicture());
    }
    void the_first_sentence_ends_where_it_ends() {
        QCOMPARE(firstSentence("At 0.5 s it fails.\nThen more."), QString("At 0.5 s it fails."));
        QCOMPARE(firstSentence("No end"), QString("No end"));
        QCOMPARE(firstSentence(""), QString());
    }

private:
    QList<ScenarioCard *> visibleCards() {
        QList<ScenarioCard *> cards;
        for (ScenarioCard *card : page_->cards())
            if (!card->isHidden()) cards << card;
        return cards;
    }
    std::unique_ptr<MainWindow> lab_;
    StartPage *page_ = nullptr;
};

QTEST_MAIN(StartTest)
#include "start_test.moc"
