// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <fmt/format.h>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>

namespace halfopen::cli {

namespace {

constexpr std::uint64_t kEventsInSlice = 100'000;

std::atomic<bool> interrupt_came{false};
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal handler");

void on_interrupt(int) { interrupt_came.store(true, std::memory_order_relaxed); }

/// A line on a terminal that is written over; nothing where stderr is no terminal.
class Progress {
public:
    explicit Progress(Duration length) : shown_(::isatty(STDERR_FILENO) == 1), length_(length) {}
    ~Progress() {
        if (written_) std::fputs("\r\033[K", stderr);
    }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(const Simulation &simulation) {
        const auto now = std::chrono::steady_clock::now();
        if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return;
        last_ = now;
        if (!written_ && now - begin_ < std::chrono::milliseconds(500)) return; // short runs say nothing
        written_ = true;
        const double done = length_.count() > 0 ? seconds(simulation.reached()) / seconds(length_) : 1.0;
        const std::string text =
            fmt::format("\r{:3.0f} %  {:.1f} s simulated, {} requests, {} events", 100.0 * std::min(1.0, done),
                        seconds(simulation.reached()), simulation.requests_started(), simulation.events());
        std::fputs(text.c_str(), stderr);
    }

private:
    bool shown_;
    bool written_ = false;
    Duration length_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_ = begin_;
};

} // namespace

bool interrupted() { return interrupt_came.load(std::memory_order_relaxed); }

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second Ctrl-C ends the program at once
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool advance_all(Simulation &simulation, SimTime until, RecordSink &sink, Duration length,
                 const std::function<bool()> &enough) {
    Progress progress(length);
    bool more = true;
    while (more && !interrupted()) {
        more = simulation.advance({until, kEventsInSlice}, &sink);
        if (more && enough && enough()) return true;
        progress.show(simulation);
    }
    return !interrupted();
}

} // namespace halfopen::cli
