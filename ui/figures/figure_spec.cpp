// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_spec.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "engine/insight/explain.h"

namespace halfopen {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(halfopen::FigureSpec)
};

QString fixed(double value, int decimals) { return QString::number(value, 'f', decimals); }

QString secondsText(double value) {
    if (value < 0.0995) return fixed(value * 1e3, value < 0.00995 ? 2 : 1) + " ms";
    return fixed(value, value < 99.95 ? 2 : 1) + " s";
}

QString countText(double value) {
    QLocale english(QLocale::English);
    return english.toString(static_cast<qulonglong>(value));
}

QString moneyText(double value) { return "$" + QLocale(QLocale::English).toString(value, 'f', 2); }

double sumOf(const std::map<std::string, std::uint64_t> &counts) {
    double sum = 0;
    for (const auto &[name, count] : counts)
        sum += static_cast<double>(count);
    return sum;
}

Figure costPerThousand(const Metrics &m) {
    return m.cost_per_request_usd ? Figure(*m.cost_per_request_usd * 1000.0) : std::nullopt;
}

Figure refusedByBreakers(const Metrics &m) {
    double refused = 0;
    for (const BreakerFigures &breaker : m.breakers)
        refused += static_cast<double>(breaker.rejected);
    return m.breakers.empty() ? std::nullopt : Figure(refused);
}

/// Index of the first leg's service of the first workload's operation.
std::optional<std::size_t> primaryService(const Scenario &scenario) {
    for (const Operation &operation : scenario.operations) {
        if (operation.name != scenario.workloads.front().operation) continue;
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            if (scenario.services[s].name == operation.chain.front().service) return s;
        }
    }
    return std::nullopt;
}

FigureSpec amplification(const Scenario &scenario) {
    const auto primary = primaryService(scenario);
    const QString name = primary ? QString::fromStdString(scenario.services[*primary].name) : Words::tr("service");
    return {Words::tr("%1 per request").arg(name),
            Words::tr("Calls that %1 received, divided by requests: its amplification. Above 1 the policy adds load.")
                .arg(name),
            [primary](const Metrics &m) -> Figure {
                return primary && *primary < m.services.size() ? m.services[*primary].amplification : std::nullopt;
            },
            [](double v) { return fixed(v, 2) + " ×"; },
            {}};
}

} // namespace

QString percentText(double share) {
    const double percent = share * 100.0;
    // 99.96 % must not become 100 %.
    const int decimals = percent > 99.9 && percent < 100.0 ? 2 : 1;
    double cut = percent;
    if (percent < 100.0 && percent > 99.0)
        cut = std::floor(percent * std::pow(10.0, decimals)) / std::pow(10.0, decimals);
    return fixed(cut, percent == 100.0 || percent == 0.0 ? 0 : decimals) + " %";
}

QList<FigureSpec> figureSpecs(const Scenario &scenario) {
    QList<FigureSpec> specs;
    specs << FigureSpec{Words::tr("success rate"), Words::tr("Requests that succeeded, of those that ended."),
                        [](const Metrics &m) { return m.success_rate; }, percentText, "success_rate"}
          << FigureSpec{Words::tr("attempts per request"),
                        Words::tr("Calls really sent, divided by finished requests."),
                        [](const Metrics &m) { return m.avg_attempts; },
                        [](double v) { return fixed(v, 2); },
                        {}}
          << FigureSpec{Words::tr("retry rate"), Words::tr("Finished requests with more than one attempt on a leg."),
                        [](const Metrics &m) { return m.retry_rate; }, percentText, "retry_rate"}
          << amplification(scenario)
          << FigureSpec{Words::tr("latency p50, all"),
                        Words::tr("Latency: half of the finished requests took at most this long. One that was refused "
                                  "counts as well, so that an outage looks fast."),
                        [](const Metrics &m) { return m.latency.p50; }, secondsText, "latency_p50"}
          << FigureSpec{Words::tr("p50, successes"),
                        Words::tr("Latency: half of the requests that succeeded took at most this long."),
                        [](const Metrics &m) { return m.latency_success.p50; }, secondsText, {}}
          << FigureSpec{Words::tr("latency p99, all"), Words::tr("Latency: 99 of 100 finished requests took at most this long."),
                        [](const Metrics &m) { return m.latency.p99; }, secondsText, "latency_p99"}
          << FigureSpec{Words::tr("cost per 1,000"), Words::tr("What 1,000 requests cost, in US dollars."), costPerThousand, moneyText, {}}
          << FigureSpec{Words::tr("accuracy served"), Words::tr("Right answers, of the answers that were served."),
                        [](const Metrics &m) { return m.accuracy_served; }, percentText, "accuracy_served"}
          << FigureSpec{Words::tr("refused by breakers"),
                        Words::tr("Tries that a breaker refused: nothing was sent, nothing was billed."),
                        refusedByBreakers,
                        countText,
                        {}}
          << FigureSpec{Words::tr("latency p95, all"), Words::tr("Latency: 95 of 100 finished requests took at most this long."),
                        [](const Metrics &m) { return m.latency.p95; }, secondsText, "latency_p95"}
          << FigureSpec{Words::tr("cost per success"), Words::tr("All that was billed, divided by requests that succeeded."),
                        [](const Metrics &m) { return m.cost_per_success_usd; },
                        [](double v) { return QString::fromStdString(format_usd(v)); }, "cost_per_success"}
          << FigureSpec{Words::tr("first try"), Words::tr("Requests served by the first attempt of the first leg."),
                        [](const Metrics &m) { return m.first_try_rate; }, percentText, "first_try_rate"}
          << FigureSpec{Words::tr("in flight"),
                        Words::tr("Requests that have started and not ended."),
                        [](const Metrics &m) -> Figure { return static_cast<double>(m.in_flight); },
                        countText,
                        {}}
          << FigureSpec{Words::tr("refused in all"),
                        Words::tr("Tries that any guard of the caller refused."),
                        [](const Metrics &m) -> Figure { return sumOf(m.rejected); },
                        countText,
                        {}};
    return specs;
}

} // namespace halfopen
