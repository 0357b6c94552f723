// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_entries.h"

#include <algorithm>
#include <numeric>

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>

#include "engine/insight/explain.h"
#include "ui/session/session.h"
#include "ui/shell/commands.h"
#include "ui/time_field.h"

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::CommandPalette)
};

/// What stands after "go to", "t =" or "request", in either language; the typed text itself when none of them does.
QString bare(const QString &typed) {
    static const QRegularExpression lead("^\\s*(go to time|go to|goto|time|gehe zu|zeit|t\\s*=)\\s*",
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(typed).remove(lead).trimmed();
}

PaletteEntry requestEntry(std::uint32_t number, Session &session) {
    PaletteEntry entry;
    entry.title = Words::tr("Go to request #%1").arg(number);
    entry.detail = Words::tr("run");
    const std::size_t known = session.run().index().requests();
    if (number == 0 || number > known)
        entry.whyNot =
            known == 0 ? Words::tr("no request has started yet") : Words::tr("requests are #1 to #%1 so far").arg(known);
    entry.run = [&session, number] { session.selectRequest(number); };
    return entry;
}

PaletteEntry timeEntry(SimTime time, Session &session) {
    PaletteEntry entry;
    entry.title = Words::tr("Go to %1").arg(QString::fromStdString(format_time(time)));
    entry.detail = Words::tr("run");
    if (time > session.run().computed())
        entry.whyNot = Words::tr("computed up to %1").arg(QString::fromStdString(format_time(session.run().computed())));
    entry.run = [&session, time] { session.showAt(time); };
    return entry;
}

} // namespace

QList<PaletteEntry> commandEntries(const Commands &commands) {
    QList<PaletteEntry> entries, scenarios;
    for (const Command &command : commands.all()) {
        PaletteEntry entry;
        entry.title = command.name();
        entry.detail = titleOf(command.spec.group);
        entry.keys = command.keys();
        if (!command.enabled()) entry.whyNot = command.spec.whyNot.isEmpty() ? Words::tr("not now") : command.spec.whyNot;
        entry.also = entry.detail + ' ' + command.spec.what;
        entry.run = [action = command.action] { action->trigger(); };
        (command.spec.group == CommandGroup::shipped ? scenarios : entries) << entry;
    }
    return entries + scenarios; // these are many, and a name finds them
}

QList<PaletteEntry> placeEntries(const QString &typed, Session &session) {
    static const QRegularExpression numbered("^(?:#|(?:request|go to request|anfrage|gehe zu anfrage)\\s+#?)\\s*(\\d{1,9})$",
                                             QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = typed.trimmed();
    if (const auto match = numbered.match(trimmed); match.hasMatch())
        return {requestEntry(match.captured(1).toUInt(), session)};
    const QString rest = bare(trimmed);
    if (rest.isEmpty() || !rest.front().isDigit()) return {};
    if (const auto time = typedTime(rest)) return {timeEntry(*time, session)};
    return {};
}

QList<PaletteEntry> bestEntries(const QString &typed, const QList<PaletteEntry> &entries, qsizetype most) {
    if (typed.trimmed().isEmpty()) return entries.mid(0, most);
    QList<std::pair<int, PaletteEntry>> found;
    for (const PaletteEntry &entry : entries) {
        auto match = fuzzyMatch(typed, entry.title, entry.also);
        if (!match) continue;
        found.append({match->score, entry});
        found.last().second.marks = std::move(match->marks);
    }
    std::ranges::stable_sort(found, std::greater<>(), [](const auto &f) { return f.first; });
    QList<PaletteEntry> best;
    for (qsizetype i = 0; i < std::min(most, found.size()); ++i)
        best << found[i].second;
    return best;
}

} // namespace halfopen
