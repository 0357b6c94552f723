// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "engine/files/conformance.h"
#include "engine/files/text_table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>
#include <thread>

namespace halfopen::cli {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kFiguresShown = 40; ///< of one vector; of more only the farthest off is shown

struct ConformanceArguments {
    std::vector<std::string> files;
    ConformanceOptions options;
    std::optional<std::uint64_t> seed; ///< over that of the options
    bool json = false;
};

/// The vectors of all files, replayed by all processors, the longest first.
class Replayer {
public:
    explicit Replayer(std::vector<const ConformanceCase *> cases) : cases_(std::move(cases)), outcomes_(cases_.size()) {
        order_.resize(cases_.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(),
                         [this](std::size_t a, std::size_t b) { return cases_[a]->weight > cases_[b]->weight; });
    }

    /// False when Ctrl-C came.
    bool run() {
        const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1u, 16u);
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < count; ++i)
            threads.emplace_back([this] { work(false); });
        work(true);
        threads.clear();
        if (written_) std::fputs("\r\033[K", stderr);
        return !interrupted();
    }

    std::vector<ConformanceOutcome> take(std::size_t from, std::size_t count) {
        const auto begin = std::make_move_iterator(outcomes_.begin() + static_cast<std::ptrdiff_t>(from));
        return {begin, begin + static_cast<std::ptrdiff_t>(count)};
    }

private:
    void work(bool tell) {
        while (!interrupted()) {
            const std::size_t i = next_.fetch_add(1);
            if (i >= order_.size()) return;
            outcomes_[order_[i]] = cases_[order_[i]]->replay();
            ++done_;
            if (tell) show();
        }
    }

    void show() {
        const auto now = std::chrono::steady_clock::now();
        if (::isatty(STDERR_FILENO) != 1 || now - last_ < std::chrono::milliseconds(500)) return;
        last_ = now;
        written_ = true;
        std::fputs(fmt::format("\r{} of {} vectors", done_.load(), order_.size()).c_str(), stderr);
    }

    std::vector<const ConformanceCase *> cases_;
    std::vector<std::size_t> order_;
    std::vector<ConformanceOutcome> outcomes_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> done_{0};
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    bool written_ = false;
};

/// A line per figure; of a vector with very many, one line that names the farthest off.
std::string figures_text(const ConformanceResult &result) {
    TextTable table({"vector", "figure", "expected", "measured", "standard error", "z"}, 2);
    const auto row = [&](const std::string &vector, const ConformanceFigure &f, const std::string &name) {
        if (!f.not_run.empty()) {
            table.add({vector, name + " (" + f.not_run + ")", fmt::format("{:.6g}", f.expected), "not run", "", ""});
        } else {
            table.add({vector, name, fmt::format("{:.6g}", f.expected), fmt::format("{:.6g}", f.measured),
                       fmt::format("{:.3g}", f.standard_error), fmt::format("{:.2f}", f.z)});
        }
    };
    const auto &all = result.figures;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        while (end < all.size() && all[end].vector == all[i].vector)
            ++end;
        if (end - i <= kFiguresShown) {
            for (std::size_t k = i; k < end; ++k)
                row(all[k].vector, all[k].figure, all[k].figure.name);
        } else {
            const auto farthest = std::max_element(
                all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(end),
                [](const auto &a, const auto &b) { return std::abs(a.figure.z) < std::abs(b.figure.z); });
            row(farthest->vector, farthest->figure, fmt::format("farthest of {}: {}", end - i, farthest->figure.name));
        }
        i = end;
    }
    return all.empty() ? std::string() : table.text();
}

std::string text_of(const std::string &file, const ConformanceResult &result) {
    std::string text = fmt::format("{}: passed {} of {}\n", file, result.passed, result.total);
    if (!result.first_difference.empty()) text += "  first difference: " + result.first_difference + '\n';
    return text + figures_text(result);
}

OrderedJson number_or_null(double x) { return std::isfinite(x) ? OrderedJson(x) : OrderedJson(nullptr); }

OrderedJson json_of(const std::string &file, const ConformanceResult &result) {
    OrderedJson json = {{"file", file}, {"passed", result.passed}, {"total", result.total}};
    json["first_difference"] =
        result.first_difference.empty() ? OrderedJson(nullptr) : OrderedJson(result.first_difference);
    json["figures"] = OrderedJson::array();
    for (const auto &[vector, f] : result.figures) {
        OrderedJson figure = {{"vector", vector}, {"figure", f.name}, {"expected", number_or_null(f.expected)}};
        const bool run = f.not_run.empty();
        figure["measured"] = run ? number_or_null(f.measured) : OrderedJson(nullptr);
        figure["standard_error"] = run ? number_or_null(f.standard_error) : OrderedJson(nullptr);
        figure["z"] = run ? number_or_null(f.z) : OrderedJson(nullptr);
        figure["passed"] = f.passed;
        if (!run) figure["not_run"] = f.not_run;
        json["figures"].push_back(std::move(figure));
    }
    return json;
}

/// One file, read; what could not be read has its exit status instead of cases.
struct VectorFile {
    std::string name;
    std::vector<ConformanceCase> cases;
    int status = Exit::done;
};

/// What could not be judged weighs more than a difference, and bad input more than a missing file.
int worse(int a, int b) {
    const auto weight = [](int status) { return status == Exit::bad_input ? 3 : status == Exit::no_file ? 2 : status; };
    return weight(a) >= weight(b) ? a : b;
}

int conformance(ConformanceArguments &arguments) {
    arguments.options.seed = arguments.seed.value_or(arguments.options.seed);
    arguments.options.stopped = [] { return interrupted(); };
    std::vector<VectorFile> files;
    std::vector<const ConformanceCase *> cases;
    for (const std::string &name : arguments.files) {
        VectorFile &file = files.emplace_back();
        file.name = name;
        Result<std::vector<ConformanceCase>> read = read_conformance(name, arguments.options);
        if (read)
            file.cases = std::move(read).value();
        else
            file.status = report(read.failure(), name);
    }
    for (const VectorFile &file : files) {
        for (const ConformanceCase &each : file.cases)
            cases.push_back(&each);
    }
    Replayer replayer(std::move(cases));
    if (!replayer.run()) {
        complain("interrupted");
        return Exit::try_again;
    }
    int status = Exit::done;
    std::string text;
    OrderedJson json = OrderedJson::array();
    std::size_t first = 0;
    for (const VectorFile &file : files) {
        status = worse(status, file.status);
        if (file.cases.empty()) continue;
        const ConformanceResult result = sum_up(file.cases, replayer.take(first, file.cases.size()));
        first += file.cases.size();
        if (result.passed < result.total) status = worse(status, Exit::said_no);
        if (arguments.json)
            json.push_back(json_of(file.name, result));
        else
            text += text_of(file.name, result);
    }
    if (arguments.json) text = json.dump(2) + '\n';
    if (const int printed = print(text); printed != Exit::done) return printed;
    return status;
}

} // namespace

void add_conformance(CLI::App &app, int &status) {
    CLI::App *command =
        app.add_subcommand("conformance", "Replays recorded behaviour of real libraries, and closed forms");
    auto arguments = std::make_shared<ConformanceArguments>();
    command->add_option("FILE", arguments->files, "Vectors, a JSON object a line")->required();
    command->add_option("--effort", arguments->options.effort, "Scales the replications of the statistical families")
        ->type_name("F")
        ->check(CLI::Range(0.01, 10'000.0))
        ->capture_default_str();
    add_seed(*command, arguments->seed, "Changes the random numbers of the statistical families");
    command->add_flag("--json", arguments->json, "Prints one JSON array, an object a file");
    command->callback([arguments, &status] { status = conformance(*arguments); });
}

} // namespace halfopen::cli
