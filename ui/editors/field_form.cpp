// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field_form.h"

#include <utility>

#include <QApplication>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/editors/editor_row.h"
#include "ui/editors/field_advice.h"

namespace halfopen {

namespace {

constexpr int kLeastWidth = 260;

bool holdsFocus(const QWidget &widget) {
    const QWidget *focus = QApplication::focusWidget();
    return focus && widget.isAncestorOf(focus);
}

QString shapeOf(const FieldGroup &group) {
    QString shape = group.title + '\n' + group.key;
    for (const auto *fields : {&group.fields, &group.more}) {
        shape += '#';
        for (const Field &field : *fields) shape += '|' + shapeOf(field);
    }
    for (const auto *actions : {&group.add, &group.actions}) {
        for (const FieldAction &action : *actions) shape += '!' + action.text;
    }
    return shape;
}

/// Tells groups apart by what they hold and by their place beneath their heading.
QStringList idsOf(const QList<FieldGroup> &groups) {
    QStringList ids;
    QString heading;
    int place = 0;
    for (const FieldGroup &group : groups) {
        if (!group.inner) {
            heading = group.title;
            place = 0;
        }
        ids << QString("%1 %2\n%3").arg(heading).arg(place++).arg(shapeOf(group));
    }
    return ids;
}

/// Everything that fields know by its place in a list.
QList<QStringList> namesIn(const Scenario &scenario) {
    const auto of = [](const auto &parts) {
        QStringList names;
        for (const auto &part : parts) names << QString::fromStdString(part.name);
        return names;
    };
    QStringList kinds;
    for (int kind = 0; kind < scenario.kinds.size(); ++kind) kinds << QString::fromStdString(scenario.kinds[static_cast<Outcome>(kind)].name);
    return {kinds, of(scenario.services), of(scenario.policies), of(scenario.operations)};
}

/// Whether all places still hold what they held: at most something was added or taken away behind.
bool keepsPlaces(const QList<QStringList> &before, const QList<QStringList> &now) {
    if (before.size() != now.size()) return false;
    for (qsizetype i = 0; i < now.size(); ++i) {
        const qsizetype both = std::min(before[i].size(), now[i].size());
        if (now[i].mid(0, both) != before[i].mid(0, both)) return false;
    }
    return true;
}

} // namespace

FieldForm::FieldForm(ScenarioDocument &document, const Theme &theme, QWidget *parent)
    : QScrollArea(parent), document_(document), theme_(theme) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(kLeastWidth);
}

void FieldForm::show(const QList<FieldGroup> &groups, const Scenario &scenario) {
    const QStringList ids = idsOf(groups);
    const QList<QStringList> names = namesIn(scenario);
    if (ids != ids_ || names != names_) {
        const bool keep = keepsPlaces(names_, names);
        names_ = names;
        if (!keep) ids_.clear();
        build(groups, keep);
        ids_ = ids;
    }
    for (qsizetype i = 0; i < groups.size(); ++i) groups_[i]->refresh(groups[i]);
}

QList<GroupView::Row> FieldForm::rows() const {
    QList<GroupView::Row> rows;
    for (const GroupView *group : groups_) {
        for (const GroupView::Row &row : group->rows()) {
            if (row.row) rows << row;
        }
    }
    return rows;
}

void FieldForm::showAdvice(const QList<FieldAdvice> &advice) {
    advice_ = advice;
    spreadAdvice();
}

void FieldForm::spreadAdvice() {
    const QList<GroupView::Row> rows = this->rows();
    QList<QStringList> paths;
    for (const GroupView::Row &row : rows) paths << pathsOf(row.field);
    QList<QList<FieldAdvice>> byRow(rows.size());
    for (const FieldAdvice &one : advice_) {
        const auto place = [&](auto fits) -> qsizetype {
            const auto found = std::ranges::find_if(paths, [&](const QStringList &p) { return std::ranges::any_of(p, fits); });
            return found == paths.end() ? -1 : found - paths.begin();
        };
        // What is said of a leg as a whole stands at its first number.
        const auto first = std::ranges::find_if(rows, [](const GroupView::Row &row) { return std::holds_alternative<NumberField>(row.field); });
        qsizetype row = one.path.isEmpty() ? (first == rows.end() ? -1 : first - rows.begin()) : place([&](const QString &p) { return p == one.path; });
        if (row < 0 && one.path.isEmpty() && !rows.isEmpty()) row = 0;
        if (row < 0) row = place([&](const QString &p) { return p.startsWith(one.path + '.'); });
        if (row < 0) row = place([&](const QString &p) { return one.path.startsWith(p + '.'); });
        if (row >= 0 && !byRow[row].contains(one)) byRow[row] << one;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) rows[i].row->showAdvice(byRow[i]);
}

int FieldForm::changedRows() const {
    return static_cast<int>(std::ranges::count_if(rows(), [](const GroupView::Row &row) { return row.row->changed(); }));
}

/// With `keep`, groups that are the same go on being shown by their views.
void FieldForm::build(const QList<FieldGroup> &groups, bool keep) {
    QString name;
    for (const GroupView::Row &row : rows()) {
        if (holdsFocus(*row.row)) name = row.row->objectName();
    }
    const int scrolled = verticalScrollBar()->value();
    QHash<QString, GroupView *> known;
    for (qsizetype i = 0; keep && i < ids_.size(); ++i) known.insert(ids_[i], groups_[i]);
    if (!keep || !widget()) makeBody();
    auto *layout = static_cast<QVBoxLayout *>(widget()->layout());
    const QStringList ids = idsOf(groups);
    const QList<GroupView *> before = std::exchange(groups_, {});
    for (qsizetype i = 0; i < groups.size(); ++i) {
        GroupView *view = known.take(ids[i]);
        if (!view) view = makeGroup(groups[i]);
        layout->removeWidget(view);
        layout->insertWidget(static_cast<int>(i) + 1, view); // behind what is said when nothing is found
        groups_ << view;
    }
    // It may be a row that is speaking just now: it goes when it has finished.
    for (GroupView *view : before) {
        if (groups_.contains(view)) continue;
        layout->removeWidget(view);
        view->hide();
        view->setParent(nullptr);
        view->deleteLater();
    }
    if (!word_.isEmpty()) filter(word_, where_);
    layout->activate();
    verticalScrollBar()->setValue(scrolled);
    for (const GroupView::Row &row : rows()) {
        if (!name.isEmpty() && row.row->objectName() == name && !holdsFocus(*row.row)) row.row->setFocus();
    }
}

void FieldForm::makeBody() {
    if (QWidget *old = takeWidget()) {
        for (GroupView *view : groups_) view->hide();
        groups_.clear();
        old->hide();
        old->deleteLater();
    }
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(6, 4, 10, 8);
    layout->setSpacing(0);
    nothing_ = new QLabel(body);
    nothing_->setObjectName("nothingFound");
    nothing_->setContentsMargins(21, 4, 4, 4);
    nothing_->setWordWrap(true);
    nothing_->hide();
    layout->addWidget(nothing_);
    layout->addStretch(1);
    setWidget(body);
}

GroupView *FieldForm::makeGroup(const FieldGroup &group) {
    auto *view = new GroupView(group, document_, theme_, folds_, widget());
    connect(view, &GroupView::asksFor, this, [this](const QString &row) { QTimer::singleShot(0, this, [this, row] { reveal(row); }); });
    connect(view, &GroupView::madeRows, this, &FieldForm::spreadAdvice);
    return view;
}

int FieldForm::filter(const QString &word, SearchIn where) {
    word_ = word;
    where_ = where;
    if (!nothing_) return 0;
    int found = 0;
    GroupView *heading = nullptr;
    for (GroupView *group : groups_) {
        const int here = group->filter(word, where);
        found += here;
        if (group->isHeading()) heading = group;
        else if (!group->isInner()) heading = nullptr;
        if (heading && here > 0) heading->setVisible(true);
    }
    nothing_->setText(tr("No setting here holds “%1”.").arg(word));
    nothing_->setVisible(!word.isEmpty() && found == 0);
    if (QWidget *body = widget()) body->layout()->activate();
    if (!word.isEmpty()) verticalScrollBar()->setValue(0);
    return found;
}

bool FieldForm::focusFirst() {
    for (const GroupView::Row &row : rows()) {
        if (!row.row->isVisibleTo(this) || !row.row->focusProxy()) continue;
        ensureWidgetVisible(row.row);
        row.row->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

bool FieldForm::reveal(const QString &name) {
    for (GroupView *group : groups_) {
        EditorRow *row = group->reveal(name);
        if (!row) continue;
        group->setVisible(true);
        // The places of rows that were just made are known once they are laid out.
        if (QWidget *body = widget()) body->layout()->activate();
        ensureWidgetVisible(row);
        row->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

} // namespace halfopen
