// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServerApp.h"

#include "app/AuditLogOpening.h"
#include "app/Configuration.h"
#include "app/ExtractorProgram.h"
#include "app/FolderWatching.h"
#include "app/HttpLimits.h"
#include "app/McpRelay.h"
#include "app/McpSealer.h"
#include "audit/AuditLog.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "crypto/Hash.h"
#include "mailconnect/LoginCheck.h"
#include "mime/Initialise.h"
#include "net/Resolver.h"
#include "prompts/Catalog.h"
#include "resources/MailResources.h"
#include "state/OpenStateStore.h"
#include "tools/Catalog.h"
#include "view/MailPrincipal.h"

#include <sys/socket.h>
#include <systemd/sd-daemon.h>

namespace app {

namespace {

const core::Log logger("app");

// A person waits at the login page; the token endpoint has clients that give up after ten seconds.
constexpr auto loginCheckTime = std::chrono::seconds(20);
constexpr auto loginRecheckTime = std::chrono::seconds(7);

core::Task<oauth::LoginVerdict> checkBothLogins(account::MailAccountPtr account,
                                                mailconnect::LoginCheckOptions options,
                                                core::Cancellation cancellation)
{
    auto report =
        co_await mailconnect::checkLogin(std::move(account), std::move(options), cancellation);
    co_return oauth::LoginVerdict{.imap = std::move(report.imap), .smtp = std::move(report.smtp)};
}

oauth::LoginCheck makeLoginCheck(const config::Settings &settings,
                                 std::chrono::milliseconds timeLimit)
{
    return [caFile = settings.mailCaFile, timeLimit](account::MailAccountPtr account,
                                                     core::Cancellation cancellation) {
        mailconnect::LoginCheckOptions options;
        options.tlsPolicy.extraCaFile = caFile;
        options.timeLimit = timeLimit;
        return checkBothLogins(std::move(account), std::move(options), std::move(cancellation));
    };
}

/// Names a mailbox in limits and logs without saying whose it is.
std::string pseudonymOf(const account::MailAccount &account)
{
    return core::encodeBase64Url(crypto::sha256(account.imap.host + '\n'
                                                + account.imapLogin.username + '\n'
                                                + account.emailAddress)
                                     .substr(0, 12));
}

core::Task<mcp::GuardResult> admit(oauth::BearerGuard &guard, RequestLimits &limits,
                                   const http::Request &request)
{
    auto token = co_await guard.admit(request);
    if (!token) {
        if (token.error().status == 401) {
            if (auto refusal = limits.refuseUnauthenticated(request))
                co_return std::move(*refusal);
        }
        co_return token.error();
    }
    mcp::Caller caller;
    caller.subject = pseudonymOf(*token->account);
    caller.scopes.insert(token->scopes.names().begin(), token->scopes.names().end());
    caller.principal = std::make_shared<view::MailPrincipal>(
        token->account,
        token->confirmsSendAndDelete ? view::MailPrincipal::Confirmation::Wanted
                                     : view::MailPrincipal::Confirmation::NotWanted,
        token->clientHash);
    if (auto refusal = limits.refuseMailbox(caller.subject))
        co_return std::move(*refusal);
    co_return caller;
}

void recordMissingScope(const mcp::Caller &caller, std::string_view scope)
{
    const auto *const principal = dynamic_cast<const view::MailPrincipal *>(caller.principal.get());
    if (principal != nullptr)
        audit::record(audit::Event::ScopeMissing, audit::Subject::of(*principal->account),
                      audit::MissingScope{.scope = std::string(scope)});
}

/// The names under which requests may come: DNS rebinding arrives under another one.
std::vector<std::string> allowedHosts(const config::Settings &settings)
{
    auto host = settings.baseUrl.substr(settings.baseUrl.find("://") + 3);
    const auto bracket = host.find(']');
    host.resize(std::min(host.find(':', bracket == std::string::npos ? 0 : bracket), host.size()));
    return {host, "127.0.0.1", "localhost", "[::1]"};
}

http::HttpServer::Options serverOptions(const config::Settings &settings,
                                        http::ClientAddress clientAddress,
                                        std::function<http::BodyRule(std::string_view)> bodyRule)
{
    http::HttpServer::Options options;
    options.limits = httpLimits(settings.http);
    options.limits.request.bodyFor = std::move(bodyRule);
    options.securityHeaders = http::SecurityHeaders(settings.baseUrl.starts_with("https://")
                                                        ? http::SecurityHeaders::Scheme::Https
                                                        : http::SecurityHeaders::Scheme::Http);
    options.clientAddress = std::move(clientAddress);
    return options;
}

} // namespace

core::Result<std::unique_ptr<ServerApp>> ServerApp::create(config::Settings settings,
                                                           SettingsSource readSettings)
{
    auto sources = std::make_unique<Sources>();
    mime::initialise();
    auto clientAddress = http::ClientAddress::trusting(settings.trustedProxies);
    if (!clientAddress)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "TRUSTED_PROXIES: " + clientAddress.error().message);
    auto metricsReaders = http::ClientAddress::trusting(settings.metricsFrom);
    if (!metricsReaders)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "METRICS_FROM: " + metricsReaders.error().message);
    const auto audited = openAuditLog(settings);
    if (!audited)
        return audited.error();
    auto store = state::openStateStore(settings.stateUrl, *settings.keyRing, sources->clock,
                                       sources->random, {.extraCaFile = settings.stateCaFile});
    core::wipe(settings.stateUrl); // there may be a password in it
    if (!store)
        return store.error();
    const std::string certificate = settings.tlsCertificateFile;
    const std::string key = settings.tlsKeyFile;
    std::unique_ptr<ServerApp> app(
        new ServerApp(std::move(settings), std::move(sources), std::move(readSettings),
                      std::move(*store), std::move(*clientAddress), std::move(*metricsReaders)));
    if (!certificate.empty()) {
        const auto used = app->m_server.useCertificate(certificate, key);
        if (!used)
            return used.error();
    }
    return app;
}

ServerApp::ServerApp(config::Settings settings, std::unique_ptr<Sources> sources,
                     SettingsSource readSettings, std::unique_ptr<state::StateStore> store,
                     http::ClientAddress clientAddress, http::ClientAddress metricsReaders)
    : m_settings(std::move(settings))
    , m_readSettings(std::move(readSettings))
    , m_sources(std::move(sources))
    , m_store(std::move(store))
    , m_metricsReaders(std::move(metricsReaders))
    , m_requestLimits(m_settings.http, m_sources->clock)
    , m_tokens(*m_settings.keyRing, m_settings.baseUrl, lifetimes(m_settings), m_sources->clock,
               m_sources->random, m_settings.legacyRedirectUris)
    , m_sealCounter(*m_store, {})
    , m_urls(m_settings.baseUrl)
    , m_fetcher(fetchPolicy(m_settings), {}, "Mail-MCP/" MAIL_MCP_VERSION, net::resolve)
    , m_clientDocuments(makeClientDocuments())
    , m_clients(m_tokens, m_clientDocuments ? &*m_clientDocuments : nullptr)
    , m_registrationEndpoint(m_tokens, *m_store, m_sources->random,
                             {.lifetime = m_settings.registeredClientLifetime})
    , m_authorizeEndpoint(m_urls, authorizeConfiguration(m_settings), m_tokens, m_clients, *m_store,
                          m_sources->random, makeLoginCheck(m_settings, loginCheckTime))
    , m_tokenEndpoint(m_urls, tokenEndpointConfiguration(m_settings), m_tokens, m_clients, *m_store,
                      makeLoginCheck(m_settings, loginRecheckTime))
    , m_revocationEndpoint(m_tokens, m_clients, *m_store, clientFailureRate(m_settings))
    , m_bearerGuard(m_urls, m_tokens, *m_store)
    , m_loginRefusals(*m_store)
    , m_sessionPool({.extraCaFile = m_settings.mailCaFile}, imapOptions(m_settings),
                    poolLimits(m_settings), m_sources->random, &m_loginRefusals)
    , m_mailboxWatcher(m_sessionPool.opener(), imapOptions(m_settings), watchLimits(m_settings),
                       m_sources->random)
    , m_messageFiler(m_sessionPool, m_sources->clock)
    , m_sendLedger(*m_store, *m_settings.keyRing, m_sources->random)
    , m_sender(m_sendLedger, m_messageFiler, *m_store, m_sources->clock, m_sources->random,
               {.extraCaFile = m_settings.mailCaFile}, sendingLimits(m_settings))
    , m_drafts(m_messageFiler, m_sources->clock, m_sources->random)
    , m_downloadSlots(downloadLimits(m_settings))
    , m_attachmentBackend(m_settings, m_sessionPool, m_sources->clock, m_sources->random)
    , m_attachments(m_settings.baseUrl, m_tokens, m_sessionPool, m_downloadSlots,
                    m_attachmentBackend.uploads())
    , m_attachmentEndpoint(m_tokens, *m_store, m_sessionPool, m_downloadSlots,
                           m_attachmentBackend.uploads(), m_attachmentBackend.parts(),
                           attachmentLimits(m_settings))
    , m_documents(findExtractor(m_settings.attachments.extractor), readingLimits(m_settings))
    , m_mcpEndpoint(mcpConfiguration(m_settings, makeMcpRelay(*m_store)), makeGuard(),
                    makeMcpSealer(m_tokens, *m_store), makeFeatures())
    , m_router(allowedHosts(m_settings))
    , m_server(serverOptions(m_settings, std::move(clientAddress),
                             [this](std::string_view path) { return bodyRule(path); }),
               [this](const http::ExchangePtr &exchange) { handle(exchange); })
{
    m_tokens.countSealsWith(m_sealCounter);
    addRoutes();
}

std::optional<oauth::ClientMetadataDocuments> ServerApp::makeClientDocuments()
{
    if (m_settings.defaultMailServers.isEmpty())
        return std::nullopt;
    const auto fetchDocument = [this](fetch::HttpsUrl url, core::Cancellation cancellation) {
        return m_fetcher.get(std::move(url), "application/json", std::move(cancellation));
    };
    return oauth::ClientMetadataDocuments(fetchDocument, *m_store, m_sources->clock, {});
}

mcp::Features ServerApp::makeFeatures()
{
    mcp::Features features;
    features.tools = tools::catalogue({.pool = m_sessionPool,
                                       .sender = m_sender,
                                       .drafts = m_drafts,
                                       .attachments = m_attachments,
                                       .documents = m_documents,
                                       .maximumPictureBytes = m_settings.attachments.pictureSize});
    features.prompts = prompts::catalogue({.pool = m_sessionPool, .clock = m_sources->clock});
    features.resources = resources::mailResources(
        {.pool = m_sessionPool, .watchFolder = watchFolderWith(m_mailboxWatcher)});
    return features;
}

mcp::Guard ServerApp::makeGuard()
{
    mcp::Guard guard;
    guard.admit = [this](const http::Request &request) {
        return admit(m_bearerGuard, m_requestLimits, request);
    };
    guard.refuseScope = [this](const mcp::Caller &caller, std::string_view scope) {
        clients::ScopeSet granted;
        for (const auto &name : caller.scopes)
            granted.insert(name);
        recordMissingScope(caller, scope);
        return m_bearerGuard.refuseScope(granted, scope);
    };
    guard.refuseCredentials = [this](const mcp::Caller &) { return m_bearerGuard.refuseLogin(); };
    return guard;
}

void ServerApp::handle(const http::ExchangePtr &exchange)
{
    if (auto refusal = m_requestLimits.refuseOnArrival(exchange->request()))
        return exchange->respond(std::move(*refusal));
    m_router.handle(exchange);
}

core::Result<core::Done> ServerApp::listenForAdministrator()
{
    if (m_settings.adminSocket.empty())
        return core::Done{};
    m_administration.emplace(Administration::Services{.store = *m_store,
                                                      .clock = m_sources->clock,
                                                      .metrics = [this] { return metricsText(); },
                                                      .url = m_settings.baseUrl,
                                                      .auditLog = m_settings.auditLog,
                                                      .admits = m_settings.adminSocketAdmitsGroup
                                                                    ? adminsocket::Admits::Group
                                                                    : adminsocket::Admits::Owner});
    const auto listening = m_administration->listen(m_settings.adminSocket);
    if (!listening)
        return core::Error(listening.error().kind, "ADMIN_SOCKET: " + listening.error().message);
    return listening;
}

core::Result<core::Done> ServerApp::listen()
{
    if (const auto listening = listenForAdministrator(); !listening)
        return listening.error();
    constexpr int unsetEnvironment = 1; // no child is to take them for its own
    const int handedOver = sd_listen_fds(unsetEnvironment);
    if (handedOver < 0)
        return core::Error(core::ErrorKind::Unavailable,
                           "LISTEN_FDS announces sockets that are not there.");
    for (int i = 0; i < handedOver; ++i) {
        constexpr int listening = 1;
        const int descriptor = SD_LISTEN_FDS_START + i;
        if (sd_is_socket(descriptor, AF_UNSPEC, SOCK_STREAM, listening) <= 0)
            return core::Error(core::ErrorKind::Unavailable,
                               "LISTEN_FDS announces sockets that are not there: descriptor "
                                   + std::to_string(descriptor) + " is no socket that listens.");
        const auto adopted = m_server.adopt(descriptor);
        if (!adopted)
            return adopted.error();
    }
    if (handedOver > 0) {
        logger.info("listening", {{"sockets", handedOver}, {"url", m_urls.resource}});
        return core::Done{};
    }
    const auto listening = m_server.listen(m_settings.host, m_settings.port);
    if (!listening)
        return listening.error();
    logger.info(
        "listening",
        {{"address", m_settings.host}, {"port", m_server.port()}, {"url", m_urls.resource}});
    return core::Done{};
}

core::Task<void> ServerApp::reload()
{
    audit::reopen();
    reloadCertificate();
    co_await reloadKeyRing();
}

void ServerApp::reloadCertificate()
{
    if (m_settings.tlsCertificateFile.empty())
        return logger.info("reload", {{"certificate", "none"}});
    const auto used = m_server.useCertificate(m_settings.tlsCertificateFile, m_settings.tlsKeyFile);
    if (used)
        logger.info("reload", {{"certificate", "in use"}});
    else
        logger.error("reload", {{"certificate", "refused"}, {"detail", used.error().message}});
}

core::Task<void> ServerApp::reloadKeyRing()
{
    auto loaded = m_readSettings();
    if (!loaded.problems.empty() || !loaded.settings.keyRing) {
        logger.error("reload", {{"keys", "refused"},
                                {"detail", loaded.problems.empty() ? "there is no ENCRYPTION_KEY"
                                                                   : loaded.problems.front()}});
        co_return;
    }
    // The store first: while it cannot be reached, nothing may be sealed that it could not follow.
    const auto &ring = *loaded.settings.keyRing;
    const auto followed = co_await m_store->useKeyRing(ring, m_sources->random);
    if (!followed) {
        logger.error("reload", {{"keys", "refused"}, {"detail", followed.error().message}});
        co_return;
    }
    m_tokens.useKeyRing(ring);
    m_sendLedger.useKeyRing(ring);
    m_settings.keyRing = std::move(loaded.settings.keyRing);
    std::string names;
    for (const auto &key : m_settings.keyRing->keys())
        names += (names.empty() ? "" : ",") + key.id;
    logger.info("reload", {{"keys", names}});
}

core::Task<void> ServerApp::stop()
{
    m_mailboxWatcher.closeAll(); // who listens would wait until the end
    const auto deadline = core::deadlineIn(m_settings.http.drainTime);
    co_await m_server.stop(m_settings.http.drainTime);
    // Their clients may be gone already.
    co_await m_sender.finish(deadline);
    m_sessionPool.closeAll();
}

} // namespace app
