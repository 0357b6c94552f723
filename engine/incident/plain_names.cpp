// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/plain_names.h"

#include <algorithm>
#include <cctype>

namespace halfopen {

namespace {

constexpr std::size_t kNameMax = 64;

std::string clean(const std::string &name) {
    std::string out;
    for (const char c : name) {
        const bool good = std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
        if (good) out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    if (out == "null" || out == "Null" || out == "NULL") return "the_" + out; // YAML takes it for nothing
    return out.empty() ? "unnamed" : out.substr(0, kNameMax - 4);
}

} // namespace

std::vector<std::string> plain_names(const std::vector<std::string> &names) {
    std::vector<std::string> out;
    for (const std::string &name : names) {
        const std::string plain = clean(name);
        std::string unique = plain;
        for (int n = 2; std::find(out.begin(), out.end(), unique) != out.end(); ++n) unique = plain + '_' + std::to_string(n);
        out.push_back(unique);
    }
    return out;
}

} // namespace halfopen
