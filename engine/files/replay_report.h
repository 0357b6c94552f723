// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/incident/incident.h"
#include "engine/incident/literal.h"
#include "engine/insight/metrics.h"

namespace halfopen {

/// What a literal replay is, how its breakers agree with the record, and what is odd about the record: for people.
std::string replay_text(const LiteralReplay &replay, const Scenario &scenario, const RecordHealth &health);

/// What is odd about a record: rows left out, contradictions, skew, gaps, and the first notes with their lines.
std::string health_text(const RecordHealth &health);

/// The figures of metrics_json with `mode`, `calls`, `refusals_left_out` and `agreement` before them. There is no seed:
/// nothing was drawn; and no trace hash. What no record tells is null: false trips, accuracy, queues.
std::string replay_json(const LiteralReplay &replay, const Metrics &metrics, const Scenario &scenario);

} // namespace halfopen
