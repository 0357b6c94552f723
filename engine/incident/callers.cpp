// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/incident/callers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace halfopen {

namespace {

constexpr std::uint32_t kInstancesMax = 1'000;

struct Name {
    std::string_view program;
    std::optional<std::uint32_t> instance;
};

Name name_of(std::string_view caller) {
    const std::size_t slash = caller.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return {caller, {}};
    const std::string_view digits = caller.substr(slash + 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || number >= kInstancesMax) return {caller, {}};
    return {caller.substr(0, slash), number};
}

} // namespace

Callers callers_of(const std::vector<std::string> &callers) {
    Callers out;
    for (const std::string &caller : callers) {
        const Name name = name_of(caller);
        auto known = std::find(out.programs.begin(), out.programs.end(), name.program);
        if (known == out.programs.end()) {
            known = out.programs.insert(known, std::string(name.program));
            out.instances.push_back(1);
        }
        const auto program = static_cast<std::uint32_t>(known - out.programs.begin());
        const std::uint32_t instance = name.instance.value_or(0);
        out.instances[program] = std::max(out.instances[program], instance + 1);
        out.places.push_back({program, instance});
    }
    return out;
}

} // namespace halfopen
