// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/backoff_preview.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "engine/insight/explain.h"
#include "ui/theme/fills.h"

namespace halfopen {

namespace {

constexpr int kWaitsMax = 6;
constexpr double kPadding = 12, kLabelWidth = 46, kTextWidth = 84, kAxisHeight = 18, kBarHeight = 14;

QString text(Duration d) { return QString::fromStdString(format_duration(d)); }

QString rangeText(const WaitRange &range) {
    return range.shortest == range.longest
               ? text(range.longest)
               : QString("%1 – %2").arg(text(range.shortest).remove(" s"), text(range.longest));
}

QString drawnText(Duration drawn, Duration longest) {
    const QString all = text(longest);
    QString part = text(drawn);
    if (all.endsWith(" s") && part.endsWith(" s")) part.chop(2);
    return BackoffPreview::tr("%1 of %2").arg(part, all);
}

QString jitterWords(const JitterConfig &jitter) {
    switch (jitter.kind) {
    case JitterKind::none: return BackoffPreview::tr("no jitter");
    case JitterKind::full: return BackoffPreview::tr("full jitter");
    case JitterKind::equal: return BackoffPreview::tr("equal jitter");
    case JitterKind::decorrelated: return BackoffPreview::tr("decorrelated jitter");
    case JitterKind::additive: return BackoffPreview::tr("up to %1 % added").arg(jitter.factor * 100);
    case JitterKind::symmetric: return BackoffPreview::tr("jitter ± %1 %").arg(jitter.factor * 100);
    case JitterKind::polly_v2: return BackoffPreview::tr("Polly's jitter v2");
    case JitterKind::envoy: return BackoffPreview::tr("Envoy's jitter");
    case JitterKind::randomized: return BackoffPreview::tr("whole ms ± %1 %").arg(jitter.factor * 100);
    case JitterKind::spread: return BackoffPreview::tr("up to %1 s added").arg(seconds(jitter.amount));
    }
    return {};
}

} // namespace

BackoffPreview::BackoffPreview(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent), session_(session), theme_(theme) {
    setAccessibleName(tr("Backoff preview"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    connect(&session.selection(), &Selection::changed, this, &BackoffPreview::refresh);
    connect(&session, &Session::runChanged, this, &BackoffPreview::refresh);
    connect(&session.document(), &ScenarioDocument::inForceChanged, this, &BackoffPreview::refresh);
}

QSize BackoffPreview::sizeHint() const { return {300, 140}; }

QSize BackoffPreview::minimumSizeHint() const { return {200, 72}; }

void BackoffPreview::setLeg(const std::optional<LegTab> &leg) {
    leg_ = leg;
    refresh();
}

const RetryConfig *BackoffPreview::retry() const {
    const Scenario &scenario = session_.document().inForce();
    if (!leg_ || !leg_->policy || *leg_->policy >= scenario.policies.size()) return nullptr;
    const auto &config = scenario.policies[*leg_->policy].retry;
    return config ? &*config : nullptr;
}

std::vector<BackoffPreview::Wait> BackoffPreview::drawnWaits() const {
    std::vector<Wait> waits;
    const Run &run = session_.run();
    const auto request = session_.selection().request();
    if (!request || *request > run.index().requests()) return waits;
    const auto &services = run.scenario().services;
    for (const std::size_t i : run.index().records_of(*request)) {
        const TraceRecord &record = run.trace()[i];
        const bool here =
            record.object < services.size() && QString::fromStdString(services[record.object].name) == leg_->service;
        if (record.kind == RecordKind::wait_started && here)
            waits.push_back({{Duration{0}, Duration{record.value}}, Duration{record.value}, {}});
        else if (record.kind == RecordKind::wait_range && !waits.empty())
            waits.back().range.longest = std::max(Duration{record.value}, waits.back().range.longest);
    }
    return waits;
}

void BackoffPreview::refresh() {
    waits_.clear();
    empty_.clear();
    const RetryConfig *config = retry();
    subtitle_ = config ? jitterWords(config->jitter) : QString();
    if (!config || config->max_attempts < 2) {
        empty_ = tr("No retry on this leg: nothing waits.");
    } else if (config->backoff.family == BackoffFamily::none) {
        subtitle_.clear();
        empty_ = tr("No wait: a failed attempt is tried again at once.");
    } else {
        const std::vector<Wait> drawn = drawnWaits();
        const int count = std::min(config->max_attempts - 1, kWaitsMax);
        for (int k = 1; k <= count; ++k) {
            const auto i = static_cast<std::size_t>(k) - 1;
            Wait wait{backoff_range(config->backoff, config->jitter, k), std::nullopt, {}};
            if (i < drawn.size()) {
                wait.drawn = drawn[i].drawn;
                wait.range.longest = drawn[i].range.longest;
            }
            wait.text = wait.drawn ? drawnText(*wait.drawn, wait.range.longest) : rangeText(wait.range);
            waits_.push_back(wait);
        }
        if (!drawn.empty()) subtitle_ = tr("%1, drawn for #%2").arg(subtitle_).arg(*session_.selection().request());
        if (config->max_attempts - 1 > kWaitsMax)
            subtitle_ = tr("%1, first %2 of %3").arg(subtitle_).arg(kWaitsMax).arg(config->max_attempts - 1);
    }
    QStringList spoken;
    for (std::size_t i = 0; i < waits_.size(); ++i)
        spoken << tr("wait %1: %2").arg(i + 1).arg(waits_[i].text);
    setAccessibleDescription(waits_.empty() ? empty_ : spoken.join("; "));
    emit subtitleChanged();
    update();
}

double BackoffPreview::longest_s() const {
    double longest = 0.0;
    for (const Wait &wait : waits_)
        longest = std::max(longest, seconds(wait.range.longest));
    return longest;
}

void BackoffPreview::paintWait(QPainter &painter, const Wait &wait, int number, double y, double pitch) const {
    const double left = kPadding + kLabelWidth;
    const double width = std::max(10.0, this->width() - left - kTextWidth - kPadding);
    const double all = longest_s();
    const auto x = [&](Duration d) { return all > 0 ? seconds(d) / all * width : 0.0; };
    const double top = std::round(y + (pitch - kBarHeight) / 2);
    painter.setFont(theme_.font(11));
    painter.setPen(theme_.colours().mutedText);
    painter.drawText(QRectF(kPadding, y, kLabelWidth, pitch), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("wait %1").arg(number));
    const QRectF envelope(left, top, x(wait.range.longest), kBarHeight);
    QRectF bar(left, top, x(wait.drawn.value_or(wait.range.shortest)), kBarHeight);
    paintBackoff(painter, bar, envelope, theme_);
    if (wait.drawn)
        painter.fillRect(QRectF(std::round(bar.right()) - 1, top - 2, 2, kBarHeight + 4), theme_.colours().text);
    painter.setPen(theme_.colours().text);
    painter.drawText(QRectF(this->width() - kTextWidth - kPadding, y, kTextWidth, pitch),
                     Qt::AlignVCenter | Qt::AlignRight, wait.text);
}

void BackoffPreview::paintAxis(QPainter &painter, double y) const {
    const double left = kPadding + kLabelWidth;
    const double width = std::max(10.0, this->width() - left - kTextWidth - kPadding);
    const double all = longest_s();
    if (all <= 0) return;
    constexpr double kLabelRoom = 48; // px, so that neighbours never touch
    const double labels = std::clamp(std::floor(width / kLabelRoom), 1.0, 4.0);
    const double magnitude = std::pow(10.0, std::floor(std::log10(all / labels)));
    const double steps[] = {1, 2, 5, 10};
    const double step =
        magnitude * *std::ranges::find_if(steps, [&](double s) { return all / (s * magnitude) <= labels + 0.001; });
    const bool inMilliseconds = all < 1.0; // one unit for all labels, named at the last
    painter.setFont(theme_.font(11));
    painter.setPen(theme_.colours().mutedText);
    for (int i = 0; i * step <= all * 1.0001; ++i) {
        const double x = left + i * step / all * width;
        const bool last = (i + 1) * step > all * 1.0001;
        QString label = QString::number(i * step * (inMilliseconds ? 1000 : 1));
        if (last) label += inMilliseconds ? " ms" : " s";
        painter.drawText(QRectF(x - 40, y, 80, kAxisHeight), Qt::AlignCenter, label);
    }
}

void BackoffPreview::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_.colours().panel);
    if (waits_.empty()) {
        painter.setFont(theme_.font(12));
        painter.setPen(theme_.colours().mutedText);
        painter.drawText(rect().adjusted(12, 8, -12, -8), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, empty_);
        return;
    }
    const double room = height() - 4 - kAxisHeight;
    const double pitch = std::min(36.0, room / static_cast<double>(waits_.size()));
    double y = 4;
    int number = 1;
    for (const Wait &wait : waits_) {
        paintWait(painter, wait, number++, y, pitch);
        y += pitch;
    }
    paintAxis(painter, y);
}

} // namespace halfopen
