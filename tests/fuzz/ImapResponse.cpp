// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a mail server may say, through the tokenizer to typed responses.
#include "Input.h"
#include "core/Unicode.h"
#include "shared/imap/RawLines.h"

#include <variant>

namespace {

constexpr std::size_t maximumSearchResults = 100;

void check(const imap::Response &response)
{
    if (const auto *const tagged = std::get_if<imap::response::Tagged>(&response))
        fuzz::require(!tagged->tag.empty(), "a tagged response has a tag");
    if (const auto *const entry = std::get_if<imap::ListEntry>(&response)) {
        fuzz::require(core::isValidUtf8(entry->name.path()), "a path is UTF-8");
        fuzz::require(entry->name.path().find_first_of(std::string_view("\0\r\n", 3))
                          == std::string::npos,
                      "a path is one line");
    }
    if (const auto *const search = std::get_if<imap::response::Search>(&response)) {
        fuzz::require(search->numbers.size() <= search->count, "no more numbers than counted");
        fuzz::require(std::ranges::find(search->numbers, 0U) == search->numbers.end(),
                      "no number is 0");
    }
    if (const auto *const fetched = std::get_if<std::unique_ptr<imap::FetchResponse>>(&response))
        fuzz::require((*fetched)->message.sequence != 0, "no sequence number is 0");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto input = fuzz::textOf(data, size);
    const auto names = fuzz::takeByte(input) % 2 == 0 ? imap::NameEncoding::ModifiedUtf7
                                                      : imap::NameEncoding::Utf8;
    auto raw = rawOf(input);
    const auto response = imap::parseResponse(raw, names, maximumSearchResults);
    if (response)
        check(*response);
    return 0;
}
