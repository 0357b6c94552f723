// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>
#include <QPointer>

#include "ui/shell/palette_entries.h"
#include "ui/theme/theme.h"

class QLabel;
class QLineEdit;
class QListView;

namespace halfopen {

class PaletteModel;

/// A field over the window in which everything is found by typing: commands, files, fields, times, requests. Arrows
/// choose, Enter does, Esc goes back to where the focus was. What cannot be done now says why and stays.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    /// Asked anew each time that the palette opens.
    using Source = std::function<QList<PaletteEntry>()>;
    /// Asked at each letter: what the typed text itself names.
    using Reader = std::function<QList<PaletteEntry>(const QString &typed)>;

    CommandPalette(const Theme &theme, QWidget *window);
    void addSource(Source source) { sources_ << std::move(source); }
    void setReader(Reader reader) { reader_ = std::move(reader); }

    void open();
    void dismiss(); ///< gives the focus back
    const QList<PaletteEntry> &shown() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void place();
    void choose(int rows);
    void carryOut();
    void showTheme();
    void describe();

    const Theme &theme_;
    QList<Source> sources_;
    Reader reader_;
    QList<PaletteEntry> all_;
    QStringList done_; ///< titles of what was done through it, the last first
    QLineEdit *typed_;
    QListView *list_;
    QLabel *hint_;
    PaletteModel *model_;
    QPointer<QWidget> cameFrom_;
};

} // namespace halfopen
