// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/trace/store.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Writes the calls of a run as a record that can be read again (incident_file.h): CSV with the columns time (seconds
/// from the start), service, request, attempt, outcome, latency_ns, caller, cost (USD), in order of their starts. The caller
/// is the operation, and "operation/3" where several instances or workloads of it have policies of their own. Each refusal by a breaker, bulkhead, limiter or budget is a row without an attempt. Calls that services make
/// are left out: to the caller they are part of a service's own time.
class CallLog final : public RecordSink {
public:
    using Write = std::function<void(std::string_view)>;
    CallLog(const Scenario &scenario, Write write);
    void take(std::span<const TraceRecord> records) override;
    /// Writes what waits for calls that have no outcome yet, without those. Once, at the end.
    void finish();

private:
    struct Row {
        SimTime start{};
        std::uint32_t service = 0, request = 0;
        int attempt = 0;
        bool over = false;
        Outcome outcome = kSuccess;
        Duration latency{0};
        std::int64_t cost_nano = 0;
        std::uint32_t caller = 0;
    };
    using Key = std::tuple<std::uint32_t, std::uint16_t, std::uint8_t, std::uint8_t>; ///< request, attempt, leg, copy

    void take(const TraceRecord &record);
    void begin(const TraceRecord &record);
    void end(const TraceRecord &record);
    void refuse(const TraceRecord &record);
    void flush();
    void write(const Row &row);

    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const Layout> layout_;
    Write write_;
    std::deque<Row> rows_;         ///< in order of start; the first one is still under way
    std::uint64_t first_ = 0;      ///< number of rows_.front()
    std::map<Key, std::uint64_t> open_; ///< calls under way: numbers of their rows
    std::vector<std::string> callers_;                 ///< instances of the workloads, one after another
    std::vector<std::uint32_t> first_caller_;          ///< of each workload
    std::unordered_map<std::uint32_t, std::uint32_t> caller_of_; ///< of requests under way
};

} // namespace halfopen
