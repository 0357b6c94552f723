// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/files/events_jsonl.h"

namespace halfopen {

/// One JSON object under construction. Names of a scenario hold no quotes or backslashes, so texts need no
/// escapes.
class EventLog::Line {
public:
    explicit Line(std::string &out) : out_(out) { out_ += '{'; }
    void end() { out_ += "}\n"; }

    void text(std::string_view key, std::string_view value) { fmt::format_to(begin(key), "\"{}\"", value); }
    void count(std::string_view key, std::uint64_t value) { fmt::format_to(begin(key), "{}", value); }
    void flag(std::string_view key, bool value) { begin(key), out_ += value ? "true" : "false"; }
    void none(std::string_view key) { begin(key), out_ += "null"; }
    /// Nano-units as whole units, exact.
    void nano(std::string_view key, std::int64_t value) {
        begin(key);
        if (value < 0) out_ += '-';
        const std::uint64_t size =
            value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
        fmt::format_to(std::back_inserter(out_), "{}", size / 1'000'000'000);
        if (size % 1'000'000'000 == 0) return;
        fmt::format_to(std::back_inserter(out_), ".{:09}", size % 1'000'000'000);
        while (out_.back() == '0')
            out_.pop_back();
    }
    /// Thousandths as a number.
    void milli(std::string_view key, std::int64_t value) {
        fmt::format_to(begin(key), "{}", static_cast<double>(value) / 1000.0);
    }
    void nano_or_none(std::string_view key, std::int64_t value) {
        if (value == 0)
            none(key);
        else
            nano(key, value);
    }
    void list(std::string_view key, const std::vector<std::string_view> &values) {
        begin(key);
        out_ += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            fmt::format_to(std::back_inserter(out_), "{}\"{}\"", i == 0 ? "" : ",", values[i]);
        }
        out_ += ']';
    }

private:
    std::back_insert_iterator<std::string> begin(std::string_view key) {
        if (out_.back() != '{') out_ += ',';
        fmt::format_to(std::back_inserter(out_), "\"{}\":", key);
        return std::back_inserter(out_);
    }
    std::string &out_;
};

} // namespace halfopen
