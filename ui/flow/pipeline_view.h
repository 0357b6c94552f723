// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QHash>
#include <QPixmap>
#include <QWidget>

#include "ui/flow/flow_dots.h"
#include "ui/flow/pipeline_geometry.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// The pipeline of one workload: a row for each leg, boxes from the callers to the service. Shows what it is given.
///
/// A click on a box activates it, dragging one moves its layer to another place in the order. Arrow keys move among the
/// boxes, Enter activates, Ctrl+Left and Ctrl+Right move the layer. Boxes and words are painted into a picture that is
/// renewed when they change; a frame of playing draws that picture and the dots.
class PipelineView : public QWidget {
    Q_OBJECT
public:
    using Place = PipelineGeometry::Place;
    explicit PipelineView(const Theme &theme, QWidget *parent = nullptr);

    void setPipeline(Pipeline pipeline);
    void setDots(std::vector<FlowDot> dots);
    void setSelectedBreaker(std::optional<std::uint32_t> breaker);
    /// The room that there is, in px; more than that is taken when the boxes need it.
    void setRoom(QSize room);

    const Pipeline &pipeline() const { return pipeline_; }
    /// In px of a window without zoom; presenters have everything larger by the theme's zoom.
    const PipelineGeometry &places() const { return geometry_; }
    QRectF rectOf(const Place &place) const; ///< in px of this widget
    std::optional<Place> placeAt(QPointF at) const;
    const std::vector<FlowDot> &dots() const { return dots_; }
    std::size_t primitives() const { return primitives_; } ///< drawn at the last renewal
    std::optional<Place> current() const { return current_; } ///< the box with the keyboard's focus
    void setCurrent(const Place &place);
    void activate(const Place &place);
    QString nameOf(const Place &place) const; ///< "breaker of gpt4_vision"
    QString tipOf(const Place &place) const;
    QSize sizeHint() const override;

signals:
    void layerActivated(std::size_t row, halfopen::Stage stage);
    void serviceActivated(std::size_t row);
    /// The layer is to stand before what is at place `before` of the whole order now.
    void moveAsked(std::size_t row, halfopen::LayerKind layer, std::size_t before);
    void settingsAsked(std::size_t row, halfopen::Stage stage); ///< Enter or a double click
    void stepAsked(std::size_t row, halfopen::LayerKind layer, int by); ///< one place out (-1) or in (1)
    void currentChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Drag {
        Place place;
        QPointF from, at;
        bool moving = false;
    };
    void layOut();
    QPointF toPlan(QPointF at) const { return at / theme_.zoom(); }
    double widthOf(const QString &text, bool semibold);
    void renew();
    void markStale();
    void paintDots(QPainter &painter) const;
    void paintDrag(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    void endDrag();
    void askSettings();
    bool isMovable(const Place &place) const;
    void moveCurrent(int rows, int boxes);
    void moveLayer(int by);
    std::optional<QPointF> pointOf(const FlowDot &dot) const;

    const Theme &theme_;
    Pipeline pipeline_;
    PipelineGeometry geometry_;
    QSize room_{600, 150};
    std::vector<FlowDot> dots_;
    std::optional<std::uint32_t> selectedBreaker_;
    std::optional<Place> current_;
    std::optional<Drag> drag_;
    QHash<QString, double> widths_[2]; ///< plain, semibold: measuring is most of laying out
    QPixmap layer_;
    bool stale_ = true;
    std::size_t primitives_ = 0;
};

} // namespace halfopen
