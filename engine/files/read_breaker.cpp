// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/read_breaker.h"
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <utility>

namespace halfopen {

namespace {

/// The preset, or the plain tutorial one and an error.
void read_preset(Reading &reading, const DocumentNode &node, BreakerConfig &out) {
    if (!node.is_scalar()) {
        reading.expected(node, "a preset such as tutorial, or a map of breaker fields");
    } else if (auto preset = breaker_preset(node.text)) {
        out = *preset;
    } else {
        reading.unknown(node.at, "preset", node.text, breaker_preset_names());
    }
}

const KeyTable<BreakerConfig> &breaker_keys() {
    static const KeyTable<BreakerConfig> table = [] {
        std::string presets;
        for (const std::string &name : breaker_preset_names())
            presets += (presets.empty() ? "one of " : ", ") + name;
        KeyTable<BreakerConfig> keys;
        keys.push_back(custom_key<BreakerConfig>("preset", "preset", "tutorial",
                                                 "Where the other fields get their values from.", read_preset)
                           .range(presets));
        for (auto part : {breaker_trip_keys, breaker_open_keys, breaker_probe_keys, breaker_balancer_keys}) {
            for (Key<BreakerConfig> &key : part())
                keys.push_back(std::move(key));
        }
        return keys;
    }();
    return table;
}

} // namespace

void read_breaker(Reading &reading, const DocumentNode &node, std::optional<BreakerConfig> &out) {
    BreakerConfig breaker = *breaker_preset("tutorial");
    if (node.is_map()) {
        if (read_map(reading, node, breaker_keys(), breaker)) check_breaker_window(reading, node, breaker);
    } else {
        read_preset(reading, node, breaker);
    }
    out = std::move(breaker);
}

void document_breaker(KeyDocs &docs) { document_keys(breaker_keys(), docs); }

} // namespace halfopen
