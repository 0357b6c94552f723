// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace halfopen {

Notices::Notices(const Theme &theme, QWidget *parent) : QWidget(parent), theme_(theme), bars_(new QVBoxLayout(this)) {
    setObjectName("notices");
    bars_->setContentsMargins(0, 0, 0, 0);
    bars_->setSpacing(0);
    connect(&theme, &Theme::changed, this, &Notices::showTheme);
    hide();
}

QFrame *Notices::bar(const Notice &notice) {
    auto *frame = new QFrame(this);
    frame->setObjectName("notice/" + notice.id);
    frame->setAccessibleName(notice.text);
    frame->setProperty("card", true);
    auto *sign = new QLabel(frame);
    sign->setObjectName("sign");
    auto *text = new QLabel(notice.text, frame);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(text, 1);
    for (const Notice::Answer &answer : notice.answers) {
        auto *button = new QPushButton(answer.text, frame);
        button->setToolTip(answer.what);
        button->setAccessibleName(answer.text);
        button->setAccessibleDescription(answer.what);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = notice.id, act = answer.act] {
            dismiss(id);
            act();
        });
    }
    auto *close = new QToolButton(frame);
    close->setText("×");
    close->setProperty("quiet", true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Closes this message and does nothing"));
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, [this, id = notice.id] { dismiss(id); });
    return frame;
}

void Notices::show(const Notice &notice) {
    dismiss(notice.id);
    bars_->addWidget(bar(notice));
    showTheme();
    QWidget::show();
}

void Notices::dismiss(const QString &id) {
    if (auto *frame = findChild<QFrame *>("notice/" + id)) {
        frame->setObjectName(QString()); // it may be its own button that asks
        frame->hide();
        bars_->removeWidget(frame);
        frame->deleteLater();
    }
    setVisible(bars_->count() > 0);
}

void Notices::setProgress(const QString &id, int permille) {
    auto *frame = findChild<QFrame *>("notice/" + id);
    if (!frame) return;
    auto *bar = frame->findChild<QProgressBar *>();
    if (!bar) {
        bar = new QProgressBar(frame);
        bar->setRange(0, 1000);
        bar->setTextVisible(false);
        bar->setFixedSize(160, 10);
        bar->setAccessibleName(tr("Progress"));
        static_cast<QHBoxLayout *>(frame->layout())->insertWidget(2, bar);
    }
    bar->setValue(permille);
}

bool Notices::shows(const QString &id) const { return findChild<QFrame *>("notice/" + id); }

void Notices::showTheme() {
    for (auto *sign : findChildren<QLabel *>("sign"))
        sign->setPixmap(theme_.icon("warning").pixmap(16, 16));
}

} // namespace halfopen
