// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace documents {

/// What a file turned out to be, by its bytes first and by what its sender says where bytes cannot
/// tell.
enum class Format {
    // With text that can be read.
    Text,
    Html,
    Csv,
    Calendar, ///< iCalendar
    Message,  ///< message/rfc822
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    // Known by name only.
    Rtf,
    OldOffice,       ///< .doc, .xls, .ppt, .msg: the compound files of before 2007
    EncryptedOffice, ///< a document of Office with a password
    Archive,         ///< ZIP, 7z, RAR, gzip …
    Picture,
    Sound,
    Video,
    Program,
    Unknown,
};

/// "pdf", "docx" …: stable, on the wire and in results.
std::string_view nameOf(Format format);
std::optional<Format> formatNamed(std::string_view name);
/// What a person calls it, with its article: "a PDF document".
std::string_view describe(Format format);

} // namespace documents
