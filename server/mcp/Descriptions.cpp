// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Descriptions.h"

#include <utility>

namespace mcp {

using nlohmann::json;

json Descriptions::describe(const std::string &name, const std::string &title,
                            const std::string &description, const std::string &icon,
                            const Revision &revision) const
{
    json object = {{"name", name}};
    if (revision.hasStructuredContent && !title.empty())
        object["title"] = title;
    if (!description.empty())
        object["description"] = description;
    addIcon(object, icon, revision);
    return object;
}

json Descriptions::implementation(const Revision &revision) const
{
    json object = describe(m_server.name, m_server.title, {}, m_server.icon, revision);
    object["version"] = m_server.version;
    if (revision.hasIcons && !m_server.websiteUrl.empty())
        object["websiteUrl"] = m_server.websiteUrl;
    return object;
}

json Descriptions::completed(json result, const Revision &revision) const
{
    if (revision.isSelfDescribing) {
        if (!result.contains("resultType"))
            result["resultType"] = "complete";
        result["_meta"][meta::serverInfo] = implementation(revision);
    }
    return result;
}

void Descriptions::addIcon(json &object, const std::string &icon, const Revision &revision) const
{
    if (!revision.hasIcons || icon.empty() || !m_server.iconUrl)
        return;
    object["icons"] = json::array({{{"src", m_server.iconUrl(icon)},
                                    {"mimeType", "image/svg+xml"},
                                    {"sizes", json::array({"any"})}}});
}

} // namespace mcp
