// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/files/conformance_breaker.h"
#include "engine/files/conformance_json.h"

// Internal to engine/files: the breakers of the libraries under their own option names.
// Errors (Unusable): an unknown library or parameter, a value out of the library's range, a draw at random.
namespace halfopen::vectors {

LibraryBreaker breaker_of(const std::string &library, Params &params);

LibraryBreaker resilience4j_breaker(Params &params);
LibraryBreaker cockatiel_breaker(Params &params);

/// A number of seconds, or the fallback.
Duration seconds_or(Params &params, const char *name, Duration fallback);
Duration milliseconds_or(Params &params, const char *name, Duration fallback);
int whole_or(Params &params, const char *name, int least, int fallback);

} // namespace halfopen::vectors
