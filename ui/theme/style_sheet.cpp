// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include <utility>

#include <QList>

namespace halfopen {

namespace {

// "@name" stands for a colour and "@mode" for "dark" or "light".
constexpr const char *kFrames = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QSplitter::handle { background: @border; }
QToolTip { background: @raised; color: @text; border: 1px solid @controlBorder; padding: 4px 6px; }
QMenuBar { background: @raised; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @raised; border: 1px solid @controlBorder; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 24px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @ghost; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QStatusBar { background: @raised; border-top: 1px solid @border; color: @mutedText; }
QStatusBar::item { border: none; }
QFrame[card="true"] { background: @raised; border: 1px solid @border; border-radius: 4px; }
QWidget[header="true"] { background: @raised; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
)";

constexpr const char *kFields = R"(
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: @input; border: 1px solid @controlBorder; border-radius: 3px; padding: 1px 5px;
    selection-background-color: @accent; selection-color: @input; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid @accent; padding: 0 4px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { border-color: @border; color: @ghost; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"] {
    border: 2px solid #D55E00; padding: 0 4px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 14px; background: transparent; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @selection; }
QAbstractSpinBox::up-arrow { image: url(:/theme/up-@mode.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(:/theme/down-@mode.svg); width: 9px; height: 9px; }
QComboBox { padding-right: 18px; }
QComboBox:focus { padding-right: 17px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(:/theme/down-@mode.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @controlBorder; outline: none;
    selection-background-color: @selection; selection-color: @text; }
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
    width: 12px; height: 12px; background: @input; border: 1px solid @controlBorder; border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    image: url(:/theme/tick-@mode.svg); border-color: @text; }
QRadioButton::indicator:checked { border: 4px solid @text; width: 6px; height: 6px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 1px solid @accent; background: @selection; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QSlider::groove:horizontal { height: 2px; background: @controlBorder; border-radius: 1px; }
QSlider::handle:horizontal { width: 6px; margin: -6px 0; background: @text; border-radius: 2px; }
QSlider::handle:horizontal:focus { background: @accent; }
)";

constexpr const char *kButtons = R"(
QPushButton, QToolButton { background: @raised; border: 1px solid @controlBorder; border-radius: 4px;
    padding: 3px 10px; }
QToolButton { padding: 3px; }
QPushButton:hover, QToolButton:hover { background: @selection; }
QPushButton:pressed, QToolButton:pressed { background: @border; }
QPushButton:checked, QToolButton:checked { background: @selection; border-color: @accent; font-weight: 600; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 2px 9px; }
QToolButton:focus { padding: 2px; }
QPushButton:disabled, QToolButton:disabled { color: @ghost; border-color: @border; }
QPushButton[quiet="true"], QToolButton[quiet="true"] { background: transparent; border-color: transparent; }
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: @selection; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border-color: @accent; }
QToolButton[segment] { padding: 3px 10px; border-color: @controlBorder; }
QToolButton[segment]:focus { padding: 2px 9px; }
QToolButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QToolButton[segment="middle"] { border-radius: 0; border-left-width: 0; }
QToolButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left-width: 0; }
QToolButton[segment]:checked { border: 1px solid @accent; }
QToolButton[segment]:checked:focus { border: 2px solid @accent; padding: 2px 9px; }
QToolButton::menu-indicator { image: none; }
)";

constexpr const char *kViews = R"(
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: @raised; }
QTabBar::tab { background: @raised; color: @mutedText; padding: 5px 14px; border: none;
    border-top: 2px solid transparent; border-right: 1px solid @border; }
QTabBar::tab:selected { background: @panel; color: @text; border-top-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @mutedText; border: none; border-bottom: 1px solid @border;
    padding: 2px 8px; font-weight: 400; }
QHeaderView::section:checked { font-weight: 400; }
QAbstractItemView { border: none; alternate-background-color: @panel; gridline-color: @grid;
    selection-background-color: @selection; selection-color: @text; }
QAbstractItemView:focus { outline: none; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 1px solid @accent; }
QTableCornerButton::section { background: @panel; border: none; }
QScrollArea { border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @ghost; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @controlBorder; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @input; border: 1px solid @controlBorder; border-radius: 3px; text-align: center; }
QProgressBar::chunk { background: @ghost; }
)";

} // namespace

QString styleSheetOf(Theme::Mode mode, const Colours &c) {
    const QList<std::pair<QString, QString>> words = {
        {"@mode", mode == Theme::Mode::dark ? "dark" : "light"},
        {"@window", c.window.name()},
        {"@panel", c.panel.name()},
        {"@raised", c.raised.name()},
        {"@input", c.input.name()},
        {"@border", c.border.name()},
        {"@controlBorder", c.controlBorder.name()},
        {"@text", c.text.name()},
        {"@mutedText", c.mutedText.name()},
        {"@accent", c.accent.name()},
        {"@grid", c.grid.name()},
        {"@selection", c.selection.name()},
        {"@ghost", c.ghost.name()},
    };
    QString sheet = QString::fromLatin1(kFrames) + QString::fromLatin1(kFields) + QString::fromLatin1(kButtons) +
                    QString::fromLatin1(kViews);
    for (const auto &[word, value] : words)
        sheet.replace(word, value);
    return sheet;
}

} // namespace halfopen
