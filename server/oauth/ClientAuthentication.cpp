// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientAuthentication.h"

#include "audit/AuditLog.h"
#include "core/Ascii.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "http/ClientAddress.h"
#include "http/FormData.h"

#include <optional>

namespace oauth {

namespace {

const core::Log logger("oauth");

struct ClientCredentials
{
    std::string clientId;
    core::Secret secret;
};

/// RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
std::optional<ClientCredentials> parseBasic(std::string_view authorization)
{
    constexpr std::string_view scheme = "basic ";
    if (!core::equalsIgnoringCase(authorization.substr(0, scheme.size()), scheme))
        return std::nullopt;
    const auto decoded = core::decodeBase64(authorization.substr(scheme.size()));
    if (!decoded)
        return std::nullopt;
    const auto colon = decoded->find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    const auto clientId = http::formDecoded(std::string_view(*decoded).substr(0, colon));
    auto secret = http::formDecoded(std::string_view(*decoded).substr(colon + 1));
    if (!clientId || !secret)
        return std::nullopt;
    return ClientCredentials{.clientId = *clientId, .secret = core::Secret(std::move(*secret))};
}

core::Result<ClientCredentials, OAuthError> readCredentials(const http::Request &request,
                                                            const http::FormData &form)
{
    const auto authorization = request.headers.find("Authorization");
    if (!authorization) {
        return ClientCredentials{.clientId = std::string(form.value("client_id")),
                                 .secret = core::Secret::copyOf(form.value("client_secret"))};
    }
    if (request.headers.count("Authorization") > 1 || form.contains("client_secret"))
        return OAuthError("invalid_request", "Use exactly one way to authenticate the client");
    auto credentials = parseBasic(*authorization);
    if (!credentials)
        return OAuthError("invalid_client",
                          "The Authorization header is not valid Basic authentication");
    if (form.contains("client_id") && form.value("client_id") != credentials->clientId)
        return OAuthError("invalid_request", "client_id differs between header and body");
    return std::move(*credentials);
}

/// The error, or 429 when too many came from this address.
core::Task<OAuthError> refusal(const http::Request &request, OAuthError error,
                               state::StateStore &store, const state::Rate &failures)
{
    audit::record(audit::Event::ClientRefused, {.address = request.clientAddress});
    const auto allowance =
        co_await store.take("client-failure", http::addressGroup(request.clientAddress), failures);
    if (!allowance)
        co_return storeUnavailable();
    if (!allowance->isAllowed)
        co_return tooManyRequests(allowance->retryAfter);
    co_return error;
}

} // namespace

core::Result<http::FormData, OAuthError> readForm(const http::Request &request)
{
    if (!request.query.empty())
        return OAuthError("invalid_request", "Parameters belong into the body, never into the URL");
    const auto type = request.headers.find("Content-Type").value_or("");
    const auto mediaType = type.substr(0, type.find_first_of("; "));
    if (!core::equalsIgnoringCase(mediaType, "application/x-www-form-urlencoded"))
        return OAuthError("invalid_request", "The body must be application/x-www-form-urlencoded");
    auto form = http::FormData::parse(request.body);
    if (!form)
        return OAuthError("invalid_request", "The body is not a well-formed form");
    if (form->duplicate({"resource"}))
        return OAuthError("invalid_request", "A parameter came more than once");
    return std::move(*form);
}

core::Task<core::Result<tokens::ClientId, OAuthError>>
authenticateClient(const http::Request &request, const http::FormData &form,
                   ClientDirectory &clients, state::StateStore &store, const state::Rate &failures)
{
    const auto credentials = readCredentials(request, form);
    if (!credentials)
        co_return co_await refusal(request, credentials.error(), store, failures);
    auto client = co_await clients.find(credentials->clientId, request.clientAddress, {});
    if (!client && core::isRetryable(client.error().kind))
        co_return OAuthError("temporarily_unavailable", client.error().message);
    const bool isProven = client
                          && (client->type == tokens::ClientId::Type::Public
                                  ? credentials->secret.isEmpty()
                                  : client->hasSecret(credentials->secret.reveal()));
    if (!isProven) {
        logger.warn("client_refused", {{"client_address", request.clientAddress}});
        co_return co_await refusal(
            request, OAuthError("invalid_client", "Client authentication failed"), store, failures);
    }
    const auto denied = co_await store.isClientDenied(client->hash);
    if (!denied)
        co_return storeUnavailable();
    if (*denied) {
        audit::record(audit::Event::ClientRefused,
                      {.client = client->hash, .address = request.clientAddress});
        co_return OAuthError("invalid_client", "This client was revoked");
    }
    co_return std::move(*client);
}

} // namespace oauth
