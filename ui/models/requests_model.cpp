// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requests_model.h"

#include <algorithm>
#include <functional>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

constexpr int kCachedRows = 512;
constexpr std::uint32_t kRequestsPerSlice = 3000;

Glyph glyphOf(RequestStep step) {
    switch (step) {
    case RequestStep::success: return Glyph::success;
    case RequestStep::failure: return Glyph::failure;
    case RequestStep::timeout: return Glyph::timeout;
    case RequestStep::refused: return Glyph::refused;
    case RequestStep::fallback: return Glyph::fallback;
    case RequestStep::healed: return Glyph::healed;
    case RequestStep::not_healed: return Glyph::notHealed;
    case RequestStep::given_up: return Glyph::shed;
    }
    return Glyph::failure;
}

/// The number of requests that had started by `at`: they are numbered in order of start.
std::size_t startedBy(const TraceIndex &index, SimTime at) {
    std::size_t low = 0, high = index.requests();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (index.request(static_cast<std::uint32_t>(middle) + 1).started <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

QList<Glyph> glyphsOf(const RequestSummary &summary) {
    QList<Glyph> glyphs;
    for (const RequestStep step : summary.steps)
        glyphs << glyphOf(step);
    return glyphs;
}

RequestsModel::RequestsModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent), session_(session), search_(this), cache_(kCachedRows) {
    search_.setInterval(0);
    connect(&search_, &QTimer::timeout, this, &RequestsModel::search);
    connect(&session, &Session::runChanged, this, &RequestsModel::reset);
    connect(&session.playhead(), &Playhead::moved, this, &RequestsModel::follow);
    reset();
}

void RequestsModel::reset() {
    beginResetModel();
    cache_.clear();
    matches_.clear();
    started_ = startedBy(session_.run().index(), session_.playhead().viewed());
    examined_ = static_cast<std::uint32_t>(started_) + 1;
    endResetModel();
    search_.stop();
    if (!filter_.isEmpty()) search_.start();
}

void RequestsModel::follow() {
    const std::size_t before = started_;
    const std::size_t now = startedBy(session_.run().index(), session_.playhead().viewed());
    cache_.clear(); // rows tell what was known at the hairline
    if (!filter_.isEmpty()) {
        if (now != before) reset();
        return;
    }
    if (now > before) {
        beginInsertRows({}, 0, static_cast<int>(now - before) - 1);
        started_ = now;
        endInsertRows();
    } else if (now < before) {
        beginRemoveRows({}, 0, static_cast<int>(before - now) - 1);
        started_ = now;
        endRemoveRows();
    }
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void RequestsModel::search() {
    std::vector<std::uint32_t> found;
    for (std::uint32_t n = 0; n < kRequestsPerSlice && examined_ > 1; ++n) {
        --examined_;
        const QString outcomeText = QString::fromStdString(summary(examined_).outcome);
        const QString number = QString::number(examined_);
        const bool fits = std::ranges::all_of(filter_, [&](const QString &word) {
            return (word.startsWith('#') ? word.mid(1) : word) == number ||
                   outcomeText.contains(word, Qt::CaseInsensitive);
        });
        if (fits) found.push_back(examined_);
    }
    if (!found.empty()) {
        const int first = static_cast<int>(matches_.size());
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        matches_.insert(matches_.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (examined_ <= 1) search_.stop();
}

void RequestsModel::setFilter(const QString &text) {
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    if (words == filter_) return;
    filter_ = words;
    reset();
}

int RequestsModel::rowCount(const QModelIndex &parent) const {
    if (parent.isValid()) return 0;
    return static_cast<int>(filter_.isEmpty() ? started_ : matches_.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int{columns}; }

std::uint32_t RequestsModel::requestOfRow(int row) const {
    if (row < 0 || row >= rowCount()) return 0;
    return filter_.isEmpty() ? static_cast<std::uint32_t>(started_) - static_cast<std::uint32_t>(row)
                             : matches_[static_cast<std::size_t>(row)];
}

int RequestsModel::rowOfRequest(std::uint32_t number) const {
    if (filter_.isEmpty()) return number == 0 || number > started_ ? -1 : static_cast<int>(started_ - number);
    const auto place = std::ranges::lower_bound(matches_, number, std::greater<>{});
    return place != matches_.end() && *place == number ? static_cast<int>(place - matches_.begin()) : -1;
}

const RequestSummary &RequestsModel::summary(std::uint32_t number) const {
    if (const RequestSummary *known = cache_.object(number)) return *known;
    const Run &run = session_.run();
    auto *fresh =
        new RequestSummary(summary_of(run.scenario(), run.trace(), run.index(), number, session_.playhead().viewed()));
    cache_.insert(number, fresh);
    return *fresh;
}

QVariant RequestsModel::text(const RequestSummary &row, int column) const {
    switch (column) {
    case request: return QString("#%1").arg(row.request);
    case start: return QString::fromStdString(format_time(row.started));
    case calls: return row.calls;
    case waited: return row.waited.count() == 0 ? tr("none") : QString::fromStdString(format_duration(row.waited));
    case latency: return QString::fromStdString(format_duration(row.latency));
    case cost: return QString::fromStdString(format_usd(usd(row.cost)));
    case outcome: return QString::fromStdString(row.outcome);
    default: return {};
    }
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const {
    const std::uint32_t number = index.isValid() ? requestOfRow(index.row()) : 0;
    if (number == 0 || number > session_.run().index().requests()) return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return int((column == steps || column == outcome ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const bool spoken = role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (column == steps && (role == StepsRole || spoken)) {
        const QList<Glyph> glyphs = glyphsOf(summary(number));
        if (role == StepsRole) return QVariant::fromValue(glyphs);
        QStringList words;
        for (const Glyph glyph : glyphs)
            words << wordOf(glyph);
        return words.join(", ");
    }
    return role == Qt::DisplayRole || spoken ? text(summary(number), column) : QVariant();
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == steps || section == outcome ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("request"), tr("start"),   tr("what happened"), tr("calls"),
                             tr("waited"),  tr("latency"), tr("cost"),          tr("outcome and reason")};
    return names[section];
}

} // namespace halfopen
