// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients/RedirectUri.h"
#include "core/Result.h"
#include "oauth/OAuthError.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace oauth {

/// What a client says about itself (RFC 7591 §2), in a registration or in a document of its own.
/// Members that mean nothing here are ignored.
struct ClientMetadata
{
    std::vector<clients::RedirectUri> redirectUris; ///< 1 to 16, each once
    std::string name;                 ///< only characters that people see; may be empty
    std::string authenticationMethod; ///< token_endpoint_auth_method; may be empty
    /// token_endpoint_auth_methods_supported, which some clients add for servers to choose from.
    std::vector<std::string> authenticationMethods;
    std::string clientId;     ///< client_id, which documents have; empty if it is no string
    bool holdsSecret = false; ///< client_secret or its expiry

    /// invalid_client_metadata or invalid_redirect_uri (RFC 7591 §3.2.2). Redirect URIs that are
    /// not allowed here are left out, because clients list those of all their platforms; there is
    /// an error only if none remains.
    static core::Result<ClientMetadata, OAuthError> read(std::string_view text);
};

} // namespace oauth
