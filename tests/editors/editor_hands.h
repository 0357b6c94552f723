// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "tests/gui/lab.h"
#include "ui/editors/field_form.h"

namespace halfopen {

/// What a person does in the editors of a window, for tests.
class EditorHands {
protected:
    Session &session() { return lab_->session(); }
    ScenarioDocument &document() { return session().document(); }
    const std::vector<Phase> &phases() { return std::get<PhasedArrivals>(document().scenario().workloads[0].arrivals).phases; }
    std::vector<double> weights() {
        std::vector<double> all;
        for (const auto &part : std::get<std::shared_ptr<const Mixture>>(document().scenario().services[2].latency.kind)->parts) all.push_back(part.weight);
        return all;
    }
    void reveal(const QString &row) {
        for (auto *form : lab_->findChildren<FieldForm *>()) {
            if (form->reveal(row)) return;
        }
        QFAIL(qPrintable("no row " + row));
    }
    /// Scrolls to a button and clicks it.
    void press(const QString &name) { click(child<QToolButton>(*lab_, name)); }
    void pressIn(const QString &row, const QString &name) {
        auto *group = child<QWidget>(*lab_, row)->parentWidget();
        click(group->findChild<QToolButton *>(name));
    }
    void click(QToolButton *button) {
        QVERIFY(button);
        for (auto *form : lab_->findChildren<FieldForm *>()) {
            if (form->isAncestorOf(button)) form->ensureWidgetVisible(button);
        }
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Opens the menu of a button and clicks an entry.
    void choose(const QString &button, const QString &entry) {
        press(button);
        auto *menu = child<QToolButton>(*lab_, button)->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        for (QAction *action : menu->actions()) {
            if (action->text() != entry) continue;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            QTRY_VERIFY(!lab_->findChild<QToolButton *>(button) || !lab_->findChild<QToolButton *>(button)->findChild<QMenu *>());
            return;
        }
        QFAIL(qPrintable("no entry " + entry));
    }
    void pick(const QString &row, const QString &word) {
        auto *box = child<QWidget>(*lab_, row)->findChild<QComboBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < 12; ++i) {
            box = child<QWidget>(*lab_, row)->findChild<QComboBox *>();
            if (box->currentText() == word) return;
            QTest::keyClick(box, Qt::Key_Down);
        }
        QFAIL(qPrintable("no word " + word));
    }
    QString rowLabels(const QString &row) {
        QStringList texts;
        for (const QLabel *label : child<QWidget>(*lab_, row)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->objectName() != "advice") texts << label->text();
        }
        return texts.mid(2).join('\n'); // behind the dot and the label
    }
    QString saidIn(const QString &key) {
        auto *button = child<QToolButton>(*lab_, "menu/" + key);
        for (QWidget *above = button; above; above = above->parentWidget()) {
            if (auto *told = above->findChild<QLabel *>("refusal", Qt::FindDirectChildrenOnly); told && told->isVisible()) return told->text();
        }
        return {};
    }

    std::unique_ptr<MainWindow> lab_;
    std::string before_; ///< the text at first
};

} // namespace halfopen
