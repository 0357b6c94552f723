// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/editors/choice_row.h"
#include "ui/editors/field_advice.h"
#include "ui/editors/number_row.h"

namespace halfopen {

namespace {

constexpr int kTitleHeight = 24, kLeastWidth = 260;

QString keyOf(const FieldGroup &group) { return group.key.isEmpty() ? group.title : group.key; }

/// A sentence in place of a field.
class NoteRow final : public EditorRow {
public:
    NoteRow(const NoteField &field, ScenarioDocument &document, const Theme &theme, QWidget *parent)
        : EditorRow(QString(), document, theme, parent) {
        auto *text = new QLabel(field.text, this);
        text->setWordWrap(true);
        text->setFont(theme.font(11));
        setControl(text);
        text->setAccessibleName(field.text);
    }
    void refresh() override {}
};

bool holdsFocus(const QWidget &widget) {
    const QWidget *focus = QApplication::focusWidget();
    return focus && widget.isAncestorOf(focus);
}

QString shapeOf(const Field &field) {
    if (const auto *number = std::get_if<NumberField>(&field)) return number->label + number->path;
    if (const auto *choice = std::get_if<ChoiceField>(&field)) {
        QString shape = choice->label;
        for (const auto &option : choice->options)
            shape += '/' + option.text;
        return shape;
    }
    if (const auto *toggle = std::get_if<ToggleField>(&field)) return toggle->label;
    return std::get<NoteField>(field).text;
}

/// What a field edits.
QStringList pathsOf(const Field &field) {
    QStringList paths;
    if (const auto *number = std::get_if<NumberField>(&field)) paths << number->path;
    if (const auto *choice = std::get_if<ChoiceField>(&field)) {
        for (const auto &option : choice->options) {
            for (const auto &change : option.changes) paths << change.path;
        }
    }
    if (const auto *toggle = std::get_if<ToggleField>(&field)) {
        for (const auto &change : toggle->on) paths << change.path;
    }
    paths.removeDuplicates();
    return paths;
}

QString shapeOf(const QList<FieldGroup> &groups) {
    QString shape;
    for (const FieldGroup &group : groups) {
        shape += '\n' + group.title + group.key;
        for (const Field &field : group.fields)
            shape += '|' + shapeOf(field);
    }
    return shape;
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

void FieldForm::show(const QList<FieldGroup> &groups) {
    if (const QString shape = shapeOf(groups); shape != shape_) {
        shape_ = shape;
        build(groups);
    }
    for (EditorRow *row : rows_)
        row->refresh();
    for (const auto &[box, field] : toggles_)
        box->setChecked(field.read(document_.inForce()));
    for (const FieldGroup &group : groups) {
        if (QLabel *summary = summaries_.value(keyOf(group))) summary->setText(group.summary);
    }
}

void FieldForm::showAdvice(const QList<FieldAdvice> &advice) {
    QList<QList<FieldAdvice>> byRow(rows_.size());
    for (const FieldAdvice &one : advice) {
        const auto place = [&](auto fits) -> qsizetype {
            const auto found = std::ranges::find_if(paths_, [&](const QStringList &p) { return std::ranges::any_of(p, fits); });
            return found == paths_.end() ? -1 : found - paths_.begin();
        };
        qsizetype row = one.path.isEmpty() && !rows_.isEmpty() ? 0 : place([&](const QString &p) { return p == one.path; });
        if (row < 0) row = place([&](const QString &p) { return p.startsWith(one.path + '.'); });
        if (row < 0) row = place([&](const QString &p) { return one.path.startsWith(p + '.'); });
        if (row >= 0 && !byRow[row].contains(one)) byRow[row] << one;
    }
    for (qsizetype i = 0; i < rows_.size(); ++i) rows_[i]->showAdvice(byRow[i]);
}

int FieldForm::changedRows() const {
    return static_cast<int>(std::ranges::count_if(rows_, [](const EditorRow *row) { return row->changed(); }));
}

void FieldForm::build(const QList<FieldGroup> &groups) {
    const auto focused = std::ranges::find_if(rows_, [](const EditorRow *row) { return holdsFocus(*row); });
    const QString name = focused == rows_.end() ? QString() : (*focused)->objectName();
    rows_.clear();
    paths_.clear();
    toggles_.clear();
    summaries_.clear();
    const int scrolled = verticalScrollBar()->value();
    // It may be a row that is speaking just now: it goes when it has finished.
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(6, 4, 10, 8);
    layout->setSpacing(0);
    for (const FieldGroup &group : groups)
        addGroup(group, *layout);
    layout->addStretch(1);
    setWidget(body);
    verticalScrollBar()->setValue(scrolled);
    for (EditorRow *row : rows_) {
        if (!name.isEmpty() && row->objectName() == name) row->setFocus();
    }
}

void FieldForm::addGroup(const FieldGroup &group, QVBoxLayout &layout) {
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 4);
    rows->setSpacing(0);
    for (const Field &field : group.fields) {
        rows_ << makeRow(field, content);
        paths_ << pathsOf(field);
        rows->addWidget(rows_.last());
    }
    content->setVisible(!group.fields.isEmpty());
    if (!group.title.isEmpty()) addTitle(group, content, layout);
    layout.addWidget(content);
}

void FieldForm::addTitle(const FieldGroup &group, QWidget *content, QVBoxLayout &layout) {
    auto *line = new QHBoxLayout;
    line->setContentsMargins(group.inner ? 8 : 0, 0, 0, 0);
    auto *summary = new QLabel(this);
    summary->setFont(theme_.font(group.inner ? 12 : 11));
    summary->setForegroundRole(group.inner ? QPalette::WindowText : QPalette::PlaceholderText);
    summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    summaries_.insert(keyOf(group), summary);
    if (group.fields.isEmpty()) {
        auto *heading = new QLabel(group.title, this);
        heading->setFont(theme_.font(12, true));
        heading->setContentsMargins(21, 0, 0, 0);
        heading->setFixedHeight(kTitleHeight);
        line->addWidget(heading);
    } else {
        line->addWidget(makeFold(group, content));
    }
    line->addWidget(summary, 1);
    layout.addLayout(line);
    if (!group.toggle) return;
    auto *refusal = new QLabel(this); // why the last click was refused
    refusal->setObjectName("refusal");
    refusal->setWordWrap(true);
    refusal->setFont(theme_.font(11));
    refusal->setContentsMargins(21, 0, 0, 4);
    refusal->hide();
    line->addWidget(makeToggle(*group.toggle, refusal));
    layout.addWidget(refusal);
}

QToolButton *FieldForm::makeFold(const FieldGroup &group, QWidget *content) {
    auto *fold = new QToolButton(this);
    fold->setProperty("quiet", true);
    fold->setFont(theme_.font(12, !group.inner));
    fold->setText(group.title);
    fold->setAccessibleName(group.title);
    fold->setToolTip(tr("Shows or hides the fields of %1").arg(group.title));
    fold->setFixedHeight(kTitleHeight);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setCheckable(true);
    const QString key = keyOf(group);
    const auto show = [fold, content](bool open) {
        content->setVisible(open);
        fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    };
    const bool open = unfolded_.contains(key) || (group.open && !folded_.contains(key));
    fold->setChecked(open);
    show(open);
    connect(fold, &QToolButton::toggled, this, [this, key, show](bool unfold) {
        show(unfold);
        (unfold ? unfolded_ : folded_).insert(key);
        (unfold ? folded_ : unfolded_).remove(key);
    });
    return fold;
}

QCheckBox *FieldForm::makeToggle(const ToggleField &field, QLabel *refusal) {
    auto *box = new QCheckBox(tr("on"), this);
    box->setObjectName("toggle/" + field.label);
    box->setAccessibleName(field.label);
    box->setToolTip(field.what + "\n" + field.why);
    connect(box, &QCheckBox::clicked, this, [this, field, box, refusal](bool on) {
        const auto refused =
            document_.apply(on ? field.on : field.off, {(on ? tr("%1 on") : tr("%1 off")).arg(field.label)});
        refusal->setText(refused.value_or(QString()));
        refusal->setVisible(refused.has_value());
        if (refused) box->setChecked(field.read(document_.inForce())); // as it was
    });
    toggles_.append({box, field});
    return box;
}

EditorRow *FieldForm::makeRow(const Field &field, QWidget *parent) {
    if (const auto *number = std::get_if<NumberField>(&field)) return new NumberRow(*number, document_, theme_, parent);
    if (const auto *choice = std::get_if<ChoiceField>(&field)) return new ChoiceRow(*choice, document_, theme_, parent);
    if (const auto *toggle = std::get_if<ToggleField>(&field)) return new ToggleRow(*toggle, document_, theme_, parent);
    return new NoteRow(std::get<NoteField>(field), document_, theme_, parent);
}

} // namespace halfopen
