// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace halfopen {

/// Where the panes stand, by name: one for each workspace, and those that the person gave a name. Kept in the person's
/// settings, or only as long as this lives.
class LayoutStore {
public:
    explicit LayoutStore(bool remembers) : remembers_(remembers) {}

    QByteArray ofWorkspace(const QString &workspace) const { return get("lab/layout/" + workspace); }
    void keepWorkspace(const QString &workspace, const QByteArray &state) { set("lab/layout/" + workspace, state); }

    QStringList names() const; ///< given by the person, in order
    QByteArray named(const QString &name) const { return get(kNamed + name); }
    void keep(const QString &name, const QByteArray &state);
    void remove(const QString &name);

private:
    static constexpr auto kNamed = "layouts/";
    QByteArray get(const QString &key) const;
    void set(const QString &key, const QByteArray &value);
    bool remembers_;
    QHash<QString, QByteArray> here_;
};

} // namespace halfopen
