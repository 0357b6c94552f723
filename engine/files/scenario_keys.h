// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace halfopen {

/// One key of the scenario file, as an editor or a reference page shows it.
struct KeyDoc {
    std::string path;       ///< pattern: "services.*.latency.lognormal.p50", "workloads[].instances"
    std::string type;       ///< "duration", "share", "rate", "USD", "number", "whole number", "word", "map", ...
    std::string range;      ///< "1ns to 1000000000s", "one of fifo, lifo"; may be empty
    std::string fallback;   ///< what holds when the key is absent; may be empty
    std::string doc;        ///< one sentence
    std::string short_form; ///< the key below that a single value in this key's place stands for; mostly empty
};

/// Every key of the format, in the order of the reference; made from the tables that the reader reads by.
const std::vector<KeyDoc> &scenario_keys();

/// Where a single value stands for a map with one key.
struct ShortForm {
    std::vector<std::string> pattern; ///< steps of the path; "*" any key, "[]" any index
    std::string key;
};
const std::vector<ShortForm> &scenario_short_forms();

} // namespace halfopen
