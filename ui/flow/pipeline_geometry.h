// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QRectF>

#include "ui/flow/pipeline.h"

namespace halfopen {

/// Where a line goes and what stands above it.
struct FlowArrow {
    double x0 = 0, x1 = 0, y = 0;
    QString number; ///< calls a second; empty where it is that of the arrow before
};

/// Where everything of a pipeline stands, in pixels of its widget. Pure: no widget, no painter.
struct PipelineGeometry {
    struct Title {
        QRectF rect;
        QString text;
        bool on = false;
    };
    struct Row {
        std::vector<QRectF> boxes; ///< as PipelineRow::boxes
        QRectF service;
        QRectF caption;
        QRectF fallback; ///< the sign and the number of those that fell back to it; empty on the first row
        std::vector<FlowArrow> arrows; ///< [i] leads to the i-th box that is on; the last to the service
        double middle = 0;
    };
    QSizeF size;          ///< at least what was available; beyond, the view scrolls
    bool compact = false; ///< narrow: layers that are off are mere marks on the line
    bool low = false;     ///< little height: one line a box
    double least = 0;     ///< width below which it scrolls
    QRectF callers;
    std::vector<Title> titles;
    std::vector<Row> rows;

    /// A box: its row and its place in Row::boxes; kServicePlace is the service.
    struct Place {
        std::size_t row = 0, box = 0;
        friend bool operator==(const Place &, const Place &) = default;
    };
    static constexpr std::size_t kServicePlace = kStages;
    std::optional<Place> placeAt(QPointF at) const;
    QRectF rectOf(const Place &place) const;
    /// For a layer dragged to x: before which place of the whole order it would come to stand (0 to 5).
    std::size_t dropBefore(const PipelineRow &row, std::size_t rowIndex, double x) const;
    /// Where the mark of such a drop stands.
    double dropX(const PipelineRow &row, std::size_t rowIndex, std::size_t before) const;
};

/// Width of a text at 11 px, plain or semibold.
using TextWidth = std::function<double(const QString &, bool semibold)>;

PipelineGeometry geometryOf(const Pipeline &pipeline, QSizeF available, const TextWidth &widthOf);

} // namespace halfopen
