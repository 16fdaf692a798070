// SPDX-License-Identifier: GPL-3.0-or-later
// mail:// URIs, as clients send them.
#include "view/MailUri.h"
#include "Input.h"
#include "core/Unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::textOf(data, size);
    const auto uri = view::MailUri::parse(text);
    if (!uri)
        return 0;
    fuzz::require(core::isValidUtf8(uri->folder()) && !uri->folder().empty(),
                  "a folder has a name");
    fuzz::require(!uri->message() || uri->message()->uid != 0, "a message has a UID");
    const auto again = view::MailUri::parse(uri->text());
    fuzz::require(again && *again == *uri, "what was read can be written and read again");
    fuzz::require(again->text() == uri->text(), "and has one form");
    return 0;
}
