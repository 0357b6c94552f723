// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include <Random123/philox.h>

namespace halfopen {

/// What a draw is for. Each purpose has its own stream, so that a new kind of draw never moves an old one.
/// The numbers are part of the trace hash: append only.
enum class Purpose : std::uint8_t {
    arrival = 1,   ///< gap to the next arrival (lane 0) and the calling instance (lane 1)
    think = 2,     ///< think time of a closed-loop client
    inputs = 3,    ///< what the request carries; `draw` numbers the input kinds by pairs
    attempt = 4,   ///< failure kind (lane 0) and service time (lane 1) of one attempt
    network = 6,   ///< network delay there (draw 0...) and back (draw 64...)
    jitter = 7,    ///< jitter of the wait after attempt number `attempt`
    accuracy = 8,  ///< is the answer right (lane 0), does the detector accept it (lane 1)
    availability = 9, ///< sojourns of a two-state availability process
    diagnosis = 10,   ///< right diagnosis (lane 0), which wrong one (lane 1)
    remedy = 11,      ///< does the remedy work
    heal_duration = 12, ///< duration of a diagnosis (draw 0...) or a remedy (draw 64...)
    fault = 13,    ///< partial (ramped) outages
    breaker = 14,  ///< jittered open durations
    balance = 15,  ///< random choice of a replica
    budget = 16,   ///< adaptive throttles
};

/// The key of a draw. Equal keys give equal draws, whatever the policy: common random numbers.
/// `luck` names the request: see luck_of_request().
struct DrawKey {
    std::uint64_t luck = 0;
    Purpose purpose = Purpose::arrival;
    std::uint32_t service = 0; ///< < 4096
    std::uint32_t attempt = 0; ///< < 65536, counted from 1 per request and service
    std::uint32_t copy = 0;    ///< < 16
    std::uint32_t draw = 0;    ///< < 256
    std::uint32_t path = 0;    ///< < 65536, position in the tree of downstream calls
};

inline constexpr std::uint32_t kServicesMax = 4096;
inline constexpr std::uint32_t kWorkloadsMax = 1024;
inline constexpr std::uint32_t kClientsMax = 1u << 20;

/// Packs workload and request index into one number; open loop: 54 bits of index.
constexpr std::uint64_t luck_of_request(std::uint32_t workload, std::uint64_t index) {
    return (static_cast<std::uint64_t>(workload) << 54) | (index & ((1ULL << 54) - 1));
}
/// Closed loop: requests are numbered per client, so that a slower policy meets the same luck per client.
constexpr std::uint64_t luck_of_client_request(std::uint32_t workload, std::uint32_t client, std::uint64_t index) {
    return luck_of_request(workload, (static_cast<std::uint64_t>(client) << 34) | (index & ((1ULL << 34) - 1)));
}

/// Stateless keyed randomness: a pure function of (seed, key). Generator: Philox 4x32-10 (Salmon et al., SC'11),
/// from the Random123 library. Copying it copies nothing but the seed.
class Randomness {
public:
    explicit constexpr Randomness(std::uint64_t seed = 0) : seed_(seed) {}

    /// Two independent 64-bit words for a key ("lanes" 0 and 1).
    std::array<std::uint64_t, 2> words(const DrawKey &key) const {
        const std::uint64_t low = (static_cast<std::uint64_t>(key.purpose) << 58) |
                                  (static_cast<std::uint64_t>(key.service) << 46) |
                                  (static_cast<std::uint64_t>(key.attempt) << 30) |
                                  (static_cast<std::uint64_t>(key.copy) << 26) |
                                  (static_cast<std::uint64_t>(key.draw) << 18) | key.path;
        return block(key.luck, low);
    }
    /// Two uniforms in (0, 1], each a multiple of 2^-53.
    std::array<double, 2> uniforms(const DrawKey &key) const {
        const auto w = words(key);
        return {to_uniform(w[0]), to_uniform(w[1])};
    }
    double uniform(const DrawKey &key) const { return uniforms(key)[0]; }

    /// A multiple of 2^-53 in (0, 1]: never 0, so that its logarithm is finite.
    static constexpr double to_uniform(std::uint64_t word) {
        return static_cast<double>((word >> 11) + 1) * 0x1p-53;
    }
    constexpr std::uint64_t seed() const { return seed_; }
    friend constexpr bool operator==(const Randomness &, const Randomness &) = default;

private:
    std::array<std::uint64_t, 2> block(std::uint64_t high, std::uint64_t low) const {
        r123::Philox4x32::ctr_type counter = {{static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32),
                                               static_cast<std::uint32_t>(high),
                                               static_cast<std::uint32_t>(high >> 32)}};
        r123::Philox4x32::key_type key = {
            {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)}};
        const auto out = r123::Philox4x32{}(counter, key);
        return {(static_cast<std::uint64_t>(out[1]) << 32) | out[0], (static_cast<std::uint64_t>(out[3]) << 32) | out[2]};
    }
    std::uint64_t seed_;
};

} // namespace halfopen
