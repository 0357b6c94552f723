// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "engine/base/time.h"

namespace halfopen {

/// A limit of calls under way at once, with a queue in front of it.
struct BulkheadConfig {
    int concurrency = 25;             ///< calls at once; at least 1
    std::optional<int> queue = 0;     ///< how many wait; none: unlimited
    std::optional<Duration> max_wait; ///< who has waited so long is refused; none: waits as long as it takes
    bool shared = false;              ///< one for all instances of the caller
    friend bool operator==(const BulkheadConfig &, const BulkheadConfig &) = default;
};

enum class BulkheadAnswer : std::uint8_t { pass, wait, refuse };

/// What a bulkhead remembers: counts only. Who waits, and in which order (first come, first served), is the caller's.
class Bulkhead {
public:
    /// A call asks to pass. `pass` takes a place, `wait` a place in the queue.
    BulkheadAnswer admit(const BulkheadConfig &config) {
        if (in_use_ < config.concurrency) {
            ++in_use_;
            return BulkheadAnswer::pass;
        }
        const bool room = !config.queue || waiting_ < *config.queue;
        if (!room || (config.max_wait && config.max_wait->count() == 0)) return BulkheadAnswer::refuse;
        ++waiting_;
        return BulkheadAnswer::wait;
    }
    /// One of those who wait goes in, if there is a place.
    bool let_in(const BulkheadConfig &config) {
        if (waiting_ == 0 || in_use_ >= config.concurrency) return false;
        --waiting_;
        ++in_use_;
        return true;
    }
    void leave() { --in_use_; }      ///< a call that had passed is over or was given up
    void stop_waiting() { --waiting_; } ///< one of those who wait gave up, or has waited too long
    int in_use() const { return in_use_; }
    int waiting() const { return waiting_; }
    friend bool operator==(const Bulkhead &, const Bulkhead &) = default;

private:
    int in_use_ = 0;
    int waiting_ = 0;
};

} // namespace halfopen
