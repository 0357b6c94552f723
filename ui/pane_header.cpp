// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pane_header.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QMainWindow>

namespace halfopen {

namespace {
constexpr int kHeight = 28;
constexpr int kPadding = 12;
} // namespace

PaneHeader::PaneHeader(const QString &title, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      theme_(theme),
      title_(new QLabel(title, this)),
      subtitle_(new QLabel(this)),
      right_(new QHBoxLayout) {
    setProperty("header", true);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(kHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPadding, 0, kPadding - 4, 0);
    layout->setSpacing(8);
    subtitle_->installEventFilter(this);
    subtitle_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    right_->setSpacing(2);
    layout->addWidget(title_);
    layout->addWidget(subtitle_, 1);
    layout->addLayout(right_);
    connect(&theme, &Theme::changed, this, &PaneHeader::refresh);
    refresh();
}

void PaneHeader::refresh() {
    title_->setFont(theme_.font(13, true));
    subtitle_->setFont(theme_.font(11));
    QPalette muted = subtitle_->palette();
    muted.setColor(QPalette::WindowText, theme_.colours().mutedText);
    subtitle_->setPalette(muted);
    elide();
}

void PaneHeader::setTitle(const QString &title) { title_->setText(title); }

void PaneHeader::setSubtitle(const QString &text) {
    if (text == wholeSubtitle_) return;
    wholeSubtitle_ = text;
    elide();
}

void PaneHeader::elide() {
    const QString shown = subtitle_->fontMetrics().elidedText(wholeSubtitle_, Qt::ElideRight, subtitle_->width());
    subtitle_->setText(shown);
    subtitle_->setToolTip(shown == wholeSubtitle_ ? QString() : wholeSubtitle_);
}

/// What stands on the right comes and goes, and takes its room from the subtitle.
bool PaneHeader::eventFilter(QObject *watched, QEvent *event) {
    if (watched == subtitle_ && event->type() == QEvent::Resize) elide();
    return QWidget::eventFilter(watched, event);
}

void PaneHeader::addOnRight(QWidget *widget) { right_->addWidget(widget); }

QSize PaneHeader::sizeHint() const { return {160, kHeight}; }

QSize PaneHeader::minimumSizeHint() const { return {80, kHeight}; }

Pane makePane(const QString &name, const QString &title, QWidget *content, const Theme &theme, QMainWindow &window) {
    auto *dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(content);
    auto *header = new PaneHeader(title, theme, dock);
    dock->setTitleBarWidget(header);
    return {dock, header};
}

} // namespace halfopen
