// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/requests_pane.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

constexpr int kNarrow = 660; ///< below it the outcome would have no room

/// Paints what happened to a request as a row of signs.
class StepsDelegate final : public QStyledItemDelegate {
public:
    StepsDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const auto glyphs = index.data(RequestsModel::StepsRole).value<QList<Glyph>>();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setClipRect(option.rect);
        constexpr double pitch = 16;
        double x = option.rect.left() + 14;
        for (const Glyph glyph : glyphs) {
            if (x + pitch > option.rect.right() && glyph != glyphs.last()) {
                painter->setPen(theme_.colours().mutedText);
                painter->drawText(QRectF(x - 4, option.rect.top(), pitch, option.rect.height()), Qt::AlignCenter, "…");
                break;
            }
            paintGlyph(*painter, glyph, {x, option.rect.center().y() + 0.5}, 11, theme_);
            x += pitch;
        }
        painter->restore();
    }

private:
    const Theme &theme_;
};

} // namespace

RequestsPane::RequestsPane(Session &session, const Theme &theme, QWidget *parent)
    : QuietTable(tr("Requests"), tr("#316, or a word of the outcome"), parent),
      session_(session),
      model_(new RequestsModel(session, this)) {
    setModel(model_);
    setEmptyText(tr("No request has started by this moment."));
    setWidths({76, 84, 152, 46, 70, 70, 70, 200}, RequestsModel::outcome);
    view_->setItemDelegateForColumn(RequestsModel::steps, new StepsDelegate(theme, this));
    connect(this, &QuietTable::picked, this, [this](int row) {
        if (const auto request = model_->requestOfRow(row)) session_.selectRequest(request);
    });
    connect(this, &QuietTable::hovered, this, [this](int row) {
        const std::uint32_t request = model_->requestOfRow(row);
        session_.selection().hoverRequest(request != 0 ? std::optional(request) : std::nullopt);
    });
    connect(this, &QuietTable::searched, model_, &RequestsModel::setFilter);
    connect(&session.selection(), &Selection::changed, this, &RequestsPane::showSelected);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &RequestsPane::showSelected);
    connect(model_, &QAbstractItemModel::rowsRemoved, this, &RequestsPane::showSelected);
    connect(model_, &QAbstractItemModel::modelReset, this, &RequestsPane::showSelected);
}

void RequestsPane::resizeEvent(QResizeEvent *event) {
    QuietTable::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    for (const int column : {RequestsModel::calls, RequestsModel::waited, RequestsModel::cost})
        view_->setColumnHidden(column, narrow);
}

void RequestsPane::showSelected() {
    const auto request = session_.selection().request();
    const int row = request ? model_->rowOfRequest(*request) : -1;
    if (row == currentRow()) return;
    setCurrentRow(row);
    if (sender() == &session_.selection() || !session_.playhead().playing()) bringIntoSight(row);
}

QString RequestsPane::note() const {
    return tr("newest first at %1 s · %2 requests so far")
        .arg(QString::number(seconds(session_.playhead().viewed()), 'f', 2),
             QLocale(QLocale::English).toString(qulonglong(model_->startedCount())));
}

} // namespace halfopen
