// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/incident/incident.h"

namespace halfopen {

/// One row of a record as its reader understood it.
struct RecordedRow {
    std::int64_t time_ns = 0; ///< from 1970, or from the start of the file
    std::string_view service;
    std::string_view request; ///< "": none is named
    std::string_view caller;
    std::string_view outcome; ///< in the words of the error matrix, or its own; "success"
    std::optional<int> attempt;
    std::optional<std::int64_t> latency_ns;
    std::optional<std::int64_t> cost_nano;
    std::size_t line = 0;
};

/// Takes the rows of a record one after another and makes the Incident. About 70 bytes a row while it works.
class IncidentBuilder {
public:
    explicit IncidentBuilder(bool calendar = false) : calendar_(calendar) {}
    /// Whether times count from 1970 or from the start of the file: to be said before finish().
    void set_calendar(bool calendar) { calendar_ = calendar; }

    IncidentBuilder(const IncidentBuilder &) = delete;
    IncidentBuilder &operator=(const IncidentBuilder &) = delete;

    /// False when a limit is reached (rows, names); health.limit then says which.
    bool add(const RecordedRow &row);
    /// A row that could not be read.
    void refuse(std::size_t line, std::string what);
    std::size_t rows() const { return incident_.calls.size(); }
    /// Sorts, numbers the requests and their attempts, and looks for what is odd. One use.
    Incident finish();

    static constexpr std::size_t kRowsMax = 50'000'000;

private:
    /// Two hashes of a text: with 128 bits two requests of one record are never taken for one.
    using RequestKey = std::array<std::uint64_t, 2>;
    struct KeyHash {
        std::size_t operator()(const RequestKey &key) const { return static_cast<std::size_t>(key[0]); }
    };
    /// The names of one column.
    class Names {
    public:
        explicit Names(std::vector<std::string> &list) : list_(list) {}
        /// The number of a name, or nothing when there are too many.
        std::optional<std::uint16_t> number(std::string_view name);

    private:
        struct TextHash {
            using is_transparent = void;
            std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
        };
        std::vector<std::string> &list_;
        std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>> numbers_;
        std::string last_;
        std::uint16_t last_number_ = 0;
        bool any_ = false;
    };

    std::uint32_t request_number(std::string_view request);
    void note(std::size_t line, std::string what);
    void sort();
    void number_requests();
    void drop_duplicates();
    void number_attempts();
    void find_gaps();

    Incident incident_;
    bool calendar_;
    Names services_{incident_.services}, callers_{incident_.callers}, outcomes_{incident_.outcomes};
    std::unordered_map<RequestKey, std::uint32_t, KeyHash> requests_;
    bool from_zero_ = false; ///< attempts are numbered from 0
    std::int64_t latest_ns_ = INT64_MIN;
    std::int64_t origin_ns_ = 0;
};

} // namespace halfopen
