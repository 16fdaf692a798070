// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Async.h"
#include "mail/SessionPool.h"
#include "support/Await.h"
#include "support/CountingRandom.h"
#include "support/ScriptedServer.h"

#include <memory>
#include <string>
#include <string_view>

/// What the tests of mail and tools share: a mail server that follows a script, and accounts on it.
namespace scripted {

/// Greeting and login of a server that offers all we use. What follows is up to the test.
inline std::string session(const std::string &password = "pw",
                           const std::string &capabilities =
                               "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE ESEARCH LITERAL+")
{
    return "S: * OK [CAPABILITY " + capabilities + "] ready\nC: TAG LOGIN \"alice\" \"" + password
           + "\"\nS: TAG OK [CAPABILITY " + capabilities + "] in\n";
}

inline account::MailAccountPtr account(const support::ScriptedServer &server,
                                       std::string_view password = "pw",
                                       const std::string &family = {})
{
    account::MailAccount result;
    result.imap = {
        .host = "127.0.0.1", .port = server.port(), .security = account::Security::PlainText};
    result.imapLogin.username = "alice";
    result.imapLogin.password = core::Secret::copyOf(password);
    result.family = family;
    return std::make_shared<const account::MailAccount>(std::move(result));
}

/// A server and a pool for it. Its own members go before the server does.
class MailServer
{
public:
    explicit MailServer(const std::string &script, mail::SessionPool::Limits limits = {},
                        imap::ConnectionOptions options = {},
                        support::ScriptedServerOptions serverOptions = {},
                        state::LoginRefusals *refusals = nullptr)
        : server(script, std::move(serverOptions))
        , pool(net::TlsPolicy(), std::move(options), limits, m_random, refusals)
    {}

    core::Result<mail::SessionPool::Lease>
    take(std::string_view password = "pw",
         mail::SessionPool::Freshness freshness = mail::SessionPool::Freshness::Any)
    {
        return support::await(pool.take(account(server, password), freshness,
                                        core::deadlineIn(std::chrono::seconds(10)),
                                        cancellation.token()));
    }

    /// Closes what is open; empty if everything on the wire was as written.
    std::string verdict()
    {
        pool.closeAll();
        return server.verdict();
    }

private:
    support::CountingRandom m_random;

public:
    support::ScriptedServer server;
    mail::SessionPool pool;
    core::CancellationSource cancellation;
};

} // namespace scripted
