// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace halfopen::bench {

/// CPU milliseconds that the calling thread, or the whole process, has used.
double threadCpuMs();
double processCpuMs();

/// A line of /proc/self/status in MiB: "VmHWM" is the most memory that the process ever held. 0 where there is none.
double memoryMib(const char *name);

/// CPU times of the repetitions of one thing.
struct Times {
    QString name;
    double target = 0, targetWorst = 0; ///< ms; 0: none
    std::vector<double> ms;

    double median() const;
    double worst() const;
    bool met() const; ///< true without a target
};

} // namespace halfopen::bench
