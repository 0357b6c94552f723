// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/call_log.h"

#include <fmt/format.h>

namespace halfopen {

CallLog::CallLog(const Scenario &scenario, Write write)
    : scenario_(std::make_shared<const Scenario>(scenario)),
      layout_(std::make_shared<const Layout>(layout_of(scenario))), write_(std::move(write)) {
    std::map<std::string, int> count, next;
    for (const Workload &workload : scenario_->workloads) count[workload.operation] += workload.instances;
    for (const Workload &workload : scenario_->workloads) {
        const std::string &name = workload.operation;
        first_caller_.push_back(static_cast<std::uint32_t>(callers_.size()));
        for (int i = 0; i < workload.instances; ++i)
            callers_.push_back(count[name] == 1 ? name : fmt::format("{}/{}", name, next[name]++));
    }
    write_("time,service,request,attempt,outcome,latency_ns,caller,cost\n");
}

void CallLog::take(std::span<const TraceRecord> records) {
    for (const TraceRecord &record : records) take(record);
    flush();
}

void CallLog::take(const TraceRecord &record) {
    if ((record.leg & kDownstream) != 0) return;
    switch (record.kind) {
    case RecordKind::request_started: caller_of_[record.request] = first_caller_[record.object] + record.detail; break;
    case RecordKind::request_ended: caller_of_.erase(record.request); break;
    case RecordKind::attempt_started: begin(record); break;
    case RecordKind::attempt_ended: end(record); break;
    case RecordKind::refused: refuse(record); break;
    default: break;
    }
}

void CallLog::begin(const TraceRecord &record) {
    Row &row = rows_.emplace_back();
    row.start = record.time;
    row.service = record.object;
    row.request = record.request;
    row.attempt = record.attempt;
    row.caller = caller_of_[record.request];
    open_[{record.request, record.attempt, record.leg, record.flags & flag::copy_mask}] = first_ + rows_.size() - 1;
}

void CallLog::end(const TraceRecord &record) {
    const auto open = open_.find({record.request, record.attempt, record.leg, record.flags & flag::copy_mask});
    if (open == open_.end()) return;
    Row &row = rows_[open->second - first_];
    row.over = true;
    row.outcome = outcome_of(record);
    row.latency = record.time - row.start;
    row.cost_nano = record.value;
    open_.erase(open);
}

void CallLog::refuse(const TraceRecord &record) {
    const Outcome outcome = outcome_of(record);
    Row &row = rows_.emplace_back();
    row.start = record.time;
    row.request = record.request;
    row.over = true;
    row.outcome = outcome;
    row.caller = caller_of_[record.request];
    const bool breaker = outcome == kind_breaker_open && record.reason != kRefusedByBalancer;
    row.service = breaker ? layout_->breakers[record.object].service : layout_->guards[record.object].service;
}

void CallLog::flush() {
    while (!rows_.empty() && rows_.front().over) {
        write(rows_.front());
        rows_.pop_front();
        ++first_;
    }
}

void CallLog::write(const Row &row) {
    const std::int64_t ns = (row.start - kTimeZero).count();
    const std::string &caller = callers_[row.caller];
    const std::string attempt = row.attempt == 0 ? std::string() : std::to_string(row.attempt);
    const std::string latency = row.over ? std::to_string(row.latency.count()) : std::string();
    write_(fmt::format("{}.{:09},{},{},{},{},{},{},{}.{:09}\n", ns / 1'000'000'000, ns % 1'000'000'000,
                       scenario_->services[row.service].name, row.request, attempt, scenario_->kinds[row.outcome].name, latency,
                       caller, row.cost_nano / 1'000'000'000, row.cost_nano % 1'000'000'000));
}

/// A call without an outcome tells nothing of its service: it is left out.
void CallLog::finish() {
    for (const Row &row : rows_)
        if (row.over) write(row);
    rows_.clear();
}

} // namespace halfopen
