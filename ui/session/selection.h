// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QObject>

#include "engine/base/time.h"

namespace halfopen {

/// A stretch of simulated time that a person has chosen, from < to.
struct TimeRange {
    SimTime from{}, to{};
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// What is selected and hovered, shared by all panes so that it lights up everywhere.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    std::optional<std::uint32_t> request() const { return request_; }
    std::optional<std::uint32_t> hoveredRequest() const { return hovered_; }
    /// Index of the selected breaker_changed record.
    std::optional<std::size_t> transition() const { return transition_; }
    /// Index of the record of the selected request that was picked: the wait, refusal or fallback that is asked about.
    std::optional<std::size_t> decision() const { return decision_; }
    /// Breaker whose lane is selected.
    std::optional<std::uint32_t> breaker() const { return breaker_; }

    /// Fault of the scenario whose bar is selected, for keys; independent of what else is selected.
    std::optional<std::uint32_t> fault() const { return fault_; }
    /// The stretch whose requests the figures compare with all; independent of what else is selected.
    std::optional<TimeRange> range() const { return range_; }

    /// Clears the transition. `decision`: the record of it that is asked about.
    void selectRequest(std::optional<std::uint32_t> request, std::optional<std::size_t> decision = {});
    void selectTransition(std::uint32_t breaker, std::size_t record);        ///< clears the request
    void selectBreaker(std::uint32_t breaker);                               ///< its lane alone
    void hoverRequest(std::optional<std::uint32_t> request);
    void selectFault(std::optional<std::uint32_t> fault);
    void selectRange(std::optional<TimeRange> range); ///< an empty one is none
    /// The range begins, or ends, at a moment; its other end stays, or is that of the run from 0 to `end`.
    void beginRange(SimTime at, SimTime end);
    void endRange(SimTime at);
    void clear();                                     ///< all but range and fault

signals:
    void changed();
    void hoverChanged();
    void rangeChanged();
    void faultChanged();

private:
    std::optional<std::uint32_t> request_, hovered_, breaker_, fault_;
    std::optional<std::size_t> transition_, decision_;
    std::optional<TimeRange> range_;
};

/// The stretch of simulated time that every track and chart shows: one axis through all.
class TimeSpan : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    SimTime from() const { return from_; }
    SimTime to() const { return to_; }
    void set(SimTime from, SimTime to); ///< at least 1 us wide, never before 0
signals:
    void changed();

private:
    SimTime from_{}, to_{std::chrono::seconds(60)};
};

} // namespace halfopen
