// SPDX-License-Identifier: GPL-3.0-or-later
// With several workloads the panes say whose they show, and follow what is selected.
#include "tests/gui/lab.h"

#include <QComboBox>
#include <QTabBar>

#include "ui/editors/policy_editor.h"
#include "ui/figures/figures_pane.h"
#include "ui/flow/flow_pane.h"
#include "ui/flow/machine_view.h"
#include "ui/timeline/timeline_view.h"
#include "ui/why/why_pane.h"

using namespace halfopen;

class SeveralWorkloadsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        lab_ = openLab(":/scenarios/breaker-as-documented-and-as-published.scenario.yaml");
        QVERIFY(lab_);
    }
    void cleanup() { lab_.reset(); }

    void pipeline_states_and_policy_follow_the_selected_breaker() {
        QCOMPARE(flow().workload(), 0u);
        const std::uint32_t breaker = breakerOf(1);
        const auto first = transitionAt(session().run().index(), breaker, 0);
        QVERIFY(first);
        session().selectTransition(breaker, first->record);
        flow().refreshNow();
        QCOMPARE(flow().workload(), 1u);
        QCOMPARE(flow().machine().machine()->state, BreakerState::open);
        QCOMPARE(flow().machine().machine()->title, QString("as_published"));
        QCOMPARE(policyTab(), QString("as_published"));
        QVERIFY2(lab_->findChild<WhyPane *>()->subtitle().contains("as_published"), "Why says which breaker it means");
        session().selection().selectBreaker(breakerOf(0));
        QCOMPARE(flow().workload(), 0u);
        QCOMPARE(policyTab(), QString("as_documented"));
        QVERIFY(flow().machine().machine()->title != "as_published");
    }
    void pipeline_follows_the_selected_request() {
        const TraceIndex &index = session().run().index();
        for (std::uint32_t request = 1; request <= 4; ++request) {
            session().selectRequest(request);
            QCOMPARE(flow().workload(), session().run().trace()[index.request(request).first_record].object);
        }
    }
    void another_workload_may_still_be_chosen() {
        session().selection().selectBreaker(breakerOf(1));
        flow().chooser().setCurrentIndex(0);
        session().showAt(kTimeZero + std::chrono::seconds(90));
        QCOMPARE(flow().workload(), 0u);
    }
    void what_counts_all_workloads_says_so() {
        QVERIFY(lab_->findChild<FiguresPane *>()->subtitle().endsWith("all workloads"));
        QVERIFY(lab_->findChild<TimelineView *>()->subtitle().endsWith("all workloads"));
        lab_ = openLab();
        QVERIFY(!lab_->findChild<FiguresPane *>()->subtitle().contains("workload"));
        QVERIFY(!lab_->findChild<TimelineView *>()->subtitle().contains("workload"));
    }

private:
    Session &session() { return lab_->session(); }
    FlowPane &flow() { return *lab_->findChild<FlowPane *>(); }
    std::uint32_t breakerOf(std::uint32_t workload) {
        const auto &places = session().run().index().layout().breakers;
        for (std::uint32_t b = 0; b < places.size(); ++b)
            if (places[b].workload == workload) return b;
        qFatal("workload %u has no breaker", workload);
    }
    QString policyTab() {
        auto *tabs = lab_->findChild<PolicyEditor *>()->findChild<QTabBar *>();
        return tabs->tabText(tabs->currentIndex());
    }
    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(SeveralWorkloadsTest)
#include "several_workloads_test.moc"
