// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/arrivals_csv.h"

#include "engine/base/random.h"
#include "engine/files/quantities.h"
#include "engine/files/text_checks.h"
#include "engine/files/text_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace halfopen {

namespace {

constexpr std::size_t kArrivalFileBytesMax = std::size_t{256} << 20;
constexpr std::size_t kArrivalsMax = 10'000'000;

/// A duration, or a number of seconds.
std::optional<Duration> time_of(std::string_view cell) {
    if (auto value = parse_duration(cell)) return value;
    return parse_number(cell) ? parse_duration(std::string(cell) + "s") : std::nullopt;
}

/// Takes the lines one after another; stops at a header that is wrong, or when there is too much.
class ArrivalLines {
public:
    explicit ArrivalLines(const std::string &name) : bad_(name) {}

    bool take(int line, std::string_view text) {
        if (is_silent_line(text)) return true;
        line_ = line;
        const std::vector<CsvCell> cells = cells_of(text);
        if (columns_ == 0)
            header(cells);
        else
            row(cells, text);
        return columns_ > 0 && !too_much_;
    }

    Result<RecordedArrivals> result() {
        if (!bad_.any() && count_ == 0)
            bad_.add(line_ == 0 ? "the file is empty; expected a header with the column at" : "no arrivals in it");
        if (bad_.any()) return bad_.failure();
        for (std::size_t i = 0; i < times_.size(); ++i) {
            times_[i].shrink_to_fit();
            record_.streams[i].at = std::make_shared<const std::vector<Duration>>(std::move(times_[i]));
        }
        return std::move(record_);
    }

private:
    void header(const std::vector<CsvCell> &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::optional<std::size_t> &place = cells[i].text == "at" ? at_ : operation_;
            if (cells[i].text != "at" && cells[i].text != "operation") {
                refuse(cells[i], fmt::format("expected a header with the columns at and, optionally, operation, got {}",
                                             in_quotes(cells[i].text)));
            } else if (place) {
                refuse(cells[i], fmt::format("the column {} stands here twice", cells[i].text));
            }
            place = i;
        }
        if (!bad_.any() && !at_) refuse(cells.front(), "the column at is missing");
        if (!bad_.any()) columns_ = cells.size();
    }

    void row(const std::vector<CsvCell> &cells, std::string_view text) {
        if (cells.size() != columns_) {
            const std::string_view plural = columns_ == 1 ? "" : "s";
            return refuse(cells.front(), fmt::format("expected {} value{} as in the header, got {}", columns_, plural,
                                                     in_quotes(text)));
        }
        const CsvCell &at = cells[*at_];
        const std::optional<Duration> time = time_of(at.text);
        if (!time || time->count() < 0) {
            refuse(at, fmt::format("expected a time such as 1.5s or a number of seconds from 0, got {}",
                                   in_quotes(at.text)));
        } else if (*time < latest_) {
            refuse(at, fmt::format("{} is earlier than the line before, {}; a record is in order of time",
                                   in_quotes(at.text), format_duration_yaml(latest_)));
        } else if (++count_ > kArrivalsMax) {
            refuse(at, fmt::format("more than {} arrivals", kArrivalsMax));
            too_much_ = true;
        } else {
            latest_ = *time;
            if (std::vector<Duration> *times = stream(operation_ ? cells[*operation_] : CsvCell{}))
                times->push_back(*time);
        }
    }

    std::vector<Duration> *stream(const CsvCell &operation) {
        if (last_ && record_.streams[*last_].operation == operation.text) return &times_[*last_];
        const auto [known, added] = numbers_.try_emplace(std::string(operation.text), times_.size());
        if (added && times_.size() >= kWorkloadsMax) {
            refuse(operation, fmt::format("more than {} operations", kWorkloadsMax));
            too_much_ = true;
            return nullptr;
        }
        if (added) {
            record_.streams.push_back({known->first, line_, operation.column, nullptr});
            times_.emplace_back();
        }
        last_ = known->second;
        return &times_[*last_];
    }

    void refuse(const CsvCell &cell, const std::string &message) { bad_.add(line_, cell.column, message); }

    BadLines bad_;
    bool too_much_ = false;
    int line_ = 0;
    std::size_t columns_ = 0; ///< 0: no good header has come yet
    std::optional<std::size_t> at_, operation_;
    std::size_t count_ = 0;
    Duration latest_{0};
    RecordedArrivals record_;
    std::vector<std::vector<Duration>> times_; ///< [stream]
    std::map<std::string, std::size_t> numbers_;
    std::optional<std::size_t> last_; ///< the stream of the line before
};

} // namespace

Result<RecordedArrivals> read_arrivals_csv(const std::filesystem::path &path, const std::string &name) {
    ArrivalLines lines(name);
    const std::optional<Failure> unread = for_each_line(
        path, kArrivalFileBytesMax, [&](int line, std::string_view text) { return lines.take(line, text); });
    if (unread) return named(*unread, name);
    return lines.result();
}

} // namespace halfopen
