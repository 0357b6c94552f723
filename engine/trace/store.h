// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "engine/trace/record.h"

namespace halfopen {

/// Where the records of a run go.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    /// Takes the next records in order; the span is valid during the call only.
    virtual void take(std::span<const TraceRecord> records) = 0;
};

/// A published prefix of a run's records: immutable, cheap to copy, safe in any thread.
class TraceView {
public:
    static constexpr std::size_t kChunkBits = 15;
    static constexpr std::size_t kChunk = std::size_t{1} << kChunkBits; ///< records in a chunk: 1 MiB

    using Chunk = std::array<TraceRecord, kChunk>;

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const TraceRecord &operator[](std::size_t i) const { return (*chunks_[i >> kChunkBits])[i & (kChunk - 1)]; }
    /// The records [from, size()) of one chunk, for fast scans; empty at the end.
    std::span<const TraceRecord> run_from(std::size_t from) const;
    /// The first `count` records of it (all, when it has no more).
    TraceView prefix(std::size_t count) const {
        TraceView result = *this;
        result.size_ = count < size_ ? count : size_;
        return result;
    }
    /// Index of the first record with time >= t (records are in order of time).
    std::size_t lower_bound(SimTime t) const;
    /// Index of the first record with time > t.
    std::size_t upper_bound(SimTime t) const;

private:
    friend class TraceStore;
    std::vector<std::shared_ptr<const Chunk>> chunks_;
    std::size_t size_ = 0;
};

/// Append-only records of one run. One writer, any readers; a reader takes a view() and is never disturbed.
class TraceStore final : public RecordSink {
public:
    void take(std::span<const TraceRecord> records) override;
    TraceView view() const;
    std::size_t size() const { return size_.load(std::memory_order_acquire); }
    std::size_t bytes() const { return chunk_count_.load(std::memory_order_acquire) * sizeof(TraceView::Chunk); }

private:
    mutable std::mutex mutex_; ///< guards the list of chunks, not the records
    std::vector<std::shared_ptr<TraceView::Chunk>> chunks_;
    std::atomic<std::size_t> size_{0};
    std::atomic<std::size_t> chunk_count_{0};
};

} // namespace halfopen
