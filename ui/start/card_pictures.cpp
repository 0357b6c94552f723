// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/card_pictures.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPainter>

#include "ui/shell/language.h"
#include "ui/timeline/breakers_track.h"
#include "ui/timeline/ended_track.h"
#include "ui/timeline/faults_track.h"
#include "ui/timeline/track_stack.h"

namespace halfopen {

namespace {

/// A longer run is shown as far as it came.
constexpr qint64 kRunMsMax = 2'000;
constexpr std::size_t kRecordsMost = 1'000'000;

} // namespace

QImage paintCardPicture(const Run &run, const Theme &theme, const QSize &size, double ratio) {
    const TraceSource source{&run.scenario(), &run.trace(), &run.index(), run.computed(), true};
    RunSeries series(run.scenario());
    while (series.records() < kRecordsMost && series.extend(run.trace(), kRecordsMost)) {
    }
    TrackStack stack;
    stack.add(std::make_unique<FaultsTrack>());
    stack.add(std::make_unique<BreakersTrack>());
    stack.add(std::make_unique<EndedTrack>());
    const TimeAxis axis(source.whole(), TrackStack::kGutter, size.width());
    const TrackContext context{source, series, axis, theme, {}, {}, {}, {}};
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.colours().panel);
    stack.prepare(context, std::max(size.height(), stack.heightLeast(source)));
    QPainter painter(&image);
    painter.translate(-TrackStack::kGutter, 0); // the titles of the tracks fall off
    stack.paint(painter, context);
    return image;
}

CardPictures::CardPictures(const Theme &theme, const QString &folder, QObject *parent)
    : QObject(parent), theme_(theme), folder_(folder) {}

CardPictures::~CardPictures() = default;

/// A changed scenario, program, language, theme or scale makes another picture.
QString CardPictures::keyOf(const QString &file, double ratio) const {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    QFile text(file);
    if (text.open(QIODevice::ReadOnly)) hash.addData(text.readAll());
    hash.addData(QCoreApplication::applicationVersion().toUtf8());
    hash.addData(idOf(languageNow(*QCoreApplication::instance())).toUtf8());
    return QString("%1-%2-%3")
        .arg(hash.result().toHex(), theme_.mode() == Theme::Mode::dark ? "dark" : "light")
        .arg(ratio);
}

QString CardPictures::placeOf(const QString &key) const {
    return folder_.isEmpty() ? QString() : QString("%1/%2.png").arg(folder_, key);
}

QImage CardPictures::picture(const QString &file, const Scenario &scenario, double ratio) {
    const QString key = keyOf(file, ratio);
    if (const auto known = known_.constFind(key); known != known_.cend()) return *known;
    if (QImage kept; !folder_.isEmpty() && kept.load(placeOf(key))) {
        kept.setDevicePixelRatio(ratio);
        known_.insert(key, kept);
        return kept;
    }
    queue_.enqueue({file, key, scenario, ratio});
    next();
    return {};
}

void CardPictures::stop() {
    queue_.clear();
    run_.reset();
}

void CardPictures::next() {
    if (run_ || queue_.isEmpty()) return;
    run_ = std::make_unique<Run>(queue_.head().scenario);
    clock_.start();
    connect(run_.get(), &Run::grew, this, &CardPictures::look, Qt::QueuedConnection);
}

void CardPictures::look() {
    if (run_ && (run_->finished() || clock_.elapsed() > kRunMsMax || run_->trace().size() > kRecordsMost)) finish();
}

void CardPictures::finish() {
    const Order order = queue_.dequeue();
    const QImage image = paintCardPicture(*run_, theme_, kSize, order.ratio);
    run_.reset();
    known_.insert(order.key, image);
    if (!folder_.isEmpty() && QDir().mkpath(folder_)) image.save(placeOf(order.key));
    emit ready(order.file, image);
    next();
}

} // namespace halfopen
