// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QObject>

#include "engine/base/time.h"

namespace halfopen {

/// What is selected and hovered, shared by all panes so that it lights up everywhere.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    std::optional<std::uint32_t> request() const { return request_; }
    std::optional<std::uint32_t> hoveredRequest() const { return hovered_; }
    /// Index of the selected breaker_changed record.
    std::optional<std::size_t> transition() const { return transition_; }
    /// Breaker whose lane is selected.
    std::optional<std::uint32_t> breaker() const { return breaker_; }

    void selectRequest(std::optional<std::uint32_t> request);                ///< clears the transition
    void selectTransition(std::uint32_t breaker, std::size_t record);        ///< clears the request
    void selectBreaker(std::uint32_t breaker);                               ///< its lane alone
    void hoverRequest(std::optional<std::uint32_t> request);
    void clear();

signals:
    void changed();
    void hoverChanged();

private:
    std::optional<std::uint32_t> request_, hovered_, breaker_;
    std::optional<std::size_t> transition_;
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
