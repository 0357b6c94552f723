// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trace/store.h"
#include "engine/world/layout.h"
#include "engine/world/scenario.h"

namespace halfopen {

/// Writes records as JSON Lines: `t_s` is the instant in seconds, exact; names in place of numbers; every
/// value has its unit in its key.
class EventLog final : public RecordSink {
public:
    using Write = std::function<void(std::string_view)>;
    EventLog(const Scenario &scenario, Write write);
    void take(std::span<const TraceRecord> records) override;
    /// One record as its line, with the line break.
    std::string line(const TraceRecord &record) const;

private:
    class Line;
    void append(Line &line, const TraceRecord &record) const;
    void append_request(Line &line, const TraceRecord &record) const;
    void append_attempt(Line &line, const TraceRecord &record) const;
    void append_leg(Line &line, const TraceRecord &record) const;
    void append_guard(Line &line, const TraceRecord &record) const;
    void append_layer(Line &line, const TraceRecord &record) const;
    void append_breaker(Line &line, const TraceRecord &record) const;
    void append_healing(Line &line, const TraceRecord &record) const;
    void append_server(Line &line, const TraceRecord &record) const;
    std::string_view service(std::uint32_t number) const;
    int replicas(std::uint32_t number) const;
    std::string_view outcome(std::uint8_t number) const;

    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const Layout> layout_;
    Write write_;
};

} // namespace halfopen
