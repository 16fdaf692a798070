// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RequestParser.h"
#include "http/Response.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace http {

/// How the receiver learns where the content ends (RFC 9112 §6).
enum class Framing {
    Length,     ///< Content-Length
    Chunked,    ///< HTTP/1.1 streams
    UntilClose, ///< HTTP/1.0 streams
};

enum class Persistence { KeepAlive, Close };
enum class ContentOf { Method, Head }; ///< a HEAD request gets the fields but no content

/// Writes a whole response, or the head of a stream together with its first piece. Framing,
/// Connection and Date are ours alone: such fields of the response are left out.
/// `size` is that of a stream with Framing::Length, whose content follows.
QByteArray serialize(const Response &response, Framing framing, Persistence persistence,
                     ContentOf content, std::optional<std::uint64_t> size = {});

/// One chunk of RFC 9112 §7.1. An empty piece gives nothing, since that would end the stream.
QByteArray serializeChunk(std::string_view piece);
constexpr std::string_view lastChunk = "0\r\n\r\n";

/// Whether the status forbids content (RFC 9110 §6.4.1).
constexpr bool forbidsContent(int status)
{
    return (status >= 100 && status < 200) || status == 204 || status == 304;
}

/// The usual words for a status, e.g. "Not Found"; empty if there are none.
std::string_view reasonPhrase(int status);

/// IMF-fixdate of RFC 9110 §5.6.7, e.g. "Sun, 06 Nov 1994 08:49:37 GMT".
std::string httpDate(std::chrono::system_clock::time_point time);

} // namespace http
