// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include "engine/base/time.h"
#include "ui/session/find_moment.h"

namespace halfopen {

class ScenarioDocument;

/// A moment that a person wants to find again, and why.
struct Bookmark {
    SimTime at{};
    QString note;
    friend bool operator==(const Bookmark &, const Bookmark &) = default;
};

/// The bookmarks of the document, in order of time, at most one at a moment. They are no part of its file: they are
/// kept for its path in the person's settings, where that is wanted. Each change is a step of a stack of its own, so
/// that they make no document unsaved.
class Bookmarks : public QObject {
    Q_OBJECT
public:
    static constexpr int kMost = 500;
    static constexpr int kNoteMost = 200; ///< characters
    explicit Bookmarks(ScenarioDocument &document, QObject *parent = nullptr);

    const QList<Bookmark> &all() const { return all_; }
    /// Place in all() of the one nearest to t and not farther than `within`.
    std::optional<qsizetype> near(SimTime t, Duration within) const;
    /// The next one after, or before, t.
    std::optional<Bookmark> next(SimTime t, Direction direction) const;

    bool add(SimTime at, const QString &note = {}); ///< false: there is one already, or there are too many
    void remove(qsizetype place);
    void rename(qsizetype place, const QString &note); ///< blanks at the ends and breaks of lines are taken out
    QUndoStack &undoStack() { return undo_; }

    /// Keeps them in the settings from now on, and takes up what is kept there.
    void keep();

signals:
    void changed();

private:
    class Step;
    void become(const QList<Bookmark> &all);
    void change(const QString &name, QList<Bookmark> next);
    QString key() const;
    void load();
    void followName();
    void store() const;

    ScenarioDocument &document_;
    QList<Bookmark> all_;
    QUndoStack undo_;
    QString loadedKey_; ///< of the document that they belong to
    bool kept_ = false;
};

} // namespace halfopen
