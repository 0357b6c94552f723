// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "engine/insight/series.h"
#include "ui/session/bookmarks.h"
#include "ui/session/playhead.h"
#include "ui/session/run.h"
#include "ui/session/selection.h"
#include "ui/theme/theme.h"
#include "ui/timeline/fault_edits.h"
#include "ui/timeline/request_shape.h"
#include "ui/timeline/track_stack.h"

class QLineEdit;
class QMenu;
class QScrollBar;

namespace halfopen {

class FaultsTrack;
class OverviewStrip;

/// The tracks of a run on one time axis, with one hairline through all of them and the whole run beneath.
///
/// Wheel zooms at the cursor (Ctrl finer, Shift faster), dragging pans, dragging with the middle button zooms to the
/// range, dragging with Shift selects one. A click goes to that time and selects what lies there, a double click on a
/// request zooms to it. W S A D zoom and pan, Left and Right move the playhead, Home and End go to the ends, I and O
/// begin and end a range at the playhead, Esc ends it, F shows the range, what is selected and the whole run in turn.
///
/// With a document its faults are edited here: bars are moved and resized by dragging, with Alt and the arrows once one
/// is selected, and from a menu. Every drag is one step of undo.
///
/// B sets a bookmark at the playhead or takes it away, Ctrl+B and Ctrl+Shift+B go to the next and the previous one,
/// F2 writes a note to it.
///
/// What the trace holds is painted into a picture that is renewed when span, size, theme or trace change; a frame of
/// playing only draws that picture and the hairline. Renewing takes at most a third of the wall time.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    TimelineView(Run *run, Playhead &playhead, Selection &selection, TimeSpan &span, const Theme &theme,
                 QWidget *parent = nullptr);
    ~TimelineView() override;

    void setRun(Run *run); ///< nullptr: an empty state that says so
    void setDocument(ScenarioDocument &document); ///< whose faults can be edited here; it outlives the view
    void setBookmarks(Bookmarks &bookmarks);      ///< to show and to edit; they outlive the view
    /// A trace without a run: what the pointers lead to must outlive it.
    void setSource(const std::optional<TraceSource> &source);

    void zoomBy(double factor, double x); ///< < 1 zooms in; x stays where it is
    void panBy(double px);                ///< > 0 towards later times
    void showWhole();
    /// Zooms to the selected range; when that is shown already, to the selected request or transition; then to the
    /// whole run.
    void focusSelection();
    QString subtitle() const; ///< what is shown, and what is selected

    const TrackStack &stack() const { return stack_; }
    /// Which tracks are shown and in which order, see TrackStack::arrangement().
    void arrangeTracks(const QStringList &arrangement);
    void keepArrangement(); ///< in the person's settings, from now on
    const RunSeries *ghost() const { return ghost_ ? &*ghost_ : nullptr; } ///< of the run before the last edit
    TimeAxis axis() const;
    double tracksTop() const; ///< y of the first track
    QSize sizeHint() const override { return {804, 560}; }
    QSize minimumSizeHint() const override { return {420, 240}; }

signals:
    void told(const QString &message); ///< for the status line: why an edit was refused, what is selected

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeGrowth();
    void renewSource();
    void markStale();
    void refreshShapes();
    void renewLayer();
    TrackContext context(const TimeAxis &axis) const;
    void paintHairlines(QPainter &painter, const TrackContext &context);
    void placeChildren();
    void describeForAccessibility();
    void showStretch(const Stretch &stretch) { span_.set(stretch.from, stretch.to); }
    Stretch view() const { return {span_.from(), span_.to()}; }
    std::optional<TrackHit> hitAt(QPointF at);
    void hover(QPointF at, QPoint global);
    void clickAt(QPointF at);
    std::optional<Stretch> extentOfSelection() const;
    TimeRange pressedRange(double x) const;
    bool escape();

    bool pressBookmarkKey(const QKeyEvent &event);
    void goToBookmark(Direction direction);
    void toggleBookmark();
    void editNote(qsizetype place);
    std::optional<qsizetype> bookmarkAt(QPointF at) const;
    std::optional<qsizetype> bookmarkHere() const; ///< at the playhead

    bool takeFault(QPointF at);
    void dragFault(QPointF at, Qt::KeyboardModifiers modifiers);
    void dropFault();
    void giveFaultBack();
    bool pressFaultKey(const QKeyEvent &event);
    void selectNextFault(int by);
    void stepFault(FaultGrip grip, int by);
    void paintFaultDrag(QPainter &painter, const TrackContext &context);
    void tell(const FaultEdits::Refusal &refusal);
    void addFaultMenu(QMenu &menu, const std::optional<FaultHit> &hit, SimTime at);
    void addTracksMenu(QMenu &menu);
    void keepGhost();
    void showMenu(const std::optional<FaultHit> &hit, SimTime at, std::optional<std::size_t> row, QPoint global);
    void arranged();
    QString sideTextAt(QPointF at) const;

    Playhead &playhead_;
    Selection &selection_;
    TimeSpan &span_;
    const Theme &theme_;
    QPointer<Run> run_;
    std::optional<TraceSource> source_;
    std::optional<RunSeries> series_;
    std::optional<QueueSeries> queues_;
    std::optional<RunSeries> ghost_;
    int ghostStep_ = -1; ///< of the undo stack when the ghost was taken
    QStringList firstArrangement_;
    bool keepsArrangement_ = false;
    TrackStack stack_;
    OverviewStrip *overview_;
    QScrollBar *scroll_;

    QPixmap layer_;
    bool stale_ = true;
    double renewCostMs_ = 0;
    QTimer growth_;
    std::optional<RequestShape> selectedShape_, hoveredShape_;

    std::optional<double> hoverX_;
    enum class Drag { none, pan, zoom, range, fault }; ///< what the pressed button does once it is moved
    Drag drag_ = Drag::none;
    Qt::MouseButton pressed_ = Qt::NoButton;
    QPointF pressAt_;
    Stretch pressView_;
    std::optional<TimeRange> rangeBefore_; ///< the drag
    bool dragging_ = false;

    Bookmarks *bookmarks_ = nullptr;
    QPointer<QLineEdit> note_; ///< while one is written

    FaultsTrack *faults_ = nullptr; ///< of the stack
    std::optional<FaultEdits> edits_;
    struct HeldFault {
        FaultDrag drag;
        quint64 gesture = 0;
        bool live = false; ///< the run is computed anew while it is dragged, not only at the end
        QString reason;    ///< why the document does not take it
    };
    std::optional<HeldFault> held_;
    quint64 keyGesture_ = 0; ///< steps with Alt held are one
};

} // namespace halfopen
