// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/issue.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace halfopen {

std::string describe(const Issue &issue, const std::string &file) {
    std::string out = file;
    if (issue.at.line > 0) {
        out += ':' + std::to_string(issue.at.line) + ':' + std::to_string(issue.at.column);
    }
    if (!out.empty()) out += ": ";
    if (issue.severity == Issue::Severity::advice) out += "advice: ";
    if (!issue.path.empty()) out += issue.path + ": ";
    return out + issue.message;
}

namespace {

std::size_t edit_distance(const std::string &a, const std::string &b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace

std::string nearest_name(const std::string &wrong, const std::vector<std::string> &known) {
    constexpr std::size_t kLongestName = 64;
    if (wrong.empty() || wrong.size() > kLongestName) return {};
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (const std::string &name : known) {
        if (name.size() > kLongestName) continue;
        const std::size_t distance = edit_distance(wrong, name);
        if (distance < best_distance) {
            best_distance = distance;
            best = name;
        }
    }
    return best;
}

} // namespace halfopen
