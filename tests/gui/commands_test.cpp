// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of commands: every key of the sheet does something, and everything has a name and says what it is.
#include "tests/gui/lab.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenuBar>
#include <QScrollBar>
#include <QToolButton>

#include "ui/keys_sheet.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/commands.h"
#include "ui/shell/menus.h"
#include "ui/timeline/overview_strip.h"
#include "ui/timeline/timeline_view.h"
#include "ui/transport.h"

using namespace halfopen;

namespace {

/// Closes whatever asks something of the person, and remembers what it was.
class Answering : public QObject {
public:
    Answering() {
        connect(&timer_, &QTimer::timeout, this, [this] {
            if (auto *asked = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                titles << asked->windowTitle();
                asked->reject();
            }
        });
        timer_.start(5);
    }
    QStringList titles;

private:
    QTimer timer_;
};

/// Everything that a command may change, in words.
QString stateOf(MainWindow &lab, const TimelineView &tracks, const Answering &answers) {
    Session &session = lab.session();
    const Playhead &head = session.playhead();
    QStringList parts{QString::number(head.viewed().time_since_epoch().count()),
                      QString::number(head.playing()),
                      QString::number(head.live()),
                      QString::number(head.speed()),
                      QString::number(session.span().from().time_since_epoch().count()),
                      QString::number(session.span().to().time_since_epoch().count()),
                      QString::number(session.selection().transition().value_or(0)),
                      QString::number(session.document().undoStack().index()),
                      QString::number(session.document().applyAt().has_value()),
                      QString::number(session.selection().fault() ? int(*session.selection().fault()) : -1),
                      QString::number(session.selection().range() ? seconds(session.selection().range()->from) : -1),
                      QString::number(session.selection().range() ? seconds(session.selection().range()->to) : -1),
                      QString::number(session.bookmarks().all().size()),
                      QString::number(tracks.findChild<QLineEdit *>("bookmarkNote") != nullptr),
                      QString::number(static_cast<int>(lab.theme().mode())),
                      QString::number(lab.isVisible()),
                      QString::number(lab.isFullScreen()),
                      QString::number(tracks.findChild<QScrollBar *>()->value()),
                      answers.titles.join(',')};
    for (const QWidget *each : QApplication::topLevelWidgets())
        if (each->isVisible()) parts << each->windowTitle();
    for (const QWidget *each : lab.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (each->isVisible()) parts << each->objectName();
    return parts.join(' ');
}

void press(QWidget *widget, const QKeySequence &key) {
    QTest::keyClick(widget, key[0].key(), key[0].keyboardModifiers());
}

} // namespace

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab();
        QVERIFY(lab_);
        tracks_ = child<TimelineView>(*lab_, "timeline");
        tracks_->setFocus();
        QTRY_VERIFY(tracks_->hasFocus());
    }
    void cleanup() { lab_.reset(); }

    /// On X11 a field takes Ctrl+E for the end of its line; this one takes whatever it is given.
    void keys_of_commands_are_not_swallowed_by_text_fields() {
        class Greedy final : public QLineEdit {
        public:
            using QLineEdit::QLineEdit;
            bool event(QEvent *event) override {
                if (event->type() == QEvent::ShortcutOverride) event->accept();
                return QLineEdit::event(event);
            }
        };
        Greedy field(lab_.get());
        const auto taken = [&field](QKeyCombination key) {
            QKeyEvent event(QEvent::ShortcutOverride, key.key(), key.keyboardModifiers());
            event.ignore();
            QApplication::sendEvent(&field, &event);
            return event.isAccepted();
        };
        QVERIFY(!taken(Qt::ControlModifier | Qt::Key_E));
        QVERIFY(!taken(Qt::ControlModifier | Qt::Key_S));
        QVERIFY(!taken(Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_P));
        for (const int key : {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Z})
            QVERIFY(taken(QKeyCombination(Qt::ControlModifier, Qt::Key(key)))); // edit the text of the field
        QVERIFY(taken(QKeyCombination(Qt::Key_B))); // a letter that is typed
    }

    void every_command_has_a_name_and_says_what_it_does() {
        QSet<QString> ids, names;
        for (const Command &command : all()) {
            QVERIFY2(!command.name().isEmpty(), qPrintable(command.spec.id));
            QVERIFY2(command.spec.what.size() > 8, qPrintable(command.spec.id));
            QVERIFY2(!command.action->toolTip().isEmpty(), qPrintable(command.spec.id));
            QVERIFY2(!ids.contains(command.spec.id), qPrintable(command.spec.id));
            QVERIFY2(!names.contains(command.name()), qPrintable(command.name()));
            ids << command.spec.id;
            names << command.name();
        }
        QVERIFY(ids.size() > 40);
    }

    void a_command_that_cannot_be_done_says_why() {
        for (const Command &command : all())
            QVERIFY2(command.enabled() || !command.spec.whyNot.isEmpty(), qPrintable(command.spec.id));
    }

    void no_two_commands_have_the_same_key() {
        QMap<QString, QString> owners;
        for (const Command &command : all()) {
            for (const auto &keys : {command.spec.keys, command.spec.letters, command.spec.alsoLetters}) {
                for (const QKeySequence &key : keys) {
                    QVERIFY2(!owners.contains(key.toString()),
                             qPrintable(key.toString() + " of " + command.spec.id + " and " + owners[key.toString()]));
                    owners.insert(key.toString(), command.spec.id);
                }
            }
        }
    }

    void every_command_is_in_the_menus_once() {
        QMap<QAction *, int> places;
        for (QMenu *menu : lab_->menuBar()->findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                ++places[action];
        for (const Command &command : all())
            QVERIFY2(places.value(command.action) == 1, qPrintable(command.spec.id));
    }

    /// One row a key, so that a failure names it.
    void every_key_of_the_sheet_does_something_data() {
        const auto lab = openLab();
        QVERIFY(lab);
        QTest::addColumn<QString>("id");
        QTest::addColumn<QKeySequence>("key");
        for (const Command &command : lab->commands().all())
            for (const auto &keys : {command.spec.keys, command.spec.letters, command.spec.alsoLetters})
                for (const QKeySequence &key : keys)
                    QTest::addRow("%s by %s", qPrintable(command.spec.id), qPrintable(key.toString()))
                        << command.spec.id << key;
    }
    void every_key_of_the_sheet_does_something() {
        QFETCH(QString, id);
        QFETCH(QKeySequence, key);
        prepare(id);
        Answering answers;
        QSignalSpy done(lab_->commands().find(id)->action, &QAction::triggered);
        const QString before = stateOf(*lab_, *tracks_, answers);
        press(tracks_->isVisible() ? static_cast<QWidget *>(tracks_) : lab_.get(), key);
        QCOMPARE(done.count(), 1);
        QVERIFY2(stateOf(*lab_, *tracks_, answers) != before, qPrintable(before));
    }

    void the_sheet_names_every_command_that_has_a_key() {
        press(tracks_, QKeySequence(Qt::Key_F1));
        auto *sheet = lab_->findChild<KeysSheet *>();
        QTRY_VERIFY(sheet && sheet->isVisible());
        const QStringList said = labelsOf(*sheet).split('\n');
        int keyed = 0;
        for (const Command &command : all()) {
            if (command.keys().isEmpty()) continue;
            ++keyed;
            QVERIFY2(said.contains(command.keys()), qPrintable(command.spec.id));
            QVERIFY2(said.contains(command.name()), qPrintable(command.spec.id));
        }
        QVERIFY(keyed >= 30);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!sheet->isVisible());
    }

    void single_letters_act_from_the_transport_and_the_overview_too() {
        for (QWidget *widget :
             {child<QWidget>(*lab_, "transport"), static_cast<QWidget *>(tracks_->findChild<OverviewStrip *>())}) {
            widget->setFocus();
            session().showAt(kTimeZero);
            QTest::keyClick(widget, Qt::Key_Period);
            QVERIFY(session().playhead().viewed() > kTimeZero);
            const SimTime to = session().span().to();
            QTest::keyClick(widget, Qt::Key_W);
            QVERIFY(session().span().to() != to);
        }
    }

    void single_letters_do_nothing_on_a_button() {
        auto *button = child<QToolButton>(*lab_, "step-back");
        button->setFocus();
        QTest::keyClick(button, Qt::Key_L);
        QVERIFY(!session().playhead().live());
    }

    void an_entry_of_a_menu_does_what_its_key_does() {
        QMenu *run = menuOf(*lab_->menuBar(), CommandGroup::run);
        run->popup(lab_->mapToGlobal(QPoint(100, 30)));
        QTRY_VERIFY(run->isVisible());
        QAction *live = lab_->commands().find("run/live")->action;
        QTest::mouseClick(run, Qt::LeftButton, {}, run->actionGeometry(live).center());
        QVERIFY(session().playhead().live());
    }

    void ticks_of_light_and_dark_follow_the_theme() {
        QTest::keyClick(tracks_, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(lab_->commands().find("view/dark")->action->isChecked());
        QTest::keyClick(tracks_, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(lab_->commands().find("view/light")->action->isChecked());
    }

private:
    Session &session() { return lab_->session(); }
    const std::vector<Command> &all() { return lab_->commands().all(); }
    /// Brings the window to where the command can do something.
    void prepare(const QString &id) {
        session().showAt(kTimeZero + std::chrono::seconds(125));
        session().goTo(Moment::breakerOpens, Direction::backward);
        session().span().set(kTimeZero + std::chrono::seconds(100), kTimeZero + std::chrono::seconds(150));
        if (id == "edit/undo" || id == "edit/redo") QVERIFY(!session().document().set("seed", "8", {"seed 8"}));
        if (id == "range/clear") press(tracks_, QKeySequence(Qt::Key_I));
        if (id == "workspace/lab") lab_->commands().find("workspace/learn")->action->trigger();
        if (id == "edit/redo") session().document().undoStack().undo();
        if (id == "tracks/up" || id == "tracks/down") {
            lab_->resize(MainWindow::kSizeMin);
            auto *bar = tracks_->findChild<QScrollBar *>();
            QTRY_VERIFY(bar->maximum() > 0);
            bar->setValue(id == "tracks/up" ? bar->maximum() : 0);
        }
        if (id == "range/clear") session().selection().selectRange(TimeRange{kTimeZero, session().axisEnd()});
        if (id == "bookmarks/note") session().bookmarks().add(session().playhead().viewed());
        for (const int s : {1, 200})
            if (id.startsWith("bookmarks/")) session().bookmarks().add(kTimeZero + std::chrono::seconds(s));
        if (id.startsWith("faults/")) session().selection().selectFault(0);
        QVERIFY(session().waitUntilSettled(30'000));
    }

    std::unique_ptr<MainWindow> lab_;
    TimelineView *tracks_ = nullptr;
};

QTEST_MAIN(CommandsTest)
#include "commands_test.moc"
