// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/literal_places.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "engine/incident/callers.h"
#include "engine/incident/fit_services.h"
#include "engine/incident/plain_names.h"

namespace halfopen {

namespace {

Failure missing(const std::string &what) { return Failure{Failure::Kind::bad_input, {Issue{"", what, {}}}}; }

/// One instance of one workload.
struct Seat {
    std::uint32_t workload = 0, instance = 0;
};

class Finder {
public:
    Finder(const Incident &incident, const Scenario &scenario, const Layout &layout)
        : incident_(incident), scenario_(scenario), layout_(layout), callers_(callers_of(incident.callers)) {
        std::vector<std::string> unsaid, names;
        fitted_ = operations_of(incident, unsaid);
        for (const FittedOperation &operation : fitted_) names.push_back(operation.name);
        fitted_names_ = plain_names(names);
        seats_.resize(scenario.operations.size());
        for (std::uint32_t w = 0; w < scenario.workloads.size(); ++w)
            for (int i = 0; i < scenario.workloads[w].instances; ++i)
                seats_[layout.operation_of_workload[w]].push_back({w, static_cast<std::uint32_t>(i)});
    }

    /// What is not found, as a sentence; "" when all is there.
    std::string find_names(std::vector<Outcome> &outcomes) {
        const std::vector<std::string> services = plain_names(incident_.services), kinds = plain_names(incident_.outcomes);
        for (std::size_t s = 0; s < services.size(); ++s) {
            const auto is = [&](const std::string &name) { return [&name](const ServiceConfig &service) { return service.name == name; }; };
            auto found = std::find_if(scenario_.services.begin(), scenario_.services.end(), is(incident_.services[s]));
            if (found == scenario_.services.end()) found = std::find_if(scenario_.services.begin(), scenario_.services.end(), is(services[s]));
            if (found == scenario_.services.end()) return "the scenario has no service " + incident_.services[s];
            services_.push_back(static_cast<std::uint32_t>(found - scenario_.services.begin()));
        }
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            const std::string &word = incident_.outcomes[k];
            auto found = k == 0 ? std::optional<Outcome>(kSuccess) : scenario_.kinds.find(word);
            if (!found) found = scenario_.kinds.find(kinds[k]);
            if (!found) return "the scenario has no failure kind " + word;
            outcomes.push_back(*found);
        }
        return {};
    }

    /// The operation of a call; nothing when none asks that service for that caller.
    std::optional<std::uint32_t> operation_of(const RecordedCall &call) {
        const std::uint32_t program = callers_.places[call.caller].program;
        const auto [known, is_new] = operations_.try_emplace({program, call.service}, std::nullopt);
        if (is_new) known->second = search(program, call.service);
        return known->second;
    }
    std::uint32_t service_of(const RecordedCall &call) const { return services_[call.service]; }
    std::optional<Seat> seat_of(const RecordedCall &call, std::uint32_t operation) const {
        const auto &seats = seats_[operation];
        if (seats.empty()) return std::nullopt;
        return seats[callers_.places[call.caller].instance % seats.size()];
    }
    std::string program_of(const RecordedCall &call) const { return callers_.programs[callers_.places[call.caller].program]; }

private:
    bool asks(std::size_t operation, std::uint32_t service) const {
        const auto &chain = layout_.chains[operation];
        return std::any_of(chain.begin(), chain.end(), [&](const LegPlace &leg) { return leg.service == service; });
    }
    std::optional<std::uint32_t> named(const std::string &name, std::uint32_t service) const {
        for (std::size_t o = 0; o < scenario_.operations.size(); ++o)
            if (scenario_.operations[o].name == name && asks(o, service)) return static_cast<std::uint32_t>(o);
        return std::nullopt;
    }
    std::optional<std::uint32_t> search(std::uint32_t program, std::uint16_t service) const {
        if (const auto found = named(callers_.programs[program], services_[service])) return found;
        for (std::size_t i = 0; i < fitted_.size(); ++i) {
            const auto &chain = fitted_[i].chain;
            if (fitted_[i].program != program || std::find(chain.begin(), chain.end(), service) == chain.end()) continue;
            if (const auto found = named(fitted_names_[i], services_[service])) return found;
        }
        return std::nullopt;
    }

    const Incident &incident_;
    const Scenario &scenario_;
    const Layout &layout_;
    Callers callers_;
    std::vector<FittedOperation> fitted_;
    std::vector<std::string> fitted_names_;
    std::vector<std::uint32_t> services_;
    std::vector<std::vector<Seat>> seats_; ///< [operation]
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::optional<std::uint32_t>> operations_;
};

/// The leg of that service, from the present one on if there is one.
std::uint8_t leg_of(const std::vector<LegPlace> &chain, std::uint32_t service, std::size_t from) {
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const std::size_t leg = (from + i) % chain.size();
        if (chain[leg].service == service) return static_cast<std::uint8_t>(leg);
    }
    return 0;
}

struct RequestKey {
    std::uint32_t request, workload, instance;
    friend bool operator==(const RequestKey &, const RequestKey &) = default;
};
struct KeyHash {
    std::size_t operator()(const RequestKey &key) const {
        return ((std::size_t{key.request} << 24) ^ (std::size_t{key.workload} << 12) ^ key.instance) * 0x9e3779b97f4a7c15ULL;
    }
};

} // namespace

Result<LiteralPlaces> literal_places(const Incident &incident, const Scenario &scenario, const Layout &layout) {
    LiteralPlaces out;
    Finder finder(incident, scenario, layout);
    if (const std::string wrong = finder.find_names(out.outcomes); !wrong.empty()) return missing(wrong);
    out.calls.reserve(incident.calls.size());
    out.next.resize(incident.calls.size());
    std::unordered_map<RequestKey, std::uint32_t, KeyHash> requests;
    std::vector<std::uint32_t> last; // call of each request
    for (std::uint32_t i = 0; i < incident.calls.size(); ++i) {
        const RecordedCall &call = incident.calls[i];
        const auto operation = finder.operation_of(call);
        const auto seat = operation ? finder.seat_of(call, *operation) : std::nullopt;
        if (!seat) {
            const std::string caller = finder.program_of(call);
            return missing("the scenario has no workload in which " + (caller.empty() ? "somebody" : caller) + " asks " + incident.services[call.service]);
        }
        LiteralPlace place{seat->workload, seat->instance, finder.service_of(call)};
        const auto [known, is_new] = requests.try_emplace({call.request, place.workload, place.instance}, static_cast<std::uint32_t>(requests.size() + 1));
        place.request = known->second;
        std::size_t leg = 0;
        if (is_new) {
            last.push_back(i);
            out.calls_of_request.push_back(0);
        } else {
            std::uint32_t &before = last[place.request - 1];
            out.next[before] = i;
            leg = out.calls[before].leg;
            before = i;
        }
        ++out.calls_of_request[place.request - 1];
        place.leg = leg_of(layout.chains[*operation], place.service, leg);
        out.calls.push_back(place);
    }
    return out;
}

} // namespace halfopen
