// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/math.h"

#include <array>

namespace halfopen::stable {

namespace {

constexpr double kSqrtTwo = 1.41421356237309504880;
constexpr double kSqrtTwoPi = 2.50662827463100050242;

/// erfc for x >= 0: a series near 0, the continued fraction of Laplace beyond.
double erfc_positive(double x) {
    constexpr double kTwoOverSqrtPi = 1.12837916709551257390;
    if (x < 2.5) {
        double term = x;
        double sum = x;
        const double z = x * x;
        for (int n = 1; n < 80; ++n) {
            term *= -z / n;
            sum += term / (2 * n + 1);
        }
        return 1.0 - kTwoOverSqrtPi * sum;
    }
    double tail = x;
    for (int n = 80; n >= 1; --n) tail = x + 0.5 * n / tail;
    return exp(-x * x) * 0.5 * kTwoOverSqrtPi / tail;
}

/// First guess of the lower-tail quantile, good to 4.5e-4 (Abramowitz and Stegun 26.2.23).
double guess_lower(double p) {
    const double t = std::sqrt(-2.0 * log(p));
    const double numerator = 2.515517 + t * (0.802853 + t * 0.010328);
    const double denominator = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return numerator / denominator - t;
}

} // namespace

double normal_cdf(double x) {
    const double upper = 0.5 * erfc_positive((x < 0 ? -x : x) / kSqrtTwo);
    return x < 0 ? upper : 1.0 - upper;
}

double normal_quantile(double p) {
    if (p == 0.5) return 0.0;
    const bool mirrored = p > 0.5;
    const double q = mirrored ? 1.0 - p : p;
    double x = guess_lower(q);
    for (int i = 0; i < 3; ++i) { // Halley's method on the distribution function: the error is cubed each time
        const double error = normal_cdf(x) - q;
        const double u = error * kSqrtTwoPi * exp(0.5 * x * x);
        x -= u / (1.0 + 0.5 * x * u);
    }
    return mirrored ? -x : x;
}

} // namespace halfopen::stable
