// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/ResponseReader.h"

#include "imap/Response.h"
#include "net/Stream.h"

#include <algorithm>

namespace imap {

namespace {

constexpr std::uint64_t literalStep = 64 * 1024;
/// How much room is made beyond what has come. In few, large steps, because the rooms that were too
/// small stay with the allocator.
constexpr std::uint64_t growth = 8;

core::Task<core::Result<std::string>> readLiteral(net::Stream &stream, std::uint64_t size,
                                                  core::Deadline deadline)
{
    std::string literal;
    while (literal.size() < size) {
        const auto step = std::min(literalStep, size - literal.size());
        auto bytes = co_await stream.readBytes(static_cast<std::size_t>(step), deadline);
        if (!bytes)
            co_return bytes.error();
        const auto wanted = literal.size() + bytes->size();
        if (literal.capacity() < wanted)
            literal.reserve(static_cast<std::size_t>(std::min(size, wanted * growth)));
        literal += *bytes;
    }
    co_return literal;
}

} // namespace

core::Task<core::Result<RawResponse>>
readResponse(net::Stream &stream, std::uint64_t maximumLiteral, core::Deadline deadline)
{
    RawResponse response;
    while (true) {
        auto line = co_await stream.readLine(deadline);
        if (!line)
            co_return line.error();
        response.pieces.push_back(std::move(*line));
        if (response.pieces.size() == 1 && isStatusText(response.pieces.front()))
            break;
        const auto size = announcedLiteral(response.pieces.back());
        if (!size)
            break;
        if (*size > maximumLiteral)
            co_return core::Error(core::ErrorKind::TooLarge,
                                  "The mail server wants to send more data than is allowed.",
                                  "literal of " + std::to_string(*size) + " bytes");
        auto literal = co_await readLiteral(stream, *size, deadline);
        if (!literal)
            co_return literal.error();
        response.pieces.push_back(std::move(*literal));
    }
    co_return response;
}

} // namespace imap
