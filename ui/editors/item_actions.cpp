// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the items of any list of the document.
#include <QCoreApplication>

#include "engine/files/document_path.h"
#include "engine/files/scenario_lists.h"
#include "engine/files/scenario_text.h"
#include "engine/files/text_edits.h"
#include "ui/editors/part_actions.h"

namespace halfopen {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(PartActions)
};

std::size_t itemsIn(const std::string &text, const std::string &list) {
    const auto root = parsed_root(text);
    const auto path = parse_path(list);
    const DocumentNodePtr node = root && path ? node_at(root.value(), *path) : nullptr;
    return node ? node->items.size() : 0;
}

} // namespace

QList<FieldAction> itemActions(const QString &list, std::size_t index, std::size_t count, const QString &what, bool least) {
    const auto move = [list = list.toStdString(), index](std::size_t to) -> ScenarioDocument::TextChange {
        return [=](const std::string &text) { return move_in_text(text, list, index, to); };
    };
    QList<FieldAction> actions;
    if (index > 0)
        actions << FieldAction{Text::tr("Move up"), Text::tr("One place earlier in the order of the file."), Text::tr("move up %1").arg(what), move(index - 1), {}, {}, "↑"};
    if (index + 1 < count)
        actions << FieldAction{Text::tr("Move down"), Text::tr("One place later in the order of the file."), Text::tr("move down %1").arg(what), move(index + 1), {}, {}, "↓"};
    FieldAction remove{Text::tr("Remove"), Text::tr("Takes it out of the document."), Text::tr("remove %1").arg(what),
                       [list = list.toStdString(), index](const std::string &text) { return remove_item_from_text(text, list, index); }, {}, {}, "−"};
    if (!least && count == 1) remove.whyNot = Text::tr("At least one is needed.");
    return actions << remove;
}

ScenarioDocument::TextChange removePart(const QString &path) {
    return [path = path.toStdString()](const std::string &text) { return remove_from_text(text, path); };
}

FieldAction appendAction(const QString &text, const QString &what, const QString &list, const QString &yaml) {
    FieldAction add{text, what, text, {}, {}, {}, {}};
    add.edit = [list = list.toStdString(), yaml = yaml.toStdString()](const std::string &before) {
        const std::size_t count = itemsIn(before, list);
        if (count > 0) return set_in_text(before, list + '[' + std::to_string(count) + ']', yaml);
        auto lines = set_in_text(before, list, "- " + yaml);
        return lines ? lines : set_in_text(before, list, '[' + yaml + ']');
    };
    return add;
}

} // namespace halfopen
