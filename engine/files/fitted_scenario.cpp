// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/fitted_scenario.h"

#include "engine/files/quantities.h"
#include "engine/files/scenario_pieces.h"
#include "engine/incident/plain_names.h"
#include "engine/policy/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace halfopen {

namespace {

/// Whole microseconds are enough of a measured time.
std::string rounded(Duration d) {
    const std::int64_t micro = (d.count() + 500) / 1000;
    return format_duration_yaml(micro > 0 || d.count() == 0 ? Duration{micro * 1000} : d);
}

/// At most four digits after the point of a percentage.
std::string share_text(double share) { return format_share_yaml(std::round(share * 1e6) / 1e6); }

} // namespace

std::string fitted_quantiles_yaml(const std::vector<Quantiles::Point> &points) {
    std::string out;
    Duration last{0};
    for (const Quantiles::Point &point : points) {
        last = std::max(last, point.value); // rounding must not make them fall
        out += fmt::format("{}p{}: {}", out.empty() ? "" : ", ", format_number_yaml(std::round(point.share * 1e5) / 1e3), rounded(last));
    }
    return "{quantiles: {" + out + "}}";
}

namespace {

class Writer {
public:
    Writer(const Incident &incident, const Fit &fit)
        : incident_(incident), fit_(fit), services_(plain_names(incident.services)), operations_(plain_names(operation_names(fit))) {}

    FittedFiles files(const std::string &record, const std::string &arrivals_file) {
        head(record);
        kinds();
        services();
        policies();
        operations();
        out_ += "\nworkloads:\n";
        out_ += fmt::format("  - {{arrivals: {{trace: {}}}{}}}\n", quote_yaml(arrivals_file), instances());
        return {std::move(out_), arrivals()};
    }

private:
    static std::vector<std::string> operation_names(const Fit &fit) {
        std::vector<std::string> names;
        for (const FittedOperation &operation : fit.operations) names.push_back(operation.name);
        return names;
    }
    /// Failures of the services may be any but the caller's own refusals.
    std::string outcome(std::uint16_t number) const {
        const std::string &word = incident_.outcomes[number];
        return matrix_.find(word) ? word : kind_names_[number];
    }

    void head(const std::string &record) {
        out_ += "# Fitted to recorded calls. What was assumed stands in `about`.\nhalfopen: 1\n";
        out_ += fmt::format("name: {}\nabout: >-\n", quote_yaml("Fitted to " + record));
        out_ += fmt::format("  Fitted to {} recorded calls of {} requests; failure shares and latencies in windows of {}.\n",
                            incident_.calls.size(), incident_.requests, rounded(fit_.window));
        for (const std::string &assumption : fit_.assumptions) out_ += "  " + assumption + '\n';
        for (const FittedService &service : fit_.services) {
            if (service.capacity)
                out_ += fmt::format("  {}: {} workers explain its latencies by the number in flight (R² {:.3f}).\n",
                                    services_[service.service], service.capacity->workers, service.capacity->r_squared);
        }
        const Duration length = Duration{(fit_.length.count() + 999'999'999) / 1'000'000'000 * 1'000'000'000};
        out_ += fmt::format("seed: 1\nduration: {}\n", format_duration_yaml(length));
    }

    /// Kinds of the record's own, and built-in ones that show at another time than usual.
    void kinds() {
        std::map<std::uint16_t, std::optional<Shows>> met;
        for (const FittedService &service : fit_.services)
            for (const auto &failure : service.failures) met[failure.first];
        for (const auto &[number, shows] : fit_.shows) met[number] = shows;
        std::string lines;
        for (const auto &[number, shows] : met) {
            const auto known = matrix_.find(incident_.outcomes[number]);
            if (known && (!shows || matrix_[*known].shows == *shows)) continue;
            lines += fmt::format("  {}: {{{}{}}}\n", outcome(number), known ? "" : "class: transient",
                                 shows ? fmt::format("{}shows: {}", known ? "" : ", ", name_of(*shows)) : "");
        }
        if (!lines.empty()) out_ += "\nkinds:\n" + lines;
    }

    std::string failures_text(const std::vector<std::pair<std::uint16_t, double>> &list) const {
        std::string out;
        double left = 1.0;
        for (const auto &[number, share] : list) {
            const double rounded = std::min(std::round(share * 1e6) / 1e6, left);
            left -= rounded;
            out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", outcome(number), share_text(rounded));
        }
        return "{" + out + "}";
    }

    void services() {
        out_ += "\nservices:\n";
        for (const FittedService &service : fit_.services) {
            out_ += fmt::format("  {}:\n", services_[service.service]);
            const auto &latency = service.capacity ? service.capacity->latency : service.latency;
            if (!latency.empty()) out_ += "    latency: " + fitted_quantiles_yaml(latency) + '\n';
            if (service.capacity) out_ += fmt::format("    workers: {}\n", service.capacity->workers);
            std::vector<std::pair<std::uint16_t, double>> overall;
            for (const auto &[number, share] : service.failures) overall.emplace_back(number, share.value);
            if (!overall.empty()) out_ += "    failures: " + failures_text(overall) + '\n';
            prices(service);
            profile(service);
        }
    }

    void prices(const FittedService &service) {
        if (!service.cost_usd) return;
        out_ += fmt::format("    cost: {}\n", format_money_yaml(money_from_usd(*service.cost_usd)));
        out_ += "    billing: {";
        bool first = true;
        for (const auto &[number, share] : service.billing) {
            const std::string name = number == 0 ? "success" : outcome(number);
            if (const auto kind = matrix_.find(name); kind && is_refusal(*kind)) continue;
            out_ += fmt::format("{}{}: {}", first ? "" : ", ", name, share_text(share));
            first = false;
        }
        out_ += "}\n";
    }

    void profile(const FittedService &service) {
        if (service.steps.size() < 2) return;
        out_ += "    profile:\n";
        for (const FittedStep &step : service.steps) {
            out_ += fmt::format("      - {{at: {}, failures: {}", format_duration_yaml(step.at), failures_text(step.failures));
            if (!service.capacity && !step.latency.empty()) out_ += ", latency: " + fitted_quantiles_yaml(step.latency);
            out_ += "}\n";
        }
    }

    void policies() {
        out_ += "\n# What the callers did, as far as the record shows it: change it freely.\npolicies:\n";
        for (const FittedService &service : fit_.services) {
            std::string line;
            if (service.timeout) line += fmt::format("timeout: {}", rounded(*service.timeout));
            if (service.max_attempts > 1) {
                const std::string wait =
                    service.backoff.count() == 0
                        ? std::string("none")
                        : fmt::format("{{family: exponential, base: {}, multiplier: {}}}, jitter: {}", rounded(service.backoff),
                                      format_number_yaml(service.multiplier), service.jitter ? "full" : "none");
                line += fmt::format("{}retry: {{max_attempts: {}, backoff: {}}}", line.empty() ? "" : ", ", service.max_attempts, wait);
            }
            out_ += fmt::format("  {}: {{{}}}\n", services_[service.service], line);
        }
    }

    void operations() {
        out_ += "\noperations:\n";
        for (std::size_t i = 0; i < fit_.operations.size(); ++i) {
            if (!is_fitted(fit_.operations[i])) continue;
            std::string chain;
            for (const std::uint16_t service : fit_.operations[i].chain) {
                if (!is_fitted(service)) continue;
                chain += fmt::format("{}{{service: {}, policy: {}}}", chain.empty() ? "" : ", ", services_[service], services_[service]);
            }
            out_ += fmt::format("  {}: {{chain: [{}]}}\n", operations_[i], chain);
        }
    }
    /// Whether anything was sent at all: an operation whose calls its caller refused itself has nothing to do.
    bool is_fitted(const FittedOperation &operation) const {
        return std::any_of(operation.chain.begin(), operation.chain.end(), [&](std::uint16_t service) { return is_fitted(service); });
    }
    bool is_fitted(std::uint16_t service) const {
        return std::any_of(fit_.services.begin(), fit_.services.end(), [&](const FittedService &s) { return s.service == service; });
    }

    /// One number stands for all that the file of arrivals names.
    std::string instances() const {
        std::uint32_t most = 1;
        for (const FittedOperation &operation : fit_.operations) most = std::max(most, operation.instances);
        return most == 1 ? "" : fmt::format(", instances: {}", most);
    }

    std::string arrivals() const {
        std::vector<std::pair<Duration, std::size_t>> all;
        for (std::size_t i = 0; i < fit_.operations.size(); ++i)
            if (is_fitted(fit_.operations[i])) for (const Duration at : fit_.operations[i].arrivals) all.emplace_back(at, i);
        std::stable_sort(all.begin(), all.end());
        std::string out = "at,operation\n";
        for (const auto &[at, operation] : all)
            out += fmt::format("{}.{:09},{}\n", at.count() / 1'000'000'000, at.count() % 1'000'000'000, operations_[operation]);
        return out;
    }

    const Incident &incident_;
    const Fit &fit_;
    ErrorMatrix matrix_;
    std::vector<std::string> services_, operations_;
    std::vector<std::string> kind_names_{plain_names(incident_.outcomes)};
    std::string out_;
};

} // namespace

FittedFiles fitted_scenario(const Incident &incident, const Fit &fit, const std::string &record,
                            const std::string &arrivals_file) {
    return Writer(incident, fit).files(record, arrivals_file);
}

} // namespace halfopen
