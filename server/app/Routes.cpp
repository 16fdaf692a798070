// SPDX-License-Identifier: GPL-3.0-or-later
// The table of paths.
#include "app/ServerApp.h"

#include "app/Icons.h"
#include "app/Metrics.h"
#include "http/CorsHandler.h"
#include "http/TurnHandler.h"
#include "oauth/Metadata.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

core::Task<void> respondTo(http::ExchangePtr exchange, http::Response response)
{
    exchange->respond(std::move(response));
    co_return;
}

/// An answer that is the same for everybody and that pages of any origin may read.
http::Handler publicAnswer(const http::Response &response)
{
    const auto answer = [response](http::ExchangePtr exchange) {
        return respondTo(std::move(exchange), response);
    };
    return http::withCors(answer, http::Cors::anyOrigin(), "");
}

http::Handler publicDocument(const nlohmann::json &document)
{
    auto response = http::Response::json(200, document);
    response.headers.add("Cache-Control", "public, max-age=3600");
    return publicAnswer(response);
}

void addPublicDocument(http::Router &router, const std::string &path, const http::Handler &document)
{
    router.add("GET", path, document);
    router.add("OPTIONS", path,
               http::corsPreflight(http::Cors::anyOrigin(), "GET, HEAD", "MCP-Protocol-Version"));
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

std::string ServerApp::metricsText() const
{
    return renderMetrics({m_sessionPool.stats(), m_sender.sessionStats(), m_mailboxWatcher.stats(),
                          m_mcpEndpoint.listeners(), m_server.connectionCount(),
                          m_requestLimits.refused(), m_attachmentEndpoint.stats(),
                          m_server.answers()});
}

http::Response ServerApp::metrics(const http::Request &request) const
{
    auto response =
        m_metricsReaders.isTrusted(request.clientAddress)
            ? http::Response::text(200, metricsText())
            : http::Response::text(403, "metrics are for the addresses in METRICS_FROM\n");
    response.headers.add("Cache-Control", "no-store");
    return response;
}

/// A form that MCP clients send, also those that run in a page of an allowed origin.
void ServerApp::addForClients(const std::string &path, http::Handler handler)
{
    const auto cors = http::Cors::origins(m_settings.allowedOrigins);
    m_router.add("POST", path,
                 http::withCors(std::move(handler), cors, "WWW-Authenticate, Retry-After"),
                 m_settings.http.formBody);
    m_router.add("OPTIONS", path, http::corsPreflight(cors, "POST", "Authorization, Content-Type"));
}

void ServerApp::addAttachmentRoutes()
{
    const std::string prefix(attachments::StreamingStore::path);
    m_router.addPrefix("GET", prefix, [this](http::ExchangePtr e) {
        return m_attachmentEndpoint.get(std::move(e));
    });
    m_router.addPrefix("PUT", prefix, [this](http::ExchangePtr e) {
        return m_attachmentEndpoint.put(std::move(e));
    });
}

/// A path of an upload link has room for a file, but only if the link is good.
http::BodyRule ServerApp::bodyRule(std::string_view path) const
{
    if (const auto rule = m_attachmentEndpoint.bodyRule(path))
        return *rule;
    // Called many times by each assistant, and with a token that makes the head long.
    const auto delivery =
        path == "/mcp" ? http::BodyRule::Delivery::Direct : http::BodyRule::Delivery::Whole;
    return {m_router.bodyLimit(path), delivery};
}

void ServerApp::addRoutes()
{
    const std::size_t formLimit = m_settings.http.formBody;
    const auto resource = publicDocument(oauth::protectedResourceMetadata(m_urls));
    const auto introduction =
        m_clientDocuments ? oauth::SelfIntroduction::Accepted : oauth::SelfIntroduction::Refused;
    const auto server = publicDocument(oauth::authorizationServerMetadata(m_urls, introduction));
    addPublicDocument(m_router, "/.well-known/oauth-protected-resource", resource);
    addPublicDocument(m_router, "/.well-known/oauth-protected-resource/mcp", resource);
    addPublicDocument(m_router, "/.well-known/oauth-authorization-server", server);
    addPublicDocument(m_router, "/.well-known/openid-configuration", server);
    for (const auto &name : iconNames())
        addPublicDocument(m_router, iconPath(name), publicAnswer(iconResponse(name)));

    m_router.add("GET", "/oauth/authorize",
                 [this](http::ExchangePtr e) { return m_authorizeEndpoint.get(std::move(e)); });
    m_router.add(
        "POST", "/oauth/authorize",
        [this](http::ExchangePtr e) { return m_authorizeEndpoint.post(std::move(e)); }, formLimit);
    addForClients("/oauth/token",
                  [this](http::ExchangePtr e) { return m_tokenEndpoint.post(std::move(e)); });
    addForClients("/oauth/revoke",
                  [this](http::ExchangePtr e) { return m_revocationEndpoint.post(std::move(e)); });

    if (introduction == oauth::SelfIntroduction::Accepted)
        addForClients("/oauth/register", [this](http::ExchangePtr e) {
            return m_registrationEndpoint.post(std::move(e));
        });

    addAttachmentRoutes();
    m_router.addAnyMethod("/mcp", http::inTurn(m_mcpEndpoint.handler()), m_settings.http.mcpBody);

    m_router.add("GET", "/health", [](http::ExchangePtr e) {
        return respondTo(std::move(e), http::Response::text(200, "ok\n"));
    });
    m_router.add("GET", "/ready",
                 [this](http::ExchangePtr e) { return reportReadiness(std::move(e), *m_store); });
    m_router.add("GET", "/metrics", [this](http::ExchangePtr e) {
        auto response = metrics(e->request());
        return respondTo(std::move(e), std::move(response));
    });
    for (const auto *const path : {"/health", "/ready", "/metrics"})
        m_router.allowAnyAddress(path);
}

} // namespace app
