// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QString>

#include "engine/policy/breaker/breaker.h"

namespace halfopen {

/// What a breaker holds and shows at one instant: its cells as they are, its numbers against their thresholds, and
/// short words for them. Pure: made from a Breaker and its settings.
struct BreakerGauge {
    /// A failure in a row, a result of the ring, or a bucket of a window of time.
    struct Cell {
        int calls = 0, failures = 0, slow = 0;
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    enum class Cells : std::uint8_t {
        count,   ///< of failures: `limit` cells, those that are counted filled
        results, ///< one call each, oldest first
        buckets, ///< of time, oldest first
    };
    BreakerState state = BreakerState::closed;
    Cells kind = Cells::count;
    std::vector<Cell> cells;         ///< at most kCellsMax; beyond, neighbours are put together
    std::size_t folded = 1;          ///< how many calls or buckets one cell stands for
    int measured = 0;                ///< failures in a row, or in the window
    int calls = 0;                   ///< in the window
    int needed = 0;                  ///< calls before a rate can trip; 0: no such gate
    QString now, limit;              ///< "3 of 5 in a row", "12 %" and "limit 50 %"
    QString near;                    ///< both in short: "3 of 5 in a row", "12 % of 50 %"
    bool gated = false;              ///< too few calls: it cannot trip yet
    QString gate;                    ///< "7 of 20 calls"
    std::optional<Duration> left;    ///< OPEN: until it re-tests; nothing: it waits for the next call
    double leftShare = 0.0;          ///< of the time that it is open for
    int probesTaken = 0, probes = 0; ///< HALF_OPEN; probes 0: no limit
    int probesGood = 0, probesNeeded = 1;
    QString detail; ///< the second line: "28.3 s to probe", "1 of 1 probes sent", "cannot trip yet"
};

inline constexpr std::size_t kCellsMax = 40;

BreakerGauge gaugeOf(const Breaker &breaker, const BreakerConfig &config, SimTime at);

/// Which of two breakers deserves to be looked at: OPEN before HALF_OPEN before CLOSED, then the one nearer to a trip.
bool worseThan(const Breaker &a, const Breaker &b);

} // namespace halfopen
