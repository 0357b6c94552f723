// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include "engine/insight/words.h"
#include "ui/why/what_if_html.h"
#include "ui/why/why_html.h"

namespace halfopen {

namespace {
constexpr std::uint32_t kNarratedMost = 64; ///< breakers whose transitions are told while playing
} // namespace

WhyPane::WhyPane(Session &session, const Theme &theme, QWidget *parent)
    : QTextBrowser(parent), session_(session), theme_(theme), steps_(new QWidget(this)), whatIf_(new WhatIf(this)) {
    setObjectName("why");
    setAccessibleName(tr("Why"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(12);
    makeSteps();
    connect(this, &QTextBrowser::anchorClicked, this, &WhyPane::follow);
    connect(&session.selection(), &Selection::changed, this, &WhyPane::refresh);
    connect(&session, &Session::runChanged, this, [this] {
        whatIf_->clear();
        told_.reset();
        refresh();
    });
    connect(&session.playhead(), &Playhead::moved, this, &WhyPane::narrate);
    connect(&session.playhead(), &Playhead::changed, this, [this] {
        if (told_) refresh();
    });
    connect(whatIf_, &WhatIf::changed, this, &WhyPane::refresh);
    connect(&session, &Session::runGrew, this, &WhyPane::refresh);
    connect(&theme, &Theme::changed, this, &WhyPane::showTheme);
    showTheme();
}

void WhyPane::showTheme() {
    setStyleSheet(QString("QTextBrowser { border: 2px solid %1; border-radius: 0; padding: 0; background: %1; }"
                          "QTextBrowser:focus { border-color: %2; padding: 0; }")
                      .arg(theme_.colours().panel.name(), theme_.colours().accent.name()));
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
    previous_ = button("‹", tr("Previous transition"), tr("Previous transition (Shift and ,)"), Direction::backward);
    next_ = button("›", tr("Next transition"), tr("Next transition (Shift and .)"), Direction::forward);
    previous_->setObjectName("previousTransition");
    next_->setObjectName("nextTransition");
    place_ = new QLabel(steps_);
    layout->addWidget(previous_);
    layout->addWidget(place_);
    layout->addWidget(next_);
}

void WhyPane::put(const QString &html) {
    if (html == html_) return;
    const bool sameSubject = std::exchange(shown_, subtitle_) == subtitle_; // more has become known of it
    html_ = html;
    const int scrolled = sameSubject ? verticalScrollBar()->value() : 0;
    const QString style = QString("a { color: %1; }").arg(theme_.colours().accent.name());
    document()->setDefaultStyleSheet(style);
    document()->setDefaultFont(theme_.font(12));
    setHtml(html);
    verticalScrollBar()->setValue(scrolled);
    emit refreshed();
}

void WhyPane::refresh() {
    const Selection &selection = session_.selection();
    if (const auto record = selection.transition(); record && *record < session_.run().trace().size())
        return showTransition(*selection.breaker(), *record);
    place_->clear();
    if (const auto request = selection.request(); request && *request <= session_.run().index().requests())
        return showRequest(*request);
    if (told_) return showTransition(told_->first, told_->second);
    whatIf_->clear();
    asked_.reset();
    subtitle_ = tr("nothing selected yet");
    put(emptyWhyHtml(session_.document().scenario(), theme_));
}

void WhyPane::narrate() {
    const Playhead &head = session_.playhead();
    const Selection &selection = session_.selection();
    if (!head.playing() && !told_) return;
    const auto before = std::exchange(told_, std::nullopt);
    const TraceIndex &index = session_.run().index();
    const std::uint32_t breakers = static_cast<std::uint32_t>(std::min<std::size_t>(index.breakers(), kNarratedMost));
    for (std::uint32_t b = 0; b < breakers; ++b) {
        const auto last = lastTransition(index, b, head.viewed());
        if (last && (!told_ || last->record > told_->second)) told_ = {b, last->record};
    }
    const bool selected = selection.transition() || selection.request();
    if (!selected && told_ != before) refresh();
}

void WhyPane::showTransition(std::uint32_t breaker, std::size_t record) {
    const Run &run = session_.run();
    const TransitionStory story = story_of_transition(run.scenario(), run.trace(), run.index(), record);
    const std::string name = breaker_name(run.scenario(), run.index().layout(), breaker);
    subtitle_ = QString::fromStdString(name + ", " + format_time(story.at));
    const auto place = transitionOfRecord(run.index(), breaker, record);
    const std::size_t count = transitionCount(run.index(), breaker);
    place_->setText(place ? tr("transition %1 of %2").arg(place->number + 1).arg(count) : QString());
    previous_->setEnabled(place && place->number > 0);
    next_->setEnabled(place && place->number + 1 < count);
    showWhatIf(asked_transition(run.trace(), run.index(), record), transitionHtml(story, run.scenario(), theme_));
}

void WhyPane::showRequest(std::uint32_t request) {
    const Run &run = session_.run();
    const auto story = story_of(run.scenario(), run.trace(), run.index(), request);
    previous_->setEnabled(true);
    next_->setEnabled(true);
    subtitle_ = tr("request #%1").arg(request);
    if (!story) return put(emptyWhyHtml(run.scenario(), theme_));
    showWhatIf(asked_request(run.scenario(), run.trace(), run.index(), request), requestHtml(*story, theme_, session_.selection().decision()));
    if (session_.selection().decision()) scrollToAnchor("decision");
}

/// The story, and beneath it what else could have been; only of a run that has ended, so that all rows see the same
/// end.
void WhyPane::showWhatIf(const std::optional<Asked> &asked, const QString &story) {
    const Run &run = session_.run();
    asked_ = asked;
    if (!asked || !run.finished() || session_.playhead().playing()) return put(story); // play leaves no time to read tables
    whatIf_->ask(run, *asked, false);
    if (const auto seconds = whatIf_->postponed()) return put(story + whatIfPostponedHtml(*seconds, theme_));
    const Counterfactuals *found = whatIf_->answer();
    put(story + (found ? whatIfHtml(*found, run.scenario().seed, theme_) : whatIfRunningHtml(theme_)));
}

void WhyPane::askByHand() {
    if (!asked_) return;
    whatIf_->ask(session_.run(), *asked_, true);
    refresh();
}

/// Puts a row's setting into the document, from the start, as it was asked about: one step of undo.
void WhyPane::applySetting(int row) {
    const Counterfactuals *found = whatIf_->answer();
    if (!found || row < 0 || static_cast<std::size_t>(row) >= found->rows.size()) return;
    const Alternative setting = found->rows[static_cast<std::size_t>(row)].alternative;
    const QString name = QString::fromStdString(setting.setting + " " + setting.value);
    const auto refused = session_.document().set(QString::fromStdString(setting.path),
                                                 QString::fromStdString(setting.yaml), {name, 0, true});
    if (refused) emit told(*refused);
}

void WhyPane::follow(const QUrl &link) {
    if (link.scheme() == "ask") return askByHand();
    if (link.scheme() == "apply") return applySetting(link.path().toInt());
    if (link.scheme() == "request") session_.selectRequest(link.path().toUInt());
}

QVariant WhyPane::loadResource(int type, const QUrl &name) {
    if (name.scheme() != "glyph") return QTextBrowser::loadResource(type, name);
    const auto glyph = static_cast<Glyph>(name.path().section(':', 0, 0).toInt());
    const int size = name.path().section(':', 1, 1).toInt();
    return glyphPixmap(glyph, size, theme_, devicePixelRatioF());
}

} // namespace halfopen
