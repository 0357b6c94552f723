// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/record_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace halfopen {

namespace {

using Json = nlohmann::json;

/// Takes the members of an object as they come, without making a tree of them.
class FlatObject : public nlohmann::json_sax<Json> {
public:
    FlatObject(std::vector<std::pair<std::string, std::string>> &members, std::string &what)
        : members_(members), what_(what) {}

    bool null() override { return put(""); }
    bool boolean(bool value) override { return put(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
    bool number_float(number_float_t, const string_t &text) override { return put(text); }
    bool string(string_t &text) override { return put(text); }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override {
        if (lists_ > 0) return true;
        if (++depth_ > kDepthMax) return refuse("objects within objects too deep");
        if (depth_ > 1) prefixes_.push_back(prefixes_.empty() ? key_ : prefixes_.back() + '.' + key_);
        return true;
    }
    bool end_object() override {
        if (lists_ > 0) return true;
        --depth_;
        if (!prefixes_.empty()) prefixes_.pop_back();
        return true;
    }
    bool key(string_t &text) override {
        if (lists_ == 0) key_ = text;
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ == 0) return refuse("expected a JSON object");
        return ++lists_ <= kDepthMax || refuse("lists within lists too deep");
    }
    bool end_array() override {
        --lists_;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override {
        return refuse(fmt::format("no JSON from byte {} on", position));
    }

private:
    static constexpr int kDepthMax = 32;
    bool put(std::string text) {
        if (depth_ == 0) return refuse("expected a JSON object");
        if (lists_ > 0) return true;
        members_.emplace_back(prefixes_.empty() ? key_ : prefixes_.back() + '.' + key_, std::move(text));
        return true;
    }
    bool refuse(std::string what) {
        what_ = std::move(what);
        return false;
    }

    std::vector<std::pair<std::string, std::string>> &members_;
    std::string &what_;
    std::string key_;
    std::vector<std::string> prefixes_;
    int depth_ = 0, lists_ = 0;
};

/// Attributes of OpenTelemetry as text.
using Attributes = std::map<std::string, std::string, std::less<>>;

std::string text_of_value(const Json &value) {
    for (const char *kind : {"stringValue", "intValue", "doubleValue", "boolValue"}) {
        const auto found = value.find(kind);
        if (found == value.end()) continue;
        if (found->is_string()) return found->get<std::string>();
        return found->is_boolean() ? (found->get<bool>() ? "true" : "false") : found->dump();
    }
    return {};
}

Attributes attributes_of(const Json &holder) {
    Attributes out;
    const auto list = holder.find("attributes");
    if (list == holder.end() || !list->is_array()) return out;
    for (const Json &entry : *list) {
        if (!entry.is_object() || !entry.contains("key") || !entry["key"].is_string() || !entry.contains("value")) continue;
        if (entry["value"].is_object()) out[entry["key"].get<std::string>()] = text_of_value(entry["value"]);
    }
    return out;
}

/// The first of these attributes that is there.
std::string first_of(const Attributes &attributes, std::initializer_list<const char *> names) {
    for (const char *name : names)
        if (const auto found = attributes.find(name); found != attributes.end() && !found->second.empty()) return found->second;
    return {};
}

std::string text_member(const Json &span, const char *name) {
    const auto found = span.find(name);
    if (found == span.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
}

bool is_client(const Json &span) {
    const std::string kind = text_member(span, "kind");
    return kind == "3" || kind == "SPAN_KIND_CLIENT";
}

std::string outcome_text(const Json &span, const Attributes &attributes) {
    std::string word = first_of(attributes, {"error.type", "http.response.status_code", "http.status_code"});
    if (!word.empty()) return word;
    static const char *const kGrpc[] = {"ok", "cancelled", "unknown", "invalid argument", "deadline exceeded", "not found",
                                        "already exists", "permission denied", "resource exhausted", "failed precondition",
                                        "aborted", "out of range", "unimplemented", "internal", "unavailable", "data loss",
                                        "unauthenticated"};
    const std::string grpc = first_of(attributes, {"rpc.grpc.status_code"});
    if (!grpc.empty() && grpc.size() <= 2 && grpc.find_first_not_of("0123456789") == std::string::npos) {
        const auto code = static_cast<std::size_t>(std::stoi(grpc));
        if (code < std::size(kGrpc)) return kGrpc[code];
    }
    const auto status = span.find("status");
    const std::string code = status != span.end() && status->is_object() ? text_member(*status, "code") : std::string();
    return code == "2" || code == "STATUS_CODE_ERROR" ? "error" : "success";
}

/// One span as a row of text.
struct SpanRow {
    std::string time, service, request, attempt, outcome, latency, caller;
};

std::optional<SpanRow> row_of(const Json &span, const std::string &caller) {
    SpanRow row;
    row.time = text_member(span, "startTimeUnixNano");
    const std::string end = text_member(span, "endTimeUnixNano");
    const auto from = parse_recorded_time(row.time, NumberUnit::nanoseconds, 0);
    const auto to = parse_recorded_time(end, NumberUnit::nanoseconds, 0);
    if (!from || !to || to->ns < from->ns) return std::nullopt;
    row.latency = std::to_string(to->ns - from->ns) + "ns";
    const Attributes attributes = attributes_of(span);
    row.service = first_of(attributes, {"peer.service", "rpc.service", "server.address", "net.peer.name", "http.host",
                                        "db.system", "messaging.system"});
    if (row.service.empty()) row.service = is_client(span) ? text_member(span, "name") : caller;
    if (row.service.empty()) row.service = text_member(span, "name");
    row.request = text_member(span, "traceId");
    const std::string resent = first_of(attributes, {"http.request.resend_count", "http.resend_count", "retry.count"});
    if (!resent.empty() && resent.size() < 6 && resent.find_first_not_of("0123456789") == std::string::npos)
        row.attempt = std::to_string(std::stoi(resent) + 1);
    row.outcome = outcome_text(span, attributes);
    row.caller = caller;
    return row;
}

/// Every span below one object of the export, with the name of the program that it belongs to.
void collect(const Json &export_object, std::vector<std::pair<const Json *, std::string>> &spans) {
    const auto list = [](const Json &holder, const char *name) -> const Json * {
        const auto found = holder.find(name);
        return found != holder.end() && found->is_array() ? &*found : nullptr;
    };
    const Json *resources = list(export_object, "resourceSpans");
    if (!resources) return;
    for (const Json &resource : *resources) {
        if (!resource.is_object()) continue;
        std::string program;
        if (const auto named = resource.find("resource"); named != resource.end() && named->is_object())
            program = first_of(attributes_of(*named), {"service.name"});
        for (const char *name : {"scopeSpans", "instrumentationLibrarySpans"}) {
            const Json *scopes = list(resource, name);
            if (!scopes) continue;
            for (const Json &scope : *scopes) {
                const Json *all = scope.is_object() ? list(scope, "spans") : nullptr;
                if (!all) continue;
                for (const Json &span : *all)
                    if (span.is_object()) spans.emplace_back(&span, program);
            }
        }
    }
}

} // namespace

bool read_flat_object(std::string_view text, std::vector<std::pair<std::string, std::string>> &members,
                      std::string &what) {
    members.clear();
    FlatObject object(members, what);
    return Json::sax_parse(text, &object);
}

bool OtlpReader::read(std::string_view text, std::size_t line, std::string &what) {
    const Json object = Json::parse(text, nullptr, false);
    if (object.is_discarded() || !object.is_object() || !object.contains("resourceSpans")) {
        what = object.is_discarded() ? "no JSON" : "expected an object with resourceSpans";
        return false;
    }
    std::vector<std::pair<const Json *, std::string>> spans;
    collect(object, spans);
    const bool clients = std::any_of(spans.begin(), spans.end(), [](const auto &span) { return is_client(*span.first); });
    for (const auto &[span, program] : spans) {
        if (clients && !is_client(*span)) continue;
        ++spans_;
        const std::optional<SpanRow> row = row_of(*span, program);
        if (!row) {
            rows_.refuse(line, "a span without a start and an end after it");
            continue;
        }
        if (!rows_.take({row->time, row->service, row->request, row->attempt, row->outcome, row->latency, row->caller, {}}, line)) return true;
    }
    return true;
}

} // namespace halfopen
