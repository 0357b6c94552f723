// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/files/key_table.h"
#include "engine/policy/breaker/config.h"

// Internal to engine/files: the keys of a breaker, by what they are about.
namespace halfopen {

KeyTable<BreakerConfig> breaker_trip_keys();     ///< what is counted, and what opens it
KeyTable<BreakerConfig> breaker_open_keys();     ///< how long it is open, and when it re-tests
KeyTable<BreakerConfig> breaker_probe_keys();    ///< the half-open state
KeyTable<BreakerConfig> breaker_balancer_keys(); ///< a breaker at the balancer

/// A stated rule that the stated window cannot serve.
void check_breaker_window(Reading &reading, const DocumentNode &breaker, const BreakerConfig &config);

} // namespace halfopen
