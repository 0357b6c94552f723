// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>

/// Elementary functions made of + - * / and square root only, so that every compiler, processor and
/// optimisation level gives the same bits. Everything that can reach a simulated time uses these;
/// the C library picks variants of log and exp by processor.
namespace halfopen::stable {

inline constexpr double kLn2 = 0.693147180559945309417;
inline constexpr double kLn2High = 0x1.62e42fefa0000p-1; ///< ln 2 with 12 zero bits at its end
inline constexpr double kLn2Low = 0x1.cf79abc9e3b3ap-40; ///< ln 2 - kLn2High
inline constexpr double kSqrtHalf = 0.70710678118654752440;

/// Natural logarithm. Range: positive finite x (denormals included). Error: below 2 units in the last place.
/// log x = k ln 2 + 2 atanh(s), s = (m - 1) / (m + 1), m in [sqrt(1/2), sqrt 2): the odd series in s to s^23.
inline double log(double x) {
    int k = 0;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        k = -54;
    }
    std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    k += static_cast<int>(bits >> 52) - 1023;
    bits = (bits & 0x000f'ffff'ffff'ffffULL) | 0x3ff0'0000'0000'0000ULL;
    double m = std::bit_cast<double>(bits);
    const bool upper = m > 1.41421356237309504880;
    m = upper ? m * 0.5 : m;
    k += upper ? 1 : 0;
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double z2 = z * z;
    const double z4 = z2 * z2;
    const double a = (1.0 / 3.0 + z * (1.0 / 5.0)) + z2 * (1.0 / 7.0 + z * (1.0 / 9.0));
    const double b = (1.0 / 11.0 + z * (1.0 / 13.0)) + z2 * (1.0 / 15.0 + z * (1.0 / 17.0));
    const double c = (1.0 / 19.0 + z * (1.0 / 21.0)) + z2 * (1.0 / 23.0);
    const double tail = 2.0 * s * z * (a + z4 * (b + z4 * c));
    const double dk = static_cast<double>(k);
    return dk * kLn2High + (2.0 * s + (tail + dk * kLn2Low));
}

/// Exponential. Any x; overflows to infinity above 709.78 and to 0 below -745.
/// exp x = 2^k exp r, |r| <= ln 2 / 2: the series in r to r^14.
inline double exp(double x) {
    if (!(x < 709.79)) return x != x ? x : HUGE_VAL;
    if (x < -745.2) return 0.0;
    const double scaled = x * (1.0 / kLn2);
    const int k = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const double dk = static_cast<double>(k);
    const double r = (x - dk * kLn2High) - dk * kLn2Low;
    double sum = 1.0 / 87178291200.0;
    for (const double inverse_factorial :
         {1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0,
          1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5}) {
        sum = sum * r + inverse_factorial;
    }
    const double value = 1.0 + (r + r * r * sum);
    const auto power_of_two = [](int e) {
        return std::bit_cast<double>(static_cast<std::uint64_t>(e + 1023) << 52);
    };
    const int half = k / 2; // in two factors, so that neither the largest nor a denormal result is lost
    return value * power_of_two(half) * power_of_two(k - half);
}

/// base^exponent for base >= 0. Whole exponents up to 1024 are repeated multiplication, so that doubling is exact.
inline double pow(double base, double exponent) {
    if (exponent == 0.0) return 1.0;
    if (exponent >= -1024.0 && exponent <= 1024.0 && exponent == static_cast<double>(static_cast<int>(exponent))) {
        int n = static_cast<int>(exponent);
        const bool inverse = n < 0;
        if (inverse) n = -n;
        double result = 1.0;
        double square = base;
        for (; n > 0; n >>= 1) {
            if (n & 1) result *= square;
            square *= square;
        }
        return inverse ? 1.0 / result : result;
    }
    if (base <= 0.0) return exponent > 0.0 ? 0.0 : HUGE_VAL;
    return exp(exponent * log(base));
}

/// Hyperbolic tangent; relative error below 1e-14.
inline double tanh(double x) {
    const double a = x < 0 ? -x : x;
    double t = 1.0;
    if (a < 0.1) {
        const double z = a * a; // the continued fraction of tanh, cut after seven terms
        t = a / (1 + z / (3 + z / (5 + z / (7 + z / (9 + z / (11 + z / 13))))));
    } else if (a < 20.0) {
        const double e = exp(-2.0 * a);
        t = (1.0 - e) / (1.0 + e);
    }
    return x < 0 ? -t : t;
}

/// The standard normal quantile. Range: 0 < p < 1. Relative error below 1e-13.
double normal_quantile(double p);
/// The standard normal distribution function, by the same means.
double normal_cdf(double x);

} // namespace halfopen::stable
