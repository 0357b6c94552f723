// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replicate.h"

#include "app/cli/command.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <fmt/format.h>

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <mutex>

namespace halfopen::cli {

namespace {

constexpr std::uint64_t kEventsInSlice = 100'000;

/// "12 of 60 runs" on a terminal, written over; nothing where stderr is no terminal.
class CountOnTerminal {
public:
    CountOnTerminal(std::size_t all, const std::string &what)
        : shown_(::isatty(STDERR_FILENO) == 1), all_(all), what_(what) {}
    ~CountOnTerminal() {
        if (written_) std::fputs("\r\033[K", stderr);
    }
    CountOnTerminal(const CountOnTerminal &) = delete;
    CountOnTerminal &operator=(const CountOnTerminal &) = delete;

    /// May be called by several threads.
    void one_done() {
        const std::lock_guard lock(mutex_);
        ++done_;
        if (!shown_) return;
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(100)) return;
        last_ = now;
        written_ = true;
        std::fputs(fmt::format("\r{} of {} {}", done_, all_, what_).c_str(), stderr);
    }

private:
    std::mutex mutex_;
    bool shown_;
    bool written_ = false;
    std::size_t done_ = 0, all_;
    std::string what_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace

bool do_in_parallel(std::size_t count, int threads, const std::string &what,
                    const std::function<void(std::size_t)> &job) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back(i);
    CountOnTerminal counted(count, what);
    QThreadPool pool;
    pool.setMaxThreadCount(threads > 0 ? threads : QThread::idealThreadCount());
    QtConcurrent::blockingMap(&pool, numbers, [&](std::size_t number) {
        if (interrupted()) return;
        job(number);
        counted.one_done();
    });
    return !interrupted();
}

std::optional<Metrics> run_once(const Scenario &scenario, std::uint64_t seed, Duration series_step) {
    Scenario seeded = scenario;
    seeded.seed = seed;
    Simulation simulation(seeded);
    MetricsFold fold(seeded, series_step);
    while (!interrupted() && simulation.advance({kTimeNever, kEventsInSlice}, &fold)) {
    }
    if (interrupted()) return std::nullopt;
    Metrics metrics = fold.result(simulation.reached());
    metrics.events = simulation.events();
    metrics.trace_hash = simulation.fingerprint().hex();
    return metrics;
}

std::optional<std::vector<Metrics>> replicate(const std::vector<Replication> &runs, int threads) {
    std::vector<Metrics> all(runs.size());
    const bool done = do_in_parallel(runs.size(), threads, "runs", [&](std::size_t i) {
        std::optional<Metrics> metrics = run_once(*runs[i].scenario, runs[i].seed);
        if (!metrics) return;
        metrics->series = {};
        for (BreakerFigures &breaker : metrics->breakers)
            breaker.transitions = {};
        all[i] = std::move(*metrics);
    });
    return done ? std::optional(std::move(all)) : std::nullopt;
}

} // namespace halfopen::cli
