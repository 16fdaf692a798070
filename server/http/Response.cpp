// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Response.h"

#include "core/JsonText.h"

#include <nlohmann/json.hpp>

namespace http {

Response Response::text(int status, std::string body)
{
    Response response(status);
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

Response Response::html(int status, std::string body)
{
    Response response(status);
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(body);
    return response;
}

Response Response::json(int status, const nlohmann::json &value)
{
    Response response(status);
    response.headers.add("Content-Type", "application/json");
    response.body = core::writeJson(value);
    return response;
}

Response Response::seeOther(const HeaderValue &location)
{
    Response response(303);
    response.headers.add("Location", location);
    return response;
}

Response Response::with(std::string_view name, const HeaderValue &value) &&
{
    headers.add(name, value);
    return std::move(*this);
}

} // namespace http
