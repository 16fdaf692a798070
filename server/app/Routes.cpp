// SPDX-License-Identifier: GPL-3.0-or-later
// The table of paths.
#include "app/ServerApp.h"

#include "app/Metrics.h"
#include "http/Cors.h"
#include "oauth/Metadata.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

core::Task<void> respondTo(http::ExchangePtr exchange, http::Response response)
{
    exchange->respond(std::move(response));
    co_return;
}

/// A document that is the same for everybody and that pages of any origin may read.
http::Handler publicDocument(const nlohmann::json &document)
{
    auto response = http::Response::json(200, document);
    response.headers.add("Cache-Control", "public, max-age=3600");
    return [response](http::ExchangePtr exchange) {
        http::Response answer = response;
        http::Cors::anyOrigin().addTo(answer.headers, exchange->request().headers,
                                      "WWW-Authenticate");
        return respondTo(std::move(exchange), std::move(answer));
    };
}

core::Task<void> reportReadiness(http::ExchangePtr exchange, state::StateStore &store)
{
    const auto healthy = co_await store.checkHealth();
    auto response = healthy ? http::Response::text(200, "ready\n")
                            : http::Response::text(503, "state store unavailable\n");
    response.headers.add("Cache-Control", "no-store");
    exchange->respond(std::move(response));
}

} // namespace

http::Response ServerApp::metrics(const http::Request &request) const
{
    auto response =
        m_metricsReaders.isTrusted(request.clientAddress)
            ? http::Response::text(200,
                                   renderMetrics({m_sessionPool.stats(), m_server.connectionCount(),
                                                  m_requestLimits.refused()}))
            : http::Response::text(403, "metrics are for the addresses in METRICS_FROM\n");
    response.headers.add("Cache-Control", "no-store");
    return response;
}

void ServerApp::addRoutes()
{
    const std::size_t formLimit = m_settings.http.formBody;
    const auto resource = publicDocument(oauth::protectedResourceMetadata(m_urls));
    const auto introduction =
        m_clientDocuments ? oauth::SelfIntroduction::Accepted : oauth::SelfIntroduction::Refused;
    const auto server = publicDocument(oauth::authorizationServerMetadata(m_urls, introduction));
    m_router.add("GET", "/.well-known/oauth-protected-resource", resource);
    m_router.add("GET", "/.well-known/oauth-protected-resource/mcp", resource);
    m_router.add("GET", "/.well-known/oauth-authorization-server", server);
    m_router.add("GET", "/.well-known/openid-configuration", server);

    m_router.add("GET", "/oauth/authorize",
                 [this](http::ExchangePtr e) { return m_authorizeEndpoint.get(std::move(e)); });
    m_router.add(
        "POST", "/oauth/authorize",
        [this](http::ExchangePtr e) { return m_authorizeEndpoint.post(std::move(e)); }, formLimit);
    m_router.add(
        "POST", "/oauth/token",
        [this](http::ExchangePtr e) { return m_tokenEndpoint.post(std::move(e)); }, formLimit);
    m_router.add(
        "POST", "/oauth/revoke",
        [this](http::ExchangePtr e) { return m_revocationEndpoint.post(std::move(e)); }, formLimit);

    if (introduction == oauth::SelfIntroduction::Accepted)
        m_router.add(
            "POST", "/oauth/register",
            [this](http::ExchangePtr e) { return m_registrationEndpoint.post(std::move(e)); },
            formLimit);

    m_router.addAnyMethod("/mcp", m_mcpEndpoint.handler(), m_settings.http.mcpBody);

    m_router.add("GET", "/health", [](http::ExchangePtr e) {
        return respondTo(std::move(e), http::Response::text(200, "ok\n"));
    });
    m_router.add("GET", "/ready",
                 [this](http::ExchangePtr e) { return reportReadiness(std::move(e), *m_store); });
    m_router.add("GET", "/metrics", [this](http::ExchangePtr e) {
        auto response = metrics(e->request());
        return respondTo(std::move(e), std::move(response));
    });
}

} // namespace app
