// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trace/fingerprint.h"

#include "engine/base/wide.h"

namespace halfopen {

namespace {

/// A full-avalanche mix of two words: the two halves of their 128-bit product.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<uint128>(a ^ 0x2d358dccaa6c78a5ULL) * (b ^ 0x8bb84b93962eacc9ULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

} // namespace

std::string Fingerprint::hex() const {
    const std::uint64_t high = mix(mix(lane_[0], lane_[1]), mix(lane_[2], count_));
    const std::uint64_t low = mix(mix(lane_[2], lane_[3]), mix(lane_[0], ~count_));
    std::string text;
    constexpr char digits[] = "0123456789abcdef";
    for (const std::uint64_t word : {high, low}) {
        for (int shift = 60; shift >= 0; shift -= 4) text += digits[(word >> shift) & 15];
    }
    return text;
}

} // namespace halfopen
