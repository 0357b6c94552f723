// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

namespace halfopen {

namespace {

Colours dark() {
    Colours c;
    c.window = QColor(0x14, 0x17, 0x1B);
    c.panel = QColor(0x1A, 0x1E, 0x23);
    c.raised = QColor(0x25, 0x2B, 0x32);
    c.input = QColor(0x10, 0x13, 0x17);
    c.border = QColor(0x34, 0x3C, 0x45);
    c.controlBorder = QColor(0x6F, 0x7B, 0x88);
    c.text = QColor(0xE8, 0xEB, 0xEE);
    c.mutedText = QColor(0xA4, 0xAE, 0xB9);
    c.accent = QColor(0xA9, 0xBE, 0xDA);
    c.grid = QColor(0x26, 0x2C, 0x33);
    c.selection = QColor(0x2B, 0x35, 0x42);
    c.hairline = QColor(0xF4, 0xF6, 0xF8);
    c.ghost = QColor(0x59, 0x63, 0x6F);
    c.glyphEdge = QColor(0x0B, 0x0D, 0x10);
    c.pillFill = QColor(0x3A, 0x2A, 0x10);
    c.pillText = QColor(0xF2, 0xB9, 0x50);
    c.pillEdge = QColor(0xE6, 0x9F, 0x00);
    return c;
}

Colours light() {
    Colours c;
    c.window = QColor(0xE9, 0xEC, 0xEF);
    c.panel = QColor(0xFF, 0xFF, 0xFF);
    c.raised = QColor(0xF1, 0xF3, 0xF5);
    c.input = QColor(0xFF, 0xFF, 0xFF);
    c.border = QColor(0xC9, 0xCF, 0xD6);
    c.controlBorder = QColor(0x77, 0x82, 0x8E);
    c.text = QColor(0x1B, 0x20, 0x26);
    c.mutedText = QColor(0x55, 0x60, 0x6C);
    c.accent = QColor(0x34, 0x54, 0x79);
    c.grid = QColor(0xE6, 0xE9, 0xED);
    c.selection = QColor(0xDD, 0xE6, 0xF1);
    c.hairline = QColor(0x11, 0x15, 0x1A);
    c.ghost = QColor(0xA2, 0xAB, 0xB5);
    c.glyphEdge = QColor(0x3A, 0x3F, 0x45);
    c.pillFill = QColor(0xFF, 0xF1, 0xD6);
    c.pillText = QColor(0x7A, 0x4B, 0x00);
    c.pillEdge = QColor(0xE6, 0x9F, 0x00);
    return c;
}

} // namespace

Colours coloursOf(Theme::Mode mode) { return mode == Theme::Mode::dark ? dark() : light(); }

QPalette paletteOf(const Colours &c) {
    QPalette p;
    p.setColor(QPalette::Window, c.panel);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.mutedText);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.text);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.border);
    p.setColor(QPalette::Midlight, c.raised);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.border);
    p.setColor(QPalette::Shadow, c.window);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.ghost);
    return p;
}

} // namespace halfopen
