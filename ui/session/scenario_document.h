// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>

#include "engine/base/issue.h"
#include "engine/files/document.h"
#include "engine/insight/lint/lint.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Why a file was not opened or not saved, for a panel beside the document.
struct FileProblem {
    QString headline;  ///< "broken.scenario.yaml was not opened: 3 errors"
    QStringList lines; ///< "broken.scenario.yaml:14:9: services.gpt4_vision.latency: expected a duration ..."
    Failure::Kind kind = Failure::Kind::bad_input;
};

/// The document: the text of a scenario file, which is the source of truth, and the Scenario read from it. Every edit
/// makes a new text that is read again; what cannot be read is refused with its reason, and the document stays.
/// Comments and order of what was not edited are kept. Lives in the GUI thread.
class ScenarioDocument : public QObject {
    Q_OBJECT
public:
    explicit ScenarioDocument(QObject *parent = nullptr);

    const std::string &text() const { return state_->text; }
    const Scenario &scenario() const { return state_->scenario; }
    const std::vector<Advice> &advice() const; ///< what the linter says of it
    /// As it was opened or first shown: what "changed" is measured against.
    const Scenario &opened() const { return opened_->scenario; }
    QString path() const { return path_; }     ///< where save() writes; empty for a shipped scenario
    QString name() const { return name_; }     ///< file name for people
    QString source() const { return source_; } ///< what was opened or saved last, ":/…" of a shipped scenario included
    bool dirty() const { return !undo_.isClean() || draft_; }
    /// A text that setText() could not take, as it was typed: unsaved work that is no scenario yet.
    const std::optional<std::string> &draft() const { return draft_; }
    void giveUpDraft();
    QUndoStack &undoStack() { return undo_; }

    /// Reads a file, ":/…" of the program's own included. False: problem() says why and the document stays.
    bool open(const QString &path);
    /// Writes through a temporary file and a rename. False: problem() says why; a draft cannot be saved.
    bool save();
    bool saveAs(const QString &path);
    /// Takes unsaved work up again: its source is opened, and the work is an edit of it that can be undone. When the
    /// source is gone the work alone is the document, and unsaved. Work that cannot be read becomes the draft. False:
    /// problem() says why and the document stays.
    bool restore(const QString &source, const QString &name, std::string text);

    /// What happened meanwhile to the file that save() writes.
    enum class OnDisk { same, changed, gone };
    OnDisk onDisk() const;
    /// Takes the file over as it is on the disk now, as a step that can be undone. False: problem() says why.
    bool reload();

    /// One step of undo. Steps in a row with the same `gesture` (not 0) become one.
    struct Step {
        QString name; ///< "cooldown 30 s"
        quint64 gesture = 0;
        bool fromStart = false; ///< whatever applyAt() says
    };
    /// From now on edits are made at that moment of the run, as items of `edits`; nothing: from the start, as a file
    /// says.
    void setApplyAt(std::optional<Duration> at);
    std::optional<Duration> applyAt() const { return applyAt_; }
    /// What fields show: what holds at applyAt().
    const Scenario &inForce() const;
    /// Takes back what was edited at that moment.
    std::optional<QString> takeBackAt(Duration at);
    static quint64 newGesture(); ///< a number that no other gesture has
    /// Takes back what a gesture has done, as if it had not begun: nothing is left to be done again.
    void abandon(quint64 gesture);
    /// Sets the value at a path, written in YAML. The reason when it is refused, nothing when it was done.
    std::optional<QString> set(const QString &path, const QString &yaml, const Step &step);
    /// The same for a list of values that make sense together only.
    struct Change {
        QString path;
        std::optional<QString> yaml; ///< nothing: remove
    };
    std::optional<QString> apply(const QList<Change> &changes, const Step &step);
    /// An edit of the text as a whole, such as a renaming: gives the new text or says why there is none.
    using TextChange = std::function<Result<std::string>(const std::string &)>;
    std::optional<QString> edit(const TextChange &change, const Step &step);
    /// The value at a path as the file has it, on one line; nothing when it is left out. While edits are made from a moment
    /// on, what a timed edit has set by then.
    std::optional<QString> written(const QString &path) const;
    std::optional<QString> writtenAtFirst(const QString &path) const; ///< as it was opened
    /// Takes a whole text in place of the document's; every fault of it when it is refused, and then it is the draft.
    std::optional<Failure> setText(const QString &text, const Step &step);

signals:
    void replaced(); ///< another file was opened
    void edited();   ///< the scenario is another one: an edit, an undo or a redo
    void inForceChanged(); ///< fields show another moment
    void nameChanged();
    void draftChanged();
    void problem(const halfopen::FileProblem &problem);

private:
    struct State {
        std::string text;
        Scenario scenario;
    };
    using StatePtr = std::shared_ptr<const State>;
    class TextEdit;
    void become(StatePtr state);
    StatePtr load(const QString &path);
    bool restoreDraft(const QString &source, const QString &name, std::string text, const Failure &failure);
    void setDraft(std::optional<std::string> text);
    void adopt(const QString &path, const QString &name);
    std::optional<Failure> take(std::string text, const Step &step);
    std::optional<std::string> changedText(const QList<Change> &changes, QString &reason) const;
    std::optional<std::string> changedTextAt(Duration at, const QList<Change> &changes, QString &reason) const;
    std::optional<Duration> momentOf(const Step &step);
    static QString reasonOf(const Failure &failure);

    StatePtr state_, opened_;
    mutable StatePtr advised_; ///< what advice_ is about
    struct Parsed {
        StatePtr of;
        DocumentNodePtr root;
    };
    static std::optional<QString> writtenIn(const StatePtr &state, Parsed &parsed, const QString &path);
    mutable Parsed now_, first_;
    mutable std::vector<Advice> advice_;
    QString path_, name_, folder_, source_;
    std::optional<std::string> draft_;
    std::string disk_; ///< the bytes of the file as they were opened or saved last
    QUndoStack undo_;
    quint64 abandoned_ = 0; ///< the gesture that is being taken back
    std::optional<Duration> applyAt_;
    std::pair<quint64, Duration> gestureAt_{0, {}}; ///< one gesture edits one moment, wherever the hairline goes
};

} // namespace halfopen
