// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/files/key_table.h"
#include "engine/world/scenario.h"

// The tables of the format, one file each. A reader takes the failure kinds known so far from the Reading, so
// the root reads `kinds` first.
namespace halfopen {

/// The whole format. `kinds` stands before all that names failure kinds.
const KeyTable<Scenario> &scenario_table();

void read_kinds(Reading &reading, const DocumentNode &node, Scenario &out);
void document_kinds(KeyDocs &docs);
void read_inputs(Reading &reading, const DocumentNode &node, Scenario &out);
void document_inputs(KeyDocs &docs);

const KeyTable<ServiceConfig> &service_keys();
/// Shared with faults; availability without what cannot change.
const KeyTable<ServerRateLimit> &rate_limit_keys();
const KeyTable<Availability> &availability_fault_keys();
const KeyTable<PolicyConfig> &policy_keys();
const KeyTable<Operation> &operation_keys();
const KeyTable<Workload> &workload_keys();
/// A record of arrivals that names operations becomes one workload for each; the further ones stand behind all others.
void read_workloads(Reading &reading, const DocumentNode &node, Scenario &out);
const KeyTable<Fault> &fault_keys();
/// A fault needs a service, a place in time and exactly one effect.
void read_fault(Reading &reading, const DocumentNode &node, Fault &out);

const KeyTable<RetryConfig> &retry_keys();
const KeyTable<BackoffConfig> &backoff_keys();
void read_jitter(Reading &reading, const DocumentNode &node, JitterConfig &out);
void document_jitter(KeyDocs &docs);
/// `breaker: PRESET` or a map of fields over a preset.
void read_breaker(Reading &reading, const DocumentNode &node, std::optional<BreakerConfig> &out);
void document_breaker(KeyDocs &docs);
/// `budget: PRESET` or a map with one scheme.
void read_budget(Reading &reading, const DocumentNode &node, std::optional<BudgetConfig> &out);
void document_budget(KeyDocs &docs);
Key<PolicyConfig> bulkhead_key();
Key<PolicyConfig> rate_limiter_key();
Key<PolicyConfig> hedge_key();
/// The list of edits as it is written, without the scenarios that they make.
const KeyTable<Edit> &edit_keys();
void read_edits(Reading &reading, const DocumentNode &node, Scenario &out);

/// A list of failure kinds, each once.
void read_kind_list(Reading &reading, const DocumentNode &node, std::vector<Outcome> &out);
/// A map from failure kinds to shares, ordered by kind; "success" too where that has a meaning.
using KindShares = std::vector<std::pair<Outcome, double>>;
void read_kind_shares(Reading &reading, const DocumentNode &node, KindShares &out, bool with_success);

/// What a name may be made of, so that it can stand in a path. Says what is wrong.
bool check_name(Reading &reading, const std::string &name, Position at);

/// Reads a list; `read` takes an item and its new place.
template <class T, class F>
void read_list(Reading &reading, const DocumentNode &node, std::string_view what, std::vector<T> &out, F read) {
    if (node.is_null()) return;
    if (!node.is_list()) {
        reading.expected(node, what);
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Reading::Step step(reading, i, *node.items[i].value);
        read(*node.items[i].value, out.emplace_back());
    }
}

/// Reads a map from names to values of one kind, in the order of the file.
template <class T>
void read_named(Reading &reading, const DocumentNode &node, const KeyTable<T> &table, std::vector<T> &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map from names to maps");
        return;
    }
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        if (!check_name(reading, entry.key, entry.key_at)) continue;
        T &value = out.emplace_back();
        value.name = entry.key;
        if (!entry.value->is_null()) read_map(reading, *entry.value, table, value);
    }
}

} // namespace halfopen
