// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trace/store.h"

#include <algorithm>
#include <cstring>

namespace halfopen {

std::span<const TraceRecord> TraceView::run_from(std::size_t from) const {
    if (from >= size_) return {};
    const std::size_t in_chunk = from & (kChunk - 1);
    const std::size_t count = std::min(kChunk - in_chunk, size_ - from);
    return std::span<const TraceRecord>(chunks_[from >> kChunkBits]->data() + in_chunk, count);
}

namespace {

template <class Before> std::size_t partition(const TraceView &view, Before before) {
    std::size_t low = 0;
    std::size_t high = view.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(view[middle])) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

} // namespace

std::size_t TraceView::lower_bound(SimTime t) const {
    return partition(*this, [t](const TraceRecord &r) { return r.time < t; });
}

std::size_t TraceView::upper_bound(SimTime t) const {
    return partition(*this, [t](const TraceRecord &r) { return r.time <= t; });
}

void TraceStore::take(std::span<const TraceRecord> records) {
    std::size_t size = size_.load(std::memory_order_relaxed);
    while (!records.empty()) {
        const std::size_t in_chunk = size & (TraceView::kChunk - 1);
        if (in_chunk == 0) {
            auto chunk = std::make_shared_for_overwrite<TraceView::Chunk>();
            const std::lock_guard lock(mutex_);
            chunks_.push_back(std::move(chunk));
            chunk_count_.store(chunks_.size(), std::memory_order_release);
        }
        const std::size_t count = std::min(records.size(), TraceView::kChunk - in_chunk);
        std::memcpy(chunks_.back()->data() + in_chunk, records.data(), count * sizeof(TraceRecord));
        records = records.subspan(count);
        size += count;
        size_.store(size, std::memory_order_release);
    }
}

TraceView TraceStore::view() const {
    TraceView view;
    const std::lock_guard lock(mutex_);
    view.size_ = size_.load(std::memory_order_acquire);
    view.chunks_.assign(chunks_.begin(), chunks_.end());
    return view;
}

} // namespace halfopen
