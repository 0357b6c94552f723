// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/lint_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace halfopen {

std::string lint_text(const std::string &file, const std::vector<Advice> &advice) {
    if (advice.empty()) return file + ": no advice\n";
    std::string out;
    for (const Advice &a : advice) {
        out += fmt::format("{}: {} ({}) at {}\n  why   {}\n  here  {}\n  do    {}\n", file, a.rule, name_of(a.kind),
                           a.path, a.why, a.evidence, a.what_to_do);
    }
    return out;
}

std::string lint_json(const std::string &file, const std::vector<Advice> &advice) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Advice &a : advice) {
        list.push_back({{"rule", a.rule},
                        {"kind", name_of(a.kind)},
                        {"path", a.path},
                        {"why", a.why},
                        {"evidence", a.evidence},
                        {"what_to_do", a.what_to_do}});
    }
    const nlohmann::ordered_json out{{"file", file}, {"advice", std::move(list)}};
    return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

} // namespace halfopen
