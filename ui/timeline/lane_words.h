// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "engine/insight/trace_index.h"

namespace halfopen {

/// What a breaker's lane is called: its service, or where several lanes guard one service, the policy or the
/// operation that tells them apart.
QString laneName(const Scenario &scenario, const Layout &layout, std::uint32_t breaker);

/// The same where it stands alone, with what it guards: "expensive_api (as_published)".
QString breakerTitle(const Scenario &scenario, const Layout &layout, std::uint32_t breaker);

/// What the chip of an OPEN stretch may say, longest first: "OPEN 60.0 s · 5 of 5 in a row failed · 344 refused".
/// One that still lasts says until when: "OPEN until 149.7 s".
QStringList openTexts(const Scenario &scenario, const TraceView &trace, const BreakerInterval &interval,
                      std::size_t folded);

/// The tooltip of a stretch: its state, since when and why, what was refused.
QString partTip(const Scenario &scenario, const TraceView &trace, const BreakerInterval &interval, std::size_t folded,
                const QString &lane);

} // namespace halfopen
