// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/advice_pane.h"

namespace halfopen {

namespace {
constexpr int kNarrow = 900; ///< below it the general reasons would have no room
} // namespace

AdvicePane::AdvicePane(const ScenarioDocument &document, QWidget *parent)
    : QuietTable(tr("Advice"), {}, parent), document_(document), model_(new AdviceModel(this)) {
    setObjectName("adviceTable");
    search_->hide();
    setModel(model_);
    setWidths({92, 176, 260, 240, 240}, AdviceModel::here);
    connect(this, &QuietTable::picked, this, [this](int row) {
        if (const QString path = model_->path(row); !path.isEmpty()) emit fieldAsked(path);
    });
    connect(&document, &ScenarioDocument::edited, this, &AdvicePane::renew);
    connect(&document, &ScenarioDocument::replaced, this, &AdvicePane::renew);
    renew();
}

void AdvicePane::resizeEvent(QResizeEvent *event) {
    QuietTable::resizeEvent(event);
    view_->setColumnHidden(AdviceModel::why, width() < kNarrow);
}

void AdvicePane::renew() {
    model_->show(document_.advice());
    emit noteChanged();
}

QString AdvicePane::note() const {
    const int all = model_->rowCount(), contradictions = model_->contradictions();
    if (all == 0) return tr("the linter has nothing to say of this scenario");
    const int advice = all - contradictions;
    return tr("%1, %2 · a row leads to its field")
        .arg(contradictions == 1 ? tr("1 contradiction") : tr("%1 contradictions").arg(contradictions),
             advice == 1 ? tr("1 piece of advice") : tr("%1 pieces of advice").arg(advice));
}

} // namespace halfopen
