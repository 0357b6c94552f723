// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/files/html_report.h"

namespace halfopen {

// The parts of an HTML report, each with its heading; empty when there is nothing to say.

std::string html_figures(const Metrics &metrics);
std::string html_goals(const Metrics &metrics);
std::string html_services(const Metrics &metrics);
std::string html_breakers(const Metrics &metrics);
std::string html_faults(const Metrics &metrics);
std::string html_advice(const std::vector<Advice> &advice);
std::string html_companions(const std::vector<Companion> &companions);

} // namespace halfopen
