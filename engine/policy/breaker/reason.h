// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace halfopen {

/// Why a breaker changed its state. Part of the trace: append only.
enum class BreakerReason : std::uint8_t {
    none,
    consecutive_failures, ///< numbers: failures in a row, limit
    cumulative_failures,  ///< numbers: failures since the last reset, limit
    failure_rate,         ///< numbers: failures, calls in the window
    failure_count,        ///< numbers: failures in the window, limit
    slow_rate,            ///< numbers: slow calls, calls in the window
    probe_failed,         ///< numbers: failed probes, limit
    probe_rate,           ///< numbers: failures, probes
    probe_timeout,        ///< a half-open period without a verdict was too long
    open_time_over,       ///< to HALF_OPEN, or to CLOSED where there are no probes
    probe_succeeded,      ///< numbers: successes, needed
    probe_slow,           ///< numbers: slow probes, probes
    probe_ignored,        ///< the probe ended with an ignored failure, which closes
    late_success,         ///< a call admitted earlier succeeded while OPEN, which closes
    success_rate,         ///< at the balancer: success rate against the limit that the others set, both in 1/10000
    retry_after,          ///< at the balancer: a failure carried a Retry-After hint
};

} // namespace halfopen
