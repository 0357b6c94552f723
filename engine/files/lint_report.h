// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/insight/lint/lint.h"

namespace halfopen {

/// For people: each advice with its rule, where, why, evidence and what to do.
std::string lint_text(const std::string &file, const std::vector<Advice> &advice);
/// One JSON object: `file`, `advice` [{`rule`, `kind`, `path`, `why`, `evidence`, `what_to_do`}].
std::string lint_json(const std::string &file, const std::vector<Advice> &advice);

} // namespace halfopen
