// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/files/record_rows.h"

namespace halfopen {

/// The members of one flat JSON object as text, in their order: numbers as they are written, true and false as words,
/// null as "". Members of objects within have names such as "http.status"; lists are left out. False when the text is no
/// JSON object; `what` then says why.
bool read_flat_object(std::string_view text, std::vector<std::pair<std::string, std::string>> &members, std::string &what);

/// Reads the spans of one OTLP object and hands each call to the taker. A call is a span of kind CLIENT; where a text has
/// none, every span is one. False when the text is no such object.
class OtlpReader {
public:
    explicit OtlpReader(RowTaker &rows) : rows_(rows) {}
    bool read(std::string_view text, std::size_t line, std::string &what);
    std::size_t spans() const { return spans_; }

private:
    RowTaker &rows_;
    std::size_t spans_ = 0;
};

} // namespace halfopen
