// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include "engine/insight/request_summary.h"
#include "ui/session/session.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

/// The requests that have started by the hairline, newest first, as they stood at that moment. A row is worked out
/// only when it is painted.
class RequestsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { request, start, steps, calls, waited, latency, cost, outcome, columns };
    enum Role { StepsRole = Qt::UserRole + 1 }; ///< of the column `steps`: QList<Glyph>
    explicit RequestsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Words that must all fit: "#316" or "316" a request, else part of its outcome ("served by local_ocr").
    void setFilter(const QString &text);
    std::uint32_t requestOfRow(int row) const;
    int rowOfRequest(std::uint32_t number) const; ///< -1: not shown
    std::size_t startedCount() const { return started_; }

private:
    void reset();
    void follow(); ///< the hairline moved
    void search();
    const RequestSummary &summary(std::uint32_t request) const;
    QVariant text(const RequestSummary &summary, int column) const;

    Session &session_;
    QTimer search_;
    QStringList filter_;
    std::size_t started_ = 0;            ///< requests with started <= viewed
    std::uint32_t examined_ = 0;         ///< the filter has looked at the requests above this number
    std::vector<std::uint32_t> matches_; ///< newest first
    mutable QCache<std::uint32_t, RequestSummary> cache_;
};

QList<Glyph> glyphsOf(const RequestSummary &summary);

} // namespace halfopen

Q_DECLARE_METATYPE(QList<halfopen::Glyph>)
