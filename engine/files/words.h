// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "engine/policy/breaker/breaker.h"
#include "engine/trace/record.h"

namespace halfopen {

// Reasons as the words of the machine-readable outputs; part of their contract.
std::string_view word_of(BreakerReason reason);
std::string_view word_of(Verdict verdict);
std::string_view word_of(LegReason reason);
std::string_view word_of(WaitReason reason);
std::string_view word_of(GiveUp reason);
std::string_view word_of(HedgeReason reason);
std::string_view word_of(Recovery recovery);

} // namespace halfopen
