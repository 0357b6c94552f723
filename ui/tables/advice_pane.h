// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/advice_model.h"
#include "ui/session/scenario_document.h"
#include "ui/tables/quiet_table.h"

namespace halfopen {

/// The tab "Advice": all that the linter says of the document. A row leads to its field.
class AdvicePane : public QuietTable {
    Q_OBJECT
public:
    AdvicePane(const ScenarioDocument &document, QWidget *parent = nullptr);
    QString note() const;
    int count() const { return model_->rowCount(); }

signals:
    void noteChanged();
    void fieldAsked(const QString &path); ///< "policies.vision.retry": the person wants to edit it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void renew();
    const ScenarioDocument &document_;
    AdviceModel *model_;
};

} // namespace halfopen
