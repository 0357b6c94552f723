// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

#include <utility>

namespace halfopen {

namespace {

/// A rate, or one that goes linearly from one value to another.
const KeyTable<Phase> &ramp_keys() {
    static const KeyTable<Phase> table = {
        rate_key("from", &Phase::from, "At the start of the phase."),
        rate_key("to", &Phase::to, "At its end."),
    };
    return table;
}

/// Arrivals may also be silent, so 0/s is a rate here.
std::optional<Rate> read_arrival_rate(Reading &reading, const DocumentNode &node) {
    const auto value = node.is_scalar() ? parse_rate(node.text) : std::nullopt;
    return value && value->per_second == 0.0 ? value : read_rate(reading, node);
}

void read_phase_poisson(Reading &reading, const DocumentNode &node, Phase &out) {
    if (!node.is_map()) {
        if (const auto rate = read_arrival_rate(reading, node)) out.from = out.to = *rate;
        return;
    }
    check_unknown_keys(reading, node, names_of(ramp_keys()));
    for (const auto &[name, member] : {std::pair{"from", &Phase::from}, std::pair{"to", &Phase::to}}) {
        const DocumentNode::Entry *entry = node.find(name);
        if (entry == nullptr) {
            reading.error(node, std::string("the key ") + name + " is missing");
            continue;
        }
        const Reading::Step step(reading, *entry);
        if (const auto rate = read_arrival_rate(reading, *entry->value)) out.*member = *rate;
    }
}

const KeyTable<Phase> &phase_keys() {
    static const KeyTable<Phase> table = {
        duration_key("for", &Phase::lasts, kPositiveDuration, "How long the phase lasts.").fallback(""),
        custom_key<Phase>("poisson", "rate or map", "", "Its rate, or {from: RATE, to: RATE} for a ramp.",
                          read_phase_poisson, [](KeyDocs &docs) { document_keys(ramp_keys(), docs); }),
    };
    return table;
}

void read_phases(Reading &reading, const DocumentNode &node, Arrivals &out) {
    if (!node.is_list() || node.items.empty()) {
        reading.expected(node, "a list such as [{for: 60s, poisson: 5/s}]");
        return;
    }
    PhasedArrivals phased;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        Phase &phase = phased.phases.emplace_back();
        if (!read_map(reading, item, phase_keys(), phase)) continue;
        for (const char *needed : {"for", "poisson"}) {
            if (item.find(needed) == nullptr) reading.error(item, std::string("the key ") + needed + " is missing");
        }
    }
    out = std::move(phased);
}

const KeyTable<BatchArrivals> &batch_keys() {
    static const KeyTable<BatchArrivals> table = {
        integer_key("items", &BatchArrivals::items, {0, 1'000'000'000}, "How many requests."),
        duration_key("at", &BatchArrivals::at, kAnyDuration, "When the batch starts."),
        integer_key("concurrency", &BatchArrivals::concurrency, {1, 1'000'000}, "Requests in flight at once."),
    };
    return table;
}

const KeyTable<ClientArrivals> &client_keys() {
    static const KeyTable<ClientArrivals> table = {
        integer_key("count", &ClientArrivals::count, {1, 1'000'000}, "How many users."),
        distribution_key("think", &ClientArrivals::think, "The pause between a user's requests."),
        word_key("pacing", &ClientArrivals::pacing, {{"end", Pacing::end}, {"start", Pacing::start}},
                 "Thinks after the end of a request, or keeps a pace from start to start."),
        word_key("latency_from", &ClientArrivals::latency_from,
                 {{"send", LatencyFrom::send}, {"intended", LatencyFrom::intended}},
                 "From when latency is measured; intended leaves out no waiting."),
    };
    return table;
}

template <class A>
Key<Arrivals> arrivals_key(std::string name, const KeyTable<A> &(*table)(), std::string doc) {
    return custom_key<Arrivals>(
        std::move(name), "map", "", std::move(doc),
        [=](Reading &reading, const DocumentNode &node, Arrivals &out) {
            A value{};
            if (read_map(reading, node, table(), value)) out = std::move(value);
        },
        [table](KeyDocs &docs) { document_keys(table(), docs); });
}

const KeyTable<Arrivals> &arrivals_keys() {
    static const KeyTable<Arrivals> table = {
        custom_key<Arrivals>("poisson", "rate", "", "At random with this rate.",
                             [](Reading &reading, const DocumentNode &node, Arrivals &out) {
                                 if (const auto rate = read_arrival_rate(reading, node)) out = PoissonArrivals{*rate};
                             }),
        custom_key<Arrivals>("every", "duration", "", "One after each such gap.",
                             [](Reading &reading, const DocumentNode &node, Arrivals &out) {
                                 const auto gap = read_duration(reading, node, kPositiveDuration);
                                 if (gap) out = EveryArrivals{*gap};
                             }),
        custom_key<Arrivals>("phases", "list", "", "Rates over time; after the last nothing arrives.", read_phases,
                             [](KeyDocs &docs) {
                                 docs.add({"[]", "map", "", "", "One phase.", {}});
                                 docs.below("[]", [](KeyDocs &inner) { document_keys(phase_keys(), inner); });
                             }),
        arrivals_key("batch", batch_keys, "So many items at once, with a limit of concurrency."),
        arrivals_key("clients", client_keys, "A closed loop of users."),
        later_key<Arrivals>("trace", {}, "Arrival times from a CSV file."),
    };
    return table;
}

void read_arrivals(Reading &reading, const DocumentNode &node, Workload &out) {
    if (!node.is_map()) {
        reading.expected(node, "arrivals such as {poisson: 5/s}");
        return;
    }
    check_unknown_keys(reading, node, names_of(arrivals_keys()));
    const std::size_t before = reading.issues().size();
    if (chosen_key(reading, node, arrivals_keys(), "kind of arrivals") != nullptr) {
        read_known_keys(reading, node, arrivals_keys(), out.arrivals);
    } else if (reading.issues().size() == before) {
        reading.error(node, "expected arrivals such as {poisson: 5/s}");
    }
}

} // namespace

const KeyTable<Workload> &workload_keys() {
    static const KeyTable<Workload> table = {
        text_key("operation", &Workload::operation, "What each request does."),
        custom_key<Workload>("arrivals", "map", "", "When requests come.", read_arrivals,
                             [](KeyDocs &docs) { document_keys(arrivals_keys(), docs); }),
        integer_key("instances", &Workload::instances, {1, 65'535},
                    "Copies of the calling program; requests are spread over them at random."),
        integer_key("luck", &Workload::luck, {0, 1023},
                    "Stream of its draws; workloads with the same number meet the same luck.")
            .fallback("its own"),
    };
    return table;
}

} // namespace halfopen
