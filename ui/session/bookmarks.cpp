// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bookmarks.h"

#include <algorithm>
#include <utility>

#include <QCryptographicHash>
#include <QSettings>
#include <QUndoCommand>

#include "ui/session/scenario_document.h"

namespace halfopen {

namespace {

constexpr int kUndoSteps = 200;

auto before(SimTime t) {
    return [t](const Bookmark &bookmark) { return bookmark.at < t; };
}

} // namespace

/// One undo step: all bookmarks before and after.
class Bookmarks::Step final : public QUndoCommand {
public:
    Step(Bookmarks &bookmarks, const QString &name, QList<Bookmark> next)
        : QUndoCommand(name), bookmarks_(bookmarks), before_(bookmarks.all_), after_(std::move(next)) {}
    void undo() override { bookmarks_.become(before_); }
    void redo() override { bookmarks_.become(after_); }

private:
    Bookmarks &bookmarks_;
    QList<Bookmark> before_, after_;
};

Bookmarks::Bookmarks(ScenarioDocument &document, QObject *parent) : QObject(parent), document_(document), undo_(this) {
    undo_.setUndoLimit(kUndoSteps);
    connect(&document, &ScenarioDocument::replaced, this, &Bookmarks::load);
    // A document tells of its new name while it is still being opened: one waits until that is over.
    connect(&document, &ScenarioDocument::nameChanged, this, &Bookmarks::followName, Qt::QueuedConnection);
}

std::optional<qsizetype> Bookmarks::near(SimTime t, Duration within) const {
    const auto after = std::partition_point(all_.begin(), all_.end(), before(t));
    std::optional<qsizetype> nearest;
    Duration least = within;
    for (auto it = after == all_.begin() ? after : after - 1; it != all_.end() && it <= after; ++it) {
        const Duration away = it->at > t ? it->at - t : t - it->at;
        if (away > least) continue;
        least = away;
        nearest = it - all_.begin();
    }
    return nearest;
}

std::optional<Bookmark> Bookmarks::next(SimTime t, Direction direction) const {
    if (direction == Direction::forward) {
        const auto after = std::partition_point(all_.begin(), all_.end(), before(t + Duration{1}));
        return after == all_.end() ? std::nullopt : std::optional(*after);
    }
    const auto first = std::partition_point(all_.begin(), all_.end(), before(t));
    return first == all_.begin() ? std::nullopt : std::optional(*(first - 1));
}

bool Bookmarks::add(SimTime at, const QString &note) {
    if (all_.size() >= kMost || near(at, Duration{0})) return false;
    QList<Bookmark> next = all_;
    const auto place = std::partition_point(all_.begin(), all_.end(), before(at)) - all_.begin();
    next.insert(place, {at, note.simplified().left(kNoteMost)});
    change(tr("add bookmark"), next);
    return true;
}

void Bookmarks::remove(qsizetype place) {
    if (place < 0 || place >= all_.size()) return;
    QList<Bookmark> next = all_;
    next.removeAt(place);
    change(tr("remove bookmark"), next);
}

void Bookmarks::rename(qsizetype place, const QString &note) {
    const QString text = note.simplified().left(kNoteMost);
    if (place < 0 || place >= all_.size() || all_[place].note == text) return;
    QList<Bookmark> next = all_;
    next[place].note = text;
    change(tr("note of a bookmark"), next);
}

void Bookmarks::change(const QString &name, QList<Bookmark> next) {
    undo_.push(new Step(*this, name, std::move(next)));
}

void Bookmarks::become(const QList<Bookmark> &all) {
    all_ = all;
    store();
    emit changed();
}

void Bookmarks::keep() {
    kept_ = true;
    load();
}

/// Paths hold slashes, which settings would take for groups.
QString Bookmarks::key() const {
    const QString path = document_.path().isEmpty() ? document_.name() : document_.path();
    return "bookmarks/" + QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
}

void Bookmarks::load() {
    undo_.clear();
    all_.clear();
    loadedKey_ = key();
    if (kept_) {
        for (const QString &line : QSettings().value(key()).toStringList().mid(0, kMost)) {
            bool isNumber = false;
            const qlonglong ns = line.section(' ', 0, 0).toLongLong(&isNumber);
            if (isNumber && ns >= 0) all_.append({SimTime{Duration{ns}}, line.section(' ', 1).left(kNoteMost)});
        }
        std::ranges::sort(all_, {}, &Bookmark::at);
        const auto same = [](const Bookmark &a, const Bookmark &b) { return a.at == b.at; };
        all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    }
    emit changed();
}

/// Saved under another name: its bookmarks go with it.
void Bookmarks::followName() {
    if (key() == loadedKey_) return;
    loadedKey_ = key();
    store();
}

void Bookmarks::store() const {
    if (!kept_) return;
    QStringList lines;
    for (const Bookmark &bookmark : all_)
        lines << QString("%1 %2").arg(bookmark.at.time_since_epoch().count()).arg(bookmark.note);
    QSettings settings;
    lines.isEmpty() ? settings.remove(key()) : settings.setValue(key(), lines);
}

} // namespace halfopen
