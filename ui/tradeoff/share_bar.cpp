// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tradeoff/share_bar.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/fills.h"

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::TradeoffChart)
};

} // namespace

void paintShareBar(QPainter &painter, const QRectF &bar, const std::vector<TradeoffLeg> &legs, const Theme &theme) {
    const Colours &c = theme.colours();
    const QFont font = theme.font(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(c.mutedText);
    painter.drawText(QRectF(0, bar.top(), bar.left() - 6, bar.height()), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(Words::tr("served"), Qt::ElideRight, bar.left() - 8));
    double x = bar.left();
    double shade = 0.95;
    for (const TradeoffLeg &leg : legs) {
        const double share = leg.share.value_or(0.0);
        const QRectF part(x, bar.top(), share * bar.width(), bar.height());
        x += part.width();
        const QColor fill = blend(c.ghost, c.panel, shade);
        shade = std::max(0.25, shade - 0.3);
        if (share <= 0) continue;
        painter.fillRect(part.adjusted(0, 0, -1, 0), fill);
        painter.setPen(c.text);
        const QString percent = QString::number(100 * share, 'f', share < 0.1 ? 1 : 0) + " %";
        for (const QString &text : {Words::tr("%1 %2").arg(QString::fromStdString(leg.name), percent), percent}) {
            if (metrics.horizontalAdvance(text) > part.width() - 8) continue;
            painter.drawText(part.adjusted(5, 0, -3, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
            break;
        }
    }
    if (x > bar.left() + 0.5) return;
    painter.setPen(c.mutedText);
    painter.drawText(bar, Qt::AlignLeft | Qt::AlignVCenter, Words::tr("n/a: nothing that counts has been served yet"));
}

} // namespace halfopen
