// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QFutureWatcher>
#include <QObject>

#include "engine/insight/counterfactual.h"
#include "ui/session/run.h"

namespace halfopen {

/// Asks "which single setting would have changed it" of a finished run, in a thread of the pool. The newest question
/// wins; an older one is cancelled. Lives in the GUI thread.
class WhatIf : public QObject {
    Q_OBJECT
public:
    /// More work than this is done only when it is asked for by hand.
    static constexpr double kSecondsUnasked = 5.0;

    explicit WhatIf(QObject *parent = nullptr);
    ~WhatIf() override; ///< cancels and waits for the slice under way

    /// Asks, unless this very question of this very run is asked or answered already.
    void ask(const Run &run, const Asked &asked, bool byHand);
    void clear();
    void wait(); ///< until the question under way is answered, for a picture

    bool running() const { return running_; }
    /// The work seemed too much to begin unasked; how long it would take, in seconds.
    std::optional<double> postponed() const { return postponed_; }
    const Counterfactuals *answer() const { return answer_ ? &*answer_ : nullptr; }

signals:
    void changed(); ///< it has been answered

private:
    void take();

    const Run *run_ = nullptr;
    std::optional<Asked> asked_;
    std::optional<double> postponed_;
    std::optional<Counterfactuals> answer_;
    bool running_ = false;
    std::shared_ptr<std::atomic<bool>> stop_;
    QFutureWatcher<std::optional<Counterfactuals>> watcher_;
};

} // namespace halfopen
