// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/base/say.h"
#include "engine/insight/story.h"
#include "engine/insight/words.h"

#include <fmt/format.h>

namespace halfopen {

/// The call that the record belongs to; a call that was never announced is made up, so that a story of a
/// trace that was cut still reads.
Storyteller::Call &Storyteller::call_of_record() {
    const int copy = r_.flags & flag::copy_mask; // copies keep the number of their attempt
    const bool downstream = (r_.leg & kDownstream) != 0;
    const auto found = std::find_if(calls_.rbegin(), calls_.rend(), [&](const Call &call) {
        return call.service == r_.object && call.attempt == r_.attempt && call.copy == copy && (call.depth > 0) == downstream;
    });
    if (found != calls_.rend()) return *found;
    Call &call = calls_.emplace_back();
    call.service = r_.object;
    call.attempt = r_.attempt;
    call.copy = copy;
    call.depth = downstream ? 1 : 0;
    call.try_number = tries_;
    call.sent = r_.time;
    return call;
}

void Storyteller::send() {
    Call call;
    call.copy = r_.flags & flag::copy_mask;
    ++attempts_;
    if (call.copy > 0) {
        ++copies_;
    } else {
        ++tries_;
        if (++attempts_on_leg_ > 1) ++retries_;
    }
    call.service = r_.object;
    call.attempt = r_.attempt;
    call.try_number = tries_;
    call.sent = r_.time;
    call.timeout = Duration{r_.value};
    calls_.push_back(call);

    std::string text = say(phrase("Story", "sends {} of {} to {}"), name_of(call), max_tries(), service_name(scenario_, r_.object));
    if (call.copy > 0) {
        text = say(phrase("Story", "sends {} to {}{}"), name_of(call), service_name(scenario_, r_.object),
                           std::exchange(hedged_because_, {}));
    }
    if (r_.object < scenario_.services.size() && scenario_.services[r_.object].replicas > 1) {
        text += say(phrase("Story", ", replica {}"), r_.detail + 1);
    }
    if (copies_ == 0 && r_.attempt != tries_) text += say(phrase("Story", " (attempt {} there)"), r_.attempt);
    text +=
        call.timeout.count() > 0 ? say(phrase("Story", ", timeout {}"), format_duration(call.timeout)) : said(phrase("Story", ", no timeout"));
    add_line(std::move(text));
}

void Storyteller::finish_attempt() {
    Call &call = call_of_record();
    call.over = true;
    cost_nano_ += r_.value;
    last_outcome_ = outcome_of(r_);
    const Duration took = r_.time - call.sent;
    std::string text = name_of(call) + " ";
    if ((r_.flags & flag::special) != 0) {
        const bool late = end_ && static_cast<Ending>(end_->reason) == Ending::deadline && end_->time == r_.time;
        const bool hedged = policy_ && policy_->hedge && !late;
        text += say(phrase("Story", "is given up after {}: {}"), format_duration(took),
                            hedged ? said(phrase("Story", "another copy was faster")) : said(phrase("Story", "the request's deadline has come")));
    } else if (last_outcome_ == kSuccess) {
        text += say(phrase("Story", "succeeds after {}{}"), format_duration(took), answer_text(call, took));
    } else {
        text += failure_text(call, took);
    }
    if (r_.value != 0) {
        text +=
            say(phrase("Story", "; it costs {}{}"), price(r_.value), last_outcome_ == kSuccess ? "" : said(phrase("Story", " all the same")));
    }
    add_line(text + fault_text(call.sent));
}

std::string Storyteller::answer_text(const Call &call, Duration took) const {
    std::string text = server_text(call, took);
    if ((r_.flags & flag::right) == 0) text += said(phrase("Story", ", but the answer is wrong"));
    return text;
}

std::string Storyteller::failure_text(const Call &call, Duration took) const {
    if (last_outcome_ == kind_timeout) return timeout_text(call, took);
    if (last_outcome_ == kind_low_confidence) {
        return say(phrase("Story", "is answered after {}{}, but the confidence is too low (low_confidence)"),
                           format_duration(took), server_text(call, took));
    }
    std::string text = say(phrase("Story", "fails after {}{}: {}"), format_duration(took), server_text(call, took),
                                   kind_name(scenario_, last_outcome_));
    if (carries(last_outcome_)) text += said(phrase("Story", ", which the request carries"));
    return text;
}

/// What the service was doing when the caller's patience ended.
std::string Storyteller::timeout_text(const Call &call, Duration took) const {
    const std::string after = format_duration(took);
    const std::string begin = call.timeout.count() > 0 ? say(phrase("Story", "times out after {}"), after)
                                                       : say(phrase("Story", "fails with timeout after {}"), after);
    const std::string name = service_name(scenario_, r_.object);
    if (call.waiting) return say(phrase("Story", "{}, still waiting in the queue of {}"), begin, name);
    if (call.served) return say(phrase("Story", "{}: {} had hung and never answered"), begin, name);
    if (call.queued) return say(phrase("Story", "{}, while {} was still at work"), begin, name);
    return say(phrase("Story", "{}: no answer came"), begin);
}

/// How the time was spent at the service, where that says more than the time in all.
std::string Storyteller::server_text(const Call &call, Duration took) const {
    if (!call.served || (*call.served == took && !call.cut_short)) return {};
    const std::string work = call.cut_short ? said(phrase("Story", "work, cut short")) : said(phrase("Story", "work"));
    if (call.queued && call.queued->count() > 0) {
        return say(phrase("Story", " ({} in the queue, {} of {})"), format_duration(*call.queued),
                           format_duration(*call.served), work);
    }
    return say(phrase("Story", " ({} of {})"), format_duration(*call.served), work);
}

/// The faults that the attempt met.
std::string Storyteller::fault_text(SimTime from) const {
    if ((r_.flags & flag::met_fault) == 0) return {};
    std::string text;
    for (const ActiveFault &fault : faults_behind(scenario_, index_, r_.object, from, r_.time)) {
        text +=
            say(phrase("Story", "{}{}, on since {}"),
                        text.empty() ? say(phrase("Story", "; fault at {}: "), service_name(scenario_, fault.service)) : said(phrase("Story", " and ")),
                        fault.what, format_time(fault.from));
    }
    return text.empty() ? say(phrase("Story", "; a fault was on at {}"), service_name(scenario_, r_.object)) : text;
}

void Storyteller::queue() {
    Call &call = call_of_record();
    call.waiting = true;
    std::string workers;
    if (r_.object < scenario_.services.size() && scenario_.services[r_.object].workers) {
        const int n = *scenario_.services[r_.object].workers;
        workers = n == 1 ? said(phrase("Story", ": its only worker is busy")) : said(phrase("Story", ": all its workers are busy"));
    }
    add_line(say(phrase("Story", "{} waits in the queue of {}{}"), name_of(call), service_name(scenario_, r_.object),
                    workers));
}

void Storyteller::begin_service() {
    Call &call = call_of_record();
    call.waiting = false;
    call.queued = Duration{r_.value};
    if (call.over) {
        add_line(say(phrase("Story", "{} begins to work on {}, which its caller has given up"), service_name(scenario_, r_.object),
                        name_of(call)));
    } else if (r_.value > 0) {
        add_line(say(phrase("Story", "{} begins to work on {} after {} in the queue"), service_name(scenario_, r_.object), name_of(call),
                        format_duration(*call.queued)));
    }
}

void Storyteller::finish_service() {
    Call &call = call_of_record();
    call.served = Duration{r_.value};
    call.cut_short = r_.reason != 0;
    if (call.cut_short && call.over) {
        add_line(say(phrase("Story", "{} stops its work on {} after {}: its caller has given it up"), service_name(scenario_, r_.object),
                        name_of(call), format_duration(*call.served)));
    }
}

void Storyteller::leave_queue() {
    const Call &call = call_of_record();
    add_line(say(phrase("Story", "{} leaves the queue of {} without having been served: {}"), name_of(call),
                    service_name(scenario_, r_.object),
                    call.over ? said(phrase("Story", "its caller has given it up")) : said(phrase("Story", "an outage refuses what waits"))));
}

void Storyteller::finish_late() {
    const Call &call = call_of_record();
    const Outcome outcome = outcome_of(r_);
    std::string result;
    if (outcome != kSuccess) result = fmt::format(" ({})", kind_name(scenario_, outcome));
    const bool effect =
        r_.reason != 0 && r_.object < scenario_.services.size() && scenario_.services[r_.object].effect;
    add_line(say(phrase("Story", "{} finishes {}{}, {} after it was sent: nobody waits for it, wasted work{}"),
                    service_name(scenario_, r_.object), name_of(call), result,
                    format_duration(r_.time - call.sent),
                    effect ? said(phrase("Story", "; its effect happened all the same")) : ""));
}

void Storyteller::duplicate_effect() {
    add_line(say(phrase("Story", "its effect happens once more at {}: a duplicate, since no idempotency key is used"),
                    service_name(scenario_, r_.object)));
}

} // namespace halfopen
