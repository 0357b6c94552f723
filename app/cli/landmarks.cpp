// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/landmarks/landmark_runs.h"

#include "engine/files/text_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>

namespace halfopen::cli {

namespace {

struct LandmarksArguments {
    std::vector<std::string> only;
    LandmarkOptions options;
    std::optional<std::uint64_t> seed;
    bool json = false;
};

std::string number(double value) {
    const double size = std::fabs(value);
    if (size != 0.0 && (size < 0.01 || size >= 1e6)) return fmt::format("{:.3g}", value);
    return fmt::format("{:.{}f}", value, size >= 1000.0 ? 0 : size >= 100.0 ? 1 : size >= 10.0 ? 2 : 4);
}
std::string number(const Figure &value) { return value ? number(*value) : "n/a"; }

std::string claim_text(const Claim &claim) {
    switch (claim.kind) {
    case ClaimKind::at_least: return ">= " + number(claim.expected);
    case ClaimKind::at_most: return "<= " + number(claim.expected);
    case ClaimKind::close:
    case ClaimKind::shown: break;
    }
    return number(claim.expected);
}

std::string text_of(const LandmarkResult &result) {
    const Landmark &landmark = result.landmark;
    std::string out =
        fmt::format("{}  {}\n  {}\n  {}\n", landmark.id, landmark.title, landmark.source, landmark.parameters);
    TextTable table({"", "expected", "tolerance", "measured", "s.e.", "z", "runs", "verdict"}, 1);
    for (std::size_t i = 0; i < landmark.checks.size(); ++i) {
        const Judgement &j = result.judgements[i];
        const bool verdict = j.verdict != LandmarkVerdict::shown;
        table.add({landmark.checks[i].name, claim_text(landmark.checks[i].claim), verdict ? number(j.tolerance) : "",
                   number(j.measured), number(j.standard_error), verdict && j.z ? fmt::format("{:.2f}", *j.z) : "",
                   fmt::format("{}", j.runs), std::string(name_of(j.verdict))});
    }
    return out + table.text("  ") + '\n';
}

nlohmann::ordered_json json_of(const LandmarkResult &result) {
    using Json = nlohmann::ordered_json;
    const auto figure_json = [](const Figure &f) { return f && std::isfinite(*f) ? Json(*f) : Json(nullptr); };
    constexpr const char *kKinds[] = {"close", "at_least", "at_most", "shown"};
    Json checks = Json::array();
    for (std::size_t i = 0; i < result.landmark.checks.size(); ++i) {
        const Check &check = result.landmark.checks[i];
        const Judgement &j = result.judgements[i];
        checks.push_back({{"name", check.name},
                          {"variants", check.variants},
                          {"claim", kKinds[static_cast<std::size_t>(check.claim.kind)]},
                          {"expected", check.claim.expected},
                          {"source_standard_error", j.source_se},
                          {"tolerance", figure_json(j.tolerance)},
                          {"measured", figure_json(j.measured)},
                          {"standard_error", figure_json(j.standard_error)},
                          {"z", figure_json(j.z)},
                          {"replications", j.runs},
                          {"verdict", name_of(j.verdict)}});
    }
    return {{"id", result.landmark.id},
            {"title", result.landmark.title},
            {"source", result.landmark.source},
            {"scenario", result.landmark.scenario},
            {"parameters", result.landmark.parameters},
            {"met", !result.missed()},
            {"checks", std::move(checks)}};
}

int landmarks(const LandmarksArguments &arguments) {
    std::vector<Landmark> chosen;
    std::vector<std::string> ids;
    std::vector<std::string> only = arguments.only;
    for (std::string &id : only)
        std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (Landmark &landmark : all_landmarks()) {
        ids.push_back(landmark.id);
        const bool wanted = only.empty() || std::find(only.begin(), only.end(), landmark.id) != only.end();
        if (wanted) chosen.push_back(std::move(landmark));
    }
    for (const std::string &id : only) {
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
        complain(fmt::format("unknown landmark \"{}\"; known: {}", id, fmt::join(ids, ", ")));
        return Exit::usage;
    }
    LandmarkOptions options = arguments.options;
    options.first_seed = arguments.seed.value_or(options.first_seed);
    const auto results = run_landmarks(chosen, options);
    if (!results) return report(results.failure(), "landmarks");
    std::size_t missed = 0, checks = 0;
    std::string text;
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const LandmarkResult &result : results.value()) {
        missed += result.missed() ? 1 : 0;
        checks += result.judgements.size();
        text += text_of(result);
        json.push_back(json_of(result));
    }
    text += missed == 0 ? fmt::format("{} landmarks with {} checks: none is missed\n", chosen.size(), checks)
                        : fmt::format("{} of {} landmarks are missed\n", missed, chosen.size());
    const int status = print(arguments.json ? json.dump(2) + '\n' : text);
    if (status != Exit::done) return status;
    return missed == 0 ? Exit::done : Exit::said_no;
}

} // namespace

void add_landmarks(CLI::App &app, int &status) {
    CLI::App *command = app.add_subcommand("landmarks", "Reproduces published results: expected, measured, verdict");
    auto arguments = std::make_shared<LandmarksArguments>();
    command->add_option("--only", arguments->only, "One landmark, such as L5; may be repeated")
        ->type_name("ID")
        ->take_all()
        ->allow_extra_args(false);
    add_seed(*command, arguments->seed, "The first seed of the replications");
    command->add_option("--scenarios", arguments->options.directory, "Reads the scenarios from here, not the built-in ones")
        ->type_name("DIR");
    within(command->add_option("--threads", arguments->options.threads, "Runs at once; default: one for each core"), 1,
           1024);
    command->add_flag("--json", arguments->json, "Prints one JSON array");
    command->footer("Accepted within 4 standard errors of both sides, source and simulation; runs are added until the\n"
                    "standard error allows a verdict; z is the distance of the two in standard errors. A landmark that is\n"
                    "missed is a check that said no.\n" +
                    exits_text());
    command->callback([arguments, &status] { status = landmarks(*arguments); });
}

} // namespace halfopen::cli
