// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/theme/glyphs.h"
#include "ui/timeline/track.h"

namespace halfopen {

/// Every attempt as a sign of its outcome: x when it ended, y its number. Signs that would cover each other are
/// folded, and where too many records are in view the steps of the series say what there was.
class AttemptsTrack final : public Track {
    Q_DECLARE_TR_FUNCTIONS(halfopen::AttemptsTrack)
public:
    QString id() const override { return "Attempts"; }
    QString title() const override { return tr("Attempts"); }
    QString meaning() const override;
    QStringList notes() const override;
    TrackHeight height(const TraceSource &) const override { return {40, 56, 1}; }
    void prepare(const TrackContext &context, double height) override;
    void paint(QPainter &painter, const TrackContext &context) const override;
    void paintGutter(QPainter &painter, const TrackContext &context, QSizeF size) const override;
    void paintRequest(QPainter &painter, const TrackContext &context, const RequestShape &shape) const override;
    std::optional<TrackHit> hitTest(QPointF at) const override;
    std::size_t primitives() const override { return marks_.size(); }

    /// Above so many records in view the marks come from the series.
    static constexpr std::size_t kRecordsExact = 60'000;

private:
    struct Mark {
        float x = 0, y = 0;
        Glyph glyph = Glyph::success;
        std::size_t record = 0; ///< 0: of many
        std::uint32_t request = 0;
        QString text;
    };
    void fromRecords(const TrackContext &context, std::size_t first, std::size_t last);
    void fromSeries(const TrackContext &context);
    double rowY(int attempt) const;

    std::vector<Mark> marks_;
    int attemptMax_ = 3;
    double height_ = 56;
    const TraceSource *source_ = nullptr; ///< of the last prepare(), for the words of a hit
};

} // namespace halfopen
