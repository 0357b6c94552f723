// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/files/call_log.h"
#include "engine/files/scenario_reader.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "tests/files/record_text.h"
#include "tests/files/scenario_texts.h"

namespace halfopen {

/// Hands records to several.
class Both final : public RecordSink {
public:
    Both(RecordSink &one, RecordSink &other) : one_(one), other_(other) {}
    void take(std::span<const TraceRecord> records) override {
        one_.take(records);
        other_.take(records);
    }

private:
    RecordSink &one_, &other_;
};

struct Recorded {
    Scenario scenario;
    Metrics metrics;
    std::string calls; ///< CSV
};

/// A run and its calls as a record.
inline Recorded recorded(const Scenario &scenario) {
    Recorded out{scenario, {}, {}};
    MetricsFold fold(out.scenario, Duration(std::chrono::seconds(1)));
    CallLog log(out.scenario, [&](std::string_view piece) { out.calls += piece; });
    Both both(fold, log);
    Simulation simulation(out.scenario);
    simulation.advance({}, &both);
    log.finish();
    out.metrics = fold.result(simulation.reached());
    return out;
}

inline Incident imported(const std::string &calls) {
    const auto incident = RecordFile(calls).import();
    if (!incident) qFatal("%s", qPrintable(refusal(incident)));
    return incident.value();
}

inline Recorded recorded(const std::string &text) {
    const Result<Scenario> scenario = read_scenario(text);
    if (!scenario) qFatal("%s", qPrintable(messages_of(scenario.failure())));
    return recorded(scenario.value());
}

} // namespace halfopen
