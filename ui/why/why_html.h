// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "engine/insight/explain.h"
#include "engine/policy/kinds.h"
#include "ui/theme/glyphs.h"

namespace halfopen {

/// Stories as rich text. A request is a link "request:316"; a glyph is the image "glyph:7:20" (number, size in px),
/// which the text browser paints.
QString transitionHtml(const TransitionStory &story, const Scenario &scenario, const Theme &theme);
/// `decision`: the record whose line is marked as the one that is asked about; its anchor is "decision".
QString requestHtml(const RequestStory &story, const Theme &theme, std::optional<std::size_t> decision = {});
/// When nothing is selected: what the scenario is about, and what to click.
QString emptyWhyHtml(const Scenario &scenario, const Theme &theme);

QString glyphImage(Glyph glyph, int size);
/// Escaped, and each "#316" a link.
QString linked(const std::string &text);

} // namespace halfopen
