// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace halfopen {

class SeedBox;
class TimeField;

/// The bar that moves through the run: skip, step, play, speed, time, jump to what is of note, seed, live.
class Transport : public QWidget {
    Q_OBJECT
public:
    Transport(Session &session, Theme &theme, QWidget *parent = nullptr);

    Moment moment() const; ///< what "run until" looks for
    void runUntil(Direction direction);
    void changeSpeed(int steps); ///< by halves of a doubling

signals:
    void told(const QString &message); ///< for the status bar

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *button(const QString &icon, const QString &name, const QString &key);
    void addMoves(QHBoxLayout &layout);
    void addSpeed(QHBoxLayout &layout);
    void addTime(QHBoxLayout &layout);
    void addMoments(QHBoxLayout &layout);
    void addSeed(QHBoxLayout &layout);
    void addLive(QHBoxLayout &layout);
    void showPlayhead();
    void showMoved();
    void showTheme();
    void fit();
    void give(int way, const QString &viewed);
    void changeSeed(quint64 seed);

    Session &session_;
    Theme &theme_;
    QList<QToolButton *> buttons_;
    QToolButton *play_ = nullptr;
    QSlider *speed_ = nullptr;
    QLabel *speedText_ = nullptr, *speedLabel_ = nullptr, *timeLabel_ = nullptr, *untilLabel_ = nullptr,
           *seedLabel_ = nullptr;
    QList<int> fitted_; ///< what it was fitted to last
    int way_ = 0;       ///< how far words have given way
    TimeField *time_ = nullptr;
    QComboBox *moment_ = nullptr;
    SeedBox *seed_ = nullptr;
    QPushButton *pill_ = nullptr, *live_ = nullptr;
};

/// "4×", "1/64×".
QString speedText(double speed);

} // namespace halfopen
