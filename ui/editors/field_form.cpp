// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/field_form.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/editors/choice_row.h"
#include "ui/editors/number_row.h"

namespace halfopen {

namespace {

/// A sentence in place of a field.
class NoteRow final : public EditorRow {
public:
    NoteRow(const NoteField& field, ScenarioDocument& document, const Theme& theme, QWidget* parent)
        : EditorRow(QString(), document, theme, parent)
    {
        auto* text = new QLabel(field.text, this);
        text->setWordWrap(true);
        text->setFont(theme.font(11));
        setControl(text);
        text->setAccessibleName(field.text);
    }
    void refresh() override {}
};

QString shapeOf(const Field& field)
{
    if (const auto* number = std::get_if<NumberField>(&field))
        return number->label + number->path;
    if (const auto* choice = std::get_if<ChoiceField>(&field)) {
        QString shape = choice->label;
        for (const auto& option : choice->options)
            shape += '/' + option.text;
        return shape;
    }
    if (const auto* toggle = std::get_if<ToggleField>(&field))
        return toggle->label;
    return std::get<NoteField>(field).text;
}

QString shapeOf(const QList<FieldGroup>& groups)
{
    QString shape;
    for (const FieldGroup& group : groups) {
        shape += '\n' + group.title;
        for (const Field& field : group.fields)
            shape += '|' + shapeOf(field);
    }
    return shape;
}

} // namespace

FieldForm::FieldForm(ScenarioDocument& document, const Theme& theme, QWidget* parent)
    : QScrollArea(parent), document_(document), theme_(theme)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void FieldForm::show(const QList<FieldGroup>& groups)
{
    if (const QString shape = shapeOf(groups); shape != shape_) {
        shape_ = shape;
        build(groups);
    }
    for (EditorRow* row : rows_)
        row->refresh();
    for (const FieldGroup& group : groups) {
        if (QLabel* summary = summaries_.value(group.title))
            summary->setText(group.summary);
    }
}

int FieldForm::changedRows() const
{
    return static_cast<int>(std::ranges::count_if(rows_, [](const EditorRow* row) { return row->changed(); }));
}

void FieldForm::build(const QList<FieldGroup>& groups)
{
    rows_.clear();
    summaries_.clear();
    const int scrolled = verticalScrollBar()->value();
    auto* body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(6, 4, 10, 8);
    layout->setSpacing(0);
    for (const FieldGroup& group : groups)
        addGroup(group, *layout);
    layout->addStretch(1);
    setWidget(body);
    verticalScrollBar()->setValue(scrolled);
}

void FieldForm::addGroup(const FieldGroup& group, QVBoxLayout& layout)
{
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 4);
    rows->setSpacing(0);
    for (const Field& field : group.fields) {
        rows_ << makeRow(field, content);
        rows->addWidget(rows_.last());
    }
    if (!group.title.isEmpty()) {
        auto* line = new QHBoxLayout;
        auto* fold = new QToolButton(this);
        fold->setProperty("quiet", true);
        fold->setFont(theme_.font(12, true));
        fold->setText(group.title);
        fold->setAccessibleName(group.title);
        fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        fold->setIconSize({12, 12});
        fold->setCheckable(true);
        auto* summary = new QLabel(group.summary, this);
        summary->setFont(theme_.font(11));
        summary->setForegroundRole(QPalette::PlaceholderText);
        summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        summaries_.insert(group.title, summary);
        line->addWidget(fold);
        line->addWidget(summary, 1);
        layout.addLayout(line);
        const auto unfold = [this, fold, content, title = group.title](bool open) {
            content->setVisible(open);
            fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
            (open ? unfolded_ : folded_).insert(title);
            (open ? folded_ : unfolded_).remove(title);
        };
        const bool open = unfolded_.contains(group.title) || (group.open && !folded_.contains(group.title));
        fold->setChecked(open);
        content->setVisible(open);
        fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        connect(fold, &QToolButton::toggled, this, unfold);
    }
    layout.addWidget(content);
}

EditorRow* FieldForm::makeRow(const Field& field, QWidget* parent)
{
    if (const auto* number = std::get_if<NumberField>(&field))
        return new NumberRow(*number, document_, theme_, parent);
    if (const auto* choice = std::get_if<ChoiceField>(&field))
        return new ChoiceRow(*choice, document_, theme_, parent);
    if (const auto* toggle = std::get_if<ToggleField>(&field))
        return new ToggleRow(*toggle, document_, theme_, parent);
    return new NoteRow(std::get<NoteField>(field), document_, theme_, parent);
}

} // namespace halfopen
