// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/service.h"

namespace halfopen {

double ServiceConfig::billed_share(Outcome outcome) const {
    for (const auto &[kind, share] : billing) {
        if (kind == outcome) return share;
    }
    return outcome == kSuccess || outcome == kind_timeout || outcome == kind_cancelled ? 1.0 : 0.0;
}

} // namespace halfopen
