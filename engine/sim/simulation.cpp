// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sim/simulation.h"

#include <algorithm>
#include <utility>

#include "engine/sim/state.h"

namespace halfopen {

namespace {
constexpr std::uint64_t kInFlightMax = 500'000;
constexpr std::uint64_t kStandingMax = 5'000'000; ///< events at one instant before time is said to stand still
} // namespace

Simulation::Simulation(const Scenario &scenario) : state_(std::make_unique<State>(scenario)) {}
Simulation::Simulation(const Simulation &other) : state_(std::make_unique<State>(*other.state_)) {}
Simulation &Simulation::operator=(const Simulation &other) {
    if (this != &other) state_ = std::make_unique<State>(*other.state_);
    return *this;
}
Simulation::Simulation(Simulation &&) noexcept = default;
Simulation &Simulation::operator=(Simulation &&) noexcept = default;
Simulation::~Simulation() = default;

bool Simulation::advance(const AdvanceLimits &limits, RecordSink *sink) { return state_->advance(limits, sink); }
bool Simulation::finished() const { return state_->finished; }
SimTime Simulation::reached() const { return state_->time; }
std::uint64_t Simulation::events() const { return state_->events; }
std::uint64_t Simulation::requests_started() const { return state_->started; }
std::uint64_t Simulation::requests_in_flight() const { return state_->in_flight; }
const Fingerprint &Simulation::fingerprint() const { return state_->fingerprint; }
StopReason Simulation::stop_reason() const { return state_->stop; }
std::size_t Simulation::bytes() const { return state_->bytes(); }
const Breaker &Simulation::breaker(std::uint32_t number) const { return state_->breakers[number]; }
int Simulation::calls_in_service(std::uint32_t service) const { return state_->sum(service, &Server::serving); }
int Simulation::calls_queued(std::uint32_t service) const { return state_->sum(service, &Server::queued); }

Simulation::State::State(const Scenario &scenario)
    : plan(std::make_shared<const Plan>(scenario)), randomness(scenario.seed) {
    breakers.resize(plan->breakers.size());
    servers.reserve(plan->servers);
    for (std::uint32_t s = 0; s < plan->services.size(); ++s) {
        for (std::uint32_t r = 0; r < plan->services[s].replicas; ++r) {
            servers.emplace_back().service = s;
            servers.back().workers = plan->services[s].workers;
        }
    }
    service_states.resize(plan->services.size());
    breaker_due_.resize(breakers.size(), kTimeNever);
    const auto &configs = plan->breakers;
    if (std::any_of(configs.begin(), configs.end(), [](const auto *b) { return Breaker::parks(*b); })) {
        parked_.resize(breakers.size());
    }
    open_guards();
    for (std::uint32_t b = 0; b < breakers.size(); ++b) after_breaker_step(b);
    drain_from = plan->end;
    open_edits();
    open_faults();
    open_workloads();
}

void Simulation::State::open_guards() {
    guards.resize(plan->guards.size());
    for (std::uint32_t g = 0; g < guards.size(); ++g) {
        const PolicyConfig &policy = *plan->guards[g];
        if (policy.budget) guards[g].budget.emplace(*policy.budget);
        if (!policy.breaker || policy.breaker->stands != Stands::balancer) continue;
        guards[g].ejection = Ejection(static_cast<int>(plan->services[plan->guard_service[g]].replicas));
        emit_ejections(g, {}); // sets its timer
    }
}

int Simulation::State::sum(std::uint32_t service, int Server::*what) const {
    const ServicePlan &config = plan->services[service];
    int sum = 0;
    for (std::uint32_t r = 0; r < config.replicas; ++r) sum += servers[config.first_server + r].*what;
    return sum;
}

std::size_t Simulation::State::bytes() const {
    std::size_t trees = trees_.capacity() * sizeof(trees_[0]);
    for (const std::vector<TreeNode> &tree : trees_) trees += tree.capacity() * sizeof(TreeNode);
    return sizeof *this + queue.bytes() + requests_.bytes() + frames_.bytes() + extras_.bytes() + calls_.bytes() +
           trees + guards.capacity() * sizeof(Guard) + breakers.capacity() * sizeof(Breaker) + servers.capacity() * sizeof(Server) +
           sources_.capacity() * sizeof(Source) +
           buffer_.capacity() * sizeof(TraceRecord) + clients_.capacity() * sizeof(Client);
}

/// Whether the run ends before an event at `next`: nothing can move a request any more, or the drain is over.
bool Simulation::State::over(SimTime next) const {
    if (next <= plan->end) return false;
    if (pending == 0) return true; // what is in flight hangs for ever
    if (starting == 0 && in_flight == 0 && calls_under_way == 0) return true;
    if (!plan->scenario.drain) return open_sources == 0;
    return open_sources == 0 && next > saturating_add(drain_from, plan->scenario.drain_limit);
}

bool Simulation::State::advance(const AdvanceLimits &limits, RecordSink *sink) {
    if (finished) return false;
    sink_ = sink;
    const std::uint64_t stop_at =
        limits.events > ~std::uint64_t{0} - events ? ~std::uint64_t{0} : events + limits.events;
    Event event;
    bool more = true; // within limits.until
    while (events < stop_at) {
        const SimTime before = time;
        if (!queue.pop(limits.until, time, event)) {
            more = false;
            if (limits.until == kTimeNever || over(limits.until)) end_run(before);
            break;
        }
        if (over(time)) {
            end_run(before);
            break;
        }
        ++events;
        if (time != moved_) {
            moved_ = time;
            standing_ = 0;
        } else if (++standing_ > kStandingMax) {
            finish(StopReason::time_stands_still);
            break;
        }
        dispatch(event);
        if (in_flight > kInFlightMax) {
            finish(StopReason::too_many_in_flight);
        } else if (started >= static_cast<std::uint64_t>(kRequestsMax)) {
            finish(StopReason::too_many_requests);
        }
        if (finished) break;
    }
    flush();
    sink_ = nullptr;
    return more && !finished;
}

/// Ends the run because nothing can happen to a request any more, or because the drain is over.
void Simulation::State::end_run(SimTime last) {
    const bool cut = in_flight > 0 && pending > 0 && plan->scenario.drain;
    time = std::max(last, plan->end);
    finish(cut ? StopReason::drain_limit : StopReason::finished);
}

void Simulation::State::finish(StopReason reason) {
    finished = true;
    stop = reason;
    emit(RecordKind::run_stopped, 0, 0, 0, 0, static_cast<std::uint8_t>(reason), 0, 0, 0);
}

void Simulation::State::flush() {
    for (std::size_t i = 0; i < buffered_; ++i) fingerprint.add(buffer_[i]);
    if (sink_ && buffered_ > 0) sink_->take({buffer_.data(), buffered_});
    buffered_ = 0;
}

void Simulation::State::dispatch(const Event &event) {
    const std::uint32_t target = event.target;
    const auto kind = static_cast<EventKind>(event.kind);
    if (kind > EventKind::ejection_timer) --pending;
    if (kind == EventKind::arrival || kind == EventKind::batch_next || kind == EventKind::client_start) --starting;
    switch (kind) {
    case EventKind::arrival: return on_arrival(target);
    case EventKind::call_done: return on_call_done(target);
    case EventKind::call_arrives: return on_call_arrives(target);
    case EventKind::call_answers: return on_call_answers(target);
    case EventKind::call_cancel: return on_call_cancel(target);
    case EventKind::timeout: return on_timeout(target);
    case EventKind::wait_over: return on_wait_over(target);
    case EventKind::deadline: return on_deadline(target);
    case EventKind::diagnosed: return on_diagnosed(target);
    case EventKind::remedied: return on_remedied(target);
    case EventKind::batch_next: return on_batch_next(target);
    case EventKind::client_start: return on_client_start(target);
    case EventKind::fault_on: return on_fault(target, true);
    case EventKind::fault_off: return on_fault(target, false);
    case EventKind::fault_step: return on_fault_step(target);
    case EventKind::service_flip: return on_service_flip(target);
    case EventKind::edit: return on_edit(target);
    case EventKind::breaker_timer: return on_breaker_timer(target);
    case EventKind::ejection_timer: return on_ejection_timer(target);
    case EventKind::hedge_due: return on_hedge_due(target);
    case EventKind::frame_deadline: return on_frame_deadline(target);
    }
}

} // namespace halfopen
