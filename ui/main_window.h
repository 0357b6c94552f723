// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QMainWindow>

#include "ui/pane_header.h"
#include "ui/session/session.h"
#include "ui/shell/layout_store.h"
#include "ui/theme/theme.h"

class QSplitter;
class QMenu;
class QStackedWidget;

namespace halfopen {

class ApplyFrom;
class BackoffPreview;
class CommandPalette;
class Commands;
class DocumentCare;
class Exporter;
class FieldSearch;
class FiguresPane;
class FlowPane;
class KeysSheet;
class LabKeys;
class Notices;
class PolicyEditor;
class ProblemPanel;
class StartPage;
class StatusLine;
class TablesPane;
class TimelineView;
class TradeoffView;
class Transport;
class WhyPane;
class WorkspaceSwitch;
enum class Language;
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
        bool remembers = true; ///< layout, theme, recent files and unsaved work; not for --capture and tests
    };
    /// Precondition: the document has been opened.
    MainWindow(std::unique_ptr<ScenarioDocument> document, const Options &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return *session_; }
    Theme &theme() { return *theme_; }
    Commands &commands() { return *commands_; }
    Exporter &exporter() { return *exporter_; }
    /// Opens a file in place of the document; a broken one changes nothing and its messages are shown.
    bool openFile(const QString &path);
    void resetLayout();
    void showStartPage();
    bool settled() const; ///< nothing more is being drawn in the background
    /// What follows the hairline late. `exact`, for a picture: also what else is worked out in the background.
    void refreshAll(bool exact = true);
    /// Where Tab goes, in order: bars above, then the columns from left to right, each from top to bottom.
    QList<QWidget *> focusPanes() const;

protected:
    bool focusNextPrevChild(bool next) override;
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
    void addExportCommands();
    void addEditCommands();
    void addApplyFrom();
    void addThemeCommands();
    void addViewCommands();
    void addTrackCommands();
    void addSelectionCommands();
    void addLookCommands();
    void addWorkspaceCommands();
    void addLanguageCommands();
    void chooseLanguage(Language language);
    void addRunCommands();
    void addHelpCommands();
    static QString fileFilter();
    void fillRecent();
    void forgetRecent();
    QList<PaletteEntry> recentEntries();
    void goToPath(const QString &path); ///< the field that edits it, or word that there is none
    void goToField(const FieldPlace &place);
    void showPalette();
    void showKeys();
    void showBox(const QString &title, const QString &text);
    void showAboutScenario();
    void showAbout();

    void buildWorkspaces();
    void showWorkspace(int workspace);
    void fillLayouts(QMenu &menu);
    QList<PaletteEntry> layoutEntries();
    void applyLayout(const QString &name);
    void saveLayout();
    void removeLayout();
    void setPresenting(bool on);

    void chooseFile();
    bool save();
    bool saveAs();
    void takeTyped();
    bool mayDiscard();   ///< asks when there is unsaved work
    bool mayOverwrite(); ///< asks when the file was changed by another program
    void buildCare();

    Options options_;
    Theme *theme_;
    std::unique_ptr<ScenarioDocument> document_;
    Session *session_;
    Transport *transport_ = nullptr;
    ProblemPanel *problems_ = nullptr;
    Notices *notices_ = nullptr;
    DocumentCare *care_ = nullptr;
    Exporter *exporter_ = nullptr;
    FlowPane *flow_ = nullptr;
    QSplitter *centre_ = nullptr;
    TimelineView *timeline_ = nullptr;
    PaneHeader *tracksHeader_ = nullptr;
    PolicyEditor *policy_ = nullptr;
    FieldSearch *search_ = nullptr;
    BackoffPreview *backoff_ = nullptr;
    ApplyFrom *applyFrom_ = nullptr;
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
    static constexpr int kLayoutVersion = 1;
    LayoutStore layouts_;
    WorkspaceSwitch *switch_ = nullptr;
    QStackedWidget *pages_ = nullptr;
    StartPage *start_ = nullptr; ///< made when it is asked for
    struct Presenting {
        QByteArray layout;
        Qt::WindowStates window;
    };
    std::optional<Presenting> presenting_; ///< what to go back to
    QByteArray firstState_;
    bool placed_ = false;
};

} // namespace halfopen
