// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Pdf.h"

#include "content/UnicodeHygiene.h"
#include "core/Ascii.h"
#include "extractor/Limits.h"
#include "extractor/TextSink.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <string>

namespace extractor {

using documents::Problem;

namespace {

void ignore(const std::string & /*message*/, void * /*closure*/) {}

std::string textOf(const poppler::document &document, int index)
{
    const std::unique_ptr<poppler::page> page(document.create_page(index));
    if (page == nullptr)
        return {};
    const auto utf8 =
        page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    std::string text(utf8.begin(), utf8.end());
    std::erase(text, '\f'); // the end of the page
    return std::string(core::trimmed(text));
}

} // namespace

Result<Content> readPdf(std::string_view bytes)
{
    poppler::set_debug_error_function(ignore, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr)
        return Problem::Damaged;
    if (document->is_locked())
        return Problem::Encrypted;
    const int pages = document->pages();
    if (pages <= 0)
        return Problem::Damaged;
    Content content;
    content.pages = static_cast<std::uint32_t>(pages);
    const int readable = std::min(pages, static_cast<int>(Limits::pages));
    content.isTruncated = pages > readable;
    TextSink sink;
    bool hasText = false;
    for (int i = 0; i < readable && !sink.isFull(); ++i) {
        const auto text = textOf(*document, i);
        hasText = hasText || content::UnicodeHygiene::isVisible(text);
        sink.add((i == 0 ? "--- Page " : "\n\n--- Page ") + std::to_string(i + 1) + " ---\n");
        sink.add(text);
    }
    if (!hasText)
        return Problem::NoText;
    content.isTruncated = content.isTruncated || sink.isFull();
    content.text = sink.take();
    return content;
}

} // namespace extractor
