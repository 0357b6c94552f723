// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/scenario_document.h"

#include <utility>

#include <QFile>
#include <QFileInfo>
#include <QUndoCommand>

#include "engine/files/document_path.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/scenario_text.h"
#include "ui/session/write_file.h"

namespace halfopen {

namespace {

/// A file of more bytes is not read at all: scenarios are a few kilobytes.
constexpr qint64 kFileBytesMax = 16 << 20;
constexpr int kUndoSteps = 500;

FileProblem problemOf(const QString &file, const Failure &failure) {
    FileProblem problem;
    problem.kind = failure.kind;
    for (const Issue &issue : failure.issues)
        problem.lines << QString::fromStdString(describe(issue, file.toStdString()));
    problem.headline =
        problem.lines.size() == 1
            ? ScenarioDocument::tr("%1 was not opened: 1 error. The document on the screen stays.").arg(file)
            : ScenarioDocument::tr("%1 was not opened: %2 errors. The document on the screen stays.")
                  .arg(file)
                  .arg(problem.lines.size());
    return problem;
}

FileProblem unreadable(const QString &file, const QString &why) {
    return {ScenarioDocument::tr("%1 was not opened. The document on the screen stays.").arg(file),
            {file + ": " + why},
            Failure::Kind::no_file};
}

} // namespace

/// What the reader says about an edit, in words that stand beside a field.
QString ScenarioDocument::reasonOf(const Failure &failure) {
    QStringList lines;
    for (const Issue &issue : failure.issues)
        // A timed edit far away may be what stands in the way: it is named.
        lines << QString::fromStdString(issue.path.starts_with("edits[") ? issue.path + ": " + issue.message : issue.message);
    lines.removeDuplicates();
    return lines.mid(0, 3).join("\n");
}

/// One undo step: the document before and after.
class ScenarioDocument::TextEdit final : public QUndoCommand {
public:
    TextEdit(ScenarioDocument &document, StatePtr before, StatePtr after, const Step &step)
        : QUndoCommand(step.name),
          document_(document),
          before_(std::move(before)),
          after_(std::move(after)),
          gesture_(step.gesture) {}
    int id() const override { return gesture_ == 0 ? -1 : 1; }
    quint64 gesture() const { return gesture_; }
    void undo() override {
        document_.become(before_);
        if (gesture_ != 0 && gesture_ == document_.abandoned_) setObsolete(true); // the stack forgets it
    }
    void redo() override { document_.become(after_); }
    bool mergeWith(const QUndoCommand *next) override {
        const auto *edit = static_cast<const TextEdit *>(next);
        if (edit->gesture_ != gesture_) return false;
        after_ = edit->after_;
        setText(edit->text());
        setObsolete(after_->text == before_->text);
        return true;
    }

private:
    ScenarioDocument &document_;
    StatePtr before_, after_;
    quint64 gesture_;
};

quint64 ScenarioDocument::newGesture() {
    static quint64 last = 0; // GUI thread only
    return ++last;
}

void ScenarioDocument::abandon(quint64 gesture) {
    const auto *edit = dynamic_cast<const TextEdit *>(undo_.command(undo_.index() - 1));
    if (edit == nullptr || gesture == 0 || edit->gesture() != gesture) return;
    abandoned_ = gesture;
    undo_.undo();
    abandoned_ = 0;
}

ScenarioDocument::ScenarioDocument(QObject *parent)
    : QObject(parent), state_(std::make_shared<const State>()), opened_(state_), undo_(this) {
    undo_.setUndoLimit(kUndoSteps);
    connect(&undo_, &QUndoStack::cleanChanged, this, &ScenarioDocument::nameChanged);
}

const std::vector<Advice> &ScenarioDocument::advice() const {
    if (advised_ != state_) {
        advice_ = state_->scenario.workloads.empty() ? std::vector<Advice>() : lint(state_->scenario);
        advised_ = state_;
    }
    return advice_;
}

void ScenarioDocument::become(StatePtr state) {
    if (state == state_) return;
    state_ = std::move(state);
    emit edited();
}

ScenarioDocument::StatePtr ScenarioDocument::load(const QString &path) {
    const QFileInfo info(path);
    QFile file(path);
    const auto refuse = [this](const FileProblem &why) {
        emit problem(why);
        return nullptr;
    };
    if (info.isDir()) return refuse(unreadable(info.fileName(), tr("this is a folder, not a file")));
    if (!file.open(QIODevice::ReadOnly)) return refuse(unreadable(info.fileName(), file.errorString()));
    if (info.size() > kFileBytesMax)
        return refuse(unreadable(info.fileName(), tr("more than 16 MiB, too large for a scenario")));
    std::string text = file.readAll().toStdString();
    auto scenario = read_scenario(text, {info.absolutePath().toStdString(), {}});
    if (!scenario) return refuse(problemOf(info.fileName(), scenario.failure()));
    return std::make_shared<const State>(State{std::move(text), std::move(scenario).value()});
}

/// From now on the document belongs to this file.
void ScenarioDocument::adopt(const QString &path, const QString &name) {
    const QFileInfo info(path);
    const bool shipped = path.startsWith(":/");
    folder_ = info.absolutePath();
    path_ = shipped ? QString() : info.absoluteFilePath();
    source_ = shipped ? path : path_;
    name_ = name;
}

bool ScenarioDocument::open(const QString &path) {
    StatePtr state = load(path);
    if (!state) return false;
    state_ = opened_ = std::move(state);
    draft_.reset();
    disk_ = state_->text;
    adopt(path, QFileInfo(path).fileName());
    undo_.clear();
    emit replaced();
    emit nameChanged();
    return true;
}

bool ScenarioDocument::restore(const QString &source, const QString &name, std::string text) {
    auto scenario = read_scenario(text, {QFileInfo(source).absolutePath().toStdString(), {}});
    if (!scenario) return restoreDraft(source, name, std::move(text), scenario.failure());
    auto work = std::make_shared<const State>(State{std::move(text), std::move(scenario).value()});
    QSignalBlocker quiet(this); // a source that is gone is no problem here
    StatePtr before = QFileInfo(source).isFile() ? load(source) : nullptr;
    adopt(source, name);
    undo_.clear();
    draft_.reset();
    disk_ = before ? before->text : std::string();
    state_ = opened_ = before ? before : work;
    if (!before) undo_.resetClean();
    if (before && before->text != work->text) undo_.push(new TextEdit(*this, before, work, {tr("recovered changes")}));
    quiet.unblock();
    emit replaced();
    emit nameChanged();
    return true;
}

bool ScenarioDocument::restoreDraft(const QString &source, const QString &name, std::string text, const Failure &failure) {
    QSignalBlocker quiet(this);
    StatePtr before = QFileInfo(source).isFile() ? load(source) : nullptr;
    quiet.unblock();
    if (!before) {
        emit problem(problemOf(name, failure));
        return false;
    }
    state_ = opened_ = std::move(before);
    disk_ = state_->text;
    adopt(source, name);
    undo_.clear();
    draft_ = std::move(text);
    emit replaced();
    emit draftChanged();
    emit nameChanged();
    return true;
}

void ScenarioDocument::setDraft(std::optional<std::string> text) {
    if (text == draft_) return;
    draft_ = std::move(text);
    emit draftChanged();
    emit nameChanged();
}

void ScenarioDocument::giveUpDraft() { setDraft(std::nullopt); }

ScenarioDocument::OnDisk ScenarioDocument::onDisk() const {
    if (path_.isEmpty()) return OnDisk::same;
    QFile file(path_);
    if (!file.exists()) return OnDisk::gone;
    if (!file.open(QIODevice::ReadOnly)) return OnDisk::same; // it cannot be told, and saving will say why
    return file.read(kFileBytesMax).toStdString() == disk_ ? OnDisk::same : OnDisk::changed;
}

bool ScenarioDocument::reload() {
    StatePtr state = load(path_);
    if (!state) return false;
    disk_ = state->text;
    if (state->text != state_->text) undo_.push(new TextEdit(*this, state_, state, {tr("reload from the disk")}));
    undo_.setClean();
    emit nameChanged();
    return true;
}

bool ScenarioDocument::save() { return !path_.isEmpty() && saveAs(path_); }

bool ScenarioDocument::saveAs(const QString &path) {
    const QString name = QFileInfo(path).fileName();
    if (draft_) {
        const auto scenario = read_scenario(*draft_, {folder_.toStdString(), {}});
        FileProblem why = problemOf(name, scenario ? Failure{} : scenario.failure());
        why.headline = tr("%1 was not saved: what was typed on the Text tab cannot be read yet. Mend it, or give it back with Esc there.").arg(name);
        emit problem(why);
        return false;
    }
    if (const QString reason = writeFileWhole(path, {text().data(), static_cast<qsizetype>(text().size())});
        !reason.isEmpty()) {
        emit problem({tr("%1 was not saved. Nothing on the disk was changed.").arg(name),
                      {name + ": " + reason},
                      Failure::Kind::no_file});
        return false;
    }
    path_ = QFileInfo(path).absoluteFilePath();
    source_ = path_;
    name_ = name;
    disk_ = text();
    undo_.setClean();
    emit nameChanged();
    return true;
}

std::optional<std::string> ScenarioDocument::changedText(const QList<Change> &changes, QString &reason) const {
    std::string text = state_->text;
    for (const Change &change : changes) {
        const std::string path = change.path.toStdString();
        auto next = change.yaml ? set_in_text(text, path, change.yaml->toStdString()) : remove_from_text(text, path);
        if (!next) {
            reason = reasonOf(next.failure());
            return std::nullopt;
        }
        text = std::move(next).value();
    }
    return text;
}

std::optional<QString> ScenarioDocument::set(const QString &path, const QString &yaml, const Step &step) {
    return apply({{path, yaml}}, step);
}

std::optional<QString> ScenarioDocument::apply(const QList<Change> &changes, const Step &step) {
    QString reason;
    const auto moment = momentOf(step);
    auto text = moment ? changedTextAt(*moment, changes, reason) : changedText(changes, reason);
    if (!text) return reason;
    const auto failure = take(std::move(*text), step);
    return failure ? std::optional(reasonOf(*failure)) : std::nullopt;
}

std::optional<QString> ScenarioDocument::edit(const TextChange &change, const Step &step) {
    auto text = change(state_->text);
    if (!text) return reasonOf(text.failure());
    const auto failure = take(std::move(text).value(), step);
    return failure ? std::optional(reasonOf(*failure)) : std::nullopt;
}

std::optional<QString> ScenarioDocument::written(const QString &path) const {
    std::optional<QString> value = writtenIn(state_, now_, path);
    for (const Edit &edit : state_->scenario.edits) { // in order of time
        if (applyAt_ && edit.at <= *applyAt_ && edit.path == path.toStdString()) value = QString::fromStdString(edit.value);
    }
    return value;
}

std::optional<QString> ScenarioDocument::writtenAtFirst(const QString &path) const { return writtenIn(opened_, first_, path); }

std::optional<QString> ScenarioDocument::writtenIn(const StatePtr &state, Parsed &parsed, const QString &path) {
    if (parsed.of != state) {
        const auto document = parse_document(state->text);
        parsed = {state, document ? document.value().root : nullptr};
    }
    const DocumentNodePtr &root = parsed.root;
    const auto steps = parse_path(path.toStdString());
    if (!root || !steps) return std::nullopt;
    DocumentNodePtr node = node_at(root, *steps);
    if (!node) { // perhaps a single value stands for the map
        const DocumentPath above(steps->begin(), steps->end() - 1);
        const auto *key = std::get_if<std::string>(&steps->back());
        node = node_at(root, above);
        if (!node || !node->is_scalar() || !key || *key != short_form_key(above)) return std::nullopt;
    }
    return QString::fromStdString(node->is_scalar() ? node->text : flow_text(*node));
}

std::optional<Failure> ScenarioDocument::setText(const QString &text, const Step &step) {
    std::string typed = text.toStdString();
    const auto failure = take(typed, step);
    setDraft(failure ? std::optional(std::move(typed)) : std::nullopt);
    return failure;
}

std::optional<Failure> ScenarioDocument::take(std::string text, const Step &step) {
    if (text == state_->text) return std::nullopt;
    auto scenario = read_scenario(text, {folder_.toStdString(), {}});
    if (!scenario) return scenario.failure();
    auto after = std::make_shared<const State>(State{std::move(text), std::move(scenario).value()});
    undo_.push(new TextEdit(*this, state_, std::move(after), step));
    return std::nullopt;
}

} // namespace halfopen
