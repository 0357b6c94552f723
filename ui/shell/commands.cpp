// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QWidget>

namespace halfopen {

namespace {

QString withoutMnemonic(QString text) {
    text = text.section('\t', 0, 0);
    return text.remove('&');
}

/// Signs such as ? and > need Shift on some keyboards and not on others, so that Shift tells nothing about them.
bool isSign(int key) {
    return key > Qt::Key_Space && key < Qt::Key_AsciiTilde && !(key >= Qt::Key_A && key <= Qt::Key_Z);
}

/// As it stands on the key: arrows as arrows, and a minus that can be seen.
QString textOf(const QKeySequence &key) {
    static constexpr std::pair<int, const char *> kSigns[] = {
        {Qt::Key_Left, "←"}, {Qt::Key_Right, "→"}, {Qt::Key_Up, "↑"}, {Qt::Key_Down, "↓"}, {Qt::Key_Minus, "−"}};
    for (const auto &[code, sign] : kSigns)
        if (key[0].key() == code)
            return QKeySequence(QKeyCombination(key[0].keyboardModifiers(), Qt::Key_A))
                .toString(QKeySequence::NativeText)
                .replace(QRegularExpression("A$"), QString::fromUtf8(sign));
    return key.toString(QKeySequence::NativeText);
}

} // namespace

QString titleOf(CommandGroup group, bool withMnemonic) {
    static constexpr const char *kTitles[] = {QT_TRANSLATE_NOOP("halfopen::Commands", "&File"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "Open &recent"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "S&hipped scenarios"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Export"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Edit"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&View"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Tracks"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Panes"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "La&youts"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "La&nguage"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Run"),
                                              QT_TRANSLATE_NOOP("halfopen::Commands", "&Help")};
    const QString title = QCoreApplication::translate("halfopen::Commands", kTitles[static_cast<std::size_t>(group)]);
    return withMnemonic ? title : withoutMnemonic(title);
}

QString Command::name() const { return withoutMnemonic(action->text()); }

QString Command::keys() const {
    QStringList texts;
    for (const QList<QKeySequence> &keys : {spec.keys, spec.letters})
        for (const QKeySequence &key : keys)
            texts << textOf(key);
    return texts.join("   ");
}

bool Command::enabled() const { return action->isEnabled(); }

Commands::Commands(QWidget &window) : QObject(&window), window_(window) { qApp->installEventFilter(this); }

bool Commands::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != &window_) return false;
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    const bool letter = pressed.key() >= Qt::Key_A && pressed.key() <= Qt::Key_Z;
    if (!letter || !pressed.modifiers().testFlag(Qt::ControlModifier)) return false;
    for (const auto edits : {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Cut, QKeySequence::Copy,
                             QKeySequence::Paste, QKeySequence::SelectAll}) {
        if (pressed.matches(edits)) return false;
    }
    const QKeySequence key(pressed.keyCombination());
    const bool ours = std::ranges::any_of(all_, [&key](const Command &c) { return c.spec.keys.contains(key) && c.enabled(); });
    if (ours) event->ignore();
    return ours;
}

QAction *Commands::add(const CommandSpec &spec, std::function<void()> act) {
    auto *action = new QAction(spec.name, this);
    connect(action, &QAction::triggered, this, std::move(act));
    return add(spec, action);
}

QAction *Commands::add(const CommandSpec &spec, QAction *action) {
    Q_ASSERT(!find(spec.id));
    action->setObjectName(spec.id);
    action->setToolTip(spec.what);
    action->setStatusTip(spec.what);
    if (!spec.keys.isEmpty()) action->setShortcuts(spec.keys);
    if (spec.keys.isEmpty() && !spec.letters.isEmpty())
        action->setText(QString("%1\t%2").arg(action->text(), textOf(spec.letters.first())));
    window_.addAction(action); // its keys act also while the menus are hidden
    all_.push_back({spec, action});
    return action;
}

void Commands::setWhyNot(const QString &id, const QString &reason) {
    const auto command = std::ranges::find(all_, id, [](const Command &c) { return c.spec.id; });
    if (command == all_.end()) return;
    command->spec.whyNot = reason;
    command->action->setEnabled(reason.isEmpty());
    command->action->setToolTip(reason.isEmpty() ? command->spec.what : reason);
}

const Command *Commands::find(const QString &id) const {
    const auto command = std::ranges::find(all_, id, [](const Command &c) { return c.spec.id; });
    return command == all_.end() ? nullptr : &*command;
}

const Command *Commands::ofLetter(const QKeyEvent &event) const {
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto lookUp = [this, &event](Qt::KeyboardModifiers with) -> const Command * {
        const QKeySequence key(QKeyCombination(with, static_cast<Qt::Key>(event.key())));
        const auto command = std::ranges::find_if(all_, [&key](const Command &c) {
            return c.spec.letters.contains(key) || c.spec.alsoLetters.contains(key);
        });
        return command == all_.end() ? nullptr : &*command;
    };
    if (const Command *command = lookUp(modifiers)) return command;
    return isSign(event.key()) ? lookUp(modifiers & ~Qt::ShiftModifier) : nullptr;
}

} // namespace halfopen
