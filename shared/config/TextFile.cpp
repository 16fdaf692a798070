// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/TextFile.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace config {

core::Result<std::optional<std::string>> readTextFile(const std::string &path,
                                                      FilePresence presence)
{
    const auto problem = [&path](int code) {
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The settings file " + path + " cannot be read: " + std::strerror(code)
                               + ".");
    };
    if (access(path.c_str(), F_OK) != 0) {
        if (presence == FilePresence::Optional)
            return std::optional<std::string>();
        return problem(errno);
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    // An empty file sets failbit of `text` and is fine; a directory opens and fails on reading.
    if (!file.is_open() || file.bad() || errno != 0)
        return problem(errno != 0 ? errno : EIO);
    return std::optional(std::move(text).str());
}

} // namespace config
