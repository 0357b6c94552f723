// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace halfopen {

/// Callers "shop/0" and "shop/1" are two instances of one program.
struct Callers {
    struct Place {
        std::uint32_t program = 0, instance = 0;
    };
    std::vector<std::string> programs;
    std::vector<std::uint32_t> instances; ///< of each program, at least 1
    std::vector<Place> places;            ///< by the caller of the record
};

Callers callers_of(const std::vector<std::string> &callers);

} // namespace halfopen
