// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <iostream>

#include <rapidcheck.h>

#include "engine/policy/breaker/breaker.h"

// How the tests of breakers drive one.
namespace halfopen {

inline SimTime at(double s) { return kTimeZero + Duration{static_cast<std::int64_t>(s * 1e9 + (s < 0 ? -0.5 : 0.5))}; }

/// Serves the timers of a breaker up to and at an instant, as a simulation does.
inline void serve_timers(Breaker &breaker, const BreakerConfig &config, SimTime now) {
    for (SimTime t = breaker.timer_at(config); t <= now && t != kTimeNever; t = breaker.timer_at(config)) {
        breaker.on_timer(config, t, 0.0);
    }
}

/// A call that ends at once. Gives whether it was let through.
inline bool call(Breaker &breaker, const BreakerConfig &config, double s, Verdict verdict,
                 Duration took = Duration{0}) {
    serve_timers(breaker, config, at(s));
    const Admission admission = breaker.admit(config, at(s));
    if (admission.permitted) breaker.observe(config, at(s), admission.permit, verdict, took, 0.0);
    return admission.permitted;
}
inline bool succeed(Breaker &breaker, const BreakerConfig &config, double s) {
    return call(breaker, config, s, Verdict::success);
}
inline bool fail(Breaker &breaker, const BreakerConfig &config, double s) {
    return call(breaker, config, s, Verdict::failure);
}

/// A call that stays under way.
inline Permit begin(Breaker &breaker, const BreakerConfig &config, double s) {
    serve_timers(breaker, config, at(s));
    return breaker.admit(config, at(s)).permit;
}
inline void end(Breaker &breaker, const BreakerConfig &config, double s, const Permit &permit, Verdict verdict) {
    serve_timers(breaker, config, at(s));
    breaker.observe(config, at(s), permit, verdict, at(s) - permit.since, 0.0);
}

/// A property with at least ten thousand cases, whatever the number for ordinary ones is.
template <class Property>
bool holds_often(const char *description, Property property) {
    rc::detail::TestMetadata metadata;
    metadata.id = metadata.description = description;
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = std::max(params.maxSuccess, 10'000);
    const auto result = rc::detail::checkTestable(property, metadata, params);
    std::cerr << "- " << description << " (seed " << params.seed << ")\n";
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << '\n';
    return result.template is<rc::detail::SuccessResult>();
}

} // namespace halfopen
