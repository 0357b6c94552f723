// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/breaker/ejection.h"

namespace halfopen {

Ejection::Ejection(int replicas) : replicas_(static_cast<std::size_t>(replicas)) {}
void Ejection::settle(const BreakerConfig &, SimTime, std::vector<Change> &) {}
bool Ejection::all_ejected() const { return false; }
SimTime Ejection::returns_at() const { return kTimeNever; }
void Ejection::observe(const BreakerConfig &, SimTime, int, Verdict, double, std::vector<Change> &) {}
SimTime Ejection::timer_at(const BreakerConfig &) const { return kTimeNever; }
void Ejection::on_timer(const BreakerConfig &, SimTime, std::vector<Change> &) {}

} // namespace halfopen
