// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/recorded_files.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::size_t kFilesMax = 64; ///< of one scenario: each may be large

template <class T, class F>
Result<T> known(std::map<std::string, Result<T>> &files, const std::filesystem::path &directory,
                const std::string &name, F read) {
    const std::filesystem::path path = directory / name;
    const auto found = files.find(path.string());
    if (found != files.end()) return found->second;
    if (files.size() >= kFilesMax) {
        const std::string message = fmt::format("{}: a scenario may name {} such files at most", name, kFilesMax);
        return Failure{Failure::Kind::bad_input, {Issue{"", message, {}}}};
    }
    return files.emplace(path.string(), read(path, name)).first->second;
}

} // namespace

Result<Samples> RecordedFiles::samples(const std::filesystem::path &directory, const std::string &name) {
    return known(samples_, directory, name, read_samples);
}

Result<RecordedArrivals> RecordedFiles::arrivals(const std::filesystem::path &directory, const std::string &name) {
    return known(arrivals_, directory, name, read_arrivals_csv);
}

} // namespace halfopen
