// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace halfopen {

void check_failed(const char *condition, const char *file, int line) {
    std::fprintf(stderr, "halfopen: internal check failed: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace halfopen
