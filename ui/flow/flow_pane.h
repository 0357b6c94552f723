// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include "engine/insight/flow_counts.h"
#include "ui/flow/pipeline.h"
#include "ui/pane_header.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

class QScrollArea;

namespace halfopen {

class MachineView;
class PipelineView;

/// "Pipeline and state machine": what requests pass through at the hairline, with live numbers, and the selected
/// breaker's states. While playing its numbers follow at most ten times a second and take at most a quarter of the
/// wall time; dots move with every frame.
class FlowPane : public QWidget {
    Q_OBJECT
public:
    FlowPane(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~FlowPane() override;

    QAction *toggleAction() { return toggle_; } ///< shows or hides it
    void refreshNow();                          ///< shows the state at the hairline at once, however long it takes
    void refresh();                             ///< the same as soon as the state is there
    PipelineView &pipeline() { return *pipeline_; }
    MachineView &machine() { return *machine_; }
    QComboBox &chooser() { return *chooser_; }
    QString dotsText() const { return dotsLabel_->text(); }
    std::uint32_t workload() const;
    /// Height that shows the usual three legs without scrolling, and no more than the rows need.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void fieldAsked(const QString &path); ///< of the document: "policies.gpt4.retry", "services.gpt4_vision"
    void told(const QString &message);    ///< why an edit was refused

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int heightFor(std::size_t rowsMost) const; ///< px, with at most so many legs in sight
    void buildHeader();
    void connectSession();
    void connectPipeline();
    void takeRun();
    void fillChooser();
    void countMore();
    void follow();
    void refreshSoon();
    void refreshAt(SimTime at);
    SimTime viewed() const;
    bool stateChanged() const;
    void showDots();
    void showMachine();
    void giveRoom();
    void arrange();
    void selectBreakerOf(std::size_t row);
    void moveLayer(std::size_t row, LayerKind layer, std::size_t before);
    void stepLayer(std::size_t row, LayerKind layer, int by);
    const PolicyConfig &policyOf(std::size_t row) const;

    Session &session_;
    const Theme &theme_;
    PaneHeader *header_;
    QComboBox *chooser_;
    QLabel *dotsLabel_;
    QToolButton *machineButton_;
    QScrollArea *scroll_;
    PipelineView *pipeline_;
    MachineView *machine_;
    std::optional<FlowCounts> counts_;
    std::vector<Advice> advice_; ///< on the run's document
    QAction *toggle_;
    QTimer refresh_, counting_;
    double costMs_ = 0;
    SimTime shown_{};     ///< the instant of what is shown
    bool narrow_ = false; ///< no room for pipeline and states
};

} // namespace halfopen
