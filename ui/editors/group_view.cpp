// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/group_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/editors/key_row.h"
#include "ui/editors/make_row.h"

namespace halfopen {

namespace {

constexpr int kTitleHeight = 24, kButton = 22;

/// Ends in dots where it does not fit.
class SummaryLabel final : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

bool holds(const QString &text, const QString &word) { return text.contains(word, Qt::CaseInsensitive); }

} // namespace

GroupView::GroupView(const FieldGroup &group, ScenarioDocument &document, const Theme &theme, Folds &folds, QWidget *parent)
    : QWidget(parent),
      group_(group),
      document_(document),
      theme_(theme),
      folds_(folds),
      title_(new QWidget(this)),
      content_(new QWidget(this)),
      contentRows_(new QVBoxLayout(content_)),
      told_(new QLabel(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title_);
    told_->setObjectName("refusal");
    told_->setWordWrap(true);
    told_->setFont(theme.font(11));
    told_->setContentsMargins(21, 0, 4, 4);
    told_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    told_->hide();
    layout->addWidget(told_);
    contentRows_->setContentsMargins(0, 0, 0, 4);
    contentRows_->setSpacing(0);
    for (const Field &field : group.fields) {
        rows_ << Row{nullptr, field};
        addRow(rows_.size() - 1, content_, *contentRows_);
    }
    for (const Field &field : group.more) rows_ << Row{nullptr, field};
    buildTitle();
    layout->addWidget(content_);
    if (!group.more.isEmpty()) {
        moreFold_ = makeButton({}, tr("More settings of %1").arg(group.title), tr("Settings that are seldom needed, as the file names them."));
        moreFold_->setObjectName("more/" + key());
        moreFold_->setCheckable(true);
        moreFold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        moreFold_->setText(tr("more (%1)").arg(group.more.size()));
        moreFold_->setFixedSize(QWIDGETSIZE_MAX, kButton);
        moreFold_->setMinimumWidth(0);
        contentRows_->addWidget(moreFold_, 0, Qt::AlignLeft);
        connect(moreFold_, &QToolButton::toggled, this, [this](bool open) {
            if (open) folds_.more.insert(key());
            else folds_.more.remove(key());
            unfoldMore(open);
        });
        moreFold_->setChecked(folds_.more.contains(key()));
        unfoldMore(moreFold_->isChecked());
    }
    unfold(!fold_ || fold_->isChecked());
}

void GroupView::addRow(qsizetype place, QWidget *parent, QVBoxLayout &layout) {
    Row &row = rows_[place];
    row.row = makeRow(row.field, document_, theme_, parent);
    connect(row.row, &EditorRow::asksFor, this, &GroupView::asksFor);
    layout.addWidget(row.row);
}

void GroupView::makeMore() {
    if (more_) return;
    more_ = new QWidget(content_);
    auto *layout = new QVBoxLayout(more_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (qsizetype i = group_.fields.size(); i < rows_.size(); ++i) addRow(i, more_, *layout);
    contentRows_->addWidget(more_);
    emit madeRows();
}

void GroupView::unfold(bool open) {
    content_->setVisible(open && !rows_.isEmpty());
    if (fold_) fold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
}

void GroupView::unfoldMore(bool open) {
    if (open) makeMore();
    if (more_) more_->setVisible(open);
    moreFold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
}

void GroupView::buildTitle() {
    auto *line = new QHBoxLayout(title_);
    line->setContentsMargins(group_.inner ? 8 : 0, 0, 0, 0);
    line->setSpacing(2);
    if (group_.title.isEmpty()) {
        title_->hide();
        return;
    }
    summary_ = new SummaryLabel(this);
    summary_->setFont(theme_.font(group_.inner ? 12 : 11));
    summary_->setForegroundRole(group_.inner ? QPalette::WindowText : QPalette::PlaceholderText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (isHeading()) {
        auto *heading = new QLabel(group_.title, this);
        heading->setFont(theme_.font(12, true));
        heading->setContentsMargins(21, 0, 0, 0);
        heading->setFixedHeight(kTitleHeight);
        line->addWidget(heading);
    } else {
        fold_ = makeFold();
        line->addWidget(fold_);
    }
    line->addWidget(summary_, 1);
    if (group_.toggle) {
        toggle_ = makeToggle(*group_.toggle);
        line->addWidget(toggle_);
    }
    addButtons(*line);
}

QToolButton *GroupView::makeButton(const QString &sign, const QString &name, const QString &tip) {
    auto *button = new QToolButton(this);
    button->setProperty("quiet", true);
    button->setText(sign);
    button->setFont(theme_.font(12));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setFixedSize(kButton, kButton);
    return button;
}

void GroupView::addButtons(QHBoxLayout &line) {
    if (!group_.add.isEmpty()) {
        const FieldAction &first = group_.add.first();
        const QString name = group_.add.size() == 1 ? first.text : tr("Add to %1").arg(group_.title);
        QToolButton *add = makeButton("+", name, group_.add.size() == 1 ? first.text + '\n' + first.what : name);
        add->setObjectName("add/" + key());
        line.addWidget(add);
        if (group_.add.size() == 1)
            connect(add, &QToolButton::clicked, this, [this] { run(group_.add.first()); });
        else
            offer(*add, true);
    }
    if (group_.actions.isEmpty()) return;
    QToolButton *menu = makeButton("⋯", tr("What can be done with %1").arg(group_.title), tr("Duplicate, move, remove"));
    menu->setObjectName("menu/" + key());
    offer(*menu, false);
    line.addWidget(menu);
}

/// Opens the list when the button is pressed; it is made only then.
void GroupView::offer(QToolButton &button, bool adds) {
    connect(&button, &QToolButton::clicked, this, [this, &button, adds] {
        auto *menu = new QMenu(&button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setAccessibleName(button.accessibleName());
        menu->setToolTipsVisible(true);
        for (const FieldAction &one : adds ? group_.add : group_.actions) {
            QAction *action = menu->addAction(QString(one.text).replace('&', "&&"));
            action->setToolTip(one.what);
            connect(action, &QAction::triggered, this, [this, one] { run(one); });
        }
        menu->popup(button.mapToGlobal(QPoint(0, button.height())));
    });
}

void GroupView::run(const FieldAction &action) {
    const FieldAction now = action; // doing it may make this group anew
    const auto refused = perform(now, document_);
    say(refused.value_or(QString()));
    if (!refused && !now.goTo.isEmpty()) emit asksFor(now.goTo);
}

void GroupView::say(const QString &reason) {
    told_->setText(reason);
    told_->setVisible(!reason.isEmpty());
}

QToolButton *GroupView::makeFold() {
    auto *fold = new QToolButton(this);
    fold->setProperty("quiet", true);
    fold->setFont(theme_.font(12, !group_.inner));
    fold->setText(group_.title);
    fold->setAccessibleName(group_.title);
    fold->setToolTip(tr("Shows or hides the fields of %1").arg(group_.title));
    fold->setFixedHeight(kTitleHeight);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setCheckable(true);
    fold->setChecked(folds_.unfolded.contains(key()) || (group_.open && !folds_.folded.contains(key())));
    connect(fold, &QToolButton::toggled, this, [this](bool open) {
        unfold(open);
        (open ? folds_.unfolded : folds_.folded).insert(key());
        (open ? folds_.folded : folds_.unfolded).remove(key());
    });
    return fold;
}

QCheckBox *GroupView::makeToggle(const ToggleField &field) {
    auto *box = new QCheckBox(tr("on"), this);
    box->setObjectName("toggle/" + field.label);
    box->setAccessibleName(field.label);
    box->setToolTip(field.what + "\n" + field.why);
    connect(box, &QCheckBox::clicked, this, [this, field, box](bool on) {
        const auto refused = document_.apply(on ? field.on : field.off, {(on ? tr("%1 on") : tr("%1 off")).arg(field.label)});
        say(refused.value_or(QString()));
        if (refused) box->setChecked(field.read(document_.inForce())); // as it was
    });
    return box;
}

void GroupView::refresh(const FieldGroup &group) {
    group_.add = group.add;
    group_.actions = group.actions;
    if (summary_) {
        summary_->setText(group.summary);
        summary_->setToolTip(group.summary);
    }
    if (toggle_) toggle_->setChecked(group.toggle->read(document_.inForce()));
    say({});
    const QList<Field> fields = group.fields + group.more;
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        rows_[i].field = fields[i];
        if (!rows_[i].row) continue;
        rows_[i].row->renew(fields[i]);
        rows_[i].row->refresh();
    }
}

int GroupView::filter(const QString &word, SearchIn where) {
    if (word.isEmpty()) {
        setVisible(true);
        for (const Row &row : rows_) {
            if (row.row) row.row->setVisible(true);
        }
        if (moreFold_) {
            moreFold_->setVisible(true);
            unfoldMore(moreFold_->isChecked());
        }
        unfold(!fold_ || fold_->isChecked());
        return 0;
    }
    const bool all = holds(group_.title, word);
    int found = 0, foundMore = 0;
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        if (!all && !holds(searchText(rows_[i].field, where), word)) continue;
        ++found;
        foundMore += i >= group_.fields.size() ? 1 : 0;
    }
    if (moreFold_) {
        moreFold_->hide();
        unfoldMore(foundMore > 0);
    }
    for (const Row &row : rows_) {
        if (row.row) row.row->setVisible(all || holds(searchText(row.field, where), word));
    }
    setVisible(found > 0 || all);
    unfold(found > 0);
    return found;
}

EditorRow *GroupView::reveal(const QString &name) {
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        if (rowName(rows_[i].field) != name) continue;
        if (fold_) fold_->setChecked(true);
        if (i >= group_.fields.size()) moreFold_->setChecked(true);
        return rows_[i].row;
    }
    return nullptr;
}

} // namespace halfopen
