// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include "ui/session/bookmarks.h"
#include "ui/session/find_moment.h"
#include "ui/session/playhead.h"
#include "ui/session/run.h"
#include "ui/session/scenario_document.h"
#include "ui/session/selection.h"

namespace halfopen {

/// What one window works on: the document, the run computed from it, where the person looks and what is selected.
/// An edit makes a new run beside the old one; the new one takes its place as soon as it has reached what is
/// looked at, so that nothing flickers and nothing blocks. Edits that come faster are left out: the newest wins.
class Session : public QObject {
    Q_OBJECT
public:
    /// Precondition: the document has been opened.
    explicit Session(ScenarioDocument &document, QObject *parent = nullptr);
    ~Session() override;

    ScenarioDocument &document() { return document_; }
    const ScenarioDocument &document() const { return document_; }
    Run &run() { return *run_; }
    const Run &run() const { return *run_; }
    Playhead &playhead() { return playhead_; }
    const Playhead &playhead() const { return playhead_; }
    Selection &selection() { return selection_; }
    TimeSpan &span() { return span_; }
    Bookmarks &bookmarks() { return bookmarks_; }

    /// The end of the time axis: the duration, or how far the run went beyond it.
    SimTime axisEnd() const;
    /// Waits until the newest edit is on the screen (for --capture and tests). False when `ms` passed before.
    bool waitUntilSettled(int ms);

    void togglePlay(); ///< at the end of a finished run it plays from the start
    void step(Direction direction);
    /// Pauses and looks at the nearest moment of that kind; false when there is none.
    bool goTo(Moment moment, Direction direction);
    /// The next transition of the selected breaker, or the first of any when none is selected; selects it.
    bool goToTransition(Direction direction);
    void showAt(SimTime at); ///< seeks and brings it into the view
    void goLive();           ///< follows what is computed, and brings its end into the view
    void selectTransition(std::uint32_t breaker, std::size_t record); ///< and looks at it
    void selectRequest(std::uint32_t request);                        ///< and looks at it
    void fitSpan();                                                   ///< the whole run

signals:
    void runChanged(); ///< run() is another one; everything taken from the old one is gone
    void runGrew();    ///< run() has computed more, or ended

private:
    void restart(); ///< after another document
    void rerun();   ///< after an edit
    void startNext();
    void considerNext();
    void promoteNext();
    void watch(Run &run);
    void takeComputed();
    std::optional<Playhead::Worth> firstHalfOpen(SimTime from, SimTime to) const;
    void follow();
    void bringIntoView(SimTime at);
    std::optional<TransitionPlace> firstTransition(Direction direction, std::uint32_t &breaker) const;

    ScenarioDocument &document_;
    std::unique_ptr<Run> run_, next_;
    bool again_ = false; ///< edited since next_ began
    QTimer patience_;    ///< a slow next_ is shown while it grows
    Playhead playhead_;
    Selection selection_;
    TimeSpan span_;
    Bookmarks bookmarks_;
};

} // namespace halfopen
