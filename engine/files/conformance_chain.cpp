// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_family.h"
namespace halfopen::vectors {
ConformanceCase chain_case(const Json &, const ConformanceOptions &) { throw Unusable{"later"}; }
} // namespace halfopen::vectors
