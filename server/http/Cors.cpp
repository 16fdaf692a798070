// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Cors.h"

#include <algorithm>

namespace http {

Cors::Cors(Kind kind, std::vector<std::string> allowed)
    : m_kind(kind)
    , m_origins(std::move(allowed))
{}

Cors Cors::anyOrigin()
{
    return {Kind::Any, {}};
}

Cors Cors::origins(std::vector<std::string> allowed)
{
    return {Kind::Listed, std::move(allowed)};
}

bool Cors::allows(std::string_view origin) const
{
    return m_kind == Kind::Any || std::ranges::find(m_origins, origin) != m_origins.end();
}

bool Cors::addOrigin(Headers &answer, const Headers &request) const
{
    if (m_kind == Kind::Any) {
        answer.set("Access-Control-Allow-Origin", "*");
        answer.set("Cross-Origin-Resource-Policy", "cross-origin");
        return true;
    }
    // A cache must not give one origin's answer to another, allowed or not.
    answer.add("Vary", "Origin");
    const auto origin = request.find("Origin");
    if (!origin || request.count("Origin") > 1 || !allows(*origin))
        return false;
    answer.set("Access-Control-Allow-Origin", HeaderValue::sanitized(*origin));
    answer.set("Cross-Origin-Resource-Policy", "cross-origin");
    return true;
}

void Cors::addTo(Headers &answer, const Headers &request, const HeaderValue &exposed) const
{
    if (addOrigin(answer, request) && !exposed.text().empty())
        answer.set("Access-Control-Expose-Headers", exposed);
}

bool Cors::isPreflight(const Request &request)
{
    return request.method == "OPTIONS" && request.headers.contains("Origin")
           && request.headers.contains("Access-Control-Request-Method");
}

Response Cors::preflight(const Headers &request, const HeaderValue &methods,
                         const HeaderValue &allowedHeaders) const
{
    Response response(204);
    if (!addOrigin(response.headers, request))
        return response;
    response.headers.set("Access-Control-Allow-Methods", methods);
    response.headers.set("Access-Control-Allow-Headers", allowedHeaders);
    response.headers.set("Access-Control-Max-Age", "600");
    return response;
}

} // namespace http
