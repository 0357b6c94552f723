// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/read_breaker.h"
#include "engine/files/scenario_tables.h"
#include "engine/files/value_keys.h"

namespace halfopen {

namespace {

using B = BreakerConfig;

const KeyTable<B> &open_jitter_keys() {
    static const KeyTable<B> table = {
        custom_key<B>(
            "jitter", "word or map", "none", "Chance in the open time.",
            [](Reading &reading, const DocumentNode &node, B &out) { read_jitter(reading, node, out.open_jitter); },
            document_jitter),
    };
    return table;
}

const KeyTable<B> &open_hint_keys() {
    static const KeyTable<B> table = {
        duration_key("retry_after", &B::open_for, kAnyDuration,
                     "As long as the Retry-After of the failure that opens it asks for; without one this long."),
    };
    return table;
}

void read_open_backoff(Reading &reading, const DocumentNode &node, B &out) {
    std::vector<std::string> known = names_of(backoff_keys());
    known.push_back("jitter");
    check_unknown_keys(reading, node, known);
    BackoffConfig backoff = out.open_backoff.value_or(BackoffConfig{});
    if (!out.open_backoff) backoff.base = out.open_for;
    read_known_keys(reading, node, backoff_keys(), backoff);
    read_known_keys(reading, node, open_jitter_keys(), out);
    out.open_backoff = backoff;
    out.open_steps.clear();
}

void read_open_steps(Reading &reading, const DocumentNode &node, B &out) {
    out.open_steps.clear();
    if (node.items.empty()) reading.expected(node, "at least one duration");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Reading::Step step(reading, i, *node.items[i].value);
        if (const auto value = read_duration(reading, *node.items[i].value, kAnyDuration)) {
            out.open_steps.push_back(*value);
        }
    }
}

void read_open_for(Reading &reading, const DocumentNode &node, B &out) {
    if (node.is_scalar() && node.text == "retry_after") {
        out.open_for_hint = true;
    } else if (node.is_map() && node.find("retry_after") != nullptr) {
        read_map(reading, node, open_hint_keys(), out);
        out.open_for_hint = true;
    } else if (node.is_map()) {
        read_open_backoff(reading, node, out);
    } else if (node.is_list()) {
        read_open_steps(reading, node, out);
    } else if (const auto value = read_duration(reading, node, kAnyDuration)) {
        out.open_for = *value;
        out.open_for_hint = false;
        out.open_backoff.reset();
        out.open_steps.clear();
        out.open_jitter = {};
    }
}

const KeyTable<CloseAfter> &close_after_keys() {
    static const KeyTable<CloseAfter> table = {
        integer_key("successes", &CloseAfter::successes, {1, 100'000}, "So many successes close it."),
        integer_key("of", &CloseAfter::of, {1, 100'000},
                    "Out of so many probes: it opens once they cannot be reached. Left out: any failure opens it."),
        share_key("rate", &CloseAfter::rate, "The failure rate of the probes that opens it, in place of failure_rate."),
        integer_key("results", &CloseAfter::results, {1, 100'000},
                    "Results needed for a verdict by rate. Left out: the smaller of minimum_calls and probes."),
    };
    return table;
}

void read_close_after(Reading &reading, const DocumentNode &node, B &out) {
    if (node.is_scalar() && node.text == "rate") {
        out.close_after = {};
        out.close_after.by_rate = true;
    } else if (node.is_scalar() && parse_integer(node.text)) {
        if (const auto successes = read_integer(reading, node, {1, 100'000})) {
            out.close_after = {};
            out.close_after.successes = static_cast<int>(*successes);
        }
    } else if (node.is_map()) {
        const bool by_rate = node.find("rate") != nullptr || node.find("results") != nullptr;
        if (by_rate && (node.find("successes") != nullptr || node.find("of") != nullptr)) {
            reading.error(node, "it closes by a number of successes or by their rate, not both");
            return;
        }
        CloseAfter close;
        close.by_rate = by_rate;
        if (read_map(reading, node, close_after_keys(), close)) out.close_after = close;
    } else {
        reading.expected(node, "a number of successes or rate");
    }
}

} // namespace

KeyTable<BreakerConfig> breaker_open_keys() {
    return {
        custom_key<B>("open_for", "duration or backoff", "60s",
                      "How long it stays open: always the same, a backoff or a list over its re-openings, or "
                      "retry_after, what the failure that opens it asks for.",
                      read_open_for,
                      [](KeyDocs &docs) {
                          document_keys(open_hint_keys(), docs);
                          document_keys(backoff_keys(), docs);
                          document_keys(open_jitter_keys(), docs);
                      }),
        word_key("anchor", &B::anchor, {{"opened", Anchor::opened}, {"last_failure", Anchor::last_failure}},
                 "From when the open time runs."),
        word_key("boundary", &B::boundary, {{"at", Boundary::at}, {"after", Boundary::after}},
                 "Whether it re-tests at the end of the open time or after it."),
        word_key("retest", &B::retest, {{"lazy", Retest::lazy}, {"scheduled", Retest::scheduled}},
                 "Whether it leaves OPEN at the next call after that, or by a timer."),
        word_key("late_success", &B::late_success, {{"counts", LateSuccess::counts}, {"closes", LateSuccess::closes}},
                 "What a success does that comes in while it is open."),
    };
}

KeyTable<BreakerConfig> breaker_probe_keys() {
    return {
        integer_key("probes", &B::probes, {1, 100'000}, "Calls let through while half open."),
        word_key("probe_limit", &B::probe_limit,
                 {{"total", ProbeLimit::total},
                  {"concurrent", ProbeLimit::concurrent},
                  {"unlimited", ProbeLimit::unlimited},
                  {"none", ProbeLimit::none}},
                 "Whether probes are counted in all, at once, or not at all; none: OPEN is followed by CLOSED."),
        custom_key<B>("close_after", "whole number, rate or map", "1",
                      "Successes that close it, or the failure rate of the probes.", read_close_after,
                      [](KeyDocs &docs) { document_keys(close_after_keys(), docs); }),
        word_key("probe_failure", &B::probe_failure,
                 {{"reopens", ProbeFailure::reopens}, {"counts", ProbeFailure::counts}},
                 "Whether a failed probe re-opens it or only adds to the count of the trip rule."),
        word_key("excess", &B::excess, {{"reject", Excess::reject}, {"wait", Excess::wait}},
                 "Whether more calls while half open are refused or wait for the end of the probes and ask again."),
        duration_key("probe_timeout", &B::probe_timeout, kPositiveDuration,
                     "A half-open period without a verdict ends after this."),
        word_key("probe_timeout_to", &B::probe_timeout_to,
                 {{"open", ProbeTimeoutTo::open}, {"closed", ProbeTimeoutTo::closed}}, "Where it then goes."),
        word_key("stale_results", &B::stale_results,
                 {{"count", StaleResults::count}, {"ignore", StaleResults::ignore}, {"partial", StaleResults::partial}},
                 "What results of calls admitted in an earlier period mean; partial: they count, but only those of "
                 "probes are verdicts."),
        flag_key("stale_permits", &B::stale_permits,
                 "Whether a late result frees a permit of the present half-open period."),
        word_key("reset_window", &B::reset_window,
                 {{"on_close", ResetWindow::on_close},
                  {"on_open", ResetWindow::on_open},
                  {"never", ResetWindow::never},
                  {"on_success", ResetWindow::on_success}},
                 "When counts and windows are forgotten; on_success: by a successful probe, which then counts itself."),
        flag_key("one_at_a_time", &B::one_at_a_time, "A call waits while another one is under way."),
        flag_key("shared", &B::shared, "One breaker for all instances of the caller."),
    };
}

KeyTable<BreakerConfig> breaker_balancer_keys() {
    using E = EjectionConfig;
    static const auto ejection_keys = []() -> const KeyTable<E> & {
        static const KeyTable<E> table = {
            duration_key("sweep", &E::sweep, kMillisecondOrMore,
                         "Replicas return, and rates are compared, only at multiples of this."),
            share_key("max_share", &E::max_share, "The share of the replicas that may be out at once."),
            flag_key("always_one", &E::always_one, "One replica may be out whatever max_share says."),
            flag_key("grows", &E::grows,
                     "The time out is open_for times the ejections so far, one less per sweep spent in turn."),
            duration_key("time_max", &E::time_max, kAnyDuration, "The longest growing time."),
            duration_key("jitter", &E::jitter, kAnyDuration, "A random time up to this is added."),
            number_key("deviations", &E::deviations, {0.0, 1000.0, false},
                       "Out goes whose success rate is so many standard deviations below the mean."),
            share_key("failure_share", &E::failure_share, "Out goes whose failure rate in a sweep reaches this."),
            integer_key("rated_calls", &E::rated_calls, {1, 1'000'000}, "Calls in a sweep that a rate needs."),
            integer_key("rated_replicas", &E::rated_replicas, {1, 1'000'000},
                        "Replicas with enough calls that it needs."),
            integer_key("sole_calls", &E::sole_calls, {1, 1'000'000},
                        "A replica that stands alone goes out only when all of at least so many calls failed."),
            flag_key("hint_at_once", &E::hint_at_once, "A failure with a Retry-After takes the replica out at once."),
        };
        return table;
    };
    return {
        word_key("stands", &B::stands, {{"caller", Stands::caller}, {"balancer", Stands::balancer}},
                 "In the caller's layers, or at the balancer, where it takes single replicas out of turn."),
        custom_key<B>(
            "ejection", "map", "", "The rules of a breaker at the balancer.",
            [](Reading &reading, const DocumentNode &node, B &out) {
                read_map(reading, node, ejection_keys(), out.ejection);
            },
            [](KeyDocs &docs) { document_keys(ejection_keys(), docs); }),
    };
}

} // namespace halfopen
