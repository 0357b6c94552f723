// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "engine/trace/record.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Which records the event log shows. A filter is words, all of which must fit: "#316" or "316" a request; else part
/// of a service's name, of an outcome ("timeout"), of what happened ("breaker", "hedge", "fault") or of what an edit set.
/// Compiled once, so that testing a record formats nothing.
class RecordFilter {
public:
    RecordFilter() = default; ///< everything fits
    RecordFilter(const QString &text, const Scenario &scenario, const Layout &layout);

    bool all() const { return words_.empty(); }
    bool fits(const TraceRecord &record) const;

private:
    struct Word {
        std::optional<std::uint32_t> request;
        std::vector<bool> services, breakers, guards, faults, edits; ///< by number
        std::bitset<256> outcomes, kinds;
        bool fits(const TraceRecord &record) const;
    };
    std::vector<Word> words_;
};

/// What the object of a record is.
enum class ObjectOf : std::uint8_t { none, service, breaker, guard, fault, edit };
ObjectOf objectOf(const TraceRecord &record);
/// Whether its detail names an outcome.
bool tellsOutcome(RecordKind kind);

} // namespace halfopen
