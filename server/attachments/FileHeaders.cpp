// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/FileHeaders.h"

#include "attachments/ContentType.h"
#include "core/Ascii.h"
#include "core/PercentEncoding.h"
#include "mime/FileName.h"

#include <algorithm>
#include <array>
#include <string>

namespace attachments {

namespace {

bool isTokenCharacter(char c)
{
    return core::isLetter(c) || core::isDigit(c)
           || std::string_view("!#$&^_.+-").find(c) != std::string_view::npos;
}

/// What a browser might run or take apart if every other barrier failed.
bool isActive(std::string_view type)
{
    static constexpr std::array<std::string_view, 6> parts = {"html", "xml",   "script",
                                                              "svg",  "flash", "xsl"};
    return std::ranges::any_of(
        parts, [type](std::string_view part) { return type.find(part) != std::string_view::npos; });
}

/// For programs that do not know filename*.
std::string asciiName(std::string_view name)
{
    std::string ascii;
    for (const char c : name)
        ascii += c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%' ? c : '_';
    return ascii;
}

} // namespace

std::string attachmentDisposition(std::string_view fileName)
{
    const auto name = mime::sanitiseFileName(fileName, "attachment");
    return "attachment; filename=\"" + asciiName(name) + "\"; filename*=UTF-8''"
           + core::percentEncoded(name);
}

std::string servedType(std::string_view contentType)
{
    auto type = core::toLower(contentType);
    const auto slash = type.find('/');
    const bool isType =
        slash != std::string::npos && slash > 0 && slash + 1 < type.size()
        && std::ranges::count(type, '/') == 1
        && std::ranges::all_of(type, [](char c) { return c == '/' || isTokenCharacter(c); });
    if (!isType || type.starts_with("multipart/") || type.starts_with("message/") || isActive(type))
        return std::string(anyBytes);
    return type;
}

void addFileHeaders(http::Headers &headers, std::string_view fileName, std::string_view contentType)
{
    headers.set("Content-Type", http::HeaderValue::sanitized(servedType(contentType)));
    headers.set("Content-Disposition",
                http::HeaderValue::sanitized(attachmentDisposition(fileName)));
    headers.set("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "private, no-store");
    headers.set("X-Robots-Tag", "noindex");
}

} // namespace attachments
