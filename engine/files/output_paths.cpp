// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/output_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace halfopen {

namespace {

namespace fs = std::filesystem;

void add_files(const Distribution &d, std::vector<std::string> &out) {
    if (const auto *samples = std::get_if<Empirical>(&d.kind)) out.push_back(samples->file);
    if (const auto *m = std::get_if<std::shared_ptr<const Mixture>>(&d.kind); m && *m) {
        for (const Mixture::Part &part : (*m)->parts) add_files(part.distribution, out);
    }
}

void add_files(const Scenario &scenario, std::vector<std::string> &out) {
    for (const ServiceConfig &service : scenario.services) {
        add_files(service.network, out);
        add_files(service.latency, out);
    }
    for (const Operation &operation : scenario.operations) {
        if (!operation.healing) continue;
        add_files(operation.healing->diagnosis.duration, out);
        for (const Remedy &remedy : operation.healing->remedies) add_files(remedy.duration, out);
    }
    for (const Workload &workload : scenario.workloads) {
        if (const auto *clients = std::get_if<ClientArrivals>(&workload.arrivals)) add_files(clients->think, out);
        if (const auto *trace = std::get_if<TraceArrivals>(&workload.arrivals)) out.push_back(trace->file);
    }
}

bool same_file(const fs::path &a, const fs::path &b) {
    std::error_code error;
    if (fs::exists(a, error) && !fs::is_regular_file(a, error)) return false;
    if (fs::equivalent(a, b, error)) return true; // hard links too
    const fs::path whole_a = fs::weakly_canonical(fs::absolute(a, error), error);
    const fs::path whole_b = fs::weakly_canonical(fs::absolute(b, error), error);
    return !whole_a.empty() && whole_a == whole_b;
}

} // namespace

std::vector<std::string> named_files(const Scenario &scenario) {
    std::vector<std::string> out;
    add_files(scenario, out);
    for (const Edit &edit : scenario.edits) {
        if (edit.after) add_files(*edit.after, out);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::optional<std::string> output_conflict(const std::vector<OutputPath> &outputs, const fs::path &scenario_file,
                                           const Scenario &scenario) {
    const std::vector<std::string> named = named_files(scenario);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto &[option, path] = outputs[i];
        if (same_file(path, scenario_file)) {
            return fmt::format("{}: {} is the scenario itself; name another file", option, path.string());
        }
        for (const std::string &file : named) {
            if (!same_file(path, scenario_file.parent_path() / file)) continue;
            return fmt::format("{}: {} is a file that the scenario names ({}); name another one", option, path.string(), file);
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (!same_file(path, outputs[k].path)) continue;
            return fmt::format("{} and {} name the same file, {}; name two", outputs[k].option, option, path.string());
        }
    }
    return std::nullopt;
}

} // namespace halfopen
