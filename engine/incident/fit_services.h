// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/incident/fit.h"

// The parts of fit(). Internal to the room.
namespace halfopen {

/// The calls of one service in order of start, as indices into the incident.
using CallList = std::vector<std::uint32_t>;

/// Percentiles that so many sorted values can tell: p99 from 100 of them on, p95 from 20.
std::vector<Quantiles::Point> percentiles_of(const std::vector<Duration> &sorted);

/// Failure shares and latencies over time, in windows that are widened until they hold 20 calls.
std::vector<FittedStep> steps_of(const Incident &incident, const CallList &calls, Duration window);

/// Workers and service time by latency against the number in flight; nothing and a reason where the record does not tell.
std::optional<FittedCapacity> capacity_of(const Incident &incident, const CallList &calls, std::string &why_not);

/// Retries, waits, timeout and prices of the calls to one service.
void read_habits(const Incident &incident, const CallList &calls, FittedService &service);

/// Who asks whom, in which order, and when.
std::vector<FittedOperation> operations_of(const Incident &incident, std::vector<std::string> &assumptions);

} // namespace halfopen
