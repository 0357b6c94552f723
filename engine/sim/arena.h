// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace halfopen {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Objects by number, reused after release: memory grows with what is in flight, never with the length of a run.
/// T has a member `std::uint32_t next` that the arena uses while the object is free.
template <class T> class Arena {
public:
    /// A fresh, default-constructed object. References into the arena die here.
    std::uint32_t acquire() {
        ++used_;
        if (free_ == kNone) {
            objects_.emplace_back();
            return static_cast<std::uint32_t>(objects_.size() - 1);
        }
        const std::uint32_t number = free_;
        free_ = objects_[number].next;
        objects_[number] = T{};
        return number;
    }
    void release(std::uint32_t number) {
        --used_;
        objects_[number].next = free_;
        free_ = number;
    }
    T &operator[](std::uint32_t number) { return objects_[number]; }
    const T &operator[](std::uint32_t number) const { return objects_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(objects_.size()); } ///< free ones included
    std::size_t used() const { return used_; }
    std::size_t bytes() const { return objects_.capacity() * sizeof(T); }

private:
    std::vector<T> objects_;
    std::uint32_t free_ = kNone;
    std::size_t used_ = 0;
};

} // namespace halfopen
