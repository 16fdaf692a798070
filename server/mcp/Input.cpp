// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Input.h"

namespace mcp {

using nlohmann::json;

ClientCapabilities ClientCapabilities::from(const json &declared)
{
    const auto declares = [&declared](const char *name) {
        const auto member = declared.is_object() ? declared.find(name) : declared.end();
        return declared.is_object() && member != declared.end() && member->is_object();
    };
    ClientCapabilities capabilities;
    capabilities.sampling = declares("sampling");
    capabilities.roots = declares("roots");
    if (declares("elicitation")) {
        const auto &modes = declared["elicitation"];
        capabilities.elicitation = modes.contains("form") || !modes.contains("url");
    }
    return capabilities;
}

const json *Input::find(std::string_view key) const
{
    const auto member = responses.find(key);
    return member == responses.end() ? nullptr : &*member;
}

} // namespace mcp
