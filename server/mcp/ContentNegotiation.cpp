// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ContentNegotiation.h"

#include "core/Ascii.h"
#include "http/Syntax.h"

#include <algorithm>
#include <string_view>

namespace mcp {

namespace {

/// Cuts the next element off a list.
std::string_view takeElement(std::string_view &list, char separator)
{
    const auto end = std::min(list.find(separator), list.size());
    const auto element = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    return http::trimmed(element);
}

bool isRefused(std::string_view parameters)
{
    while (!parameters.empty()) {
        const auto parameter = takeElement(parameters, ';');
        if (core::equalsIgnoringCase(parameter.substr(0, 2), "q="))
            return parameter.find_first_not_of("0.", 2) == std::string_view::npos;
    }
    return false;
}

} // namespace

Accepted acceptedBy(const http::Headers &headers)
{
    Accepted accepted;
    if (!headers.contains("Accept"))
        return {.json = true};
    for (const auto &field : headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, "Accept"))
            continue;
        std::string_view list = field.value;
        while (!list.empty()) {
            std::string_view parameters = takeElement(list, ',');
            const auto type = takeElement(parameters, ';');
            if (isRefused(parameters))
                continue;
            if (type == "*/*" || core::equalsIgnoringCase(type, "application/*")
                || core::equalsIgnoringCase(type, "application/json"))
                accepted.json = true;
            if (core::equalsIgnoringCase(type, "text/*")
                || core::equalsIgnoringCase(type, "text/event-stream"))
                accepted.eventStream = true;
        }
    }
    return accepted;
}

bool isJsonBody(const http::Headers &headers)
{
    const auto header = headers.find("Content-Type");
    if (!header || headers.count("Content-Type") > 1)
        return false;
    std::string_view parameters = *header;
    if (!core::equalsIgnoringCase(takeElement(parameters, ';'), "application/json"))
        return false;
    while (!parameters.empty()) {
        const auto parameter = takeElement(parameters, ';');
        if (core::equalsIgnoringCase(parameter.substr(0, 8), "charset=")
            && !core::equalsIgnoringCase(parameter, "charset=utf-8")
            && !core::equalsIgnoringCase(parameter, "charset=\"utf-8\""))
            return false;
    }
    return true;
}

} // namespace mcp
