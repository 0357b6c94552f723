// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_family.h"

namespace halfopen::vectors {

ConformanceCase closed_form_case(const Json &line, const ConformanceOptions &options) {
    if (line.contains("model")) return queue_case(line, options);
    if (line.contains("threshold")) return trip_case(line, options);
    if (line.contains("stages") || line.contains("p_fail")) return chain_case(line, options);
    throw Unusable{"this closed form is neither a queue nor a chain nor the trip of a breaker"};
}

} // namespace halfopen::vectors
