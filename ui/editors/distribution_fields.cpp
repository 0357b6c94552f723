// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/distribution_fields.h"

#include <QCoreApplication>

#include "engine/files/scenario_lists.h"
#include "engine/files/scenario_text.h"
#include "ui/editors/part_actions.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(DistributionFields)
};

constexpr SliderScale kTimeScale{0.001, 60, true};
constexpr int kDepthMax = 2; ///< mixtures of mixtures are for the text

/// A number of a distribution of kind D.
template <class D>
struct Parameter {
    const char *key;
    QString label; ///< with %1 for what it is the time of
    Unit unit;
    SliderScale scale;
    std::function<std::optional<double>(const D &)> get;
    QString absent = {};
};

template <class D>
void add(QList<Field> &fields, const Distribution &now, const DistributionPlace &place, const QString &key, const QList<Parameter<D>> &parameters) {
    if (!std::holds_alternative<D>(now.kind)) return;
    for (const Parameter<D> &parameter : parameters) {
        fields << NumberField{place.path + key + '.' + parameter.key,
                              parameter.label.arg(place.what),
                              parameter.unit,
                              parameter.scale,
                              [find = place.find, get = parameter.get](const Scenario &s) -> std::optional<double> {
                                  const Distribution *d = find(s);
                                  const D *kind = d ? std::get_if<D>(&d->kind) : nullptr;
                                  return kind ? get(*kind) : std::nullopt;
                              },
                              place.meaning,
                              place.why,
                              {},
                              parameter.absent};
    }
}

/// The kinds in the order of the variant, each with what it is written as when it takes the place of another one whose
/// middle is `m` and whose far end is `far`.
ChoiceField kindField(const DistributionPlace &place, const Distribution &now, int depth) {
    const double m = std::max(quantile_s(now, 0.5).value_or(0.5), 0.001), far = std::max(quantile_s(now, 0.99).value_or(4 * m), 1.5 * m);
    const QString mean = yamlText(Unit::seconds, roundedForSlider(Unit::seconds, m)), late = yamlText(Unit::seconds, roundedForSlider(Unit::seconds, far)),
                  half = yamlText(Unit::seconds, roundedForSlider(Unit::seconds, m / 2));
    ChoiceField field{Text::tr("%1 kind").arg(place.what), {}, {}, Text::tr("How the times are spread."),
                      Text::tr("The slow tail decides what a timeout cuts; an average hides it."), {}, place.path};
    const auto option = [&](const QString &text, const QString &yaml) { field.options << ChoiceField::Option{text, {{place.path, yaml}}}; };
    option(Text::tr("constant"), mean);
    option(Text::tr("uniform"), QString("{uniform: {from: %1, to: %2}}").arg(half, late));
    option(Text::tr("exponential"), QString("{exponential: {mean: %1}}").arg(mean));
    option(Text::tr("normal"), QString("{normal: {mean: %1, sd: %2}}").arg(mean, half));
    option(Text::tr("lognormal"), QString("{lognormal: {p50: %1, p99: %2}}").arg(mean, late));
    option(Text::tr("gamma"), QString("{gamma: {mean: %1, cv: 0.5}}").arg(mean));
    option(Text::tr("pareto"), QString("{pareto: {min: %1, alpha: 2}}").arg(half));
    if (place.loaded) option(Text::tr("grows with load"), QString("{load: {base: %1, per_in_flight: 10ms}}").arg(mean));
    if (depth < kDepthMax)
        option(Text::tr("mixture"), QString("{mixture: [{weight: 90%, constant: %1}, {weight: 10%, constant: %2}]}").arg(mean, late));
    field.read = [find = place.find, loaded = place.loaded, depth](const Scenario &s) {
        const Distribution *d = find(s);
        if (!d) return -1;
        const auto kind = static_cast<int>(d->kind.index());
        if (kind < 7) return kind;
        if (std::holds_alternative<LoadDependent>(d->kind)) return loaded ? 7 : -1;
        const bool mixture = std::holds_alternative<std::shared_ptr<const Mixture>>(d->kind);
        return mixture && depth < kDepthMax ? (loaded ? 8 : 7) : -1;
    };
    return field;
}

/// A file that takes the place of whatever distribution there is.
KeyField samplesField(const DistributionPlace &place) {
    KeyField file{place.path + ".samples", Text::tr("%1 samples").arg(place.what),
                  Text::tr("A CSV file with one column of measured durations, beside the scenario; each is as likely."),
                  Text::tr("Measured times say more than a formula."), Text::tr("no file"), {}, {}};
    file.write = [path = place.path](const QString &yaml) { return QList<ScenarioDocument::Change>{{path, "{samples: " + yaml + "}"}}; };
    return file;
}

/// The percentiles that were measured. One whose name has a point, such as p99.9, is for the text: no path leads to it.
QList<Field> percentileFields(const DistributionPlace &place, const Quantiles &now) {
    QList<Field> fields;
    for (const Quantiles::Point &point : now.points) {
        const QString name = "p" + yamlText(Unit::number, point.share * 100.0);
        if (name.contains('.')) continue;
        const auto value = [find = place.find, share = point.share](const Scenario &s) -> std::optional<double> {
            const Distribution *d = find(s);
            const auto *quantiles = d ? std::get_if<Quantiles>(&d->kind) : nullptr;
            if (!quantiles) return std::nullopt;
            const auto found = std::ranges::find(quantiles->points, share, &Quantiles::Point::share);
            return found == quantiles->points.end() ? std::nullopt : std::optional(seconds(found->value));
        };
        fields << NumberField{place.path + ".quantiles." + name, QString("%1 %2").arg(place.what, name), Unit::seconds, kTimeScale, value,
                              place.meaning, place.why};
    }
    return fields;
}

const Mixture *mixtureOf(const Distribution *d) {
    const auto *mixture = d ? std::get_if<std::shared_ptr<const Mixture>>(&d->kind) : nullptr;
    return mixture ? mixture->get() : nullptr;
}

/// All weights when one becomes `value`: the others share the rest as before, in tenths of a percent.
QList<ScenarioDocument::Change> weights(const Mixture &mixture, const QString &list, std::size_t part, double value) {
    double others = 0.0;
    for (std::size_t i = 0; i < mixture.parts.size(); ++i) others += i == part ? 0.0 : mixture.parts[i].weight;
    QList<ScenarioDocument::Change> changes;
    double left = 1.0 - value;
    for (std::size_t i = 0; i < mixture.parts.size(); ++i) {
        const bool last = i + 1 == mixture.parts.size() || (part + 1 == mixture.parts.size() && i + 2 == mixture.parts.size());
        double weight = value;
        if (i != part) {
            const double share = others > 0 ? mixture.parts[i].weight / others : 1.0 / static_cast<double>(mixture.parts.size() - 1);
            weight = last ? left : std::round((1.0 - value) * share * 1000) / 1000;
            left -= weight;
        }
        changes.append({QString("%1[%2].weight").arg(list).arg(i), yamlText(Unit::share, std::round(weight * 1e9) / 1e9)});
    }
    return changes;
}

Result<std::string> withWeights(std::string text, const QString &list, const std::vector<double> &weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto next = set_in_text(text, QString("%1[%2].weight").arg(list).arg(i).toStdString(), yamlText(Unit::share, weights[i]).toStdString());
        if (!next) return next;
        text = std::move(next).value();
    }
    return text;
}

/// The rest share what the part had.
Result<std::string> withoutPart(const std::string &text, const QString &list, std::size_t part, const Mixture &mixture) {
    Mixture rest = mixture;
    rest.parts.erase(rest.parts.begin() + static_cast<std::ptrdiff_t>(part));
    auto removed = remove_item_from_text(text, list.toStdString(), part);
    if (!removed || rest.parts.empty()) return removed;
    std::vector<double> weights;
    double left = 1.0, all = 0.0;
    for (const Mixture::Part &one : rest.parts) all += one.weight;
    for (std::size_t i = 0; i < rest.parts.size(); ++i) {
        const double even = 1.0 / static_cast<double>(rest.parts.size());
        const double weight = i + 1 == rest.parts.size() ? left : std::round((all > 0 ? rest.parts[i].weight / all : even) * 1000) / 1000;
        weights.push_back(std::round(weight * 1e9) / 1e9);
        left -= weight;
    }
    return withWeights(removed.value(), list, weights);
}

/// One more part, that the first one makes room for.
FieldAction addPart(const QString &list, const Mixture &mixture) {
    FieldAction add = appendAction(Text::tr("Add a part"), Text::tr("One more way that the time may come out, with a weight of its own."), list,
                                   "{weight: 0%, constant: 1s}");
    const double room = mixture.parts.empty() ? 1.0 : std::min(0.1, mixture.parts.front().weight);
    const double first = mixture.parts.empty() ? 0.0 : std::round((mixture.parts.front().weight - room) * 1e9) / 1e9;
    add.edit = [append = add.edit, list, room, first, count = mixture.parts.size()](const std::string &text) -> Result<std::string> {
        auto longer = append(text);
        if (!longer || count == 0) return longer;
        auto less = set_in_text(longer.value(), QString("%1[0].weight").arg(list).toStdString(), yamlText(Unit::share, first).toStdString());
        if (!less) return less;
        return set_in_text(less.value(), QString("%1[%2].weight").arg(list).arg(count).toStdString(), yamlText(Unit::share, room).toStdString());
    };
    return add;
}

QList<Field> partFields(const Scenario &scenario, const DistributionPlace &place, const Mixture &mixture, std::size_t part, int depth) {
    const QString list = place.path + ".mixture", path = QString("%1[%2]").arg(list).arg(part);
    const auto find = [find = place.find, part](const Scenario &s) -> const Mixture::Part * {
        const Mixture *now = mixtureOf(find(s));
        return now && part < now->parts.size() ? &now->parts[part] : nullptr;
    };
    ActionField head{Text::tr("%1, part %2").arg(place.what).arg(part + 1), {}};
    for (FieldAction action : itemActions(list, part, mixture.parts.size(), Text::tr("part %1").arg(part + 1), false)) {
        if (action.icon != "−") continue;
        action.edit = [list, part, mixture](const std::string &text) { return withoutPart(text, list, part, mixture); };
        head.actions << action;
    }
    QList<Field> fields{head};
    NumberField weight{path + ".weight", Text::tr("weight"), Unit::share, {0, 1, false},
                       [find](const Scenario &s) { return find(s) ? std::optional(find(s)->weight) : std::nullopt; },
                       Text::tr("How often this part is drawn."), Text::tr("The weights sum to 100 %: the other parts give way.")};
    weight.write = [find = place.find, list, part](const Scenario &s, double value) {
        const Mixture *now = mixtureOf(find(s));
        return now ? weights(*now, list, part, value) : QList<ScenarioDocument::Change>();
    };
    fields << weight;
    DistributionPlace below = place;
    below.path = path;
    below.what = Text::tr("part %1").arg(part + 1);
    below.loaded = false;
    below.find = [find](const Scenario &s) { return find(s) ? &find(s)->distribution : nullptr; };
    QList<Field> inner = distributionFields(scenario, below, depth + 1);
    // The part holds its weight beside its kind: choosing another kind writes both.
    if (auto *kind = std::get_if<ChoiceField>(&inner.first())) {
        for (ChoiceField::Option &option : kind->options) {
            QString yaml = *option.changes.first().yaml;
            yaml = yaml.startsWith('{') ? yaml.mid(1, yaml.size() - 2) : "constant: " + yaml;
            option.changes = {{path, QString("{weight: %1, %2}").arg(yamlText(Unit::share, mixture.parts[part].weight), yaml)}};
        }
    }
    inner.removeIf([](const Field &field) { return std::holds_alternative<KeyField>(field); });
    return fields << inner;
}

} // namespace

QList<Field> distributionFields(const Scenario &scenario, const DistributionPlace &place, int depth) {
    const Distribution *found = place.find(scenario);
    if (!found) return {};
    const Distribution &now = *found;
    QList<Field> fields{kindField(place, now, depth)};
    const QString min = Text::tr("%1 min"), mean = Text::tr("%1 mean");
    const Unit s = Unit::seconds;
    add<Constant>(fields, now, place, {}, {{"constant", Text::tr("%1 time"), s, kTimeScale, [](auto &d) { return seconds(d.value); }}});
    add<Exponential>(fields, now, place, ".exponential", {{"mean", mean, s, kTimeScale, [](auto &d) { return seconds(d.mean); }}});
    add<Uniform>(fields, now, place, ".uniform",
                 {{"from", Text::tr("%1 from"), s, kTimeScale, [](auto &d) { return seconds(d.from); }},
                  {"to", Text::tr("%1 to"), s, kTimeScale, [](auto &d) { return seconds(d.to); }}});
    add<Lognormal>(fields, now, place, ".lognormal",
                   {{"p50", Text::tr("%1 p50"), s, kTimeScale, [](auto &d) { return seconds(d.p50); }},
                    {"p99", Text::tr("%1 p99"), s, kTimeScale, [](auto &d) { return seconds(d.p99); }}});
    add<FoldedNormal>(fields, now, place, ".normal",
                      {{"mean", mean, s, kTimeScale, [](auto &d) { return seconds(d.mean); }},
                       {"sd", Text::tr("%1 sd"), s, kTimeScale, [](auto &d) { return seconds(d.sd); }}});
    add<Gamma>(fields, now, place, ".gamma",
               {{"mean", mean, s, kTimeScale, [](auto &d) { return seconds(d.mean); }},
                {"cv", Text::tr("%1 cv"), Unit::number, {0.1, 5, true}, [](auto &d) { return d.cv; }}});
    add<Pareto>(fields, now, place, ".pareto",
                {{"min", min, s, kTimeScale, [](auto &d) { return seconds(d.min); }},
                 {"alpha", Text::tr("%1 alpha"), Unit::number, {0.5, 5, false}, [](auto &d) { return d.alpha; }},
                 {"cap", Text::tr("%1 cap"), s, kTimeScale,
                  [](auto &d) { return d.cap.count() > 0 ? std::optional(seconds(d.cap)) : std::nullopt; }, Text::tr("none")}});
    add<LoadDependent>(fields, now, place, ".load",
                       {{"base", Text::tr("%1 base"), s, kTimeScale, [](auto &d) { return seconds(d.base); }},
                        {"per_in_flight", Text::tr("%1 per call"), s, {0.0001, 1, true}, [](auto &d) { return seconds(d.per_in_flight); }}});
    if (const auto *quantiles = std::get_if<Quantiles>(&now.kind)) fields << percentileFields(place, *quantiles);
    if (const Mixture *mixture = mixtureOf(&now); mixture && depth < kDepthMax) {
        for (std::size_t part = 0; part < mixture->parts.size(); ++part) fields << partFields(scenario, place, *mixture, part, depth);
        fields << ActionField{{}, {addPart(place.path + ".mixture", *mixture)}};
    }
    if (depth == 0) fields << samplesField(place);
    return fields;
}

} // namespace halfopen
