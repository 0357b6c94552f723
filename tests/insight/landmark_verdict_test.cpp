// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insight/landmark_verdict.h"

#include <QTest>

#include <cmath>

using namespace halfopen;

namespace {

Claim close_to(double expected, double precision = 0.05) {
    Claim claim;
    claim.expected = expected;
    claim.precision = precision;
    return claim;
}

/// So many values with this mean and sample variance 1.
std::vector<Figure> around(double mean, int pairs) {
    const double n = 2.0 * pairs, reach = std::sqrt((n - 1.0) / n);
    std::vector<Figure> values;
    for (int i = 0; i < pairs; ++i) {
        values.push_back(mean - reach);
        values.push_back(mean + reach);
    }
    return values;
}

} // namespace

class LandmarkVerdictTest : public QObject {
    Q_OBJECT

private slots:
    void a_close_claim_is_judged_by_the_standard_errors_of_both_sides() {
        Claim claim = close_to(10.0);
        claim.source_se = 0.1;
        const Judgement j = judge(claim, around(10.5, 50)); // s.e. 0.1
        QVERIFY(std::fabs(*j.standard_error - 0.1) < 1e-12);
        QVERIFY(*j.z > 3.3 && *j.z < 0.5 / std::sqrt(0.02)); // a little below the t of 3.54
        QCOMPARE(j.verdict, LandmarkVerdict::met);
        QCOMPARE(judge(claim, around(10.7, 50)).verdict, LandmarkVerdict::missed);
        QCOMPARE(judge(claim, around(9.3, 50)).verdict, LandmarkVerdict::missed);
    }

    void few_runs_know_their_standard_error_badly_and_get_a_wider_tolerance() {
        // The t quantile with 1 degree of freedom that leaves as much as a normal quantile of 4 lies in the thousands.
        const Judgement two = judge(close_to(100.0, 1.0), {99.0, 101.0});
        QVERIFY(*two.tolerance > 1000.0);
        const Judgement many = judge(close_to(100.0, 1.0), around(100.0, 5000));
        QVERIFY(std::fabs(*many.tolerance / *many.standard_error - 4.0) < 0.01);
    }

    void without_the_wanted_precision_there_is_no_verdict() {
        const Judgement j = judge(close_to(10.0, 0.001), around(10.0, 50));
        QCOMPARE(j.verdict, LandmarkVerdict::undecided);
        QVERIFY(!j.precise_enough);
        Claim rough = close_to(10.0, 0.001);
        rough.source_se = 0.2; // more precision than the source has is not asked for
        QCOMPARE(judge(rough, around(10.0, 50)).verdict, LandmarkVerdict::met);
    }

    void a_source_of_n_runs_like_ours_has_our_spread() {
        Claim claim = close_to(10.0);
        claim.source_runs = 4;
        const Judgement j = judge(claim, around(10.0, 50));
        QVERIFY(std::fabs(j.source_se - 0.5) < 1e-12);
        claim.rounding = 0.5;
        QVERIFY(std::fabs(judge(claim, around(10.0, 50)).source_se - std::sqrt(0.25 + 0.25 / 3.0)) < 1e-12);
    }

    void figures_without_spread_have_to_agree() {
        QCOMPARE(judge(close_to(64.0), {64.0, 64.0}).verdict, LandmarkVerdict::met);
        QVERIFY(!judge(close_to(64.0), {64.0, 64.0}).z);
        QCOMPARE(judge(close_to(64.0), {63.0, 63.0}).verdict, LandmarkVerdict::missed);
        QCOMPARE(judge(close_to(0.3), {0.1 + 0.2, 0.1 + 0.2}).verdict, LandmarkVerdict::met);
    }

    void a_proportion_of_all_or_none_still_has_a_standard_error() {
        Claim claim = close_to(1.0);
        claim.proportion = true;
        claim.source_runs = 10;
        const Judgement j = judge(claim, std::vector<Figure>(32, 1.0));
        QVERIFY(std::fabs(*j.standard_error - std::sqrt((34.0 / 36.0) * (2.0 / 36.0) / 36.0)) < 1e-12);
        QVERIFY(std::fabs(j.source_se - std::sqrt((12.0 / 14.0) * (2.0 / 14.0) / 14.0)) < 1e-12);
        QCOMPARE(j.verdict, LandmarkVerdict::met);
        QCOMPARE(judge(claim, std::vector<Figure>(32, 0.0)).verdict, LandmarkVerdict::missed);
    }

    void a_bound_is_decided_when_the_mean_is_four_standard_errors_away() {
        Claim claim = close_to(10.0);
        claim.kind = ClaimKind::at_least;
        QCOMPARE(judge(claim, around(10.6, 50)).verdict, LandmarkVerdict::met);
        QCOMPARE(*judge(claim, around(10.6, 50)).z, 0.0);
        QVERIFY(*judge(claim, around(9.4, 50)).z < -4.0);
        QCOMPARE(judge(claim, around(9.4, 50)).verdict, LandmarkVerdict::missed);
        QCOMPARE(judge(claim, around(10.1, 50)).verdict, LandmarkVerdict::undecided);
        QCOMPARE(judge(claim, {10.0, 10.0}).verdict, LandmarkVerdict::met);
        claim.kind = ClaimKind::at_most;
        QCOMPARE(judge(claim, around(10.6, 50)).verdict, LandmarkVerdict::missed);
    }

    void an_undefined_figure_misses_and_an_illustration_has_no_verdict() {
        QCOMPARE(judge(close_to(1.0), {1.0, std::nullopt}).verdict, LandmarkVerdict::missed);
        QCOMPARE(judge(close_to(1.0), {}).verdict, LandmarkVerdict::missed);
        Claim claim = close_to(1.0);
        claim.kind = ClaimKind::shown;
        QCOMPARE(judge(claim, {5.0, 5.0}).verdict, LandmarkVerdict::shown);
        QCOMPARE(judge(claim, {std::nullopt}).verdict, LandmarkVerdict::shown);
    }
};

QTEST_APPLESS_MAIN(LandmarkVerdictTest)
#include "landmark_verdict_test.moc"
