// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/landmarks/landmark_runs.h"

#include "app/cli/replicate.h"

#include "engine/files/scenario_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace halfopen::cli {

namespace {

/// A variant under way.
struct Running {
    std::string name;
    Scenario scenario;
    std::vector<Metrics> runs;
    std::size_t wanted = 0;
};

struct LandmarkUnderWay {
    LandmarkResult result;
    std::vector<Running> variants;

    Running &variant(const std::string &name) {
        const auto found =
            std::find_if(variants.begin(), variants.end(), [&](const Running &v) { return v.name == name; });
        return *found; // checks name variants of their own landmark; a test looks after that
    }
    void judge_all() {
        result.judgements.clear();
        for (const Check &check : result.landmark.checks) {
            std::size_t runs = SIZE_MAX;
            for (const std::string &name : check.variants)
                runs = std::min(runs, variant(name).runs.size());
            std::vector<Figure> values;
            for (std::size_t i = 0; i < runs; ++i) {
                std::vector<const Metrics *> of_run;
                for (const std::string &name : check.variants)
                    of_run.push_back(&variant(name).runs[i]);
                values.push_back(check.value(of_run));
            }
            result.judgements.push_back(judge(check.claim, values));
        }
    }
    /// Doubles the runs of variants whose checks need more. False when nothing more is to be done.
    bool want_more() {
        const auto most = static_cast<std::size_t>(result.landmark.runs_max);
        bool more = false;
        for (std::size_t i = 0; i < result.judgements.size(); ++i) {
            if (result.judgements[i].precise_enough) continue;
            for (const std::string &name : result.landmark.checks[i].variants) {
                Running &v = variant(name);
                if (v.runs.size() >= most) continue;
                v.wanted = std::min(most, 2 * v.runs.size());
                more = true;
            }
        }
        return more;
    }
};

Result<LandmarkUnderWay> prepare(const Landmark &landmark, const std::string &directory) {
    LandmarkUnderWay out;
    out.result.landmark = landmark;
    for (const Variant &variant : landmark.variants) {
        const std::string file = landmark.scenario + ".scenario.yaml";
        Result<Scenario> scenario =
            directory.empty() ? read_scenario(shipped_landmark_scenario(landmark.scenario), {".", variant.sets})
                              : load_scenario(directory + '/' + file, variant.sets);
        if (!scenario) {
            Failure failure = scenario.failure();
            for (Issue &issue : failure.issues)
                issue.message += fmt::format(" (landmark {}, variant \"{}\")", landmark.id, variant.name);
            return failure;
        }
        out.variants.push_back({variant.name, std::move(scenario).value(), {}, static_cast<std::size_t>(landmark.runs_first)});
    }
    return out;
}

/// A run that is still to be done.
struct Job {
    Running *variant;
    std::size_t run;
    Duration step;
};

bool do_jobs(std::vector<LandmarkUnderWay> &all, const LandmarkOptions &options) {
    std::vector<Job> jobs;
    for (LandmarkUnderWay &landmark : all) {
        for (Running &variant : landmark.variants) {
            for (std::size_t run = variant.runs.size(); run < variant.wanted; ++run)
                jobs.push_back({&variant, run, landmark.result.landmark.series_step});
            variant.runs.resize(std::max(variant.runs.size(), variant.wanted));
        }
    }
    return do_in_parallel(jobs.size(), options.threads, "runs", [&](std::size_t i) {
        const Job &job = jobs[i];
        if (auto metrics = run_once(job.variant->scenario, options.first_seed + job.run, job.step))
            job.variant->runs[job.run] = std::move(*metrics);
    });
}

} // namespace

bool LandmarkResult::missed() const {
    return std::any_of(judgements.begin(), judgements.end(), [](const Judgement &j) {
        return j.verdict == LandmarkVerdict::missed || j.verdict == LandmarkVerdict::undecided;
    });
}

Result<std::vector<LandmarkResult>> run_landmarks(const std::vector<Landmark> &landmarks, const LandmarkOptions &options) {
    std::vector<LandmarkUnderWay> all;
    for (const Landmark &landmark : landmarks) {
        Result<LandmarkUnderWay> ready = prepare(landmark, options.directory);
        if (!ready) return ready.failure();
        all.push_back(std::move(ready).value());
    }
    bool more = true;
    while (more) {
        if (!do_jobs(all, options)) return Failure{Failure::Kind::stopped, {Issue{"", "interrupted; no verdict", {}, {}}}};
        more = false;
        for (LandmarkUnderWay &landmark : all) {
            landmark.judge_all();
            more = landmark.want_more() || more;
        }
    }
    std::vector<LandmarkResult> results;
    for (LandmarkUnderWay &landmark : all)
        results.push_back(std::move(landmark.result));
    return results;
}

} // namespace halfopen::cli
