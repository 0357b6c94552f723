// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pipeline_accessible.h"

#include <map>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>

#include "ui/flow/pipeline_view.h"

namespace halfopen {

namespace {

using Place = PipelineGeometry::Place;

/// One box as a button.
class BoxInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    BoxInterface(PipelineView *view, Place place) : view_(view), place_(place) {}

    bool isValid() const override { return view_ && place_.row < view_->pipeline().rows.size(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return view_ ? view_->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(view_); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QString text(QAccessible::Text which) const override {
        if (!isValid()) return {};
        if (which == QAccessible::Name) return view_->nameOf(place_);
        return which == QAccessible::Description ? view_->tipOf(place_) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override {
        if (!isValid()) return {};
        const QRect local = view_->rectOf(place_).toAlignedRect();
        return {view_->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = isValid() && view_->hasFocus() && view_->current() == place_;
        state.invisible = !isValid() || !view_->isVisible();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override {
        if (!isValid()) return;
        if (name == pressAction()) view_->activate(place_);
        if (name == setFocusAction()) view_->setCurrent(place_);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<PipelineView> view_;
    Place place_;
};

class ViewInterface final : public QAccessibleWidget {
public:
    explicit ViewInterface(PipelineView *view) : QAccessibleWidget(view, QAccessible::Grouping), view_(view) {}
    ~ViewInterface() override {
        for (const auto &[number, id] : children_)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(view_->pipeline().rows.size() * kPerRow); }
    QAccessibleInterface *child(int number) const override {
        if (number < 0 || number >= childCount()) return nullptr;
        const auto known = children_.find(number);
        if (known != children_.end()) return QAccessible::accessibleInterface(known->second);
        const auto n = static_cast<std::size_t>(number);
        auto *made = new BoxInterface(view_, {n / kPerRow, n % kPerRow});
        children_[number] = QAccessible::registerAccessibleInterface(made);
        return made;
    }
    QAccessibleInterface *childAt(int x, int y) const override {
        const auto place = view_->placeAt(view_->mapFromGlobal(QPoint(x, y)));
        return place ? child(static_cast<int>(place->row * kPerRow + place->box)) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override {
        for (const auto &[number, id] : children_)
            if (QAccessible::accessibleInterface(id) == child) return number;
        return -1;
    }
    QAccessibleInterface *focusChild() const override {
        const auto place = view_->current();
        return view_->hasFocus() && place ? child(static_cast<int>(place->row * kPerRow + place->box)) : nullptr;
    }

private:
    static constexpr std::size_t kPerRow = kStages + 1;
    PipelineView *view_;
    mutable std::map<int, QAccessible::Id> children_;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object) {
    auto *view = qobject_cast<PipelineView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

} // namespace

void installPipelineAccessibility() { QAccessible::installFactory(makeInterface); }

} // namespace halfopen
