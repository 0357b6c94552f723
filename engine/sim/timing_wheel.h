// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace halfopen {

/// A timer that was armed; kNoTimer when none.
using TimerId = std::uint32_t;
inline constexpr TimerId kNoTimer = std::numeric_limits<TimerId>::max();

/// Timers that are mostly cancelled before they fire: a hierarchical timing wheel (Varghese and Lauck, 1987) of
/// eight levels of 64 slots, the finest 2^16 ns wide, each with a bit mask of its slots in use. Arming and
/// cancelling are O(1); what comes due leaves the wheel a little early, through `expire`, to be put in exact order by
/// the heap behind it. Times are ns; a regular value.
class TimingWheel {
public:
    struct Timer {
        std::uint64_t time = 0;
        std::uint64_t order = 0; ///< breaks ties at one instant
        std::uint32_t kind = 0;
        std::uint32_t target = 0;
        std::uint32_t next = kNoTimer, previous = kNoTimer;
        std::uint16_t slot = 0; ///< level * 64 + slot, or one of the marks below
    };
    static constexpr std::uint16_t kInHeap = 0xffff;    ///< left the wheel, alive
    static constexpr std::uint16_t kCancelled = 0xfffe; ///< left the wheel, then cancelled
    static constexpr std::uint16_t kFree = 0xfffd;

    TimingWheel() { heads_.fill(kNoTimer); }

    /// Arms a timer. `now` must not go back. Returns its id and whether it is due so soon that it belongs in the heap.
    struct Armed { TimerId id; bool due; };
    Armed arm(std::uint64_t now, std::uint64_t time, std::uint64_t order, std::uint32_t kind, std::uint32_t target) {
        const TimerId id = allocate();
        Timer &timer = timers_[id];
        timer.time = time;
        timer.order = order;
        timer.kind = kind;
        timer.target = target;
        if (now > now_) now_ = now;
        return {id, !place(id)};
    }
    /// Disarms; true when the timer is gone at once, false when its key still lies in the heap.
    bool cancel(TimerId id) {
        Timer &timer = timers_[id];
        if (timer.slot == kInHeap) {
            timer.slot = kCancelled;
            return false;
        }
        unlink(timer);
        release(id);
        return true;
    }
    /// No timer still in the wheel is due before this (a lower bound, in ns).
    std::uint64_t next_due() const { return next_due_; }
    /// Moves on to next_due(): hands the timers of that slot to `due(id)` or spreads them over finer slots.
    template <class Due> void expire(Due &&due) {
        if (levels_ == 0) {
            next_due_ = kNever;
            return;
        }
        const unsigned level = static_cast<unsigned>(std::countr_zero(levels_));
        const unsigned slot = static_cast<unsigned>(std::countr_zero(masks_[level]));
        const std::uint64_t start = slot_start(level, slot);
        if (start > next_due_) { // what was due there has been cancelled
            next_due_ = start;
            return;
        }
        now_ = start;
        TimerId id = heads_[level * kSlots + slot];
        heads_[level * kSlots + slot] = kNoTimer;
        clear_bit(level, slot);
        while (id != kNoTimer) {
            const TimerId next = timers_[id].next;
            if (!place(id)) due(id);
            id = next;
        }
        next_due_ = earliest();
    }
    const Timer &operator[](TimerId id) const { return timers_[id]; }
    /// Gives back a timer that left the wheel (fired, or found cancelled in the heap).
    void release(TimerId id) {
        timers_[id].slot = kFree;
        timers_[id].next = free_;
        free_ = id;
    }
    std::size_t bytes() const { return timers_.capacity() * sizeof(Timer) + sizeof *this; }

private:
    static constexpr unsigned kLevels = 8, kSlots = 64, kSlotBits = 6, kTickBits = 16;
    static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

    TimerId allocate() {
        if (free_ != kNoTimer) {
            const TimerId id = free_;
            free_ = timers_[id].next;
            return id;
        }
        timers_.emplace_back();
        return static_cast<TimerId>(timers_.size() - 1);
    }
    /// Puts a timer where its time belongs relative to now_; false when it is due within the present tick.
    bool place(TimerId id) {
        Timer &timer = timers_[id];
        const std::uint64_t differs = (timer.time ^ now_) >> kTickBits;
        if (differs == 0 || timer.time <= now_) {
            timer.slot = kInHeap;
            return false;
        }
        const unsigned level = (63u - static_cast<unsigned>(std::countl_zero(differs))) / kSlotBits;
        const unsigned slot = static_cast<unsigned>(timer.time >> (kTickBits + kSlotBits * level)) & (kSlots - 1);
        TimerId &head = heads_[level * kSlots + slot];
        timer.slot = static_cast<std::uint16_t>(level * kSlots + slot);
        timer.next = head;
        timer.previous = kNoTimer;
        if (head != kNoTimer) timers_[head].previous = id;
        head = id;
        masks_[level] |= std::uint64_t{1} << slot;
        levels_ |= 1u << level;
        const std::uint64_t start = slot_start(level, slot);
        if (start < next_due_) next_due_ = start;
        return true;
    }
    void unlink(const Timer &timer) {
        if (timer.next != kNoTimer) timers_[timer.next].previous = timer.previous;
        if (timer.previous != kNoTimer) {
            timers_[timer.previous].next = timer.next;
        } else {
            heads_[timer.slot] = timer.next;
            if (timer.next == kNoTimer) clear_bit(timer.slot / kSlots, timer.slot % kSlots);
        }
    }
    void clear_bit(unsigned level, unsigned slot) {
        masks_[level] &= ~(std::uint64_t{1} << slot);
        if (masks_[level] == 0) levels_ &= ~(1u << level);
    }
    std::uint64_t slot_start(unsigned level, unsigned slot) const {
        const unsigned shift = kTickBits + kSlotBits * level;
        const std::uint64_t prefix = shift + kSlotBits >= 64 ? 0 : (now_ >> (shift + kSlotBits)) << (shift + kSlotBits);
        return prefix | (static_cast<std::uint64_t>(slot) << shift);
    }
    std::uint64_t earliest() const {
        if (levels_ == 0) return kNever;
        const unsigned level = static_cast<unsigned>(std::countr_zero(levels_));
        return slot_start(level, static_cast<unsigned>(std::countr_zero(masks_[level])));
    }

    std::vector<Timer> timers_;
    TimerId free_ = kNoTimer;
    std::uint64_t now_ = 0;
    std::uint64_t next_due_ = kNever;
    std::uint32_t levels_ = 0;
    std::array<std::uint64_t, kLevels> masks_{};
    std::array<TimerId, kLevels * kSlots> heads_;
};

} // namespace halfopen
