// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/visible_texts.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolButton>

namespace halfopen {

namespace {

QString plain(const QString &text) {
    QString bare = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    return bare.section('\t', 0, 0).remove('&');
}

QString placeOf(const QWidget *widget) {
    QStringList chain;
    for (const QWidget *w = widget; w && !w->isWindow() && chain.size() < 4; w = w->parentWidget())
        chain << QString("%1 %2").arg(w->metaObject()->className(), w->objectName()).trimmed();
    return chain.join(" in ");
}

QStringList columnsOf(const QHeaderView &header) {
    QStringList names;
    for (int i = 0; header.model() && i < header.count(); ++i)
        names << header.model()->headerData(i, header.orientation()).toString();
    return names;
}

/// What a widget says by itself.
QStringList wordsOf(const QWidget *widget) {
    QStringList words{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(widget)) words << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) words << button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) words << edit->placeholderText();
    if (const auto *dock = qobject_cast<const QDockWidget *>(widget)) words << dock->windowTitle();
    if (const auto *menu = qobject_cast<const QMenu *>(widget)) words << menu->title();
    if (const auto *header = qobject_cast<const QHeaderView *>(widget)) words << columnsOf(*header);
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        for (int i = 0; i < tabs->count(); ++i)
            words << tabs->tabText(i) << tabs->tabToolTip(i);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        for (int i = 0; i < combo->count(); ++i)
            words << combo->itemText(i);
    for (const QAction *action : widget->actions())
        if (!action->objectName().startsWith("shipped/")) // scenarios are called as their files
            words << action->text() << action->toolTip() << action->statusTip();
    return words;
}

QString tooNarrow(const QLabel &label) {
    if (label.text().isEmpty() || !label.pixmap().isNull()) return {};
    if (label.text().contains("…") && !label.toolTip().isEmpty()) return {};
    const QSize need = label.wordWrap() ? QSize(0, label.heightForWidth(label.width())) : label.minimumSizeHint();
    const bool fits = need.width() <= label.width() && need.height() <= label.height() + 1;
    return fits ? QString() : QString("label \"%1\": %2 of %3 px").arg(label.text()).arg(label.width()).arg(need.width());
}

QString tooNarrow(const QAbstractButton &button) {
    if (button.text().isEmpty()) return {};
    const int text = button.fontMetrics().boundingRect(QRect(), Qt::TextShowMnemonic, button.text()).width();
    const int frame = button.inherits("QToolButton") || button.inherits("QPushButton") ? 4 : 18;
    if (button.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored && !button.toolTip().isEmpty()) return {};
    if (button.width() >= text + frame || button.inherits("halfopen::ScenarioCard")) return {};
    return QString("button \"%1\": %2 of %3 px").arg(button.text()).arg(button.width()).arg(text + frame);
}

/// Tabs that do not fit are scrolled to; one that is shortened must say the rest in its tooltip.
QStringList tooNarrow(const QTabBar &tabs) {
    QStringList bad;
    for (int i = 0; i < tabs.count(); ++i) {
        const int text = tabs.fontMetrics().horizontalAdvance(tabs.tabText(i).remove('&'));
        if (tabs.tabRect(i).width() < text + 4 && tabs.tabToolTip(i).isEmpty())
            bad << QString("tab \"%1\": %2 of %3 px").arg(tabs.tabText(i)).arg(tabs.tabRect(i).width()).arg(text);
    }
    return bad;
}

QStringList tooNarrow(const QHeaderView &header) {
    QStringList bad;
    for (int i = 0; header.model() && i < header.count(); ++i) {
        const QString name = header.model()->headerData(i, header.orientation()).toString();
        const int text = header.fontMetrics().horizontalAdvance(name);
        const QString tip = header.model()->headerData(i, header.orientation(), Qt::ToolTipRole).toString();
        if (!header.isSectionHidden(i) && tip != name && header.sectionSize(i) < text + 4)
            bad << QString("column \"%1\": %2 of %3 px").arg(name).arg(header.sectionSize(i)).arg(text);
    }
    return bad;
}

} // namespace

QList<SeenText> textsOf(QWidget &root) {
    QList<SeenText> texts;
    QList<QWidget *> widgets = root.findChildren<QWidget *>();
    widgets.prepend(&root);
    for (const QWidget *widget : widgets)
        for (const QString &word : wordsOf(widget))
            if (!word.trimmed().isEmpty()) texts << SeenText{plain(word).trimmed(), placeOf(widget)};
    return texts;
}

QStringList clippedIn(QWidget &root) {
    QStringList bad;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
        QStringList found;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) found << tooNarrow(*label);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) found << tooNarrow(*button);
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) found << tooNarrow(*tabs);
        if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            if (header->orientation() == Qt::Horizontal) found << tooNarrow(*header);
        for (const QString &each : found)
            if (!each.isEmpty()) bad << each + " · " + placeOf(widget);
    }
    return bad;
}

} // namespace halfopen
