// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Metadata.h"

#include "clients/Scope.h"
#include "core/Ascii.h"
#include "http/Headers.h"

#include <nlohmann/json.hpp>

namespace oauth {

using nlohmann::json;

Urls::Urls(std::string baseUrl)
    : issuer(std::move(baseUrl))
    , resource(issuer + "/mcp")
    , resourceMetadata(issuer + "/.well-known/oauth-protected-resource/mcp")
{}

bool isOurResource(std::string_view resource, const Urls &urls)
{
    return core::equalsIgnoringCase(resource, urls.issuer)
           || (core::equalsIgnoringCase(resource, urls.resource) && resource.ends_with("/mcp"));
}

json protectedResourceMetadata(const Urls &urls)
{
    return {
        {"resource", urls.resource},
        {"authorization_servers", {urls.issuer}},
        {"scopes_supported", clients::ScopeSet::all().names()},
        {"bearer_methods_supported", {"header"}},
        {"resource_name", "Mail MCP"},
    };
}

json authorizationServerMetadata(const Urls &urls, SelfIntroduction introduction)
{
    // RFC 8414 gives every absent list a default; clients decide by them, so all are written out.
    json authenticationMethods = {"client_secret_basic", "client_secret_post"};
    if (introduction == SelfIntroduction::Accepted)
        authenticationMethods.push_back("none");
    auto scopes = clients::ScopeSet::all().names();
    scopes.emplace_back("offline_access");
    json metadata = {
        {"issuer", urls.issuer},
        {"authorization_endpoint", urls.issuer + "/oauth/authorize"},
        {"token_endpoint", urls.issuer + "/oauth/token"},
        {"revocation_endpoint", urls.issuer + "/oauth/revoke"},
        {"response_types_supported", {"code"}},
        {"response_modes_supported", {"query"}},
        {"grant_types_supported", {"authorization_code", "refresh_token"}},
        {"code_challenge_methods_supported", {"S256"}},
        {"token_endpoint_auth_methods_supported", authenticationMethods},
        {"revocation_endpoint_auth_methods_supported", authenticationMethods},
        {"scopes_supported", scopes},
        {"authorization_response_iss_parameter_supported", true},
    };
    if (introduction == SelfIntroduction::Accepted) {
        metadata["registration_endpoint"] = urls.issuer + "/oauth/register";
        metadata["client_id_metadata_document_supported"] = true;
    }
    return metadata;
}

} // namespace oauth
