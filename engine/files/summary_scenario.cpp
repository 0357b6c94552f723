// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/quantities.h"
#include "engine/files/replay_report.h"
#include "engine/files/scenario_pieces.h"
#include "engine/files/summary_file.h"
#include "engine/files/text_table.h"
#include "engine/incident/plain_names.h"
#include "engine/insight/explain.h"
#include "engine/policy/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace halfopen {

namespace {

Duration end_of(const Summary &summary) {
    Duration end{0};
    for (const SummarizedService &service : summary.services) end = std::max(end, service.steps.back().at + service.steps.back().lasts);
    return end;
}

std::string failures_text(const SummaryStep &step, const ErrorMatrix &kinds) {
    std::string out;
    double left = 1.0;
    for (const auto &[word, share] : step.failures) {
        const auto known = kinds.find(word);
        if (known && is_refusal(*known)) continue; // no call was sent
        const double rounded = std::min(std::round(share * 1e6) / 1e6, left);
        left -= rounded;
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", known ? word : plain_names({word}).front(), format_share_yaml(rounded));
    }
    return "{" + out + "}";
}

/// Rates over time; a stretch of which nothing is known has none.
std::string arrivals_text(const SummarizedService &service, bool &assumed) {
    std::string out;
    Duration reached{0};
    const auto phase = [&](Duration length, double rate) {
        if (length.count() <= 0) return;
        out += fmt::format("{}{{for: {}, poisson: {}/s}}", out.empty() ? "" : ", ", format_duration_yaml(length), format_number_yaml(std::round(rate * 1e4) / 1e4));
    };
    for (const SummaryStep &step : service.steps) {
        phase(step.at - reached, 0.0);
        const bool known = step.calls && step.lasts.count() > 0;
        assumed = assumed || !known;
        phase(step.lasts, known ? *step.calls / seconds(step.lasts) : 1.0);
        reached = step.at + step.lasts;
    }
    return "{phases: [" + out + "]}";
}

} // namespace

std::string summarized_scenario(const Summary &summary, const std::string &record) {
    const ErrorMatrix kinds;
    std::vector<std::string> names;
    std::set<std::string> own;
    std::string services, operations, workloads;
    bool assumed = false;
    for (const SummarizedService &service : summary.services) {
        names.push_back(service.name);
        for (const SummaryStep &step : service.steps)
            for (const auto &failure : step.failures)
                if (!kinds.find(failure.first)) own.insert(plain_names({failure.first}).front());
    }
    names = plain_names(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const SummarizedService &service = summary.services[i];
        services += fmt::format("  {}:\n    profile:\n", names[i]);
        for (const SummaryStep &step : service.steps) {
            services += fmt::format("      - {{at: {}, failures: {}", format_duration_yaml(step.at), failures_text(step, kinds));
            if (!step.latency.empty()) services += ", latency: " + fitted_quantiles_yaml(step.latency);
            services += "}\n";
        }
        operations += fmt::format("  call_{}: {{chain: [{{service: {}}}]}}\n", names[i], names[i]);
        workloads += fmt::format("  - {{operation: call_{}, arrivals: {}}}\n", names[i], arrivals_text(service, assumed));
    }
    std::string out = "# Made of figures over time. What was assumed stands in `about`.\nhalfopen: 1\n";
    out += fmt::format("name: {}\nabout: >-\n", quote_yaml("Summarized in " + record));
    for (const std::string &assumption : summary.assumptions) out += "  " + assumption + '\n';
    if (assumed) out += "  How often it was asked is not said everywhere: there it is asked once a second.\n";
    const Duration end = end_of(summary);
    out += fmt::format("seed: 1\nduration: {}\n", format_duration_yaml(end));
    if (!own.empty()) {
        out += "\nkinds:\n";
        for (const std::string &kind : own) out += fmt::format("  {}: {{class: transient}}\n", kind);
    }
    return out + "\nservices:\n" + services + "\noperations:\n" + operations + "\nworkloads:\n" + workloads;
}

std::string summary_report(const Summary &summary) {
    TextTable table({"Services", "windows", "calls", "failed", "p50 of the windows", "largest p99"}, 1);
    for (const SummarizedService &service : summary.services) {
        double calls = 0.0, failed = 0.0;
        std::vector<double> medians;
        double late = 0.0;
        for (const SummaryStep &step : service.steps) {
            const double n = step.calls.value_or(0.0);
            calls += n;
            for (const auto &failure : step.failures) failed += failure.second * n;
            if (step.latency.empty()) continue;
            const Distribution latency{Quantiles{step.latency}};
            medians.push_back(*quantile_s(latency, 0.5));
            late = std::max(late, *quantile_s(latency, 0.99));
        }
        std::sort(medians.begin(), medians.end());
        const auto text = [](double s) { return format_duration(duration_from_ns(s * 1e9)); };
        table.add({"  " + service.name, fmt::format("{}", service.steps.size()), calls > 0.0 ? fmt::format("{:.0f}", calls) : "n/a",
                   calls > 0.0 ? fmt::format("{:.2f} %", failed / calls * 100) : "n/a",
                   medians.empty() ? "n/a" : fmt::format("{} to {}", text(medians.front()), text(medians.back())), medians.empty() ? "n/a" : text(late)});
    }
    std::string out = table.text("") + health_text(summary.health) + "\nAssumed\n";
    for (const std::string &assumption : summary.assumptions) out += "  " + assumption + '\n';
    return out;
}

} // namespace halfopen
