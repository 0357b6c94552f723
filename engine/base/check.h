// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halfopen {

/// Prints the condition and its place to stderr and aborts. For bad programs, never for bad input.
[[noreturn]] void check_failed(const char *condition, const char *file, int line);

} // namespace halfopen

/// An always-on check of an invariant of the program.
#define HALFOPEN_CHECK(condition)                                                                            \
    (__builtin_expect(!!(condition), 1) ? void(0) : ::halfopen::check_failed(#condition, __FILE__, __LINE__))
