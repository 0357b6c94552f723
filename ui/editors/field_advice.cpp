// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field_advice.h"

#include <algorithm>

#include <QPainter>

namespace halfopen {

namespace {

constexpr int kBar = 2, kIndent = 8;

QString sentence(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text.endsWith('.') ? text : text + '.';
}

FieldAdvice fieldAdvice(const Advice &advice, const QString &path) {
    return {path, sentence(QString::fromStdString(advice.evidence)),
            QString::fromStdString(advice.why + " " + advice.what_to_do), advice.kind == AdviceKind::contradiction};
}

bool startsAt(const QString &path, const QString &base) {
    return path == base || path.startsWith(base + '.') || path.startsWith(base + '[');
}

} // namespace

QList<FieldAdvice> adviceOnPolicy(const std::vector<Advice> &advice, const Scenario &scenario, const LegTab &leg) {
    QList<FieldAdvice> out;
    const QString place = QString("operations.%1.chain[%2]")
                              .arg(QString::fromStdString(scenario.operations[leg.operation].name))
                              .arg(leg.leg);
    const QString policy =
        leg.policy ? "policies." + QString::fromStdString(scenario.policies[*leg.policy].name) : QString();
    for (const Advice &one : advice) {
        const QString path = QString::fromStdString(one.path);
        if (leg.ofLeg && startsAt(path, place)) out << fieldAdvice(one, {});
        else if (!policy.isEmpty() && startsAt(path, policy)) out << fieldAdvice(one, path);
    }
    return out;
}

QList<FieldAdvice> adviceOnWorld(const std::vector<Advice> &advice) {
    QList<FieldAdvice> out;
    for (const Advice &one : advice) {
        const bool ofLeg = one.path.find(".chain[") != std::string::npos; // stands with the leg's policy
        if (!one.path.starts_with("policies.") && !ofLeg) out << fieldAdvice(one, QString::fromStdString(one.path));
    }
    return out;
}

AdviceLabel::AdviceLabel(const Theme &theme, QWidget *parent) : QLabel(parent), theme_(theme) {
    setObjectName("advice");
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
    setContentsMargins(kIndent, 1, 0, 3);
    hide();
    connect(&theme, &Theme::changed, this, &AdviceLabel::showTheme);
    showTheme();
}

void AdviceLabel::showTheme() { setFont(theme_.font(11)); }

void AdviceLabel::show(const QList<FieldAdvice> &advice) {
    QStringList texts, tips;
    contradiction_ = false;
    for (const FieldAdvice &one : advice) {
        texts << one.text;
        tips << one.advice.toHtmlEscaped();
        contradiction_ = contradiction_ || one.contradiction;
    }
    setText(texts.join('\n'));
    setToolTip(tips.isEmpty() ? QString() : "<p style='white-space:normal'>" + tips.join("</p><p>") + "</p>");
    setAccessibleName(tr("Advice"));
    setAccessibleDescription(texts.join(' '));
    setVisible(!texts.isEmpty());
    update();
}

void AdviceLabel::paintEvent(QPaintEvent *event) {
    QLabel::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, 2, kBar, height() - 5),
                     contradiction_ ? theme_.colours().text : theme_.colours().mutedText);
}

} // namespace halfopen
