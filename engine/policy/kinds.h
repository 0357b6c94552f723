// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfopen {

/// How a call ended: 0 is success, every other number names a failure kind of the scenario.
using Outcome = std::uint8_t;
inline constexpr Outcome kSuccess = 0;

/// The kinds that every scenario has, in the order in which one uniform picks among them.
/// The numbers are part of the trace hash: append before `first_user` only with a new format version.
enum Kind : std::uint8_t {
    kind_timeout = 1, kind_network, kind_rate_limit, kind_unavailable, kind_overloaded,
    kind_auth, kind_not_found, kind_bad_input, kind_image_quality, kind_encoding, kind_conflict,
    kind_low_confidence,
    kind_breaker_open, kind_bulkhead_full, kind_rate_limited_locally, kind_budget_empty, kind_deadline,
    kind_cancelled, ///< given up because another copy or call of the same request decided: counts as nothing
    kind_first_user = 32,
};
inline constexpr int kKindsMax = 200;

enum class FailureClass : std::uint8_t { transient, permanent, fixable, refusal };
enum class BreakerCount : std::uint8_t { failure, success, ignore };
/// When a failure shows: at once on arrival, after the service time, or never (the caller must time out).
enum class Shows : std::uint8_t { refuse, respond, hang };

/// One row of the error matrix.
struct KindRule {
    std::string name;
    FailureClass failure_class = FailureClass::transient;
    bool retry = true;
    bool fallback = true;
    BreakerCount breaker = BreakerCount::failure;
    Shows shows = Shows::respond;
    bool built_in = false;
    friend bool operator==(const KindRule &, const KindRule &) = default;
};

/// The error matrix: what each failure kind means to the policies. Indexed by Outcome; row 0 is success and
/// rows without a name are unused numbers.
class ErrorMatrix {
public:
    ErrorMatrix(); ///< the built-in table
    const KindRule &operator[](Outcome kind) const { return rules_[kind]; }
    KindRule &operator[](Outcome kind) { return rules_[kind]; }
    /// The number of a name, or nothing.
    std::optional<Outcome> find(std::string_view name) const;
    /// Adds a user's kind and gives its number. Precondition: the name is new, and fewer than kKindsMax rows are used.
    Outcome add(KindRule rule);
    int size() const { return static_cast<int>(rules_.size()); }
    std::vector<std::string> names() const; ///< of all kinds, without "success"
    friend bool operator==(const ErrorMatrix &, const ErrorMatrix &) = default;

private:
    std::vector<KindRule> rules_;
};

/// A caller's own refusal: nothing was sent, it costs nothing and is counted apart.
constexpr bool is_refusal(Outcome o) { return o >= kind_breaker_open && o <= kind_deadline; }

std::string_view name_of(FailureClass c);
std::string_view name_of(BreakerCount c);
std::string_view name_of(Shows s);

} // namespace halfopen
