// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/insight/metrics.h"

namespace halfopen {

/// What a published figure claims.
enum class ClaimKind : std::uint8_t {
    close,    ///< measured = expected, within 4 standard errors of both sides
    at_least, ///< measured >= expected
    at_most,  ///< measured <= expected
    shown,    ///< no verdict: the source gives no complete model
};

/// A published figure and how well the source knows it.
struct Claim {
    ClaimKind kind = ClaimKind::close;
    double expected = 0.0;
    double source_se = 0.0; ///< standard error of the source, in its unit
    int source_runs = 0;    ///< the source is the mean of so many runs like ours: its standard error is ours for so many
    double rounding = 0.0;  ///< half a unit of the last printed digit
    bool proportion = false; ///< each run says 0 or 1; expected and source_runs are then those of the proportion
    double precision = 0.01; ///< the standard error that is wanted, as a share of the expected (of 1 when that is 0)
};

enum class LandmarkVerdict : std::uint8_t { met, missed, undecided, shown };
std::string_view name_of(LandmarkVerdict verdict);

struct Judgement {
    Figure measured;       ///< nothing when some run does not have the figure
    Figure standard_error; ///< of the measured mean
    double source_se = 0.0; ///< of the source, its rounding included
    Figure tolerance;      ///< 4 standard errors of both sides, more where few runs know them badly
    /// (measured - expected) / standard error of both sides, as the normal quantile of its t quantile; nothing when both
    /// errors are 0. Of a bound: 0 on its right side, else how far it is missed.
    Figure z;
    std::size_t runs = 0;
    LandmarkVerdict verdict = LandmarkVerdict::undecided;
    bool precise_enough = false; ///< more runs are not needed for a verdict
};

/// Judges a claim by the values of independent runs. A close claim needs the wanted precision for a verdict; a bound
/// is decided when the mean is 4 standard errors away from it.
Judgement judge(const Claim &claim, const std::vector<Figure> &values);

} // namespace halfopen
