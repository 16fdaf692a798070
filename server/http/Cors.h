// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"
#include "http/Request.h"
#include "http/Response.h"

#include <string>
#include <string_view>
#include <vector>

namespace http {

/// Which web pages may read an answer (the Fetch Standard's CORS protocol). Credentials are never
/// allowed: what calls from a page sends its token itself. Pure values.
class Cors
{
public:
    /// For documents that are public anyway.
    static Cors anyOrigin();
    /// Exact origins, e.g. "https://inspector.example". An empty list allows none.
    static Cors origins(std::vector<std::string> allowed);

    bool allows(std::string_view origin) const;

    /// Adds the fields for an answer to `request`. `exposed` are further fields that the page may
    /// read, separated by commas.
    void addTo(Headers &answer, const Headers &request, const HeaderValue &exposed) const;

    /// An OPTIONS request that asks for permission.
    static bool isPreflight(const Request &request);
    /// The permission: 204, with the fields only if the origin is allowed.
    Response preflight(const Headers &request, const HeaderValue &methods,
                       const HeaderValue &allowedHeaders) const;

private:
    enum class Kind { Any, Listed };
    Cors(Kind kind, std::vector<std::string> allowed);
    bool addOrigin(Headers &answer, const Headers &request) const;

    Kind m_kind;
    std::vector<std::string> m_origins;
};

} // namespace http
