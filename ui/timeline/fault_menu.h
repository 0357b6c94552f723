// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/timeline/fault_edits.h"

class QMenu;

namespace halfopen {

/// Where a menu of faults was asked for.
struct FaultPlace {
    std::optional<std::uint32_t> fault; ///< under the pointer, or selected
    Duration at{0}, lasts{0};           ///< of one that is added
};

/// Fills a menu: add one of each kind to each service, duplicate and remove the one that is meant. `done` is called
/// after each with the reason of a refusal. The edits outlive the menu.
void fillFaultMenu(QMenu &menu, FaultEdits &edits, const FaultPlace &place,
                   const std::function<void(const FaultEdits::Refusal &)> &done);

} // namespace halfopen
