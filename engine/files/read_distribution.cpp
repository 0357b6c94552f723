// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/quantities.h"
#include "engine/files/value_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace halfopen {

namespace {

const KeyTable<Uniform> &uniform_keys() {
    static const KeyTable<Uniform> table = {
        duration_key("from", &Uniform::from, kAnyDuration, "The shortest.").fallback(""),
        duration_key("to", &Uniform::to, kAnyDuration, "The longest.").fallback(""),
    };
    return table;
}

const KeyTable<Exponential> &exponential_keys() {
    static const KeyTable<Exponential> table = {
        duration_key("mean", &Exponential::mean, kAnyDuration, "The mean.").fallback(""),
    };
    return table;
}

const KeyTable<FoldedNormal> &normal_keys() {
    static const KeyTable<FoldedNormal> table = {
        duration_key("mean", &FoldedNormal::mean, kAnyDuration, "The mean before the sign is dropped.").fallback(""),
        duration_key("sd", &FoldedNormal::sd, kAnyDuration, "The standard deviation.").fallback(""),
    };
    return table;
}

const KeyTable<Lognormal> &lognormal_keys() {
    static const KeyTable<Lognormal> table = {
        duration_key("p50", &Lognormal::p50, kPositiveDuration, "The median.").fallback(""),
        duration_key("p99", &Lognormal::p99, kPositiveDuration, "The 99th percentile; not below the median.")
            .fallback(""),
    };
    return table;
}

const KeyTable<Gamma> &gamma_keys() {
    static const KeyTable<Gamma> table = {
        duration_key("mean", &Gamma::mean, kAnyDuration, "The mean.").fallback(""),
        number_key("cv", &Gamma::cv, {0.01, 100.0, false}, "Standard deviation divided by the mean.").fallback(""),
    };
    return table;
}

const KeyTable<Pareto> &pareto_keys() {
    static const KeyTable<Pareto> table = {
        duration_key("min", &Pareto::min, kPositiveDuration, "The shortest.").fallback(""),
        number_key("alpha", &Pareto::alpha, {0.05, 1000.0, false}, "The exponent of the tail.").fallback(""),
        duration_key("cap", &Pareto::cap, kPositiveDuration, "Draws above this are cut to it.").fallback("none"),
    };
    return table;
}

const KeyTable<LoadDependent> &load_keys() {
    static const KeyTable<LoadDependent> table = {
        duration_key("base", &LoadDependent::base, kAnyDuration, "The time without load.").fallback(""),
        duration_key("per_in_flight", &LoadDependent::per_in_flight, kAnyDuration,
                     "Added for each call at the service, this one included.")
            .fallback(""),
    };
    return table;
}

/// A choice that reads a map of its own and needs all of its keys, but for those that have a default.
template <class D>
Key<Distribution> shape_key(std::string name, const KeyTable<D> &(*table)(), std::string doc,
                            std::vector<std::string> needed) {
    return custom_key<Distribution>(
        std::move(name), "map", "", std::move(doc),
        [=](Reading &reading, const DocumentNode &node, Distribution &out) {
            D value{};
            if (!read_map(reading, node, table(), value)) return;
            require_keys(reading, node, needed);
            out.kind = value;
        },
        [table](KeyDocs &docs) { document_keys(table(), docs); });
}

void read_samples_key(Reading &reading, const DocumentNode &node, Distribution &out) {
    const auto file = read_text(reading, node, "the name of a CSV file");
    if (!file) return;
    const Result<Samples> samples = reading.files().samples(reading.directory(), *file);
    if (samples)
        out.kind = Empirical{*file, samples.value()};
    else
        reading.file_error(node, samples.failure());
}

/// "p99" or "p99.9" as a share; nothing for anything else.
std::optional<double> share_of_name(const std::string &name) {
    if (!name.starts_with('p')) return std::nullopt;
    const std::optional<double> percent = parse_number(std::string_view(name).substr(1));
    if (!percent || !(*percent >= 0.0 && *percent <= 100.0)) return std::nullopt;
    return *percent / 100.0;
}

void read_quantiles_key(Reading &reading, const DocumentNode &node, Distribution &out) {
    if (!node.is_map() || node.entries.empty()) {
        reading.expected(node, "a map such as {p0: 5ms, p50: 20ms, p99: 300ms}");
        return;
    }
    Quantiles quantiles;
    for (const DocumentNode::Entry &entry : node.entries) {
        const Reading::Step step(reading, entry);
        const std::optional<double> share = share_of_name(entry.key);
        const std::optional<Duration> value = read_duration(reading, *entry.value, kAnyDuration);
        if (!share)
            reading.error_at(entry.key_at, "expected a percentile from p0 to p100, such as p99.9");
        else if (value)
            quantiles.points.push_back({*share, *value});
    }
    std::stable_sort(quantiles.points.begin(), quantiles.points.end(),
                     [](const Quantiles::Point &a, const Quantiles::Point &b) { return a.share < b.share; });
    if (quantiles.points.size() == node.entries.size()) out.kind = std::move(quantiles);
}

const KeyTable<Distribution> &distribution_keys();

void read_mixture_key(Reading &reading, const DocumentNode &node, Distribution &out) {
    if (!node.is_list() || node.items.empty()) {
        reading.expected(node, "a list such as [{weight: 99%, exponential: {mean: 1ms}}, ...]");
        return;
    }
    auto mixture = std::make_shared<Mixture>();
    std::vector<std::string> known = names_of(distribution_keys());
    known.push_back("weight");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const DocumentNode &item = *node.items[i].value;
        const Reading::Step step(reading, i, item);
        Mixture::Part &part = mixture->parts.emplace_back();
        if (!item.is_map()) {
            reading.expected(item, "a map such as {weight: 99%, exponential: {mean: 1ms}}");
            continue;
        }
        check_unknown_keys(reading, item, known);
        if (const DocumentNode::Entry *weight = item.find("weight")) {
            const Reading::Step below(reading, *weight);
            if (const auto share = read_share(reading, *weight->value)) part.weight = *share;
        }
        const Key<Distribution> *shape = chosen_key(reading, item, distribution_keys(), "distribution");
        if (shape == nullptr) continue;
        const DocumentNode::Entry *entry = item.find(shape->name());
        const Reading::Step below(reading, *entry);
        shape->read(reading, *entry->value, part.distribution);
    }
    out.kind = std::shared_ptr<const Mixture>(std::move(mixture));
}

const KeyTable<Distribution> &distribution_keys() {
    static const KeyTable<Distribution> table = {
        custom_key<Distribution>("constant", "duration", "", "Always the same; a single duration means this.",
                                 [](Reading &reading, const DocumentNode &node, Distribution &out) {
                                     if (const auto value = read_duration(reading, node, kAnyDuration)) {
                                         out.kind = Constant{*value};
                                     }
                                 }),
        shape_key("uniform", uniform_keys, "Every value between two is as likely.", {"from", "to"}),
        shape_key("exponential", exponential_keys, "Memoryless.", {"mean"}),
        shape_key("normal", normal_keys, "The absolute value of a normal one.", {"mean", "sd"}),
        shape_key("lognormal", lognormal_keys, "Skewed, as response times are.", {"p50", "p99"}),
        shape_key("gamma", gamma_keys, "By its mean and its spread.", {"mean", "cv"}),
        shape_key("pareto", pareto_keys, "With a heavy tail.", {"min", "alpha"}),
        custom_key<Distribution>("samples", "file name", "",
                                 "Measured values, each as likely: a CSV file with one column of durations.",
                                 read_samples_key),
        custom_key<Distribution>("mixture", "list", "", "One of several distributions, each with a weight.",
                                 read_mixture_key,
                                 [](KeyDocs &docs) {
                                     docs.add({"[].weight",
                                               "share",
                                               "0% to 100%",
                                               "100%",
                                               "How often this part is drawn; the weights sum to 100%.",
                                               {}});
                                 }),
        custom_key<Distribution>("quantiles", "map", "",
                                 "Measured percentiles; between two of them every value is as likely.",
                                 read_quantiles_key,
                                 [](KeyDocs &docs) {
                                     docs.add({"*", "duration", "at least 0s", "", "Of a percentile, p0 to p100.", {}});
                                 }),
        shape_key("load", load_keys, "Grows with the calls in flight at the service.", {"base", "per_in_flight"}),
    };
    return table;
}

} // namespace

void read_distribution(Reading &reading, const DocumentNode &node, Distribution &out) {
    if (node.is_scalar()) {
        if (const auto value = read_duration(reading, node, kAnyDuration)) out.kind = Constant{*value};
        return;
    }
    if (!node.is_map()) {
        reading.expected(node, "a duration such as 250ms or a distribution such as {exponential: {mean: 100ms}}");
        return;
    }
    check_unknown_keys(reading, node, names_of(distribution_keys()));
    const std::size_t before = reading.issues().size();
    if (chosen_key(reading, node, distribution_keys(), "distribution") != nullptr) {
        read_known_keys(reading, node, distribution_keys(), out);
    } else if (reading.issues().size() == before) {
        reading.error(node, "expected a distribution such as {exponential: {mean: 100ms}}");
    }
}

void document_loaded_distribution(KeyDocs &docs) { document_keys(distribution_keys(), docs); }

void document_distribution(KeyDocs &docs) {
    KeyTable<Distribution> keys = distribution_keys();
    std::erase_if(keys, [](const Key<Distribution> &key) { return key.name() == "load"; });
    document_keys(keys, docs);
}

std::string format_distribution_yaml(const Distribution &distribution) {
    const auto d = [](Duration duration) { return format_duration_yaml(duration); };
    const auto &kind = distribution.kind;
    if (const auto *c = std::get_if<Constant>(&kind)) return fmt::format("{{constant: {}}}", d(c->value));
    if (const auto *u = std::get_if<Uniform>(&kind))
        return fmt::format("{{uniform: {{from: {}, to: {}}}}}", d(u->from), d(u->to));
    if (const auto *e = std::get_if<Exponential>(&kind))
        return fmt::format("{{exponential: {{mean: {}}}}}", d(e->mean));
    if (const auto *n = std::get_if<FoldedNormal>(&kind))
        return fmt::format("{{normal: {{mean: {}, sd: {}}}}}", d(n->mean), d(n->sd));
    if (const auto *l = std::get_if<Lognormal>(&kind))
        return fmt::format("{{lognormal: {{p50: {}, p99: {}}}}}", d(l->p50), d(l->p99));
    if (const auto *g = std::get_if<Gamma>(&kind))
        return fmt::format("{{gamma: {{mean: {}, cv: {}}}}}", d(g->mean), format_number_yaml(g->cv));
    if (const auto *p = std::get_if<Pareto>(&kind)) {
        const std::string cap = p->cap.count() > 0 ? ", cap: " + d(p->cap) : std::string();
        return fmt::format("{{pareto: {{min: {}, alpha: {}{}}}}}", d(p->min), format_number_yaml(p->alpha), cap);
    }
    if (const auto *s = std::get_if<Empirical>(&kind)) return fmt::format("{{samples: {}}}", quote_yaml(s->file));
    if (const auto *l = std::get_if<LoadDependent>(&kind))
        return fmt::format("{{load: {{base: {}, per_in_flight: {}}}}}", d(l->base), d(l->per_in_flight));
    if (const auto *q = std::get_if<Quantiles>(&kind)) {
        std::string points;
        for (const Quantiles::Point &point : q->points)
            points += fmt::format("{}p{}: {}", points.empty() ? "" : ", ", format_number_yaml(point.share * 100.0),
                                  d(point.value));
        return "{quantiles: {" + points + "}}";
    }
    std::string parts;
    for (const Mixture::Part &part : std::get<std::shared_ptr<const Mixture>>(kind)->parts) {
        const std::string inner = format_distribution_yaml(part.distribution);
        parts += fmt::format("{}{{weight: {}, {}", parts.empty() ? "" : ", ", format_share_yaml(part.weight),
                             inner.substr(1));
    }
    return "{mixture: [" + parts + "]}";
}

} // namespace halfopen
