// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/TraceContext.h"

#include "mcp/Protocol.h"

namespace mcp {

std::string traceParentOf(const Message &message)
{
    constexpr std::string_view form = "00-hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh-hhhhhhhhhhhhhhhh-hh";
    constexpr std::string_view hexDigits = "0123456789abcdef";
    const auto *const value = message.findMeta(meta::traceParent);
    if (value == nullptr || !value->is_string())
        return {};
    const auto &text = value->get_ref<const std::string &>();
    if (text.size() != form.size())
        return {};
    for (std::size_t index = 0; index < form.size(); ++index) {
        const bool fits = form[index] == 'h' ? hexDigits.find(text[index]) != std::string_view::npos
                                             : text[index] == form[index];
        if (!fits)
            return {};
    }
    return text;
}

} // namespace mcp
