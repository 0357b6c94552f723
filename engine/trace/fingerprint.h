// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

#include "engine/trace/record.h"

namespace halfopen {

/// A running 128-bit hash over trace records: four lanes of multiply and rotate, one for each word of a record,
/// so that a record costs one multiplication of latency. Not for adversaries.
class Fingerprint {
public:
    void add(const TraceRecord &record) {
        std::array<std::uint64_t, 4> word;
        std::memcpy(word.data(), &record, sizeof record);
        for (std::size_t i = 0; i < 4; ++i) {
            lane_[i] = std::rotl((lane_[i] ^ word[i]) * kMultiplier[i], 29) + kIncrement;
        }
        ++count_;
    }
    std::uint64_t count() const { return count_; }
    /// 32 hexadecimal digits.
    std::string hex() const;
    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;

private:
    static constexpr std::uint64_t kIncrement = 0x9e3779b97f4a7c15ULL;
    static constexpr std::array<std::uint64_t, 4> kMultiplier = {0xd6e8feb86659fd93ULL, 0xa0761d6478bd642fULL,
                                                                 0xe7037ed1a0b428dbULL, 0x8ebc6af09c88c6e3ULL};
    std::array<std::uint64_t, 4> lane_ = {1, 2, 3, 4};
    std::uint64_t count_ = 0;
};

} // namespace halfopen
