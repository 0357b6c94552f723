// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/replay_report.h"

#include "engine/files/metrics_json.h"
#include "engine/insight/explain.h"
#include "engine/world/layout.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace halfopen {

namespace {

/// By the hour that clocks are set back in autumn, more or less.
bool set_back(const RecordHealth &h) {
    return h.largest_step_back > std::chrono::minutes(55) && h.largest_step_back <= std::chrono::minutes(61);
}

/// "vision at gpt4_vision, instance 2": as people count.
std::string breaker_name(const Scenario &scenario, const BreakerPlace &place) {
    const std::string name = fmt::format("{} at {}", scenario.policies[place.policy].name, scenario.services[place.service].name);
    const bool several = !place.shared && scenario.workloads[place.workload].instances > 1;
    return several ? fmt::format("{}, instance {}", name, place.instance + 1) : name;
}

} // namespace

std::string health_text(const RecordHealth &h) {
    std::string out = fmt::format("\nRecord: {} rows, {} left out as unreadable, {} as repeated\n", h.rows, h.unreadable, h.duplicates);
    const auto line = [&](std::size_t count, const std::string &text) {
        if (count > 0) out += "  " + text + '\n';
    };
    line(h.contradictions, fmt::format("{} rows contradict an earlier one about the same attempt; both were kept", h.contradictions));
    line(h.out_of_order, fmt::format("{} rows began before the one above, by up to {}; they were sorted{}", h.out_of_order,
                                     format_duration(h.largest_step_back),
                                     set_back(h) ? " (local times over the end of summer time? convert them to UTC first)" : ""));
    line(h.overlaps, fmt::format("{} attempts began before the one before them had ended, by up to {}: skewed clocks, or hedging",
                                 h.overlaps, format_duration(h.largest_overlap)));
    line(h.without_latency, fmt::format("{} rows have no latency", h.without_latency));
    for (const RecordGap &gap : h.gaps)
        out += fmt::format("  nothing was recorded from {} to {}\n", format_time(gap.from), format_time(gap.to));
    constexpr std::size_t kShown = 10;
    for (std::size_t i = 0; i < std::min(kShown, h.notes.size()); ++i)
        out += fmt::format("  line {}: {}\n", h.notes[i].line, h.notes[i].what);
    if (h.notes.size() > kShown) out += fmt::format("  and {} more lines\n", h.unreadable + h.duplicates + h.contradictions - kShown);
    return out;
}

std::string replay_text(const LiteralReplay &replay, const Scenario &scenario, const RecordHealth &health) {
    std::string out = fmt::format("Literal: {} recorded calls of {} requests, beside the breakers of \"{}\"\n", replay.calls, replay.requests, scenario.name);
    const Layout layout = layout_of(scenario);
    std::size_t silent = 0;
    for (const BreakerAgreement &b : replay.breakers) {
        if (b.refused_in_record + b.would_have_refused == 0) {
            ++silent;
            continue;
        }
        out += fmt::format("  {}: would have refused {} of the calls that were made; let pass {} of the {} that were refused\n",
                           breaker_name(scenario, layout.breakers[b.breaker]), b.would_have_refused, b.would_have_let_pass, b.refused_in_record);
    }
    if (silent > 0) out += fmt::format("  {} breakers would have refused nothing, and nothing was refused\n", silent);
    if (replay.refusals_left_out > 0)
        out += fmt::format("  {} refusals by the caller belong to no layer of the scenario and are not shown\n", replay.refusals_left_out);
    out += health_text(health) + "\nAssumed\n";
    for (const std::string &assumption : replay.assumptions) out += "  " + assumption + '\n';
    return out + '\n';
}

std::string replay_json(const LiteralReplay &replay, const Metrics &metrics, const Scenario &scenario) {
    nlohmann::ordered_json json = {{"mode", name_of(ReplayMode::literal)}, {"calls", replay.calls}, {"refusals_left_out", replay.refusals_left_out}};
    const Layout layout = layout_of(scenario);
    json["agreement"] = nlohmann::ordered_json::array();
    for (const BreakerAgreement &b : replay.breakers) {
        const BreakerPlace &place = layout.breakers[b.breaker];
        json["agreement"].push_back({{"policy", scenario.policies[place.policy].name},
                                     {"service", scenario.services[place.service].name},
                                     {"instance", place.instance},
                                     {"would_have_refused", b.would_have_refused},
                                     {"would_have_let_pass", b.would_have_let_pass},
                                     {"refused_in_record", b.refused_in_record}});
    }
    nlohmann::ordered_json figures = nlohmann::ordered_json::parse(metrics_json(metrics));
    for (const char *drawn : {"seed", "trace_hash"}) figures.erase(drawn);
    // What no record tells.
    for (auto &breaker : figures["breakers"]) breaker["false_trips"] = nullptr;
    figures["accuracy_served"] = nullptr;
    for (auto &service : figures["services"]) service["queue_wait_s"]["mean"] = service["busy_share"] = service["in_system_mean"] = nullptr;
    json.update(figures);
    return json.dump(2) + '\n';
}

} // namespace halfopen
