// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ResponseWriter.h"

#include "core/Ascii.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace http {

namespace {

void append(QByteArray &bytes, std::string_view text)
{
    bytes.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendField(QByteArray &bytes, std::string_view name, std::string_view value)
{
    append(bytes, name);
    append(bytes, ": ");
    append(bytes, value);
    append(bytes, "\r\n");
}

bool isOurs(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> names = {"Content-Length", "Transfer-Encoding",
                                                              "Connection", "Keep-Alive", "Date"};
    return std::ranges::any_of(
        names, [name](std::string_view other) { return core::equalsIgnoringCase(name, other); });
}

/// The date of this second. Formatting it costs more than the rest of a small answer.
const std::string &currentDate()
{
    thread_local std::string text;
    thread_local std::chrono::sys_seconds second;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (text.empty() || now != second) {
        second = now;
        text = httpDate(now);
    }
    return text;
}

} // namespace

QByteArray serialize(const Response &response, Framing framing, Persistence persistence,
                     ContentOf content, std::optional<std::uint64_t> size)
{
    static constexpr qsizetype usualHeadSize = 1024;
    const bool isEmpty = forbidsContent(response.status) || content == ContentOf::Head;
    QByteArray bytes;
    bytes.reserve(usualHeadSize + (isEmpty ? 0 : static_cast<qsizetype>(response.body.size())));
    append(bytes, "HTTP/1.1 ");
    append(bytes, std::to_string(response.status));
    append(bytes, " ");
    append(bytes, reasonPhrase(response.status));
    append(bytes, "\r\n");
    appendField(bytes, "Date", currentDate());
    for (const auto &field : response.headers.fields()) {
        if (!isOurs(field.name))
            appendField(bytes, field.name, field.value);
    }
    if (!forbidsContent(response.status)) {
        if (framing == Framing::Length)
            appendField(bytes, "Content-Length",
                        std::to_string(size.value_or(response.body.size())));
        else if (framing == Framing::Chunked)
            appendField(bytes, "Transfer-Encoding", "chunked");
    }
    if (persistence == Persistence::Close)
        appendField(bytes, "Connection", "close");
    append(bytes, "\r\n");
    if (isEmpty)
        return bytes;
    if (framing == Framing::Chunked)
        bytes.append(serializeChunk(response.body));
    else
        append(bytes, response.body);
    return bytes;
}

QByteArray serializeChunk(std::string_view piece)
{
    QByteArray bytes;
    if (piece.empty())
        return bytes;
    std::array<char, 16> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), piece.size(), 16).ptr;
    bytes.reserve(static_cast<qsizetype>(piece.size() + size.size() + 4));
    append(bytes, std::string_view(size.data(), end));
    append(bytes, "\r\n");
    append(bytes, piece);
    append(bytes, "\r\n");
    return bytes;
}

std::string_view reasonPhrase(int status)
{
    using Entry = std::pair<int, std::string_view>;
    static constexpr auto phrases = std::to_array<Entry>({
        {100, "Continue"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    });
    const auto found = std::ranges::find_if(
        phrases, [status](const Entry &entry) { return entry.first == status; });
    return found == phrases.end() ? std::string_view() : found->second;
}

std::string httpDate(std::chrono::system_clock::time_point time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    const auto date = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
    return QLocale::c()
        .toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toStdString();
}

} // namespace http
