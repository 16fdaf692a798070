// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/RegistrationEndpoint.h"

#include "audit/AuditLog.h"
#include "core/Ascii.h"
#include "core/Log.h"
#include "crypto/Hash.h"
#include "http/ClientAddress.h"
#include "oauth/ClientMetadata.h"

#include <nlohmann/json.hpp>

namespace oauth {

namespace {

using nlohmann::json;

const core::Log logger("oauth");

// RFC 7591 §2: what counts if a client does not say.
constexpr std::string_view defaultMethod = "client_secret_basic";

bool isJson(const http::Request &request)
{
    const auto type = request.headers.find("Content-Type").value_or("");
    return core::equalsIgnoringCase(core::trimmed(type.substr(0, type.find(';'))),
                                    "application/json");
}

/// What was registered, which may be less than what was asked for (RFC 7591 §3.2.1).
json describe(const tokens::ClientId &client, const tokens::SealedToken &sealed,
              const std::string &method)
{
    json uris = json::array();
    for (const auto &uri : client.redirectUris)
        uris.push_back(uri.text());
    json document = {
        {"client_id", sealed.text},
        {"client_id_issued_at", sealed.issuedAt},
        {"redirect_uris", uris},
        {"token_endpoint_auth_method", method},
        {"grant_types", {"authorization_code", "refresh_token"}},
        {"response_types", {"code"}},
        {"scope", client.maximalScopes.text()},
    };
    if (!client.name.empty())
        document["client_name"] = client.name;
    return document;
}

} // namespace

RegistrationEndpoint::RegistrationEndpoint(const tokens::Tokens &tokens, state::StateStore &store,
                                           core::Random &random, Limits limits)
    : m_tokens(tokens)
    , m_store(store)
    , m_random(random)
    , m_limits(limits)
{}

core::Task<void> RegistrationEndpoint::post(http::ExchangePtr exchange)
{
    exchange->respond(co_await answer(exchange->request()));
}

core::Task<http::Response> RegistrationEndpoint::answer(const http::Request &request)
{
    const std::string group = http::addressGroup(request.clientAddress);
    const auto allowance = co_await m_store.take("client-registration", group, m_limits.perAddress);
    if (!allowance)
        co_return toResponse(storeUnavailable());
    if (!allowance->isAllowed) {
        logger.warn("registration_throttled", {{"client_address", request.clientAddress}});
        co_return toResponse(tooManyRequests(allowance->retryAfter));
    }
    co_return registerClient(request);
}

http::Response RegistrationEndpoint::registerClient(const http::Request &request)
{
    const auto refuse = [](std::string description) {
        return toResponse(OAuthError("invalid_client_metadata", std::move(description)));
    };
    if (!isJson(request))
        return refuse("The body must be application/json");
    auto metadata = ClientMetadata::read(request.body);
    if (!metadata)
        return toResponse(metadata.error());
    const std::string method = metadata->authenticationMethod.empty()
                                   ? std::string(defaultMethod)
                                   : metadata->authenticationMethod;
    const bool isPublic = method == "none";
    if (!isPublic && method != "client_secret_basic" && method != "client_secret_post")
        return refuse("token_endpoint_auth_method must be none, client_secret_basic or "
                      "client_secret_post");

    tokens::ClientId client;
    client.type = isPublic ? tokens::ClientId::Type::Public : tokens::ClientId::Type::Confidential;
    client.redirectUris = std::move(metadata->redirectUris);
    client.name = std::move(metadata->name);
    // All, whatever scope says: clients name what they need at first, and ask for more later. What
    // is granted, the owner of the mailbox chooses each time.
    client.maximalScopes = clients::ScopeSet::all();
    client.expiresAt = m_tokens.now() + m_limits.lifetime.count();
    const core::Secret secret(isPublic ? std::string() : m_random.identifier(32));
    if (!isPublic)
        client.secretHash = crypto::sha256(secret.reveal());
    const auto sealed = m_tokens.seal(client);
    if (!sealed && sealed.error().kind == core::ErrorKind::Unavailable)
        return toResponse(storeUnavailable());
    if (!sealed || sealed->text.size() > m_limits.clientIdBytes)
        return refuse("The name and the redirect URIs are too long all together");

    json document = describe(client, *sealed, method);
    if (!isPublic) {
        document["client_secret"] = std::string(secret.reveal());
        document["client_secret_expires_at"] = *client.expiresAt;
    }
    const std::string hash = tokens::clientHashOf(sealed->text);
    logger.info("client_registered", {{"client", hash}, {"client_address", request.clientAddress}});
    audit::record(audit::Event::ClientRegistered,
                  {.client = hash, .address = request.clientAddress});
    return notStored(http::Response::json(201, document));
}

} // namespace oauth
