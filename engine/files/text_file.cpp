// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/text_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace halfopen {

namespace {

Failure no_file(std::string message) { return Failure{Failure::Kind::no_file, {Issue{"", std::move(message), {}}}}; }

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

} // namespace

Result<std::string> read_text_file(const std::filesystem::path &path, std::size_t bytes_max) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return no_file(std::string("cannot be read: ") + std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return no_file("cannot be read: it is a directory");
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return no_file(std::string("cannot be read: ") + std::strerror(errno));
    std::string text;
    char buffer[65536];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        text.append(buffer, count);
        if (text.size() > bytes_max) {
            return Failure{Failure::Kind::bad_input,
                           {Issue{"", "the file is longer than " + std::to_string(bytes_max) + " bytes", {}}}};
        }
    }
    if (std::ferror(file.get())) return no_file(std::string("cannot be read: ") + std::strerror(errno));
    return text;
}

Result<FileWriter> FileWriter::open(const std::filesystem::path &path) {
    FileWriter writer;
    writer.path_ = path;
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) return no_file("cannot be written: it is a directory");
    if (exists && !S_ISREG(status.st_mode)) {
        writer.file_.reset(std::fopen(path.c_str(), "wb"));
    } else {
        std::error_code error;
        if (exists) writer.path_ = std::filesystem::canonical(path, error); // through a link, to the file itself
        if (error) writer.path_ = path;
        std::string name = writer.path_.string() + ".XXXXXX";
        const int descriptor = ::mkstemp(name.data());
        if (descriptor >= 0) {
            const mode_t mask = ::umask(0);
            ::umask(mask);
            ::fchmod(descriptor, exists ? status.st_mode & 0777 : 0666 & ~mask);
            writer.temporary_ = name;
            writer.file_.reset(::fdopen(descriptor, "wb"));
        }
    }
    if (!writer.file_) return no_file(std::string("cannot be written: ") + std::strerror(errno));
    return writer;
}

FileWriter::~FileWriter() {
    if (file_ && !temporary_.empty()) ::unlink(temporary_.c_str());
}

void FileWriter::write(std::string_view text) {
    if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) error_ = errno;
}

std::optional<Failure> FileWriter::commit() {
    if (error_ == 0 && std::fflush(file_.get()) != 0) error_ = errno;
    if (error_ == 0 && !temporary_.empty() && ::fsync(::fileno(file_.get())) != 0) error_ = errno;
    if (std::fclose(file_.release()) != 0 && error_ == 0) error_ = errno;
    if (!temporary_.empty()) {
        if (error_ == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) error_ = errno;
        if (error_ != 0) ::unlink(temporary_.c_str());
    }
    if (error_ == 0) return std::nullopt;
    return no_file(std::string("cannot be written: ") + std::strerror(error_));
}

} // namespace halfopen
