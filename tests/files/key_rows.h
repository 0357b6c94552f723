// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace halfopen {

/// A scenario in which every key of the format can be set by itself.
extern const std::string kKeysScenario;

/// A key and a value for it that differs from what holds without it. What stands below is exercised too.
struct KeyRow {
    std::string path;
    std::string value;
};
const std::vector<KeyRow> &key_rows();

} // namespace halfopen
