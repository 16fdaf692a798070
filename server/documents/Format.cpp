// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/Format.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace documents {

namespace {

struct Row
{
    std::string_view name;
    std::string_view description;
};

// In the order of the enumeration.
constexpr std::array<Row, 21> rows = {{
    {.name = "text", .description = "a text"},
    {.name = "html", .description = "an HTML page"},
    {.name = "csv", .description = "a table in CSV"},
    {.name = "calendar", .description = "a calendar entry"},
    {.name = "message", .description = "a message"},
    {.name = "pdf", .description = "a PDF document"},
    {.name = "docx", .description = "a Word document"},
    {.name = "xlsx", .description = "an Excel workbook"},
    {.name = "pptx", .description = "a PowerPoint presentation"},
    {.name = "odt", .description = "an OpenDocument text"},
    {.name = "ods", .description = "an OpenDocument spreadsheet"},
    {.name = "odp", .description = "an OpenDocument presentation"},
    {.name = "rtf", .description = "a document in Rich Text Format"},
    {.name = "old_office",
     .description = "a document of an old Microsoft Office (.doc, .xls, .ppt, .msg)"},
    {.name = "encrypted_office", .description = "a document of Microsoft Office with a password"},
    {.name = "archive", .description = "an archive of files"},
    {.name = "picture", .description = "a picture"},
    {.name = "sound", .description = "a sound recording"},
    {.name = "video", .description = "a video"},
    {.name = "program", .description = "a program"},
    {.name = "unknown", .description = "a file of a kind that is not known here"},
}};
static_assert(rows.size() == static_cast<std::size_t>(Format::Unknown) + 1);

} // namespace

std::string_view nameOf(Format format)
{
    return rows.at(static_cast<std::size_t>(format)).name;
}

std::optional<Format> formatNamed(std::string_view name)
{
    const auto *const row = std::ranges::find(rows, name, &Row::name);
    if (row == rows.end())
        return std::nullopt;
    return static_cast<Format>(row - rows.begin());
}

std::string_view describe(Format format)
{
    return rows.at(static_cast<std::size_t>(format)).description;
}

} // namespace documents
