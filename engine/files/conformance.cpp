// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance.h"

#include "engine/files/conformance_family.h"
#include "engine/files/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace halfopen {

namespace {

using namespace vectors;

constexpr std::size_t kVectorFileBytesMax = std::size_t{256} << 20;

ConformanceCase case_of(const Json &line, const ConformanceOptions &options) {
    const std::string family = text_member(line, "family");
    if (family == "breaker") return breaker_case(line);
    if (family == "backoff") return backoff_case(line, options);
    if (family == "budget") return budget_case(line);
    if (family == "closed-form") return closed_form_case(line, options);
    if (family == "simulator") return simulator_case(line, options);
    throw Unusable{"unknown family \"" + family + "\""};
}

Failure bad_line(int line, std::string message) {
    return Failure{Failure::Kind::bad_input, {Issue{"", std::move(message), Position{line, 1}}}};
}

/// One line as a case.
Result<ConformanceCase> read_line(std::string_view content, int line, const ConformanceOptions &options) {
    const Json json = Json::parse(content, nullptr, false);
    if (!json.is_object()) return bad_line(line, "not a JSON object");
    try {
        ConformanceCase found = case_of(json, options);
        found.line = line;
        found.id = text_member(json, "id");
        return found;
    } catch (const Unusable &unusable) {
        return bad_line(line, unusable.message);
    }
}

} // namespace

Result<std::vector<ConformanceCase>> read_conformance(const std::filesystem::path &path,
                                                      const ConformanceOptions &options) {
    const Result<std::string> text = read_text_file(path, kVectorFileBytesMax);
    if (!text) return text.failure();
    std::vector<ConformanceCase> cases;
    std::string_view rest = text.value();
    for (int line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view content = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (content.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        Result<ConformanceCase> found = read_line(content, line, options);
        if (!found) return found.failure();
        cases.push_back(std::move(found).value());
    }
    if (cases.empty()) return bad_line(1, "no vectors in it");
    return cases;
}

ConformanceResult sum_up(const std::vector<ConformanceCase> &cases, std::vector<ConformanceOutcome> outcomes) {
    ConformanceResult result;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        ConformanceOutcome &outcome = outcomes[i];
        ++result.total;
        if (!outcome.difference)
            ++result.passed;
        else if (result.first_difference.empty())
            result.first_difference = fmt::format("line {}: {}", cases[i].line, *outcome.difference);
        for (ConformanceFigure &figure : outcome.figures)
            result.figures.push_back({cases[i].id, std::move(figure)});
    }
    return result;
}

Result<ConformanceResult> run_conformance(const std::filesystem::path &path, const ConformanceOptions &options) {
    const Result<std::vector<ConformanceCase>> cases = read_conformance(path, options);
    if (!cases) return cases.failure();
    std::vector<ConformanceOutcome> outcomes;
    for (const ConformanceCase &each : cases.value())
        outcomes.push_back(each.replay());
    return sum_up(cases.value(), std::move(outcomes));
}

} // namespace halfopen
