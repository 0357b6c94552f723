// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/text_checks.h"
#include "engine/files/value_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
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
    return read_rate(reading, node, true);
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
        if (read_map(reading, item, phase_keys(), phase)) require_keys(reading, item, {"for", "poisson"});
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
        custom_key<Arrivals>(
            "trace", "file name", "",
            "Recorded times: a CSV file with a header and the columns at (a duration, or seconds) and, "
            "optionally, operation; a workload for each operation that it names.",
            [](Reading &reading, const DocumentNode &node, Arrivals &out) {
                auto file = read_text(reading, node, "the name of a CSV file");
                if (file) out = TraceArrivals{std::move(*file), nullptr};
            }),
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

/// The workloads that a record stands for: the first in place of the one that names the file, the others behind all.
class RecordedWorkloads {
public:
    RecordedWorkloads(Reading &reading, const DocumentNode &item, Workload &first, const Scenario &scenario)
        : reading_(reading), item_(item), first_(first), scenario_(scenario) {}

    std::vector<Workload> expand(const std::string &file) {
        const DocumentNode &arrivals = *item_.find("arrivals")->value;
        const Reading::Step below(reading_, *item_.find("arrivals"));
        const Reading::Step step(reading_, *arrivals.find("trace"));
        const DocumentNode &place = *arrivals.find("trace")->value;
        const Result<RecordedArrivals> record = reading_.files().arrivals(reading_.directory(), file);
        if (!record) {
            reading_.file_error(place, record.failure());
            return {};
        }
        const std::size_t before = reading_.issues().size();
        std::vector<Workload> all;
        for (const RecordedArrivals::Stream &stream : record.value().streams) {
            Workload workload = first_;
            workload.arrivals = TraceArrivals{file, stream.at};
            if (!stream.operation.empty()) {
                check_operation(place, file, stream);
                workload.operation = stream.operation;
            } else if (first_.operation.empty()) {
                reading_.error(place, fmt::format("{}:{}: names no operation, and the workload has none either", file,
                                                  stream.line));
            }
            all.push_back(std::move(workload));
        }
        if (reading_.issues().size() > before) return {};
        first_ = all.front();
        all.erase(all.begin());
        return all;
    }

private:
    void check_operation(const DocumentNode &place, const std::string &file, const RecordedArrivals::Stream &stream) {
        std::vector<std::string> known;
        for (const Operation &operation : scenario_.operations)
            known.push_back(operation.name);
        if (std::find(known.begin(), known.end(), stream.operation) != known.end()) return;
        const std::string near = nearest_name(stream.operation, known);
        reading_.error(place,
                       fmt::format("{}:{}:{}: there is no operation {}{}", file, stream.line, stream.column,
                                   in_quotes(stream.operation), near.empty() ? "" : "; did you mean " + near + "?"));
    }

    Reading &reading_;
    const DocumentNode &item_;
    Workload &first_;
    const Scenario &scenario_;
};

} // namespace

void read_workloads(Reading &reading, const DocumentNode &node, Scenario &out) {
    std::vector<Workload> further;
    read_list(reading, node, "a list of workloads", out.workloads, [&](const DocumentNode &item, Workload &workload) {
        if (!read_map(reading, item, workload_keys(), workload)) return;
        require_keys(reading, item, {"arrivals"});
        if (const auto *trace = std::get_if<TraceArrivals>(&workload.arrivals)) {
            const std::string file = trace->file;
            for (Workload &other : RecordedWorkloads(reading, item, workload, out).expand(file))
                further.push_back(std::move(other));
            // Only after an error, which says enough: validation need not add that the operation is missing.
            if (workload.operation.empty() && !out.operations.empty()) workload.operation = out.operations.front().name;
        } else {
            require_keys(reading, item, {"operation"});
        }
    });
    std::move(further.begin(), further.end(), std::back_inserter(out.workloads));
}

const KeyTable<Workload> &workload_keys() {
    static const KeyTable<Workload> table = {
        text_key("operation", &Workload::operation, "What each request does.")
            .fallback("none: a trace may name its operations"),
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
