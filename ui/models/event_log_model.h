// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QTimer>

#include "ui/models/record_filter.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// Every fact of the run as a row, in order of time; what lies after the hairline is muted. A row is put into words
/// only when it is painted, and a filter is worked through in slices between frames, so that millions of rows do
/// not block.
class EventLogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { time, request, event, columns };
    EventLogModel(Session &session, const Theme &theme, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setFilter(const QString &text);
    bool filtering() const { return filtered_; }
    bool searching() const { return search_.isActive(); } ///< more rows may come
    std::size_t recordOfRow(int row) const;
    /// The last row at or before `at`; -1 when there is none.
    int rowAt(SimTime at) const;
    /// Called when the hairline moved: what is muted changes.
    void markViewed();

signals:
    void searched(); ///< a filter has worked through all that is computed

private:
    void reset();
    void grow();
    void searchOn();
    QString textOf(const TraceRecord &record) const;

    Session &session_;
    const Theme &theme_;
    QTimer search_;
    QString filterText_;
    RecordFilter filter_;
    bool filtered_ = false;
    std::size_t rows_ = 0;               ///< shown without a filter
    std::size_t examined_ = 0;           ///< records that the filter has seen
    std::vector<std::uint32_t> matches_; ///< record numbers
};

} // namespace halfopen
