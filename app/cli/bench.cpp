// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/bench_scenarios.h"
#include "engine/files/text_table.h"
#include "engine/insight/metrics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <memory>

namespace halfopen::cli {

namespace {

struct BenchArguments {
    std::string only;
    std::int64_t requests = 1'000'000;
    bool json = false;
};

/// What a child measures; crosses a pipe as bytes.
struct Measured {
    std::uint64_t requests = 0;
    std::uint64_t events = 0;
    double cpu_s = 0.0;
    double peak_rss_mib = 0.0;
};

double cpu_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Both final : public RecordSink {
public:
    Both(RecordSink &first, RecordSink &second) : first_(first), second_(second) {}
    void take(std::span<const TraceRecord> records) override {
        first_.take(records);
        second_.take(records);
    }

private:
    RecordSink &first_;
    RecordSink &second_;
};

Measured measure(const Scenario &scenario, bool keep_trace) {
    Simulation simulation(scenario);
    MetricsFold fold(scenario);
    TraceStore store;
    Both both(store, fold);
    RecordSink *sink = &fold;
    if (keep_trace) sink = &both;
    const double begin = cpu_seconds();
    while (simulation.advance({kTimeNever, 1'000'000}, sink)) {
    }
    const double cpu = cpu_seconds() - begin;
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return Measured{simulation.requests_started(), simulation.events(), cpu,
                    static_cast<double>(used.ru_maxrss) / 1024.0};
}

/// Measures in a process of its own, so that its peak of memory is its own.
std::optional<Measured> measure_apart(const std::string &name, std::int64_t requests, bool keep_trace) {
    int ends[2];
    if (::pipe(ends) != 0) return std::nullopt;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const Measured measured = measure(*bench_scenario(name, requests), keep_trace);
        const bool written = ::write(ends[1], &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured);
        ::_exit(written ? Exit::done : Exit::try_again);
    }
    ::close(ends[1]);
    Measured measured;
    ssize_t size = -1;
    if (child > 0) {
        while ((size = ::read(ends[0], &measured, sizeof measured)) < 0 && errno == EINTR && !interrupted()) {
        }
        if (interrupted()) ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(ends[0]);
    return size == static_cast<ssize_t>(sizeof measured) ? std::optional<Measured>(measured) : std::nullopt;
}

nlohmann::ordered_json json_of(const Measured &m) {
    return {{"requests", m.requests},
            {"events", m.events},
            {"cpu_s", m.cpu_s},
            {"events_per_cpu_s", m.cpu_s > 0.0 ? static_cast<double>(m.events) / m.cpu_s : 0.0},
            {"peak_rss_mib", m.peak_rss_mib}};
}

int bench(const BenchArguments &arguments) {
    const std::vector<std::string> names = bench_names();
    if (!arguments.only.empty() && std::find(names.begin(), names.end(), arguments.only) == names.end()) {
        complain(fmt::format("unknown workload \"{}\"; known: {}", arguments.only, fmt::join(names, ", ")));
        return Exit::usage;
    }
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    TextTable table({"workload", "trace", "requests", "events", "CPU s", "events per CPU s", "peak MiB"}, 2);
    for (const std::string &name : names) {
        if (!arguments.only.empty() && name != arguments.only) continue;
        for (const bool keep_trace : {true, false}) {
            const auto measured = measure_apart(name, arguments.requests, keep_trace);
            if (!measured) {
                complain(interrupted() ? "interrupted"
                                       : "the measurement of " + name + " ended early; is memory short?");
                return Exit::try_again;
            }
            json[name][keep_trace ? "trace_kept" : "metrics_only"] = json_of(*measured);
            table.add({name, keep_trace ? "kept" : "metrics only", fmt::format("{}", measured->requests),
                       fmt::format("{}", measured->events), fmt::format("{:.3f}", measured->cpu_s),
                       fmt::format("{:.2f} M", static_cast<double>(measured->events) / measured->cpu_s / 1e6),
                       fmt::format("{:.1f}", measured->peak_rss_mib)});
        }
    }
    return print(arguments.json ? json.dump(2) + '\n' : table.text(""));
}

} // namespace

void add_bench(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("bench", "Measures the throughput of the engine");
    auto arguments = std::make_shared<BenchArguments>();
    command->add_option("--only", arguments->only, "One workload: w1, w1k, aws, receipts or storm")->type_name("W");
    within(command->add_option("--requests", arguments->requests, "Requests of w1 and w1k; the others make a tenth"), 1000,
           1'000'000'000)
        ->capture_default_str();
    command->add_flag("--json", arguments->json, "Prints one JSON object");
    command->callback([arguments, &status] { status = bench(*arguments); });
}

} // namespace halfopen::cli
