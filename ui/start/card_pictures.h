// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QQueue>

#include "engine/world/scenario.h"
#include "ui/session/run.h"
#include "ui/theme/theme.h"

namespace halfopen {

/// Small pictures of what happens in scenarios: faults, breakers and endings on one time axis. Each is made by running
/// the scenario in the background, one after the other, and kept for this theme, in memory and in the person's cache.
class CardPictures : public QObject {
    Q_OBJECT
public:
    static constexpr QSize kSize{262, 124};
    /// `folder`: where pictures are kept between starts; empty: nowhere.
    CardPictures(const Theme &theme, const QString &folder, QObject *parent = nullptr);
    ~CardPictures() override;

    /// The picture when it is at hand; else null, and ready() comes later.
    QImage picture(const QString &file, const Scenario &scenario, double ratio);
    void stop(); ///< lets the rest be, until somebody asks again
    int waiting() const { return static_cast<int>(queue_.size()) + (run_ ? 1 : 0); }

signals:
    void ready(const QString &file, const QImage &picture);

private:
    struct Order {
        QString file, key;
        Scenario scenario;
        double ratio = 1.0;
    };
    QString keyOf(const QString &file, double ratio) const;
    QString placeOf(const QString &key) const;
    void next();
    void look();
    void finish();

    const Theme &theme_;
    QString folder_;
    QHash<QString, QImage> known_;
    QQueue<Order> queue_;
    std::unique_ptr<Run> run_; ///< of the first order
    QElapsedTimer clock_;
};

/// The picture of what a run has computed.
QImage paintCardPicture(const Run &run, const Theme &theme, const QSize &size, double ratio);

} // namespace halfopen
