// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <QDockWidget>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include "engine/insight/explain.h"
#include "ui/editors/backoff_preview.h"
#include "ui/editors/field_search.h"
#include "ui/editors/policy_editor.h"
#include "ui/editors/scenario_editor.h"
#include "ui/export/exporter.h"
#include "ui/figures/figures_pane.h"
#include "ui/flow/flow_pane.h"
#include "ui/flow/pipeline_view.h"
#include "ui/lab_keys.h"
#include "ui/problem_panel.h"
#include "ui/shell/commands.h"
#include "ui/shell/document_care.h"
#include "ui/shell/notices.h"
#include "ui/status_line.h"
#include "ui/tables/tables_pane.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/overview_strip.h"
#include "ui/timeline/timeline_view.h"
#include "ui/tradeoff/tradeoff_view.h"
#include "ui/transport.h"
#include "ui/why/why_pane.h"

namespace halfopen {

namespace {

/// Widths at the design size of 1440; narrower windows give less, down to what the panes can be read at.
constexpr int kDesignWidth = 1440, kDesignHeight = 900, kLeftWidth = 300, kRightWidth = 336, kLeftLeast = 268,
              kRightLeast = 290;
constexpr int kTablesHeight = 164;

} // namespace

MainWindow::MainWindow(std::unique_ptr<ScenarioDocument> document, const Options &options, QWidget *parent)
    : QMainWindow(parent),
      options_(options),
      theme_(new Theme(options.mode, this)),
      document_(std::move(document)),
      session_(new Session(*document_, this)),
      layouts_(options.remembers) {
    if (options_.remembers)
        theme_->setReducedMotion(QSettings().value("lab/reducedMotion", theme_->reducedMotion()).toBool());
    theme_->apply();
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setMinimumSize(kSizeMin);
    resize(1440, 900);
    buildCentre();
    buildLeft();
    buildRight();
    buildBottom();
    buildKeys();
    buildCommands();
    buildWorkspaces();
    buildCare();
    arrange();
    connectPanes();
    firstState_ = saveState(kLayoutVersion);
    if (options_.remembers) {
        session_->bookmarks().keep();
        timeline_->keepArrangement();
        QSettings settings;
        restoreGeometry(settings.value("lab/geometry").toByteArray());
        centre_->restoreState(settings.value("lab/centre").toByteArray());
        flow_->toggleAction()->setChecked(settings.value("lab/flow", true).toBool());
        placed_ = restoreState(layouts_.ofWorkspace("lab"), kLayoutVersion);
    }
    takeRun();
    showTitle();
    timeline_->setFocus();
}

MainWindow::~MainWindow() {
    delete exporter_; // waits for what is being written
    // What shows the session goes before it, and the session before its document.
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete care_;
    delete session_;
    document_->disconnect(this); // its undo stack still speaks while it goes
}

void MainWindow::buildCentre() {
    transport_ = new Transport(*session_, *theme_, this);
    auto *bar = new QToolBar(tr("Transport"), this);
    bar->setObjectName("transportBar");
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false);
    const auto tight = [bar] { bar->layout()->setContentsMargins(0, 0, 0, 0); }; // a new style gives it its own
    tight();
    connect(theme_, &Theme::changed, bar, tight);
    bar->addWidget(transport_);
    addToolBar(bar);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    problems_ = new ProblemPanel(*theme_, centre);
    notices_ = new Notices(*theme_, centre);
    tracksHeader_ = new PaneHeader(tr("Tracks"), *theme_, centre);
    tracksHeader_->addOnRight(
        new Legend({Glyph::success, Glyph::failure, Glyph::timeout, Glyph::refused, Glyph::fallback, Glyph::healed},
                   *theme_, tracksHeader_));
    timeline_ = new TimelineView(&session_->run(), session_->playhead(), session_->selection(), session_->span(),
                                 *theme_, centre);
    timeline_->setObjectName("timeline");
    layout->addWidget(notices_);
    auto *tracks = new QWidget(centre);
    auto *tracksLayout = new QVBoxLayout(tracks);
    tracksLayout->setContentsMargins(0, 0, 0, 0);
    tracksLayout->setSpacing(0);
    tracksLayout->addWidget(tracksHeader_);
    tracksLayout->addWidget(timeline_, 1);
    flow_ = new FlowPane(*session_, *theme_, centre);
    centre_ = new QSplitter(Qt::Vertical, centre);
    centre_->setObjectName("centre");
    centre_->setHandleWidth(1);
    centre_->setChildrenCollapsible(false);
    centre_->addWidget(flow_);
    centre_->addWidget(tracks);
    centre_->setStretchFactor(0, 0);
    centre_->setStretchFactor(1, 1);
    timeline_->setDocument(*document_);
    timeline_->setBookmarks(session_->bookmarks());
    layout->addWidget(problems_);
    layout->addWidget(centre_, 1);
    pages_ = new QStackedWidget(this);
    pages_->addWidget(centre);
    setCentralWidget(pages_);
    status_ = new StatusLine(*session_, this);
    setStatusBar(status_);
}

void MainWindow::buildLeft() {
    auto *scenario = new ScenarioEditor(*document_, *theme_, this);
    scenarioPane_ = makePane("scenario", tr("Scenario"), scenario, *theme_, *this);
    policy_ = new PolicyEditor(*document_, *theme_, this);
    policyPane_ = makePane("policy", tr("Policy"), policy_, *theme_, *this);
    search_ = new FieldSearch({scenario->form(), policy_->form()}, *theme_, this);
    scenarioPane_.header->addOnRight(search_);
    backoff_ = new BackoffPreview(*session_, *theme_, this);
    backoff_->setLeg(policy_->leg());
    backoffPane_ = makePane("backoff", tr("Backoff preview"), backoff_, *theme_, *this);
}

void MainWindow::buildRight() {
    figures_ = new FiguresPane(*session_, *theme_, this);
    figuresPane_ = makePane("figures", tr("Figures"), figures_, *theme_, *this);
    why_ = new WhyPane(*session_, *theme_, this);
    whyPane_ = makePane("whyPane", tr("Why"), why_, *theme_, *this);
    figuresPane_.header->addOnRight(figures_->rangeEnd());
    whyPane_.header->addOnRight(why_->steps());
    tradeoff_ = new TradeoffView(&session_->run(), session_->playhead(), *theme_, this);
    tradeoffPane_ = makePane("tradeoff", tr("Trade-off"), tradeoff_, *theme_, *this);
    tradeoffPane_.header->setSubtitle(tr("cost and accuracy of what was served"));
}

void MainWindow::buildBottom() {
    tables_ = new TablesPane(*session_, *theme_, this);
    tablesPane_ = makePane("tables", tr("Tables"), tables_, *theme_, *this);
    tablesPane_.header->hide();
    tablesPane_.dock->setTitleBarWidget(new QWidget(tablesPane_.dock)); // the tabs say what it is
}

void MainWindow::buildKeys() {
    commands_ = new Commands(*this);
    keys_ = new LabKeys(*commands_, *timeline_, this);
    keys_->watch(timeline_);
    keys_->watch(transport_);
    keys_->watch(&flow_->pipeline());
    if (auto *overview = timeline_->findChild<OverviewStrip *>()) keys_->watch(overview);
}

void MainWindow::arrange() {
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (const Pane &pane : {scenarioPane_, policyPane_, backoffPane_})
        addDockWidget(Qt::LeftDockWidgetArea, pane.dock);
    for (const Pane &pane : {figuresPane_, whyPane_, tradeoffPane_})
        addDockWidget(Qt::RightDockWidgetArea, pane.dock);
    addDockWidget(Qt::BottomDockWidgetArea, tablesPane_.dock);
}

void MainWindow::placeColumns() {
    const int left = std::clamp(kLeftWidth * width() / kDesignWidth, kLeftLeast, kLeftWidth);
    const int right = std::clamp(kRightWidth * width() / kDesignWidth, kRightLeast, kRightWidth);
    resizeDocks({scenarioPane_.dock, figuresPane_.dock}, {left, right}, Qt::Horizontal);
    resizeDocks({tablesPane_.dock}, {kTablesHeight}, Qt::Vertical);
    resizeDocks({scenarioPane_.dock, policyPane_.dock, backoffPane_.dock}, {236, 400, 150}, Qt::Vertical);
    resizeDocks({figuresPane_.dock, whyPane_.dock, tradeoffPane_.dock}, {214, 312, 226}, Qt::Vertical);
    const int flow = std::clamp(height() * flow_->sizeHint().height() / kDesignHeight,
                                flow_->minimumSizeHint().height(), flow_->sizeHint().height());
    // Sizes are shares of what there is, and that is known once the docks have their places.
    QTimer::singleShot(0, centre_, [this, flow] { centre_->setSizes({flow, centre_->height() - flow}); });
}

void MainWindow::showEvent(QShowEvent *event) {
    QMainWindow::showEvent(event);
    if (std::exchange(placed_, true)) return;
    placeColumns();
}

void MainWindow::resetLayout() {
    restoreState(firstState_, kLayoutVersion);
    for (const Pane &pane : panes())
        pane.dock->show();
    flow_->toggleAction()->setChecked(true);
    placeColumns();
}

QList<Pane> MainWindow::panes() const {
    return {scenarioPane_, policyPane_, backoffPane_, figuresPane_, whyPane_, tradeoffPane_, tablesPane_};
}

void MainWindow::connectPanes() {
    connect(session_, &Session::runChanged, this, &MainWindow::takeRun);
    connect(session_, &Session::runGrew, this, &MainWindow::showHeaders);
    connect(&session_->playhead(), &Playhead::moved, this, &MainWindow::showHeaders);
    connect(&session_->span(), &TimeSpan::changed, this, &MainWindow::showHeaders);
    connect(&session_->selection(), &Selection::rangeChanged, this, &MainWindow::showHeaders);
    connect(figures_, &FiguresPane::refreshed, this, &MainWindow::showHeaders);
    connect(why_, &WhyPane::refreshed, this, &MainWindow::showHeaders);
    connect(backoff_, &BackoffPreview::subtitleChanged, this, &MainWindow::showHeaders);
    connect(policy_, &PolicyEditor::legChanged, this, [this] {
        backoff_->setLeg(policy_->leg());
        showHeaders();
    });
    connect(flow_, &FlowPane::told, status_, &StatusLine::tell);
    connect(flow_, &FlowPane::fieldAsked, this, &MainWindow::goToPath);
    connect(transport_, &Transport::told, status_, &StatusLine::tell);
    connect(why_, &WhyPane::told, status_, &StatusLine::tell);
    connect(tables_, &TablesPane::fieldAsked, this, &MainWindow::goToPath);
    connect(timeline_, &TimelineView::told, status_, &StatusLine::tell);
    connect(document_.get(), &ScenarioDocument::problem, problems_, &ProblemPanel::show);
    connect(document_.get(), &ScenarioDocument::replaced, problems_, &QWidget::hide);
    connect(document_.get(), &ScenarioDocument::replaced, this, &MainWindow::showTitle);
    connect(document_.get(), &ScenarioDocument::nameChanged, this, &MainWindow::showTitle);
}

void MainWindow::takeRun() {
    timeline_->setRun(&session_->run());
    tradeoff_->setRun(&session_->run());
    showHeaders();
}

void MainWindow::refreshAll(bool exact) {
    figures_->refreshNow();
    if (exact) {
        why_->finishNow();
        flow_->refreshNow();
    } else if (!session_->playhead().playing()) { // then it has a pace of its own, at which it can be read
        flow_->refresh();
    }
    tradeoff_->refresh();
    showHeaders();
}

void MainWindow::showHeaders() {
    tracksHeader_->setSubtitle(timeline_->subtitle());
    scenarioPane_.header->setSubtitle(QString::fromStdString(document_->scenario().name));
    policyPane_.header->setSubtitle(policy_->subtitle());
    backoffPane_.header->setSubtitle(backoff_->subtitle());
    figuresPane_.header->setSubtitle(figures_->subtitle());
    whyPane_.header->setSubtitle(why_->subtitle());
}

void MainWindow::showTitle() {
    setWindowTitle(QString("%1[*] — Halfopen").arg(document_->name()));
    setWindowModified(document_->dirty());
    setWindowFilePath(document_->path());
    scenarioPane_.dock->widget()->setToolTip({});
    scenarioPane_.header->setToolTip(QString::fromStdString(document_->scenario().about));
}

} // namespace halfopen
