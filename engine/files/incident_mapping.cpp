// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/incident_mapping.h"

#include "engine/files/quantities.h"
#include "engine/policy/kinds.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>

namespace halfopen {

namespace {

constexpr std::array<std::string_view, kRecordFields> kFieldNames = {"time",    "service", "request", "attempt",
                                                                     "outcome", "latency", "caller",  "cost"};

/// Names of columns in small letters without separators.
constexpr std::array<std::string_view, kRecordFields> kUsualNames = {
    " t time ts timestamp at start starttime startedat begin date datetime starttimeunixnano when ",
    " service dependency target tool upstream callee peer peerservice server provider name endpoint ",
    " request requestid req reqid traceid trace correlationid id ",
    " attempt try tries retry attemptno attemptnumber ",
    " outcome status result code error state statuscode ok success kind ",
    " latency latencyms latencys latencyus latencyns duration durationms durations durationus durationns durationnano "
    "elapsed elapsedms took tookms responsetime rt ",
    " caller client source origin instance downstream host from ",
    " cost price usd costusd "};

std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c))) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

} // namespace

std::string_view name_of(RecordField field) { return kFieldNames[static_cast<std::size_t>(field)]; }

std::optional<RecordField> record_field_named(std::string_view name) {
    const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
    if (found == kFieldNames.end()) return std::nullopt;
    return static_cast<RecordField>(found - kFieldNames.begin());
}

std::optional<NumberUnit> number_unit_named(std::string_view name) {
    if (name == "auto") return NumberUnit::automatic;
    if (name == "s") return NumberUnit::seconds;
    if (name == "ms") return NumberUnit::milliseconds;
    if (name == "us") return NumberUnit::microseconds;
    if (name == "ns") return NumberUnit::nanoseconds;
    return std::nullopt;
}

IncidentMapping guess_mapping(const std::vector<std::string> &columns) {
    IncidentMapping mapping;
    std::vector<bool> taken(columns.size(), false);
    // The exact name of a field comes first, then the usual names in the order in which they are usual.
    for (std::size_t f = 0; f < kRecordFields; ++f) {
        std::size_t best = columns.size(), best_at = std::string_view::npos;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (taken[i]) continue;
            const std::string name = plain(columns[i]);
            const std::size_t at = name == kFieldNames[f] ? 0 : kUsualNames[f].find(' ' + name + ' ');
            if (name.empty() || at >= best_at) continue;
            best = i;
            best_at = at;
        }
        if (best == columns.size()) continue;
        taken[best] = true;
        mapping.columns[f] = columns[best];
    }
    return mapping;
}

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::int64_t factor_of(NumberUnit unit) {
    switch (unit) {
    case NumberUnit::seconds: return kSecond;
    case NumberUnit::microseconds: return 1'000;
    case NumberUnit::nanoseconds: return 1;
    default: return 1'000'000;
    }
}

/// "123.456" times `factor`, exactly as far as whole nanoseconds go. Nothing for anything but digits and one point.
std::optional<std::int64_t> scaled(std::string_view text, std::int64_t factor) {
    const std::size_t point = std::min(text.find('.'), text.size());
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + point, whole);
    if (error != std::errc{} || end != text.data() + point || whole < 0) return std::nullopt;
    if (whole > INT64_MAX / 2 / factor) return std::nullopt;
    std::int64_t ns = whole * factor;
    std::int64_t digit = factor;
    for (std::size_t i = point + 1; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        digit /= 10;
        ns += digit * (text[i] - '0');
    }
    return ns;
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
    if (error != std::errc{} || end != text.data() + at + count) return std::nullopt;
    return value;
}

/// "Z", "+01:00", "-0530" in minutes; `fallback` for nothing.
std::optional<int> zone_of(std::string_view text, int fallback) {
    if (text.empty()) return fallback;
    if (text == "Z" || text == "z" || text == " UTC" || text == "UTC") return 0;
    if (text[0] != '+' && text[0] != '-') return std::nullopt;
    const bool colon = text.size() > 3 && text[3] == ':';
    const auto hours = digits(text, 1, 2);
    const auto minutes = text.size() == 3 ? std::optional(0) : digits(text, colon ? 4 : 3, 2);
    if (!hours || !minutes || text.size() > (colon ? 6u : 5u) || *hours > 15 || *minutes > 59) return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

/// ISO 8601 with seconds: YYYY-MM-DD, T or a blank, hh:mm:ss, a fraction, a zone.
std::optional<std::int64_t> calendar_ns(std::string_view text, int zone_minutes) {
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *year < 1970 || *year > 2200 || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    std::string_view rest = text.substr(19);
    std::int64_t fraction = 0;
    if (!rest.empty() && (rest[0] == '.' || rest[0] == ',')) {
        const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
        const auto value = scaled("0." + std::string(rest.substr(1, end - 1)), kSecond);
        if (!value || end == 1) return std::nullopt;
        fraction = *value;
        rest.remove_prefix(end);
    }
    const auto zone = zone_of(rest, zone_minutes);
    if (!zone) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    return (days * 86'400 + *hour * 3'600 + *minute * 60 + *second - *zone * 60) * kSecond + fraction;
}

} // namespace

std::optional<RecordedTime> parse_recorded_time(std::string_view text, NumberUnit unit, int zone_minutes) {
    if (const auto ns = calendar_ns(text, zone_minutes)) return RecordedTime{*ns, true};
    if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
    if (unit == NumberUnit::automatic) {
        // 1970 lies far enough back: 10^8 s are March 1973, and a record seldom lasts three years.
        const std::size_t whole = std::min(text.find('.'), text.size());
        unit = whole >= 18   ? NumberUnit::nanoseconds
               : whole >= 15 ? NumberUnit::microseconds
               : whole >= 12 ? NumberUnit::milliseconds
                             : NumberUnit::seconds;
    }
    const auto ns = scaled(text, factor_of(unit));
    if (ns) return RecordedTime{*ns, *ns >= 100'000'000 * kSecond};
    const auto duration = parse_duration(text);
    if (!duration || duration->count() < 0) return std::nullopt;
    return RecordedTime{duration->count(), false};
}

std::optional<std::int64_t> parse_recorded_latency(std::string_view text, NumberUnit unit) {
    if (const auto ns = scaled(text, factor_of(unit))) return ns;
    if (const auto duration = parse_duration(text); duration && duration->count() >= 0) return duration->count();
    return std::nullopt;
}

NumberUnit latency_unit_of(std::string_view column) {
    const std::string name = plain(column);
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    if (ends("nanos") || ends("nano") || ends("ns") || ends("nanoseconds")) return NumberUnit::nanoseconds;
    if (ends("micros") || ends("us") || ends("microseconds")) return NumberUnit::microseconds;
    if (ends("millis") || ends("ms") || ends("milliseconds")) return NumberUnit::milliseconds;
    const bool letter = column.size() > 2 && column.ends_with("_s");
    if (letter || ends("seconds") || ends("secs") || ends("sec")) return NumberUnit::seconds;
    return NumberUnit::milliseconds;
}

namespace {

struct Word {
    std::string_view words; ///< in small letters without separators, between blanks
    std::string_view outcome;
};
/// What people, HTTP (numbers) and gRPC (codes in words) say.
constexpr Word kWords[] = {
    {" success ok true succeeded served pass passed completed unset statuscodeok statuscodeunset 0 ", "success"},
    {" timeout timedout timeouterror deadlineexceeded 408 504 readtimeout connecttimeout etimedout hang ", "timeout"},
    {" network connectionreset connectionrefused connectionerror econnreset econnrefused dns ioerror neterror ", "network"},
    {" ratelimit ratelimited ratelimiterror resourceexhausted throttled throttling toomanyrequests 429 ", "rate_limit"},
    {" unavailable serviceunavailable 500 502 503 internal internalservererror badgateway error failure failed false "
     "statuscodeerror unknown ",
     "unavailable"},
    {" overloaded overload 529 shed queuefull ", "overloaded"},
    {" auth unauthenticated unauthorized permissiondenied forbidden 401 403 ", "auth"},
    {" notfound 404 410 ", "not_found"},
    {" badinput badrequest invalidargument invalid validationerror 400 413 415 422 failedprecondition outofrange ", "bad_input"},
    {" conflict aborted alreadyexists 409 412 ", "conflict"},
    {" cancelled canceled 499 ", "cancelled"},
    {" breakeropen circuitopen circuitbreakeropen shortcircuited notpermitted ", "breaker_open"},
};

bool is_status(const std::string &word, char hundreds) {
    return word.size() == 3 && word[0] == hundreds &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string outcome_of_word(std::string_view word) {
    static const ErrorMatrix built_in;
    if (built_in.find(word)) return std::string(word);
    const std::string text = plain(word);
    if (word.empty() || word == "-") return "success"; // an empty column of errors
    for (const Word &known : kWords)
        if (known.words.find(' ' + text + ' ') != std::string_view::npos) return std::string(known.outcome);
    if (is_status(text, '2') || is_status(text, '3')) return "success";
    if (is_status(text, '4')) return "bad_input";
    if (is_status(text, '5')) return "unavailable";
    std::string name;
    for (const char c : word) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c));
        if (letter) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!name.empty() && name.back() != '_') name += '_';
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    if (name.empty()) return "unavailable";
    return std::isdigit(static_cast<unsigned char>(name[0])) ? "code_" + name : name;
}

} // namespace halfopen
