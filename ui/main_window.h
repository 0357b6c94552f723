// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QMainWindow>

#include "ui/pane_header.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QSplitter;

namespace halfopen {

class BackoffPreview;
class CommandPalette;
class Commands;
class FiguresPane;
class FlowPane;
class KeysSheet;
class LabKeys;
class PolicyEditor;
class ProblemPanel;
class StatusLine;
class TablesPane;
class TimelineView;
class TradeoffView;
class Transport;
class WhyPane;
struct FieldPlace;
struct PaletteEntry;

/// The Lab in a window: transport above, editors left, tracks in the middle, figures, Why and trade-off right, tables
/// beneath. Everything shows one session.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    static constexpr QSize kSizeMin{1000, 640};
    struct Options {
        Theme::Mode mode = Theme::Mode::light;
        bool remembers = true; ///< layout, theme and recent files; not for --capture and tests
    };
    /// Precondition: the document has been opened.
    MainWindow(std::unique_ptr<ScenarioDocument> document, const Options &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return *session_; }
    Theme &theme() { return *theme_; }
    Commands &commands() { return *commands_; }
    /// Opens a file in place of the document; a broken one changes nothing and its messages are shown.
    bool openFile(const QString &path);
    void resetLayout();
    /// What follows the hairline late. `exact`, for a picture: also what else is worked out in the background.
    void refreshAll(bool exact = true);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildCentre();
    void buildLeft();
    void buildRight();
    void buildBottom();
    void buildKeys();
    void arrange();
    void placeColumns();
    void connectPanes();
    void takeRun();
    void showHeaders();
    void showTitle();
    QList<Pane> panes() const; ///< all that can be moved and closed

    void buildCommands();
    void addFileCommands();
    void addEditCommands();
    void addThemeCommands();
    void addViewCommands();
    void addTrackCommands();
    void addRunCommands();
    void addHelpCommands();
    void fillRecent();
    void forgetRecent();
    QList<PaletteEntry> recentEntries();
    void goToField(const FieldPlace &place);
    void showPalette();
    void showKeys();
    void showBox(const QString &title, const QString &text);
    void showAboutScenario();
    void showAbout();

    void chooseFile();
    bool save();
    bool saveAs();
    bool mayDiscard(); ///< asks when there is unsaved work

    Options options_;
    Theme *theme_;
    std::unique_ptr<ScenarioDocument> document_;
    Session *session_;
    Transport *transport_ = nullptr;
    ProblemPanel *problems_ = nullptr;
    FlowPane *flow_ = nullptr;
    QSplitter *centre_ = nullptr;
    TimelineView *timeline_ = nullptr;
    PaneHeader *tracksHeader_ = nullptr;
    PolicyEditor *policy_ = nullptr;
    BackoffPreview *backoff_ = nullptr;
    FiguresPane *figures_ = nullptr;
    WhyPane *why_ = nullptr;
    TradeoffView *tradeoff_ = nullptr;
    TablesPane *tables_ = nullptr;
    StatusLine *status_ = nullptr;
    LabKeys *keys_ = nullptr;
    Commands *commands_ = nullptr;
    CommandPalette *palette_ = nullptr;
    KeysSheet *sheet_ = nullptr;
    Pane scenarioPane_, policyPane_, backoffPane_, figuresPane_, whyPane_, tradeoffPane_, tablesPane_;
    QByteArray firstState_;
    bool placed_ = false;
};

} // namespace halfopen
