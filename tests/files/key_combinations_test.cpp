// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_reader.h"
#include "engine/insight/metrics.h"
#include "engine/sim/simulation.h"
#include "tests/files/key_rows.h"
#include "tests/files/scenario_texts.h"

#include <rapidcheck.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace halfopen;

namespace {

constexpr std::uint64_t kEvents = 20'000;

/// Enough load that queues, guards and breakers have something to do.
const std::vector<std::string> kLoad = {"workloads[0].arrivals.poisson=60/s",
                                        "services.api.latency={exponential: {mean: 50ms}}",
                                        "services.api.failures={network: 10%, timeout: 2%, rate_limit: 2%}",
                                        "services.api.workers=4",
                                        "policies.q.timeout=300ms",
                                        "duration=5s"};

/// Runs on by so many events; false at the end or after kEvents in all.
bool run(Simulation &simulation, std::uint64_t events, RecordSink *sink) {
    const bool more = simulation.advance({kTimeNever, std::min(events, kEvents - simulation.events())}, sink);
    return more && simulation.events() < kEvents;
}

} // namespace

/// Any keys together: refused with reasons, or a run that ends, keeps its books and can be copied.
class KeyCombinationsTest : public QObject {
    Q_OBJECT

private slots:
    void any_keys_together_are_refused_or_run() {
        QTemporaryDir directory;
        for (const auto &[name, content] : {std::pair{"samples.csv", "10ms\n20ms\n"},
                                            std::pair{"arrivals.csv", "at,operation\n0.5,ask\n1s,tell\n"}}) {
            QFile file(directory.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        int ran = 0, all = 0;
        QVERIFY(rc::check("keys together", [&] {
            std::vector<std::string> overrides = kLoad;
            const int count = *rc::gen::inRange(1, 14);
            for (int i = 0; i < count; ++i) {
                const std::size_t row = *rc::gen::inRange(std::size_t{1}, key_rows().size());
                overrides.push_back(key_rows()[row].path + '=' + key_rows()[row].value);
            }
            overrides.push_back("seed=" + std::to_string(*rc::gen::inRange(0, 1000)));
            const Result<Scenario> scenario = read_scenario(kKeysScenario, {directory.path().toStdString(), overrides});
            ++all;
            if (!scenario) return;
            ++ran;
            Simulation whole(scenario.value()), sliced(scenario.value());
            MetricsFold fold(scenario.value());
            while (run(whole, kEvents, &fold)) {
            }
            for (bool more = true; more;) {
                const Simulation copy(sliced);
                sliced = copy;
                more = run(sliced, 2'000, nullptr);
            }
            RC_ASSERT(sliced.fingerprint() == whole.fingerprint());
            const Metrics m = fold.result(whole.reached());
            RC_ASSERT(m.requests == m.succeeded + m.failed + m.in_flight);
            if (whole.finished()) RC_ASSERT(int(whole.stop_reason()) == int(StopReason::finished));
        }));
        qInfo("%d of %d were accepted and ran", ran, all);
        QVERIFY(ran * 4 > all); // the rows are meant to go together
    }
};

QTEST_GUILESS_MAIN(KeyCombinationsTest)
#include "key_combinations_test.moc"
