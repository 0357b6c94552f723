// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/insight/metrics.h"
#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

// "Which single setting would have changed it": answered by running the world again under the same luck.
namespace halfopen {

/// A change of a breaker's state.
struct AskedTransition {
    std::uint32_t breaker = 0;
    BreakerState from = BreakerState::closed, to = BreakerState::open;
    SimTime since{}; ///< when the state before it began; of a probe's verdict: when it opened before
    SimTime at{};
    friend bool operator==(const AskedTransition &, const AskedTransition &) = default;
};

/// What became of a request. Only where requests come by themselves: number n is the same request in every run then.
struct AskedRequest {
    std::uint32_t request = 0;
    std::uint32_t workload = 0;
    std::size_t legs = 1; ///< so many legs of its chain were looked at
    friend bool operator==(const AskedRequest &, const AskedRequest &) = default;
};

using Asked = std::variant<AskedTransition, AskedRequest>;

/// The question about a breaker_changed record, or about a request; nothing when it cannot be asked: no such breaker or
/// request, or one whose number depends on when others end.
std::optional<Asked> asked_transition(const TraceView &trace, const TraceIndex &index, std::size_t record);
std::optional<Asked> asked_request(const Scenario &scenario, const TraceView &trace, const TraceIndex &index,
                                   std::uint32_t request);

/// One setting with another value.
struct Alternative {
    std::string setting; ///< "trips at", "timeout"
    std::string value;   ///< for people: "6", "6 s"
    std::string path;    ///< in the document: "policies.vision.timeout"; empty where it cannot be set alone
    std::string yaml;    ///< the value there
    std::function<void(Scenario &)> apply;
};

/// Values of one setting, ever farther from what it is, in one direction.
struct Ladder {
    std::string setting;
    std::string now; ///< its present value, for people
    std::vector<Alternative> steps;
};

/// The settings that could bear on what is asked, in the order of the layers, outermost first.
std::vector<Ladder> ladders_for(const Scenario &scenario, const Asked &asked);

/// What became of it in one run.
struct CounterfactualAnswer {
    std::string what;       ///< "stays closed"; "opens again at 90.36 s, 0.63 s later"; "served by local_ocr in 1.3 s for $0.010"
    std::string end;        ///< of a request: the same without latency and cost, which every setting may move a little
    bool prevented = false; ///< a transition: it does not come
    Figure p99_s;           ///< of requests finished until then; of a transition only
    Figure cost_per_1000;   ///< USD, likewise
    friend bool operator==(const CounterfactualAnswer &, const CounterfactualAnswer &) = default;
};

/// Runs the scenario up to `until` (a request: at most to its end) and looks. Nothing when cancelled.
std::optional<CounterfactualAnswer> answer(const Scenario &scenario, const Asked &asked, SimTime until,
                                           const std::function<bool()> &cancelled = {});

/// One setting, and the nearest value of it that changes what is asked.
struct CounterfactualRow {
    Alternative alternative; ///< the last one tried
    std::string now;         ///< the setting's present value
    CounterfactualAnswer answer;
    bool changed = false; ///< false: no value that was tried changes it
};

struct Counterfactuals {
    CounterfactualAnswer as_it_is;
    std::vector<CounterfactualRow> rows; ///< those that prevent it first, then those that move it, then those that do nothing
    SimTime until{};
    int runs = 0;
};

/// Climbs each ladder until a step prevents the transition or changes the request's end. Nothing when cancelled.
std::optional<Counterfactuals> counterfactuals(const Scenario &scenario, const Asked &asked, SimTime until,
                                               const std::function<bool()> &cancelled = {});

} // namespace halfopen
