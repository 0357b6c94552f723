// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys_sheet.h"

#include <utility>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace halfopen {

namespace {

constexpr std::pair<const char *, const char *> kKeys[] = {
    {"Space", "play, pause"},
    {".   ,", "one event forward, back"},
    {"Shift+.   Shift+,", "next, previous change of state of the selected breaker"},
    {"G   Shift+G", "run until what the transport says, forward, back"},
    {"Home   End", "start, end of what is computed"},
    {"L", "live: follow what is computed"},
    {"[   ]   or   −   +", "slower, faster"},
    {"W   S", "zoom in, out"},
    {"A   D", "pan left, right"},
    {"F", "focus on what is selected; again: the whole run"},
    {"wheel", "zoom at the pointer; with Ctrl finer, with Shift faster"},
    {"Ctrl+Z   Ctrl+Y", "undo, redo"},
    {"Ctrl+O   Ctrl+S", "open, save"},
    {"Enter   Tab   Esc", "in a field: take what was typed, or give it back"},
    {"Ctrl+T", "light, dark"},
    {"F1   ?", "this sheet"},
};

} // namespace

KeysSheet::KeysSheet(const Theme &theme, QWidget *parent) : QDialog(parent) {
    setWindowTitle("Keys");
    setAccessibleName("Keys");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    auto *about = new QLabel("Single letters act while a track, the overview or the transport has the focus, "
                             "never while you type.",
                             this);
    about->setWordWrap(true);
    layout->addWidget(about);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const auto &[keys, what] : kKeys) {
        auto *name = new QLabel(QString::fromUtf8(keys), this);
        name->setFont(theme.font(12, true));
        grid->addWidget(name, row, 0);
        grid->addWidget(new QLabel(what, this), row++, 1);
    }
    layout->addSpacing(8);
    layout->addLayout(grid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(8);
    layout->addWidget(buttons);
}

} // namespace halfopen
