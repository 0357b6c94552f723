// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "ui/theme/fills.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/palette.h"
#include "ui/theme/tabular_font.h"
#include "ui/theme/theme.h"

using namespace halfopen;

namespace {

double luminance(const QColor &colour) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Contrast ratio of WCAG 2.
double contrast(const QColor &a, const QColor &b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

QImage picture(Glyph glyph, const Theme &theme) {
    QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.colours().panel);
    QPainter painter(&image);
    paintGlyph(painter, glyph, QPointF(10, 10), 16, theme);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
}

/// Pixels at which one of two shapes stands out from the ground and the other does not.
int differentPixels(const QImage &a, const QImage &b, int ground) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const bool inA = std::abs(qGray(a.pixel(x, y)) - ground) > 24;
            const bool inB = std::abs(qGray(b.pixel(x, y)) - ground) > 24;
            count += inA != inB ? 1 : 0;
        }
    return count;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void text_can_be_read_and_borders_seen_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << static_cast<int>(Theme::Mode::light);
        QTest::newRow("dark") << static_cast<int>(Theme::Mode::dark);
    }

    void text_can_be_read_and_borders_seen() {
        QFETCH(int, mode);
        const Theme theme(static_cast<Theme::Mode>(mode));
        const Colours &c = theme.colours();
        for (const QColor &ground : {c.window, c.panel, c.raised, c.input}) {
            QVERIFY(contrast(c.text, ground) >= 7);
            QVERIFY(contrast(c.mutedText, ground) >= 4.5);
            QVERIFY(contrast(c.accent, ground) >= 4.5);
            QVERIFY(contrast(c.controlBorder, ground) >= 3);
        }
        QVERIFY(contrast(c.pillText, c.pillFill) >= 4.5);
    }

    /// Every pair of a text colour and a ground that the style sheet, the palette or a pane puts together.
    void every_text_reaches_4_5_on_every_ground_data() { text_can_be_read_and_borders_seen_data(); }

    void every_text_reaches_4_5_on_every_ground() {
        QFETCH(int, mode);
        const Theme theme(static_cast<Theme::Mode>(mode));
        const Colours &c = theme.colours();
        const std::pair<const char *, QColor> texts[] = {
            {"text", c.text}, {"muted text", c.mutedText}, {"accent", c.accent}};
        const std::pair<const char *, QColor> grounds[] = {{"window", c.window},
                                                           {"panel", c.panel},
                                                           {"raised", c.raised},
                                                           {"input", c.input},
                                                           {"selection", c.selection}};
        for (const auto &[text, ink] : texts)
            for (const auto &[ground, paper] : grounds)
                QVERIFY2(contrast(ink, paper) >= 4.5,
                         qPrintable(QString("%1 on %2: %3").arg(text, ground).arg(contrast(ink, paper))));
        QVERIFY(contrast(c.text, c.border) >= 4.5);  // a pressed button
        QVERIFY(contrast(c.input, c.accent) >= 4.5); // selected text in a field
        QVERIFY(contrast(c.pillText, c.pillFill) >= 4.5);
        QVERIFY(contrast(c.panel, c.hairline) >= 4.5); // the time on the hairline's chip
        const QPalette p = paletteOf(c);
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::PlaceholderText, QPalette::AlternateBase},
            {QPalette::Link, QPalette::Base},
            {QPalette::LinkVisited, QPalette::Base}};
        for (const auto &[ink, paper] : pairs)
            QVERIFY2(contrast(p.color(ink), p.color(paper)) >= 4.5,
                     qPrintable(QString("roles %1 on %2").arg(ink).arg(paper)));
        for (const QColor &ground : {c.window, c.panel, c.raised, c.input, c.selection})
            QVERIFY(contrast(c.accent, ground) >= 3); // the ring around what has the focus
    }

    void signs_are_told_apart_without_colour_data() { text_can_be_read_and_borders_seen_data(); }

    void signs_are_told_apart_without_colour() {
        QFETCH(int, mode);
        const Theme theme(static_cast<Theme::Mode>(mode));
        const int ground = qGray(theme.colours().panel.rgb());
        const QList<Glyph> outcomes = {Glyph::success, Glyph::failure,  Glyph::timeout, Glyph::refused,
                                       Glyph::shed,    Glyph::fallback, Glyph::healed};
        const QList<Glyph> states = {Glyph::closed, Glyph::open, Glyph::halfOpen, Glyph::forced};
        for (const QList<Glyph> &set : {outcomes, states})
            for (qsizetype i = 0; i < set.size(); ++i)
                for (qsizetype k = i + 1; k < set.size(); ++k)
                    QVERIFY2(differentPixels(picture(set[i], theme), picture(set[k], theme), ground) >= 16,
                             qPrintable(wordOf(set[i]) + " and " + wordOf(set[k])));
    }

    void every_sign_stays_in_its_box() {
        const Theme theme(Theme::Mode::light);
        for (int g = 0; g <= static_cast<int>(Glyph::policyB); ++g) {
            const QImage image = picture(static_cast<Glyph>(g), theme);
            const int ground = qGray(theme.colours().panel.rgb());
            for (int i = 0; i < 20; ++i)
                for (const QPoint p : {QPoint(i, 0), QPoint(i, 19), QPoint(0, i), QPoint(19, i)})
                    QVERIFY2(std::abs(qGray(image.pixel(p)) - ground) < 8, qPrintable(wordOf(static_cast<Glyph>(g))));
        }
    }

    void all_digits_have_one_width() {
        const Theme theme(Theme::Mode::dark);
        for (const bool semibold : {false, true}) {
            const QFontMetricsF metrics(theme.font(12, semibold));
            for (const QString &digits : {QString("1111111111"), QString("0.73 8899"), QString("4747474747")})
                QVERIFY2(std::abs(metrics.horizontalAdvance(digits) - metrics.horizontalAdvance(QString(digits).replace(
                                                                          QRegularExpression("\\d"), "0"))) < 0.75,
                         qPrintable(theme.font(12).family()));
        }
    }

    void a_font_without_tabular_figures_is_left_alone() {
        QVERIFY(withTabularFiguresOn(QByteArray()).isEmpty());
        QVERIFY(withTabularFiguresOn(QByteArray(64, '\xff')).isEmpty());
        QCOMPARE(tabularFamily("No Such Family", {400, 600}), QString("No Such Family"));
    }

    void icons_follow_the_text_colour() {
        Theme theme(Theme::Mode::dark);
        const auto inked = [](const QIcon &icon, const QColor &colour) {
            const QImage image = icon.pixmap(24, 24).toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() == 255 && image.pixelColor(x, y).rgb() == colour.rgb())
                        return true;
            return false;
        };
        QVERIFY(inked(theme.icon("play"), theme.colours().text));
        theme.setMode(Theme::Mode::light);
        QVERIFY(inked(theme.icon("play"), theme.colours().text));
        QVERIFY(theme.icon("no-such-icon").isNull());
    }

    void patterns_differ_from_each_other_and_at_two_scales() {
        const Theme theme(Theme::Mode::dark);
        QCOMPARE(fillBrush(Fill::open, theme, 1).texture().width(), 10);
        QCOMPARE(fillBrush(Fill::open, theme, 2).texture().width(), 20);
        QVERIFY(fillBrush(Fill::open, theme, 1).texture().toImage() !=
                fillBrush(Fill::backoff, theme, 1).texture().toImage());
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
