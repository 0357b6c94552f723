// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, driven by clicks and keys: editing, refusals, undo, files.
#include "tests/gui/lab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QTabBar>

#include "ui/editors/backoff_preview.h"
#include "ui/editors/policy_editor.h"
#include "ui/editors/range_slider.h"
#include "ui/problem_panel.h"
#include "ui/seed_box.h"

using namespace halfopen;

namespace {
const QString kAttempts = "policies.gpt4.retry.max_attempts";
const QString kBase = "policies.gpt4.retry.backoff.base";
const QString kProbes = "policies.gpt4.breaker.probes";
const QString kCooldown = "policies.gpt4.breaker.open_for";
} // namespace

class EditingTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
    }
    void cleanup() { lab_.reset(); }

    void a_typed_value_makes_a_new_run_and_leaves_the_view_where_it_is() {
        session().showAt(kTimeZero + std::chrono::seconds(90));
        const SimTime from = session().span().from();
        const Run *before = &session().run();
        QSignalSpy changed(&session(), &Session::runChanged);
        typeInto(field(*lab_, kAttempts), "2");
        QCOMPARE(retry().max_attempts, 2);
        QVERIFY(document().dirty());
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(&session().run() != before);
        QCOMPARE(session().run().scenario().policies[0].retry->max_attempts, 2);
        QCOMPARE(seconds(session().playhead().viewed()), 90.0);
        QCOMPARE(session().span().from(), from);
    }
    void units_may_be_typed_or_left_out() {
        typeInto(field(*lab_, kBase), "250 ms");
        QCOMPARE(retry().backoff.base, Duration(std::chrono::milliseconds(250)));
        typeInto(field(*lab_, kBase), "300");
        QCOMPARE(retry().backoff.base, Duration(std::chrono::milliseconds(300)));
        typeInto(field(*lab_, kBase), "2s");
        QCOMPARE(retry().backoff.base, Duration(std::chrono::seconds(2)));
    }
    void attempts_are_shown_both_ways() {
        QLineEdit *attempts = field(*lab_, kAttempts);
        lab_->setFocus();
        QTRY_VERIFY(!attempts->hasFocus());
        QVERIFY(attempts->text().contains("4"));
        QVERIFY(attempts->text().contains("= 3 retries"));
    }
    void nothing_is_judged_while_typing_and_escape_gives_the_value_back() {
        QLineEdit *base = field(*lab_, kBase);
        const QString before = labels();
        QTest::mouseClick(base, Qt::LeftButton);
        base->selectAll();
        QTest::keyClicks(base, "1x");
        QCOMPARE(labels(), before);
        QTest::keyClick(base, Qt::Key_Escape);
        QCOMPARE(base->text(), QString("1 s"));
        QCOMPARE(retry().backoff.base, Duration(std::chrono::seconds(1)));
        QVERIFY(!document().dirty());
    }
    void a_wrong_value_is_refused_at_its_field_with_the_reason_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("no duration") << kBase << "fast"
                                     << "a duration";
        QTest::newRow("no number") << kAttempts << "many"
                                   << "a whole number";
        QTest::newRow("out of range") << kAttempts << "5000"
                                      << "1000";
        QTest::newRow("no probe") << kProbes << "0"
                                  << "Expected 1 to 100000, not 0.";
        QTest::newRow("below the range") << kCooldown << "-5"
                                         << "Expected 0 s to 1000000000 s, not -5 s.";
        QTest::newRow("above the range") << kCooldown << "99999999999s"
                                         << "Expected 0 s to 1000000000 s, not 99999999999s.";
        QTest::newRow("beyond all numbers") << kCooldown << "1e999"
                                            << "Expected 0 s to 1000000000 s, not 1e999.";
    }
    void a_wrong_value_is_refused_at_its_field_with_the_reason() {
        QFETCH(QString, path);
        QFETCH(QString, typed);
        QFETCH(QString, told);
        const std::string before = document().text();
        QLineEdit *edit = field(*lab_, path);
        typeInto(edit, typed);
        const QString row = labelsOf(*child<QWidget>(*lab_, path));
        QVERIFY2(row.contains(told), qPrintable(row));
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(document().text(), before);
        QCOMPARE(document().undoStack().count(), 0);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->property("invalid").toBool());
    }
    void undo_and_redo_go_by_named_steps() {
        typeInto(field(*lab_, kAttempts), "2");
        typeInto(field(*lab_, kCooldown), "10s");
        QCOMPARE(document().undoStack().undoText(), QString("cooldown 10 s"));
        QTest::keyClick(lab_.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().undoStack().undoText(), QString("attempts 2"));
        QTest::keyClick(lab_.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(retry().max_attempts, 4);
        QVERIFY(!document().dirty());
        QTest::keyClick(lab_.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(retry().max_attempts, 2);
    }
    void a_drag_is_one_step_of_undo() {
        auto *slider = child<QWidget>(*lab_, kAttempts)->findChild<RangeSlider *>();
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, {4, y});
        for (int x = 6; x < slider->width() - 4; x += 6) {
            QTest::mouseMove(slider, {x, y});
            QTRY_COMPARE(document().scenario().policies[0].retry->max_attempts, attemptsShown());
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 4, y});
        QTRY_VERIFY(retry().max_attempts >= 9);
        QCOMPARE(document().undoStack().count(), 1);
        document().undoStack().undo();
        QCOMPARE(retry().max_attempts, 4);
    }
    void the_backoff_preview_prints_the_first_waits_inside_their_jitter() {
        auto *preview = lab_->findChild<BackoffPreview *>();
        QCOMPARE(preview->waits().size(), std::size_t{3});
        QCOMPARE(preview->waits()[0].text, QString("0 – 1 s"));
        QCOMPARE(preview->waits()[2].text, QString("0 – 4 s"));
        typeInto(field(*lab_, kBase), "3s");
        QCOMPARE(preview->waits()[0].text, QString("0 – 3 s"));
        typeInto(field(*lab_, kAttempts), "1");
        QVERIFY(preview->waits().empty());
        QVERIFY(preview->accessibleDescription().contains("No retry"));
    }
    void the_backoff_preview_shows_what_a_selected_request_drew() {
        const TraceView &trace = session().run().trace();
        std::size_t i = 0;
        while (trace[i].kind != RecordKind::wait_started || trace[i].object != 0)
            ++i;
        session().selection().selectRequest(trace[i].request);
        auto *preview = lab_->findChild<BackoffPreview *>();
        QCOMPARE(preview->waits()[0].drawn, std::optional(Duration{trace[i].value}));
        QVERIFY(preview->waits()[0].text.endsWith("of 1 s"));
    }
    void a_breaker_can_be_switched_off_and_on_and_its_preset_changed() {
        auto *toggle = child<QCheckBox>(*lab_, "toggle/Breaker");
        QTest::mouseClick(toggle, Qt::LeftButton, {}, {6, toggle->height() / 2});
        QVERIFY(!document().scenario().policies[0].breaker);
        toggle = child<QCheckBox>(*lab_, "toggle/Breaker");
        QTest::mouseClick(toggle, Qt::LeftButton, {}, {6, toggle->height() / 2});
        QVERIFY(document().scenario().policies[0].breaker);
    }
    void a_chosen_word_may_bring_other_fields() {
        auto *jitter = child<QWidget>(*lab_, "choice/jitter")->findChild<QComboBox *>();
        QVERIFY(!lab_->findChild<QWidget *>("policies.gpt4.retry.jitter.additive"));
        jitter->setFocus();
        QTest::keyClick(jitter, Qt::Key_Down); // none, full, equal, decorrelated, additive
        QTest::keyClick(child<QWidget>(*lab_, "choice/jitter")->findChild<QComboBox *>(), Qt::Key_Down);
        QTest::keyClick(child<QWidget>(*lab_, "choice/jitter")->findChild<QComboBox *>(), Qt::Key_Down);
        QCOMPARE(retry().jitter.kind, JitterKind::additive);
        QVERIFY(field(*lab_, "policies.gpt4.retry.jitter.additive"));
        QTRY_VERIFY(child<QWidget>(*lab_, "choice/jitter")->findChild<QComboBox *>()->hasFocus());
    }
    void tabs_lead_to_the_policies_of_the_other_legs() {
        auto *tabs = lab_->findChild<PolicyEditor *>()->findChild<QTabBar *>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        typeInto(field(*lab_, "policies.ocr.timeout.after"), "5");
        QCOMPARE(document().scenario().policies[2].timeout->after, Duration(std::chrono::seconds(5)));
    }
    void another_seed_is_another_run_of_the_same_document() {
        auto *seed = child<SeedBox>(*lab_, "seed");
        typeInto(seed->findChild<QLineEdit *>(), "9007199254740993");
        QCOMPARE(document().scenario().seed, 9007199254740993u);
        QTRY_COMPARE(session().run().scenario().seed, 9007199254740993u);
        typeInto(seed->findChild<QLineEdit *>(), "18446744073709551615");
        QCOMPARE(document().scenario().seed, 18446744073709551615u);
        typeInto(seed->findChild<QLineEdit *>(), "18446744073709551616"); // too long: the seed stays
        QCOMPARE(seed->seed(), 18446744073709551615u);
    }
    void comments_survive_an_edit_and_a_save() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("mine.scenario.yaml");
        typeInto(field(*lab_, kAttempts), "2");
        QVERIFY(document().saveAs(path));
        QVERIFY(!document().dirty());
        QCOMPARE(lab_->windowTitle(), QString("mine.scenario.yaml[*] — Halfopen"));
        const QByteArray saved = readFile(path);
        QVERIFY(saved.contains("max_attempts: 2 # 3 retries"));
        QVERIFY(saved.contains("# 5 in a row, open 60 s, one probe"));
    }
    void a_broken_file_changes_nothing_and_its_messages_are_shown() {
        const QTemporaryDir folder;
        QByteArray broken = QByteArray::fromStdString(document().text());
        broken.replace("max_attempts: 4 # 3 retries", "max_attempts: fast");
        broken.replace("cost: 0.10", "cots: 0.10");
        const QString path = writeFile(folder, "broken.scenario.yaml", broken);
        const std::string before = document().text();
        QVERIFY(!lab_->openFile(path));
        QCOMPARE(document().text(), before);
        auto *panel = child<ProblemPanel>(*lab_, "problems");
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(panel->headline().contains("broken.scenario.yaml was not opened"));
        const int line = static_cast<int>(broken.left(broken.indexOf("cots")).count('\n')) + 1;
        QVERIFY2(panel->text().contains(QString("broken.scenario.yaml:%1:").arg(line)), qPrintable(panel->text()));
        QVERIFY(panel->text().contains("max_attempts"));
        QVERIFY(lab_->openFile(":/scenarios/timeout.scenario.yaml"));
        QVERIFY(!panel->isVisible());
    }
    void a_missing_file_and_a_folder_say_what_is_wrong() {
        auto *panel = child<ProblemPanel>(*lab_, "problems");
        QVERIFY(!lab_->openFile("/there/is/no/such.scenario.yaml"));
        QVERIFY(panel->text().contains("such.scenario.yaml"));
        const QTemporaryDir folder;
        QVERIFY(!lab_->openFile(folder.path()));
        QVERIFY(panel->text().contains("folder"));
    }
    void a_dropped_file_is_opened() {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "dropped.scenario.yaml", readFile(":/scenarios/timeout.scenario.yaml"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(lab_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(lab_.get(), &drop);
        QCOMPARE(document().name(), QString("dropped.scenario.yaml"));
        QVERIFY(session().playhead().playing());
    }
    void every_shipped_scenario_opens_and_shows_its_editors_data() {
        QTest::addColumn<QString>("file");
        for (const QString &name : QDir(":/scenarios").entryList())
            QTest::newRow(qPrintable(name)) << ":/scenarios/" + name;
    }
    void every_shipped_scenario_opens_and_shows_its_editors() {
        QFETCH(QString, file);
        QVERIFY(lab_->openFile(file));
        QVERIFY(session().waitUntilSettled(60'000));
        QVERIFY(session().run().finished());
        QVERIFY(!lab_->grab().isNull());
    }

private:
    Session &session() { return lab_->session(); }
    ScenarioDocument &document() { return session().document(); }
    const RetryConfig &retry() { return *document().scenario().policies[0].retry; }
    QString labels() { return labelsOf(*child<QWidget>(*lab_, kBase)); }
    int attemptsShown() { return field(*lab_, kAttempts)->text().section(' ', 0, 0).toInt(); }

    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(EditingTest)
#include "editing_test.moc"
