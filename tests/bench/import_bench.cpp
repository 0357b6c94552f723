// SPDX-License-Identifier: GPL-3.0-or-later
// import_bench [ROWS]: how fast records of calls are read, and how much memory a row takes at the worst moment.
// Writes records of that many rows in each format to a temporary folder; each is read by a process of its own.
#include <fmt/format.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

#include "engine/files/incident_file.h"
#include "engine/incident/fit.h"

using namespace halfopen;

namespace {

double cpu_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double peak_bytes() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) * 1024.0;
}

/// Row i of a record in which each second request fails once and is tried again: two rows of three have an own request.
struct Row {
    std::int64_t ns, request, latency_ns;
    int attempt;
    const char *outcome;
};
Row row(std::int64_t i) {
    const bool retry = i % 3 == 2;
    return {1'795'521'600'000'000'000 + i * 731'543, retry ? i / 3 * 2 + 1 : i / 3 * 2 + i % 3, 20'000'000 + i * 7919 % 90'000'000, retry ? 2 : 1,
            i % 3 == 1 ? "unavailable" : "success"};
}

std::string csv(std::int64_t i) {
    const Row r = row(i);
    return fmt::format("{}.{:09},service_{},{:08x}-{:x},{},{},{},caller/{},0.002\n", r.ns / 1'000'000'000, r.ns % 1'000'000'000, r.request % 5, r.request * 2654435761 % 4294967296, r.request, r.attempt, r.outcome,
                       r.latency_ns, r.request % 4);
}
std::string jsonl(std::int64_t i) {
    const Row r = row(i);
    return fmt::format(R"({{"time":{}.{:09},"service":"service_{}","request":"{:08x}-{:x}","attempt":{},"outcome":"{}","latency_ns":{},"caller":"caller/{}"}})"
                       "\n",
                       r.ns / 1'000'000'000, r.ns % 1'000'000'000, r.request % 5, r.request * 2654435761 % 4294967296, r.request, r.attempt, r.outcome, r.latency_ns, r.request % 4);
}
/// A batch of 512 spans a line, as the file exporter of a collector writes them.
std::string otlp(std::int64_t i) {
    const Row r = row(i);
    const std::string head = i % 512 == 0 ? R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"caller"}}]},"scopeSpans":[{"spans":[)" : ",";
    return head + fmt::format(R"({{"traceId":"{:032x}","spanId":"{:016x}","name":"call","kind":3,"startTimeUnixNano":"{}","endTimeUnixNano":"{}","attributes":[{{"key":"peer.service","value":{{"stringValue":"service_{}"}}}},{{"key":"http.response.status_code","value":{{"intValue":"{}"}}}}],"status":{{}}}})",
                              r.request, i, r.ns, r.ns + r.latency_ns, r.request % 5, i % 3 == 1 ? 503 : 200) +
           (i % 512 == 511 ? "]}]}]}\n" : "");
}

void write(const std::filesystem::path &path, std::int64_t rows, const char *header, const std::function<std::string(std::int64_t)> &line) {
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file) std::exit(74);
    std::fputs(header, file);
    for (std::int64_t i = 0; i < rows; ++i) std::fputs(line(i).c_str(), file);
    std::fclose(file);
}

/// In a process of its own, so that its peak of memory is its own.
void measure(const char *name, const std::filesystem::path &path) {
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const double before = peak_bytes(), begin = cpu_seconds();
        const Result<Incident> incident = import_record(path);
        if (!incident) std::_Exit(65);
        const double read = cpu_seconds() - begin, peak = peak_bytes() - before;
        const double rows = static_cast<double>(incident.value().health.rows);
        const Fit fitted = fit(incident.value());
        fmt::print("{:6} {:>10.0f} rows {:>7.2f} CPU s {:>9.0f} rows per CPU s {:>5.0f} bytes a row at the peak; fitted in {:.2f} CPU s, {:.0f} bytes a row\n",
                   name, rows, read, rows / read, peak / rows, cpu_seconds() - begin - read, (peak_bytes() - before) / rows);
        std::fflush(stdout);
        std::_Exit(fitted.services.empty() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) fmt::print("{} failed\n", name);
}

} // namespace

int main(int argc, char **argv) {
    const std::int64_t rows = (argc > 1 ? std::atoll(argv[1]) : 3'000'000) / 512 * 512;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("halfopen-import-bench-{}", ::getpid());
    std::filesystem::create_directories(folder);
    const auto one = [&](const char *name, const char *header, std::string (*line)(std::int64_t)) {
        write(folder / name, rows, header, line);
        measure(name, folder / name);
        std::filesystem::remove(folder / name);
    };
    one("csv", "time,service,request,attempt,outcome,latency_ns,caller,cost\n", csv);
    one("jsonl", "", jsonl);
    one("otlp", "", otlp);
    std::filesystem::remove_all(folder);
    return 0;
}
