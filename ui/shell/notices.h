// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>
#include <QList>

#include "ui/theme/theme.h"

class QVBoxLayout;

namespace halfopen {

/// Something that the person should know and may answer, now or later.
struct Notice {
    struct Answer {
        QString text, what; ///< on the button; what it does
        std::function<void()> act;
    };
    QString id; ///< a notice takes the place of an older one of the same id
    QString text;
    QList<Answer> answers = {};
};

/// Bars above the tracks, one a notice, in nobody's way: they wait until they are answered or closed.
class Notices : public QWidget {
    Q_OBJECT
public:
    explicit Notices(const Theme &theme, QWidget *parent = nullptr);
    void show(const Notice &notice);
    void dismiss(const QString &id);
    void setProgress(const QString &id, int permille); ///< shows how far something is
    bool shows(const QString &id) const;

private:
    QFrame *bar(const Notice &notice);
    void showTheme();
    const Theme &theme_;
    QVBoxLayout *bars_;
};

} // namespace halfopen
