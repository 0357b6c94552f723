// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

#include "ui/theme/theme.h"

namespace halfopen {

/// A scenario as a card: what happens in it as a picture, its name, and what it is about in a sentence.
class ScenarioCard : public QAbstractButton {
    Q_OBJECT
public:
    ScenarioCard(const QString &file, const QString &name, const QString &about, const Theme &theme,
                 QWidget *parent = nullptr);
    QString file() const { return file_; }
    bool answers(const QString &typed) const; ///< every word of it stands in name, sentence or file name
    bool hasPicture() const { return !picture_.isNull(); }
    void setPicture(const QImage &picture);
    static QSize cardSize(const Theme &theme);
    QSize sizeHint() const override { return cardSize(theme_); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString file_, about_;
    const Theme &theme_;
    QImage picture_;
};

/// The first sentence of a text.
QString firstSentence(const QString &text);

} // namespace halfopen
