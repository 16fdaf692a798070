// SPDX-License-Identifier: GPL-3.0-or-later
#include "Input.h"
#include "smtp/Capabilities.h"
#include "smtp/Refusal.h"
#include "smtp/Reply.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto input = fuzz::textOf(data, size);
    smtp::ReplyParser parser;
    while (!input.empty()) {
        const auto end = std::min(input.find('\n'), input.size());
        const auto state = parser.add(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
        if (!state)
            return 0;
        if (*state == smtp::ReplyParser::State::NeedsMore)
            continue;
        const auto reply = parser.take();
        fuzz::require(reply.code >= 200 && reply.code <= 599, "a code has three digits");
        fuzz::require(reply.lines.size() <= smtp::ReplyParser::mostLines, "lines are bounded");
        fuzz::require(reply.forLog().size() <= 500, "the log line is bounded");
        const smtp::Capabilities capabilities(reply);
        fuzz::require(capabilities.keywords().size() <= reply.lines.size(),
                      "a line names one capability");
    }
    return 0;
}
