// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "imap/Connection.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <chrono>
#include <memory>
#include <string>

/// A connection to a server that follows a script, for the tests of imap::Connection.
class ScriptedConnection
{
public:
    using Segments = support::ScriptedServerOptions::Segments;

    explicit ScriptedConnection(const std::string &script,
                                support::ScriptedServerOptions serverOptions = {},
                                account::Security security = account::Security::PlainText)
        : m_server(script, std::move(serverOptions))
    {
        m_endpoint.host = security == account::Security::PlainText ? "127.0.0.1" : "localhost";
        m_endpoint.port = m_server.port();
        m_endpoint.security = security;
    }

    imap::ConnectionOptions options;
    net::TlsPolicy policy;
    std::chrono::milliseconds patience = std::chrono::seconds(5);

    core::Deadline deadline() const { return core::deadlineIn(patience); }

    core::Result<core::Done> open()
    {
        auto opened = support::await(
            imap::Connection::open(m_endpoint, policy, options, deadline(), m_source.token()));
        if (!opened)
            return opened.error();
        m_connection = std::move(*opened);
        return core::Done{};
    }

    core::Result<core::Done> login(const std::string &user = "alice",
                                   const std::string &password = "pw",
                                   sasl::SecretKind secret = sasl::SecretKind::Password)
    {
        account::Credentials credentials;
        credentials.username = user;
        credentials.password = core::Secret::copyOf(password);
        return support::await(m_connection->login(credentials, deadline(), secret));
    }

    imap::Connection &operator*() { return *m_connection; }
    imap::Connection *operator->() { return m_connection.get(); }
    core::CancellationSource &cancellation() { return m_source; }
    void close() { m_connection.reset(); }
    const support::ScriptedServer &server() const { return m_server; }

private:
    support::ScriptedServer m_server;
    account::ServerEndpoint m_endpoint;
    core::CancellationSource m_source;
    std::unique_ptr<imap::Connection> m_connection;
};
