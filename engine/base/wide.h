// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halfopen {

/// 128-bit integers, for keys and for sums that must not overflow.
__extension__ typedef unsigned __int128 uint128;
__extension__ typedef __int128 int128;

} // namespace halfopen
