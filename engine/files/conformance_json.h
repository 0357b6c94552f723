// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/base/time.h"

// Internal to engine/files: how the families of recorded vectors read their JSON. No JSON type leaves the room.
namespace halfopen::vectors {

using Json = nlohmann::json;

/// What is wrong with a vector. Thrown by the readers below, caught where a line is read: it never leaves
/// engine/files.
struct Unusable {
    std::string message;
};

const Json &member(const Json &object, const char *key);
/// The member, or nothing when it is missing or null.
const Json *optional_member(const Json &object, const char *key);
std::string text_member(const Json &object, const char *key);
bool flag_member(const Json &object, const char *key);
const Json &list_member(const Json &object, const char *key);
const Json &object_member(const Json &object, const char *key);
/// A finite number.
double number_member(const Json &object, const char *key);
std::int64_t whole_member(const Json &object, const char *key);
std::vector<double> numbers(const Json &list, const char *what);

/// A duration in milliseconds from 0 to 1e12.
Duration milliseconds(const Json &value, const char *what);
SimTime instant(const Json &object, const char *key);
std::optional<SimTime> optional_instant(const Json &object, const char *key);

/// The parameters of a vector, by the names of its library. Each is asked for by name; what nobody asked for is
/// unknown. Errors (Unusable): missing, of another type, out of range.
class Params {
public:
    /// From the member "params".
    explicit Params(const Json &vector);
    bool has(const char *name);
    double number(const char *name, double least, double most);
    std::optional<double> optional_number(const char *name, double least, double most);
    std::int64_t whole(const char *name, std::int64_t least, std::int64_t most);
    bool flag(const char *name);
    std::string text(const char *name);
    const Json &any(const char *name);
    /// Accepts a parameter that changes nothing.
    void ignore(const char *name);
    /// Reports what nobody asked for.
    void finish() const;

private:
    const Json &params_;
    std::vector<std::string_view> asked_;
};

} // namespace halfopen::vectors
