// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

namespace halfopen {

/// The colours of the chrome, by what they are for. Hue belongs to states and outcomes only.
struct Colours {
    QColor window, panel, raised, input, border, controlBorder, text, mutedText;
    QColor accent, grid, selection, hairline, ghost, glyphEdge, pillFill, pillText, pillEdge;
};

/// Colours of states and outcomes: the same in light and dark, for shapes only, never for text.
namespace signal_colour {
inline const QColor closed{0x00, 0x72, 0xB2}, open{0xD5, 0x5E, 0x00}, halfOpen{0xE6, 0x9F, 0x00},
    forced{0x99, 0x99, 0x99};
inline const QColor success{0x00, 0x9E, 0x73}, failure{0xD5, 0x5E, 0x00}, timeout{0xCC, 0x79, 0xA7},
    refused{0x99, 0x99, 0x99};
inline const QColor shed{0x56, 0xB4, 0xE9}, fallback{0xF0, 0xE4, 0x42}, healed{0x00, 0x9E, 0x73};
} // namespace signal_colour

/// Light or dark: colours, fonts, icons and the small style sheet. One object, owned by the main window and handed
/// to every pane by reference; changed() asks the panes to repaint.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { light, dark };
    explicit Theme(Mode mode, QObject *parent = nullptr);

    Mode mode() const { return mode_; }
    void setMode(Mode mode); ///< applies to the application and emits changed()
    void apply();            ///< palette, font and style sheet of the application
    const Colours &colours() const { return colours_; }
    double zoom() const { return zoom_; } ///< of all type, 1 but for presenters
    void setZoom(double zoom);
    /// Nothing should move by itself. At first what the system says.
    bool reducedMotion() const { return reducedMotion_; }
    void setReducedMotion(bool reduced);

    /// Inter where present, else the system's sans; tabular figures always. Sizes 11, 12, 13, 16; weights 400 and 600.
    QFont font(int px, bool semibold = false) const;
    QIcon icon(const QString &name) const; ///< resources/icons/NAME.svg recoloured to the text colour

signals:
    void changed();

private:
    Mode mode_;
    Colours colours_;
    QString family_;
    double zoom_ = 1.0;
    bool reducedMotion_;
};

} // namespace halfopen
