// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/say.h"
#include "engine/world/idle/scene.h"

namespace halfopen {

/// Collects what rules find.
class IdleFound {
public:
    struct Entry {
        std::string_view rule;
        std::string path;
        std::string message;
    };
    template <class... Args>
    void operator()(std::string path, CheckedPhrase<std::type_identity_t<Args>...> text, Args &&...args) {
        entries_.push_back({rule_, std::move(path), say(text, std::forward<Args>(args)...)});
    }
    void of_rule(std::string_view rule) { rule_ = rule; }
    const std::vector<Entry> &entries() const { return entries_; }

private:
    std::string_view rule_;
    std::vector<Entry> entries_;
};

/// One way of having no effect, and the code that looks for it.
struct IdleRule {
    std::string_view id;
    void (*check)(const IdleScene &scene, IdleFound &found);
};

// One file each.
std::span<const IdleRule> idle_reach_rules();
std::span<const IdleRule> idle_fault_rules();
std::span<const IdleRule> idle_service_rules();
std::span<const IdleRule> idle_retry_rules();
std::span<const IdleRule> idle_time_rules();
std::span<const IdleRule> idle_guard_rules();
std::span<const IdleRule> idle_operation_rules();
/// About the edits themselves.
std::span<const IdleRule> idle_edit_rules();

} // namespace halfopen
