// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QtTest>
#include <rapidcheck.h>

using namespace halfopen;

namespace {

constexpr std::size_t kExactMax = 40; ///< small, so that most cases fold
constexpr double kShares[] = {0.001, 0.01, 0.1, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0};

/// From nothing to three times what is kept exactly, of every magnitude.
std::vector<std::int64_t> any_values() {
    const auto count = *rc::gen::inRange<std::size_t>(0, 3 * kExactMax / 2);
    const int magnitude = *rc::gen::inRange(1, 62);
    return *rc::gen::container<std::vector<std::int64_t>>(
        count, rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << magnitude));
}

LatencyRecorder recorded(const std::vector<std::int64_t> &values) {
    LatencyRecorder recorder(kExactMax);
    for (const std::int64_t ns : values) recorder.add(Duration{ns});
    return recorder;
}

LatencyRecorder merged(LatencyRecorder a, const LatencyRecorder &b) {
    a.merge(b);
    return a;
}

bool same(const LatencyRecorder &a, const LatencyRecorder &b) {
    return a.count() == b.count() && a.exact() == b.exact() && a.mean_s() == b.mean_s() && a.max_s() == b.max_s() &&
           std::all_of(std::begin(kShares), std::end(kShares),
                       [&](double q) { return a.percentile_s(q) == b.percentile_s(q); });
}

std::vector<std::int64_t> joined(std::vector<std::int64_t> a, const std::vector<std::int64_t> &b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

/// Against plain sorted lists, and merging in every order.
class HistogramTest : public QObject {
    Q_OBJECT
private slots:
    void merging_is_adding_whatever_the_order() {
        QVERIFY(rc::check("merge", [] {
            const auto a = any_values(), b = any_values(), c = any_values();
            const LatencyRecorder ra = recorded(a), rb = recorded(b), rc_ = recorded(c);
            RC_ASSERT(same(merged(ra, rb), merged(rb, ra)));
            RC_ASSERT(same(merged(ra, rb), recorded(joined(a, b))));
            RC_ASSERT(same(merged(merged(ra, rb), rc_), merged(ra, merged(rb, rc_))));
            RC_ASSERT(same(merged(ra, LatencyRecorder(kExactMax)), ra));
        }));
    }

    void percentiles_stay_within_the_stated_error_of_a_sorted_list() {
        QVERIFY(rc::check("percentiles", [] {
            auto values = joined(any_values(), any_values());
            const LatencyRecorder recorder = recorded(values);
            std::sort(values.begin(), values.end());
            RC_ASSERT(recorder.count() == values.size());
            RC_ASSERT(recorder.exact() == (values.size() <= kExactMax));
            for (const double q : kShares) {
                if (values.empty()) {
                    RC_ASSERT(!recorder.percentile_s(q));
                    continue;
                }
                const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(values.size()) - 1e-9));
                const double expected = static_cast<double>(values[std::max<std::size_t>(rank, 1) - 1]) / 1e9;
                const double error = std::abs(*recorder.percentile_s(q) - expected);
                RC_ASSERT(error <= (recorder.exact() ? 0.0 : 0.001 * expected));
            }
        }));
    }
};

QTEST_GUILESS_MAIN(HistogramTest)
#include "histogram_test.moc"
