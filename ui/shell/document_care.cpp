// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/document_care.h"

#include <QFileInfo>
#include <QLocale>

namespace halfopen {

namespace {

/// More bars than this hide the tracks; the rest is offered at the next start.
constexpr qsizetype kOffersMax = 3;

/// "12:31" of today, "Mon 12:31" of this week, else the date.
QString when(const QDateTime &at) {
    const qint64 days = at.daysTo(QDateTime::currentDateTime());
    if (days <= 0) return at.toString("HH:mm");
    return days < 7 ? at.toString("ddd HH:mm") : QLocale().toString(at.date(), QLocale::ShortFormat);
}

} // namespace

DocumentCare::DocumentCare(ScenarioDocument &document, Notices &notices, const QString &folder, Window window,
                           QObject *parent)
    : QObject(parent),
      document_(document),
      notices_(notices),
      folder_(folder),
      window_(std::move(window)),
      watch_(document) {
    watchFile();
    if (folder.isEmpty()) return;
    autosave_ = std::make_unique<Autosave>(document, folder);
    connect(autosave_.get(), &Autosave::failed, this, [this](const QString &reason) {
        notices_.show({"autosave", tr("Edits are not kept safe, save them yourself: %1.").arg(reason)});
    });
}

void DocumentCare::giveUpWork() {
    if (autosave_) autosave_->forget();
}

void DocumentCare::offerRecovery() {
    if (folder_.isEmpty()) return;
    const QList<Orphan> found = orphans(folder_);
    for (qsizetype i = 0; i < std::min(kOffersMax, found.size()); ++i)
        offer(found[i]);
}

void DocumentCare::offer(const Orphan &orphan) {
    const QString id = "recovery/" + QFileInfo(orphan.file).fileName();
    notices_.show({id,
                   tr("Unsaved changes to %1 from %2 were kept when the program ended.")
                       .arg(orphan.work.name, when(orphan.work.at)),
                   {{tr("Restore"), tr("Opens them; what was saved before stays one undo away"),
                     [this, orphan] { restore(orphan); }},
                    {tr("Discard"), tr("Removes them for good"), [orphan] { removeOrphan(orphan.file); }}}});
}

void DocumentCare::restore(const Orphan &orphan) {
    if (!window_.mayReplace() || !document_.restore(orphan.work.source, orphan.work.name, orphan.work.text))
        return offer(orphan); // it is not lost by a No
    autosave_->writeNow();    // a new place first, then the old one goes
    removeOrphan(orphan.file);
    window_.tell(tr("The changes to %1 are back; save them to keep them").arg(orphan.work.name));
}

void DocumentCare::watchFile() {
    connect(&watch_, &FileWatch::changed, this, [this] {
        notices_.show(
            {"disk",
             tr("%1 was changed by another program.").arg(document_.name()),
             {{tr("Reload"), tr("Takes the file over; your version stays one undo away"), [this] { reload(); }},
              {tr("Keep mine"), tr("Goes on with what is on the screen; saving asks before it overwrites"), [] {}}}});
    });
    connect(&watch_, &FileWatch::gone, this, [this] {
        notices_.show({"disk",
                       tr("%1 is gone from the disk; what is on the screen stays.").arg(document_.name()),
                       {{tr("Save again"), tr("Writes it anew where it was"), [this] { window_.save(); }}}});
    });
    connect(&watch_, &FileWatch::same, this, [this] { notices_.dismiss("disk"); });
    connect(&document_, &ScenarioDocument::replaced, this, [this] { notices_.dismiss("disk"); });
}

void DocumentCare::reload() {
    if (document_.reload()) window_.tell(tr("%1 is reloaded").arg(document_.name()));
}

} // namespace halfopen
