// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientMetadata.h"

#include "core/Ascii.h"
#include "core/JsonText.h"
#include "core/Unicode.h"
#include "tokens/Claims.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace oauth {

namespace {

using nlohmann::json;

// RFC 7591 sets none. Real clients send about a dozen members.
constexpr core::JsonLimits jsonLimits{.bytes = 64UL * 1024, .values = 1000, .depth = 8};

OAuthError wrong(std::string description)
{
    return {"invalid_client_metadata", std::move(description)};
}

/// A member that is there and not null.
const json *find(const json &document, const char *name)
{
    const auto member = document.find(name);
    return member == document.end() || member->is_null() ? nullptr : &*member;
}

core::Result<std::string, OAuthError> readText(const json &document, const char *name)
{
    const auto *member = find(document, name);
    if (member == nullptr)
        return std::string();
    const auto *text = member->get_ptr<const std::string *>();
    if (text == nullptr)
        return wrong(std::string(name) + " must be a string");
    return *text;
}

core::Result<std::vector<std::string>, OAuthError> readList(const json &document, const char *name)
{
    std::vector<std::string> list;
    const auto *member = find(document, name);
    if (member == nullptr)
        return list;
    if (!member->is_array())
        return wrong(std::string(name) + " must be an array of strings");
    for (const auto &item : *member) {
        const auto *text = item.get_ptr<const std::string *>();
        if (text == nullptr)
            return wrong(std::string(name) + " must be an array of strings");
        list.push_back(*text);
    }
    return list;
}

/// One line without characters that nobody sees, and not longer than the login page shows.
std::string cleanedName(std::string_view text)
{
    std::size_t removed = 0;
    std::string line = core::onlySeen(text, removed);
    std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    const auto shown = core::truncateUtf8(core::trimmed(line), tokens::Limits::clientName);
    return std::string(core::trimmed(shown));
}

core::Result<std::vector<clients::RedirectUri>, OAuthError> readRedirectUris(const json &document)
{
    const auto texts = readList(document, "redirect_uris");
    if (!texts)
        return OAuthError("invalid_redirect_uri", "redirect_uris must be an array of strings");
    std::vector<clients::RedirectUri> uris;
    std::string reason = "redirect_uris must name at least one URI";
    for (const auto &text : *texts) {
        const auto uri = clients::RedirectUri::parse(text);
        if (!uri) {
            reason = uri.error().message;
            continue;
        }
        if (std::ranges::find(uris, text, &clients::RedirectUri::text) == uris.end())
            uris.push_back(*uri);
    }
    if (uris.size() > tokens::Limits::redirectUris)
        return OAuthError("invalid_redirect_uri", "At most "
                                                      + std::to_string(tokens::Limits::redirectUris)
                                                      + " redirect URIs are possible");
    if (uris.empty())
        return OAuthError("invalid_redirect_uri", std::move(reason));
    return uris;
}

/// A list that, if it is there, must name what this server does.
std::optional<OAuthError> checkOffer(const json &document, const char *name,
                                     std::string_view needed)
{
    const auto list = readList(document, name);
    if (!list)
        return list.error();
    if (find(document, name) != nullptr && std::ranges::find(*list, needed) == list->end())
        return wrong(std::string(name) + " must name " + std::string(needed));
    return std::nullopt;
}

} // namespace

core::Result<ClientMetadata, OAuthError> ClientMetadata::read(std::string_view text)
{
    const auto document = core::parseJson(text, jsonLimits);
    if (!document)
        return wrong(document.error().message);
    if (!document->is_object())
        return wrong("The metadata must be a JSON object");
    if (const auto error = checkOffer(*document, "grant_types", "authorization_code"))
        return *error;
    if (const auto error = checkOffer(*document, "response_types", "code"))
        return *error;
    auto uris = readRedirectUris(*document);
    if (!uris)
        return uris.error();
    const auto name = readText(*document, "client_name");
    if (!name)
        return name.error();
    auto method = readText(*document, "token_endpoint_auth_method");
    if (!method)
        return method.error();
    auto methods = readList(*document, "token_endpoint_auth_methods_supported");
    if (!methods)
        return methods.error();

    ClientMetadata metadata;
    metadata.redirectUris = std::move(*uris);
    metadata.name = cleanedName(*name);
    metadata.authenticationMethod = std::move(*method);
    metadata.authenticationMethods = std::move(*methods);
    const auto clientId = readText(*document, "client_id");
    metadata.clientId = clientId ? *clientId : std::string();
    metadata.holdsSecret =
        document->contains("client_secret") || document->contains("client_secret_expires_at");
    return metadata;
}

} // namespace oauth
