// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/edit_notice.h"

#include <algorithm>

#include "ui/shell/notices.h"
#include "ui/timeline/edit_marks.h"

namespace halfopen {

namespace {
const QString kId = "timedEdit";
constexpr qsizetype kValueMost = 120;
} // namespace

EditNotice::EditNotice(Session &session, Notices &notices, QObject *parent)
    : QObject(parent), session_(session), notices_(notices), known_(session.document().scenario().edits) {
    connect(&session.document(), &ScenarioDocument::edited, this, &EditNotice::follow);
    connect(&session.document(), &ScenarioDocument::replaced, this, [this] {
        known_ = session_.document().scenario().edits;
        shown_.reset();
        notices_.dismiss(kId);
    });
}

void EditNotice::follow() {
    const std::vector<Edit> before = std::exchange(known_, session_.document().scenario().edits);
    if (known_ == before) return;
    const auto isNew = [&before](const Edit &edit) { return std::ranges::find(before, edit) == before.end(); };
    const auto isShown = [this](const Edit &edit) { return edit.at == shown_; };
    if (const auto added = std::ranges::find_if(known_, isNew); added != known_.end())
        show(added->at);
    else if (std::ranges::none_of(known_, isShown))
        notices_.dismiss(kId);
}

void EditNotice::show(Duration at) {
    shown_ = at;
    EditMark mark{0, SimTime{at}, {}};
    for (std::size_t i = 0; i < known_.size(); ++i)
        if (known_[i].at == at) mark.edits.push_back(i);
    const Scenario &scenario = session_.document().scenario();
    QString text = editTip(scenario, mark);
    if (mark.edits.size() == 1) {
        const Edit &edit = known_[mark.edits.front()];
        text = tr("%1: %2 is %3 from there on")
                   .arg(editText(scenario, mark), QString::fromStdString(edit.path),
                        QString::fromStdString(edit.value).left(kValueMost));
    }
    notices_.show({kId,
                   text,
                   {{tr("Show it"), tr("Looks at the moment of the change"),
                     [this, at] {
                         session_.showAt(SimTime{at});
                         show(at);
                     }},
                    {tr("Take it back"), tr("The run goes on there as it did before; can be undone"), [this, at] {
                         if (const auto refused = session_.document().takeBackAt(at))
                             notices_.show({kId, tr("It could not be taken back: %1").arg(*refused)});
                     }}}});
}

} // namespace halfopen
