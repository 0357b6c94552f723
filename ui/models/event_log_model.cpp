// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/event_log_model.h"

#include <algorithm>

#include <QBrush>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {
constexpr std::size_t kRecordsPerSlice = 100'000;
} // namespace

EventLogModel::EventLogModel(Session &session, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), session_(session), theme_(theme), search_(this) {
    search_.setInterval(0);
    connect(&search_, &QTimer::timeout, this, &EventLogModel::searchOn);
    connect(&session, &Session::runChanged, this, &EventLogModel::reset);
    connect(&session, &Session::runGrew, this, &EventLogModel::grow);
    reset();
}

void EventLogModel::reset() {
    beginResetModel();
    matches_.clear();
    examined_ = 0;
    filter_ = RecordFilter(filterText_, session_.run().scenario(), session_.run().index().layout());
    filtered_ = !filter_.all();
    rows_ = filtered_ ? 0 : session_.run().trace().size();
    endResetModel();
    search_.stop();
    if (filtered_) search_.start();
}

void EventLogModel::grow() {
    if (filtered_) return search_.start();
    const std::size_t size = session_.run().trace().size();
    if (size <= rows_) return;
    beginInsertRows({}, static_cast<int>(rows_), static_cast<int>(size) - 1);
    rows_ = size;
    endInsertRows();
}

void EventLogModel::searchOn() {
    const TraceView &trace = session_.run().trace();
    const std::size_t end = std::min(trace.size(), examined_ + kRecordsPerSlice);
    std::vector<std::uint32_t> found;
    for (; examined_ < end; ++examined_) {
        if (filter_.fits(trace[examined_])) found.push_back(static_cast<std::uint32_t>(examined_));
    }
    if (!found.empty()) {
        const int first = static_cast<int>(matches_.size());
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        matches_.insert(matches_.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (examined_ < trace.size()) return;
    search_.stop();
    emit searched();
}

void EventLogModel::setFilter(const QString &text) {
    if (text == filterText_) return;
    filterText_ = text;
    reset();
}

int EventLogModel::rowCount(const QModelIndex &parent) const {
    if (parent.isValid()) return 0;
    return static_cast<int>(filtered_ ? matches_.size() : rows_);
}

int EventLogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int{columns}; }

std::size_t EventLogModel::recordOfRow(int row) const {
    const auto r = static_cast<std::size_t>(row);
    return filtered_ ? matches_[r] : r;
}

int EventLogModel::rowAt(SimTime at) const {
    const std::size_t record = session_.run().trace().upper_bound(at);
    if (!filtered_) return static_cast<int>(std::min(record, rows_)) - 1;
    const auto after = std::ranges::lower_bound(matches_, record, {}, [](std::uint32_t r) { return std::size_t{r}; });
    return static_cast<int>(after - matches_.begin()) - 1;
}

void EventLogModel::markViewed() {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::ForegroundRole});
}

QString EventLogModel::textOf(const TraceRecord &record) const {
    const Run &run = session_.run();
    const QString line = QString::fromStdString(describe(record, run.scenario(), run.index().layout()));
    // "61.273 s  #320  attempt 2 …": time and request have columns of their own.
    return line.section("  ", record.request == 0 ? 1 : 2);
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const {
    const TraceView &trace = session_.run().trace();
    const std::size_t number = index.isValid() ? recordOfRow(index.row()) : trace.size();
    if (number >= trace.size()) return {};
    const TraceRecord &record = trace[number];
    if (role == Qt::ForegroundRole)
        return record.time > session_.playhead().viewed() ? QVariant(QBrush(theme_.colours().mutedText)) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return index.column() == event ? QVariant() : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case time: return QString::fromStdString(format_time(record.time));
    case request: return record.request == 0 ? QString() : QString("#%1").arg(record.request);
    case event: return textOf(record);
    default: return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == event ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case time: return tr("time");
    case request: return tr("request");
    default: return tr("what happened, and why");
    }
}

} // namespace halfopen
