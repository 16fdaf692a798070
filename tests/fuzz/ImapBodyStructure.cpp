// SPDX-License-Identifier: GPL-3.0-or-later
#include "Input.h"
#include "imap/BodyStructure.h"
#include "shared/imap/RawLines.h"

namespace {

int check(const imap::BodyStructure &part, int depth)
{
    fuzz::require(depth <= imap::BodyStructure::maximumDepth, "no deeper than allowed");
    fuzz::require(part.isMultipart() || part.isNestedMessage() || part.children.empty(),
                  "only multiparts and messages have parts");
    fuzz::require(!part.isNestedMessage() || part.children.size() == 1, "a message has one body");
    int count = 1;
    for (const auto &child : part.children)
        count += check(child, depth + 1);
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto raw = rawOf(fuzz::textOf(data, size));
    imap::Tokenizer tokens(raw);
    const auto structure = imap::BodyStructure::parse(tokens);
    if (structure)
        fuzz::require(check(*structure, 1) <= imap::BodyStructure::maximumParts,
                      "no more parts than allowed");
    return 0;
}
