// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the pipeline: selecting a breaker, moving a layer.
#include <algorithm>

#include "ui/flow/flow_pane.h"
#include "ui/flow/flow_words.h"
#include "ui/flow/pipeline_view.h"

namespace halfopen {

/// Selects the breaker's last change of state before the hairline, so that Why tells of it.
void FlowPane::selectBreakerOf(std::size_t row) {
    const auto breaker = pipeline_->pipeline().rows[row].breaker;
    if (!breaker) return;
    const auto place = lastTransition(session_.run().index(), *breaker, session_.playhead().viewed());
    if (place)
        session_.selection().selectTransition(*breaker, place->record);
    else
        session_.selection().selectBreaker(*breaker);
}

/// As the document has it now, of which the run that is shown may lag behind.
const PolicyConfig &FlowPane::policyOf(std::size_t row) const {
    return session_.document().scenario().policies[*pipeline_->pipeline().rows[row].policy];
}

void FlowPane::stepLayer(std::size_t row, LayerKind layer, int by) {
    const std::vector<LayerKind> order = wholeOrder(policyOf(row).order);
    const auto now = std::ranges::find(order, layer) - order.begin();
    const auto before = by < 0 ? now - 1 : now + 2;
    if (before < 0 || before > static_cast<std::ptrdiff_t>(order.size())) return;
    moveLayer(row, layer, static_cast<std::size_t>(before));
}

void FlowPane::moveLayer(std::size_t row, LayerKind layer, std::size_t before) {
    const PolicyConfig &policy = policyOf(row);
    const std::vector<LayerKind> moved = movedLayer(policy.order, layer, before);
    QStringList words;
    for (const LayerKind kind : moved)
        words << QString::fromUtf8(name_of(kind).data());
    const QString path = QString("policies.%1.order").arg(QString::fromStdString(policy.name));
    const QString name = tr("order of %1: %2 moved").arg(QString::fromStdString(policy.name), titleOf(stageOf(layer)));
    const auto refused = session_.document().set(path, QString("[%1]").arg(words.join(", ")), {name});
    if (refused) emit told(*refused);
}

} // namespace halfopen
