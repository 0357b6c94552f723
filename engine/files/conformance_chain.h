// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/files/conformance.h"
#include "engine/policy/backoff.h"
#include "engine/trace/store.h"

// Internal to engine/files: chains of independent attempts.
namespace halfopen::vectors {

struct ChainStage {
    double p_success = 1.0;
    int attempts_max = 1;
    double cost = 0.0; ///< USD
    double latency_s = 0.0;
    BackoffConfig backoff;
    JitterConfig jitter;
};

struct Chain {
    std::string id;
    std::vector<ChainStage> stages;
    bool paid_on_success = false; ///< else each attempt is paid
};

/// Sums over the requests of one run.
class ChainFold final : public RecordSink {
public:
    struct Stage {
        double reached = 0, attempts = 0, served = 0, waited_s = 0;
    };
    explicit ChainFold(std::size_t stages_) : stages(stages_) {}
    void take(std::span<const TraceRecord> records) override;

    std::vector<Stage> stages;
    double requests = 0, attempts = 0, served = 0, cost = 0, waited_s = 0, latency_s = 0;
};

inline constexpr double kChainRequests = 2'000; ///< of one replication

/// One fold a replication.
std::vector<ChainFold> run_chain(const Chain &chain, const ConformanceOptions &options);

/// The backoff with these waits in seconds: constant, exponential with a cap, or linear.
/// Errors (Unusable): any other list.
BackoffConfig backoff_of_list(const std::vector<double> &waits_s);

} // namespace halfopen::vectors
