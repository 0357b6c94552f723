// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "engine/trace/record.h"
#include "engine/trace/store.h"

// Internal to engine/files: what closed forms of queues speak of, from the records of one run.
namespace halfopen::vectors {

/// Folds a run of one service under one workload, without network delay. Customers are those that arrive in
/// [warm-up, end); averages over time take that interval.
class QueueFold final : public RecordSink {
public:
    struct Limits {
        SimTime from{}, to{};
        double wait_mean_s = 0.0, sojourn_mean_s = 0.0, in_system_mean = 0.0; ///< the centres of the squares
        std::vector<double> wait_above_s, sojourn_above_s;                    ///< shares above these are counted
        int workers = 1;
    };
    explicit QueueFold(Limits limits);

    void take(std::span<const TraceRecord> records) override;
    /// Closes the averages over time.
    void finish() { pass(limits_.to); }

    double arrived = 0, admitted = 0, blocked = 0, waited = 0; ///< customers
    double wait_s = 0, wait_squares = 0, sojourn_s = 0, sojourn_squares = 0;
    std::vector<double> waits_above, sojourns_above;                                        ///< customers
    double in_system_s = 0, in_system_squares = 0, in_queue_s = 0, busy_s = 0, empty_s = 0; ///< integrals over time
    double span_s() const;

private:
    void take_one(const TraceRecord &record);
    /// Adds the time up to t to the integrals.
    void pass(SimTime t);

    Limits limits_;
    SimTime last_{};
    std::int64_t queued_ = 0, serving_ = 0;
};

} // namespace halfopen::vectors
