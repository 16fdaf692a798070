// SPDX-License-Identifier: GPL-3.0-or-later
#include "Input.h"
#include "imap/Envelope.h"
#include "shared/imap/RawLines.h"

#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto raw = rawOf(fuzz::textOf(data, size));
    imap::Tokenizer tokens(raw);
    const auto envelope = imap::Envelope::parse(tokens);
    if (!envelope)
        return 0;
    std::size_t bytes = envelope->date.size() + envelope->subject.size()
                        + envelope->inReplyTo.size() + envelope->messageId.size();
    const auto count = [&bytes](const std::vector<imap::Address> &list) {
        for (const auto &address : list)
            bytes += address.name.size() + address.mailbox.size() + address.host.size();
    };
    for (const auto *const list : {&envelope->from, &envelope->to, &envelope->cc, &envelope->bcc})
        count(*list);
    for (const auto *const list : {&envelope->sender, &envelope->replyTo})
        count(list->value_or(std::vector<imap::Address>()));
    fuzz::require(bytes <= size, "an envelope says no more than the server did");
    return 0;
}
