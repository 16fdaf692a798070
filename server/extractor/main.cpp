// SPDX-License-Identifier: GPL-3.0-or-later
// mail_mcp_extract: reads the text out of one document that a stranger sent, for mail_mcp, which
// starts it for each document anew. It is a program of its own so that what such a document does to
// the libraries that read it happens where there is no key, no password, no file and no network.
#include "core/Result.h"
#include "documents/Extraction.h"
#include "extractor/Charsets.h"
#include "extractor/Confinement.h"
#include "extractor/Extract.h"
#include "extractor/Limits.h"
#include "mime/Initialise.h"

#include <libxml/parser.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

// sysexits(3)
constexpr int exitProtocol = 76;
constexpr int exitSystem = 71;

void complain(std::string_view text)
{
    [[maybe_unused]] const auto written = write(STDERR_FILENO, text.data(), text.size());
}

/// Up to `maximum` bytes, fewer at the end only.
std::string readInput(std::size_t maximum)
{
    constexpr std::size_t pieceBytes = 1024UL * 1024;
    std::string bytes;
    while (bytes.size() < maximum) {
        const auto size = bytes.size();
        bytes.resize(std::min(size + pieceBytes, maximum));
        const auto count = read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
        bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count == 0 || (count < 0 && errno != EINTR))
            break;
    }
    return bytes;
}

bool writeOutput(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return true;
}

int run()
{
    if (const auto limited = extractor::limitResources(); !limited) {
        complain(limited.error().message);
        return exitSystem;
    }
    // What opens files.
    mime::initialise();
    xmlInitParser();
    extractor::loadCharsets();
    if (const auto forbidden = extractor::forbidSystemCalls(); !forbidden) {
        complain(forbidden.error().message);
        return exitSystem;
    }
    using documents::WireLimits;
    const auto length = readInput(WireLimits::lengthBytes);
    if (length.size() < WireLimits::lengthBytes
        || documents::lengthIn(length) > WireLimits::requestBytes)
        return exitProtocol;
    const auto request = documents::readRequest(readInput(documents::lengthIn(length)));
    if (!request)
        return exitProtocol;
    // One byte more tells that there is more.
    const auto document = readInput(extractor::Limits::documentBytes + 1);
    const auto extraction = extractor::extract(*request, document);
    return writeOutput(documents::write(extraction)) ? EXIT_SUCCESS : exitProtocol;
}

} // namespace

int main()
{
    // Without destructors of libraries: there is nothing left to lose.
    _exit(run());
}
