// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport.h"

#include <cmath>

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include "engine/insight/explain.h"
#include "ui/seed_box.h"
#include "ui/time_field.h"

namespace halfopen {

namespace {

constexpr int kHeight = 44;
constexpr int kStepsPerDoubling = 2;
constexpr int kWays = 6; ///< in which room is given, one after the other

int sliderOf(double speed) { return static_cast<int>(std::lround(std::log2(speed) * kStepsPerDoubling)); }

double speedOf(int slider) { return std::exp2(static_cast<double>(slider) / kStepsPerDoubling); }

QFrame *verticalLine(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::VLine);
    line->setFixedHeight(20);
    return line;
}

QLabel *labelFor(const QString &text, QWidget *buddy, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

bool shiftIsDown() { return QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier); }

} // namespace

QString speedText(double speed) {
    if (speed < 1.0) return QString("1/%1×").arg(1.0 / speed, 0, 'g', 2);
    return QString("%1×").arg(speed, 0, 'f', speed < 10 && speed != std::floor(speed) ? 1 : 0);
}

Transport::Transport(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent), session_(session), theme_(theme) {
    setObjectName("transport");
    setAccessibleName(tr("Transport"));
    setAccessibleDescription(tr("Moves through the run: step, play, speed, time, jumps, seed."));
    setProperty("header", true);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(kHeight);
    setFocusPolicy(Qt::ClickFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(4);
    addMoves(*layout);
    addSpeed(*layout);
    addTime(*layout);
    addMoments(*layout);
    addSeed(*layout);
    layout->addStretch(1);
    addLive(*layout);
    connect(&theme, &Theme::changed, this, &Transport::showTheme);
    connect(&session.playhead(), &Playhead::changed, this, &Transport::showPlayhead);
    connect(&session.playhead(), &Playhead::moved, this, &Transport::showMoved);
    connect(&session, &Session::runChanged, this, &Transport::showMoved);
    connect(&session, &Session::runGrew, this, &Transport::showMoved);
    showTheme();
    showPlayhead();
    showMoved();
}

QToolButton *Transport::button(const QString &icon, const QString &name, const QString &key) {
    auto *result = new QToolButton(this);
    result->setObjectName(icon);
    result->setProperty("iconName", icon);
    result->setAccessibleName(name);
    result->setToolTip(tr("%1 (%2)").arg(name, key));
    result->setFixedSize(34, 28);
    result->setIconSize({16, 16});
    buttons_ << result;
    return result;
}

void Transport::addMoves(QHBoxLayout &layout) {
    auto *start = button("skip-start", tr("To the start"), "Home");
    auto *back = button("step-back", tr("One event back"), ",");
    play_ = button("play", tr("Play or pause"), "Space");
    auto *forward = button("step-forward", tr("One event forward"), ".");
    auto *end = button("skip-end", tr("To the end of what is computed"), "End");
    play_->setFixedWidth(40);
    for (QToolButton *each : {start, back, play_, forward, end})
        layout.addWidget(each);
    connect(start, &QToolButton::clicked, this, [this] { session_.showAt(kTimeZero); });
    connect(back, &QToolButton::clicked, this, [this] { session_.step(Direction::backward); });
    connect(play_, &QToolButton::clicked, this, [this] { session_.togglePlay(); });
    connect(forward, &QToolButton::clicked, this, [this] { session_.step(Direction::forward); });
    connect(end, &QToolButton::clicked, this, [this] { session_.showAt(session_.playhead().computed()); });
}

void Transport::addSpeed(QHBoxLayout &layout) {
    speed_ = new QSlider(Qt::Horizontal, this);
    speed_->setAccessibleName(tr("Speed of play"));
    speed_->setToolTip(tr("Simulated seconds per second of play ([ and ])"));
    speed_->setRange(sliderOf(Playhead::kSpeedMin), sliderOf(Playhead::kSpeedMax));
    speed_->setPageStep(kStepsPerDoubling);
    speed_->setFixedWidth(84);
    speedText_ = new QLabel(this);
    speedText_->setFixedWidth(44);
    layout.addSpacing(10);
    speedLabel_ = labelFor(tr("speed"), speed_, this);
    layout.addWidget(speedLabel_);
    layout.addWidget(speed_);
    layout.addWidget(speedText_);
    connect(speed_, &QSlider::valueChanged, this, [this](int value) { session_.playhead().setSpeed(speedOf(value)); });
}

void Transport::addTime(QHBoxLayout &layout) {
    time_ = new TimeField(this);
    time_->setObjectName("time");
    time_->setFixedSize(118, 28);
    layout.addWidget(verticalLine(this));
    layout.addSpacing(6);
    timeLabel_ = labelFor(tr("t ="), time_, this);
    layout.addWidget(timeLabel_);
    layout.addWidget(time_);
    connect(time_, &TimeField::sought, this, [this](SimTime t) { session_.showAt(t); });
    connect(time_, &TimeField::refused, this, &Transport::told);
}

void Transport::addMoments(QHBoxLayout &layout) {
    moment_ = new QComboBox(this);
    moment_->setObjectName("moment");
    moment_->setAccessibleName(tr("Run until"));
    moment_->setToolTip(tr("What \"run until\" looks for: the next or the last time that this happens (G)"));
    moment_->addItem(tr("breaker opens"), int(Moment::breakerOpens));
    moment_->addItem(tr("request fails"), int(Moment::requestFails));
    moment_->addItem(tr("next fault"), int(Moment::faultStarts));
    moment_->setFixedHeight(28);
    moment_->setSizeAdjustPolicy(QComboBox::AdjustToContents); // its words grow with the type
    auto *go =
        button("chevron-right", tr("Run until it happens next; with Shift, back to where it happened before"), "G");
    go->setObjectName("runUntil");
    untilLabel_ = labelFor(tr("run until"), moment_, this);
    layout.addSpacing(10);
    layout.addWidget(untilLabel_);
    layout.addWidget(moment_);
    layout.addWidget(go);
    connect(go, &QToolButton::clicked, this,
            [this] { runUntil(shiftIsDown() ? Direction::backward : Direction::forward); });
}

void Transport::addSeed(QHBoxLayout &layout) {
    seed_ = new SeedBox(this);
    seed_->setObjectName("seed");
    seed_->setToolTip(tr("The luck of the run: the same seed gives the same run. Another one makes a new run."));
    seed_->setFixedSize(64, 28);
    layout.addSpacing(10);
    seedLabel_ = labelFor(tr("seed"), seed_, this);
    layout.addWidget(seedLabel_);
    layout.addWidget(seed_);
    connect(seed_, &SeedBox::chosen, this, &Transport::changeSeed);
}

void Transport::addLive(QHBoxLayout &layout) {
    pill_ = new QPushButton(this);
    pill_->setObjectName("pill");
    pill_->setFixedHeight(24);
    pill_->setToolTip(tr("You look at an earlier moment; this goes back to what is computed now (L)"));
    live_ = new QPushButton(this);
    live_->setObjectName("live");
    live_->setFixedHeight(24);
    live_->setCheckable(true);
    live_->setToolTip(tr("Follow what is computed (L)"));
    layout.addWidget(pill_);
    layout.addWidget(live_);
    for (QPushButton *each : {pill_, live_})
        connect(each, &QPushButton::clicked, this, [this] {
            session_.goLive();
            showPlayhead();
        });
}

Moment Transport::moment() const { return static_cast<Moment>(moment_->currentData().toInt()); }

void Transport::runUntil(Direction direction) {
    const SimTime from = session_.playhead().viewed();
    if (session_.goTo(moment(), direction)) return;
    const bool more = direction == Direction::forward && !session_.run().finished();
    const QString text = direction == Direction::backward ? tr("%1: not before %2")
                         : more                           ? tr("%1: not again after %2, as far as is computed")
                                                          : tr("%1: not again after %2");
    emit told(text.arg(moment_->currentText(), QString::fromStdString(format_time(from))));
}

void Transport::changeSpeed(int steps) { speed_->setValue(speed_->value() + steps); }

void Transport::changeSeed(quint64 seed) {
    const QString text = QString::number(seed);
    if (const auto refused = session_.document().set("seed", text, {tr("seed %1").arg(text)})) {
        seed_->setSeed(session_.document().scenario().seed);
        emit told(tr("seed: %1").arg(*refused));
    }
}

void Transport::showPlayhead() {
    const Playhead &head = session_.playhead();
    play_->setProperty("iconName", head.playing() ? "pause" : "play");
    play_->setIcon(theme_.icon(head.playing() ? "pause" : "play"));
    play_->setAccessibleName(head.playing() ? tr("Pause") : tr("Play"));
    const QSignalBlocker quiet(speed_);
    speed_->setValue(sliderOf(head.speed()));
    speedText_->setText(head.lingering() ? tr("slow") : speedText(head.speed()));
    live_->setChecked(head.live());
    showMoved();
}

void Transport::showMoved() {
    const Playhead &head = session_.playhead();
    time_->show(head.viewed());
    if (seed_->seed() != session_.document().scenario().seed || seed_->text().isEmpty())
        seed_->setSeed(session_.document().scenario().seed);
    pill_->setVisible(!head.live());
    const SimTime computed = session_.run().computed();
    live_->setText(
        (head.live() ? tr("● live %1 s") : tr("○ live %1 s")).arg(QString::number(seconds(computed), 'f', 1)));
    fit();
}

/// Words give way one after the other until all controls have their room. Looked at anew only where a length changed.
void Transport::fit() {
    const QString viewed = QString::number(seconds(session_.playhead().viewed()), 'f', 2) + " s";
    const bool pill = !session_.playhead().live();
    const QList<int> now{width(), static_cast<int>(live_->text().size()), pill ? static_cast<int>(viewed.size()) : 0,
                         fontMetrics().height()};
    if (now == fitted_) return give(way_, viewed);
    fitted_ = now;
    for (way_ = 0;; ++way_) {
        give(way_, viewed);
        for (QWidget *each : {pill_, live_})
            each->setMinimumWidth(each->sizeHint().width());
        layout()->invalidate();
        if (way_ == kWays || layout()->minimumSize().width() <= width()) break;
    }
    layout()->activate(); // at once: no frame shows a cut word
}

void Transport::give(int way, const QString &viewed) {
    pill_->setText(way >= 5   ? tr("to live (L)")
                   : way >= 2 ? tr("%1 · to live (L)").arg(viewed)
                              : tr("viewing %1 · back to live (L)").arg(viewed));
    untilLabel_->setVisible(way < 1);
    speedLabel_->setVisible(way < 3);
    seedLabel_->setVisible(way < 4);
    timeLabel_->setVisible(way < 6);
}

void Transport::showTheme() {
    for (QToolButton *each : buttons_)
        each->setIcon(theme_.icon(each->property("iconName").toString()));
    time_->setFont(theme_.font(16, true));
    const Colours &c = theme_.colours();
    setStyleSheet(QString("#transport { border-bottom: 1px solid %1; }").arg(c.border.name()));
    const QString round = "QPushButton { border-radius: 12px; padding: 0 12px; %1 }"
                          "QPushButton:focus { border: 2px solid %2; padding: 0 11px; }";
    const QString pill = QString("background: %1; color: %2; border: 1px solid %3; font-weight: 600;")
                             .arg(c.pillFill.name(), c.pillText.name(), c.pillEdge.name());
    pill_->setStyleSheet(round.arg(pill, c.accent.name()));
    live_->setStyleSheet(round.arg(QString(), c.accent.name()));
    fitted_.clear();
    showMoved();
}

void Transport::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showMoved();
}

} // namespace halfopen
