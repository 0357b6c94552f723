// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problem_panel.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

namespace halfopen {

namespace {
constexpr int kLinesShown = 6;
} // namespace

ProblemPanel::ProblemPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent),
      theme_(theme),
      sign_(new QLabel(this)),
      headline_(new QLabel(this)),
      lines_(new QPlainTextEdit(this)),
      close_(new QToolButton(this)) {
    setObjectName("problems");
    setAccessibleName(tr("Problems with a file"));
    setProperty("card", true);
    headline_->setWordWrap(true);
    headline_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines_->setReadOnly(true);
    lines_->setTabChangesFocus(true);
    lines_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    lines_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    lines_->setAccessibleName(tr("Messages, with file, line and column"));
    close_->setText("×");
    close_->setProperty("quiet", true);
    close_->setAccessibleName(tr("Close the messages"));
    close_->setToolTip(tr("Closes the messages; the document stays as it is"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 8, 8);
    layout->setVerticalSpacing(4);
    layout->addWidget(sign_, 0, 0);
    layout->addWidget(headline_, 0, 1);
    layout->addWidget(close_, 0, 2, Qt::AlignTop);
    layout->addWidget(lines_, 1, 0, 1, 3);
    layout->setColumnStretch(1, 1);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, &ProblemPanel::showTheme);
    showTheme();
    hide();
}

void ProblemPanel::showTheme() {
    sign_->setPixmap(theme_.icon("warning").pixmap(16, 16));
    headline_->setFont(theme_.font(12, true));
}

void ProblemPanel::show(const FileProblem &problem) {
    headline_->setText(problem.headline);
    lines_->setPlainText(problem.lines.join('\n'));
    const int shown = std::clamp(static_cast<int>(problem.lines.size()), 1, kLinesShown);
    lines_->setFixedHeight(shown * lines_->fontMetrics().lineSpacing() + 14);
    QWidget::show();
}

QString ProblemPanel::headline() const { return headline_->text(); }

QString ProblemPanel::text() const { return lines_->toPlainText(); }

} // namespace halfopen
