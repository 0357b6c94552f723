// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/base/time.h"
#include "engine/base/wide.h"
#include "engine/sim/timing_wheel.h"

namespace halfopen {

/// The order of events of one instant. Within a rank, events go in order of creation.
enum class Rank : std::uint8_t {
    change,  ///< faults and edits
    timeout, ///< timeouts and deadlines: they beat a completion of the same instant
    normal,  ///< other timers and completions
    arrival,
};

struct Event {
    std::uint32_t kind = 0;
    std::uint32_t target = 0;
};

/// The future: a 4-ary heap of events that will happen, behind a timing wheel of those that may be cancelled.
/// Exact order (time, rank, creation). A regular value; times are ns since 0.
class EventQueue {
public:
    /// An event that will happen.
    void schedule(SimTime at, Rank rank, std::uint32_t kind, std::uint32_t target) {
        push({key_of(at, next_order(rank)), kind, target});
    }
    /// An event that may be cancelled.
    TimerId arm(SimTime at, Rank rank, std::uint32_t kind, std::uint32_t target) {
        const std::uint64_t order = next_order(rank);
        const auto [id, due] = wheel_.arm(now_, to_ns(at), order, kind, target);
        if (due) push({key_of(at, order), kTimerKind, id});
        return id;
    }
    void cancel(TimerId id) { wheel_.cancel(id); }

    /// Takes the next event at or before `until`; false when there is none.
    bool pop(SimTime until, SimTime &time, Event &event) {
        const std::uint64_t limit = to_ns(until);
        for (;;) {
            const std::uint64_t top = heap_.empty() ? ~std::uint64_t{0} : time_of(heap_[0].key);
            const std::uint64_t due = wheel_.next_due();
            if (due <= top && due <= limit && due != ~std::uint64_t{0}) {
                wheel_.expire([this](TimerId id) {
                    const TimingWheel::Timer &timer = wheel_[id];
                    push({(static_cast<uint128>(timer.time) << 64) | timer.order, kTimerKind, id});
                });
                continue;
            }
            if (heap_.empty() || top > limit) return false;
            const Entry entry = pop_top();
            now_ = top;
            time = SimTime{Duration{static_cast<std::int64_t>(top)}};
            event = {entry.kind, entry.target};
            if (entry.kind != kTimerKind) return true;
            const TimingWheel::Timer &timer = wheel_[entry.target];
            event = {timer.kind, timer.target};
            const bool alive = timer.slot == TimingWheel::kInHeap;
            wheel_.release(entry.target);
            if (alive) return true;
        }
    }
    std::size_t bytes() const { return heap_.capacity() * sizeof(Entry) + wheel_.bytes(); }

private:
    struct Entry {
        uint128 key;
        std::uint32_t kind;
        std::uint32_t target;
    };
    static constexpr std::uint32_t kTimerKind = ~std::uint32_t{0};

    static std::uint64_t to_ns(SimTime t) { return static_cast<std::uint64_t>(t.time_since_epoch().count()); }
    static std::uint64_t time_of(uint128 key) { return static_cast<std::uint64_t>(key >> 64); }
    static uint128 key_of(SimTime at, std::uint64_t order) { return (static_cast<uint128>(to_ns(at)) << 64) | order; }
    std::uint64_t next_order(Rank rank) { return (static_cast<std::uint64_t>(rank) << 62) | created_++; }

    void push(const Entry &entry) {
        std::size_t i = heap_.size();
        heap_.push_back(entry);
        while (i > 0) {
            const std::size_t parent = (i - 1) / 4;
            if (heap_[parent].key <= entry.key) break;
            heap_[i] = heap_[parent];
            i = parent;
        }
        heap_[i] = entry;
    }
    Entry pop_top() {
        const Entry top = heap_[0];
        const Entry last = heap_.back();
        heap_.pop_back();
        const std::size_t n = heap_.size();
        if (n == 0) return top;
        Entry *const a = heap_.data();
        std::size_t i = 0;
        for (std::size_t child = 1; child < n; child = 4 * i + 1) {
            std::size_t least = child;
            const std::size_t end = std::min(child + 4, n);
            for (std::size_t j = child + 1; j < end; ++j) least = a[j].key < a[least].key ? j : least;
            if (a[least].key >= last.key) break;
            a[i] = a[least];
            i = least;
        }
        a[i] = last;
        return top;
    }

    std::vector<Entry> heap_;
    TimingWheel wheel_;
    std::uint64_t now_ = 0;
    std::uint64_t created_ = 0;
};

} // namespace halfopen
