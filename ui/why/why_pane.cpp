// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include "engine/insight/words.h"
#include "ui/why/why_html.h"

namespace halfopen {

WhyPane::WhyPane(Session &session, const Theme &theme, QWidget *parent)
    : QTextBrowser(parent), session_(session), theme_(theme), steps_(new QWidget(this)) {
    setObjectName("why");
    setAccessibleName("Why");
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(12);
    makeSteps();
    connect(this, &QTextBrowser::anchorClicked, this, &WhyPane::follow);
    connect(&session.selection(), &Selection::changed, this, &WhyPane::refresh);
    connect(&session, &Session::runChanged, this, &WhyPane::refresh);
    connect(&session, &Session::runGrew, this, &WhyPane::refresh);
    connect(&theme, &Theme::changed, this, &WhyPane::showTheme);
    showTheme();
}

void WhyPane::showTheme() {
    setStyleSheet(QString("QTextBrowser { border: none; border-radius: 0; padding: 0; background: %1; }")
                      .arg(theme_.colours().panel.name()));
    html_.clear();
    refresh();
}

void WhyPane::makeSteps() {
    auto *layout = new QHBoxLayout(steps_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto button = [this](const QString &text, const QString &name, const QString &tip, Direction direction) {
        auto *result = new QToolButton(steps_);
        result->setText(text);
        result->setAccessibleName(name);
        result->setToolTip(tip);
        result->setProperty("quiet", true);
        connect(result, &QToolButton::clicked, this, [this, direction] { session_.goToTransition(direction); });
        return result;
    };
    previous_ = button("‹", "Previous transition", "Previous transition (Shift and ,)", Direction::backward);
    next_ = button("›", "Next transition", "Next transition (Shift and .)", Direction::forward);
    previous_->setObjectName("previousTransition");
    next_->setObjectName("nextTransition");
    place_ = new QLabel(steps_);
    layout->addWidget(previous_);
    layout->addWidget(place_);
    layout->addWidget(next_);
}

void WhyPane::put(const QString &html) {
    if (html == html_) return;
    html_ = html;
    const QString style = QString("a { color: %1; }").arg(theme_.colours().accent.name());
    document()->setDefaultStyleSheet(style);
    document()->setDefaultFont(theme_.font(12));
    setHtml(html);
    verticalScrollBar()->setValue(0);
    emit refreshed();
}

void WhyPane::refresh() {
    const Selection &selection = session_.selection();
    if (const auto record = selection.transition(); record && *record < session_.run().trace().size())
        return showTransition(*selection.breaker(), *record);
    place_->clear();
    if (const auto request = selection.request(); request && *request <= session_.run().index().requests())
        return showRequest(*request);
    subtitle_ = "nothing selected yet";
    put(emptyWhyHtml(session_.document().scenario(), theme_));
}

void WhyPane::showTransition(std::uint32_t breaker, std::size_t record) {
    const Run &run = session_.run();
    const TransitionStory story = story_of_transition(run.scenario(), run.trace(), run.index(), record);
    const std::string name = breaker_name(run.scenario(), run.index().layout(), breaker);
    subtitle_ = QString::fromStdString(name + ", " + format_time(story.at));
    const auto place = transitionOfRecord(run.index(), breaker, record);
    const std::size_t count = transitionCount(run.index(), breaker);
    place_->setText(place ? QString("transition %1 of %2").arg(place->number + 1).arg(count) : QString());
    previous_->setEnabled(place && place->number > 0);
    next_->setEnabled(place && place->number + 1 < count);
    put(transitionHtml(story, run.scenario(), theme_));
}

void WhyPane::showRequest(std::uint32_t request) {
    const Run &run = session_.run();
    const auto story = story_of(run.scenario(), run.trace(), run.index(), request);
    previous_->setEnabled(true);
    next_->setEnabled(true);
    subtitle_ = QString("request #%1").arg(request);
    put(story ? requestHtml(*story, theme_) : emptyWhyHtml(run.scenario(), theme_));
}

void WhyPane::follow(const QUrl &link) {
    if (link.scheme() == "request") session_.selectRequest(link.path().toUInt());
}

QVariant WhyPane::loadResource(int type, const QUrl &name) {
    if (name.scheme() != "glyph") return QTextBrowser::loadResource(type, name);
    const auto glyph = static_cast<Glyph>(name.path().section(':', 0, 0).toInt());
    const int size = name.path().section(':', 1, 1).toInt();
    return glyphPixmap(glyph, size, theme_, devicePixelRatioF());
}

} // namespace halfopen
