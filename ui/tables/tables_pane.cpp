// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tables_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/editors/text_pane.h"
#include "ui/tables/advice_pane.h"
#include "ui/tables/checks_pane.h"
#include "ui/tables/event_log_pane.h"
#include "ui/tables/notes_pane.h"
#include "ui/tables/requests_pane.h"
#include "ui/timeline/request_detail.h"

namespace halfopen {

namespace {
constexpr int kBarHeight = 28, kNoteLeast = 120;
} // namespace

TablesPane::TablesPane(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      session_(session),
      theme_(theme),
      tabs_(new QTabBar(this)),
      contents_(new QStackedWidget(this)),
      searches_(new QStackedWidget(this)),
      note_(new QLabel(this)),
      requests_(new RequestsPane(session, theme, this)),
      log_(new EventLogPane(session, theme, this)),
      detail_(new RequestDetail(&session.run(), session.playhead(), session.selection(), session.span(), theme, this)),
      checks_(new ChecksPane(session, this)),
      advice_(new AdvicePane(session.document(), this)),
      notes_(new NotesPane(session, theme, this)),
      text_(new TextPane(session.document(), theme, this)) {
    tabs_->setAccessibleName(tr("Tables"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    auto *bar = new QWidget(this);
    bar->setProperty("header", true);
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setFixedHeight(kBarHeight);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 8, 0);
    line->addWidget(tabs_, 0, Qt::AlignBottom);
    line->addWidget(note_, 1);
    line->addWidget(searches_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(contents_, 1);
    searches_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    note_->installEventFilter(this);
    note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    note_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addTab(tr("Requests"), requests_, requests_->search());
    addTab(tr("Event log"), log_, log_->search());
    addTab(tr("Request detail"), detail_, nullptr);
    addTab(tr("Checks"), checks_, nullptr);
    addTab(tr("Advice"), advice_, nullptr);
    addTab(tr("Notes"), notes_, nullptr);
    addTab(tr("Text"), text_, nullptr);
    connect(tabs_, &QTabBar::currentChanged, this, &TablesPane::showTab);
    connect(&session.playhead(), &Playhead::moved, this, &TablesPane::showNote);
    connect(&session, &Session::runGrew, this, &TablesPane::showNote);
    connect(&session, &Session::runChanged, this, [this] {
        detail_->setRun(&session_.run());
        showNote();
    });
    connect(log_->model(), &EventLogModel::searched, this, &TablesPane::showNote);
    connect(log_->model(), &QAbstractItemModel::rowsInserted, this, &TablesPane::showNote);
    connect(detail_, &RequestDetail::summaryChanged, this, &TablesPane::showNote);
    connect(checks_, &ChecksPane::noteChanged, this, &TablesPane::showNote);
    connect(advice_, &AdvicePane::noteChanged, this, &TablesPane::showCounts);
    connect(text_, &TextPane::noteChanged, this, &TablesPane::showNote);
    connect(notes_, &NotesPane::noteChanged, this, &TablesPane::showCounts);
    connect(advice_, &AdvicePane::fieldAsked, this, &TablesPane::fieldAsked);
    connect(&theme, &Theme::changed, this, &TablesPane::showTheme);
    showTheme();
    showTab(0);
    showCounts();
}

void TablesPane::showCounts() {
    const auto show = [this](QWidget *tab, const QString &name, int count) {
        tabs_->setTabText(contents_->indexOf(tab), count > 0 ? QString("%1 (%2)").arg(name).arg(count) : name);
    };
    show(advice_, tr("Advice"), advice_->count());
    show(notes_, tr("Notes"), notes_->count());
    showNote();
}

void TablesPane::addTab(const QString &name, QWidget *content, QWidget *search) {
    tabs_->addTab(name);
    contents_->addWidget(content);
    searches_->addWidget(search ? search : new QWidget(this));
}

void TablesPane::showTab(int tab) {
    contents_->setCurrentIndex(tab);
    searches_->setCurrentIndex(tab);
    searches_->setVisible(contents_->widget(tab) == requests_ || contents_->widget(tab) == log_);
    log_->follow();
    showNote();
}

void TablesPane::showNote() {
    const QWidget *shown = contents_->currentWidget();
    const QString note = shown == requests_ ? requests_->note()
                         : shown == log_    ? log_->note()
                         : shown == checks_ ? checks_->note()
                         : shown == advice_ ? advice_->note()
                         : shown == notes_  ? notes_->note()
                         : shown == text_   ? text_->note()
                                            : detail_->summary();
    const bool room = note_->width() >= kNoteLeast; // a word or two of it say nothing
    note_->setText(room ? note_->fontMetrics().elidedText(note, Qt::ElideRight, note_->width()) : QString());
    note_->setToolTip(note);
}

/// Its room follows from what stands beside it, and that from the type.
bool TablesPane::eventFilter(QObject *watched, QEvent *event) {
    if (watched == note_ && event->type() == QEvent::Resize) showNote();
    return QWidget::eventFilter(watched, event);
}

void TablesPane::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    const int width = std::clamp(this->width() / 4, 130, 220);
    for (QLineEdit *search : {requests_->search(), log_->search()})
        search->setFixedWidth(width);
    searches_->setFixedWidth(width);
}

void TablesPane::showTheme() {
    QPalette muted = note_->palette();
    muted.setColor(QPalette::WindowText, theme_.colours().mutedText);
    note_->setPalette(muted);
    note_->setFont(theme_.font(11));
}

} // namespace halfopen
