// SPDX-License-Identifier: GPL-3.0-or-later
// How much room the pipeline has, and what is shown where there is little.
#include <algorithm>

#include <QScrollArea>

#include "ui/flow/flow_pane.h"
#include "ui/flow/machine_view.h"
#include "ui/flow/pipeline_view.h"

namespace halfopen {

namespace {

constexpr double kRoomToSpare = 30;
constexpr int kHeaderHeight = 28, kBodyUsual = 132, kRowHeight = 41, kCaptionHeight = 13, kHeadHeight = 30;
constexpr std::size_t kRowsUsual = 4;

} // namespace

QSize FlowPane::sizeHint() const { return {804, heightFor(kRowsUsual)}; }

int FlowPane::heightFor(std::size_t rowsMost) const {
    const Layout &layout = session_.run().index().layout();
    std::size_t legs = 1;
    for (const std::uint32_t operation : layout.operation_of_workload)
        legs = std::max(legs, layout.chains[operation].size());
    const bool captions =
        std::ranges::any_of(session_.run().scenario().workloads, [](const Workload &w) { return w.instances > 1; });
    const int rows = static_cast<int>(std::min(legs, rowsMost)) * (kRowHeight + (captions ? kCaptionHeight : 0));
    return kHeaderHeight + static_cast<int>(std::max(kBodyUsual, kHeadHeight + rows) * theme_.zoom());
}

/// So high that the words between the states have their lines, in larger type too.
QSize FlowPane::minimumSizeHint() const { return {320, kHeaderHeight + static_cast<int>(MachineView::kLeastHeight * theme_.zoom())}; }

/// A narrow window has room for the pipeline or for the states: the person chooses.
void FlowPane::arrange() {
    const double room = width() - theme_.zoom() * (MachineView::kWidth + pipeline_->places().least);
    if (room < 0) narrow_ = true;
    if (room > kRoomToSpare) narrow_ = false; // numbers that grow and shrink do not make it come and go
    machineButton_->setVisible(narrow_);
    machine_->setVisible(!narrow_ || machineButton_->isChecked());
}

void FlowPane::giveRoom() { pipeline_->setRoom(scroll_->viewport()->size()); }

void FlowPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    refreshNow();
}

void FlowPane::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
    giveRoom();
}

bool FlowPane::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) giveRoom();
    return QWidget::eventFilter(watched, event);
}

} // namespace halfopen
