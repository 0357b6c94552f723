// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/start_page.h"

#include <algorithm>
#include <limits>

#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include "engine/files/scenario_reader.h"

namespace halfopen {

namespace {

constexpr int kMargin = 24, kGap = 12;

} // namespace

StartPage::StartPage(const Theme &theme, const QString &cacheFolder, QWidget *parent)
    : QWidget(parent),
      theme_(theme),
      pictures_(theme, cacheFolder),
      problems_(new ProblemPanel(theme, this)),
      search_(new QLineEdit(this)),
      scroll_(new QScrollArea(this)),
      recent_(new QWidget(this)),
      nothing_(new QLabel(tr("No scenario is called that."), this)) {
    setObjectName("startPage");
    setAccessibleName(tr("Start page"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addHead(*layout);
    layout->addWidget(problems_);
    auto *body = new QWidget(scroll_);
    body_ = new QVBoxLayout(body);
    body_->setContentsMargins(kMargin, 4, kMargin, kMargin);
    body_->setSpacing(8);
    body_->addWidget(recent_);
    body_->addWidget(nothing_);
    nothing_->hide();
    scroll_->setWidget(body);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(scroll_, 1);
    connect(&pictures_, &CardPictures::ready, this, [this](const QString &file, const QImage &picture) {
        for (ScenarioCard *card : cards_)
            if (card->file() == file) card->setPicture(picture);
    });
    connect(&theme, &Theme::changed, this, &StartPage::askPictures);
}

void StartPage::addHead(QVBoxLayout &layout) {
    auto *title = new QLabel(tr("Start with a scenario"), this);
    title->setFont(theme_.font(16, true));
    search_->setObjectName("startSearch");
    search_->setPlaceholderText(tr("Search in names and descriptions"));
    search_->setAccessibleName(tr("Search the scenarios"));
    search_->setToolTip(tr("Shows the scenarios whose name or description holds these words."));
    search_->setClearButtonEnabled(true);
    search_->setFixedSize(300, 28);
    search_->installEventFilter(this);
    connect(search_, &QLineEdit::textChanged, this, &StartPage::arrange);
    auto *open = new QPushButton(tr("Open a file …"), this);
    open->setObjectName("startOpen");
    open->setToolTip(tr("Opens a scenario from the disk (Ctrl+O)"));
    open->installEventFilter(this);
    connect(open, &QPushButton::clicked, this, &StartPage::fileAsked);
    auto *back = new QPushButton(tr("Back to the Lab"), this);
    back->setObjectName("startBack");
    back->setToolTip(tr("Goes on with the scenario that is open (Esc)"));
    back->installEventFilter(this);
    connect(back, &QPushButton::clicked, this, &StartPage::leaving);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 18, kMargin, 12);
    head->setSpacing(kGap);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(search_);
    head->addWidget(open);
    head->addWidget(back);
    layout.addLayout(head);
}

void StartPage::addSection(const QString &title, const QString &folder) {
    Section section{new QLabel(title, this), new QWidget(this), {}};
    section.title->setFont(theme_.font(13, true));
    section.title->setContentsMargins(0, 10, 0, 0);
    for (const QString &name : QDir(folder).entryList({"*.scenario.yaml"}, QDir::Files, QDir::Name)) {
        const QString path = folder + '/' + name;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto scenario = read_scenario(file.readAll().toStdString(), {folder.toStdString(), {}});
        if (!scenario) continue; // a test sees to it that shipped ones can be read
        auto *card = new ScenarioCard(path, QString::fromStdString(scenario.value().name),
                                      QString::fromStdString(scenario.value().about), theme_, section.field);
        card->setObjectName("card/" + name);
        card->installEventFilter(this);
        connect(card, &ScenarioCard::clicked, this, [this, path] { emit opened(path); });
        scenarios_.insert(path, std::move(scenario).value());
        section.cards << card;
    }
    cards_ << section.cards;
    body_->addWidget(section.title);
    body_->addWidget(section.field);
    sections_ << section;
}

void StartPage::appear(const QStringList &recent) {
    if (sections_.isEmpty()) {
        addSection(tr("Scenarios that come with Halfopen"), ":/scenarios");
        addSection(tr("Published results, to be met by a simulation"), ":/landmarks");
        body_->addStretch(1);
    }
    showRecent(recent);
    search_->clear();
    arrange();
    askPictures();
    search_->setFocus();
}

void StartPage::showRecent(const QStringList &files) {
    constexpr qsizetype most = 5;
    delete recent_->layout();
    qDeleteAll(recent_->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *layout = new QVBoxLayout(recent_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *title = new QLabel(tr("Opened last"), recent_);
    title->setFont(theme_.font(13, true));
    layout->addWidget(title);
    for (const QString &path : files.mid(0, most)) {
        auto *button = new QPushButton(QString("%1   %2").arg(QFileInfo(path).fileName(),
                                                              QDir::toNativeSeparators(QFileInfo(path).absolutePath())),
                                       recent_);
        button->setProperty("quiet", true);
        button->setStyleSheet("text-align: left;");
        button->setToolTip(tr("Opens %1").arg(QDir::toNativeSeparators(path)));
        button->setEnabled(QFileInfo::exists(path));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, path] { emit opened(path); });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    recent_->setVisible(!files.isEmpty());
}

void StartPage::arrange() {
    const int card = ScenarioCard::cardSize(theme_).width();
    const int columns = std::max(1, (width() - 2 * kMargin - 12 + kGap) / (card + kGap));
    bool any = false;
    for (const Section &section : sections_) {
        int place = 0;
        const QSize size = ScenarioCard::cardSize(theme_);
        for (ScenarioCard *each : section.cards) {
            each->setVisible(each->answers(search_->text()));
            if (each->isHidden()) continue;
            each->move((place % columns) * (size.width() + kGap), (place / columns) * (size.height() + kGap));
            ++place;
        }
        section.field->setFixedHeight((place + columns - 1) / columns * (size.height() + kGap));
        section.title->setVisible(place > 0);
        any = any || place > 0;
    }
    nothing_->setVisible(!any && !sections_.isEmpty());
}

void StartPage::askPictures() {
    if (!isVisible()) return;
    pictures_.stop();
    for (ScenarioCard *card : cards_)
        card->setPicture(pictures_.picture(card->file(), scenarios_[card->file()], devicePixelRatioF()));
}

void StartPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void StartPage::hideEvent(QHideEvent *event) {
    pictures_.stop();
    if (!event->spontaneous()) problems_->hide(); // another file is open now, or the person has gone back
}

void StartPage::tell(const FileProblem &problem) {
    // The document's own headline speaks of what stays on the screen; here nothing was opened yet.
    problems_->show({tr("The file was not opened. This is what is wrong with it:"), problem.lines, problem.kind});
}

/// From a card to the one beside, above or below it; from the search down to the first.
bool StartPage::walk(QWidget *from, int key) {
    QList<QWidget *> places;
    for (ScenarioCard *card : cards_)
        if (!card->isHidden()) places << card;
    if (places.isEmpty()) return false;
    const auto centre = [this](const QWidget *w) { return w->mapTo(this, w->rect().center()); };
    QWidget *best = from == search_ && key == Qt::Key_Down ? places.first() : nullptr;
    if (from != search_ && !qobject_cast<ScenarioCard *>(from)) return false;
    int nearest = std::numeric_limits<int>::max();
    for (QWidget *each : from == search_ ? QList<QWidget *>() : places) {
        const QPoint d = centre(each) - centre(from);
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const int along = key == Qt::Key_Right  ? d.x()
                          : key == Qt::Key_Left ? -d.x()
                          : key == Qt::Key_Down ? d.y()
                                                : -d.y();
        const int across = std::abs(sideways ? d.y() : d.x());
        if (along <= 0 || (sideways && across > each->height() / 2)) continue;
        if (const int distance = along + 2 * across; distance < nearest) {
            nearest = distance;
            best = each;
        }
    }
    if (!best && key == Qt::Key_Up) best = search_;
    if (!best) return true; // the last one: the key ends here
    best->setFocus(Qt::TabFocusReason);
    if (best != search_) scroll_->ensureWidgetVisible(best, 20, 20);
    return true;
}

bool StartPage::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusIn) {
        if (auto *card = qobject_cast<ScenarioCard *>(watched)) scroll_->ensureWidgetVisible(card, 20, 20);
    }
    if (event->type() != QEvent::KeyPress) return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    auto *widget = static_cast<QWidget *>(watched);
    if (key == Qt::Key_Escape) {
        if (watched == search_ && !search_->text().isEmpty())
            search_->clear();
        else
            emit leaving();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (watched == search_) return walk(search_, Qt::Key_Down);
        if (auto *button = qobject_cast<QAbstractButton *>(watched)) {
            button->click();
            return true;
        }
    }
    const bool arrow = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right;
    if (!arrow || (watched == search_ && key != Qt::Key_Down)) return false;
    return walk(widget, key);
}

} // namespace halfopen
