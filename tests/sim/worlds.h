// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen::worlds {

/// One service "svc", one operation "op" that asks it under policy "p", one workload. Change what the test is about.
Scenario single(const ServiceConfig &service, const PolicyConfig &policy, const Arrivals &arrivals, Duration duration);
ServiceConfig service(std::string name, Distribution latency);
PolicyConfig policy();
PolicyConfig retries(int max_attempts, Duration base = Duration{0});

/// The tutorial's three models under breakers, retries, timeouts, a deadline, inputs, healing, an outage and a
/// slow-down: everything that this version of the engine does, in one scenario.
Scenario everything(std::uint64_t seed);

/// All records of a run, and its figures.
struct Finished {
    std::vector<TraceRecord> records;
    Metrics metrics;
    Fingerprint fingerprint;
    StopReason stop;
};
Finished run(const Scenario &scenario);

/// Records of one kind (of one request, if given).
std::vector<TraceRecord> of_kind(const std::vector<TraceRecord> &records, RecordKind kind, std::uint32_t request = 0);

class Collector final : public RecordSink {
public:
    void take(std::span<const TraceRecord> records) override;
    std::vector<TraceRecord> records;
};

} // namespace halfopen::worlds
