// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <string>
#include <string_view>

#include "engine/base/issue.h"

namespace halfopen {

/// A small scenario that is valid; tests replace parts of it.
inline const std::string kSmallScenario = R"(halfopen: 1
name: Small
seed: 7
duration: 10s
services:
  api:
    latency: 100ms
    failures: {timeout: 5%}
    cost: 0.10
policies:
  careful:
    timeout: 1s
    retry:
      max_attempts: 3
      backoff: {family: exponential, base: 100ms}
      jitter: full
    breaker: tutorial
operations:
  ask:
    chain:
      - {service: api, policy: careful}
workloads:
  - {operation: ask, arrivals: {poisson: 5/s}}
faults:
  - {service: api, at: 2s, for: 3s, outage: unavailable}
)";

/// The text with the first `from` replaced; the test fails where there is none.
inline std::string replaced(std::string text, const std::string &from, const std::string &to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return "the text to replace was not found: " + from;
    return text.replace(at, from.size(), to);
}

/// All issues of a failure, one a line, as they are printed.
inline QString messages_of(const Failure &failure) {
    QString out;
    for (const Issue &issue : failure.issues) {
        out += (out.isEmpty() ? "" : "\n") + QString::fromStdString(describe(issue, ""));
    }
    return out;
}

inline std::string file_text(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace halfopen
