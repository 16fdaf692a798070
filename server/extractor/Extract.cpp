// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Extract.h"

#include "content/UnicodeHygiene.h"
#include "extractor/Detection.h"
#include "extractor/Docx.h"
#include "extractor/Limits.h"
#include "extractor/MessageFile.h"
#include "extractor/OpenDocument.h"
#include "extractor/Package.h"
#include "extractor/Pdf.h"
#include "extractor/PlainText.h"
#include "extractor/Pptx.h"
#include "extractor/Xlsx.h"

#include <new>
#include <utility>

namespace extractor {

using documents::Extraction;
using documents::ExtractionRequest;
using documents::Format;
using documents::Problem;

namespace {

Result<Content> readPackage(std::string_view bytes, Format &format)
{
    Zip zip(bytes);
    const auto package = Package::open(zip);
    if (!package)
        return package.error();
    format = package->format();
    switch (format) {
    case Format::Docx:
        return readDocx(zip, *package);
    case Format::Xlsx:
        return readXlsx(zip, *package);
    case Format::Pptx:
        return readPptx(zip, *package);
    case Format::Odt:
    case Format::Ods:
    case Format::Odp:
        return readOpenDocument(zip);
    default:
        return Problem::Unsupported;
    }
}

Result<Content> read(const ExtractionRequest &request, std::string_view bytes, Format &format)
{
    if (bytes.size() > Limits::documentBytes)
        return Problem::OverLimit;
    format = detect(bytes, request);
    switch (format) {
    case Format::Text:
    case Format::Csv:
        return readPlainText(bytes, request.charset);
    case Format::Html:
        return readHtml(bytes, request.charset);
    case Format::Calendar:
        return readCalendar(bytes, request.charset);
    case Format::Message:
        return readMessageFile(bytes);
    case Format::Pdf:
        return readPdf(bytes);
    case Format::Archive:
        if (isZip(bytes))
            return readPackage(bytes, format);
        return Problem::Unsupported;
    case Format::EncryptedOffice:
        return Problem::Encrypted;
    default:
        return Problem::Unsupported;
    }
}

bool beginsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
}

/// Cuts the window out of the whole text, which is valid UTF-8.
void cutWindow(std::string_view text, const ExtractionRequest &request, Extraction &extraction)
{
    const auto end = request.offset + request.maximum;
    std::uint64_t characters = 0;
    std::size_t windowBegin = text.size();
    std::size_t windowEnd = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!beginsCharacter(text[i]))
            continue;
        if (characters == request.offset)
            windowBegin = i;
        if (characters == end)
            windowEnd = i;
        ++characters;
    }
    extraction.total = characters;
    extraction.text = text.substr(windowBegin, windowEnd - std::min(windowBegin, windowEnd));
    if (end < characters)
        extraction.next = end;
}

Extraction readAndCut(const ExtractionRequest &request, std::string_view bytes, Format &format)
{
    Extraction extraction;
    const auto content = read(request, bytes, format);
    extraction.format = format;
    if (!content) {
        extraction.problem = content.error();
        return extraction;
    }
    content::UnicodeHygiene hygiene;
    const auto text = hygiene.clean(content->text);
    extraction.pages = content->pages;
    if (!content::UnicodeHygiene::isVisible(text)) {
        extraction.problem = Problem::NoText;
        return extraction;
    }
    extraction.hidden = content->hidden;
    extraction.removed = content->removed + hygiene.removed();
    extraction.isTruncated = content->isTruncated;
    cutWindow(text, request, extraction);
    return extraction;
}

} // namespace

Extraction extract(const ExtractionRequest &request, std::string_view bytes)
{
    Format format = Format::Unknown;
    try {
        return readAndCut(request, bytes, format);
    } catch (const std::bad_alloc &) {
        Extraction extraction;
        extraction.format = format;
        extraction.problem = Problem::NoMemory;
        return extraction;
    }
}

} // namespace extractor
