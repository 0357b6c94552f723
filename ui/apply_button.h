// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/session/apply_from.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// In the header of an editor: from when its edits apply. Pressed: from the moment that is looked at.
class ApplyButton : public QToolButton {
    Q_OBJECT
public:
    ApplyButton(ApplyFrom &from, const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;

private:
    void refresh();
    ApplyFrom &from_;
    const Theme &theme_;
};

} // namespace halfopen
