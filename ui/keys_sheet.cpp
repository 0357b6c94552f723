// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys_sheet.h"

#include <algorithm>
#include <utility>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/shell/commands.h"

namespace halfopen {

namespace {

constexpr int kKeysWidth = 84, kColumnGap = 28, kColumns = 3;
constexpr int kRoomAround = 150; ///< of the window, for what stands above and beneath the keys

constexpr std::pair<CommandGroup, int> kPlaces[] = {
    {CommandGroup::run, 0},  {CommandGroup::help, 0},    {CommandGroup::layouts, 0}, {CommandGroup::tracks, 1},
    {CommandGroup::file, 2}, {CommandGroup::exports, 2}, {CommandGroup::edit, 2},    {CommandGroup::view, 2},
};

} // namespace

KeysSheet::KeysSheet(const Commands &commands, const Theme &theme, QWidget *parent) : QDialog(parent), theme_(theme) {
    setWindowTitle(tr("Keys"));
    setAccessibleName(tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->addWidget(new QLabel(tr("Single letters act while a track, the overview or the transport has the focus, "
                                    "never while you type."),
                                 this));
    auto *body = new QWidget(this);
    auto *columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 8, 0);
    columns->setSpacing(kColumnGap);
    QGridLayout *column[kColumns];
    for (QGridLayout *&each : column) {
        each = new QGridLayout;
        each->setHorizontalSpacing(16);
        each->setVerticalSpacing(4);
        each->setColumnMinimumWidth(0, kKeysWidth);
        each->setColumnStretch(1, 1);
        columns->addLayout(each);
    }
    for (const auto &[group, place] : kPlaces) {
        QList<Line> lines;
        for (const Command &command : commands.all())
            if (command.spec.group == group && !command.keys().isEmpty())
                lines << Line{command.keys(), command.name(), command.spec.what};
        if (!lines.isEmpty()) addSection(titleOf(group), lines, *column[place]);
    }
    addSection(tr("Pointer"),
               {{tr("wheel"), tr("zoom; Ctrl finer, Shift faster"), {}},
                {tr("drag"), tr("move along the time axis"), {}},
                {tr("Shift drag"), tr("select that stretch: the figures tell of it"), {}},
                {tr("middle drag"), tr("zoom to that stretch"), {}}},
               *column[0]);
    addSection(tr("In a field"),
               {{tr("Enter   Tab"), tr("take what was typed"), {}}, {tr("Esc"), tr("give the old value back"), {}}},
               *column[2]);
    for (QGridLayout *each : column)
        each->setRowStretch(each->rowCount(), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("All keys"));
    scroll->setAccessibleDescription(tr("Each key, or keys, and what it does."));
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body->ensurePolished();
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(body->sizeHint().width() + 14);
    const int room = parent ? parent->height() - kRoomAround : body->sizeHint().height();
    scroll->setMinimumHeight(std::min(body->sizeHint().height() + 2, room));
    layout->addWidget(scroll);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(8);
    layout->addWidget(buttons);
}

void KeysSheet::addSection(const QString &title, const QList<Line> &lines, QGridLayout &column) {
    int row = column.rowCount();
    auto *heading = new QLabel(title, this);
    heading->setFont(theme_.font(13, true));
    heading->setContentsMargins(0, row > 1 ? 10 : 0, 0, 0);
    column.addWidget(heading, row++, 0, 1, 2);
    for (const Line &line : lines) {
        auto *keys = new QLabel(line.keys, this);
        keys->setFont(theme_.font(12, true));
        auto *what = new QLabel(line.what, this);
        what->setToolTip(line.tip);
        keys->setToolTip(line.tip);
        column.addWidget(keys, row, 0);
        column.addWidget(what, row++, 1);
    }
}

} // namespace halfopen
