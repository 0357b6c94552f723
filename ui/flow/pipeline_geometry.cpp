// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pipeline_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

#include "ui/flow/flow_words.h"

namespace halfopen {

namespace {

constexpr double kPad = 10, kTop = 4, kBottom = 8;
constexpr double kTitleHeight = 16, kCaptionHeight = 13;
constexpr double kBoxLow = 20, kBoxMin = 34, kBoxMax = 44, kRowGapMin = 7, kRowGapMax = 16;
constexpr double kOffWidth = 24, kOffCompact = 7, kOffHeight = 20, kOffCompactHeight = 10;
constexpr double kNumberGap = 25, kNumberGapCompact = 23, kPlainGap = 6, kPlainGapCompact = 5;
constexpr double kLastGapMax = 64, kFirstGapMin = 36, kWideNumber = 8;
constexpr double kBreakerMin = 156, kBreakerMinCompact = 128, kBreakerMax = 236;
constexpr double kOffTitleApart = 6; ///< from the titles beside it
constexpr double kTextPad = 5, kTitlePad = 4, kCallersLeast = 44;
constexpr double kServiceMin = 72, kServiceMax = 120, kServiceMaxCompact = 84;
/// Of the height that the rows leave empty, so much stands above them.
constexpr double kSpareAbove = 0.4;
/// Boxes grow by steps, so that they stand still while their numbers move.
constexpr double kStep = 4;

double stepped(double width) { return std::ceil(width / kStep) * kStep; }

/// The widths of one column of boxes, and of the gap before it.
struct Column {
    double width = 0, gap = kPlainGap;
    double titleExcess = 0; ///< how far its title is wider than its boxes
    bool on = false, flexible = false;
};

/// A pipeline while it is laid out.
class Maker {
public:
    Maker(const Pipeline &pipeline, const TextWidth &widthOf) : pipeline_(pipeline), widthOf_(widthOf) {}
    double measure(bool compact);
    PipelineGeometry place(QSizeF available);

private:
    double numberGap(double perSecond) const {
        const bool wide = widthOf_(flowRate(perSecond), false) > 20;
        return (compact_ ? kNumberGapCompact : kNumberGap) + (wide ? kWideNumber : 0);
    }
    void measureColumn(std::size_t k, bool compact);
    void spread(double left);
    double rowPitch(double available, double &box) const;
    /// Room for captions and titles above the boxes of a row.
    double aboveRow() const;
    PipelineGeometry::Row placeRow(const PipelineRow &row, double top, double box) const;
    void placeTitles(PipelineGeometry &geometry) const;
    void placeOffTitles(PipelineGeometry &geometry, std::size_t r, double top) const;

    const Pipeline &pipeline_;
    const TextWidth &widthOf_;
    bool compact_ = false;
    double callers_ = kCallersLeast, service_ = 0, lastGap_ = 0;
    double head_ = 0; ///< empty above the first title
    std::array<Column, kStages> columns_;
};

void Maker::measureColumn(std::size_t k, bool compact) {
    Column &column = columns_[k];
    column = {};
    column.gap = compact ? kPlainGapCompact : kPlainGap;
    for (const PipelineRow &row : pipeline_.rows) {
        const StageBox &box = row.boxes[k];
        if (!box.on) continue;
        column.on = true;
        column.flexible = column.flexible || box.stage == Stage::breaker;
        const double text = std::max(widthOf_(box.first, false), widthOf_(box.second, false)) + 2 * kTextPad;
        column.width = std::max(column.width, box.stage != Stage::breaker ? stepped(text)
                                              : compact                   ? kBreakerMinCompact
                                                                          : kBreakerMin);
        column.gap = std::max(column.gap, numberGap(box.perSecond));
    }
    if (!column.on) column.width = compact ? kOffCompact : kOffWidth;
    if (!pipeline_.oneOrder || (!column.on && compact)) return;
    const double title = widthOf_(titleOf(pipeline_.rows[0].boxes[k].stage), false) + kTitlePad;
    column.titleExcess = std::max(0.0, title - column.width);
}

/// The width that everything takes, without what may grow.
double Maker::measure(bool compact) {
    compact_ = compact;
    for (std::size_t k = 0; k < kStages; ++k) {
        measureColumn(k, compact);
        const double before = k > 0 ? columns_[k - 1].titleExcess : 0; // titles reach over the gaps
        columns_[k].gap = std::max(columns_[k].gap, (columns_[k].titleExcess + before) / 2);
    }
    columns_[0].gap = std::max(columns_[0].gap, kFirstGapMin);
    service_ = kServiceMin;
    lastGap_ = 0;
    for (const PipelineRow &row : pipeline_.rows) {
        const double text = std::max(widthOf_(row.service.name, true), widthOf_(row.service.state, false));
        service_ =
            std::max(service_, std::min(compact ? kServiceMaxCompact : kServiceMax, stepped(text + 2 * kTextPad)));
        lastGap_ = std::max(lastGap_, numberGap(row.service.perSecond));
    }
    callers_ = std::max(kCallersLeast, stepped(widthOf_(callersWord(), false) + kTextPad));
    double total = 2 * kPad + callers_ + lastGap_ + service_;
    for (const Column &column : columns_)
        total += column.width + column.gap;
    return total;
}

/// Gives away what is left of the width: to breakers first, then to the arrow before the service, then to all.
void Maker::spread(double left) {
    for (Column &column : columns_) {
        if (!column.flexible) continue;
        const double more = std::clamp(left, 0.0, kBreakerMax - column.width);
        column.width += more;
        left -= more;
    }
    const double more = std::clamp(left, 0.0, kLastGapMax - lastGap_);
    lastGap_ += more;
    left -= more;
    if (left <= 0) return;
    for (Column &column : columns_)
        column.gap += std::min(left / kStages, 24.0);
}

double Maker::aboveRow() const {
    const bool captions =
        std::ranges::any_of(pipeline_.rows, [](const PipelineRow &row) { return !row.caption.isEmpty(); });
    return (captions ? kCaptionHeight : 0) + (pipeline_.oneOrder ? 0 : kTitleHeight);
}

double Maker::rowPitch(double available, double &box) const {
    const double pitch = std::floor(available / static_cast<double>(pipeline_.rows.size()) - aboveRow());
    const bool low = pitch < kBoxMin + kRowGapMin;
    box = low ? kBoxLow : std::clamp(pitch - kRowGapMin, kBoxMin, kBoxMax);
    return std::clamp(pitch, box + kRowGapMin, box + kRowGapMax) + aboveRow();
}

PipelineGeometry::Row Maker::placeRow(const PipelineRow &row, double top, double box) const {
    PipelineGeometry::Row placed;
    placed.middle = std::floor(top + box / 2);
    double x = kPad + callers_;
    double from = x;
    for (std::size_t k = 0; k < kStages; ++k) {
        const Column &column = columns_[k];
        x += column.gap;
        const bool on = row.boxes[k].on;
        const double height = on ? box : compact_ ? kOffCompactHeight : kOffHeight;
        const double width = on ? column.width : compact_ ? kOffCompact : kOffWidth;
        const QRectF rect(std::round(x + (column.width - width) / 2), std::floor(placed.middle - height / 2), width,
                          height);
        placed.boxes.push_back(rect);
        if (on) {
            placed.arrows.push_back({from, rect.left(), placed.middle, flowRate(row.boxes[k].perSecond)});
            from = rect.right();
            if (row.boxes[k].stage == Stage::breaker && !row.caption.isEmpty())
                placed.caption =
                    QRectF(rect.left() - 20, rect.top() - kCaptionHeight, rect.width() + 40, kCaptionHeight);
        }
        x += column.width;
    }
    x += lastGap_;
    placed.service = QRectF(std::round(x), std::floor(placed.middle - box / 2), service_, box);
    placed.arrows.push_back({from, placed.service.left(), placed.middle, flowRate(row.service.perSecond)});
    if (placed.caption.isEmpty() && !row.caption.isEmpty())
        placed.caption = QRectF(kPad + callers_ + 30, placed.service.top() - kCaptionHeight, 160, kCaptionHeight);
    if (row.leg > 0) placed.fallback = QRectF(kPad + callers_ + 1, placed.service.top(), columns_[0].gap - 4, box);
    return placed;
}

void Maker::placeTitles(PipelineGeometry &geometry) const {
    const auto add = [&](const QRectF &over, double top, const QString &text, bool on) {
        const double width = widthOf_(text, false) + 8;
        geometry.titles.push_back({QRectF(over.center().x() - width / 2, top, width, kTitleHeight), text, on});
    };
    for (std::size_t r = 0; r < pipeline_.rows.size(); ++r) {
        if (pipeline_.oneOrder && r > 0) break;
        const PipelineGeometry::Row &row = geometry.rows[r];
        const double top = pipeline_.oneOrder
                               ? head_ + kTop
                               : row.service.top() - kTitleHeight + 1 - (row.caption.isEmpty() ? 0 : kCaptionHeight);
        for (std::size_t k = 0; k < kStages; ++k) {
            const bool on = pipeline_.oneOrder ? columns_[k].on : pipeline_.rows[r].boxes[k].on;
            if (on || !compact_) add(row.boxes[k], top, titleOf(pipeline_.rows[r].boxes[k].stage), on);
        }
        if (r == 0) add(row.service, top, QCoreApplication::translate("halfopen::Pipeline", "service"), true);
        if (compact_) placeOffTitles(geometry, r, top);
    }
}

/// Marks of layers that are off, side by side: their names where there is room between the titles of what is on, else
/// the one word "off".
void Maker::placeOffTitles(PipelineGeometry &geometry, std::size_t r, double top) const {
    const PipelineGeometry::Row &row = geometry.rows[r];
    const auto isOn = [&](std::size_t k) { return pipeline_.oneOrder ? columns_[k].on : pipeline_.rows[r].boxes[k].on; };
    const auto own = [&](std::size_t k) { return widthOf_(titleOf(pipeline_.rows[r].boxes[k].stage), false); };
    const auto edge = [&](std::size_t k, int side) { // of an "on" title, or of the box where that is wider
        return row.boxes[k].center().x() + side * own(k) / 2;
    };
    for (std::size_t k = 0; k < kStages;) {
        if (isOn(k)) {
            ++k;
            continue;
        }
        const std::size_t first = k;
        QStringList names;
        for (; k < kStages && !isOn(k); ++k)
            names << titleOf(pipeline_.rows[r].boxes[k].stage);
        const double middle = (row.boxes[first].left() + row.boxes[k - 1].right()) / 2;
        const double left = first > 0 ? edge(first - 1, 1) : kPad;
        const QString service = QCoreApplication::translate("halfopen::Pipeline", "service");
        const double right = k < kStages ? edge(k, -1) : row.service.center().x() - widthOf_(service, false) / 2;
        const double room = right - left - kOffTitleApart;
        const QString off = QCoreApplication::translate("halfopen::Pipeline", "off");
        for (const QString &text : {names.join(" · "), off}) {
            const double width = widthOf_(text, false);
            if (width > room && text != off) continue;
            const double least = left + kOffTitleApart / 2, most = right - kOffTitleApart / 2 - width;
            const double x = std::clamp(middle - width / 2, std::min(least, most), std::max(least, most));
            geometry.titles.push_back({QRectF(x - 1, top, width + 2, kTitleHeight), text, false});
            break;
        }
    }
}

PipelineGeometry Maker::place(QSizeF available) {
    const double natural = measure(compact_);
    spread(available.width() - natural);
    PipelineGeometry geometry;
    geometry.compact = compact_;
    const double head = kTop + (pipeline_.oneOrder ? kTitleHeight : 0);
    double box = kBoxMin;
    const double pitch = rowPitch(available.height() - head - kBottom + kRowGapMin, box);
    geometry.low = box < kBoxMin;
    const double rows = pitch * static_cast<double>(pipeline_.rows.size()) - pitch + aboveRow() + box;
    const double spare = std::max(0.0, available.height() - head - rows - kBottom);
    head_ = std::floor(spare * kSpareAbove);
    double top = head_ + head + aboveRow();
    for (const PipelineRow &row : pipeline_.rows) {
        geometry.rows.push_back(placeRow(row, top, box));
        top += pitch;
    }
    placeTitles(geometry);
    const double bottom = geometry.rows.back().service.bottom();
    geometry.callers =
        QRectF(kPad, geometry.rows.front().service.top(), callers_, bottom - geometry.rows.front().service.top());
    const double width = geometry.rows.front().service.right() + kPad;
    geometry.size = QSizeF(std::max(available.width(), width), std::max(available.height(), bottom + kBottom));
    return geometry;
}

} // namespace

PipelineGeometry geometryOf(const Pipeline &pipeline, QSizeF available, const TextWidth &widthOf) {
    if (pipeline.rows.empty()) return {available, false, false, 0, {}, {}, {}};
    Maker maker(pipeline, widthOf);
    const double least = maker.measure(true);
    if (maker.measure(false) > available.width()) maker.measure(true);
    PipelineGeometry geometry = maker.place(available);
    geometry.least = least;
    return geometry;
}

std::optional<PipelineGeometry::Place> PipelineGeometry::placeAt(QPointF at) const {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t k = 0; k < rows[r].boxes.size(); ++k)
            if (rows[r].boxes[k].adjusted(-1, -1, 1, 1).contains(at)) return Place{r, k};
        if (rows[r].service.contains(at)) return Place{r, kServicePlace};
    }
    return std::nullopt;
}

QRectF PipelineGeometry::rectOf(const Place &place) const {
    if (place.row >= rows.size()) return {};
    const Row &row = rows[place.row];
    return place.box < row.boxes.size() ? row.boxes[place.box] : row.service;
}

std::size_t PipelineGeometry::dropBefore(const PipelineRow &row, std::size_t rowIndex, double x) const {
    std::size_t before = 0;
    for (std::size_t k = 0; k < row.boxes.size(); ++k)
        if (layerOf(row.boxes[k].stage) && rows[rowIndex].boxes[k].center().x() < x) ++before;
    return before;
}

double PipelineGeometry::dropX(const PipelineRow &row, std::size_t rowIndex, std::size_t before) const {
    std::size_t layer = 0;
    for (std::size_t k = 0; k < row.boxes.size(); ++k) {
        if (!layerOf(row.boxes[k].stage)) continue;
        if (layer++ == before) return rows[rowIndex].boxes[k].left() - 4;
    }
    const auto last = std::ranges::find(row.boxes, Stage::hedge, &StageBox::stage) - row.boxes.begin();
    return rows[rowIndex].boxes[static_cast<std::size_t>(last)].left() - 4;
}

} // namespace halfopen
