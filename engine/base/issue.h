// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace halfopen {

/// A place in a text file; lines and columns count from 1, 0 means "not known".
struct Position {
    int line = 0;
    int column = 0;
    friend bool operator==(const Position &, const Position &) = default;
};

/// One thing wrong with an input: where (path in the document and position in the file) and what.
struct Issue {
    enum class Severity { error, advice };
    std::string path;    ///< such as "services.gpt4_vision.latency"; may be empty
    std::string message; ///< "expected a duration such as 250ms, got \"fast\""
    Position at;
    Severity severity = Severity::error;
    friend bool operator==(const Issue &, const Issue &) = default;
};

/// "file:line:column: path: message", leaving out what is not known; "advice: " stands before the path of advice.
std::string describe(const Issue &issue, const std::string &file);

/// Why something of the outside world did not work, with the exit status that a command should use.
struct Failure {
    enum class Kind { bad_input, no_file, stopped };
    Kind kind = Kind::bad_input;
    std::vector<Issue> issues; ///< at least one
};

/// A value or the reason why there is none.
template <class T> class Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Failure failure) : content_(std::move(failure)) {}
    bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<T>(content_); }
    T &&value() && { return std::get<T>(std::move(content_)); }
    const Failure &failure() const { return std::get<Failure>(content_); }

private:
    std::variant<T, Failure> content_;
};

/// The known name nearest to a misspelt one (edit distance at most a third of its length), or "".
std::string nearest_name(const std::string &wrong, const std::vector<std::string> &known);

} // namespace halfopen
