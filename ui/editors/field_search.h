// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>
#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;

namespace halfopen {

class FieldForm;

/// Finds settings by a word of their label, path or meaning: the forms show only those. Enter goes to the first one,
/// Escape shows everything again.
class FieldSearch : public QWidget {
    Q_OBJECT
public:
    FieldSearch(const QList<FieldForm *> &forms, const Theme &theme, QWidget *parent = nullptr);
    void begin(); ///< takes the focus and remembers who had it
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void goToFirst();
    void end();

    QList<FieldForm *> forms_;
    const Theme &theme_;
    QLineEdit *edit_;
    QLabel *count_;
    QPointer<QWidget> before_; ///< had the focus
};

} // namespace halfopen
