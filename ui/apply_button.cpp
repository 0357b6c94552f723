// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/apply_button.h"

#include <QFontMetrics>

namespace halfopen {

ApplyButton::ApplyButton(ApplyFrom &from, const Theme &theme, QWidget *parent)
    : QToolButton(parent), from_(from), theme_(theme) {
    setObjectName("applyFrom");
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFixedHeight(22);
    connect(this, &QToolButton::clicked, this, [this](bool here) { from_.setHere(here); });
    connect(&from, &ApplyFrom::changed, this, &ApplyButton::refresh);
    connect(&theme, &Theme::changed, this, &ApplyButton::refresh);
    refresh();
}

/// As wide as its longest text, so that nothing beside it moves while time runs.
QSize ApplyButton::sizeHint() const {
    const QFontMetrics metrics(font());
    const int longest = std::max(metrics.horizontalAdvance(tr("from %1").arg("0000.000 s")),
                                 metrics.horizontalAdvance(tr("from %1").arg(tr("the start"))));
    return {longest + 16, 22};
}

void ApplyButton::refresh() {
    setFont(theme_.font(11, from_.here()));
    setChecked(from_.here());
    const QString text = from_.here() ? tr("from %1").arg(from_.words()) : tr("from the start");
    if (text == this->text()) return;
    setText(text);
    setAccessibleName(from_.here() ? tr("Edits apply from %1 on").arg(from_.words())
                                   : tr("Edits apply from the start"));
    setToolTip("<p style='white-space:normal'>" +
               (from_.here() ? tr("Edits apply from %1 on, where the hairline stands: what came before stays as it "
                                  "was, and the file keeps each change with its moment. Press to change the run from "
                                  "its start again (Ctrl+H).")
                                   .arg(from_.words())
                             : tr("Edits apply from the start: the whole run is computed anew. Press to change it from "
                                  "the moment that you look at, as an operator would (Ctrl+H).")) +
               "</p>");
}

} // namespace halfopen
