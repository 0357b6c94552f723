// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/gui_clock.h"

#include <algorithm>
#include <ctime>

#include <QFile>

namespace halfopen::bench {

namespace {

double cpuMs(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

double threadCpuMs() { return cpuMs(CLOCK_THREAD_CPUTIME_ID); }

double processCpuMs() { return cpuMs(CLOCK_PROCESS_CPUTIME_ID); }

double memoryMib(const char *name) {
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly)) return 0.0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name) + ':')) return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0.0;
}

double Times::median() const {
    if (ms.empty()) return 0.0;
    std::vector<double> sorted = ms;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

double Times::worst() const { return ms.empty() ? 0.0 : *std::max_element(ms.begin(), ms.end()); }

bool Times::met() const { return (target <= 0 || median() <= target) && (targetWorst <= 0 || worst() <= targetWorst); }

} // namespace halfopen::bench
