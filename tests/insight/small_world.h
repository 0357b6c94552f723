// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/insight/trace_index.h"
#include "engine/trace/store.h"
#include "engine/world/scenario.h"

namespace halfopen::testing {

using namespace std::chrono_literals;

/// A receipt pipeline in small: gpt4_vision under a policy with retry, timeout and breaker, then local_ocr by
/// one plain call. One operation, one workload, one instance; what differs is set by the test.
inline Scenario small_world() {
    Scenario scenario;
    ServiceConfig gpt4;
    gpt4.name = "gpt4_vision";
    gpt4.latency.kind = Constant{2s};
    gpt4.cost = money_from_usd(0.10);
    ServiceConfig ocr;
    ocr.name = "local_ocr";
    ocr.latency.kind = Constant{500ms};
    ocr.cost = money_from_usd(0.01);
    scenario.services = {gpt4, ocr};

    PolicyConfig vision;
    vision.name = "vision";
    vision.timeout = TimeoutConfig{3s, 1.0, std::nullopt};
    vision.retry = RetryConfig{};
    vision.retry->max_attempts = 4;
    vision.retry->backoff.base = 1s;
    vision.retry->jitter.kind = JitterKind::full;
    vision.breaker = breaker_preset("tutorial");
    scenario.policies = {vision};

    Operation extract;
    extract.name = "extract_receipt";
    extract.chain = {Leg{"gpt4_vision", "vision"}, Leg{"local_ocr", ""}};
    scenario.operations = {extract};
    scenario.workloads = {Workload{"extract_receipt", PoissonArrivals{Rate{5.0}}, 1}};
    return scenario;
}

/// Healing of image_quality, and inputs that carry it (bit 0) and bad_input (bit 1).
inline void add_healing(Scenario &scenario) {
    scenario.inputs = {InputKind{kind_image_quality, Ratio{0.1}, {}},
                       InputKind{kind_bad_input, Ratio{0.1}, {}}};
    HealingConfig healing;
    healing.kinds = {kind_image_quality};
    healing.diagnosis = Diagnosis{Distribution{Constant{800ms}}, money_from_usd(0.002), Ratio{0.9}};
    healing.remedies = {Remedy{kind_image_quality, "preprocess_image", Distribution{Constant{400ms}},
                               money_from_usd(0.001), Ratio{0.95}}};
    healing.retry.max_attempts = 3;
    healing.retry.backoff.base = 500ms;
    scenario.operations[0].healing = healing;
}

/// Writes a trace by hand, record after record. at() moves the clock; the words are those of record.h.
class TraceBuilder {
public:
    TraceBuilder &at(Duration since_start) {
        time_ = SimTime{since_start};
        return *this;
    }
    /// Adds any record; returns its index.
    std::size_t add(RecordKind kind, std::uint32_t request, std::uint32_t object, std::int64_t value = 0,
                    unsigned detail = 0, unsigned reason = 0, unsigned attempt = 0, unsigned leg = 0,
                    unsigned flags = 0) {
        records_.push_back(TraceRecord{time_, value, request, object, static_cast<std::uint16_t>(attempt),
                                       static_cast<std::uint16_t>(detail), kind,
                                       static_cast<std::uint8_t>(reason), static_cast<std::uint8_t>(leg),
                                       static_cast<std::uint8_t>(flags)});
        return records_.size() - 1;
    }
    std::size_t start(std::uint32_t request, std::uint64_t carried = 0) {
        return add(RecordKind::request_started, request, 0, static_cast<std::int64_t>(carried));
    }
    std::size_t send(std::uint32_t request, unsigned attempt, Duration timeout = 3s,
                     std::uint32_t service = 0) {
        return add(RecordKind::attempt_started, request, service, timeout.count(), 0, 0, attempt, service);
    }
    std::size_t finish(std::uint32_t request, unsigned attempt, Outcome outcome, double cost_usd = 0.0,
                       unsigned flags = 0, std::uint32_t service = 0) {
        const unsigned right = outcome == kSuccess ? flag::right : 0u;
        return add(RecordKind::attempt_ended, request, service, money_from_usd(cost_usd).nano_usd, outcome, 0,
                   attempt, service, flags ^ right);
    }
    std::size_t observe(std::uint32_t request, unsigned attempt, Outcome outcome, Verdict verdict,
                        int failures, BreakerState before = BreakerState::closed, unsigned flags = 0) {
        const auto detail = outcome | static_cast<unsigned>(before) << 8;
        return add(RecordKind::breaker_observed, request, 0, failures, detail, static_cast<unsigned>(verdict),
                   attempt, 0, flags);
    }
    std::size_t change(std::uint32_t request, BreakerState from, BreakerState to, BreakerReason reason,
                       int measured = 0, int limit = 0, Duration retest = 0s, std::uint32_t breaker = 0) {
        const auto states = static_cast<unsigned>(from) * 16 + static_cast<unsigned>(to);
        const std::size_t record = add(RecordKind::breaker_changed, request, breaker, retest.count(), states,
                                       static_cast<unsigned>(reason));
        add(RecordKind::breaker_numbers, request, breaker, static_cast<std::int64_t>(measured) << 32 | limit);
        return record;
    }
    std::size_t refuse(std::uint32_t request, Duration until, bool probe_limit = false,
                       std::uint32_t breaker = 0) {
        return add(RecordKind::refused, request, breaker, until.count(), kind_breaker_open,
                   probe_limit ? 1 : 0);
    }
    std::size_t end(std::uint32_t request, Ending ending, Outcome outcome, Duration latency, unsigned calls,
                    std::uint32_t service = 0, Recovery recovery = Recovery::none,
                    unsigned flags = flag::right) {
        return add(RecordKind::request_ended, request, service, latency.count(),
                   ending_detail(outcome, recovery, false), static_cast<unsigned>(ending), calls, service,
                   flags);
    }
    const std::vector<TraceRecord> &records() const { return records_; }
    TraceView view() const {
        TraceStore store;
        store.take(records_);
        return store.view();
    }

private:
    SimTime time_{};
    std::vector<TraceRecord> records_;
};

/// A trace that is kept with its index.
struct IndexedTrace {
    IndexedTrace(const Scenario &scenario, const TraceBuilder &builder)
        : view(builder.view()), index(scenario) {
        index.extend(view);
    }
    TraceView view;
    TraceIndex index;
};

} // namespace halfopen::testing
