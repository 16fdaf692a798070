// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace oauth {

/// Whether clients that the administrator did not make are let in: with the URL of a document or by
/// registering themselves.
enum class SelfIntroduction { Refused, Accepted };

/// The URLs that everything else is derived from. They come from the configuration, never from a
/// request: the issuer, the resource and each endpoint compare as exact strings.
struct Urls
{
    /// `baseUrl` has neither a path nor a trailing slash.
    explicit Urls(std::string baseUrl);

    std::string issuer;           ///< RFC 8414 §2
    std::string resource;         ///< RFC 9728 §1.2: the MCP endpoint
    std::string resourceMetadata; ///< where WWW-Authenticate points to (RFC 9728 §5.1)
};

/// RFC 8707 §2: the MCP endpoint, or the issuer, which some clients name instead. Scheme and host
/// compare without case.
bool isOurResource(std::string_view resource, const Urls &urls);

/// RFC 9728 §2
nlohmann::json protectedResourceMetadata(const Urls &urls);

/// RFC 8414 §2, with the members of RFC 9207 §3
/// and of draft-ietf-oauth-client-id-metadata-document
nlohmann::json authorizationServerMetadata(const Urls &urls, SelfIntroduction introduction);

} // namespace oauth
