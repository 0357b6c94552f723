// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/breaker/config.h"

/// Each sets the switches that make a plain breaker behave like the library, under its defaults.
namespace halfopen::library_presets {

void tutorial_code(BreakerConfig &c);
void toolweaver_client(BreakerConfig &c);
void resilience4j(BreakerConfig &c);
void polly(BreakerConfig &c);
void failsafe(BreakerConfig &c);
void hystrix(BreakerConfig &c);
void cockatiel_consecutive(BreakerConfig &c);
void cockatiel_count(BreakerConfig &c);
void cockatiel_sampling(BreakerConfig &c);
void opossum(BreakerConfig &c);
void pybreaker(BreakerConfig &c);
void circuitbreaker_py(BreakerConfig &c);
void gobreaker(BreakerConfig &c);
void litellm_cooldown(BreakerConfig &c);
void envoy_outlier(BreakerConfig &c);

} // namespace halfopen::library_presets
