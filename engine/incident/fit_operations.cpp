// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks whom, in which order, and when: read off the calls of each request.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "engine/incident/callers.h"
#include "engine/incident/fit_services.h"

namespace halfopen {

namespace {

/// What the requests of one caller show.
struct Habit {
    std::map<std::uint16_t, std::pair<double, std::size_t>> places; ///< service: sum of its places, requests with it
    std::size_t after_success = 0; ///< calls to another service although the one before had succeeded
    std::size_t after_failure = 0;
};

/// The calls in the order of their requests, those of one program together; within these in order of time.
std::vector<std::uint32_t> by_request(const Incident &incident, const Callers &callers) {
    std::vector<std::uint32_t> order(incident.calls.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto place = [&](std::uint32_t i) { return std::pair(incident.calls[i].request, callers.places[incident.calls[i].caller].program); };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    return order;
}

/// What one program does for one request.
template <class F> void each_request(const Incident &incident, const Callers &callers, const std::vector<std::uint32_t> &order, F what) {
    const auto program = [&](std::size_t i) { return callers.places[incident.calls[order[i]].caller].program; };
    const auto request = [&](std::size_t i) { return incident.calls[order[i]].request; };
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        while (to < order.size() && request(to) == request(from) && program(to) == program(from)) ++to;
        what(from, to);
    }
}

std::map<std::uint32_t, Habit> habits_of(const Incident &incident, const Callers &callers, const std::vector<std::uint32_t> &order) {
    std::map<std::uint32_t, Habit> habits; // by program
    each_request(incident, callers, order, [&](std::size_t from, std::size_t to) {
        Habit &habit = habits[callers.places[incident.calls[order[from]].caller].program];
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

std::string operation_name(const std::string &name, bool alone) {
    return name.empty() ? (alone ? "call" : "unnamed caller") : name;
}

} // namespace

std::vector<FittedOperation> operations_of(const Incident &incident, std::vector<std::string> &assumptions) {
    const Callers callers = callers_of(incident.callers);
    const std::vector<std::uint32_t> order = by_request(incident, callers);
    const std::map<std::uint32_t, Habit> habits = habits_of(incident, callers, order);
    std::map<std::uint32_t, std::size_t> chains;                            // program: operation
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::size_t> singles; // program, service: operation
    std::vector<FittedOperation> operations;
    for (const auto &[program, habit] : habits) {
        const std::string name = operation_name(callers.programs[program], habits.size() == 1);
        const std::uint32_t instances = callers.instances[program];
        const std::size_t changes = habit.after_success + habit.after_failure;
        if (habit.places.size() == 1 || (changes > 0 && habit.after_success * 5 < changes)) {
            chains[program] = operations.size();
            operations.push_back({name, program, instances, chain_of(habit), {}});
            if (habit.places.size() > 1)
                assumptions.push_back(name + ": another service is asked only after a failure, so the services are taken for "
                                             "a fallback chain in the order in which they were asked");
            continue;
        }
        for (const auto &[service, place] : habit.places) {
            singles[{program, service}] = operations.size();
            operations.push_back({name + " to " + incident.services[service], program, instances, {service}, {}});
        }
        assumptions.push_back(name + ": services are asked whatever became of the calls before, so each is taken for an "
                                     "operation of its own");
    }
    std::size_t pieces = 0;
    each_request(incident, callers, order, [&](std::size_t from, std::size_t to) {
        ++pieces;
        const RecordedCall &first = incident.calls[order[from]];
        const std::uint32_t program = callers.places[first.caller].program;
        const auto chain = chains.find(program);
        if (chain != chains.end()) return operations[chain->second].arrivals.push_back(first.start - kTimeZero);
        std::set<std::uint16_t> met;
        for (std::size_t i = from; i < to; ++i) {
            const RecordedCall &call = incident.calls[order[i]];
            if (met.insert(call.service).second)
                operations[singles.at({program, call.service})].arrivals.push_back(call.start - kTimeZero);
        }
    });
    if (pieces > incident.requests)
        assumptions.push_back("Some requests have several callers: what each of them asked is taken for a request of its own");
    for (FittedOperation &operation : operations) std::sort(operation.arrivals.begin(), operation.arrivals.end());
    return operations;
}

} // namespace halfopen
