// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/conformance_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halfopen::vectors {

namespace {

constexpr double kMillisecondsMax = 1e12;

double finite(const Json &value, std::string_view what) {
    if (!value.is_number()) throw Unusable{fmt::format("{} is not a number", what)};
    const double number = value.get<double>();
    if (!std::isfinite(number)) throw Unusable{fmt::format("{} is out of range", what)};
    return number;
}

double within(double number, std::string_view name, double least, double most) {
    if (number >= least && number <= most) return number;
    throw Unusable{fmt::format("parameter {} must be a number from {} to {}", name, least, most)};
}

} // namespace

const Json *optional_member(const Json &object, const char *key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json &member(const Json &object, const char *key) {
    const auto found = object.find(key);
    if (found == object.end()) throw Unusable{fmt::format("the key {} is missing", key)};
    return *found;
}

std::string text_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_string()) throw Unusable{fmt::format("{} is not a text", key)};
    return value.get<std::string>();
}

bool flag_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_boolean()) throw Unusable{fmt::format("{} is not true or false", key)};
    return value.get<bool>();
}

const Json &list_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_array()) throw Unusable{fmt::format("{} is not a list", key)};
    return value;
}

const Json &object_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_object()) throw Unusable{fmt::format("{} is not an object", key)};
    return value;
}

double number_member(const Json &object, const char *key) { return finite(member(object, key), key); }

std::int64_t whole_member(const Json &object, const char *key) {
    const Json &value = member(object, key);
    if (!value.is_number_integer()) throw Unusable{fmt::format("{} is not a whole number", key)};
    return value.get<std::int64_t>();
}

std::vector<double> numbers(const Json &list, const char *what) {
    if (!list.is_array()) throw Unusable{fmt::format("{} is not a list", what)};
    std::vector<double> all;
    all.reserve(list.size());
    for (const Json &value : list)
        all.push_back(finite(value, what));
    return all;
}

Duration milliseconds(const Json &value, const char *what) {
    const double number = finite(value, what);
    if (!(number >= 0.0 && number <= kMillisecondsMax)) throw Unusable{fmt::format("{} is out of range", what)};
    return Duration{std::llround(number * 1e6)};
}

SimTime instant(const Json &object, const char *key) { return kTimeZero + milliseconds(member(object, key), key); }

std::optional<SimTime> optional_instant(const Json &object, const char *key) {
    const Json *found = optional_member(object, key);
    if (found == nullptr) return std::nullopt;
    return kTimeZero + milliseconds(*found, key);
}

Params::Params(const Json &vector) : params_(member(vector, "params")) {
    if (!params_.is_object()) throw Unusable{"params is not an object"};
}

bool Params::has(const char *name) {
    asked_.push_back(name);
    return optional_member(params_, name) != nullptr;
}

const Json &Params::any(const char *name) {
    asked_.push_back(name);
    const Json *found = optional_member(params_, name);
    if (found == nullptr) throw Unusable{fmt::format("parameter {} is missing", name)};
    return *found;
}

double Params::number(const char *name, double least, double most) {
    return within(finite(any(name), name), name, least, most);
}

std::optional<double> Params::optional_number(const char *name, double least, double most) {
    if (!has(name)) return std::nullopt;
    return number(name, least, most);
}

std::int64_t Params::whole(const char *name, std::int64_t least, std::int64_t most) {
    const Json &value = any(name);
    const bool whole = value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() >> 63);
    if (!whole || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most) {
        throw Unusable{fmt::format("parameter {} must be a whole number from {} to {}", name, least, most)};
    }
    return value.get<std::int64_t>();
}

bool Params::flag(const char *name) {
    const Json &value = any(name);
    if (!value.is_boolean()) throw Unusable{fmt::format("parameter {} must be true or false", name)};
    return value.get<bool>();
}

std::string Params::text(const char *name) {
    const Json &value = any(name);
    if (!value.is_string()) throw Unusable{fmt::format("parameter {} must be a text", name)};
    return value.get<std::string>();
}

void Params::ignore(const char *name) { asked_.push_back(name); }

void Params::finish() const {
    for (const auto &[name, value] : params_.items()) {
        if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
            throw Unusable{fmt::format("unknown parameter \"{}\"", name)};
        }
    }
}

} // namespace halfopen::vectors
