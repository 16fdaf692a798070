// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Detection.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace extractor {

using documents::Format;

namespace {

using namespace std::string_view_literals;

struct Signature
{
    std::string_view bytes;
    Format format;
    std::size_t offset = 0;
};

constexpr std::array<Signature, 36> signatures = {{
    {.bytes = "PK\x03\x04"sv, .format = Format::Archive},
    {.bytes = "PK\x05\x06"sv, .format = Format::Archive}, // empty
    {.bytes = "Rar!\x1a\x07"sv, .format = Format::Archive},
    {.bytes = "7z\xbc\xaf\x27\x1c"sv, .format = Format::Archive},
    {.bytes = "\x1f\x8b"sv, .format = Format::Archive},
    {.bytes = "BZh"sv, .format = Format::Archive},
    {.bytes = "\xfd"
              "7zXZ\0"sv,
     .format = Format::Archive},
    {.bytes = "\x28\xb5\x2f\xfd"sv, .format = Format::Archive},
    {.bytes = "ustar"sv, .format = Format::Archive, .offset = 257},
    {.bytes = R"({\rtf)"sv, .format = Format::Rtf},
    {.bytes = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, .format = Format::OldOffice},
    {.bytes = "\x89PNG\r\n\x1a\n"sv, .format = Format::Picture},
    {.bytes = "\xff\xd8\xff"sv, .format = Format::Picture},
    {.bytes = "GIF87a"sv, .format = Format::Picture},
    {.bytes = "GIF89a"sv, .format = Format::Picture},
    {.bytes = "WEBP"sv, .format = Format::Picture, .offset = 8},
    {.bytes = "II*\0"sv, .format = Format::Picture},
    {.bytes = "MM\0*"sv, .format = Format::Picture},
    {.bytes = "\0\0\x01\0"sv, .format = Format::Picture},
    {.bytes = "8BPS"sv, .format = Format::Picture},
    {.bytes = "ftypheic"sv, .format = Format::Picture, .offset = 4},
    {.bytes = "ftypmif1"sv, .format = Format::Picture, .offset = 4},
    {.bytes = "ftypavif"sv, .format = Format::Picture, .offset = 4},
    {.bytes = "ftypM4A "sv, .format = Format::Sound, .offset = 4},
    {.bytes = "ftyp"sv, .format = Format::Video, .offset = 4},
    {.bytes = "\x1a\x45\xdf\xa3"sv, .format = Format::Video},
    {.bytes = "AVI "sv, .format = Format::Video, .offset = 8},
    {.bytes = "WAVE"sv, .format = Format::Sound, .offset = 8},
    {.bytes = "ID3"sv, .format = Format::Sound},
    {.bytes = "\xff\xfb"sv, .format = Format::Sound},
    {.bytes = "OggS"sv, .format = Format::Sound},
    {.bytes = "fLaC"sv, .format = Format::Sound},
    {.bytes = "#!AMR"sv, .format = Format::Sound},
    {.bytes = "MZ"sv, .format = Format::Program},
    {.bytes = "\x7f"
              "ELF"sv,
     .format = Format::Program},
    {.bytes = "\xca\xfe\xba\xbe"sv, .format = Format::Program},
}};

struct Named
{
    std::string_view name;
    Format format;
};

constexpr std::array<Named, 5> textTypes = {{
    {.name = "text/html", .format = Format::Html},
    {.name = "application/xhtml+xml", .format = Format::Html},
    {.name = "text/csv", .format = Format::Csv},
    {.name = "text/calendar", .format = Format::Calendar},
    {.name = "message/rfc822", .format = Format::Message},
}};

constexpr std::array<Named, 8> extensions = {{
    {.name = ".html", .format = Format::Html},
    {.name = ".htm", .format = Format::Html},
    {.name = ".xhtml", .format = Format::Html},
    {.name = ".csv", .format = Format::Csv},
    {.name = ".tsv", .format = Format::Csv},
    {.name = ".ics", .format = Format::Calendar},
    {.name = ".vcs", .format = Format::Calendar},
    {.name = ".eml", .format = Format::Message},
}};

/// Portable Document Format readers look for it in the first kilobyte.
bool isPdf(std::string_view bytes)
{
    constexpr std::size_t searched = 1024;
    return bytes.substr(0, searched).find("%PDF-") != std::string_view::npos;
}

/// Names in compound files are UTF-16.
bool hasEncryptedPackage(std::string_view bytes)
{
    std::string name;
    for (const char c : std::string_view("EncryptedPackage"))
        name.append({c, '\0'});
    return bytes.find(name) != std::string_view::npos;
}

/// Bytes that no text in any charset of one or more bytes has; UTF-16 says by its mark what it is.
bool isText(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return true;
    constexpr std::size_t searched = 64UL * 1024;
    return std::ranges::none_of(bytes.substr(0, searched), [](char c) {
        return (c >= 0 && c < '\t') || (c > '\r' && c < ' ' && c != '\x1b');
    });
}

std::optional<Format> formatIn(const auto &table, auto fits)
{
    const auto *const row = std::ranges::find_if(table, fits);
    return row == table.end() ? std::nullopt : std::optional(row->format);
}

} // namespace

bool isZip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04");
}

Format detect(std::string_view bytes, const documents::ExtractionRequest &request)
{
    const auto bySignature = formatIn(signatures, [bytes](const Signature &signature) {
        return bytes.size() >= signature.offset
               && bytes.substr(signature.offset).starts_with(signature.bytes);
    });
    if (bySignature == Format::OldOffice && hasEncryptedPackage(bytes))
        return Format::EncryptedOffice;
    const bool looksLikeText = isText(bytes);
    // "MZ" and "BZh" begin texts, too.
    if (bySignature && (!looksLikeText || bySignature == Format::Rtf))
        return *bySignature;
    if (isPdf(bytes))
        return Format::Pdf;
    if (!looksLikeText)
        return Format::Unknown;
    const auto byType = formatIn(
        textTypes, [&request](const Named &row) { return request.contentType == row.name; });
    if (byType)
        return *byType;
    const auto name = core::toLower(request.fileName);
    const auto byName =
        formatIn(extensions, [&name](const Named &row) { return name.ends_with(row.name); });
    return byName.value_or(Format::Text);
}

} // namespace extractor
