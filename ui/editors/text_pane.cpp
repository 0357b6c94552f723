// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/text_pane.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace halfopen {

namespace {

constexpr int kPatience = 300; ///< ms without a key until what was typed is read
constexpr int kTypingMost = 300; ///< ms of typing after which a pause is not waited for: what is typed is kept safe
/// Gestures of other editors are small numbers; those of this one stand apart, so that they never merge with theirs.
constexpr quint64 kGestures = quint64{1} << 40;

} // namespace

TextPane::TextPane(ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : QWidget(parent), document_(document), theme_(theme), edit_(new QPlainTextEdit(this)), message_(new QLabel(this)), gesture_(kGestures) {
    setObjectName("textPane");
    edit_->setObjectName("scenarioText");
    edit_->setAccessibleName(tr("Scenario as text"));
    edit_->setAccessibleDescription(tr("The whole document. It is taken as soon as it can be read; Escape gives back what was not taken."));
    edit_->setFrameShape(QFrame::NoFrame);
    edit_->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit_->setTabChangesFocus(true);
    edit_->installEventFilter(this);
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message_->setContentsMargins(12, 3, 12, 3);
    message_->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(edit_, 1);
    layout->addWidget(message_);
    soon_.setSingleShot(true);
    soon_.setInterval(kPatience);
    connect(&soon_, &QTimer::timeout, this, &TextPane::take);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        if (filling_) return;
        if (!soon_.isActive()) typing_.start();
        if (!soon_.isActive() || typing_.elapsed() < kTypingMost) soon_.start();
    });
    connect(edit_, &QPlainTextEdit::cursorPositionChanged, this, &TextPane::noteChanged);
    connect(&document, &ScenarioDocument::edited, this, &TextPane::renew);
    connect(&document, &ScenarioDocument::replaced, this, &TextPane::startAnew);
    connect(&theme, &Theme::changed, this, &TextPane::showTheme);
    showTheme();
}

void TextPane::showTheme() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(theme_.font(12).pixelSize());
    edit_->setFont(font);
    message_->setFont(theme_.font(11));
}

void TextPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    renew();
}

void TextPane::renew() {
    if (soon_.isActive() || refused_ || !isVisible()) return; // what is typed stays
    const QString text = QString::fromStdString(document_.draft().value_or(document_.text()));
    if (edit_->toPlainText() == text) return;
    const int place = edit_->textCursor().position(), scrolled = edit_->verticalScrollBar()->value();
    filling_ = true;
    edit_->setPlainText(text);
    QTextCursor cursor = edit_->textCursor();
    cursor.setPosition(std::min(place, static_cast<int>(text.size())));
    edit_->setTextCursor(cursor);
    edit_->verticalScrollBar()->setValue(scrolled);
    filling_ = false;
    if (document_.draft()) take(); // says what is the matter with it
}

void TextPane::take() {
    const auto failure = document_.setText(edit_->toPlainText(), {tr("edit the text"), gesture_});
    refused_ = failure.has_value();
    message_->setVisible(refused_);
    if (!failure) {
        emit noteChanged();
        return;
    }
    const Issue &first = failure->issues.front();
    QString text = QString::fromStdString(first.path.empty() ? first.message : first.path + ": " + first.message);
    if (first.at.line > 0) text = tr("Line %1: %2").arg(first.at.line).arg(text);
    if (failure->issues.size() > 1) text = tr("%1 (and %2 more)").arg(text).arg(failure->issues.size() - 1);
    message_->setText(text + "\n" + tr("Not taken yet: the run shows the last text that could be read. Escape goes back to it."));
    emit noteChanged();
}

void TextPane::giveBack() {
    document_.giveUpDraft();
    startAnew();
}

void TextPane::startAnew() {
    soon_.stop();
    refused_ = false;
    ++gesture_;
    message_->hide();
    renew();
    emit noteChanged();
}

bool TextPane::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        (refused_ || soon_.isActive())) {
        giveBack();
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        if (soon_.isActive()) {
            soon_.stop();
            take();
        }
        ++gesture_; // what is typed later is another step
    }
    return QWidget::eventFilter(watched, event);
}

QString TextPane::note() const {
    const int line = edit_->textCursor().blockNumber() + 1;
    return refused_ ? tr("line %1 · not taken yet").arg(line) : tr("line %1 of %2").arg(line).arg(edit_->blockCount());
}

} // namespace halfopen
