// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/record_filter.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/theme/glyphs.h"

namespace halfopen {

namespace {

bool contains(const std::string &name, const QString &part) {
    return QString::fromStdString(name).contains(part, Qt::CaseInsensitive);
}

template <class List>
std::vector<bool> matching(const List &list, const auto &fitsOne) {
    std::vector<bool> result;
    for (const auto &one : list)
        result.push_back(fitsOne(one));
    return result;
}

/// The kinds of records in words, by which one finds them in the language of the window too.
[[maybe_unused]] constexpr const char *kKindWords[] = {
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "request started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "request ended"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "request cost"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "leg entered"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "attempt started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "attempt ended"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "wait started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "wait range"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "gave up"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "refused"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "breaker observed"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "breaker changed"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "breaker numbers"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "diagnosis started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "diagnosed"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "remedy started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "remedy ended"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "call queued"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "service started"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "service ended"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "late completion"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "effect duplicated"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "fault on"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "fault off"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "service down"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "service up"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "run stopped"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "queue left"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "leg skipped"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "hedge sent"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "wait ended"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "budget spent"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "replica ejected"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "replica returned"),
    QT_TRANSLATE_NOOP("halfopen::RecordFilter", "edit applied")};

bool at(const std::vector<bool> &list, std::uint32_t number) { return number < list.size() && list[number]; }

QString inWords(QString kind) {
    return QCoreApplication::translate("halfopen::RecordFilter", kind.replace('_', ' ').toUtf8().constData());
}

} // namespace

ObjectOf objectOf(const TraceRecord &record) {
    switch (record.kind) {
    case RecordKind::refused:
        return record.detail == kind_breaker_open && record.reason != kRefusedByBalancer ? ObjectOf::breaker
                                                                                          : ObjectOf::guard;
    case RecordKind::breaker_observed:
    case RecordKind::breaker_changed: return ObjectOf::breaker;
    case RecordKind::budget_spent: return ObjectOf::guard;
    case RecordKind::fault_on:
    case RecordKind::fault_off: return ObjectOf::fault;
    case RecordKind::edit_applied: return ObjectOf::edit;
    case RecordKind::request_started:
    case RecordKind::request_cost:
    case RecordKind::wait_range:
    case RecordKind::breaker_numbers:
    case RecordKind::run_stopped: return ObjectOf::none;
    default: return ObjectOf::service;
    }
}

bool tellsOutcome(RecordKind kind) {
    switch (kind) {
    case RecordKind::request_ended:
    case RecordKind::attempt_ended:
    case RecordKind::wait_started:
    case RecordKind::gave_up:
    case RecordKind::leg_skipped:
    case RecordKind::budget_spent:
    case RecordKind::refused:
    case RecordKind::breaker_observed:
    case RecordKind::service_ended:
    case RecordKind::late_completion: return true;
    default: return false;
    }
}

RecordFilter::RecordFilter(const QString &text, const Scenario &scenario, const Layout &layout) {
    for (const QString &part : text.split(' ', Qt::SkipEmptyParts)) {
        Word word;
        bool isNumber = false;
        const uint number = (part.startsWith('#') ? part.mid(1) : part).toUInt(&isNumber);
        if (isNumber) word.request = number;
        const auto byName = [&part](const ServiceConfig &service) { return contains(service.name, part); };
        word.services = matching(scenario.services, byName);
        word.breakers =
            matching(layout.breakers, [&](const BreakerPlace &place) { return at(word.services, place.service); });
        word.guards =
            matching(layout.guards, [&](const BreakerPlace &place) { return at(word.services, place.service); });
        word.edits = matching(scenario.edits, [&](const Edit &edit) { return contains(edit.path, part); });
        word.faults = matching(scenario.faults, [&](const Fault &fault) { return contains(fault.service, part); });
        for (int kind = 0; kind < scenario.kinds.size(); ++kind) {
            const std::string &name = scenario.kinds[static_cast<Outcome>(kind)].name;
            const bool success = kind == kSuccess && (QString("success").contains(part, Qt::CaseInsensitive) ||
                                                      wordOf(Glyph::success).contains(part, Qt::CaseInsensitive));
            word.outcomes[static_cast<std::size_t>(kind)] = success || (!name.empty() && contains(name, part));
        }
        for (auto kind = RecordKind::request_started; kind <= kLastRecordKind;
             kind = static_cast<RecordKind>(static_cast<int>(kind) + 1)) {
            const QString name = QString::fromUtf8(name_of(kind).data(), qsizetype(name_of(kind).size()));
            word.kinds[static_cast<std::size_t>(kind)] =
                name.contains(part, Qt::CaseInsensitive) ||
                QString(name).replace('_', ' ').contains(part, Qt::CaseInsensitive) ||
                inWords(name).contains(part, Qt::CaseInsensitive);
        }
        words_.push_back(std::move(word));
    }
}

bool RecordFilter::Word::fits(const TraceRecord &record) const {
    if (request && record.request == *request) return true;
    if (kinds[static_cast<std::size_t>(record.kind)]) return true;
    if (tellsOutcome(record.kind) && outcomes[outcome_of(record)]) return true;
    switch (objectOf(record)) {
    case ObjectOf::service: return at(services, record.object);
    case ObjectOf::breaker: return at(breakers, record.object);
    case ObjectOf::guard: return at(guards, record.object);
    case ObjectOf::edit: return at(edits, record.object);
    case ObjectOf::fault: return at(faults, record.object);
    case ObjectOf::none: return false;
    }
    return false;
}

bool RecordFilter::fits(const TraceRecord &record) const {
    for (const Word &word : words_) {
        if (!word.fits(record)) return false;
    }
    return true;
}

} // namespace halfopen
