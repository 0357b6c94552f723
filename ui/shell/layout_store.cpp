// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layout_store.h"

#include <QSettings>

namespace halfopen {

QByteArray LayoutStore::get(const QString &key) const {
    return remembers_ ? QSettings().value(key).toByteArray() : here_.value(key);
}

void LayoutStore::set(const QString &key, const QByteArray &value) {
    if (remembers_)
        QSettings().setValue(key, value);
    else
        here_.insert(key, value);
}

QStringList LayoutStore::names() const {
    QStringList names;
    if (remembers_) {
        QSettings settings;
        settings.beginGroup("layouts");
        names = settings.childKeys();
    } else {
        for (auto it = here_.cbegin(); it != here_.cend(); ++it)
            if (it.key().startsWith(kNamed)) names << it.key().mid(qstrlen(kNamed));
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

void LayoutStore::keep(const QString &name, const QByteArray &state) { set(kNamed + name, state); }

void LayoutStore::remove(const QString &name) {
    here_.remove(kNamed + name);
    if (remembers_) QSettings().remove(kNamed + name);
}

} // namespace halfopen
