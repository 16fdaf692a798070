// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Administration.h"
#include "app/AttachmentBackend.h"
#include "app/RequestLimits.h"
#include "attachments/AttachmentEndpoint.h"
#include "attachments/StreamingStore.h"
#include "config/Settings.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "documents/DocumentReader.h"
#include "fetch/Fetcher.h"
#include "http/HttpServer.h"
#include "http/Router.h"
#include "mail/Drafts.h"
#include "mail/MailboxWatcher.h"
#include "mail/MessageFiler.h"
#include "mail/SendLedger.h"
#include "mail/Sender.h"
#include "mail/SessionPool.h"
#include "mcp/McpEndpoint.h"
#include "oauth/AuthorizeEndpoint.h"
#include "oauth/BearerGuard.h"
#include "oauth/ClientDirectory.h"
#include "oauth/RegistrationEndpoint.h"
#include "oauth/RevocationEndpoint.h"
#include "oauth/TokenEndpoint.h"
#include "state/LoginRefusals.h"
#include "state/StateStore.h"
#include "state/StoredSealCounter.h"
#include "tokens/Tokens.h"

#include <functional>
#include <memory>
#include <optional>

namespace app {

/// Owns everything and plugs it together; nothing in the program is global. Members stand in the
/// order in which they need each other.
class ServerApp
{
public:
    /// Reads all settings again.
    using SettingsSource = std::function<config::LoadedSettings()>;

    /// Opens the state store and reads the certificate. The error is for the administrator.
    static core::Result<std::unique_ptr<ServerApp>> create(config::Settings settings,
                                                           SettingsSource readSettings);

    /// On the sockets that systemd hands over (sd_listen_fds(3)), or else on HOST and PORT.
    /// Unavailable: the address is in use.
    core::Result<core::Done> listen();
    std::uint16_t port() const { return m_server.port(); }

    /// Opens the audit log again, and reads the TLS certificate and the key ring again; all other
    /// settings wait for a restart. What is not good is not taken: the old one stays in use, and
    /// the log says why.
    core::Task<void> reload();

    /// Lets running requests finish for a while, and mail that is on its way, then ends everything.
    core::Task<void> stop();

private:
    /// Time and chance, in one place for everything that needs them.
    struct Sources
    {
        core::SystemClock clock;
        core::SystemRandom random;
    };

    ServerApp(config::Settings settings, std::unique_ptr<Sources> sources,
              SettingsSource readSettings, std::unique_ptr<state::StateStore> store,
              http::ClientAddress clientAddress, http::ClientAddress metricsReaders);
    std::optional<oauth::ClientMetadataDocuments> makeClientDocuments();
    void addRoutes();
    void addAttachmentRoutes();
    http::BodyRule bodyRule(std::string_view path) const;
    void addForClients(const std::string &path, http::Handler handler);
    void reloadCertificate();
    core::Task<void> reloadKeyRing();
    mcp::Guard makeGuard();
    mcp::Features makeFeatures();
    void handle(const http::ExchangePtr &exchange);
    core::Result<core::Done> listenForAdministrator();
    std::string metricsText() const;
    http::Response metrics(const http::Request &request) const;

    config::Settings m_settings;
    SettingsSource m_readSettings;
    std::unique_ptr<Sources> m_sources;
    std::unique_ptr<state::StateStore> m_store;
    http::ClientAddress m_metricsReaders;
    RequestLimits m_requestLimits;
    tokens::Tokens m_tokens;
    state::StoredSealCounter m_sealCounter;
    oauth::Urls m_urls;
    fetch::Fetcher m_fetcher;
    std::optional<oauth::ClientMetadataDocuments> m_clientDocuments; ///< if they are accepted
    oauth::ClientDirectory m_clients;
    oauth::RegistrationEndpoint m_registrationEndpoint;
    oauth::AuthorizeEndpoint m_authorizeEndpoint;
    oauth::TokenEndpoint m_tokenEndpoint;
    oauth::RevocationEndpoint m_revocationEndpoint;
    oauth::BearerGuard m_bearerGuard;
    state::LoginRefusals m_loginRefusals;
    mail::SessionPool m_sessionPool;
    mail::MailboxWatcher m_mailboxWatcher;
    mail::MessageFiler m_messageFiler;
    mail::SendLedger m_sendLedger;
    mail::Sender m_sender;
    mail::Drafts m_drafts;
    attachments::DownloadSlots m_downloadSlots;
    AttachmentBackend m_attachmentBackend;
    attachments::StreamingStore m_attachments;
    attachments::AttachmentEndpoint m_attachmentEndpoint;
    documents::DocumentReader m_documents;
    mcp::McpEndpoint m_mcpEndpoint;
    http::Router m_router;
    http::HttpServer m_server;
    std::optional<Administration> m_administration; ///< if there is a socket for it
};

} // namespace app
