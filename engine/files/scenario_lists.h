// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/issue.h"

namespace halfopen {

// Edits of whole parts of a scenario's text. Comments and layout of everything else stay; a timed edit that sets
// something in an item of a list follows it to its new place.

/// Puts an item of a list in another place: `to` is its index afterwards. An item in lines of its own takes the comments
/// on them and above them along. Errors: no such list or item, or a layout in which items cannot be told apart.
Result<std::string> move_in_text(std::string_view text, std::string_view list, std::size_t from, std::size_t to);

/// Takes an item out of a list; of the last item the list goes too. Errors: there is none, or a timed edit sets
/// something in it.
Result<std::string> remove_item_from_text(std::string_view text, std::string_view list, std::size_t index);

/// Writes what stands at one path at another one as well, with its comments where the layout can hold them. Errors: as
/// for set_in_text, and nothing to copy.
Result<std::string> copy_in_text(std::string_view text, std::string_view from, std::string_view to);

} // namespace halfopen
