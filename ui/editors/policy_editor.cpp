// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/policy_editor.h"

#include <algorithm>

#include <QTabBar>
#include <QVBoxLayout>

#include "ui/editors/field_advice.h"
#include "ui/editors/field_form.h"

namespace halfopen {

namespace {
constexpr int kTabsElided = 4;
} // namespace

PolicyEditor::PolicyEditor(ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : QWidget(parent), document_(document), tabs_(new QTabBar(this)), form_(new FieldForm(document, theme, this)) {
    setAccessibleName(tr("Policy"));
    tabs_->setAccessibleName(tr("Leg of the chain"));
    tabs_->setDocumentMode(true);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(form_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &PolicyEditor::showLeg);
    connect(&document, &ScenarioDocument::edited, this, &PolicyEditor::refresh);
    connect(&document, &ScenarioDocument::inForceChanged, this, &PolicyEditor::refresh);
    connect(&document, &ScenarioDocument::replaced, this, &PolicyEditor::refresh);
    refresh();
}

void PolicyEditor::refresh() {
    const QList<LegTab> legs = legTabs(document_.inForce());
    if (legs != legs_) {
        legs_ = legs;
        const QSignalBlocker quiet(tabs_);
        const int current = tabs_->currentIndex();
        while (tabs_->count() > 0)
            tabs_->removeTab(0);
        for (const LegTab &leg : legs_) {
            const int tab = tabs_->addTab(nameOf(leg));
            tabs_->setTabToolTip(tab, leg.service.isEmpty() ? tr("A policy that nothing uses yet") : tr("Policy in front of %1").arg(leg.service));
        }
        const bool few = tabs_->count() <= kTabsElided; // cut names are better than a hidden leg
        tabs_->setUsesScrollButtons(!few);
        tabs_->setElideMode(few ? Qt::ElideRight : Qt::ElideNone);
        tabs_->setCurrentIndex(std::clamp(current, 0, tabs_->count() - 1));
    }
    showLeg();
}

/// The service; where two tabs have the same one, the policy that makes the difference.
QString PolicyEditor::nameOf(const LegTab &leg) const {
    if (!leg.ofLeg) return QString::fromStdString(document_.inForce().policies[*leg.policy].name);
    const auto alike = std::ranges::count(legs_, leg.service, &LegTab::service);
    if (alike < 2 || !leg.policy) return leg.service;
    return QString::fromStdString(document_.inForce().policies[*leg.policy].name);
}

std::optional<LegTab> PolicyEditor::leg() const {
    const int current = tabs_->currentIndex();
    return current >= 0 && current < legs_.size() ? std::optional(legs_[current]) : std::nullopt;
}

void PolicyEditor::showLeg() {
    const auto now = leg();
    if (now) {
        form_->show(policyFields(document_.inForce(), *now), document_.inForce());
        form_->showAdvice(adviceOnPolicy(document_.advice(), document_.scenario(), *now));
    }
    subtitle_ = describe(now);
    emit legChanged();
}

QString PolicyEditor::describe(const std::optional<LegTab> &now) const {
    if (!now || !now->policy) return tr("none on this leg");
    const PolicyConfig &policy = document_.inForce().policies[*now->policy];
    QStringList parts;
    if (policy.error_recovery)
        parts << "ErrorRecoveryPolicy";
    else if (policy.breaker)
        parts << tr("%1 preset").arg(QString::fromStdString(policy.breaker->preset));
    if (const int changed = form_->changedRows(); changed > 0) parts << tr("%1 changed").arg(changed);
    return parts.join(", ");
}

} // namespace halfopen
