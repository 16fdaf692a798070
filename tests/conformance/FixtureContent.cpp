// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureContent.h"

namespace conformance {

using nlohmann::json;

const char *const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/"
    "pLvAAAAAElFTkSuQmCC";
const char *const silence = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQIAAAAAAA==";

json textBlock(const std::string &text)
{
    return {{"type", "text"}, {"text", text}};
}

json imageBlock()
{
    return {{"type", "image"}, {"data", pixel}, {"mimeType", "image/png"}};
}

json audioBlock()
{
    return {{"type", "audio"}, {"data", silence}, {"mimeType", "audio/wav"}};
}

json resourceBlock(const std::string &uri, const char *mimeType, const char *text)
{
    return {{"type", "resource"},
            {"resource", {{"uri", uri}, {"mimeType", mimeType}, {"text", text}}}};
}

} // namespace conformance
