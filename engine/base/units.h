// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace halfopen {

/// A share or probability as a plain fraction; a validated one lies in [0, 1].
struct Ratio {
    double value = 0.0;
    friend constexpr auto operator<=>(const Ratio &, const Ratio &) = default;
};

/// An amount of US dollars in integer nano-dollars, so that sums are exact in any order.
struct Money {
    std::int64_t nano_usd = 0;
    friend constexpr auto operator<=>(const Money &, const Money &) = default;
    constexpr Money &operator+=(Money other) {
        nano_usd += other.nano_usd;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return Money{a.nano_usd + b.nano_usd}; }
};

/// The dearest single call, diagnosis or remedy that a scenario may state, in USD.
inline constexpr double kCostMaxUsd = 10'000.0;

/// Rounds to the nearest nano-dollar. Range: |usd| <= kCostMaxUsd.
constexpr Money money_from_usd(double usd) {
    const double nano = usd * 1e9;
    return Money{static_cast<std::int64_t>(nano < 0 ? nano - 0.5 : nano + 0.5)};
}
constexpr double usd(Money m) { return static_cast<double>(m.nano_usd) / 1e9; }

/// The billed part of a cost, rounded to the nearest nano-dollar.
constexpr Money share_of(Money m, Ratio r) {
    return Money{static_cast<std::int64_t>(static_cast<double>(m.nano_usd) * r.value + 0.5)};
}

/// Events per second of simulated time.
struct Rate {
    double per_second = 0.0;
    friend constexpr auto operator<=>(const Rate &, const Rate &) = default;
};

} // namespace halfopen
