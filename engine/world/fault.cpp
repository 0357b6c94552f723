// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/fault.h"
#include "engine/base/say.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

std::string text_of(const OutageFault &f, const ErrorMatrix &matrix) { return say(phrase("Fault", "outage: {}"), matrix[f.kind].name); }

std::string text_of(const FailuresFault &f, const ErrorMatrix &matrix) {
    std::string list;
    for (const auto &[kind, share] : f.failures) {
        list += fmt::format("{}{} {:g} %", list.empty() ? "" : ", ", matrix[kind].name, share * 100.0);
    }
    return (f.add ? said(phrase("Fault", "more failures: ")) : said(phrase("Fault", "failures: "))) + list;
}

std::string text_of(const LatencyFault &f, const ErrorMatrix &) {
    std::string text = said(phrase("Fault", "latency"));
    if (f.factor != 1.0) text += fmt::format(" × {:g}", f.factor);
    if (f.add.count() != 0) text += fmt::format(" + {:g} s", seconds(f.add));
    return text;
}

std::string text_of(const WorkersFault &f, const ErrorMatrix &) { return say(phrase("Fault", "{} workers"), f.workers); }

std::string text_of(const PauseFault &, const ErrorMatrix &) { return said(phrase("Fault", "pause")); }

std::string text_of(const RateLimitFault &f, const ErrorMatrix &) {
    return say(phrase("Fault", "rate limit {:g}/s"), f.limit.rate.per_second);
}

std::string text_of(const AvailabilityFault &f, const ErrorMatrix &matrix) {
    return say(phrase("Fault", "availability: up {:g} s, down {:g} s ({})"), seconds(f.availability.up),
                       seconds(f.availability.down), matrix[f.availability.kind].name);
}

} // namespace

std::string describe(const Fault &fault, const ErrorMatrix &matrix) {
    const std::string text = std::visit([&](const auto &effect) { return text_of(effect, matrix); }, fault.effect);
    return fault.replica ? say(phrase("Fault", "{} (replica {})"), text, *fault.replica) : text;
}

} // namespace halfopen
