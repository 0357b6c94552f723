// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks whom, in which order, and when: read off the calls of each request.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/incident/fit_services.h"

namespace halfopen {

namespace {

/// What the requests of one caller show.
struct Habit {
    std::map<std::uint16_t, std::pair<double, std::size_t>> places; ///< service: sum of its places, requests with it
    std::size_t after_success = 0; ///< calls to another service although the one before had succeeded
    std::size_t after_failure = 0;
};

/// The calls in the order of their requests; within one in order of time.
std::vector<std::uint32_t> by_request(const Incident &incident) {
    std::vector<std::uint32_t> order(incident.calls.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return incident.calls[a].request < incident.calls[b].request;
    });
    return order;
}

template <class F> void each_request(const Incident &incident, const std::vector<std::uint32_t> &order, F what) {
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        const std::uint32_t request = incident.calls[order[from]].request;
        while (to < order.size() && incident.calls[order[to]].request == request) ++to;
        what(from, to);
    }
}

std::map<std::uint16_t, Habit> habits_of(const Incident &incident, const std::vector<std::uint32_t> &order) {
    std::map<std::uint16_t, Habit> habits;
    each_request(incident, order, [&](std::size_t from, std::size_t to) {
        Habit &habit = habits[incident.calls[order[from]].caller];
        std::set<std::uint16_t> met;
        for (std::size_t i = from; i < to; ++i) {
            const RecordedCall &call = incident.calls[order[i]];
            if (met.insert(call.service).second) {
                auto &[sum, count] = habit.places[call.service];
                sum += static_cast<double>(met.size());
                ++count;
            }
            if (i == from) continue;
            const RecordedCall &before = incident.calls[order[i - 1]];
            if (before.service != call.service) ++(before.outcome == 0 ? habit.after_success : habit.after_failure);
        }
    });
    return habits;
}

std::vector<std::uint16_t> chain_of(const Habit &habit) {
    std::vector<std::pair<double, std::uint16_t>> places;
    for (const auto &[service, place] : habit.places)
        places.emplace_back(place.first / static_cast<double>(place.second), service);
    std::sort(places.begin(), places.end());
    std::vector<std::uint16_t> chain;
    for (const auto &[place, service] : places) chain.push_back(service);
    return chain;
}

std::string operation_name(const Incident &incident, std::uint16_t caller, bool alone) {
    const std::string &name = incident.callers[caller];
    return name.empty() ? (alone ? "call" : "unnamed caller") : name;
}

} // namespace

std::vector<FittedOperation> operations_of(const Incident &incident, std::vector<std::string> &assumptions) {
    const std::vector<std::uint32_t> order = by_request(incident);
    const std::map<std::uint16_t, Habit> habits = habits_of(incident, order);
    std::map<std::uint16_t, std::size_t> chains;                            // caller: operation
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::size_t> singles; // caller, service: operation
    std::vector<FittedOperation> operations;
    for (const auto &[caller, habit] : habits) {
        const std::string name = operation_name(incident, caller, habits.size() == 1);
        const std::size_t changes = habit.after_success + habit.after_failure;
        if (habit.places.size() == 1 || (changes > 0 && habit.after_success * 5 < changes)) {
            chains[caller] = operations.size();
            operations.push_back({name, chain_of(habit), {}});
            if (habit.places.size() > 1)
                assumptions.push_back(name + ": another service is asked only after a failure, so the services are taken for "
                                             "a fallback chain in the order in which they were asked");
            continue;
        }
        for (const auto &[service, place] : habit.places) {
            singles[{caller, service}] = operations.size();
            operations.push_back({name + " to " + incident.services[service], {service}, {}});
        }
        assumptions.push_back(name + ": services are asked whatever became of the calls before, so each is taken for an "
                                     "operation of its own");
    }
    each_request(incident, order, [&](std::size_t from, std::size_t to) {
        const RecordedCall &first = incident.calls[order[from]];
        const auto chain = chains.find(first.caller);
        if (chain != chains.end()) return operations[chain->second].arrivals.push_back(first.start - kTimeZero);
        std::set<std::uint16_t> met;
        for (std::size_t i = from; i < to; ++i) {
            const RecordedCall &call = incident.calls[order[i]];
            if (met.insert(call.service).second)
                operations[singles.at({first.caller, call.service})].arrivals.push_back(call.start - kTimeZero);
        }
    });
    for (FittedOperation &operation : operations) std::sort(operation.arrivals.begin(), operation.arrivals.end());
    return operations;
}

} // namespace halfopen
