// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/scenario_tables.h"
#include "engine/files/text_checks.h"
#include "engine/files/value_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace halfopen {

namespace {

const KeyTable<KindRule> &kind_keys() {
    static const KeyTable<KindRule> table = {
        word_key("class", &KindRule::failure_class,
                 {{"transient", FailureClass::transient},
                  {"permanent", FailureClass::permanent},
                  {"fixable", FailureClass::fixable}},
                 "Passes by itself, never passes, or passes after a remedy; a new kind takes the usual rules "
                 "of its class."),
        flag_key("retry", &KindRule::retry, "Whether retry loops try again."),
        flag_key("fallback", &KindRule::fallback, "Whether the next leg of the chain is asked."),
        word_key(
            "breaker", &KindRule::breaker,
            {{"failure", BreakerCount::failure}, {"success", BreakerCount::success}, {"ignore", BreakerCount::ignore}},
            "What it counts as for a circuit breaker."),
        word_key("shows", &KindRule::shows,
                 {{"refuse", Shows::refuse}, {"respond", Shows::respond}, {"hang", Shows::hang}},
                 "At once on arrival, after the service time, or never."),
    };
    return table;
}

/// The usual rules of a class, for a new kind that says nothing else.
KindRule rule_of_class(FailureClass failure_class) {
    KindRule rule;
    const bool transient = failure_class == FailureClass::transient;
    rule.failure_class = failure_class;
    rule.retry = transient;
    rule.fallback = true;
    rule.breaker = transient ? BreakerCount::failure : BreakerCount::ignore;
    return rule;
}

void read_kind(Reading &reading, const DocumentNode::Entry &entry) {
    const std::optional<Outcome> known = reading.kinds.find(entry.key);
    if (entry.key == "success") {
        reading.error_at(entry.key_at, "success is no failure kind");
        return;
    }
    KindRule rule;
    if (known) {
        rule = reading.kinds[*known];
    } else if (entry.value->is_map() && entry.value->find("class") != nullptr) {
        KindRule stated;
        const std::vector<Issue> before = reading.issues();
        read_known_keys(reading, *entry.value, kind_keys(), stated);
        reading.issues() = before; // this look ahead tells nothing
        rule = rule_of_class(stated.failure_class);
    }
    if (!read_map(reading, *entry.value, kind_keys(), rule)) return;
    if (known && is_refusal(*known) &&
        (rule.failure_class != FailureClass::refusal || rule.shows != reading.kinds[*known].shows)) {
        reading.error(
            *entry.value,
            fmt::format("{} is a refusal by the caller itself: it has no class and shows nowhere", entry.key));
        return;
    }
    rule.name = entry.key;
    if (known)
        reading.kinds[*known] = rule;
    else if (reading.kinds.size() >= kKindsMax)
        reading.error_at(entry.key_at, fmt::format("more than {} failure kinds", kKindsMax));
    else
        reading.kinds.add(rule);
}

const KeyTable<InputKind> &input_keys() {
    static const KeyTable<InputKind> table = {
        share_key("share", &InputKind::share, "How many requests carry it."),
        custom_key<InputKind>("fails_at", "list of services", "all", "The services at which it fails.",
                              [](Reading &reading, const DocumentNode &node, InputKind &out) {
                                  if (!node.is_list()) {
                                      reading.expected(node, "a list of services");
                                      return;
                                  }
                                  for (std::size_t i = 0; i < node.items.size(); ++i) {
                                      const Reading::Step step(reading, i, *node.items[i].value);
                                      const auto name =
                                          read_text(reading, *node.items[i].value, "the name of a service");
                                      if (name) out.fails_at.push_back(*name);
                                  }
                              }),
    };
    return table;
}

} // namespace

bool check_name(Reading &reading, const std::string &name, Position at) {
    constexpr std::size_t kNameBytesMax = 64;
    const bool good = name.size() <= kNameBytesMax && std::all_of(name.begin(), name.end(), [](char c) {
                          const bool letter =
                              (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
                          return letter || (c >= '0' && c <= '9') || c == '_' || c == '-';
                      });
    if (!good) {
        reading.error_at(at, fmt::format("a name is made of letters, digits, _ and -, at most {} bytes, got {}",
                                         kNameBytesMax, in_quotes(name)));
    }
    return good;
}

void read_kinds(Reading &reading, const DocumentNode &node, Scenario &) {
    if (!node.is_map()) {
        reading.expected(node, "a map from failure kinds to their rules");
        return;
    }
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        if (check_name(reading, entry.key, entry.key_at)) read_kind(reading, entry);
    }
}

void document_kinds(KeyDocs &docs) {
    docs.add({"*", "map", "", "", "A built-in kind to refine, or a new one.", {}});
    docs.below("*", [](KeyDocs &inner) { document_keys(kind_keys(), inner); });
}

void read_inputs(Reading &reading, const DocumentNode &node, Scenario &out) {
    if (!node.is_map()) {
        reading.expected(node, "a map such as {image_quality: 4%}");
        return;
    }
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        InputKind input;
        const std::optional<Outcome> kind = reading.kind_named(entry.key, entry.key_at);
        if (kind) input.kind = *kind;
        if (entry.value->is_scalar()) {
            if (const auto share = read_share(reading, *entry.value)) input.share = Ratio{*share};
        } else {
            read_map(reading, *entry.value, input_keys(), input);
        }
        if (kind) out.inputs.push_back(std::move(input));
    }
}

void document_inputs(KeyDocs &docs) {
    docs.add({"*", "share or map", "0% to 100%", "", "A failure kind that requests carry across all their attempts.",
              "share"});
    docs.below("*", [](KeyDocs &inner) { document_keys(input_keys(), inner); });
}

void read_kind_list(Reading &reading, const DocumentNode &node, std::vector<Outcome> &out) {
    out.clear();
    if (!node.is_list()) {
        reading.expected(node, "a list of failure kinds such as [timeout, network]");
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        const std::optional<Outcome> kind = reading.kind(item);
        if (!kind) continue;
        if (std::find(out.begin(), out.end(), *kind) != out.end())
            reading.error(item, item.text + " stands here twice");
        else
            out.push_back(*kind);
    }
}

void read_kind_shares(Reading &reading, const DocumentNode &node, KindShares &out, bool with_success) {
    if (!node.is_map()) {
        reading.expected(node, "a map from failure kinds to shares such as {timeout: 7.5%}");
        return;
    }
    out.clear();
    for (const DocumentNode::Entry &entry : node.entries) {
        if (entry.key.empty()) continue; // told already
        const Reading::Step step(reading, entry);
        const std::optional<double> share = read_share(reading, *entry.value);
        const std::optional<Outcome> kind = with_success && entry.key == "success"
                                                ? std::optional<Outcome>(kSuccess)
                                                : reading.kind_named(entry.key, entry.key_at);
        if (kind && share) out.emplace_back(*kind, *share);
    }
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
}

} // namespace halfopen
