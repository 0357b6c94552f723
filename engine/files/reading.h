// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/files/document.h"
#include "engine/files/recorded_files.h"
#include "engine/policy/kinds.h"

namespace halfopen {

/// What the readers of one file share: where they stand, what they found wrong, and the kinds known so far.
class Reading {
public:
    explicit Reading(std::filesystem::path directory) : directory_(std::move(directory)) {}
    /// A reading of the same document with changes; files that were read already are not read again.
    Reading again() const {
        Reading reading(directory_);
        reading.files_ = files_;
        return reading;
    }

    const std::filesystem::path &directory() const { return directory_; }
    RecordedFiles &files() { return *files_; }
    const std::string &path() const { return path_; }

    /// Says what is wrong at the path where the reading stands.
    void error(const DocumentNode &node, std::string message);
    void error_at(Position at, std::string message);
    /// Says what is wrong with a file that the node names.
    void file_error(const DocumentNode &node, const Failure &failure);
    /// Whether nothing is wrong but that named files are missing or unreadable.
    bool only_files_are_missing() const { return !issues_.empty() && missing_files_ == issues_.size(); }
    /// "expected ..., got ...".
    void expected(const DocumentNode &node, std::string_view what, std::string_view hint = {});
    /// "unknown ... ; did you mean ...?".
    void unknown(Position at, std::string_view what, const std::string &name, const std::vector<std::string> &known);

    /// The number of a failure kind, or nothing and an error.
    std::optional<Outcome> kind(const DocumentNode &node);
    std::optional<Outcome> kind_named(const std::string &name, Position at);

    /// One step deeper in the document while it lives.
    class Step {
    public:
        Step(Reading &reading, const DocumentNode::Entry &entry);
        Step(Reading &reading, std::size_t index, const DocumentNode &item);
        ~Step() { reading_.path_.resize(length_); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        Reading &reading_;
        std::size_t length_;
    };

    std::vector<Issue> &issues() { return issues_; }
    /// Whether an error was found at this path, above or below it.
    bool has_issue_near(const std::string &path) const;
    /// Where the path, or the nearest part of it that was read, stands in the file.
    Position position_of(std::string path) const;

    ErrorMatrix kinds;

private:
    std::filesystem::path directory_;
    std::shared_ptr<RecordedFiles> files_ = std::make_shared<RecordedFiles>();
    std::string path_;
    std::vector<Issue> issues_;
    std::size_t missing_files_ = 0; ///< issues about files that are missing or unreadable
    std::map<std::string, Position, std::less<>> positions_;
};

/// "a map", "a list", "nothing" or the quoted text.
std::string describe_value(const DocumentNode &node);

} // namespace halfopen
