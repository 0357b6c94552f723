// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halfopen {

/// Makes the boxes of every PipelineView children for assistive technology: buttons with a name, a description and a
/// press. May be called often.
void installPipelineAccessibility();

} // namespace halfopen
